"""What mail servers say, of SMTP and of IMAP, at every step."""

import imaplib
import io
import socket
from unittest.mock import patch

from converter.errors import ConverterError
from converter.mailer.accounts import Account
from converter.mailer.imap import Drafts, decoded
from converter.mailer.mailboxes import Mailbox
from converter.mailer.secrets import Secret
from converter.mailer.servers import Server
from converter.mailer.smtp import Outgoing
from tests.fuzz.scratch import written
from tests.fuzz.target import LONGEST_LINE, Target

_MESSAGE = b"Subject: x\r\n\r\n.dots\r\n"
_TO = ("ada@example.org", "bob@example.org")


class _Line:
    """A connection to a server that says what was settled before, whatever it is asked."""

    def __init__(self, said: bytes) -> None:
        self._said = io.BytesIO(said)

    def makefile(self, *_args: object, **_kwargs: object) -> io.BytesIO:
        return self._said

    def sendall(self, data: bytes) -> None:
        """Take what is said to the server."""

    def getpeername(self) -> tuple[str, int]:
        return "127.0.0.1", 25

    getsockname = getpeername

    def setsockopt(self, *_args: object) -> None:
        """Take an option."""

    settimeout = shutdown = setsockopt

    def close(self) -> None:
        """Forget the connection."""


def _account(*, logs_in: bool) -> Account:
    server = Server("127.0.0.1", 25, "none")
    path = written("password", b"hunter2-secret\n")
    path.chmod(0o600)
    secret = Secret("password-file", str(path), "office", "press@example.org")
    return Account(
        name="office",
        sender=Mailbox("press@example.org", "Press"),
        reply_to=None,
        user="press@example.org" if logs_in else "",
        secret=secret if logs_in else None,
        smtp=server,
        imap=server,
        drafts="",
        rate=None,
    )


def _send(account: Account) -> None:
    told: list[object] = []
    with Outgoing(account) as outgoing:
        outcomes = outgoing.deliver(_MESSAGE, _TO, told.append)
        for outcome in outcomes.values():
            assert len(outcome.reply.splitlines()) <= 1
            assert len(outcome.reply) <= LONGEST_LINE
            assert outcome.state not in {"sent", "unknown"} or told
        assert set(outcomes) == set(_TO)


def _draft(account: Account) -> None:
    with Drafts(account) as drafts:
        drafts.save(_MESSAGE, "<a@example.org>")


def _run(data: bytes) -> None:
    """Read a conversation; its first byte says of which protocol, and whether one logs in."""
    if not data:
        return
    kind, said = data[0], data[1:]
    talk = _draft if kind & 1 else _send
    decoded(said[:200].decode("ascii", "replace"))
    try:
        with (
            patch.object(socket, "create_connection", lambda *_args, **_kwargs: _Line(said)),
            # The tags of commands begin with letters by chance.
            patch.object(imaplib, "Int2AP", lambda _number: b"BAAA"),
        ):
            talk(_account(logs_in=bool(kind & 3)))
    except ConverterError as error:
        _check_secrecy(error)
        raise


def _check_secrecy(error: ConverterError) -> None:
    """Assert that a server which repeats a password does not have it shown."""
    assert error.code != "login-refused" or "hunter2" not in str(error)


_SMTP = (
    b"220 mx ESMTP\r\n250-mx\r\n250-SIZE 1000000\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n"
    b"%b250 2.1.0 ok\r\n250 2.1.5 ok\r\n250 ok\r\n354 go\r\n250 2.0.0 taken\r\n221 bye\r\n"
)
_IMAP = (
    b"* OK [CAPABILITY IMAP4rev1] ready\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nBAAA0 OK x\r\n%b"
    b'* LIST (\\HasNoChildren \\Drafts) "/" "Entw&APw-rfe"\r\n* LIST () NIL {5}\r\nother\r\nBAAA2 OK x\r\n'
    b"* CAPABILITY IMAP4rev1 APPENDLIMIT=1000000\r\nBAAA3 OK x\r\n* 3 EXISTS\r\nBAAA4 OK [READ-ONLY] x\r\n"
    b"+ go\r\n* SEARCH\r\nBAAA5 OK x\r\n+ go\r\nBAAA6 OK [APPENDUID 1 2] x\r\n* BYE x\r\nBAAA7 OK x\r\n"
)


def _seeds() -> list[bytes]:
    login = b"235 2.7.0 in\r\n"
    return [
        b"\x00" + _SMTP % b"",
        b"\x02" + _SMTP % login,
        b"\x02" + _SMTP % b"334 VXNlcm5hbWU6\r\n334 x\r\n535 5.7.8 no\r\n",
        b"\x00220 x\r\n500 what\r\n250 x\r\n250 ok\r\n550 5.1.1 who\r\n450 later\r\n",
        b"\x00421 4.3.2 closing\r\n",
        b"\x00220-a\r\n220 b\r\n250 SIZE 10\r\n",
        b"\x01" + _IMAP % b"+ \r\nBAAA1 OK in\r\n",
        b"\x01" + _IMAP % b"BAAA1 NO [UNAVAILABLE] not now\r\n",
        b"\x01" + _IMAP.replace(b"\\Drafts", b"\\Sent").replace(b"APPEND", b"SPECIAL-USE APPEND") % b"+ \r\nBAAA1 OK x\r\n",
        b"\x01" + _IMAP.replace(b"AUTH=PLAIN", b"LOGIN").replace(b"+ go\r\nBAAA6 OK", b"BAAA6 NO [OVERQUOTA]") % b"BAAA1 OK x\r\n",
        b"\x01" + _IMAP.replace(b"* SEARCH", b"* SEARCH 1 2") % b"+ \r\nBAAA1 OK x\r\n",
        b"\x01* BYE closing\r\n",
    ]  # fmt: skip


TARGET = Target(
    "replies",
    _run,
    _seeds,
    (
        *(b"220 ", b"250-", b"250 ", b"354 ", b"421 ", b"451 ", b"535 ", b"550 ", b"334 ", b"235 ", b"\r\n", b"SIZE ", b"AUTH "),
        *(b"PLAIN", b"LOGIN", b"XOAUTH2", b"STARTTLS", b"9" * 5000, b"* OK ", b"* PREAUTH ", b"* BYE ", b"* CAPABILITY "),
        *(b'* LIST (\\Drafts) "/" ', b"{5}\r\n", b"{99999999}\r\n", b"APPENDLIMIT=", b"SPECIAL-USE", b"+ ", b"[UNAVAILABLE]"),
        *(b"OK ", b"NO ", b"BAD ", b"* SEARCH 1", b"* 3 EXISTS", b"hunter2-secret", b"LOGINDISABLED", b"IMAP4rev1", b"&-", b"&AAA-"),
    ),
    largest=20_000,
)  # fmt: skip
