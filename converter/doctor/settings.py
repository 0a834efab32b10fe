"""Where settings come from, whether they are sound, and whether there is room for reports where they go."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from converter.configuration import KEYS, Settings, project_file, user_file, variable
from converter.doctor.checkup import Check, ok
from converter.errors import OutputError, StyleError
from converter.paths import STDOUT, is_folder


def look_at_settings(settings: Settings, environment: Mapping[str, str], folder: Path) -> Iterator[Check]:
    """Yield where sound settings stand, and where reports go."""
    own = user_file()
    yield ok(f"yours: {own}" if own.exists() else f"yours: none (they would be in {own})")
    # a file that is faulty was told with its fault
    with suppress(StyleError):
        yield ok(f"of the project: {project_file(folder) or 'none'}")
    variables = [name for name in map(variable, KEYS) if environment.get(name)]
    if variables:
        yield ok(f"in the environment: {', '.join(variables)}")
    yield _look_at_output(settings.output)


def _look_at_output(output: str) -> Check:
    if output == STDOUT:
        return ok("reports go to standard output")
    path = Path(output)
    folder = path if is_folder(output) else path.parent
    there = next(one for one in (folder, *folder.absolute().parents) if _exists(one))
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return ok(f"reports can be written: {output}")
    why = "nothing can be written there" if there.is_dir() else "this is a file, not a folder"
    return Check(
        "problem", f"{there}: {why}", "choose another place with -o or output", OutputError.exit_code
    )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # a folder on the way is closed to us: it is the one to be told
        return False
