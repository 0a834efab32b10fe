"""The label of a handling mark, a paragraph of the header and of the footer."""

from converter.model.style import HandlingMark, Length, RunningKind
from converter.writers.docx.formatting import NONE, OFF, indent
from converter.writers.docx.markup import characters, paragraph_properties, run_properties
from converter.writers.docx.stylenames import ROLE_STYLES

# Where a run has a border, LibreOffice shades it in part; so the ground reaches beyond the words by spaces.
_PADDING = "\u00a0"


def label_xml(kind: RunningKind, mark: HandlingMark, ground: str = "") -> str:
    """Return `w:p` with the label: words on a ground of their own, at least as high as `HandlingMark.strip`.

    It runs from left to right, whichever way the report's script runs, so that right is right.

    Args:
        kind: of what it is a part.
        mark: what it says, and how it looks.
        ground: run with a picture behind the page, that this paragraph anchors.
    """
    space = Length(mark.strip - mark.height).twips
    before, after = (0, space) if kind == "header" else (space, 0)
    line = f'w:line="{mark.height.twips}" w:lineRule="atLeast"'
    properties = {
        "pStyle": f'<w:pStyle w:val="{ROLE_STYLES[kind].id}"/>',
        "bidi": f"<w:bidi{OFF}/>",
        "spacing": f'<w:spacing w:before="{before}" w:after="{after}" {line}/>',
        "ind": indent(NONE),
        "jc": f'<w:jc w:val="{mark.position}"/>',
    }
    look = run_properties(_look(mark))
    words = "".join(f"<w:r>{look}{characters(text)}</w:r>" for text in (_PADDING, mark.text, _PADDING))
    return f"<w:p>{paragraph_properties(properties)}{ground}{words}</w:p>"


def _look(mark: HandlingMark) -> dict[str, str]:
    """Return the properties of the runs."""
    half_points = mark.size.half_points
    return {
        "b": "<w:b/>",
        "bCs": "<w:bCs/>",
        "i": f"<w:i{OFF}/>",
        "iCs": f"<w:iCs{OFF}/>",
        "caps": f"<w:caps{OFF}/>",
        "color": f'<w:color w:val="{mark.color.hex}"/>',
        "spacing": '<w:spacing w:val="0"/>',
        "sz": f'<w:sz w:val="{half_points}"/>',
        "szCs": f'<w:szCs w:val="{half_points}"/>',
        "shd": f'<w:shd w:val="clear" w:color="auto" w:fill="{mark.ground.hex}"/>',
    }
