"""The keys of colours, and the palette that they make."""

from converter.model.style import Color
from converter.stylesheets.maps import MapOf
from converter.stylesheets.measures import NAME, ColorName, hex_color, suggest_color
from converter.stylesheets.shapes import Reading, quoted
from converter.stylesheets.sheets import NOWHERE, Key, Sheet, Table
from converter.yaml_source import Node, Scalar

_FIXED = {"white": Scalar("#ffffff", NOWHERE), "black": Scalar("#000000", NOWHERE)}


class Colors(Sheet):
    """The palette, and colours by purpose; each name may be used wherever a colour is wanted."""

    palette = Key(MapOf(ColorName(), pattern=NAME, such_as="navy"), {}, "Names for colours.")
    foreground = Key(ColorName(), Scalar("#000000", NOWHERE), "Text.")
    muted = Key(ColorName(), Scalar("foreground", NOWHERE), "What stands back: facts, captions, references.")
    primary = Key(ColorName(), Scalar("foreground", NOWHERE), "The accent: headings, links.")
    rule = Key(ColorName(), Scalar("muted", NOWHERE), "Lines.")
    panel = Key(ColorName(), Scalar("#f3f3f3", NOWHERE), "Grounds.")


class ColorTable(Table[Colors]):
    """The shape of `color`; reading it fills `Reading.colors`, so it is read before every other key."""

    def __init__(self) -> None:
        """Take the sheet."""
        super().__init__(Colors)

    def read(self, node: Node, path: str, reading: Reading) -> Colors | None:
        """See `Shape.read`."""
        sheet = super().read(node, path, reading)
        if sheet is not None:
            reading.colors = resolve_colors(sheet, reading)
        return sheet


def resolve_colors(sheet: Colors, reading: Reading) -> dict[str, Color]:
    """Return every name's colour, names of names followed; what cannot be followed is a fault."""
    purposes = [name for name in Colors.keys if name != "palette"]
    paths = {
        **{name: f"color.palette.{name}" for name in sheet.palette},
        **{name: f"color.{name}" for name in purposes},
    }
    named = {**_FIXED, **sheet.palette, **{name: getattr(sheet, name) for name in purposes}}
    return {name: _follow(name, named, paths, reading) for name in named}


def _follow(name: str, named: dict[str, Scalar], paths: dict[str, str], reading: Reading) -> Color:
    """Return the colour of `name`, or black after noting why there is none."""
    passed = [name]
    while not named[passed[-1]].text.startswith("#"):
        scalar, path = named[passed[-1]], paths[passed[-1]]
        if scalar.text not in named:
            what = f"{quoted(scalar.text)} is not a colour"
            reading.faults.add(scalar.place, path, what, suggest_color(scalar.text, named))
            return Color(0, 0, 0)
        if scalar.text in passed:
            if scalar.text == name and scalar.place != NOWHERE:
                reading.faults.add(
                    scalar.place, path, "leads back to itself", 'write a colour such as "#12355b"'
                )
            return Color(0, 0, 0)
        passed.append(scalar.text)
    return hex_color(named[passed[-1]].text)
