"""Contrast of text and ground: WCAG 1.4.3 Contrast (Minimum), Word's "hard-to-read text contrast"."""

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from converter.model.style import Color
from converter.ooxml.xml import attribute
from converter.verifier.findings import Finding
from converter.verifier.word.colors import automatic, contrast
from converter.verifier.word.document import Document
from converter.verifier.word.formatting import Formatting, Levels
from converter.verifier.word.grounds import Colors, Grounds
from converter.verifier.word.story import Paragraph, run_text
from converter.verifier.word.styles import told

_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE_PT, _LARGE_BOLD_PT = 18.0, 14.0


class _Shown(NamedTuple):
    """How a run is shown.

    Attributes:
        color: of its letters; `None`: black or white, as the ground asks.
        grounds: on which it may stand.
        large: whether it is "large-scale text".
    """

    color: Color | None
    grounds: Colors
    large: bool

    @property
    def least(self) -> float:
        """The contrast that it needs."""
        return _LEAST_LARGE if self.large else _LEAST

    def ratio(self, ground: Color) -> float:
        """Return the contrast that it has on `ground`."""
        return contrast(self.color or automatic(ground), ground)


def check_contrast(document: Document) -> Iterator[Finding]:
    """Find text that stands out too little: 4.5 to 1, or 3 to 1 from 18 points (bold: 14) on.

    Where a paragraph may stand on either of two grounds, it must be readable on one of them.
    """
    for shown, paragraphs in _shown(document).items():
        if None in shown.grounds:
            continue
        ratio, ground = max(((shown.ratio(one), one) for one in shown.grounds if one), key=itemgetter(0))
        if ratio < shown.least:
            color = (shown.color or automatic(ground)).hex
            what = (
                f"text of colour {color} on {ground.hex} has a contrast of {ratio:.2f} where it needs "
                f"{shown.least:g}{_also(paragraphs)}; make it darker or lighter"
            )
            yield Finding("contrast", what, paragraphs[0].where)


def check_pictures_behind(document: Document) -> Iterator[Finding]:
    """Find text on pictures, whose contrast cannot be told: WCAG 1.4.3 (failure F83)."""
    paragraphs = [
        one for shown, places in _shown(document).items() if None in shown.grounds for one in places
    ]
    if paragraphs:
        what = f"text stands on a picture{_also(paragraphs)}; set it on a plain ground"
        yield Finding("contrast-picture", what, paragraphs[0].where)


def _also(paragraphs: list[Paragraph]) -> str:
    more = len(paragraphs) - 1
    return f" (here and in {more} more)" if more else ""


def _shown(document: Document) -> dict[_Shown, list[Paragraph]]:
    """Return the ways in which text is shown, each with the paragraphs that have it."""
    formatting = document.formatting
    grounds = Grounds(document)
    found: dict[_Shown, list[Paragraph]] = {}
    for story in document.stories:
        for paragraph in story.paragraphs:
            for shown in dict.fromkeys(_of_runs(paragraph, formatting, grounds)):
                found.setdefault(shown, []).append(paragraph)
    return found


def _of_runs(paragraph: Paragraph, formatting: Formatting, grounds: Grounds) -> Iterator[_Shown]:
    for run in paragraph.runs():
        if not run_text(run).strip():
            continue
        levels = formatting.levels(run, paragraph)
        if levels.is_on("vanish"):
            continue
        painted = formatting.ground(levels, paragraph)
        behind = (painted,) if painted else grounds.behind(paragraph)
        yield _Shown(formatting.color(levels), behind, _is_large(levels, formatting))


def _is_large(levels: Levels, formatting: Formatting) -> bool:
    """Tell whether text is large; raised and lowered text is set smaller than its size says."""
    if attribute(told(levels.all, "vertAlign"), "val") not in {"", "baseline"}:
        return False
    least = _LARGE_BOLD_PT if levels.is_on("b") else _LARGE_PT
    return formatting.size(levels) >= least
