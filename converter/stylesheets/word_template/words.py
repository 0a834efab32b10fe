"""The words of a paragraph in a header or footer, parted where tabs part them (ECMA-376 part 1, 17.3.3)."""

from collections.abc import Iterator

from msgspec import Struct, field

from converter.ooxml.xml import Element, attribute, child, is_on, local, value
from converter.stylesheets.word_template import fields

_AROUND = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent"})
_PLAIN = {"noBreakHyphen": "-", "br": "\n", "cr": "\n"}


class Tab(Struct, frozen=True):
    """A tab; `place` is where it leads to when it says so itself (17.3.3.23), else empty."""

    place: str = ""


class _Field(Struct):
    """A field that is open: its instruction so far, and whether its result is passed over."""

    instruction: str = ""
    in_result: bool = False
    silent: bool = False


class _State(Struct):
    """The fields that are open."""

    fields: list[_Field] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether words are no result, or of a result that something else stands for."""
        return any(each.silent or not each.in_result for each in self.fields)


def pieces(paragraph: Element) -> Iterator[str | Tab]:
    """Yield the words of `paragraph`, with our fields where Word's stand, and its tabs."""
    return _pieces(paragraph, _State())


def control(element: Element) -> str | None:
    """Return what stands for a content control; `None` where its words do, empty where nothing does."""
    properties = child(element, "sdtPr")
    binding = attribute(child(properties, "dataBinding"), "xpath")
    found = fields.of_control(value(properties, "tag"), binding)
    return "" if found is None and child(properties, "showingPlcHdr") is not None else found


def _pieces(element: Element, state: _State) -> Iterator[str | Tab]:
    for each in element:
        name = local(each)
        if name == "r":
            yield from _run(each, state)
        elif name in _AROUND:
            yield from _pieces(each, state)
        elif name == "sdt":
            yield from _instead(control(each), child(each, "sdtContent"), state)
        elif name == "fldSimple":
            yield from _instead(fields.of_instruction(attribute(each, "instr")), each, state)


def _instead(found: str | None, otherwise: Element | None, state: _State) -> Iterator[str | Tab]:
    if found is None:
        yield from _pieces(otherwise, state) if otherwise is not None else ()
    elif not state.silent:
        yield found


def _run(run: Element, state: _State) -> Iterator[str | Tab]:
    if is_on(run, "rPr", "vanish"):
        return
    for each in run:
        match local(each):
            case "fldChar":
                yield from _at_mark(attribute(each, "fldCharType"), state)
            case "instrText":
                if state.fields:
                    state.fields[-1].instruction += each.text or ""
            case _ if state.silent:
                pass
            case "t":
                yield fields.cleaned(each.text or "")
            case "tab":
                yield Tab()
            case "ptab":
                yield Tab(attribute(each, "alignment"))
            case name:
                yield _PLAIN.get(name, "")


def _at_mark(kind: str, state: _State) -> Iterator[str]:
    """Open a field, pass from its instruction to its result, or close it (17.16.18)."""
    if kind == "begin":
        state.fields.append(_Field())
        return
    if not state.fields:
        return
    current = state.fields[-1]
    if not current.in_result:
        found = fields.of_instruction(current.instruction)
        current.in_result, current.silent = True, False
        if found and not state.silent:
            yield found
        current.silent = found is not None
    if kind == "end":
        state.fields.pop()
