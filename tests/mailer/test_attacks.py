"""A sample of the attacks: no title, author or name becomes a header or a recipient.

All of them: `python -m tests.mailer.attacks`.
"""

from pathlib import Path

import pytest

from tests.mailer.attacks import EVE, addresses, attack, run, wrong
from tests.mailer.desk import USER, Ran

SAMPLE = 200
_PIECES = 4

DATA = (
    f"From: {USER}\r\nTo: to-1@example.org\r\nSubject: x\r\nContent-Language: en\r\n"
    "Auto-Submitted: auto-generated\r\nDate: Mon, 23 Nov 2026 12:00:00 +0000\r\nMessage-ID: <a@x.org>\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nwords\r\n"
)


@pytest.mark.parametrize("piece", range(_PIECES))
def test_nothing_becomes_a_header_or_a_recipient(piece: int, tmp_path: Path) -> None:
    size = SAMPLE // _PIECES
    count, found = run(range(piece * size, (piece + 1) * size), tmp_path)
    assert found == []
    assert count["listed"] + count["named"] == size
    assert count["recipients"] == count["listed"] + 3 * count["named"]


def test_what_goes_wrong_would_be_seen() -> None:
    one, ran = attack(1), Ran(0, "", "")
    to = [addresses(1)[0]]
    assert list(wrong(one, 1, Ran(7, "", "no"), [])) == ["exit code 7, 0 messages: no"]
    assert "the envelope" in next(wrong(one, 1, ran, [([*to, EVE], DATA.encode())]))
    injected = DATA.replace("Subject", f"Bcc: {EVE}\r\nSubject")
    assert list(wrong(one, 1, ran, [(to, injected.encode())])) != []
