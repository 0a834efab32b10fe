"""Lists: which number or bullet a paragraph shows (ECMA-376 17.9)."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from converter.ooxml.xml import Element, attribute, child, local, value, whole_number

_LEVELS = 9
_BULLETS = frozenset({"bullet", "none"})
_LONGEST_CHAIN = 8
"""Lists that refer to their style's more often than this go in circles."""


class Level(Struct, frozen=True):
    """A level of a list.

    Attributes:
        start: number of its first item.
        bulleted: whether its items show no number.
        shown: whether they show anything.
        restart: level, from 1, whose items let it begin anew; 0: none does; `None`: every level above.
        style: id of the paragraph style that stands for it; empty for none.
    """

    start: int = 1
    bulleted: bool = False
    shown: bool = True
    restart: int | None = None
    style: str = ""


class _Count(Struct):
    """Where a list has come to: the number that each level shows; `None` before its first item."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The lists of a document; it is told of their items in order, and counts."""

    def __init__(self, root: Element | None) -> None:
        """Read `w:numbering`; without it there are no lists."""
        self._abstract: dict[str, Element] = {}
        self._linked: dict[str, str] = {}
        self._instances: dict[str, Element] = {}
        self._shared: dict[str, tuple[str, list[Level]]] = {}
        self._levels: dict[str, tuple[str, list[Level]]] = {}
        self._overrides: dict[str, dict[int, int | None]] = {}
        self._counts: dict[str, _Count] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in _children(root):
            if local(element) == "abstractNum":
                self._abstract[attribute(element, "abstractNumId")] = element
                if link := value(element, "styleLink"):
                    self._linked.setdefault(link, attribute(element, "abstractNumId"))
            elif local(element) == "num":
                self._instances[attribute(element, "numId")] = element

    def level(self, number_id: str, style_id: str) -> int:
        """Return the level of list `number_id` that paragraphs of the style stand at, from 0."""
        _, levels = self._list(number_id)
        return next((index for index, level in enumerate(levels) if style_id and level.style == style_id), 0)

    def knows(self, number_id: str) -> bool:
        """Say whether there is a list `number_id`; 0 stands for none (ECMA-376 17.9.18)."""
        return number_id in self._instances and number_id != "0"

    def count(self, number_id: str, index: int) -> tuple[bool, int | None]:
        """Count an item of list `number_id` at level `index`.

        Returns:
            Whether it shows anything, and its number; `None`: a bullet.
        """
        abstract, levels = self._list(number_id)
        index = min(max(index, 0), _LEVELS - 1)
        level = levels[index]
        count = self._counts.setdefault(abstract, _Count())
        restarted = self._override(number_id, index)
        if restarted is not None and (number_id, index) not in self._begun:
            count.numbers[index] = restarted
        else:
            before = count.numbers[index]
            count.numbers[index] = level.start if before is None else before + 1
        self._begun.add((number_id, index))
        for below in range(index + 1, _LEVELS):
            restart = levels[below].restart
            if restart is None or index < restart:
                count.numbers[below] = None
        return level.shown, None if level.bulleted else count.numbers[index]

    def _list(self, number_id: str) -> tuple[str, list[Level]]:
        """Return the id of the abstract list behind `number_id`, and its levels."""
        if number_id not in self._levels:
            self._levels[number_id] = self._resolve(number_id)
        return self._levels[number_id]

    def _resolve(self, number_id: str) -> tuple[str, list[Level]]:
        instance = self._instances.get(number_id)
        first = value(instance, "abstractNumId")
        if first not in self._shared:
            self._shared[first] = self._resolve_abstract(first)
        abstract, shared = self._shared[first]
        overrides = (child(one, "lvl") for one in _children(instance))
        return abstract, _with_levels(shared, overrides)

    def _resolve_abstract(self, abstract: str) -> tuple[str, list[Level]]:
        """Return the id of the abstract list that `abstract` stands for, and its levels."""
        for _ in range(_LONGEST_CHAIN):
            link = value(self._abstract.get(abstract), "numStyleLink")
            if not link or link not in self._linked:
                break
            abstract = self._linked[link]
        return abstract, _with_levels([Level()] * _LEVELS, _children(self._abstract.get(abstract)))

    def _override(self, number_id: str, index: int) -> int | None:
        """Return the number with which this instance lets a level begin anew, if it does."""
        if number_id not in self._overrides:
            told: dict[int, int | None] = {}
            for element in _children(self._instances.get(number_id)):
                level = whole_number(attribute(element, "ilvl"))
                if local(element) == "lvlOverride" and level is not None:
                    told.setdefault(level, whole_number(value(element, "startOverride")))
            self._overrides[number_id] = told
        return self._overrides[number_id].get(index)


def _children(element: Element | None) -> Iterable[Element]:
    return () if element is None else element


def _with_levels(levels: Sequence[Level], elements: Iterable[Element | None]) -> list[Level]:
    """Return `levels` with those replaced that `elements` define."""
    changed = list(levels)
    for element in elements:
        if element is not None and local(element) == "lvl":
            index = whole_number(attribute(element, "ilvl"))
            if index is not None and index < _LEVELS:
                changed[index] = _level(element)
    return changed


def _level(element: Element) -> Level:
    start = value(element, "start")
    kind = value(element, "numFmt") or "decimal"
    picture = child(element, "lvlPicBulletId") is not None
    return Level(
        start=(whole_number(start) or 0) if start else 1,
        bulleted=kind in _BULLETS or picture,
        shown=picture or kind != "none" or bool(value(element, "lvlText").strip()),
        restart=whole_number(value(element, "lvlRestart")),
        style=value(element, "pStyle"),
    )
