"""Messages with reports attached, as they are checked and as they are shown."""

from email.message import EmailMessage

from converter import Original, verify
from converter.mailer.message import unsent
from converter.verifier.visible import read_visible
from tests.fuzz.target import Target
from tests.fuzz.targets.report import check_verified, reports
from tests.verifier.message.test_bodies import WIDE, message


def _run(data: bytes) -> None:
    read_visible(data, "eml")
    check_verified(verify(Original(data, "m.eml"), [Original(WIDE.encode(), "port.md")]))


def _foreign() -> bytes:
    """Return a message as another program would write it, with a message inside."""
    made = EmailMessage()
    made["From"], made["To"] = "Ada Example <ada@example.org>", "undisclosed-recipients:;"
    made["Subject"], made["Date"] = "Übung", "Mon, 23 Nov 2026 12:00:00 +0000"
    made.set_content("Dear Bob,\n\nsee the report.\n", charset="iso-8859-15", cte="quoted-printable")
    made.add_alternative("<p>Dear Bob, <b>see</b> the report.", subtype="html", cte="base64")
    *_, page, markdown, json = reports()
    made.add_attachment(markdown, maintype="text", subtype="markdown", filename="Bericht für alle.md")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "b@example.org", "=?utf-8?q?x=0D=0ABcc:_v@example.org?="
    inner.set_content("x")
    inner.add_attachment(json[:2000], maintype="application", subtype="json", filename="a.json")
    made.add_attachment(inner)
    made.add_attachment(page[:3000].decode("utf-8", "replace"), subtype="html", filename="../a.html")
    return made.as_bytes()


_RAW = (
    b"From: a@b\r\nTo: c@d\r\nSubject: =?utf-8?b?4oCu?= =?x?q?=00?=\r\n folded\r\nDate: then\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed; boundary=\"x\"; charset*0*=utf-8''%E2; charset*1=y\r\n\r\n--x\r\n"
    b"Content-Type: text/plain; charset=utf-7\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n#86)C\r\n`\r\nend\r\n"
    b"--x\r\nContent-Disposition: attachment; filename*=utf-8''%00%E2%80%AE.md\r\n\r\n# T\r\n\r\nWords.\r\n--x--\r\n"
)

TARGET = Target(
    "message",
    _run,
    lambda: [unsent(message(WIDE)), _foreign(), _RAW],
    (
        *(b"Content-Type: ", b"Content-Transfer-Encoding: ", b"Content-Disposition: attachment; ", b"MIME-Version: 1.0\r\n"),
        *(b"multipart/mixed; boundary=x", b"message/rfc822", b"message/delivery-status", b"text/plain; charset=", b"text/html"),
        *(b"multipart/related", b"quoted-printable", b"base64", b"x-uuencode", b"8bit", b"filename*0*=", b"filename=", b"=?utf-8?q?"),
        *(b"?=", b"=?utf-8?b?", b"utf-16", b"unicode-escape", b"rot13", b"idna", b"zlib", b"undefined", b"\r\n\r\n", b"--x\r\n"),
        *(b"--x--", b"=0D=0A", b"Subject: ", b"From: ", b"Date: ", b'"\\', b"<@a,@b:c@d>", b"a:;", b"\x00", b"(((("),
    ),
)  # fmt: skip
