"""Our parts into those of a template: styles by name, numbering and end-notes behind the template's own."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import chain, count

from docx.oxml.ns import qn

from converter.writers.docx.template.trees import Element, elements, values, whole_number

_ID, _VAL, _NAME, _ANCHOR = qn("w:id"), qn("w:val"), qn("w:name"), qn("w:anchor")
_STYLE_ID, _TYPE = qn("w:styleId"), qn("w:type")
_STYLE_REFERENCES = ".//w:pStyle | .//w:rStyle | .//w:tblStyle | .//w:basedOn"
_STYLE_VALUES = ".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val | .//w:basedOn/@w:val"
_MAX_BOOKMARK = 40


def merge_styles(
    theirs: Element,
    ours: Element,
    content: Sequence[Element],
    named: Mapping[str, str],
) -> list[Element]:
    """Let `content` use the template's styles, adding ours where the template has none of that name.

    Args:
        theirs: `w:styles` of the template.
        ours: `w:styles` of our look.
        content: what uses our styles; its references are changed to those of the template.
        named: id of a style of ours → name of the template's style to use instead.

    Returns:
        The styles that were added.
    """
    by_name = {_named(style): style.get(_STYLE_ID) for style in elements(theirs, "w:style")}
    own = {style.get(_STYLE_ID): style for style in elements(ours, "w:style")}
    ids: dict[str, str] = {}
    added: list[Element] = []
    wanted = _referred(content)
    for id_ in wanted:
        if id_ in ids:
            continue
        kind, name = _named(own[id_])
        known = by_name.get((kind, named.get(id_, name).casefold()))
        ids[id_] = known or _free(id_, {*by_name.values(), *ids.values()})
        if known is None:
            style = deepcopy(own[id_])
            style.set(_STYLE_ID, ids[id_])
            added.append(style)
            wanted += _referred([style])
    for style in added:
        for following in elements(style, "w:next"):
            style.remove(following)
        theirs.append(style)
    _refer([*content, *added], ids)
    return added


def _named(style: Element) -> tuple[str, str]:
    """Return kind and name of a style as Word compares them."""
    names = values(style, "w:name/@w:val")
    return style.get(_TYPE, "paragraph"), names[0].casefold() if names else ""


def _referred(content: Iterable[Element]) -> list[str]:
    return [value for element in content for value in values(element, _STYLE_VALUES)]


def _refer(content: Iterable[Element], ids: Mapping[str, str]) -> None:
    for reference in _everywhere(content, _STYLE_REFERENCES):
        reference.set(_VAL, ids[reference.get(_VAL, "")])


def _free(id_: str, taken: Collection[str | None]) -> str:
    """Return an id that the template does not use."""
    tries = (f"{id_}Ours{number}" for number in count(1))
    return next(each for each in chain((id_,), tries) if each not in taken)


def merge_numbering(
    theirs: Element,
    ours: Element,
    content: Sequence[Element],
    added: Sequence[Element],
) -> None:
    """Add our lists behind those of the template, under numbers that are free there.

    Args:
        theirs: `w:numbering` of the template.
        ours: `w:numbering` of our document.
        content: what uses our numbers, the added styles among it; its numbers are changed.
        added: the styles that were added; only they are linked to our lists.
    """
    abstract = _highest(theirs, "w:abstractNum/@w:abstractNumId") + 1
    number = _highest(theirs, "w:num/@w:numId")
    linked = {style.get(_STYLE_ID) for style in added}
    _shift(elements(ours, "w:abstractNum"), qn("w:abstractNumId"), abstract)
    _shift(elements(ours, "w:num/w:abstractNumId"), _VAL, abstract)
    _shift(elements(ours, "w:num"), qn("w:numId"), number)
    for level in elements(ours, "w:abstractNum/w:lvl"):
        for link in elements(level, "w:pStyle"):
            if link.get(_VAL) not in linked:
                level.remove(link)
    first = next(iter(elements(theirs, "w:num")), None)
    for definition in elements(ours, "w:abstractNum"):
        if first is None:
            theirs.append(definition)
        else:
            first.addprevious(definition)
    last = elements(theirs, "w:num | w:abstractNum")[-1]
    for instance in reversed(elements(ours, "w:num")):
        last.addnext(instance)
    _shift(_everywhere(content, ".//w:numPr/w:numId"), _VAL, number)


def merge_endnotes(theirs: Element, ours: Element, content: Sequence[Element]) -> None:
    """Add our end-notes behind those of the template; the separators are the template's."""
    highest = max(_highest(theirs, "w:endnote/@w:id"), 0)
    notes = elements(ours, "w:endnote[not(@w:type)]")
    _shift(notes, _ID, highest)
    theirs.extend(notes)
    _shift(_everywhere(content, ".//w:endnoteReference"), _ID, highest)


def merge_bookmarks(theirs: Sequence[Element], content: Sequence[Element]) -> None:
    """Give the bookmarks in `content` numbers and names that no part of the template's uses."""
    number = max(_highest(story, ".//w:bookmarkStart/@w:id") for story in theirs)
    taken = {name for story in theirs for name in values(story, ".//w:bookmarkStart/@w:name")}
    starts = _everywhere(content, ".//w:bookmarkStart")
    names = {str(start.get(_NAME)): _unused(str(start.get(_NAME)), taken) for start in starts}
    ends = {end.get(_ID): end for end in _everywhere(content, ".//w:bookmarkEnd")}
    for place, start in enumerate(starts, start=number + 1):
        ends[start.get(_ID)].set(_ID, str(place))
        start.set(_ID, str(place))
        start.set(_NAME, names[start.get(_NAME, "")])
    for link in _everywhere(content, ".//w:hyperlink[@w:anchor]"):
        link.set(_ANCHOR, names[link.get(_ANCHOR, "")])
    for instruction in _everywhere(content, ".//w:instrText"):
        words = (instruction.text or "").split(" ")
        instruction.text = " ".join(names.get(word, word) for word in words)


def _unused(name: str, taken: set[str]) -> str:
    """Return `name`, or with a number behind it where the template has it."""
    tries = (f"{name[: _MAX_BOOKMARK - 4]}_{number}" for number in count(2))
    return next(each for each in chain((name,), tries) if each not in taken)


def _everywhere(content: Iterable[Element], path: str) -> list[Element]:
    return [found for element in content for found in elements(element, path)]


def _highest(element: Element, path: str) -> int:
    return max((number for value in values(element, path) if (number := whole_number(value))), default=0)


def _shift(shifted: Iterable[Element], attribute: str, distance: int) -> None:
    for element in shifted:
        element.set(attribute, str(int(element.attrib[attribute]) + distance))
