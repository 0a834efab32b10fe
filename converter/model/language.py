"""What a language brings: words for the report, and cues for the outliner."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field


class Language(Struct, frozen=True):
    """One language file, resolved.

    Attributes:
        tag: BCP 47, such as `en` or `pt-BR`.
        name: in the language itself.
        direction: of its script.
        labels: key → the words a report uses, such as `summary`, `references`, `reading-time`; a label may
            hold fields in braces.
        headings: section key → words by which an article's own heading announces that section, lower case.
        cues: cue class (`modality`, `expectation`, `past`, …) → words and phrases, lower case.
        panels: what panels are found by (`numbers`, `weekdays`, `said`, …) → words and phrases, as written.
        abbreviations: words whose full stop ends no sentence, without it, as written.
        function_words: by which the language is told from others, lower case.
        months: twelve names, January first; empty when dates are written in figures.
        date_format: fields `{day}`, `{month}` (its name), `{month_number}`, `{year}`.
        quotes: opening and closing quotation marks.
        words_per_minute: how fast prose is read.
    """

    tag: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    labels: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    panels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    date_format: str = "{year}-{month_number:02}-{day:02}"
    quotes: tuple[str, str] = ("“", "”")
    words_per_minute: int = 230
