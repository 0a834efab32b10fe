"""From the name of a family to its files.

Looked at in this order: the files that a style names, installed font packages (`font_source_serif_pro` holds
Source Serif Pro), the system's font folders. The system's folders are searched only when the others fail.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from converter.model.style import FontFace, FontFamily, Generic
from converter.stylesheets.sfnt import Face, read_faces

_WEIGHTS = {
    "ExtraLight": 200,
    "Light": 300,
    "Regular": 400,
    "": 400,
    "Medium": 500,
    "Semibold": 600,
    "Bold": 700,
    "ExtraBold": 800,
    "Black": 900,
}
_SUFFIXES = (".ttf", ".otf", ".ttc")


class _Lender(NamedTuple):
    """A family whose glyphs stand in where others have none.

    Attributes:
        family: its name.
        generic: its kind.
        stem: how the names of its files begin.
        place: in a collection.
        suffix: of its files.
        package: of Debian and Ubuntu, which holds it.
    """

    family: str
    generic: Generic
    stem: str = ""
    place: int = 0
    suffix: str = ".ttf"
    package: str = "fonts-noto-core"


_SCRIPTS = (
    "Naskh Arabic",
    "Serif Hebrew",
    "Serif Armenian",
    "Serif Georgian",
    "Serif Devanagari",
    "Serif Thai",
)
_HAN = {"JP": 0, "KR": 1, "SC": 2, "TC": 3}
_LENDERS: tuple[_Lender, ...] = (
    *(_Lender(f"Noto {script}", "serif") for script in _SCRIPTS),
    _Lender("DejaVu Serif", "serif", package="fonts-dejavu-core"),
    _Lender("DejaVu Sans", "sans-serif", package="fonts-dejavu-core"),
    _Lender("Noto Sans Symbols 2", "sans-serif"),
    *(
        _Lender(f"Noto Sans CJK {region}", "sans-serif", "NotoSansCJK", index, ".ttc", "fonts-noto-cjk")
        for region, index in _HAN.items()
    ),
)
"""In the order in which they are asked."""
_SLANTS = (
    ("", 400, False),
    ("-Regular", 400, False),
    ("-Italic", 400, True),
    ("-Oblique", 400, True),
    ("-Bold", 700, False),
)
_PLACES = (
    "",
    *("truetype/noto", "opentype/noto", "noto", "noto-cjk", "google-noto", "google-noto-sans-cjk-fonts"),
    *("truetype/dejavu", "dejavu", "TTF", "dejavu-serif-fonts", "dejavu-sans-fonts"),
)


def find_family(name: str, generic: Generic | None = None) -> FontFamily | None:
    """Return an installed family; `None` when there is none of that name."""
    faces = _in_package(name)
    return FontFamily(name, faces, generic or _guess(name)) if faces else _in_system(name, generic)


def family_of_files(name: str, files: Iterable[Path], generic: Generic | None = None) -> FontFamily | None:
    """Return a family made of `files`; `None` when one of them is no font."""
    found = [(path, read_faces(path)) for path in files]
    return (
        _family(name, [(path, faces[0]) for path, faces in found], generic)
        if all(f for _, f in found)
        else None
    )


def lenders() -> tuple[FontFamily, ...]:
    """Return the installed families that lend missing characters, where systems usually keep them."""
    # names are looked for among those of a folder: to ask for each of three hundred paths takes 3 ms
    paths = [folder / place for folder in _system_folders() for place in _PLACES]
    folders = {path: _names_in(path) for path in paths}
    found = ((lender, _faces_lent(lender, folders)) for lender in _LENDERS)
    return tuple(FontFamily(lender.family, faces, lender.generic) for lender, faces in found if faces)


def usual_face(family: FontFamily) -> FontFace:
    """Return the face of `family` that is nearest to upright and regular."""
    return min(family.faces, key=lambda face: (face.italic, abs(face.weight - _WEIGHTS["Regular"])))


def lender_package(family: str) -> str:
    """Return the package of Debian and Ubuntu that holds a family that lends characters.

    Raises:
        KeyError: it is none of those.
    """
    return {lender.family: lender.package for lender in _LENDERS}[family]


def _in_package(name: str) -> tuple[FontFace, ...]:
    """Return the faces in the package of that family, told by the names of their files."""
    if not name.replace(" ", "").isalnum():
        return ()
    spec = find_spec("font_" + name.lower().replace(" ", "_"))
    if spec is None or spec.origin is None:
        return ()
    found: list[FontFace] = []
    for path in sorted((Path(spec.origin).parent / "files").glob("*.ttf")):
        face = _by_file_name(path)
        if face is not None:
            found.append(face)
    return tuple(sorted(found, key=lambda face: (face.weight, face.italic)))


def _by_file_name(path: Path) -> FontFace | None:
    suffix = path.stem.rpartition("-")[2]
    weight = suffix.removesuffix("Italic").removesuffix("It")
    return FontFace(str(path), _WEIGHTS[weight], weight != suffix) if weight in _WEIGHTS else None


def _in_system(name: str, generic: Generic | None) -> FontFamily | None:
    """Return that family from the system's folders; files named like it are opened first."""
    paths = [path for folder in _system_folders() for path in _font_files(folder)]
    start = _letters(name)
    faces = _faces_of(name, [path for path in paths if _letters(path.stem).startswith(start)]) or _faces_of(
        name, paths
    )
    return _family(name, faces, generic) if faces else None


def _faces_of(name: str, paths: Iterable[Path]) -> list[tuple[Path, Face]]:
    """Return one face for each weight and slant, TrueType before PostScript outlines."""
    read = [
        (path, face)
        for path in paths
        for face in read_faces(path)
        if face.family.casefold() == name.casefold()
    ]
    found: dict[tuple[int, bool], tuple[Path, Face]] = {}
    for path, face in sorted(read, key=lambda pair: pair[1].outlines == "postscript"):
        found.setdefault((face.weight, face.italic), (path, face))
    return [found[key] for key in sorted(found)]


def _family(name: str, faces: Sequence[tuple[Path, Face]], generic: Generic | None) -> FontFamily:
    files = tuple(FontFace(str(path), face.weight, face.italic, face.index) for path, face in faces)
    return FontFamily(name, files, generic or faces[0][1].generic or _guess(name))


def _names_in(folder: Path) -> frozenset[str]:
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries)
    except OSError:
        return frozenset()


def _faces_lent(lender: _Lender, folders: Mapping[Path, frozenset[str]]) -> tuple[FontFace, ...]:
    stem = lender.stem or lender.family.replace(" ", "")
    for folder, names in folders.items():
        faces = [
            FontFace(str(path), weight, italic, lender.place)
            for slant, weight, italic in _SLANTS
            if (name := f"{stem}{slant}{lender.suffix}") in names and (path := folder / name).is_file()
        ]
        if any(face.weight == _WEIGHTS["Regular"] and not face.italic for face in faces):
            return tuple(faces)
    return ()


def _font_files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(_SUFFIXES):
                yield Path(root, name)


def _system_folders() -> tuple[Path, ...]:
    home = Path("~").expanduser()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", local / "Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return (
        own / "fonts",
        home / ".fonts",
        *(Path(folder) / "fonts" for folder in shared.split(":") if folder),
    )


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _guess(name: str) -> Generic:
    words = name.lower().split()
    if "mono" in words or "code" in words or "courier" in words:
        return "monospace"
    return "serif" if "serif" in words and "sans" not in words else "sans-serif"
