"""How a page is printed: paper, margins, headers and footers (CSS Paged Media 3)."""

from collections.abc import Iterator

from converter.model.document import Document, Inline, PageField, RunningLine
from converter.model.style import Color, HandlingMark, Length, RunningKind, Style
from converter.writers.html.css import color, font_stack, selector, string
from converter.writers.html.inlines import plain
from converter.writers.html.label import displaced, margin_box

_PRINT = """\
@media print{{:root{{font-size:{size:g}pt}}body{{padding:0;max-width:none}}\
a{{color:inherit;text-decoration:none}}*{{print-color-adjust:exact}}p,li{{orphans:2;widows:2}}tr,img{{break-inside:avoid}}\
header.title-block{{padding-block-start:0}}}}"""


def rules(style: Style, document: Document) -> Iterator[str]:
    """Yield the rules of paper; headers and footers stand in the margins, with running numbers."""
    yield _PRINT.format(size=style.text["body"].size)
    if justified := [selector(role) for role, text in style.text.items() if text.align == "justify"]:
        yield f"@media print{{{','.join(justified)}{{text-align:justify}}}}"
    page, cover = style.page, style.cover
    lines = _running("header", document.header, style, document.mark)
    lines += _running("footer", document.footer, style, document.mark)
    margins = (page.top, page.right, page.bottom, page.left)
    first = _first_lines(style, document)
    if cover.kind != "none":
        # The ground reaches the paper's edges only where there is no margin: the text keeps away by itself.
        margins = (page.top, Length(0), page.bottom, Length(0))
        first += "margin-top:0" if cover.kind == "band" else "margin:0"
        yield _cover(style)
    margin = " ".join(f"{length:g}pt" for length in margins)
    yield f"@page{{size:{page.width:g}pt {page.height:g}pt;margin:{margin};{lines}}}"
    if first:
        yield f"@page :first{{{first}}}"


def _cover(style: Style) -> str:
    page = style.page
    whole = f";min-height:{page.height - 1:g}pt;break-after:page" if style.cover.kind == "page" else ""
    return (
        f"@media print{{body{{padding:0 {page.right:g}pt 0 {page.left:g}pt}}"
        f"header.title-block{{padding-block-start:{page.top:g}pt{whole}}}}}"
    )


def _first_lines(style: Style, document: Document) -> str:
    """Return the margin boxes of the first page, where they are others or stand on a cover's ground."""
    cover = style.cover
    lines: tuple[tuple[RunningKind, RunningLine | None, RunningLine, Color | None], ...] = (
        ("header", document.first_header, document.header, cover.header),
        ("footer", document.first_footer, document.footer, cover.footer),
    )
    return "".join(
        _running(role, others if own is None else own, style, document.mark, on_cover)
        for role, own, others, on_cover in lines
        if own is not None or on_cover
    )


def _running(
    role: RunningKind,
    line: RunningLine,
    style: Style,
    mark: HandlingMark | None,
    on_cover: Color | None = None,
) -> str:
    """Return the margin boxes of a header or footer, the empty ones too: they end those of other pages."""
    if mark and role in mark.lines:
        line = displaced(line, mark, style.separator)
    else:
        mark = None
    text = style.text[role]
    edge = "top" if role == "header" else "bottom"
    slant = "italic " if text.italic else ""
    stack = font_stack(style, text.family)
    look = f"font:{slant}{text.weight} {text.size:g}pt/{text.leading:g}pt {stack}"
    look += f";color:{color(on_cover or text.color)}"
    if text.capitals == "all":
        look += ";text-transform:uppercase"
    if text.tracking:
        look += f";letter-spacing:{text.tracking:g}pt"
    page, bleeds = style.page, style.cover.kind != "none"
    places = (
        ("left", line.left, f";padding-left:{page.left:g}pt" if bleeds else ""),
        ("center", line.center, ""),
        ("right", line.right, f";padding-right:{page.right:g}pt" if bleeds else ""),
    )
    boxes = {place: f"content:{_content(words)};{look}{room}" for place, words, room in places}
    if mark:
        side = {"left": page.left, "center": 0.0, "right": page.right}[mark.position]
        boxes[mark.position] = margin_box(mark, style, side if bleeds else 0.0)
    return "".join(f"@{edge}-{place}{{{box}}}" for place, box in boxes.items())


def _content(words: tuple[Inline, ...]) -> str:
    parts = [
        f"counter({word.kind})" if isinstance(word, PageField) else string(plain((word,))) for word in words
    ]
    return " ".join(parts) or "none"
