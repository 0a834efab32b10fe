"""The paper and its margins, as the section of the text has them (ECMA-376 part 1, 17.6)."""

from converter.ooxml.xml import Element, attribute, child, twips
from converter.stylesheets.measures import PaperSize
from converter.stylesheets.word_template.tree import Tree, millimetres, points
from converter.yaml_source import Place, Scalar

_NEAR = 1.5
"""Points by which a paper may differ from the one whose name it gets."""


def page(section: Element | None) -> Tree:
    """Return the keys of `page:`; text begins at the margin."""
    width, height = (_points(child(section, "pgSz"), side) for side in ("w", "h"))
    size: Tree = {"size": _paper(width, height)} if width and height else {}
    written = child(section, "pgMar")
    margins = {side: _points(written, side) for side in ("top", "bottom", "left", "right")}
    gutter = _points(written, "gutter") or 0.0
    if margins["left"] is not None:
        margins["left"] += gutter
    distances = {side: _points(written, side) for side in ("header", "footer")}
    found: Tree = {side: millimetres(length) for side, length in margins.items() if length is not None}
    return {
        **size,
        **({"margins": found} if found else {}),
        "indent": "0",
        **{side: millimetres(length) for side, length in distances.items() if length is not None},
    }


def text_width(section: Element | None) -> float:
    """Return the width between the margins in points; that of A4 where nothing is said."""
    width = _points(child(section, "pgSz"), "w") or 595.0
    margins = (_points(child(section, "pgMar"), side) or 0.0 for side in ("left", "right"))
    return max(width - sum(margins), 1.0)


def _points(element: Element | None, name: str) -> float | None:
    """Return a measure in points; a negative margin is as large as a positive one (17.6.11 `top`)."""
    found = twips(attribute(element, name))
    return None if found is None else abs(found) / 20


def _paper(width: float, height: float) -> str:
    """Return the paper by its name where it has one, else by its sides."""
    place = Place("")
    for name in PaperSize.sizes:
        known = PaperSize().parse(Scalar(name, place))
        if abs(known[0] - width) < _NEAR and abs(known[1] - height) < _NEAR:
            return name
    if any(abs(side * 25.4 / 72 - round(side * 25.4 / 72)) > 0.1 for side in (width, height)):  # noqa: PLR2004
        return f"{points(width)} x {points(height)}"
    return f"{round(width * 25.4 / 72)}mm x {round(height * 25.4 / 72)}mm"
