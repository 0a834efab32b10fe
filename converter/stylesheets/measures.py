"""Shapes of typography: lengths, line heights, weights, colours, paper."""

import re
from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from converter.model.style import Color
from converter.model.style import Length as Points
from converter.stylesheets.shapes import JsonSchema, Reading, ScalarShape, Shape, UnfitError, quoted
from converter.suggestions import suggest
from converter.yaml_source import Node, Scalar

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0}
_NUMBER = r"[+-]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})"
_MEASURE = re.compile(rf"({_NUMBER})[ ]?(pt|mm|cm|in|em)?", re.ASCII)
_PIXELS = re.compile(rf"({_NUMBER})[ ]?px", re.ASCII)
_POINTS_OF_PIXEL = 0.75
"""As CSS counts: 96 pixels to the inch."""
NAME = r"\w[\w-]{0,60}"
"""What a name for a colour looks like."""
_NAME = re.compile(NAME)
_DIGITS = re.compile(r"#?([0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?", re.ASCII)
"""A colour without its sign, or with an opacity."""
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", re.ASCII)
_TYPICAL_EM = 12
"""Points by which a measure in em is compared with bounds in points."""


class Measure(NamedTuple):
    """A length: so many points, or so many times a size of type."""

    amount: float
    unit: str

    def points(self, em: float) -> Points:
        """Return the length where one em is `em` points."""
        return Points(self.amount * em if self.unit == "em" else self.amount)


class Relative(ScalarShape[Measure]):
    """A length, also in em: multiples of the size of type. Bounds are in points, both included."""

    kind = "a length"
    remedy = "write 11pt, 3.9mm, 0.15in or 1.2em"
    bare = ""
    """What a number without unit counts; 0 needs none."""

    def __init__(self, least: float, most: float) -> None:
        """Take the bounds."""
        self.least = least
        self.most = most

    def parse(self, scalar: Scalar) -> Measure:
        """See `ScalarShape.parse`."""
        found = _MEASURE.fullmatch(scalar.text)
        number = float(found[1]) if found else 0.0
        unit = (found and (found[2] or self.bare)) or ("pt" if found and number == 0 else "")
        if not unit:
            remedy = self._nearest(scalar.text) or self.remedy
            raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", remedy)
        measure = Measure(number, "em") if unit == "em" else Measure(number * _POINTS[unit], "pt")
        if not self.least <= measure.points(_TYPICAL_EM) <= self.most:
            raise UnfitError(
                f"{quoted(scalar.text)} is out of range", f"write {self.least:g}pt to {self.most:g}pt"
            )
        return measure

    def _nearest(self, text: str) -> str:
        """Return a remedy for what is written as elsewhere: 14px, 10,5pt; empty for anything else."""
        pixels = _PIXELS.fullmatch(text)
        if pixels:
            return f"write {float(pixels[1]) * _POINTS_OF_PIXEL:g}pt"
        pointed = text.replace(",", ".")
        return f"write {pointed}" if pointed != text and _MEASURE.fullmatch(pointed) else ""

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return _length_schema("pt|mm|cm|in|em")


class LineHeight(Relative):
    """From baseline to baseline: a length, or a number that multiplies the size of type."""

    kind = "a line height"
    remedy = "write 1.4 or 15pt"
    bare = "em"

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": ["string", "number"], "pattern": f"^{_NUMBER} ?(pt|mm|cm|in|em)?$"}


class Length(ScalarShape[Points]):
    """A length in pt, mm, cm or in. Bounds are in points, both included."""

    kind = "a length"
    remedy = "write 11pt, 3.9mm or 0.15in"

    def __init__(self, least: float, most: float) -> None:
        """Take the bounds."""
        self._relative = Relative(least, most)

    def parse(self, scalar: Scalar) -> Points:
        """See `ScalarShape.parse`."""
        if scalar.text.endswith("em"):
            raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", self.remedy)
        try:
            return self._relative.parse(scalar).points(_TYPICAL_EM)
        except UnfitError as unfit:
            raise UnfitError(unfit.what, unfit.remedy.replace(Relative.remedy, self.remedy)) from None

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return _length_schema("pt|mm|cm|in")


class Thickness(Length):
    """The width of a line: a length, or `none`."""

    remedy = "write 0.5pt or none"

    def parse(self, scalar: Scalar) -> Points:
        """See `ScalarShape.parse`."""
        return Points(0) if scalar.text == "none" else super().parse(scalar)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"anyOf": [super().schema(), {"const": "none"}]}


class Weight(ScalarShape[int]):
    """A weight of type: a name, or 100 to 900."""

    kind = "a weight"
    names: ClassVar[dict[str, int]] = {
        "thin": 100,
        "extra-light": 200,
        "extralight": 200,
        "light": 300,
        "regular": 400,
        "normal": 400,
        "medium": 500,
        "semibold": 600,
        "semi-bold": 600,
        "bold": 700,
        "extra-bold": 800,
        "extrabold": 800,
        "black": 900,
    }

    def parse(self, scalar: Scalar) -> int:
        """See `ScalarShape.parse`."""
        text = scalar.text.lower()
        if text in self.names:
            return self.names[text]
        if re.fullmatch("[1-9]00", text, re.ASCII):
            return int(text)
        remedy = suggest(text, [*self.names, "100 to 900"])
        if text.isdecimal():
            remedy = "write 100, 200 and so on to 900"
        raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", remedy)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"enum": [*self.names, *range(100, 1000, 100)]}


class ColorName(ScalarShape[Scalar]):
    """A colour as written: a scalar whose text is `#rgb`, `#rrggbb` or a name yet to be looked up."""

    kind = "a colour"
    remedy = "write #12355b, quoted, or a name of the palette"

    def is_absent(self, node: Node) -> bool:
        """An unquoted `#fff` is a comment to YAML, but a colour to whoever wrote it."""
        return super().is_absent(node) and not (isinstance(node, Scalar) and _HEX.fullmatch(node.comment))

    def parse(self, scalar: Scalar) -> Scalar:
        """See `ScalarShape.parse`."""
        text = scalar.text or scalar.comment
        if not (_HEX if text.startswith("#") else _NAME).fullmatch(text):
            digits = _DIGITS.fullmatch(text)
            remedy = f'write "#{digits[1]}"' if digits else self.remedy
            raise UnfitError(f"{quoted(text)} is not {self.kind}", remedy)
        return Scalar(text, scalar.place)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": "string", "pattern": rf"^{_HEX.pattern}$|^{NAME}$"}


class ColorShape(Shape[Color]):
    """A colour: `#rgb`, `#rrggbb`, or a name of the palette."""

    _name = ColorName()

    def read(self, node: Node, path: str, reading: Reading) -> Color | None:
        """See `Shape.read`."""
        name = self._name.read(node, path, reading)
        if name is None:
            return None
        if name.text.startswith("#"):
            return hex_color(name.text)
        if name.text not in reading.colors:
            what = f"{quoted(name.text)} is not {self._name.kind}"
            reading.faults.add(name.place, path, what, suggest_color(name.text, reading.colors))
        return reading.colors.get(name.text)

    def is_absent(self, node: Node) -> bool:
        """See `ColorName.is_absent`."""
        return self._name.is_absent(node)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return self._name.schema()


class PaperSize(ScalarShape[tuple[Points, Points]]):
    """A paper by its name, or as `width x height`."""

    kind = "a paper size"
    sizes: ClassVar[dict[str, tuple[str, str]]] = {
        "A3": ("297mm", "420mm"),
        "A4": ("210mm", "297mm"),
        "A5": ("148mm", "210mm"),
        "B5": ("176mm", "250mm"),
        "Letter": ("8.5in", "11in"),
        "Legal": ("8.5in", "14in"),
        "Tabloid": ("11in", "17in"),
    }
    _side = Length(200, 5000)

    def parse(self, scalar: Scalar) -> tuple[Points, Points]:
        """See `ScalarShape.parse`."""
        name = next((name for name in self.sizes if name.lower() == scalar.text.lower()), "")
        width, x, height = scalar.text.replace("×", "x").partition("x")
        if not (name or (x and _MEASURE.fullmatch(width.strip()) and _MEASURE.fullmatch(height.strip()))):
            raise UnfitError(
                f"{quoted(scalar.text)} is not {self.kind}",
                suggest(scalar.text, [*self.sizes, "210mm x 297mm"]),
            )
        sides = self.sizes[name] if name else (width.strip(), height.strip())
        return self._points(sides[0], scalar), self._points(sides[1], scalar)

    def _points(self, side: str, scalar: Scalar) -> Points:
        return self._side.parse(Scalar(side, scalar.place))

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        # ECMA-262 has no flag for this inside a pattern
        any_case = ("".join(f"[{c.upper()}{c.lower()}]" for c in name) for name in self.sizes)
        side = rf"{_NUMBER} ?(pt|mm|cm|in)"
        pattern = rf"^({'|'.join(any_case)}|{side} *[x×] *{side})$"
        return {"type": "string", "pattern": pattern, "examples": [*self.sizes, "210mm x 297mm"]}


def _length_schema(units: str) -> JsonSchema:
    return {"anyOf": [{"type": "string", "pattern": f"^{_NUMBER} ?({units})$|^0$"}, {"const": 0}]}


def suggest_color(name: str, known: Iterable[str]) -> str:
    """Return a remedy for a colour that nobody knows."""
    if _DIGITS.fullmatch(name):
        return f'write "#{name[:6]}"'
    return suggest(name, [*known, 'another, such as "#12355b"'])


def hex_color(text: str) -> Color:
    """Return the colour that `#rgb` or `#rrggbb` stands for."""
    digits = text.removeprefix("#")
    red, green, blue = re.findall("..", digits) if digits[3:] else (digit * 2 for digit in digits)
    return Color(int(red, 16), int(green, 16), int(blue, 16))
