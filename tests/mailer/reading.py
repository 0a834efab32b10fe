"""What several readers make of a message: our strict one, Python's, and mutt."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses
from pathlib import Path

from tests.judges import mutt
from tests.mailer.structure import PEOPLE, Part, Person, Structure, part

_CONTENT = ("content-type", "content-transfer-encoding")
_CONTAINERS = 2
"""Parts of a message with files that hold others: all, and text and page."""


def by_python(data: bytes) -> Structure:
    """Return what the standard library's newer parser makes of a message that has files.

    Raises:
        ValueError: it found something to mend.
    """
    message: EmailMessage = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    defects = [*message.defects, *(one for value in message.values() for one in value.defects)]
    if defects:
        raise ValueError(str(defects))
    addresses = {
        name: [one.addr_spec for one in message[name].addresses] for name in PEOPLE if name in message
    }
    people = dict(_people(data))
    if addresses != {name: [address for _, address in named] for name, named in people.items()}:
        raise ValueError(str((addresses, people)))
    return Structure(tuple(map(str.lower, message.keys())), people, str(message["subject"]), _parts(message))


def _people(data: bytes) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Yield who stands in each header, as the older parser has it.

    The newer one of Python 3.11 shows a space between encoded words of a name (RFC 2047 6.2: there is none).
    """
    message = message_from_bytes(data, policy=policy.compat32)
    for header in PEOPLE:
        if header in message:
            pairs = getaddresses([message[header].replace("\r\n", "")])
            yield header, tuple((str(make_header(decode_header(name))), address) for name, address in pairs)


def _parts(message: EmailMessage) -> tuple[Part, ...]:
    def found() -> Iterator[Part]:
        for one in message.walk():
            if not one.is_multipart():
                payload = one.get_payload(decode=True)
                yield part(one.get_content_type(), one.get_filename() or "", bytes(payload))

    return tuple(found())


def by_mutt(data: bytes, like: Structure, folder: Path) -> Structure:
    """Return what mutt makes of a message that has as many parts as `like`.

    The headers of content are those of `like`: mutt writes them anew.
    """
    seen = mutt.read(data, len(like.parts) + _CONTAINERS, folder)
    headers = (*seen.headers, *(name for name in like.headers if name in _CONTENT))
    return Structure(headers, seen.people, seen.subject, tuple(part(*one) for one in seen.parts))
