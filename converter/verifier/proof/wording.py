"""How findings say what they quote."""

from converter.verifier.visible.shown import Shown

_LONGEST = 100
"""Characters that are quoted."""

_LONGEST_END = 60
"""Characters that are quoted of what ends where something stands."""

_BEFORE = 30
"""Characters of what is alike that are quoted before a difference."""


def quoted(text: str) -> str:
    """Return `text` on one line in quotation marks, shortened."""
    line = " ".join(text.splitlines())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[: _LONGEST - 1].rstrip()}…”"


def quoted_end(text: str) -> str:
    """Return the last words of `text` in quotation marks."""
    if len(text) <= _LONGEST_END:
        return quoted(text)
    end = text[-_LONGEST_END:]
    return quoted(f"…{end[end.find(' ') + 1 :]}")


def contrast(shown: str, wanted: str) -> str:
    """Return both wordings from shortly before the place where they part."""
    alike = min(len(shown), len(wanted))
    first = next((at for at in range(alike) if shown[at] != wanted[at]), alike)
    start = max(first - _BEFORE, 0)
    if start:
        start = shown.find(" ", start) + 1 if 0 <= shown.find(" ", start) < first else start
    lead = "…" if start else ""
    return f"{quoted(lead + shown[start:])} should read {quoted(lead + wanted[start:])}"


def place(one: Shown) -> str:
    """Return where something is shown: `page:line`, or the line in a file without pages."""
    return str(one.line) if one.page is None else f"{one.page}:{one.line}"
