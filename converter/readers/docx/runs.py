"""The words of a paragraph and the drawings among them, wherever they are wrapped (ECMA-376 17.3, 17.16)."""

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from converter.ooxml.package import Relationship
from converter.ooxml.xml import Element, attribute, child, is_on, local, value, whole_number
from converter.readers.docx.blocks import has_words
from converter.readers.docx.drawings import Drawn, TextBox, drawn
from converter.readers.docx.equations import in_a_line
from converter.readers.docx.fields import Fields, chosen, link_of
from converter.readers.docx.leftovers import Leftover
from converter.readers.docx.styles import Style, Styles
from converter.readers.docx.symbols import symbol
from converter.readers.inline import Kind, Run

Marks = tuple[tuple[Kind, str], ...]

_WRAPPERS = frozenset(
    {
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "dir",
        "bdo",
        "Choice",
        "rt",
        "rubyBase",
        "subDoc",
    }
)
_DELETED = frozenset({"del", "moveFrom"})
_SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class Inline(Struct):
    """What a paragraph holds.

    Attributes:
        runs: its words.
        drawings: among them, in order.
        sizes: how many letters there are of each size.
    """

    runs: list[Run] = field(default_factory=list)
    drawings: list[Drawn] = field(default_factory=list)
    sizes: Counter[int] = field(default_factory=Counter)

    @property
    def size(self) -> int:
        """The size of most letters, in half points; 0 where nothing says it."""
        return max(self.sizes, key=lambda size: self.sizes[size], default=0)

    @property
    def text(self) -> str:
        """The words alone, as they came."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether there are words and all are bold."""
        shown = [run for run in self.runs if run.text.strip()]
        return bool(shown) and all(("strong", "") in run.marks for run in shown)


class InlineReader:
    """Reads paragraphs of one part, in order: a field may begin in one and end in another.

    Attributes:
        fields: that are open.
        languages: takes counts of letters.
    """

    def __init__(
        self,
        styles: Styles,
        relationships: Mapping[str, Relationship],
        label: Callable[[str, str], str],
        leftovers: Counter[Leftover],
    ) -> None:
        """Begin.

        Args:
            styles: of the document.
            relationships: of the part, by their ids.
            label: returns the label of a note by its kind (`footnote` or `endnote`) and id.
            leftovers: takes the counts of what is not taken over.
        """
        self._styles = styles
        self._relationships = relationships
        self._label = label
        self._leftovers = leftovers
        self.fields = Fields()
        self._inline = Inline()
        self._style = Style()
        self.languages: Counter[str] = Counter()

    def read(self, paragraph: Element, style: Style) -> Inline:
        """Return what `paragraph`, of that style, holds."""
        self._inline, self._style = Inline(), style
        self._walk(paragraph, ())
        return self._inline

    def pass_over(self, element: Element) -> None:
        """Take nothing out of `element`; but fields may begin, go on or end in it."""
        for inner in element.iter("{*}fldChar", "{*}instrText"):
            if local(inner) == "instrText":
                self.fields.instruct(inner.text or "")
            else:
                self.fields.mark(attribute(inner, "fldCharType"))

    def _walk(self, element: Element, marks: Marks) -> None:
        for inner in element:
            name = local(inner)
            if name == "r":
                self._run(inner, marks)
            elif name == "hyperlink":
                self._walk(inner, (*marks, *_link(self._target(attribute(inner, "id")))))
            elif name == "fldSimple":
                self._walk(inner, (*marks, *_link(link_of(attribute(inner, "instr")))))
            elif name in _WRAPPERS:
                self._walk(inner, marks)
            else:
                self._special(name, inner, marks)

    def _special(self, name: str, inner: Element, marks: Marks) -> None:
        if name == "AlternateContent":
            self._alternatives(inner, marks)
        elif name in _DELETED:
            self._leftovers["deleted"] += has_words(inner)
            self.pass_over(inner)
        elif name in {"oMath", "oMathPara"}:
            self._leftovers["deleted"] += sum(map(has_words, inner.iter("{*}del", "{*}moveFrom")))
            self._add(in_a_line(inner), marks)
        elif name in {"p", "tbl"}:
            # not as the standard has it, but Word shows it
            self._inline.drawings.append(TextBox((inner,)))
        elif name == "ruby":
            self._ruby(inner, marks)
        elif name == "commentReference":
            self._leftovers["comments"] += 1
        elif name == "altChunk":
            self._leftovers["embedded"] += 1

    def _alternatives(self, element: Element, marks: Marks) -> None:
        """Take the first choice that holds anything, and what is meant for older programs else."""
        for choice in element:
            before = (len(self._inline.runs), len(self._inline.drawings))
            self._content(choice, marks)
            if before != (len(self._inline.runs), len(self._inline.drawings)):
                return

    def _run(self, run: Element, marks: Marks) -> None:
        properties = child(run, "rPr")
        style = self._styles.style(value(properties, "rStyle"))
        hidden = is_on(properties, "vanish")
        if style.hidden or self._style.hidden if hidden is None else hidden:
            self._leftovers["hidden"] += any(local(one) == "t" and one.text for one in run)
            self.pass_over(run)
            return
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        if style.bold if bold is None else bold:
            marks = (*marks, ("strong", ""))
        if style.italic if italic is None else italic:
            marks = (*marks, ("emphasis", ""))
        before = len(self._inline.runs)
        self._content(run, marks)
        letters = sum(len(one.text) for one in self._inline.runs[before:])
        defaults = self._styles.defaults
        language = value(properties, "lang") or self._style.language or defaults.language
        self.languages[language] += letters
        told = whole_number(value(properties, "sz"))
        size = (style.size or self._style.size or defaults.size) if told is None else told
        self._inline.sizes[size] += letters

    def _content(self, run: Element, marks: Marks) -> None:
        for inner in run:
            name = local(inner)
            if name == "t":
                self._add(inner.text or "", marks)
            elif name in _SPACES:
                self._add(_SPACES[name], marks)
            elif name == "sym":
                sign = symbol(attribute(inner, "font"), attribute(inner, "char"))
                self._leftovers["symbols"] += not sign
                self._add(sign, marks)
            elif name == "instrText":
                self.fields.instruct(inner.text or "")
            elif name == "fldChar":
                self._mark(inner, marks)
            elif name in {"drawing", "pict", "object"}:
                self._inline.drawings.extend(drawn(inner))
            elif name in {"footnoteReference", "endnoteReference"}:
                self._reference(name.removesuffix("Reference"), inner, marks)
            elif name == "r":
                self._run(inner, marks)
            else:
                self._special(name, inner, marks)

    def _ruby(self, ruby: Element, marks: Marks) -> None:
        """Set the reading of a word in brackets behind it."""
        base, reading = child(ruby, "rubyBase"), child(ruby, "rt")
        if base is not None:
            self._walk(base, marks)
        if reading is not None:
            self._add("(", marks)
            self._walk(reading, marks)
            self._add(")", marks)

    def _reference(self, kind: str, reference: Element, marks: Marks) -> None:
        if label := self._label(kind, attribute(reference, "id")):
            self._inline.runs.append(Run("", (*marks, ("footnote", label))))

    def _mark(self, mark: Element, marks: Marks) -> None:
        told = chosen(mark)
        self._add(told, marks)
        self.fields.mark(attribute(mark, "fldCharType"), chosen=bool(told))

    def _add(self, text: str, marks: Marks) -> None:
        if text and not self.fields.in_instruction:
            self._inline.runs.append(Run(text, (*marks, *_link(self.fields.link))))

    def _target(self, relationship: str) -> str:
        found = self._relationships.get(relationship)
        return found.target if found and found.external else ""


def _link(target: str) -> Marks:
    return (("link", target),) if target else ()
