"""Renderings and templates → messages: the words that a person sends along, and the briefing itself."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from converter.composer.templates import fields_in, fill
from converter.errors import InputError, UsageError
from converter.files import ascii_slug, free_name
from converter.limits import LIMITS
from converter.mailer.mailboxes import Mailbox
from converter.mailer.media_types import media_type_of
from converter.mailer.message import Attachment, Message
from converter.mailer.rendering import Rendering
from converter.suggestions import suggest
from converter.text import clean_text
from converter.writers.mail import mail_html, mail_text

SUBJECT = "{title}"
"""Of a message whose sender gives no template; a handling mark always stands in the subject."""

_PERSONAL = ("name", "address")
"""Fields of the recipient, where a message has one."""


class Template(Struct, frozen=True):
    """Words with fields in braces, such as `{name}`.

    Attributes:
        text: as a person wrote it.
        where: the option or file that it comes from, for errors.
    """

    text: str
    where: str


class Words(Struct, frozen=True):
    """What a person writes.

    Attributes:
        subject: of one line.
        introduction: paragraphs above the briefing, parted by empty lines; may be empty.
        attachments: files beside the reports.
    """

    subject: Template = Template(SUBJECT, "--subject")
    introduction: Template = Template("", "--body")
    attachments: tuple[Attachment, ...] = ()


class Envelope(Struct, frozen=True):
    """Who writes to whom, as in `Message`; `fields` are those of the recipient, for templates."""

    sender: Mailbox | None
    reply_to: Mailbox | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    fields: Mapping[str, str] | None = None


def compose_message(rendering: Rendering, words: Words, envelope: Envelope) -> Message:
    """Return the message that takes `rendering` to those on `envelope`.

    Raises:
        UsageError: `email-field`: a template has a field that does not exist, or that nothing fills.
    """
    values = _values(rendering, envelope)
    document, introduction = rendering.document, _filled(words.introduction, values, envelope)
    return Message(
        sender=envelope.sender,
        reply_to=envelope.reply_to,
        to=envelope.to,
        cc=envelope.cc,
        bcc=envelope.bcc,
        subject=_subject(words.subject, values, envelope),
        text=mail_text(document, introduction),
        html=mail_html(document, rendering.style, introduction),
        language=document.language,
        attachments=tuple(_with_names_apart([*rendering.reports, *words.attachments])),
    )


def read_template(path: Path) -> Template:
    """Return the template in a text file.

    Raises:
        InputError: `file-unreadable`.
    """
    data = _read(path)
    try:
        text = clean_text(data.decode("utf-8-sig")).text
    except UnicodeDecodeError:
        raise InputError(
            "file-unreadable", "is not UTF-8", where=str(path), remedy="save it as UTF-8"
        ) from None
    return Template(text.strip("\n"), str(path))


def read_attachment(path: Path) -> Attachment:
    """Return the file at `path` under a name in ASCII.

    Raises:
        InputError: `file-unreadable`.
    """
    data = _read(path)
    suffix = "".join(one for one in path.suffix.lower() if one.isascii() and one.isalnum())
    name = ascii_slug(path.stem, fallback=data)
    return Attachment(f"{name}.{suffix}" if suffix else name, media_type_of(suffix), data)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.input_bytes + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        what, remedy = f"cannot be read: {reason}", "check its path"
    else:
        if len(data) <= LIMITS.input_bytes:
            return data
        what, remedy = f"is larger than {LIMITS.input_bytes >> 20} MB", "send a link to it"
    raise InputError("file-unreadable", what, where=str(path), remedy=remedy)


def _values(rendering: Rendering, envelope: Envelope) -> dict[str, str]:
    """Return what stands for each field; of a message to several people, none is about a person."""
    values = dict(rendering.document.fields)
    if len(envelope.to) == 1:
        values |= {"name": envelope.to[0].name, "address": envelope.to[0].address}
    return values | dict(envelope.fields or {})


def _subject(template: Template, values: Mapping[str, str], envelope: Envelope) -> str:
    """Return the subject; the handling mark leads it where the template has no place for it."""
    words = _filled(template, values, envelope)
    mark = values["marking"]
    return f"[{mark}] {words}" if mark and "marking" not in fields_in(template.text) else words


def _filled(template: Template, values: Mapping[str, str], envelope: Envelope) -> str:
    for name in fields_in(template.text):
        if name in _PERSONAL and name not in values:
            what = f"there is no one person whose {{{name}}} this could be"
            remedy = "name one alone with --to, or write a list for --recipients"
        elif name not in values:
            what, remedy = f"there is no field {{{name}}}", suggest(name, values)
        elif name != "marking" and not values[name]:
            whom = envelope.to[0].address if envelope.to else "this message"
            what = f"there is nothing to fill {{{name}}} with for {whom}"
            remedy = "give it a value, or take the field out"
        else:
            continue
        raise UsageError("email-field", what, where=template.where, remedy=remedy)
    return fill(template.text, values, template.where)


def _with_names_apart(attachments: Sequence[Attachment]) -> list[Attachment]:
    """Return `attachments`, each under a name of its own: a second `report.pdf` is `report-2.pdf`."""
    apart: dict[str, Attachment] = {}
    for one in attachments:
        path = PurePath(one.name)
        name = free_name(path.stem, path.suffix, apart)
        apart[name] = Attachment(name, one.media_type, one.data)
    return list(apart.values())
