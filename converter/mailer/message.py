"""A message as bytes: the same for the same input (RFC 5322, RFC 2045 to 2047, RFC 2183).

Boundaries and the Message-ID are made from what the message says. The Date is no part of that: a message that
is stamped when it is sent keeps its identity.
"""

import base64
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.quoprimime import body_encode
from email.utils import format_datetime
from functools import cached_property
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from converter.mailer.headers import LINE_END, listed, one_line, unstructured
from converter.mailer.mailboxes import Mailbox, each_once

_HASHED = 32
"""Hexadecimal digits of a hash that make a name no other message has."""

_LONGEST_LANGUAGE = 35
"""Characters of a language tag that every program takes (RFC 5646 4.4.1); pages may claim any."""

_MOSTLY_ASCII = 0.2
"""Up to this share of other bytes, quoted-printable is shorter than base64, and can be read."""


class Attachment(Struct, frozen=True):
    """A file that goes with a message.

    Attributes:
        name: letters, digits, hyphens and a full stop, in ASCII.
        media_type: such as `application/pdf`, or `text/markdown; charset=utf-8`.
        data: its bytes.
    """

    name: str
    media_type: str
    data: bytes


class Message(Struct, frozen=True, dict=True):
    """What is said to whom.

    Attributes:
        sender: who writes; `None` in a file whose reader's mail program will fill it in.
        to: who gets it; with `cc` and `bcc`, nobody only in such a file.
        cc: who gets a copy.
        bcc: who gets one unseen.
        reply_to: who gets answers; `None`: the sender.
        subject: any text; made a `one_line`.
        text: the plain body.
        html: the same as a page.
        language: of both, BCP 47; not told where its tag is longer than any that is used.
        attachments: in their order.
    """

    sender: Mailbox | None
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    html: str
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    reply_to: Mailbox | None = None
    language: str = ""
    attachments: tuple[Attachment, ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address that it goes to, each once, in order: the envelope (RFC 5321 2.3.1)."""
        return each_once((*self.to, *self.cc, *self.bcc))

    @cached_property
    def identity(self) -> str:
        """SHA-256 of all that it says, to whom, and with what attached."""
        unseen = "\n".join(one.written for one in self.bcc)
        return sha256(_whole(self, [], "") + unseen.encode()).hexdigest()

    @cached_property
    def content(self) -> str:
        """SHA-256 of what it says and with what attached, whoever gets it."""
        return sha256(_whole(replace(self, to=(), cc=(), bcc=()), [], "")).hexdigest()

    @property
    def message_id(self) -> str:
        """Its Message-ID (RFC 5322 3.6.4), in angle brackets; without a sender, of no domain (RFC 2606 2)."""
        return f"<{self.identity[:_HASHED]}@{self.sender.domain if self.sender else 'briefing.invalid'}>"


def unsent(message: Message) -> bytes:
    """Return `message` as a file that mail programs open to send it, unseen recipients and all."""
    return _named(message, [*_bcc(message), ("X-Unsent", "1")])


def draft(message: Message, date: datetime) -> bytes:
    """Return `message` as it lies among the drafts since `date`, unseen recipients and all."""
    return _named(message, [*_bcc(message), _date(date)])


def stamped(message: Message, date: datetime) -> bytes:
    """Return `message` as it is sent at `date`, a time with its zone; unseen recipients are not in it."""
    return _named(message, [_date(date)])


def _bcc(message: Message) -> list[tuple[str, str]]:
    return [("Bcc", listed("Bcc", [one.written for one in message.bcc]))] if message.bcc else []


def _date(date: datetime) -> tuple[str, str]:
    return "Date", format_datetime(date)


def _named(message: Message, extra: Sequence[tuple[str, str]]) -> bytes:
    return _whole(message, [*extra, ("Message-ID", message.message_id)], message.identity)


def _whole(message: Message, extra: Sequence[tuple[str, str]], seed: str) -> bytes:
    headers = [*_headers(message), *extra, ("MIME-Version", "1.0")]
    bodies = [_text_part("plain", message.text), _text_part("html", message.html)]
    alternative = _multipart("alternative", bodies, seed)
    files = [_file_part(attachment) for attachment in message.attachments]
    return _part(headers, _multipart("mixed", [alternative, *files], seed) if files else alternative)


def _headers(message: Message) -> Iterator[tuple[str, str]]:
    people = {
        "From": (message.sender,) if message.sender else (),
        "Reply-To": (message.reply_to,) if message.reply_to else (),
        "To": message.to,
        "Cc": message.cc,
    }
    for name, mailboxes in people.items():
        if mailboxes:
            yield name, listed(name, [mailbox.written for mailbox in mailboxes])
    if message.bcc and not (message.to or message.cc):
        # RFC 5322 3.4: a group without members says that there are recipients, and not which
        yield "To", "undisclosed-recipients:;"
    yield "Subject", unstructured("Subject", one_line(message.subject))
    if 0 < len(message.language) <= _LONGEST_LANGUAGE:
        yield "Content-Language", message.language
    # RFC 3834 5.2: nobody's holiday notice answers this
    yield "Auto-Submitted", "auto-generated"


class _Body(Struct, frozen=True):
    """A part of a message: the headers that describe its content, and the content, in lines of ASCII."""

    headers: tuple[tuple[str, str], ...]
    content: bytes


def _part(headers: Sequence[tuple[str, str]], body: _Body) -> bytes:
    lines = "".join(f"{name}: {value}{LINE_END}" for name, value in (*headers, *body.headers))
    return f"{lines}{LINE_END}".encode("ascii") + body.content


def _text_part(kind: str, text: str) -> _Body:
    data = text.encode()
    others = len(data) - len(text.encode("ascii", "ignore"))
    readable = others <= _MOSTLY_ASCII * len(data)
    # The encoder takes bytes as characters of the same number, and ends lines as it is told.
    quoted = body_encode(data.decode("latin-1"), maxlinelen=76, eol=LINE_END) if readable else ""
    return _Body(
        (
            ("Content-Type", f"text/{kind}; charset=utf-8"),
            ("Content-Transfer-Encoding", "quoted-printable" if readable else "base64"),
        ),
        quoted.encode("ascii") if readable else _base64(data),
    )


def _file_part(attachment: Attachment) -> _Body:
    return _Body(
        (
            ("Content-Type", f'{attachment.media_type};{LINE_END} name="{attachment.name}"'),
            ("Content-Disposition", f'attachment;{LINE_END} filename="{attachment.name}"'),
            ("Content-Transfer-Encoding", "base64"),
        ),
        _base64(attachment.data),
    )


def _multipart(kind: str, parts: Sequence[_Body], seed: str) -> _Body:
    """Return `parts` as one (RFC 2046 5.1.1); no line of an encoded text can be its boundary."""
    boundary = f"=_{kind}_{sha256(seed.encode()).hexdigest()[:_HASHED]}"
    opened = b"".join(f"--{boundary}{LINE_END}".encode() + _part((), part) + b"\r\n" for part in parts)
    return _Body(
        (("Content-Type", f'multipart/{kind};{LINE_END} boundary="{boundary}"'),),
        opened + f"--{boundary}--{LINE_END}".encode(),
    )


def _base64(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")
