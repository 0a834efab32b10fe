"""Lengths and colours: points (1/72 inch) and sRGB."""

from msgspec import Struct


class Length(float):
    """A length in points, with constructors and properties for the units of the formats."""

    __slots__ = ()

    @classmethod
    def from_mm(cls, millimetres: float) -> "Length":
        """Return the length of so many millimetres."""
        return cls(millimetres * 72 / 25.4)

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self * 25.4 / 72

    @property
    def twips(self) -> int:
        """In twentieths of a point, rounded (ECMA-376 ST_TwipsMeasure)."""
        return round(self * 20)

    @property
    def half_points(self) -> int:
        """In half points, rounded (ECMA-376 ST_HpsMeasure)."""
        return round(self * 2)

    @property
    def eighth_points(self) -> int:
        """In eighths of a point, rounded (ECMA-376 ST_EighthPointMeasure)."""
        return round(self * 8)

    @property
    def emu(self) -> int:
        """In English Metric Units, 12,700 to the point (ECMA-376 ST_CoordinateUnqualified)."""
        return round(self * 12_700)


class Color(Struct, frozen=True):
    """An sRGB colour; each channel is 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """Six hexadecimal digits in capitals, as Word writes them."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def css(self) -> str:
        """`#` and six hexadecimal digits, as CSS and style files write them."""
        return f"#{self.hex.lower()}"


ZERO = Length(0)
BLACK = Color(0, 0, 0)
WHITE = Color(255, 255, 255)
