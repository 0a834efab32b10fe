"""What a person did to the look of a report, which is set anew: bold words, paragraphs parted or joined."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model.article import Article, Paragraph, Sentence
from converter.notices import Notice
from converter.returning.items import Item
from converter.returning.laying import Laid
from converter.returning.placing import Page
from converter.verifier.proof.wording import quoted


def set_off(page: Page) -> Iterator[Notice]:
    """Yield a notice for each stretch that was set off by hand."""
    for one in page.paragraphs:
        for words in [] if one.level else _stretches(one.text, [hand.set_off for hand in one.hands]):
            text = f"what was set off by hand is set as the article has it: {quoted(words)}"
            yield Notice("edit-dropped", text)


def _stretches(text: str, chosen: Sequence[bool]) -> Iterator[str]:
    start = 0
    for at in range(len(text) + 1):
        if at < len(text) and chosen[at]:
            continue
        if words := text[start:at].strip():
            yield words
        start = at + 1


def reparted(items: Sequence[Item], laid: Laid, forms: Sequence[str]) -> Iterator[Notice]:
    """Yield a notice where a paragraph was parted in two, or two were joined.

    Args:
        items: what stands in the report, in order.
        laid: the report beside what it claimed.
        forms: how the lines of each section are set.
    """
    lines, places, article = laid.lines, laid.witness.places, laid.article
    for first, second in pairwise(items):
        if first.claimed is None or second.claimed is None or second.claimed != first.claimed + 1:
            continue
        before, after = lines[first.claimed], lines[second.claimed]
        if before.section != after.section or "" in {before.at, after.at} or before.whole or after.whole:
            continue
        bullets = forms[before.section : before.section + 1] == ["bullets"]
        together = not bullets and _in_one(places.find(before.at), places.find(after.at), article)
        if together and first.paragraph != second.paragraph:
            text = f"a paragraph was parted before {quoted(after.text)}; it is set as the article parts it"
            yield Notice("edit-dropped", text)
        elif not together and first.paragraph == second.paragraph:
            text = f"two paragraphs were joined before {quoted(after.text)}; each is set apart"
            yield Notice("edit-dropped", text)


def _in_one(before: Sentence | int, after: Sentence | int, article: Article) -> bool:
    """Whether two sentences that follow each other are set in one paragraph."""
    if not (isinstance(before, Sentence) and isinstance(after, Sentence)):
        return False
    same = before.block == after.block and before.number < after.number
    return same and isinstance(article.blocks[before.block], Paragraph)
