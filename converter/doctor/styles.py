"""The styles, outlines, languages and schemes that there are, and whether they are sound."""

from collections.abc import Iterator, Sequence

from converter.doctor.checkup import Check, missing, ok, problem
from converter.model.style import Style
from converter.stylesheets.folders import KINDS, shipped_folder, user_folder
from converter.stylesheets.listing import available
from converter.stylesheets.styles import load_style
from converter.suggestions import and_more, counted


def look_at_files() -> Iterator[Check]:
    """Yield what ships, what is the user's own, and what is faulty in either."""
    files = [(kind, file) for kind in KINDS for file in available(kind)]
    for place, ships in ((f"that ship: {shipped_folder()}", True), (f"yours: {user_folder()}", False)):
        counts = {kind: sum(one.ships is ships for of, one in files if of == kind) for kind in KINDS}
        there = [counted(count, kind) for kind, count in counts.items() if count]
        yield ok(f"{place} ({', '.join(there) or 'none'})")
    for kind, file in files:
        if file.error:
            yield problem(file.error, f"{kind} {file.name}")


def look_at_style(name: str) -> tuple[Style | None, Check]:
    """Return the style of that name or in that file, if it is sound, and what is to be said of it."""
    try:
        style = load_style(name)
    except Exception as error:  # noqa: BLE001 - a style that nobody thought of is a finding, too
        return None, problem(error, name)
    if not style.notices:
        return style, ok(f"{name}: no faults")
    more = and_more(len(style.notices) - 1)
    return style, missing(f"{style.notices[0]}{more}", f"see briefing styles check {name}")


def sound_styles(others: Sequence[Style]) -> tuple[Style, ...]:
    """Return `others`, and every style that can be had by its name and is sound."""
    found = {style.name: style for style in others}
    for file in available("style"):
        if not file.error and file.name not in found:
            found[file.name] = load_style(file.name)
    return tuple(found.values())
