"""The house's logo: the first picture of PNG or JPEG in the header, else in the first paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.ooxml.xml import Element, attribute, child, local
from converter.stylesheets.underlays import picture_excess
from converter.stylesheets.word_template.package import Package, Part

LOWEST, HIGHEST = 9.0, 60 * 72 / 25.4
"""Points; what is lower is a line, what is higher the ground of a page or a watermark."""

_SUFFIXES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([0-9.]{1,9})(pt|in|mm|cm|px)?", re.ASCII)
_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "px": 0.75, "": 0.75}
_EMU = 12_700


class Logo(NamedTuple):
    """A logo.

    Attributes:
        data: its bytes.
        suffix: of a file with them.
        alternative: what it says to those who do not see it; may be empty.
        height: as the template shows it, in points; 0: it does not say.
    """

    data: bytes
    suffix: str
    alternative: str
    height: float


def logo(package: Package, places: Sequence[tuple[Part, Element]]) -> tuple[Logo | None, tuple[str, ...]]:
    """Return the first logo, and the names of pictures before it that are of kinds we do not show.

    Args:
        package: the template.
        places: parts, each with the element in which to look, in order of preference.
    """
    unfit: list[str] = []
    for part, element in places:
        for picture in _pictures(element):
            target = part.related.get(picture.id)
            if target is None or not (picture.height == 0 or LOWEST <= picture.height <= HIGHEST):
                continue
            data = package.data(target.target)
            suffix = next((end for start, end in _SUFFIXES.items() if data.startswith(start)), "")
            if suffix and not picture_excess(data):
                return Logo(data, suffix, picture.alternative, picture.height), tuple(unfit)
            name = target.target.rpartition("/")[2]
            if data and name not in unfit:
                unfit.append(name)
    return None, tuple(unfit)


class _Picture(NamedTuple):
    id: str
    alternative: str
    height: float


def _pictures(element: Element) -> Iterator[_Picture]:
    for found in element.iter("{*}blip", "{*}imagedata"):
        if local(found) == "blip":
            frame = next(found.iterancestors("{*}inline", "{*}anchor"), None)
            about = child(frame, "docPr")
            words = attribute(about, "descr") or attribute(about, "title")
            height = attribute(child(frame, "extent"), "cy")
            yield _Picture(
                attribute(found, "embed"),
                words,
                int(height) / _EMU if re.fullmatch("[0-9]{1,9}", height) else 0.0,
            )
        else:
            shape = found.getparent()
            yield _Picture(attribute(found, "id"), attribute(shape, "alt"), _vml_height(shape))


def _vml_height(shape: Element | None) -> float:
    found = _HEIGHT.search(attribute(shape, "style"))
    try:
        return float(found[1]) * _POINTS[found[2] or ""] if found else 0.0
    except ValueError:
        return 0.0
