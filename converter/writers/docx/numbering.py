"""Lists and numbered paragraphs: definitions for the style, instances for each list (ECMA-376 17.9)."""

from dataclasses import dataclass, field
from typing import Literal

from converter.model.style import Length, TextRole
from converter.writers.docx.box import box_left
from converter.writers.docx.look import Look
from converter.writers.docx.markup import W, escape, run_properties

Kind = Literal["bullet", "number"]
LEVELS = 5
"""How many levels Word has styles for: List Bullet, List Bullet 2, … 5."""

_FORMATS = ("decimal", "lowerLetter", "lowerRoman", "decimal", "lowerLetter")
_DEFINITIONS: tuple[tuple[TextRole, Kind], ...] = (
    ("bullet", "bullet"),
    ("bullet", "number"),
    ("lead", "bullet"),
    ("lead", "number"),
)
_PARAGRAPHS = len(_DEFINITIONS)
# Word's numbering ids count from 1: one for each definition, then one for each list that starts anew.
_FIRST_FREE = _PARAGRAPHS + 2


def list_style(role: TextRole, kind: Kind, depth: int) -> str:
    """Return the id of the style of a list's items at `depth`, from 0; the deepest level serves all below it."""
    level = min(depth, LEVELS - 1) + 1
    base = f"BriefingLead{kind.title()}" if role == "lead" else f"List{kind.title()}"
    return base if level == 1 else f"{base}{level}"


def list_left(look: Look, role: TextRole, kind: Kind, depth: int) -> Length:
    """Return where the text of items at `depth` begins; bullets hang in the indent where it has room for them."""
    hang = look.hang(role, kind)
    if role == "lead" and look.style.box:
        return Length(box_left(look, role) + hang * (depth + 1))
    return Length(max(look.text(role).indent, hang) + hang * depth)


def definition_id(role: TextRole, kind: Kind) -> int:
    """Return the `w:numId` that the styles of such lists carry."""
    return _DEFINITIONS.index((role if role == "lead" else "bullet", kind)) + 1


def number_properties(number_id: int, level: int = 0) -> str:
    """Return `w:numPr` (ECMA-376 17.3.1.19)."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


@dataclass(slots=True)
class Numbering:
    """The instances of one document.

    Attributes:
        definitions: `definitions_xml` of its look.
    """

    definitions: str
    _instances: list[tuple[int, int]] = field(default_factory=list)
    _paragraphs_id: int = _PARAGRAPHS + 1
    _next_paragraph: int = 1

    def start_list(self, role: TextRole, start: int) -> int:
        """Return the `w:numId` of a new numbered list that begins with `start`."""
        return self._add(definition_id(role, "number") - 1, start)

    def paragraph(self, number: int) -> int:
        """Return the `w:numId` for the numbered paragraph `number`: the same as before unless the count breaks."""
        if number != self._next_paragraph:
            self._paragraphs_id = self._add(_PARAGRAPHS, number)
        self._next_paragraph = number + 1
        return self._paragraphs_id

    def xml(self) -> str:
        """Return `word/numbering.xml`."""
        instances = "".join(
            f'<w:num w:numId="{_FIRST_FREE + index}"><w:abstractNumId w:val="{definition}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for index, (definition, start) in enumerate(self._instances)
        )
        return f'<w:numbering xmlns:w="{W}">{self.definitions}{instances}</w:numbering>'

    def _add(self, definition: int, start: int) -> int:
        self._instances.append((definition, start))
        return _FIRST_FREE + len(self._instances) - 1


def definitions_xml(look: Look) -> str:
    """Return what is the same for all documents of a look: `w:abstractNum` and one `w:num` for each."""
    abstract = [
        _definition(index, "".join(_level(look, role, kind, depth) for depth in range(LEVELS)))
        for index, (role, kind) in enumerate(_DEFINITIONS)
    ]
    abstract.append(_definition(_PARAGRAPHS, _paragraph_level(look)))
    instances = (
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(_PARAGRAPHS + 1)
    )
    return "".join([*abstract, *instances])


def _definition(index: int, levels: str) -> str:
    kind = "singleLevel" if index == _PARAGRAPHS else "multilevel"
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    )


def _level(look: Look, role: TextRole, kind: Kind, depth: int) -> str:
    bullets = look.style.bullets
    shown = bullets[min(depth, len(bullets) - 1)] if kind == "bullet" else f"%{depth + 1}."
    format_ = "bullet" if kind == "bullet" else _FORMATS[depth]
    style = f'<w:pStyle w:val="{list_style(role, kind, depth)}"/>'
    return _lvl(
        look, depth, format_, style, shown, role, (list_left(look, role, kind, depth), look.hang(role, kind))
    )


def _paragraph_level(look: Look) -> str:
    hang = look.hang("body", "number")
    return _lvl(look, 0, "decimal", "", "%1.", "body", (Length(max(look.text("body").indent, hang)), hang))


def _lvl(
    look: Look, depth: int, format_: str, style: str, shown: str, role: TextRole, place: tuple[Length, Length]
) -> str:  # noqa: PLR0913, PLR0917
    """Return `w:lvl` (ECMA-376 17.9.6); `place` is where its text begins and how far the number hangs."""
    left, hang = place
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{style}'
        f'<w:lvlText w:val="{escape(shown)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left.twips}" w:hanging="{hang.twips}"/></w:pPr>'
        f"{run_properties({'rFonts': look.font(role)})}</w:lvl>"
    )
