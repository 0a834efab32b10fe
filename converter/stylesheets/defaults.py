"""The defaults of the schema, as a file would write them."""

from collections.abc import Mapping

from converter.model.style import Color, Length
from converter.stylesheets.measures import PaperSize
from converter.stylesheets.sheets import NOWHERE, Sheet
from converter.stylesheets.writing import scalar_text
from converter.yaml_source import Scalar

_SAME = 1e-9
"""Points by which a length that was rounded may differ from itself."""


def default_text(default: object) -> str | None:
    """Return a default as YAML on one line; `None` where there is none, or it is a map.

    Raises:
        TypeError: it is of a kind that no key has had yet.
    """
    match default:
        case None | Mapping() | Sheet():
            text = None
        case Scalar() | str():
            text = scalar_text(default.text if isinstance(default, Scalar) else default)
        case bool() | int():
            text = str(default).lower()
        case Color():
            text = scalar_text(default.css)
        case Length():
            text = _length_text(default)
        case (Length() as width, Length() as height):
            text = _paper_text(width, height)
        case tuple():
            text = "[" + ", ".join(str(default_text(item)) for item in default) + "]"
        case _:
            raise TypeError(default)
    return text


def _length_text(length: Length) -> str:
    millimetres = round(length.mm, 2)
    if millimetres and abs(Length.from_mm(millimetres) - length) < _SAME:
        return f"{millimetres:g}mm"
    return f"{length:g}pt" if length else "0"


def _paper_text(width: Length, height: Length) -> str:
    for name in PaperSize.sizes:
        sides = PaperSize().parse(Scalar(name, NOWHERE))
        if abs(sides[0] - width) < _SAME and abs(sides[1] - height) < _SAME:
            return name
    return f"{_length_text(width)} x {_length_text(height)}"
