"""Where limits are set: `limits:` in the user's own `briefing.yaml`, above it the variable `BRIEFING_LIMITS`.

A project's file cannot set them, nor can a style: both may have come with the article.
"""

import math
import re
from collections.abc import Iterator, Mapping

from msgspec.structs import asdict, replace

from converter.configuration.files import Raw, user_file, user_layer
from converter.configuration.values import WrongError
from converter.errors import StyleError
from converter.limits import Limits
from converter.suggestions import suggest

KEY, VARIABLE = "limits", "BRIEFING_LIMITS"

_OWN = frozenset({"whole"})
"""What the program decides for its processes."""

_DEFAULTS = asdict(Limits()).items()
_KINDS = {name.replace("_", "-"): type(default) for name, default in _DEFAULTS if name not in _OWN}
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(|[kMG]B)")
_UNITS = {"": 1, "kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
_SWITCH = {"on": True, "true": True, "off": False, "false": False}


def load_limits(environment: Mapping[str, str]) -> Limits:
    """Return the policy of the person who calls.

    Args:
        environment: as `os.environ`.

    Raises:
        StyleError: `configuration-key`, `configuration-value`, or a fault of the YAML.
    """
    values: dict[str, object] = {}
    if written := user_layer().get(KEY):
        values |= _values(written.raw, written.where)
    if told := environment.get(VARIABLE):
        values |= _values(tuple(told.split(",")), VARIABLE)
    return replace(Limits(), **values)


def not_of_a_project(where: str) -> StyleError:
    """Return the error for limits in a project's file."""
    what = "limits are yours to set, and not a project's"
    return StyleError("configuration-key", what, where=where, remedy=f"write them into {user_file()}")


def _values(raw: Raw, where: str) -> Iterator[tuple[str, object]]:
    """Yield attribute and value of each limit that is set."""
    for key, text in _pairs(raw, where):
        if key not in _KINDS:
            raise StyleError(
                "configuration-key", f"there is no limit {key!r}", where=where, remedy=suggest(key, _KINDS)
            )
        try:
            yield key.replace("-", "_"), _read(text, _KINDS[key])
        except WrongError as wrong:
            what = f"{key}: {wrong.what}"
            raise StyleError("configuration-value", what, where=where, remedy=wrong.remedy) from None


def _pairs(raw: Raw, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(raw, Mapping):
        yield from raw.items()
        return
    for pair in (raw,) if isinstance(raw, str) else raw:
        key, equals, value = pair.partition("=")
        if not equals:
            remedy = "write such as seconds=60,memory-bytes=1GB" if where == VARIABLE else "write KEY: VALUE"
            raise StyleError("configuration-value", f"{pair!r} is not a limit", where=where, remedy=remedy)
        yield key.strip(), value


def _read(text: str, kind: type) -> object:
    """Read a value: a switch, or a number above 0 with a unit of bytes or without.

    Raises:
        WrongError: it is none.
    """
    text = text.strip()
    if kind is bool:
        if text.lower() not in _SWITCH:
            raise WrongError(f"{text!r} is neither on nor off", "write on or off")
        return _SWITCH[text.lower()]
    match = _NUMBER.fullmatch(text)
    number = float(match[1]) * _UNITS[match[2]] if match else 0.0
    if not 0 < number < math.inf:
        raise WrongError(f"{text!r} is no number above 0", "write such as 60, or 500 MB for bytes")
    return kind(number) if kind is float else max(1, int(number))
