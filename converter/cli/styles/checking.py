"""What `briefing styles check` does: files are read, and the Word templates they name are looked through."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from converter.cli.failures import error_data
from converter.cli.notices import tell_notices
from converter.cli.terminal import accented, printable, put, put_json, tell
from converter.errors import StyleError
from converter.model.style import Style
from converter.stylesheets.folders import Kind
from converter.stylesheets.kinds import kind_of, load_any
from converter.stylesheets.outlines import load_outline

DEFAULT_OUTLINE = "default"
"""The outline whose sections a template may have places for; others are known when a report is made."""

if TYPE_CHECKING:
    from converter.writers.docx.template.checking import TemplateCheck


def check_all(names: Sequence[str], kind: Kind | None, template: str, *, as_json: bool) -> int:
    """Check each file, a style with its Word template, print what came of it, and return the first exit code.

    A fault that several of them share, in a file that they extend, is told once.

    Args:
        names: of styles, outlines, languages and schemes, or paths.
        kind: of all of them; `None`: it is told by name, folder and keys.
        template: path of a Word template instead of the styles' own; empty: theirs.
        as_json: print an object for each file instead of lines.
    """
    told: set[str] = set()
    statuses = [_check(name, kind or kind_of(name), template, told, as_json=as_json) for name in names]
    return next(filter(None, statuses), 0)


def _check(name: str, kind: Kind, template: str, told: set[str], *, as_json: bool) -> int:
    head = {"file": name, "kind": kind}
    try:
        loaded = load_any(kind, name, strict=True)
        path = (template or str(loaded.word.get("template") or "")) if isinstance(loaded, Style) else ""
        checked = _check_template(path, loaded) if path and isinstance(loaded, Style) else None
    except StyleError as error:
        if as_json:
            put_json({**head, "error": error_data(error)})
        return _tell_new(error, told)
    notices = loaded.notices if isinstance(loaded, Style) else ()
    if as_json:
        told_too = {"notices": [asdict(notice) for notice in notices]} if notices else {}
        data = {**head, **told_too, **(_data(path, checked) if checked else {})}
        put_json(data)
        return 0
    tell_notices(notices, name)
    put(f"{printable(name)}: no faults")
    if checked:
        put(f"{printable(path)}:")
        for line in _lines(checked):
            put(f"  {line}")
    return 0


def _check_template(path: str, style: Style) -> "TemplateCheck":
    # python-docx takes 60 ms to import, and only templates need it
    from converter.writers.docx.template.checking import check_template

    sections = {section.key for section in load_outline(DEFAULT_OUTLINE).sections}
    return check_template(path, style, sections)


def _tell_new(error: StyleError, told: set[str]) -> int:
    """Write the lines of `error` that were not told before; return the exit code."""
    for line in error.lines:
        if line not in told:
            told.add(line)
            tell(line)
    return error.exit_code


def _data(path: str, checked: "TemplateCheck") -> dict[str, object]:
    return {
        "template": path,
        "places": [asked._asdict() for asked in checked.places],
        "styles": checked.styles,
        "unsafe": [asdict(notice) for notice in checked.unsafe],
    }


def _lines(checked: "TemplateCheck") -> Iterator[str]:
    """Yield what the template has, lacks and should not have, in groups under headings."""
    missing = ", ".join(role for role, name in checked.styles.items() if not name)
    groups = {
        "places": [*_places(checked)] or ["none: the report stands behind all that the template holds"],
        "styles of the template": [f"{role}: {name}" for role, name in checked.styles.items() if name],
        "styles it lacks, added in our look": [missing or "none"],
        "unsafe, left out of reports": [notice.text for notice in checked.unsafe] or ["nothing"],
    }
    for heading, lines in groups.items():
        yield accented(heading, "bold")
        yield from (f"  {printable(line)}" for line in lines)


def _places(checked: "TemplateCheck") -> Iterator[str]:
    parts: dict[str, list[str]] = {}
    for name, kind, part, times, remark in checked.places:
        said = ", ".join(filter(None, (f"{times} times" if times > 1 else "", remark)))
        parts.setdefault(f"{name}: {kind}", []).append(f"{part} ({said})" if said else part)
    for place, listed in parts.items():
        yield f"{place} in {', '.join(listed)}"
