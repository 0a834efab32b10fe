"""Every setting: how its value is read, whichever way it was given.

Who reads a value takes it as written (`Raw`), and raises `WrongError` where it cannot be.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple

from converter.configuration.files import Raw
from converter.configuration.settings import CITES, EMBEDS, PAPERS
from converter.language_tags import customary_tag
from converter.model.outline import LENGTHS, PANELS
from converter.suggestions import suggest


class WrongError(Exception):
    """A value that cannot be: what is wrong, and what to write."""

    def __init__(self, what: str, remedy: str) -> None:
        """Keep both parts apart."""
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy


def _word(raw: Raw) -> str:
    if not isinstance(raw, str):
        raise WrongError("this is not a single value", "write one word here")
    return raw


def _words(raw: Raw) -> tuple[str, ...]:
    """Read a list, or words parted by commas; each once."""
    if isinstance(raw, Mapping):
        raise WrongError("this is not a list", "write names parted by commas, such as docx, pdf")
    parts = raw.split(",") if isinstance(raw, str) else raw
    return tuple(dict.fromkeys(filter(None, (part.strip().lower() for part in parts))))


def _texts(raw: Raw) -> tuple[str, ...]:
    """Read texts, each as it is: a list, or one."""
    if isinstance(raw, Mapping):
        raise WrongError("this is not a list", "write texts below each other, a hyphen before each")
    texts = (raw,) if isinstance(raw, str) else tuple(raw)
    if not all(text.strip() for text in texts):
        raise WrongError("there are no words in it", "write some, or leave it out")
    return texts


def _pairs(raw: Raw, form: str = "KEY=VALUE") -> dict[str, str]:
    """Read a mapping, or `KEY=VALUE` once or several times."""
    if isinstance(raw, Mapping):
        return dict(raw)
    pairs = [pair.partition("=") for pair in ((raw,) if isinstance(raw, str) else raw)]
    for key, equals, _ in pairs:
        if not key.strip() or not equals:
            raise WrongError(f"{key!r} is not a pair", f"write {form}")
    return {key.strip(): value for key, _, value in pairs}


def _fields(raw: Raw) -> dict[str, str]:
    """Read fields: names of a person's own, with their values."""
    fields = _pairs(raw, "NAME=VALUE")
    for name in fields:
        if not FIELD_NAME.fullmatch(name):
            raise WrongError(
                f"{name!r} is no name for a field", "write letters, digits, hyphens, a letter first"
            )
        if name.lower() in _OWN_FIELDS:
            raise WrongError(f"the field {name!r} fills itself", _OWN_FIELDS[name.lower()])
    return fields


def _one_of(choices: Sequence[str]) -> Callable[[Raw], str]:
    def read(raw: Raw) -> str:
        word = _word(raw)
        for choice in choices:
            if word.lower() == choice.lower():
                return choice
        raise WrongError(f"there is no {word!r}", suggest(word, choices))

    return read


_ALL = "all"


def _panels(raw: Raw) -> tuple[str, ...]:
    """Read kinds of panels; `all` stands for all of them."""
    words = _words(raw)
    for word in words:
        if word not in {*PANELS, _ALL}:
            raise WrongError(f"there is no panel {word!r}", suggest(word, (*PANELS, _ALL)))
    return PANELS if _ALL in words else words


def _switch(raw: Raw) -> bool:
    word = _word(raw).lower()
    if word not in _SWITCH:
        raise WrongError(f"{word!r} is neither true nor false", "write true or false")
    return _SWITCH[word]


FIELD_NAME = re.compile(r"[^\W\d_][\w-]{0,40}")
"""What a person may call a field of their own."""

_OWN_FIELDS = {
    **{name: f"use --{name}" for name in ("title", "author", "date", "marking")},
    **dict.fromkeys(("source", "page", "pages"), "choose another name"),
}
"""Fields that a report has of itself."""

_SWITCH = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


def _tag(raw: Raw) -> str:
    """Read a language tag (BCP 47)."""
    word = _word(raw)
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", word):
        raise WrongError(f"{word!r} is not a language", "write a tag such as en, en-GB or zh-Hant")
    return customary_tag(word)


def _day(raw: Raw) -> str:
    """Read a date; `today` is the one place where the clock is asked."""
    word = _word(raw).strip()
    if word.lower() == "today":
        return datetime.now().astimezone().date().isoformat()
    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        raise WrongError(f"{word!r} is not a date", "write it as 2026-11-23, or write today") from None


def day_of_epoch(seconds: str) -> str:
    """Read `SOURCE_DATE_EPOCH` (reproducible-builds.org): seconds since 1970, UTC; return the day, ISO 8601.

    Raises:
        WrongError: it is no such number.
    """
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise WrongError(
            f"{seconds!r} is not a time", "write whole seconds since 1970, or unset it"
        ) from None


class Setting(NamedTuple):
    """A setting: its attribute of `Settings`, how it is read, and whether it says where something is."""

    attribute: str
    read: Callable[[Raw], object]
    place: Literal["", "path", "name or path"] = ""


SETTINGS: Mapping[str, Setting] = {
    "style": Setting("style", _word, "name or path"),
    "template": Setting("template", _word, "path"),
    "outline": Setting("outline", _word, "name or path"),
    "length": Setting("length", _one_of(LENGTHS)),
    "trim": Setting("trim", _switch),
    "sections": Setting("sections", _words),
    "panel": Setting("panels", _panels),
    "note": Setting("notes", _texts),
    "source": Setting("sources", _texts),
    "section": Setting("section", _word),
    "by": Setting("by", _word),
    "to": Setting("formats", _words),
    "output": Setting("output", _word, "path"),
    "title": Setting("title", _word),
    "author": Setting("author", _word),
    "date": Setting("date", _day),
    "lang": Setting("language", _tag),
    "report-lang": Setting("report_language", _tag),
    "paper": Setting("paper", _one_of(PAPERS)),
    "marking": Setting("marking", _word),
    "cite": Setting("cite", _one_of(CITES)),
    "embed": Setting("embed", _one_of(EMBEDS)),
    "set": Setting("overrides", _pairs),
    "field": Setting("fields", _fields),
    "encoding": Setting("encoding", _word),
    "from": Setting("input_format", _word),
    "force": Setting("force", _switch),
    "strict": Setting("strict", _switch),
}
"""Every setting by its key: the long option's name."""

KEYS = tuple(SETTINGS)

PAIRS = frozenset({"set", "field"})
"""Settings that are pairs of key and value; no variable can give them."""
