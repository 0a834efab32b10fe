"""Lines of panels: the article gives what they set off, and dates that were computed say so and are right."""

import re
from collections.abc import Iterator
from functools import cache

from converter.errors import ConverterError
from converter.model.article import Article
from converter.model.language import Language
from converter.model.outline import PANELS
from converter.outliner.panels import Matter, entries_of
from converter.outliner.reading import read
from converter.outliner.sentences import sentences_of
from converter.stylesheets.languages import known_language, load_language
from converter.verifier.findings import Finding
from converter.verifier.proof.claims import ClaimedLine, ClaimedPoint
from converter.verifier.proof.dates import tells
from converter.verifier.proof.letters import plain
from converter.verifier.proof.wording import quoted

_ROUND = re.compile(r"\([^()]*\)")
_INLINE = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]")
"""Where a line comes from; names in it may hold brackets."""

_WORDS, _WORDS_OF_DATE = 4, 5
"""So many words has a mark at most that says of dates that they were computed, and so many each of them."""


def check_mark(line: ClaimedLine, mark: str) -> Finding | None:
    """Return what is wrong with the `mark` behind a line of a panel.

    It holds the dates that were computed, with a word or two that say so, and nothing else.
    """
    said = " ".join(_ROUND.findall(_INLINE.sub("", mark)))
    points = line.panel.points if line.panel else ()
    dates = tuple(dict.fromkeys(point.date for point in points if point.computed))
    if not dates:
        text = f"behind a line of a panel stands what is none of its dates: {quoted(said)}"
        return Finding("unsourced", text) if said else None
    if len(said.split()) <= _WORDS + _WORDS_OF_DATE * len(dates) and tells(said, dates):
        return None
    return Finding("unmarked", f"nothing says which dates were computed for this line: {quoted(line.text)}")


class PanelChecker:
    """Finds the panels of an article anew, and says which lines are none of theirs."""

    def __init__(self, article: Article) -> None:
        """Take the article; nothing is looked for before it is asked for."""
        self._article = article
        self._known = cache(self._found)

    def check(self, line: ClaimedLine) -> Iterator[Finding]:
        """Yield a finding where a line that is claimed for a panel is none of its lines."""
        panel = line.panel
        if panel is None:
            return
        known = self._known(known_language(panel.language))
        if any(point.computed for point in panel.points):
            if not self._article.date:
                text = f"a date was computed, though the article has none: {quoted(line.text)}"
                yield Finding("source-differs", text)
                return
            if known is None:
                # a report that names no language would have no judge
                known = self._known(known_language(self._article.language))
            if known is None:
                text = f"there is no language by whose words this date could be found: {quoted(line.text)}"
                yield Finding("source-differs", text)
                return
        if known is not None and (panel.kind, line.spans, panel.points) not in known:
            text = f"the panel {panel.kind} does not find this in the article: {quoted(plain(line.text))}"
            yield Finding("source-differs", text)

    def _found(self, tag: str) -> frozenset[object] | None:
        """Return all lines of panels, by the words of a language; `None` where no sound file is named."""
        language = _language(tag)
        if language is None:
            return None
        # panels need no cues of roles
        reading = read(self._article, sentences_of(self._article, language), None)
        matter = Matter(self._article, reading, language)
        return frozenset(
            (
                panel,
                tuple((span.start, span.end) for span in entry.line.spans),
                tuple(
                    ClaimedPoint((point.span.start, point.span.end), point.date, point.computed)
                    for point in entry.points
                ),
            )
            for panel in PANELS
            for entry in entries_of(panel, matter)
        )


def _language(tag: str) -> Language | None:
    try:
        return load_language(tag)
    except ConverterError:
        return None
