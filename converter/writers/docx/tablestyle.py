"""The table style: rules above and below the head and at the end, none between columns (ECMA-376 17.7.6)."""

from converter.model.style import Length
from converter.writers.docx.look import Look
from converter.writers.docx.stylenames import TABLE_STYLE

COLUMN_GAP_PT = 12.0
_PADDING = 0.25  # of the leading, above and below the text of a cell


def table_styles_xml(look: Look) -> str:
    """Return Word's plain table and ours; no default of Word's may shine through."""
    rule = look.style.table_rule
    lines = "".join(look.border(side, rule.color, rule.width, 0) for side in ("top", "bottom") if rule.width)
    head = f"<w:tcBorders>{border}</w:tcBorders>" if (border := head_border(look)) else ""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_margins(0, 0, 0)}</w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        '<w:name w:val="Briefing Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="36"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>"
        f"{_margins(_PADDING * look.text('table-cell').leading, *_gaps(look))}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr></w:style>'
    )


def head_border(look: Look) -> str:
    """Return the line below a table's head, a side of `w:tcBorders`; empty when the style draws none."""
    rule = look.style.table_rule
    return look.border("bottom", rule.color, rule.width, 0) if rule.width else ""


def _gaps(look: Look) -> tuple[float, float]:
    """Return the gaps at the sides of a cell's text; right to left, programs differ on which is which."""
    return (0.0, COLUMN_GAP_PT) if look.direction == "ltr" else (COLUMN_GAP_PT / 2, COLUMN_GAP_PT / 2)


def _margins(vertical_pt: float, left_pt: float, right_pt: float) -> str:
    """Return `w:tblCellMar` (ECMA-376 17.4.42)."""
    sides = (("top", vertical_pt), ("left", left_pt), ("bottom", vertical_pt), ("right", right_pt))
    listed = "".join(f'<w:{side} w:w="{Length(size).twips}" w:type="dxa"/>' for side, size in sides)
    return f"<w:tblCellMar>{listed}</w:tblCellMar>"
