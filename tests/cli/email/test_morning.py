"""The morning of `docs/guide/analyst.md` in one line, as it is typed at a terminal."""

import os
import pty
import re
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.servers.sink import sink

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "analyst.md"

ARTICLES = {
    "courier": (
        "Quake shakes the coast of Norland",
        "An earthquake killed 34 people on the coast on Thursday, the ministry said.",
        "The harbour of Lowmere was closed and all ships were sent to the north.",
    ),
    "post": (
        "Dozens dead in Lowmere",
        "An earthquake killed 41 people on the coast on Thursday, the ministry said.",
        "Lowmere handles two thirds of the timber of the country.",
    ),
    "trade": (
        "Timber waits in the north",
        "Ships with timber wait in the north, since the harbour of Lowmere is closed.",
        "A long closure could move the trade to the north for good, traders warn.",
    ),
}


def in_one_line() -> str:
    """Return the line that the guide tells its readers to type."""
    (found,) = re.findall(r"^briefing digest \*\.pdf .*--send$", GUIDE.read_text("utf-8"), re.MULTILINE)
    return str(found)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, (title, *sentences) in ARTICLES.items():
        page = Canvas(str(tmp_path / f"{name}.pdf"), invariant=True)
        page.setTitle(title)
        page.setFont("Helvetica-Bold", 20)
        page.drawString(72, 740, title)
        page.setFont("Helvetica", 11)
        for index, sentence in enumerate(sentences):
            page.drawString(72, 700 - 30 * index, sentence)
        page.save()
    (tmp_path / "desk.csv").write_text("email\nada@example.org\nben@example.org\n", "utf-8")
    return tmp_path


def test_the_line_that_the_guide_tells_to_type_sends_the_digest(desk: Path) -> None:
    with sink() as server:
        account = (
            f"{{from: press@example.org, smtp: {{host: 127.0.0.1, port: {server.port}, security: none}}}}"
        )
        (desk / "accounts.yaml").write_text(f"accounts: {{office: {account}}}\n", "utf-8")
        terminal, there = pty.openpty()
        scripts = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        environment = {
            "PATH": scripts,
            "HOME": str(desk),
            "LC_ALL": "C.UTF-8",
            "BRIEFING_ACCOUNTS": str(desk / "accounts.yaml"),
        }
        with subprocess.Popen(
            ["sh", "-c", in_one_line()],
            cwd=desk,
            env=environment,
            stdin=there,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            os.close(there)
            # to be read when it asks
            os.write(terminal, b"y\n")
            told, asked = process.communicate()
        os.close(terminal)
    assert process.returncode == 0, asked
    assert "Send to 2 people?" in asked
    assert told.count("sent ") == 2
    assert sorted(people for people, _ in server.mails) == [["ada@example.org"], ["ben@example.org"]]
    message = message_from_bytes(server.mails[0][1], policy=policy.default)
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "digest.pdf"
    assert attached.get_content() == (desk / "today" / "digest.pdf").read_bytes()
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "killed 34 people" in text
    assert "killed 41 people" in text
    assert "Call the harbour master." in text
