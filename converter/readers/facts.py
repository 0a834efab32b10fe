"""What an article says of itself in so many words: header lines, a byline, a date line."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import dropwhile, islice, takewhile

from msgspec import Struct

from converter.readers.dates import find_date
from converter.readers.lines import LineTable
from converter.readers.wording import BEFORE_BY, BY, BY_LABELS, FIELDS, ON, PUBLISHED, WEEKDAYS

_MOST_CHARACTERS = 150
_DATELINE_CHARACTERS = 100

_FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}
_HEADER = re.compile(rf"({'|'.join(_FIELD_OF)})[ \t]*(?::[ \t]+|[：՝][ \t]*)(\S.*)", re.IGNORECASE)

_OTHER_HEADER = re.compile(r"[^\W\d][\w-]{0,20}:[ \t]+\S")

_MOST_HEADERS = 20


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_COLON = r"[ \t]*[:：՝/／=＝・][ \t]*"
_BY = re.compile(
    rf"(?:(?:{_any(BEFORE_BY.split())})[ :]+)?(?:{_any(BY.split())})(?:{_COLON}|[ \t]+)"
    rf"|(?:{_any(BY_LABELS.split())}){_COLON}",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r",?\s*(?:at\s|[-–—|]\s*)?\d{1,2}(?:(?:[:.]\d{2}){1,2}(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?:\s(?:[A-Z]{2,4}|Uhr)\b)?",
    re.IGNORECASE,
)
_SEPARATORS = " ,;|/·•‧–—-()[]（）｜、،"
_WORD = re.compile(r"[^\s,|·•/;]+")
_PARTICLE = re.compile(
    "and|und|et|y|e|i|en|og|och|и|та|&|de|da|do|du|del|della|der|den|di|la|le|van|von|zu|zur|bin|ibn|al|el|"
    "of|for|in|at|the"
)
_MOST_NAMES = 16
_LONGEST_CASELESS = 30
"""Characters of names in scripts without capitals, where nothing else tells names from prose."""

_DASH = re.compile(r"—|–|--|\s-\s")


class Facts(Struct, frozen=True):
    """What was found; an empty field was not. `date` is ISO 8601, the others are as written."""

    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""

    def __or__(self, other: "Facts") -> "Facts":
        """Return these facts, with those of `other` where there are none."""
        return Facts(
            self.title or other.title,
            self.byline or other.byline,
            self.date or other.date,
            self.language or other.language,
        )


def read_header(lines: LineTable) -> tuple[Facts, LineTable]:
    """Return what the lines at the head say that begin like `Title:`, and all other lines.

    Lines among them that begin with some other word and a colon stay in the text; they may come first where
    several of ours follow, as in a message.
    """
    head = takewhile(str.strip, dropwhile(lambda text: not text.strip(), (line.text for line in lines)))
    several = sum(bool(_HEADER.fullmatch(text.strip())) for text in islice(head, _MOST_HEADERS)) > 1
    told: dict[str, str] = {}
    taken: set[int] = set()
    for index, line in enumerate(lines):
        text = line.text.strip()
        if match := _HEADER.fullmatch(text):
            field, value = _FIELD_OF[match[1].lower()], match[2]
            if field == "date":
                value = found.iso if (found := find_date(value)) else ""
            if value and told.setdefault(field, value) is value:
                taken.add(index)
        elif text and not ((told or several) and _OTHER_HEADER.match(text)):
            break
    return Facts(**told), lines.without(taken)


def read_byline(text: str) -> Facts | None:
    """Return author and date when `text` says nothing else; `None` when it does."""
    if len(text) > _MOST_CHARACTERS:
        return None
    found = find_date(text)
    names = text.strip(_SEPARATORS)
    if found:
        before = _before_date().sub("", text[: found.start]).strip(_SEPARATORS)
        after = _AFTER_DATE.sub("", _weekday_after().sub("", text[found.end :]), count=1).strip(_SEPARATORS)
        names = " | ".join(filter(None, (before, after)))
    date = found.iso if found else ""
    if not names:
        return Facts(date=date) if found else None
    by = _BY.match(names)
    if by and _could_be_names(names[by.end() :]):
        return Facts(byline=names[by.end() :], date=date)
    return None


@cache
def _before_date() -> re.Pattern[str]:
    """Return what may stand before a date. It takes milliseconds to build, and few texts need it."""
    published, on, weekdays = _any(PUBLISHED.split(", ")), _any(ON.split()), _any(WEEKDAYS)
    return re.compile(
        rf"(?<!\w)(?:(?:(?:last|first|originally) )?(?:{published})(?: (?:{on}))?[:：]?|{on})?"
        rf"\s*(?:(?<!\w)(?:{weekdays})[,.،]?)?\s*$",
        re.IGNORECASE,
    )


@cache
def _weekday_after() -> re.Pattern[str]:
    weekdays = _any((*WEEKDAYS, *"日月火水木金土"))
    return re.compile(rf"^[ ,(（]*(?:{weekdays})[)）]?(?!\w)", re.IGNORECASE)


def dateline_date(text: str) -> str:
    """Return the date that stands before the dash of a dateline, as in "PARIS, 3 March 2024 — The talks"."""
    head = text[:_DATELINE_CHARACTERS]
    dash = _DASH.search(head)
    found = find_date(head[: dash.start()]) if dash else None
    return found.iso if found else ""


def _could_be_names(text: str) -> bool:
    words = _WORD.findall(text)
    capitalised = all(not word[0].islower() or _PARTICLE.fullmatch(word) for word in words)
    short = text.lower() != text.upper() or len(text) <= _LONGEST_CASELESS
    fits = 0 < len(words) <= _MOST_NAMES and capitalised and short
    return fits and text[-1] not in ".!?:。！？：" and not find_date(text)
