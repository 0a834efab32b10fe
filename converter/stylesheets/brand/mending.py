"""What a brand file asks for and cannot have on paper: missing families, colours that cannot be read.

In a style file these are faults. A brand file is written for screens, and not for us.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from converter.model.style import BLACK, WHITE, Color, FontFamily, TextRole, TextStyle
from converter.notices import Notice
from converter.stylesheets.contrast import LEAST, contrast, nearest_readable
from converter.stylesheets.fonts import find_family
from converter.stylesheets.legibility import on_own_ground
from converter.stylesheets.shapes import Reading
from converter.stylesheets.stand_ins import stand_ins
from converter.stylesheets.style_file import StyleFile
from converter.yaml_source import Place


def family_instead(name: str, place: Place, path: str, reading: Reading) -> FontFamily | None:
    """Return the family that stands in for one that cannot be had, after noting it.

    Args:
        name: of the family.
        place: where it is named.
        path: of the key that names it.
        reading: takes the notice.
    """
    fixed = path.startswith(("typography.monospace", "styles.code"))
    family = next(filter(None, map(find_family, (name, *stand_ins(name, fixed=fixed)))), None)
    if family is not None and family.name.casefold() != name.casefold():
        text = f"{name} is not installed here: {family.name} stands in"
        reading.notices.append(Notice("font-substituted", text, str(place)))
    return family


def made_readable(
    file: StyleFile, text: Mapping[TextRole, TextStyle], accent: Color, reading: Reading
) -> tuple[dict[TextRole, TextStyle], Color]:
    """Return the roles and the accent in colours that can be read on white paper, after noting each change.

    What stands on a ground of its own (a cover, a head of tables) is looked at with that ground.
    """
    elsewhere = on_own_ground(file)
    used = dict.fromkeys([accent, *(one.color for role, one in text.items() if role not in elsewhere)])
    shades = {
        color: nearest_readable(color, [(WHITE, LEAST)]) or BLACK
        for color in used
        if contrast(color, WHITE) < LEAST
    }
    for color, shade in shades.items():
        ratio = f"{contrast(color, WHITE):.1f}:1"
        what = f"{color.css} has a contrast of {ratio} with paper: text is in {shade.css}"
        reading.notices.append(Notice("contrast-mended", what, reading.brands[0]))
    mended = {
        role: one if role in elsewhere else replace(one, color=shades.get(one.color, one.color))
        for role, one in text.items()
    }
    return mended, shades.get(accent, accent)
