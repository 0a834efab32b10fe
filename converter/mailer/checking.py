"""The last look at a message: its bytes, parsed again, say what was meant and nothing else.

This shares nothing with what wrote them. What it finds is a fault of ours.
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.message import Message as ParsedMessage
from email.parser import BytesHeaderParser
from email.utils import getaddresses

from converter.errors import ConverterError
from converter.mailer.headers import one_line
from converter.mailer.message import Message

_HEADERS = frozenset(
    {
        *("from", "reply-to", "to", "cc", "bcc", "subject", "content-language", "auto-submitted"),
        *("date", "x-unsent", "message-id", "mime-version", "content-type"),
    }
)
_MOST_COLUMNS = 998
"""Bytes of a line without its end (RFC 5322 2.1.1)."""


def check_message(data: bytes, message: Message) -> None:
    """Check that `data` is `message`: its headers, recipients, subject, bodies and attachments.

    Raises:
        ConverterError: `check-message`.
    """
    for what, sound in (*_of_headers(data, message), *_of_parts(data, message)):
        if not sound:
            raise ConverterError("check-message", f"the message does not say what it should: {what}")


def _of_headers(data: bytes, message: Message) -> Iterator[tuple[str, bool]]:
    parsed = BytesHeaderParser(policy=policy.compat32).parsebytes(data)
    names = [name.lower() for name in parsed.keys()]  # noqa: SIM118 - a message is no mapping
    yield "headers", len(set(names)) == len(names) and set(names) <= _HEADERS
    yield "subject", _decoded(parsed["subject"]) == one_line(message.subject)
    answers = (message.reply_to,) if message.reply_to else ()
    sender = (message.sender,) if message.sender else ()
    meant = {"from": sender, "to": message.to, "cc": message.cc, "reply-to": answers}
    if "bcc" in names:
        meant["bcc"] = message.bcc
    for name, mailboxes in meant.items():
        yield name, _people(parsed, name) == [(one.name, one.address) for one in mailboxes]


def _of_parts(data: bytes, message: Message) -> Iterator[tuple[str, bool]]:
    lines = data.split(b"\r\n")
    yield "lines", all(len(line) <= _MOST_COLUMNS and not {10, 13} & set(line) for line in lines)
    yield "characters", data.isascii()
    parsed: EmailMessage = message_from_bytes(data, _class=EmailMessage, policy=policy.SMTP)
    for kind, text in (("plain", message.text), ("html", message.html)):
        body = parsed.get_body((kind,))
        yield kind, body is not None and body.get_content().replace("\r\n", "\n") == text
    files = [
        (one.get_filename(), one.get_content_type(), one.get_payload(decode=True))
        for one in parsed.iter_attachments()
    ]
    meant = [(one.name, one.media_type.partition(";")[0], one.data) for one in message.attachments]
    yield "attachments", files == meant


def _people(parsed: ParsedMessage, name: str) -> list[tuple[str, str]]:
    pairs = getaddresses([_unfolded(value) for value in parsed.get_all(name, [])])
    return [(_decoded(shown), address) for shown, address in pairs if address]


def _decoded(value: str) -> str:
    return str(make_header(decode_header(_unfolded(value))))


def _unfolded(value: str) -> str:
    return value.replace("\r\n", "")
