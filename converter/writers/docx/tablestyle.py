"""The table style: rules and grounds of head and rows, none between columns (ECMA-376 17.7.6)."""

from converter.model.style import Color, Length
from converter.writers.docx.look import Look
from converter.writers.docx.stylenames import TABLE_STYLE

COLUMN_GAP_PT = 12.0


def table_styles_xml(look: Look) -> str:
    """Return Word's plain table and ours; no default of Word's may shine through."""
    table = look.style.table
    lines = "".join(
        look.border(side, rule.color, rule.width, 0)
        for side, rule in (("top", table.rule), ("bottom", table.rule), ("insideH", table.row_rule))
        if rule.width
    )
    head = f"<w:tcBorders>{border}</w:tcBorders>" if (border := head_border(look)) else ""
    bands = '<w:tblStyleRowBandSize w:val="1"/>' if table.stripe else ""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_margins(0, 0, 0)}</w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        '<w:name w:val="Briefing Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="36"/><w:qFormat/>'
        f"<w:tblPr>{bands}<w:tblBorders>{lines}</w:tblBorders>"
        f"{_margins(table.padding, *_gaps(look))}</w:tblPr>"
        f"{_part('firstRow', head + ground(look, table.head_fill))}"
        f"{_part('band2Horz', ground(look, table.stripe)) if table.stripe else ''}</w:style>"
    )


def head_border(look: Look) -> str:
    """Return the line below a table's head, a side of `w:tcBorders`; empty when the style draws none."""
    rule = look.style.table.below_head
    return look.border("bottom", rule.color, rule.width, 0) if rule.width else ""


def ground(look: Look, fill: Color | None) -> str:
    """Return `w:shd` of cells on a ground; empty: on the paper."""
    return look.shading(fill) if fill else ""


def _part(kind: str, properties: str) -> str:
    """Return how the cells of a part of the table differ (ECMA-376 17.7.6.6)."""
    return f'<w:tblStylePr w:type="{kind}"><w:tcPr>{properties}</w:tcPr></w:tblStylePr>'


def _gaps(look: Look) -> tuple[float, float]:
    """Return the gaps at the sides of a cell's text; right to left, programs differ on which is which."""
    inset = float(look.style.table.inset) if look.direction == "ltr" else COLUMN_GAP_PT / 2
    return inset, COLUMN_GAP_PT - inset


def _margins(vertical_pt: float, left_pt: float, right_pt: float) -> str:
    """Return `w:tblCellMar` (ECMA-376 17.4.42)."""
    sides = (("top", vertical_pt), ("left", left_pt), ("bottom", vertical_pt), ("right", right_pt))
    listed = "".join(f'<w:{side} w:w="{Length(size).twips}" w:type="dxa"/>' for side, size in sides)
    return f"<w:tblCellMar>{listed}</w:tblCellMar>"
