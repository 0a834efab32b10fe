"""Lists of recipients, and the headers that are made of them."""

import csv
import io
import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from converter.configuration import Settings
from converter.mailer.mailboxes import Mailbox
from converter.mailer.message import Message, unsent
from converter.mailer.recipients import Recipient, read_recipients
from tests.fuzz.scratch import written
from tests.fuzz.target import Target
from tests.fuzz.targets.style import SYNTAX
from tests.mailer.awkward import AWKWARD

_SETTINGS = Settings(style="default")
_SENDER = Mailbox("press@example.org", "Press")
_NAMES = {"From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "X-Unsent", "Auto-Submitted", "Content-Language"}  # fmt: skip


def _run(data: bytes) -> None:
    name = "list.yaml" if data.startswith(b"-") else "list.csv"
    for recipient in read_recipients(written(name, data), _SETTINGS):
        _check(recipient)


def _check(recipient: Recipient) -> None:
    """Assert that a message goes to this one person, whatever the fields of the row say."""
    subject = " ".join(recipient.fields.values())
    message = Message(_SENDER, (recipient.mailbox,), subject, subject, "<p>x</p>")
    made = unsent(message)
    head = made.partition(b"\r\n\r\n")[0]
    assert all(len(line) <= 998 for line in head.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[^\t\r\n -~]", head), head
    parsed = BytesParser(EmailMessage, policy=policy.default).parsebytes(made)
    assert set(parsed.keys()) <= _NAMES, parsed.keys()
    people = parsed["To"].addresses
    assert [one.addr_spec for one in people] == [recipient.mailbox.address], parsed["To"]


def _seeds() -> list[bytes]:
    table = io.StringIO()
    rows = [
        (f"a{number}@example.org", one.given, "memo", f"x{one.given}") for number, one in enumerate(AWKWARD)
    ]
    csv.writer(table).writerows([("address", "name", "style", "unit"), *rows])
    return [
        table.getvalue().encode(),
        b"\xef\xbb\xbfE-Mail;Name;Sections;Handling;Language\r\nada@example.org;Ada;summary;TLP:AMBER;fr\r\n",
        b"address\tname\nBob <bob@example.org>\t\"B, 'o'\"\n",
        b"- address: ada@example.org\n  sections: [summary, background]\n  unit: Desk 4\n- {email: b@xn--e1afmkfd.org}\n",
        "address\nада@пример.рф\nx@пример.рф\n".encode(),
    ]


TARGET = Target(
    "recipients",
    _run,
    _seeds,
    (
        *(b"address", b"name", b"@", b"@example.org", b"<", b">", b'"', b'""', b"\\", b",", b";", b"\t", b"\r\n", b"=?utf-8?q?"),
        *(b"?=", b"=0D=0ABcc:", b"\r\nBcc: v@example.org", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\x0b", b"\xc2\x85", b"xn--", b"(c)"),
        *(b"style", b"memo", b"sections", b"embed", b"source", b"\xef\xbc\xa0", b"\xe3\x80\x82", b"\xc3\x9f", *SYNTAX),
    ),
    largest=20_000,
)  # fmt: skip
