"""Messages → the drafts of an IMAP mailbox (RFC 3501 6.3.11, RFC 6154), where a person sends them."""

import imaplib
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from converter.errors import DeliveryError, PostponedError
from converter.mailer.accounts import Account
from converter.mailer.connection import TIMEOUT_S, said, too_large
from converter.mailer.imap_connection import capabilities, close, connected, is_for_now, quoted, talking

_FLAGS = r"(\Draft \Seen)"
"""What mail programs give a draft of their own: it is not a letter that nobody has read."""

_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"(?:\\.|[^"])*"|NIL) (?P<name>.+)', re.DOTALL)
_ESCAPED = re.compile(rb'\\(["\\])')


class Drafts:
    """The folder of drafts of an account; connected when it is first needed."""

    def __init__(self, account: Account, timeout_s: float = TIMEOUT_S) -> None:
        """Take an account that has an IMAP server, and how long each step may take."""
        if account.imap is None:
            raise AssertionError
        self._account = account
        self._server = account.imap
        self._timeout_s = timeout_s
        self._imap: imaplib.IMAP4 | None = None
        self._folder = ""
        self._limit = 0

    def __enter__(self) -> Self:
        """Connect when it is needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take leave of the server."""
        if self._imap:
            leave(self._imap)
        self._imap = None

    def save(self, data: bytes, message_id: str) -> bool:
        """Save a message among the drafts; return whether it was not there yet.

        Saving twice saves once, so whatever goes wrong may be tried again.

        Args:
            data: the message.
            message_id: its Message-ID, in angle brackets.

        Raises:
            DeliveryError: `draft-refused` (7 or 75), `drafts-missing`, or what `connected` raises.
        """
        try:
            return self._save(data, message_id)
        except BaseException:
            if self._imap:
                close(self._imap)
            self._imap = None
            raise

    def _save(self, data: bytes, message_id: str) -> bool:
        if self._imap is None:
            self._imap = connected(self._account, self._timeout_s)
            self._folder = quoted(drafts_folder(self._imap, self._account))
            self._limit = append_limit(capabilities(self._imap, self._server))
        imap = self._imap
        if excess := too_large(len(data), self._limit):
            raise self._refused(excess, "attach less")
        with talking(self._server):
            # Each time anew, for a folder that is open may show what it held when it was opened.
            self._expect(*imap.select(self._folder, readonly=True))
            imap.literal = message_id.encode()  # type: ignore[assignment]
            charset = () if message_id.isascii() else ("CHARSET", "UTF-8")
            status, found = imap.search(None, *charset, "UNDELETED", "HEADER", "Message-ID")
            self._expect(status, found)
            if any(numbers.split() for numbers in found if numbers):
                return False
            self._expect(*imap.append(self._folder, _FLAGS, "", data))
        return True

    def _expect(self, status: str, reply: list[bytes | None] | list[bytes]) -> None:
        if status != "OK":
            raise self._refused(said(reply[-1] or b"it does not say why"))

    def _refused(self, reply: str, remedy: str = "check imap.drafts of the account") -> DeliveryError:
        what = f"the draft is not taken: {reply}"
        if is_for_now(reply):
            return PostponedError("draft-refused", what, where=self._server.address, remedy="try again later")
        if "[OVERQUOTA]" in reply.upper():
            remedy = "make room in the mailbox"
        return DeliveryError("draft-refused", what, where=self._server.address, remedy=remedy)


def drafts_folder(imap: imaplib.IMAP4, account: Account) -> str:
    r"""Return the folder of drafts, in the protocol's spelling: the account's, or the one that is `\Drafts`.

    Raises:
        DeliveryError: `drafts-missing`.
    """
    if account.drafts:
        return encoded(account.drafts)
    server = account.imap
    if server is None:
        raise AssertionError
    with talking(server):
        _, listed = imap.list()
        special = next(_special(listed), "")
        if not special and "SPECIAL-USE" in capabilities(imap, server):
            imap.xatom("LIST", "(SPECIAL-USE)", '""', '"*"')
            special = next(_special(imap.response("LIST")[1]), "")
    if not special:
        raise DeliveryError(
            "drafts-missing",
            "the server does not say which folder is for drafts",
            where=server.address,
            remedy=f"write imap: {{drafts: FOLDER}} in the account {account.name}",
        )
    return special


def _special(listed: Sequence[bytes | tuple[bytes, bytes] | None]) -> Iterator[str]:
    r"""Yield the folders of a list that are `\Drafts`, as the protocol writes their names."""
    for entry in listed:
        # A name with odd characters comes as a literal, behind the rest of its line.
        line, literal = entry if isinstance(entry, tuple) else (entry, None)
        found = _LISTED.fullmatch(line or b"")
        if found and {b"\\drafts"} == {b"\\drafts", b"\\noselect"} & set(found["flags"].lower().split()):
            name = literal if literal is not None else found["name"]
            if literal is None and name.startswith(b'"'):
                name = _ESCAPED.sub(rb"\1", name[1:-1])
            yield name.decode("ascii", "replace")


def append_limit(offered: frozenset[str]) -> int:
    """Return how many bytes a message may have (RFC 7889); 0: the server does not say."""
    limits = (name.partition("=")[2] for name in offered if name.startswith("APPENDLIMIT="))
    return next((int(limit) for limit in limits if re.fullmatch(r"[0-9]{1,15}", limit)), 0)


def encoded(name: str) -> str:
    """Return a folder's name in the modified UTF-7 of the protocol (RFC 3501 5.1.3)."""
    return re.sub(r"&|[^ -~]+", _shifted, name)


def _shifted(found: re.Match[str]) -> str:
    if found[0] == "&":
        return "&-"
    units = b64encode(found[0].encode("utf-16-be")).decode("ascii")
    return f"&{units.rstrip('=').replace('/', ',')}-"


def decoded(name: str) -> str:
    """Return a folder's name as people write it, from the modified UTF-7 of the protocol."""
    return re.sub(r"&([A-Za-z0-9+,]*)-", _unshifted, name)


def _unshifted(found: re.Match[str]) -> str:
    units = found[1].replace(",", "/")
    if not units:
        return "&"
    try:
        return b64decode(units + "=" * (-len(units) % 4)).decode("utf-16-be")
    except ValueError:
        return found[0]


def leave(imap: imaplib.IMAP4) -> None:
    """Say goodbye, and close the connection."""
    try:
        imap.logout()
    except (OSError, UnicodeError, imaplib.IMAP4.error):
        close(imap)
