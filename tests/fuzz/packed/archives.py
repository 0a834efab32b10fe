"""Zip files, changed inside (APPNOTE 6.3)."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from tests.fuzz.packed.trees import change_xml, picked
from tests.fuzz.target import Chance, Change

_FAULTS = (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)
_MOST_BYTES = 4_000_000


def change_archive(data: bytes, change: Change, chance: Chance) -> bytes:
    """Return an archive in which one file was changed; rarely, its own bytes were."""
    files = unpacked(data)
    if not files or not chance.randrange(20):
        return change(data)
    _change(files, change, chance)
    return packed(files)


def packed(files: dict[str, bytes]) -> bytes:
    """Return an archive, the same whenever it is made."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name or "x"), content, ZIP_DEFLATED)
    return made.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive; none where it is no whole one."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                return {}
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except _FAULTS:
        return {}


def _change(files: dict[str, bytes], change: Change, chance: Chance) -> None:
    names = list(files)
    name, other = picked(names, chance), picked(names, chance)
    match chance.randrange(20):
        case 0:
            del files[name]
        case 1:
            files[name] = files[other]
        case 2:
            files[change(name.encode()).decode("utf-8", "replace")[:200]] = files.pop(name)
        case 3 | 4 | 5:
            files[name] = change(files[name])
        case _:
            files[name] = _tree_changed(files[name], change, chance)


def _tree_changed(content: bytes, change: Change, chance: Chance) -> bytes:
    try:
        return change_xml(content, chance)
    except ValueError:
        return change(content)
