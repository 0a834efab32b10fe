"""The link allow-list: the one place that decides which targets may stand in a report."""

import re
from urllib.parse import urlsplit

_ALLOWED = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@|#[\w.:-]+\Z)", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\x9f<>\"\\^`{|}\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
MAX_LENGTH = 2_000


def host_of(address: str) -> str:
    """Return the host of an http or https address, without a leading `www.`; empty for anything else."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def safe_link(target: str) -> str | None:
    """Return `target` when a report may carry it, else `None`.

    Allowed are `http`, `https` and `mailto` addresses and our own anchors (`#name`). White space around the
    target is dropped; characters that RFC 3986 section 2 does not allow in an address refuse it as a whole,
    since browsers disagree about what such an address means, and so do those that turn its letters around or
    are not seen (RFC 3987 section 4.1).
    """
    trimmed = target.strip(" \t\r\n")
    if len(trimmed) > MAX_LENGTH or _FORBIDDEN.search(trimmed) or not _ALLOWED.match(trimmed):
        return None
    return trimmed
