"""Lists and numbered paragraphs: definitions for the style, instances for each list (ECMA-376 17.9)."""

from typing import Literal, NamedTuple

from msgspec import Struct, field

from converter.model.style import Length, TextRole
from converter.writers.docx.advances import advances
from converter.writers.docx.box import inner_edge
from converter.writers.docx.formatting import indent
from converter.writers.docx.look import Look
from converter.writers.docx.markup import W, escape

Kind = Literal["bullet", "number"]

LEVELS = 5
"""How many levels Word has styles for: List Bullet, List Bullet 2, … 5."""


class Lists(NamedTuple):
    """The lists of one role and kind.

    Attributes:
        role: `bullet` or `lead`.
        kind: bullets or numbers.
        number_id: `w:numId` that their styles carry.
    """

    role: TextRole
    kind: Kind
    number_id: int

    def style(self, depth: int) -> str:
        """Return the id of the style of items at `depth`, from 0; the deepest serves all below it."""
        base = f"BriefingLead{self.kind.title()}" if self.role == "lead" else f"List{self.kind.title()}"
        return f"{base}{depth + 1 if depth else ''}"

    def hang(self, look: Look) -> Length:
        """Return how far a bullet or number stands left of its text."""
        return look.hang(self.role, self.kind)

    def left(self, look: Look, depth: int, hang: Length | None = None) -> Length:
        """Return where the text at `depth` begins; what hangs hangs in the indent, if that has room.

        Args:
            look: the style.
            depth: from 0.
            hang: how far a bullet or number stands left of the text, where that is not as usual.
        """
        hang = hang or self.hang(look)
        edge = inner_edge(look) if self.role == "lead" else 0
        return Length(max(look.text(self.role).indent, edge + hang) + hang * depth)


LISTS = (
    Lists("bullet", "bullet", 1),
    Lists("bullet", "number", 2),
    Lists("lead", "bullet", 3),
    Lists("lead", "number", 4),
)
_PARAGRAPHS = len(LISTS) + 1
_FIRST_FREE = _PARAGRAPHS + 1
_LETTER_EM, _GAP_EM = 0.52, 0.4
"""Of a letter of a font without files; between a number and its text."""


def lists_of(role: TextRole, kind: Kind) -> Lists:
    """Return the lists of `role` and `kind`; roles other than `lead` share theirs."""
    return LISTS[(2 if role == "lead" else 0) + (1 if kind == "number" else 0)]


def wide_hang(look: Look, role: TextRole, number: int) -> Length:
    """Return how far `number` hangs left of text of `role`: further than others where it needs more room."""
    face, label = look.fonts[role].face, f"{number}."
    width_em = advances(face).width(label) if face else _LETTER_EM * len(label)
    return Length(max(look.hang(role, "number"), (width_em + _GAP_EM) * look.text(role).size))


def number_properties(number_id: int, level: int = 0) -> str:
    """Return `w:numPr` (ECMA-376 17.3.1.19)."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


class Numbering(Struct):
    """The instances of one document.

    Attributes:
        definitions: `definitions_xml` of its look.
    """

    definitions: str
    _instances: list[tuple[int, int, int]] = field(default_factory=list)
    _paragraphs_id: int = _PARAGRAPHS
    _next_paragraph: int = 1

    def start_list(self, lists: Lists, level: int, start: int) -> int:
        """Return the `w:numId` of a new numbered list at `level`, from 0, that begins with `start`."""
        return self._add(lists.number_id, level, start)

    def paragraph(self, number: int) -> int:
        """Return the `w:numId` for paragraph `number`: the same as before unless the count breaks."""
        if number != self._next_paragraph:
            self._paragraphs_id = self._add(_PARAGRAPHS, 0, number)
        self._next_paragraph = number + 1
        return self._paragraphs_id

    def xml(self) -> str:
        """Return `word/numbering.xml`."""
        instances = "".join(
            f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{definition - 1}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number_id, (definition, level, start) in enumerate(self._instances, start=_FIRST_FREE)
        )
        return f'<w:numbering xmlns:w="{W}">{self.definitions}{instances}</w:numbering>'

    def _add(self, definition: int, level: int, start: int) -> int:
        self._instances.append((definition, level, start))
        return _FIRST_FREE + len(self._instances) - 1


def definitions_xml(look: Look) -> str:
    """Return what is the same for all documents of a look: `w:abstractNum` and one `w:num` for each."""
    definitions = ["".join(_list_level(lists, depth, look) for depth in range(LEVELS)) for lists in LISTS]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
        for index, levels in enumerate([*definitions, _paragraph_level(look)])
    )
    instances = "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(_PARAGRAPHS)
    )
    return abstract + instances


def _list_level(lists: Lists, depth: int, look: Look) -> str:
    """Return `w:lvl` (ECMA-376 17.9.6) of a list: a bullet of the style, or the count of this level."""
    bullets = look.style.bullets
    if lists.kind == "bullet":
        label = _label("bullet", escape(bullets[min(depth, len(bullets) - 1)]), lists.style(depth))
    else:
        label = _label("decimal", f"%{depth + 1}.", lists.style(depth))
    place = _place(lists.left(look, depth), lists.hang(look))
    return f'<w:lvl w:ilvl="{depth}">{label}{place}</w:lvl>'


def _paragraph_level(look: Look) -> str:
    """Return `w:lvl` of the paragraphs that are numbered through the report."""
    hang = look.hang("body", "number")
    place = _place(Length(max(look.text("body").indent, hang)), hang)
    return f'<w:lvl w:ilvl="0">{_label("decimal", "%1.")}{place}</w:lvl>'


def _label(kind: str, shown: str, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    shape = f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
    return f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}{shape}'


def _place(left: Length, hang: Length) -> str:
    return f"<w:pPr>{indent(left, first_line=-hang)}</w:pPr>"
