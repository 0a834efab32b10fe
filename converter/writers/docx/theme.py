"""The theme: the style's colours and its two leading fonts (ECMA-376 20.1.6.9)."""

from converter.writers.docx.look import Look
from converter.writers.docx.markup import A, escape

_SLOTS = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
# What each script falls back to where the theme's Latin font lacks it; the names are those of Windows.
_SCRIPT_FONTS = {
    "Jpan": "Yu Mincho",
    "Hang": "Malgun Gothic",
    "Hans": "SimSun",
    "Hant": "PMingLiU",
    "Arab": "Times New Roman",
    "Hebr": "Times New Roman",
    "Thai": "Angsana New",
    "Deva": "Mangal",
    "Armn": "Sylfaen",
    "Geor": "Sylfaen",
}
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_SOLID}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="Briefing"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(look: Look) -> str:
    """Return `word/theme/theme1.xml`: major font is that of headings, minor font that of the body."""
    name = escape(look.style.name)
    colors = "".join(
        f'<a:{element}><a:srgbClr val="{look.theme_colors[slot].hex}"/></a:{element}>'
        for element, slot in _SLOTS.items()
    )
    return (
        f'<a:theme xmlns:a="{A}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{_fonts(look.fonts["heading1"].name)}</a:majorFont>'
        f"<a:minorFont>{_fonts(look.fonts['body'].name)}</a:minorFont></a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    )


def _fonts(latin: str) -> str:
    scripts = "".join(
        f'<a:font script="{script}" typeface="{font}"/>' for script, font in _SCRIPT_FONTS.items()
    )
    return f'<a:latin typeface="{escape(latin)}"/><a:ea typeface=""/><a:cs typeface=""/>{scripts}'
