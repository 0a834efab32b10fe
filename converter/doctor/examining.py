"""All sections, in the order in which one leads to the next."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from converter.configuration import Settings, load_limits, load_settings
from converter.doctor.checkup import Check, Section, problem, section
from converter.doctor.console import Console, look_at_console
from converter.doctor.extras import look_at_extras
from converter.doctor.fonts import look_at_fonts, look_at_scripts
from converter.doctor.program import look_at_program
from converter.doctor.settings import look_at_settings
from converter.doctor.styles import look_at_files, look_at_style, sound_styles
from converter.doctor.trial import look_at_conversion
from converter.errors import ConverterError
from converter.stylesheets.styles import BASE


def examine(
    style: str, environment: Mapping[str, str], console: Console, folder: Path = Path()
) -> Iterator[Section]:
    """Yield the sections, each as soon as it was looked at.

    Args:
        style: name or path of the style that is looked at closely; empty: that of the settings.
        environment: as `os.environ`.
        console: where the sections will be shown.
        folder: whose project is looked at.
    """
    yield section("Program", look_at_program)
    settings, faults = _settings(environment, folder)
    yield section("Settings", lambda: [*faults, *look_at_settings(settings, environment, folder)])
    settings = replace(settings, style=style or settings.style)
    chosen, check = look_at_style(settings.style or BASE)
    found = [chosen] if chosen else []
    yield section("Styles", lambda: dict.fromkeys([*look_at_files(), check]))
    yield section("Fonts", lambda: look_at_fonts(sound_styles(found)))
    if chosen:
        yield section(f"Scripts in {chosen.name}", lambda: look_at_scripts(chosen))
        yield section("Trial", lambda: look_at_conversion(settings, chosen))
    yield section("Optional parts", lambda: look_at_extras(environment, Path.home()))
    yield section("Output", lambda: look_at_console(console, environment))


def exit_code(sections: Sequence[Section]) -> int:
    """Return the exit code of the first problem: that of a conversion that meets it; 0 without one."""
    problems = (check for one in sections for check in one.checks if check.status == "problem")
    return next((check.exit_code for check in problems), 0)


def _settings(environment: Mapping[str, str], folder: Path) -> tuple[Settings, list[Check]]:
    """Return the settings, or those that stand where nothing is said, and what is wrong."""
    try:
        load_limits(environment)
        return load_settings({}, environment, folder), []
    except ConverterError as error:
        return Settings(), [problem(error)]
