"""A Word template as a file: found, opened, and told what is wrong with it, alike for all who read one."""

from difflib import get_close_matches
from pathlib import Path
from stat import S_ISREG

from converter.archives import BombError, unpack
from converter.errors import StyleError
from converter.limits import LIMITS

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word files began until 2007, and those with a password still do (MS-CFB 2.2)."""


def template_parts(path: str) -> dict[str, bytes]:
    """Return name → bytes of each part of the template at `path`, a .docx, .dotx, .docm or .dotm file.

    Raises:
        StyleError: `template-missing` when it cannot be read, `template-unreadable` when it is no Word file.
    """
    data = template_bytes(path)
    if data.startswith(_OLE):
        raise unreadable(path, "is of before 2007, or has a password")
    try:
        return unpack(data)
    except BombError as error:
        raise unreadable(path, "would unfold to a size that no honest one has") from error
    except ValueError as error:
        raise unreadable(path) from error


def template_bytes(path: str) -> bytes:
    """Return the bytes of the template at `path`; errors as `template_parts`."""
    try:
        # opening a pipe that nobody writes to would wait for ever, and a device might never end
        if not S_ISREG(Path(path).stat().st_mode):
            raise missing(path)
        with Path(path).open("rb") as file:
            data = file.read(LIMITS.input_bytes + 1)
    except (OSError, ValueError) as error:
        raise missing(path) from error
    if len(data) > LIMITS.input_bytes:
        raise unreadable(path, f"is larger than {LIMITS.input_bytes // 1_000_000} MB")
    return data


def missing(path: str) -> StyleError:
    """Return what to tell where there is no file at `path`, or none that can be read."""
    what, remedy = "the Word template cannot be read", "check its path"
    folder = Path(path).parent
    try:
        if Path(path).is_dir():
            what, remedy = "this is a folder, not a Word template", "name the file in it"
        elif Path(path).exists() and not Path(path).is_file():
            what, remedy = "this is a pipe or a device, not a Word template", "give it a file"
        else:
            near = get_close_matches(Path(path).name, [one.name for one in folder.iterdir()], n=1)
            remedy = f"did you mean {folder / near[0]}?" if near else remedy
    except (OSError, ValueError):
        pass
    return StyleError("template-missing", what, where=path, remedy=remedy)


def unreadable(path: str, reason: str = "") -> StyleError:
    """Return what to tell of a file that is no Word template; `reason` completes "it …"."""
    return StyleError(
        "template-unreadable",
        f"this is no Word template: it {reason}" if reason else "this is no Word template",
        where=path,
        remedy="give it a file that Word has saved as .docx or .dotx",
    )
