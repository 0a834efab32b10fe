"""Comments in the margin of a report → a person's notes, each behind the paragraph that it hangs on."""

from collections.abc import Iterator

from converter.briefing_file.parsing import FileLine
from converter.notices import Notice
from converter.returning.items import BEFORE_ALL, BEHIND_WORDS, Item
from converter.returning.laying import Laid
from converter.returning.words import Paragraph
from converter.text import plain
from converter.verifier.proof.wording import quoted
from converter.yaml_source import Place


def remarks_of(laid: Laid, author: str) -> Iterator[tuple[Item, Notice]]:
    """Yield a note for each comment; `author` wrote those that name nobody."""
    told: set[str] = set()
    for paragraph, one in _hung(laid):
        for mark in one.comments:
            remark = laid.report.remarks.get(mark)
            if remark is None or mark in told:
                continue
            told.add(mark)
            text, by = plain(remark.text), plain(remark.author) or author
            line = FileLine("", text, by, Place(laid.report.location, one.number, 1))
            yield Item(paragraph, BEHIND_WORDS, line), Notice("note-added", told_note(text, by))


def told_note(text: str, author: str) -> str:
    """Return how a person is told of a note."""
    return f"comment by {author}: {quoted(text)}" if author else f"comment: {quoted(text)}"


def _hung(laid: Laid) -> Iterator[tuple[int, Paragraph]]:
    """Yield every paragraph, with the index of that of a section behind which its comments belong."""
    zones = laid.zones
    apart = {one.number for one in (*zones.body, *zones.closing)}
    yield from ((BEFORE_ALL, one) for one in laid.report.paragraphs if one.number not in apart)
    yield from enumerate(zones.body)
    yield from ((len(zones.body) - 1, one) for one in zones.closing)
