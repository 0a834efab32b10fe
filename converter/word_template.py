"""A Word template as a file: found, opened, and told what is wrong with it, alike for all who read one."""

from difflib import get_close_matches
from pathlib import Path

from converter.archives import BombError, unpack
from converter.errors import StyleError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word files began until 2007, and those with a password still do (MS-CFB 2.2)."""


def template_parts(path: str) -> dict[str, bytes]:
    """Return name → bytes of each part of the template at `path`, a .docx, .dotx, .docm or .dotm file.

    Raises:
        StyleError: `template-missing` when it cannot be read, `template-unreadable` when it is no Word file.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise missing(path) from error
    if data.startswith(_OLE):
        raise unreadable(path, "is of before 2007, or has a password")
    try:
        return unpack(data)
    except BombError as error:
        raise unreadable(path, "would unfold to a size that no honest one has") from error
    except ValueError as error:
        raise unreadable(path) from error


def missing(path: str) -> StyleError:
    """Return what to tell where there is no file at `path`, or none that can be read."""
    what, remedy = "the Word template cannot be read", "check its path"
    folder = Path(path).parent
    try:
        if Path(path).is_dir():
            what, remedy = "this is a folder, not a Word template", "name the file in it"
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
