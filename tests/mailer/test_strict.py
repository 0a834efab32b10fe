"""The strict reader takes what is right, and objects to each thing that is not."""

from datetime import UTC, datetime

import pytest

from converter.mailer.mailboxes import Mailbox
from converter.mailer.message import Attachment, Message, stamped
from tests.mailer import strict

DATA = stamped(
    Message(
        Mailbox("press@example.org", "Press, Office"),
        (Mailbox("ada@example.org", "Rôle"), Mailbox("ben@example.org")),
        "Rôle " * 20,
        "Words. Words = words\n",
        "<p>Rôle</p>\n",
        language="en",
        attachments=(Attachment("a.pdf", "application/pdf", b"%PDF" * 30 + b"x"),),
    ),
    datetime(2026, 11, 23, 12, 0, tzinfo=UTC),
)

FAULTS = {
    "another header": ("Auto-Submitted:", "X-Other: 1\r\nAuto-Submitted:"),
    "a header twice": ("Auto-Submitted:", "Cc: a@x.org\r\nCc: b@x.org\r\nAuto-Submitted:"),
    "no space behind the colon": ("Auto-Submitted: ", "Auto-Submitted:"),
    "an empty header": ("Auto-Submitted: auto-generated", "Auto-Submitted: "),
    "a bare line feed": ("Words. Words", "Words.\nWords"),
    "a bare carriage return": ("Words. Words", "Words.\rWords"),
    "a character beyond ASCII": ("Words. Words", "Wôrds. Words"),
    "a control character": ("Words. Words", "Words.\x00Words"),
    "a long line": ("Words. Words", "Words. " + "x" * 1000),
    "a line of quoted-printable that is too long": ("Words. Words", "Words. " + "x" * 77),
    "a small hexadecimal digit": ("=3D words", "=3d words"),
    "an equals sign that encodes nothing": ("=3D words", "= words"),
    "a space at the end of a line": ("=3D words", "=3D words "),
    "base64 beyond the end": ("eA==", "eB=="),
    "base64 with padding in the midst": ("JVBERiVQREY", "JVB=RiVQREY"),
    "quotation marks that do not close": ('"Press, Office"', '"Press, Office'),
    "a comma in a name of atoms": ('"Press, Office"', "Press, Office"),
    "a full stop in a name of atoms": ('"Press, Office"', "Press. Office"),
    "two senders": ('"Press, Office"', 'a@x.org, "Press, Office"'),
    "an address without a domain": ("<press@example.org>", "<press>"),
    "an address with two": ("<press@example.org>", "<press@example.org@x.org>"),
    "an encoded word in quotation marks": ('"Press, Office"', '"=?utf-8?q?x?="'),
    "an encoded word in another": ('"Press, Office"', "x=?utf-8?q?x?="),
    "a line feed in an encoded word": ('"Press, Office"', "=?utf-8?q?x=0A?="),
    "an encoded word that is decoded twice": ('"Press, Office"', "=?utf-8?q?=3D=3Futf-8=3Fq=3Fx=3F=3D?="),
    "half a character in an encoded word": ('"Press, Office"', "=?utf-8?q?=C3?="),
    "a comma in an encoded word": ('"Press, Office"', "=?utf-8?q?a,b?="),
    "another character set": ('"Press, Office"', "=?latin-1?q?a?="),
    "the wrong day of the week": ("Date: Mon", "Date: Tue"),
    "another form of the date": ("23 Nov 2026", "2026-11-23"),
    "no identity": ("Message-ID: <", "Message-ID: "),
    "another version of MIME": ("MIME-Version: 1.0", "MIME-Version: 1.1"),
    "a charset that is not told": ("text/plain; charset=utf-8", "text/plain"),
    "a page above the text": ("text/plain;", "text/html;"),
    "another encoding": ("Encoding: base64", "Encoding: 8bit"),
    "another name of the file": ('filename="a.pdf"', 'filename="b.pdf"'),
    "a path in the name of a file": ('"a.pdf"', '"../a.pdf"'),
    "words before the first part": ("\r\n\r\n--=_mixed", "\r\n\r\nWords\r\n--=_mixed"),
    "a boundary that nothing ends": ("==--\r\n", "==\r\n"),
    "no end of the last line": ("--\r\n", "--"),
}


def test_it_reads_what_is_right() -> None:
    seen = strict.read(DATA)
    assert seen.people["from"] == (("Press, Office", "press@example.org"),)
    assert seen.people["to"] == (("Rôle", "ada@example.org"), ("", "ben@example.org"))
    assert seen.subject == ("Rôle " * 20).strip()
    assert [(one.media_type, one.name) for one in seen.parts] == [
        *(("text/plain", ""), ("text/html", ""), ("application/pdf", "a.pdf"))
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_it_objects_to(fault: str) -> None:
    old, new = FAULTS[fault]
    changed = DATA.replace(old.encode(), new.encode())
    if "nothing ends" in fault:
        changed = DATA[: DATA.rindex(b"--\r\n")] + b"\r\n"
    if "last line" in fault:
        changed = DATA[:-2]
    assert changed != DATA
    with pytest.raises(strict.StrictError):
        strict.read(changed)
