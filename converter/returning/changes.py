"""What a person changed in a report, as notices: one that sums it up, then a line for each."""

from collections import Counter
from collections.abc import Sequence

from converter.notices import Notice
from converter.verifier.proof.wording import quoted

_BEFORE = 40
"""Characters of what is alike that are quoted before a difference."""

_SUMMED = {
    "report-retitled": ("a new title", ""),
    "article-removed": ("1 article removed", "{} articles removed"),
    "article-moved": ("1 article moved", "{} articles moved"),
    "section-retitled": ("1 section renamed", "{} sections renamed"),
    "section-added": ("1 section added", "{} sections added"),
    "section-removed": ("1 section removed", "{} sections removed"),
    "section-moved": ("1 section moved", "{} sections moved"),
    "line-edited": ("1 line edited", "{} lines edited"),
    "line-merged": ("1 line merged into another", "{} lines merged into others"),
    "line-removed": ("1 line removed", "{} lines removed"),
    "line-moved": ("1 line moved", "{} lines moved"),
    "line-added": ("1 sentence of the article brought in", "{} sentences of the article brought in"),
    "note-added": ("1 comment added", "{} comments added"),
    "note-edited": ("1 comment edited", "{} comments edited"),
    "line-untrue": ("1 line that the article does not have", "{} lines that the article does not have"),
    "edit-dropped": ("1 change not taken over", "{} changes not taken over"),
}
"""Code → how one, and how several, are summed up, in this order."""


def notices_of(changes: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return what a person is told of `changes`: the sum of them first."""
    if not changes:
        return (Notice("report-unchanged", "is a report of this program; nothing was changed in it"),)
    counts = Counter(change.code for change in changes)
    parts = [
        one if counts[code] == 1 or not several else several.format(counts[code])
        for code, (one, several) in _SUMMED.items()
        if counts[code]
    ]
    text = f"is a report of this program that was edited: {', '.join(parts)}"
    return (Notice("report-edited", text), *changes)


def contrast(new: str, old: str) -> str:
    """Return both wordings in quotation marks, from shortly before the place where they part."""
    alike = min(len(new), len(old))
    first = next((at for at in range(alike) if new[at] != old[at]), alike)
    start = new.rfind(" ", 0, max(first - _BEFORE, 0)) + 1
    lead = "…" if start else ""
    return f"{quoted(lead + new[start:])}, before: {quoted(lead + old[start:])}"
