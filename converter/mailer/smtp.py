"""Messages → an SMTP server (RFC 5321), over one connection for many.

A message has gone out once its last line, a full stop, has reached the server (4.1.1.4), and may have from
the moment on that this line is handed to the network. What fails before can be tried again; what fails
between that line and the server's answer, nobody knows. So the conversation is led here step by step, and
the caller is told right before that line, to write it down.
"""

import re
import smtplib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Literal, Self

from msgspec import Struct

from converter.mailer.accounts import Account
from converter.mailer.connection import TIMEOUT_S, too_large
from converter.mailer.smtp_connection import GOOD, LATER, NEVER, connected, kind, leave, size_limit, told

State = Literal["sent", "deferred", "refused", "unknown"]

_START, _CLOSING = 354, 421
"""Codes of replies (RFC 5321 4.2.3)."""

_STATES: Mapping[int, State] = {GOOD: "sent", LATER: "deferred", NEVER: "refused"}
"""What a reply to a whole message means."""

_LAST_TIMES = 10
"""How many times longer the answer to a message may take than others (RFC 5321 4.5.3.2.6: 10 minutes)."""

_PIECE = 256 * 1024
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LEADING_STOP = re.compile(rb"^\.", re.MULTILINE)


class Outcome(Struct, frozen=True):
    """What came of one delivery.

    Attributes:
        state: `sent`, the server has taken it; `deferred`, not now (4xx, or the connection was lost before it
            could have gone out); `refused`, not ever (5xx); `unknown`, it may have gone out.
        reply: what the server said, or what happened, on one line.
    """

    state: State
    reply: str


class Outgoing:
    """The way to an account's SMTP server; connected when it is first needed, and anew after it was lost."""

    def __init__(self, account: Account, timeout_s: float = TIMEOUT_S) -> None:
        """Take an account that has an SMTP server, and how long each step may take."""
        self._account = account
        self._timeout_s = timeout_s
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Connect later, when it is needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take leave of the server."""
        if self._smtp:
            leave(self._smtp)
        self._smtp = None

    def deliver(
        self, data: bytes, recipients: Sequence[str], about_to_send: Callable[[Sequence[str]], None]
    ) -> Mapping[str, Outcome]:
        """Send a message to `recipients`, and return what came of it for each of them.

        Args:
            data: the message.
            recipients: addresses, in ASCII, each once.
            about_to_send: is called with the recipients that the server accepted, right before the line that
                ends the message, and only then; what it raises ends the connection without that line, and
                comes out here.

        Raises:
            DeliveryError: there is no connection, as `connected` says; nothing was sent to anybody.
        """
        smtp = self._ready()
        transaction = _Transaction(smtp, self._account.sender.address, self._timeout_s)
        try:
            transaction.run(data, recipients, about_to_send)
        except BaseException:
            self._drop()
            raise
        if transaction.is_over:
            self._drop()
        return transaction.outcomes

    def _ready(self) -> smtplib.SMTP:
        """Return a connection on which nothing has begun; one that was lost meanwhile is replaced."""
        if self._smtp:
            with suppress(OSError):
                if kind(self._smtp.docmd("RSET")[0]) == GOOD:
                    return self._smtp
            self._drop()
        self._smtp = connected(self._account, self._timeout_s)
        return self._smtp

    def _drop(self) -> None:
        """Close the connection without a word: in the midst of a message, a word would be part of it."""
        if self._smtp:
            self._smtp.close()
        self._smtp = None


class _Transaction:
    """One message on its way (RFC 5321 3.3)."""

    def __init__(self, smtp: smtplib.SMTP, sender: str, timeout_s: float) -> None:
        self.outcomes: dict[str, Outcome] = {}
        self.is_over = False
        """Whether the connection is of no more use."""
        self._smtp = smtp
        self._sender = sender
        self._timeout_s = timeout_s

    def run(
        self, data: bytes, recipients: Sequence[str], about_to_send: Callable[[Sequence[str]], None]
    ) -> None:
        body = _LINE_END.sub(b"\r\n", data)
        if not body.endswith(b"\r\n"):
            body += b"\r\n"
        if excess := too_large(len(body), size_limit(self._smtp)):
            self._settle(recipients, Outcome("refused", excess))
            return
        try:
            accepted = self._envelope(len(body), recipients)
            if not accepted or not self._take(self._smtp.docmd("DATA"), _START, accepted):
                return
            self._hand_over(_LEADING_STOP.sub(b"..", body))
        except OSError:
            self.is_over = True
            rest = [one for one in recipients if one not in self.outcomes]
            self._settle(rest, Outcome("deferred", "the connection was lost before the message was sent"))
            return
        about_to_send(accepted)
        self._settle(accepted, self._end())

    def _envelope(self, size: int, recipients: Sequence[str]) -> list[str]:
        """Name sender and recipients; return the accepted ones."""
        parameter = f" SIZE={size}" if self._smtp.has_extn("size") else ""
        if not self._take(self._smtp.docmd("MAIL", f"FROM:<{self._sender}>{parameter}"), None, recipients):
            return []
        accepted: list[str] = []
        for recipient in recipients:
            if self._take(self._smtp.docmd("RCPT", f"TO:<{recipient}>"), None, [recipient]):
                accepted.append(recipient)
            elif self.is_over:
                # The server closes (421): nobody gets this message now.
                rest = [one for one in recipients if one not in self.outcomes]
                self._settle(rest, self.outcomes[recipient])
                return []
        return accepted

    def _take(self, reply: tuple[int, bytes], wanted: int | None, recipients: Sequence[str]) -> bool:
        """Return whether a reply lets the message go on; one that does not settles it for `recipients`."""
        code = reply[0]
        if code == wanted or (wanted is None and kind(code) == GOOD):
            return True
        self.is_over = _is_last(code)
        self._settle(recipients, Outcome("refused" if kind(code) == NEVER else "deferred", told(*reply)))
        return False

    def _hand_over(self, stuffed: bytes) -> None:
        """Send all of a message but its end."""
        for start in range(0, len(stuffed), _PIECE):
            self._smtp.send(stuffed[start : start + _PIECE])

    def _end(self) -> Outcome:
        """Send the line that ends the message, and return what the server makes of it."""
        try:
            if self._smtp.sock:
                self._smtp.sock.settimeout(self._timeout_s * _LAST_TIMES)
            self._smtp.send(b".\r\n")
            reply = self._smtp.getreply()
            if self._smtp.sock:
                self._smtp.sock.settimeout(self._timeout_s)
        except OSError:
            self.is_over = True
            return Outcome("unknown", "the connection was lost before the server answered")
        self.is_over = _is_last(reply[0])
        return Outcome(_STATES.get(kind(reply[0]), "unknown"), told(*reply))

    def _settle(self, recipients: Sequence[str], outcome: Outcome) -> None:
        self.outcomes.update(dict.fromkeys(recipients, outcome))


def _is_last(code: int) -> bool:
    """Whether nothing comes after a reply: the server closes, or does not keep to the protocol."""
    return code == _CLOSING or kind(code) not in _STATES
