"""Three houses and their Word templates."""

from tests.sample import png
from tests.stylesheets.word_template.templates import (
    A4,
    LETTER,
    MARGINS,
    PAGE,
    Template,
    field_of,
    paragraph,
    picture,
    style,
    theme,
    words,
)


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


LETTERHEAD = Template(
    defaults='<w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>',
    styles="".join(
        [
            style("Normal", usual=True),
            style(
                "heading 1",
                '<w:keepNext/><w:spacing w:before="360" w:after="80"/>',
                f'{_fonts("Georgia")}<w:b/><w:color w:val="7A1F2B"/><w:sz w:val="32"/>',
                based_on="Normal",
            ),
            style("heading 2", "", '<w:sz w:val="26"/>', based_on="heading 1"),
            style(
                "Title",
                '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>',
                f'{_fonts("Georgia")}<w:color w:val="7A1F2B"/><w:sz w:val="52"/>',
                based_on="Normal",
            ),
            style(
                "Subtitle",
                "",
                '<w:color w:themeColor="text1" w:themeTint="A5"/><w:sz w:val="28"/>',
                based_on="Normal",
            ),
            style(
                "Quote",
                '<w:ind w:left="567" w:right="567"/><w:jc w:val="both"/>',
                "<w:i/>",
                based_on="Normal",
            ),
            style("List Paragraph", '<w:ind w:left="720"/><w:contextualSpacing/>', based_on="Normal"),
            style("header", "", '<w:sz w:val="18"/>', based_on="Normal"),
            style(
                "footer",
                '<w:jc w:val="center"/>',
                '<w:sz w:val="16"/><w:color w:val="5C5750"/>',
                based_on="Normal",
            ),
        ]
    ),
    theme=theme("Georgia", "Calibri", dk1="000000", lt1="FFFFFF", accent1="1F6F4A", hlink="0563C1"),
    fonts={"Calibri": "swiss", "Georgia": "roman"},
    section=A4 + MARGINS + "<w:titlePg/>",
    running={
        "first header": paragraph(picture(words="Port House")),
        "default header": paragraph(
            words("Port House\t{{title}}"), '<w:tabs><w:tab w:val="right" w:pos="9355"/></w:tabs>'
        ),
        "default footer": paragraph(
            words("Page ") + PAGE + words(" of ") + field_of(" NUMPAGES "), '<w:pStyle w:val="xFooter"/>'
        ),
        "first footer": paragraph(words("Port House, 1 Quay Street, Lund"), '<w:pStyle w:val="xFooter"/>'),
    },
    pictures={"logo.png": png(160, 40)},
    properties=("", "Port House"),
)
"""Georgia and Calibri, maroon headings, a logo on the first page, a footer in the middle."""

AMERICAN = Template(
    defaults=f'<w:rPrDefault><w:rPr>{_fonts("Arial")}<w:sz w:val="20"/></w:rPr></w:rPrDefault>',
    styles="".join(
        [
            style(
                "Normal",
                '<w:spacing w:after="120" w:line="280" w:lineRule="exact"/>',
                '<w:color w:val="222222"/>',
                usual=True,
            ),
            style(
                "heading 1",
                '<w:spacing w:before="240" w:after="120"/>',
                '<w:b/><w:caps/><w:spacing w:val="10"/><w:color w:val="005A8C"/><w:sz w:val="24"/>',
                based_on="Normal",
            ),
            style(
                "heading 2",
                '<w:spacing w:before="200" w:after="80"/>',
                '<w:b/><w:sz w:val="22"/>',
                based_on="Normal",
            ),
            style(
                "Title",
                '<w:spacing w:after="120" w:line="240" w:lineRule="auto"/>',
                '<w:b/><w:color w:val="005A8C"/><w:sz w:val="44"/>',
                based_on="Normal",
            ),
        ]
    ),
    fonts={"Arial": "swiss"},
    section=LETTER + '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="720" w:footer="720" w:gutter="0"/>',
    running={
        "default header": paragraph(words("Delta Institute")),
        "default footer": paragraph(
            words("delta.example\t") + field_of(" DATE ") + words("\t") + PAGE,
            '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs>',
        ),
    },
    properties=("Delta memo", ""),
)
"""Letter, Arial, lines of 14 points, headings in capitals."""

ARABIC = Template(
    defaults='<w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
    ' w:cstheme="minorBidi"/>'
    '<w:sz w:val="20"/><w:szCs w:val="26"/></w:rPr></w:rPrDefault>',
    styles="".join(
        [
            style("Normal", '<w:bidi/><w:spacing w:after="120" w:line="300" w:lineRule="auto"/>', usual=True),
            style(
                "heading 1",
                '<w:jc w:val="left"/><w:spacing w:before="240"/>',
                '<w:bCs/><w:color w:val="1F6F4A"/><w:szCs w:val="34"/>',
                based_on="Normal",
            ),
            style(
                "Title",
                '<w:jc w:val="center"/>',
                '<w:bCs/><w:color w:val="1F6F4A"/><w:szCs w:val="52"/>',
                based_on="Normal",
            ),
        ]
    ),
    theme=theme("Cambria", "Calibri", dk1="000000", lt1="FFFFFF", accent1="1F6F4A"),
    settings='<w:themeFontLang w:val="en-US" w:bidi="ar-SA"/>',
    section=A4 + MARGINS + "<w:bidi/>",
    running={"default footer": paragraph(PAGE, '<w:bidi/><w:jc w:val="center"/>')},
)
"""From right to left, in the theme's font for Arabic."""
