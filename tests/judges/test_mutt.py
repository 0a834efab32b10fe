from pathlib import Path

import pytest

from tests.judges import mutt

MESSAGE = """\
From: "Press, Office" <press@example.org>
To: =?utf-8?q?R=C3=B4le?= <ada@example.org>, "an \\"@\\" <x@y>" <ben@example.org>
Cc: cyd@example.org
Subject: =?utf-8?q?R=C3=B4?= =?utf-8?q?le?=
X-Own: 1
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Words
--b
Content-Type: application/pdf; name=a.pdf
Content-Disposition: attachment; filename=a.pdf
Content-Transfer-Encoding: base64

JVBERg==
--b--
"""


def test_it_says_who_and_what_is_in_a_message(tmp_path: Path) -> None:
    seen = mutt.read(MESSAGE.encode(), 3, tmp_path)
    assert seen.headers == ("from", "to", "cc", "subject", "x-own", "mime-version")
    assert seen.people == {
        "from": (("Press, Office", "press@example.org"),),
        "to": (("Rôle", "ada@example.org"), ('an "@" <x@y>', "ben@example.org")),
        "cc": (("", "cyd@example.org"),),
    }
    assert seen.subject == "Rôle"
    assert seen.parts == (("text/plain", "", b"Words"), ("application/pdf", "a.pdf", b"%PDF"))


def test_it_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutt, "_TIMEOUT_S", 0.5)
    monkeypatch.setattr(mutt, "_SAVED", "<save-entry>")
    with pytest.raises(TimeoutError, match="nobody presses"):
        mutt.read(MESSAGE.encode(), 1, tmp_path)
