"""What `briefing styles check` does: styles are read, and the Word templates they name are looked through."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from converter.cli.failures import error_data, tell_error
from converter.cli.notices import tell_notices
from converter.cli.terminal import accented, printable, put
from converter.errors import StyleError
from converter.stylesheets import load_outline, load_style

DEFAULT_OUTLINE = "default"
"""The outline whose sections a template may have places for; others are known when a report is made."""

if TYPE_CHECKING:
    from converter.writers.docx.template.checking import TemplateCheck


def check_all(names: Sequence[str], template: str, *, as_json: bool) -> int:
    """Check each style with its Word template, print what came of it, and return the first exit code.

    Args:
        names: of styles, or paths.
        template: path of a Word template instead of the styles' own; empty: theirs.
        as_json: print an object for each style instead of lines.
    """
    return next(filter(None, [_check(name, template, as_json=as_json) for name in names]), 0)


def _check(name: str, template: str, *, as_json: bool) -> int:
    try:
        style = load_style(name, strict=True)
        path = template or str(style.word.get("template") or "")
        checked = None
        if path:
            # python-docx takes 60 ms to import, and only templates need it
            from converter.writers.docx.template.checking import check_template

            sections = {section.key for section in load_outline(DEFAULT_OUTLINE).sections}
            checked = check_template(path, style, sections)
    except StyleError as error:
        if as_json:
            put(json.dumps({"style": name, "error": error_data(error)}, ensure_ascii=False))
        return tell_error(error, verbose=False)
    if as_json:
        notices = {"notices": [asdict(notice) for notice in style.notices]} if style.notices else {}
        data = {"style": name, **notices, **(_data(path, checked) if checked else {})}
        put(json.dumps(data, ensure_ascii=False))
        return 0
    tell_notices(style.notices, name)
    put(f"{printable(name)}: no faults")
    if checked:
        put(f"{printable(path)}:")
        for line in _lines(checked):
            put(f"  {line}")
    return 0


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
