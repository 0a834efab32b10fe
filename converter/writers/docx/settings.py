"""Settings of the document (ECMA-376 17.15): current Word, nothing that asks the reader on opening."""

from collections.abc import Sequence

from converter.writers.docx.formatting import hyphenates
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.look import Look
from converter.writers.docx.markup import W

_MODERN = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
_SCHEME = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}
# Words are broken where a style allows it (others have `w:suppressAutoHyphens`), never in three lines on end.
_HYPHENATION = (
    '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="360"/>'
    "<w:doNotHyphenateCaps/>"
)
_EMBEDDED = "<w:embedTrueTypeFonts/>"


def embeds_fonts(look: Look) -> bool:
    """Tell whether the style wants its fonts inside the file (`word.embed-fonts`)."""
    return look.style.word.get("embed-fonts") is True


def settings_xml(look: Look, others: Sequence[str] = ()) -> str:
    """Return `word/settings.xml`; `others` are languages that the document has besides its own."""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_MODERN}" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    scheme = "".join(f' w:{name}="{value}"' for name, value in _SCHEME.items())
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        f"{_EMBEDDED if embeds_fonts(look) else ''}"
        '<w:defaultTabStop w:val="720"/>'
        f"{_HYPHENATION if hyphenates(look) else ''}"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:endnotePr><w:numFmt w:val="decimal"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
        f"<w:compat>{modes}</w:compat><w:themeFontLang{language_attributes(look.language, *others)}/>"
        f'<w:clrSchemeMapping{scheme}/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
