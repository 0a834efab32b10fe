"""A paragraph before it is written out, so that a box or a cover can still say something about it."""

from msgspec import Struct, field

from converter.model.style import Length, TextRole
from converter.writers.docx.formatting import NONE
from converter.writers.docx.markup import paragraph_properties


class Paragraph(Struct):
    """One paragraph.

    Attributes:
        role: how its text is set.
        style: id of its style in Word.
        content: mark-up of its runs.
        properties: what it says besides its style.
        left: where its text begins, outside a box.
        hang: how far a bullet or number stands left of that.
        set_off: whether the space to a table above it is part of its frame.
    """

    role: TextRole
    style: str
    content: str
    properties: dict[str, str] = field(default_factory=dict)
    left: Length = NONE
    hang: Length = NONE
    set_off: bool = False

    def xml(self) -> str:
        """Return `w:p` (ECMA-376 17.3.1.22)."""
        style = f'<w:pStyle w:val="{self.style}"/>'
        if not self.properties:
            return f"<w:p><w:pPr>{style}</w:pPr>{self.content}</w:p>"
        return f"<w:p>{paragraph_properties({'pStyle': style, **self.properties})}{self.content}</w:p>"
