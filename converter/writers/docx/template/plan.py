"""What goes where: each place of a template gets words, blocks or nothing, and what gets nothing is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from converter.model.document import Text
from converter.notices import Notice
from converter.writers.docx.template.bookmarks import Bookmark
from converter.writers.docx.template.content import BODY, Content
from converter.writers.docx.template.place import Place


@dataclass(slots=True)
class Plan:
    """Which place takes what.

    Attributes:
        words: places for words, with the words; none empty the place.
        blocks: name → the one place for these blocks.
        notices: places that take nothing.
    """

    words: list[tuple[Place, Sequence[Text]]] = field(default_factory=list)
    blocks: dict[str, Place] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def plan_of(places: Iterable[Place], content: Content, path: str) -> Plan:
    """Return what goes where in the template at `path`.

    Words fill every place that asks for them; blocks stand once, in the first place that can hold them. A
    placeholder or control that nothing fills is emptied: it was never meant to be read.
    """
    plan = Plan()
    for place in places:
        if place.name in content.words:
            plan.words.append((place, content.words[place.name]))
            continue
        refusal = _refusal(place, content, plan, path)
        if refusal is None:
            plan.blocks[place.name] = place
            continue
        plan.notices.append(refusal)
        if not isinstance(place, Bookmark):
            plan.words.append((place, ()))
    return plan


def _refusal(place: Place, content: Content, plan: Plan, path: str) -> Notice | None:
    """Return what to tell where `place` can take no blocks."""
    what = f"the {place.kind} {place.name!r} in {place.part}"
    if place.name not in {BODY, *content.blocks}:
        text = f"{what} names nothing that this report has; --field adds what it lacks"
        return Notice("template-place-unfilled", text, path)
    if not place.takes_blocks:
        text = f"{what} cannot hold paragraphs; move it into the document's own text"
        return Notice("template-place-unfit", text, path)
    if place.name in plan.blocks:
        text = f"{what} stands there a second time; paragraphs are set once"
        return Notice("template-place-repeated", text, path)
    return None
