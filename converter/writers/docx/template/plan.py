"""What goes where: each place of a template gets words, blocks or nothing, and what gets nothing is told."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from converter.model.document import Text
from converter.notices import Notice
from converter.writers.docx.template.bookmarks import Bookmark
from converter.writers.docx.template.content import BODY, Content
from converter.writers.docx.template.merge_fields import MergeField
from converter.writers.docx.template.place import Place

_SELDOM_THERE = frozenset({"marking", "subtitle", "contents"})
"""What many reports have not, and nobody need be told of."""


class Plan(Struct):
    """Which place takes what.

    Attributes:
        words: places for words, with the words; none empty the place.
        blocks: name → the one place for these blocks.
        notices: places that take nothing.
    """

    words: list[tuple[Place, Sequence[Text]]] = field(default_factory=list)
    blocks: dict[str, Place] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    @property
    def said(self) -> set[str]:
        """Names of the words that stand in places of their own."""
        return {place.name for place, texts in self.words if texts}


def plan_of(places: Iterable[Place], content: Content, path: str) -> Plan:
    """Return what goes where in the template at `path`.

    Words fill every place that asks for them; blocks stand once, in the first place that can hold them. A
    placeholder or control that nothing fills is emptied: it was never meant to be read. A place that another
    one embraces goes with it.
    """
    plan = Plan()
    for place in _outermost(list(places), content):
        if place.name in content.words:
            _plan_words(place, content, plan, path)
            continue
        refusal = _refusal(place, content, plan, path)
        if refusal is None:
            plan.blocks[place.name] = place
            continue
        plan.notices.append(refusal)
        if not isinstance(place, Bookmark | MergeField):
            plan.words.append((place, ()))
    if content.words.get("marking") and not any(place.name == "marking" for place, _ in plan.words):
        text = "the template has no place for the marking, which stands in the row of facts alone"
        plan.notices.append(
            Notice("template-marking", f"{text}; write {{{{marking}}}} into its header", path)
        )
    return plan


def _outermost(places: Sequence[Place], content: Content) -> Iterator[Place]:
    """Yield the places that stand in no bookmark that gives way."""
    embraced = {
        element
        for place in places
        if isinstance(place, Bookmark) and place.name in {BODY, *content.words, *content.blocks}
        for element in place.embraced
    }
    for place in places:
        if embraced.isdisjoint((place.element, *place.element.iterancestors())):
            yield place


def _plan_words(place: Place, content: Content, plan: Plan, path: str) -> None:
    texts = content.words[place.name]
    if isinstance(place, Bookmark) and not place.is_whole:
        plan.notices.append(_crossing(place, path))
        return
    plan.words.append((place, texts))
    if not texts and place.name not in _SELDOM_THERE:
        text = f"the {place.kind} {place.name!r} in {place.part} is empty: this report has no {place.name}"
        plan.notices.append(Notice("template-place-unfilled", text, path))


def _refusal(place: Place, content: Content, plan: Plan, path: str) -> Notice | None:
    """Return what to tell where `place` can take no blocks."""
    what = f"the {place.kind} {place.name!r} in {place.part}"
    if place.name not in {BODY, *content.blocks}:
        text = f"{what} names nothing that this report has; --field adds what it lacks"
        return Notice("template-place-unfilled", text, path)
    if not place.takes_blocks:
        text = f"{what} cannot hold paragraphs; move it into the document's own text"
        return Notice("template-place-unfit", text, path)
    if isinstance(place, Bookmark) and not place.is_whole:
        return _crossing(place, path)
    if place.name in plan.blocks:
        text = f"{what} stands there a second time; paragraphs are set once"
        return Notice("template-place-repeated", text, path)
    return None


def _crossing(place: Place, path: str) -> Notice:
    text = f"the bookmark {place.name!r} in {place.part} begins in one cell of a table and ends in another"
    return Notice("template-place-unfit", f"{text}; set it anew around whole paragraphs", path)
