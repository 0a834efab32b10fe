"""The schema of a language file. `LABELS` is the list of all labels that a report may need."""

from collections.abc import Mapping as MappingType
from typing import Literal, get_args

from converter.stylesheets.maps import ListOf, MapOf, Record, Words
from converter.stylesheets.shapes import Choice, Integer, Template, Text
from converter.stylesheets.sheets import Key, Sheet

LABELS: MappingType[str, Template] = {
    "briefing": Template(()),
    "summary": Template(()),
    "background": Template(()),
    "implications": Template(()),
    "references": Template(()),
    "source-and-method": Template(()),
    "source": Template(()),
    "author": Template(()),
    "date": Template(()),
    "briefing-date": Template(("date",)),
    "reading-time": Template(("minutes",)),
    "paragraph": Template(("number",)),
    "sentence": Template(("number",)),
    "sentences": Template(("first", "last")),
    "line": Template(("number",)),
    "page": Template(("number",)),
    "under": Template(("heading",)),
    "kept": Template(("kept", "total")),
    "kept-and-changed": Template(("kept", "total", "edited", "comments")),
    "shortened-hash": Template(("hash",)),
    "made-with": Template(("generator",)),
    "empty": Template(()),
    "comment": Template(()),
    "comment-by": Template(("author",)),
    "edited": Template(()),
    "continued": Template(()),
    "contents": Template(()),
    "table": Template(()),
    "figure": Template(()),
    "rest-attached": Template(()),
    "list-separator": Template(()),
    "part-separator": Template(()),
    "digest": Template(()),
    "article-count": Template(("count",)),
    "kept-of-several": Template(("kept", "total")),
    "same-wording": Template(("sources",)),
    "similar-wording": Template(("sources",)),
    "other-wording": Template(("sources",)),
    "not-read": Template(("name",)),
    "same-text": Template(("name", "other")),
    "key-figures": Template(()),
    "timeline": Template(()),
    "who-says-what": Template(()),
    "actors": Template(()),
    "computed": Template(("dates",)),
}
"""Every label with the fields that it is filled with."""

DATE_FIELDS = ("day", "month", "month_number", "year")
"""Fields of a date format; `{day:02}` and `{month_number:02}` have two digits."""

Cue = Literal[
    "modality",
    "condition",
    "future",
    "expectation",
    "intention",
    "warning",
    "evaluation",
    "significance",
    "opinion",
    "attribution",
    "report",
    "office",
    "expert",
    "first-person",
    "second-person",
    "third-person",
    "present",
    "past",
    "perfect",
    "completed",
    "ongoing",
    "earlier",
    "era",
    "recent",
    "day",
    "now",
    "cause",
    "consequence",
    "contrast",
    "addition",
    "example",
    "summing-up",
    "conclusion",
    "negation",
    "quantity",
    "event",
    "boilerplate",
    "dangling",
    "pronoun",
    "back-reference",
    "denial",
    "relative",
]
"""What a phrase says about the sentence it stands in. `dangling` ones lean on the sentence before when they
open theirs, `pronoun` and `back-reference` ones near the opening too; `denial` ones take back what the
sentence before says; `relative` ones open a clause that may be left out between commas."""

CUES: tuple[Cue, ...] = get_args(Cue)

PanelWord = Literal[
    "numbers",
    "scales",
    "percent",
    "percent-before",
    "currencies",
    "counted",
    "ratio",
    "ages",
    "numbered",
    "clock",
    "months",
    "weekdays",
    "every",
    "range",
    "year-words",
    "before-year",
    "before-month",
    "yesterday",
    "tomorrow",
    "last-week",
    "next-week",
    "last-month",
    "next-month",
    "last-year",
    "next-year",
    "days-ago",
    "weeks-ago",
    "months-ago",
    "years-ago",
    "since",
    "said",
    "according",
    "roles",
    "bodies",
    "former",
    "titles",
    "determiners",
    "articles",
    "finite",
    "no-names",
]
"""What a word tells a panel; `styles/README.md` says of each what it is for."""

PANEL_WORDS: tuple[PanelWord, ...] = get_args(PanelWord)

SECTION_KEY = "[a-z][a-z0-9-]{0,60}"
"""What the key of a section looks like."""

LANGUAGE_TAG = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"
"""What a BCP 47 tag looks like, as far as we need it."""

Direction = Literal["ltr", "rtl"]


class LanguageFile(Sheet):
    """A language file."""

    extends = Key(Text(), "", "The language that this one builds on; nothing where nothing is said.")
    name = Key(Text(), "", "The language's name in the language itself.")
    direction = Key(Choice[Direction](Direction), "ltr", "Of its script.")
    labels = Key(Record(LABELS, complete=True), {}, "The report's own words.")
    headings = Key(
        MapOf(Words(), pattern=SECTION_KEY, such_as="summary"),
        {},
        "By section: words by which an article's heading announces it.",
    )
    cues = Key(Record(dict.fromkeys(CUES, Words())), {}, "Words and phrases that tell what a sentence does.")
    panels = Key(Record(dict.fromkeys(PANEL_WORDS, Words())), {}, "Words that panels are found by.")
    abbreviations = Key(Words(), (), "Abbreviations whose full stop ends no sentence, written without it.")
    function_words = Key(Words(), (), "Frequent small words, by which the language is told from others.")
    months = Key(Words(), (), "The twelve months as they stand in a date; none where dates are figures.")
    date_format = Key(
        Template(DATE_FIELDS, use="any"), "{year}-{month_number:02}-{day:02}", "How a date is written."
    )
    quotes = Key(ListOf(Text()), ("“", "”"), "Opening and closing quotation marks.")
    words_per_minute = Key(Integer(50, 1000), 230, "How fast prose is read.")
