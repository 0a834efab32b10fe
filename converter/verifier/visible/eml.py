"""Reports as messages (RFC 5322, RFC 2045): the body that a reader sees, and what is attached."""

from email import errors, policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import NamedTuple

from converter.errors import InputError
from converter.limits import LIMITS
from converter.verifier.visible.html import read_html
from converter.verifier.visible.shown import Shown, Visible
from converter.verifier.visible.texts import as_read

_MOST_PARTS = 1_000


class Message(NamedTuple):
    """A message.

    Attributes:
        files: name and bytes of each attachment, in order.
        bodies: media type and text of each body, in UTF-8; alternatives of each other.
        facts: `title` (its subject), `author` (from whom), `date`.
    """

    files: tuple[tuple[str, bytes], ...]
    bodies: tuple[tuple[str, bytes], ...]
    facts: dict[str, str]


def read_eml(data: bytes) -> Message:
    """Return what a message holds.

    Raises:
        InputError: `input-broken` when it is none.
    """
    try:
        if len(data) > LIMITS.input_bytes:
            raise ValueError  # noqa: TRY301 - all are told alike
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
        if not message.keys() or len(parts) > _MOST_PARTS:
            raise ValueError  # noqa: TRY301
        facts = {
            name: str(message.get(field, ""))
            for name, field in (("title", "Subject"), ("author", "From"), ("date", "Date"))
        }
        attached = [part for part in parts if part.get_filename() or part.is_attachment()]
        files = tuple((part.get_filename() or "", _bytes(part)) for part in attached)
        texts = [part for part in parts if part not in attached and part.get_content_maintype() == "text"]
        bodies = tuple((part.get_content_type(), _text(part)) for part in texts)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, errors.MessageError):
        raise InputError(
            "input-broken", "this message cannot be read", remedy="save it anew from the mail program"
        ) from None
    return Message(files, bodies, {name: told for name, told in facts.items() if told})


def read_mail(data: bytes) -> Visible:
    """Return what a reader sees of a message: its body in HTML, else that in plain text.

    Raises:
        InputError: `input-broken`.
    """
    message = read_eml(data)
    bodies = dict(reversed(message.bodies))
    if "text/html" in bodies:
        page = read_html(bodies["text/html"])
        return Visible("eml", page.shown, page.claims, (), {**page.facts, **message.facts}, page.notices)
    text = bodies.get("text/plain", b"").decode()
    return Visible("eml", tuple(_paragraphs(text)), facts=message.facts)


def _paragraphs(text: str) -> list[Shown]:
    """Return the paragraphs of a plain text, which empty lines part."""
    found: list[Shown] = []
    block: list[str] = []
    first = 1
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            first = first if block else number
            block.append(line)
        elif block:
            found.append(Shown(as_read("\n".join(block)), None, first, "body", "paragraph"))
            block = []
    return found


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: EmailMessage) -> bytes:
    charset = part.get_content_charset("utf-8")
    return _bytes(part).decode(charset, "replace").encode()
