"""The font table: what Word needs for a good substitute where a font is not installed (ECMA-376 17.8)."""

from collections.abc import Mapping

from converter.model.style import FontFamily
from converter.writers.docx.look import Look
from converter.writers.docx.markup import R, W, escape
from converter.writers.docx.typeface import Typeface

# For each kind of font: Word's name for the kind, and a substitute that Office has everywhere, by weight.
_KINDS = {
    "serif": ("roman", "Cambria", "Cambria"),
    "sans-serif": ("swiss", "Calibri", "Segoe UI Semibold"),
    "monospace": ("modern", "Consolas", "Consolas"),
}


def font_table_xml(look: Look, embedded: Mapping[str, str]) -> str:
    """Return `word/fontTable.xml`, one entry for each font that the style names, in alphabetical order.

    Args:
        look: the style.
        embedded: name of a font → mark-up of what is embedded of it.
    """
    fonts = {
        font.name: _font(font.face, font.family, embedded.get(font.name, ""))
        for font in look.fonts.values()
        if font.face and font.family
    }
    listed = "".join(fonts[name] for name in sorted(fonts))
    return f'<w:fonts xmlns:w="{W}" xmlns:r="{R}">{listed}</w:fonts>'


def _font(face: Typeface, family: FontFamily, embedded: str) -> str:
    """Return one `w:font` with its children in the order of CT_Font (ECMA-376 17.8.3.10)."""
    kind, regular, semibold = _KINDS[family.generic]
    other = regular if face.family == family.name else semibold
    ranges = "".join(
        f' w:{name}="{mask}"'
        for name, mask in zip(("usb0", "usb1", "usb2", "usb3", "csb0", "csb1"), face.signature, strict=True)
    )
    return (
        f'<w:font w:name="{escape(face.family)}"><w:altName w:val="{other}"/>'
        f'<w:panose1 w:val="{face.panose}"/><w:charset w:val="00"/><w:family w:val="{kind}"/>'
        f'<w:pitch w:val="{"fixed" if face.fixed_pitch else "variable"}"/><w:sig{ranges}/>{embedded}</w:font>'
    )
