"""What a person did to the look of a report, which is set anew: bold words, paragraphs parted or joined."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model.article import Article, Paragraph, Sentence
from converter.model.outline import Outline
from converter.notices import Notice
from converter.returning.claimed import Claimed
from converter.returning.items import Item
from converter.returning.placing import Page, Placed
from converter.verifier.proof.wording import quoted

_FORMATTED = "what was set off by hand is set as the article has it"


def layout_notices(
    page: Page,
    article: Article,
    lines: Sequence[Claimed],
    placed: Placed,
    items: Sequence[Item],
    wanted: Outline,
) -> Iterator[Notice]:
    """Yield a notice for each change of the look that is not taken over."""
    for words in _set_off(page):
        yield Notice("edit-dropped", f"{_FORMATTED}: {quoted(words)}")
    return
    yield


def _set_off(page: Page) -> Iterator[str]:
    """Yield the words of each stretch that was set off by hand."""
    for one in page.paragraphs:
        if one.level:
            continue
        start = 0
        for at in range(len(one.text) + 1):
            if at < len(one.text) and one.hands[at].set_off:
                continue
            if words := one.text[start:at].strip():
                yield words
            start = at + 1
