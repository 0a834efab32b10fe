"""The program itself: its version, what it runs on, and the libraries that it needs."""

import platform
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata

import converter
from converter.doctor.checkup import Check, ok
from converter.errors import ConverterError

DISTRIBUTION = "briefing-converter"

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*(?:>=\s*(?P<least>[\d.]+))?")
_REMEDY = f"install it again: pip install --force-reinstall {DISTRIBUTION}"


def look_at_program() -> Iterator[Check]:
    """Yield the versions."""
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    yield ok(f"briefing {converter.__version__} on Python {platform.python_version()}, {system}")
    try:
        needed = metadata.requires(DISTRIBUTION) or ()
    except metadata.PackageNotFoundError:
        yield ok("run from a folder, not installed: which libraries it needs is not known")
        return
    yield from look_at_libraries([one for one in needed if "extra ==" not in one])


def look_at_libraries(needed: Sequence[str]) -> Iterable[Check]:
    """Return one check for the libraries that are there, and one for each that is not or is too old.

    Args:
        needed: requirements as `name>=version` (PEP 508).
    """
    there: list[str] = []
    problems: list[Check] = []
    for requirement in needed:
        match = _REQUIREMENT.match(requirement)
        name, least = (match["name"], match["least"] or "") if match else (requirement, "")
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            problems.append(_problem(f"the library {name} is not installed"))
            continue
        there.append(f"{name} {version}")
        if _numbers(version) < _numbers(least):
            problems.append(_problem(f"the library {name} is {version}, and {least} or later is needed"))
    return [ok(f"libraries: {', '.join(there)}"), *problems]


def _problem(text: str) -> Check:
    return Check("problem", text, _REMEDY, ConverterError.exit_code)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with; zeros at its end count for nothing."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in found.group().split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
