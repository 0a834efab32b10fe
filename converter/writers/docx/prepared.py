"""What is the same in every document of one style and language: made and compressed once, then copied."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from converter.file_cache import on_forget
from converter.model.style import Style
from converter.notices import Notice
from converter.writers.docx.embedding import Embedding, embed
from converter.writers.docx.fonttable import font_table_xml
from converter.writers.docx.look import Look
from converter.writers.docx.numbering import definitions_xml
from converter.writers.docx.package import Part, xml_part
from converter.writers.docx.settings import embeds_fonts, settings_xml
from converter.writers.docx.styles import styles_xml
from converter.writers.docx.theme import theme_xml

_MAX_KEPT = 16


class Prepared(NamedTuple):
    """The constant parts.

    Attributes:
        look: the style, worked out.
        definitions: of lists, for `numbering.xml`.
        parts: ready for the archive.
        notices: fonts that may not travel in the file, a logo that cannot be read.
    """

    look: Look
    definitions: str
    parts: tuple[Part, ...]
    notices: tuple[Notice, ...]


# By the identity of the style, which cannot be hashed; each entry holds its style, so that no other can take
# over its identity.
_kept: dict[tuple[int, str, str, tuple[str, ...]], Prepared] = {}
on_forget(_kept.clear)


def prepare(
    style: Style, language: str, direction: Literal["ltr", "rtl"], others: tuple[str, ...] = ()
) -> Prepared:
    """Return the constant parts, from the last call with the same style where there was one.

    Args:
        style: of the document.
        language: of the document.
        direction: of its script.
        others: languages that its words have besides; see `Survey.languages`.
    """
    key = (id(style), language, direction, others)
    if key not in _kept:
        if len(_kept) >= _MAX_KEPT:
            del _kept[next(iter(_kept))]
        _kept[key] = _prepare(Look(style, language, direction), others)
    return _kept[key]


def _prepare(look: Look, others: tuple[str, ...]) -> Prepared:
    embedding = embed(look) if embeds_fonts(look) else Embedding()
    parts = (
        xml_part("word/styles.xml", styles_xml(look, others)),
        xml_part("word/settings.xml", settings_xml(look, others)),
        xml_part("word/fontTable.xml", font_table_xml(look, embedding.elements)),
        *embedding.parts,
        xml_part("word/theme/theme1.xml", theme_xml(look)),
    )
    return Prepared(look, definitions_xml(look), parts, (*embedding.notices, *_logo_notices(look)))


def _logo_notices(look: Look) -> Iterator[Notice]:
    if look.style.logo and look.logo is None:
        text = "the logo cannot be read and is left out; save it anew as PNG or JPEG"
        yield Notice("picture-unreadable", text, look.style.logo.path)
