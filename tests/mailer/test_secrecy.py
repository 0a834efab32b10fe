"""No password and no token is in anything that is shown, written, sent or listed."""

import os
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import quote

import pytest

from tests.mailer.desk import USER, Desk, Ran
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Mailboxes, dovecot
from tests.servers.postfix import Postfix, postfix
from tests.servers.sink import sink

SECRET = "Zephyr-hunter2:Quagga"  # noqa: S105 - it is nobody's
ADA = "ada@example.org"


@pytest.fixture(scope="module")
def guarded(certificates: Certificates) -> Iterator[Postfix]:
    """Return servers that let in who has the secret."""
    with (
        dovecot(certificates, Mailboxes(password=SECRET)) as boxes,
        postfix(certificates, boxes) as server,
    ):
        yield server


@pytest.fixture
def desk(tmp_path: Path, guarded: Postfix, certificates: Certificates) -> Desk:
    desk = Desk(tmp_path)
    trusted = {"host": "localhost", "certificates": str(certificates.authority)}
    desk.account(
        smtp={**trusted, "port": guarded.smtp},
        imap={**trusted, "port": guarded.dovecot.imaps},
        password=SECRET,
    )
    return desk


def _disguises(secret: str) -> set[bytes]:
    """Return the forms in which somebody could find a secret."""
    sent = {secret, f"\0{USER}\0{secret}", f"user={USER}\x01auth=Bearer {secret}\x01\x01"}
    plain = {secret, quote(secret), secret[:12]}
    return {one.encode() for one in plain} | {b64encode(one.encode()).rstrip(b"=") for one in sent}


def _found(desk: Desk, *texts: str | bytes, secret: str = SECRET) -> list[str]:
    """Return where the secret is: in a text, or in a file of the folder other than that of passwords."""
    places = {f"text {number}": text for number, text in enumerate(texts)}
    for path in desk.folder.rglob("*"):
        if path.is_file() and path.name != "password":
            places[str(path)] = path.read_bytes()
    forms = _disguises(secret)
    return [
        place
        for place, text in places.items()
        if any(form in (text.encode() if isinstance(text, str) else text) for form in forms)
    ]


def test_a_secret_would_be_found(desk: Desk) -> None:
    (desk.folder / "log").write_bytes(b"AUTH PLAIN " + b64encode(f"\0{USER}\0{SECRET}".encode()))
    assert _found(desk, f"535 {SECRET}?", "nothing") == ["text 0", str(desk.folder / "log")]


@pytest.mark.parametrize(
    "way",
    [
        ("-v",),
        pytest.param((), marks=pytest.mark.conformance),
        pytest.param(("--json",), marks=pytest.mark.conformance),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("act", ["--send", "--draft", "--check", "--dry-run"])
@pytest.mark.parametrize("excess", ["", "x"], ids=["right", "wrong"])
def test_nothing_that_is_shown_or_kept_holds_it(
    act: str, way: tuple[str, ...], excess: str, desk: Desk, guarded: Postfix
) -> None:
    (desk.folder / "password").write_text(f"{SECRET}{excess}", "utf-8")
    whom = () if act == "--check" else (desk.article(), "--formats", "md", "--to", ADA)
    ran = desk.email(*whom, act, *way)
    assert ran.code == (0 if not excess or act == "--dry-run" else 7), ran.err
    assert _found(desk, ran.out, ran.err, *guarded.dovecot.mails(ADA)) == []


@pytest.mark.parametrize("way", [(), ("-v",)])
@pytest.mark.parametrize("where", ["smtp.size_limit", "smtp_connection._conversation", "login._answers"])
def test_no_traceback_holds_it(
    where: str, way: tuple[str, ...], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> object:
        message = "boom"
        raise RuntimeError(message)

    monkeypatch.setattr(f"converter.mailer.{where}", fail)
    ran = desk.email(desk.article(), "--formats", "md", "--to", ADA, "--send", *way)
    assert (ran.code, "RuntimeError" in ran.err) == (70, True)
    kept = list(desk.folder.rglob("fault.txt"))
    assert len(kept) == (0 if way else 1)
    assert "boom" in (ran.err if way else kept[0].read_text("utf-8"))
    assert _found(desk, ran.out, ran.err) == []


def test_a_server_that_repeats_it_is_not_repeated(desk: Desk) -> None:
    plain = b64encode(f"\0{USER}\0{SECRET}".encode()).decode()
    for reply in (f"535 5.7.8 {SECRET} is wrong", f"535 5.7.8 {plain}", f"454 4.7.0 later, {SECRET}!"):
        with sink({"AUTH": reply}, logins=["PLAIN"]) as server:
            desk.account(smtp={"host": "127.0.0.1", "port": server.port, "security": "none"}, password=SECRET)
            for way in ("-v", "--json"):
                ran = desk.email(desk.article(), "--formats", "md", "--to", ADA, "--send", way)
                assert ran.code in {7, 75}
                assert _found(desk, ran.out, ran.err) == []


@pytest.mark.parametrize("kind", ["password-file", "password-command", "token-command"])
def test_no_list_of_processes_holds_it(kind: str, desk: Desk) -> None:
    with sink(logins=["PLAIN", "XOAUTH2"]) as server:
        smtp = {"host": "127.0.0.1", "port": server.port, "security": "none"}
        (desk.folder / "password").write_text(f"{SECRET}\n", "utf-8")
        source = "password" if kind == "password-file" else f"sh -c 'sleep 0.3; cat {desk.folder}/password'"
        further: dict[str, Any] = {"user": USER, kind: source}
        desk.account(smtp=smtp, password=None, **further)
        ran, seen = _watched(
            desk, "email", str(desk.article()), "--formats", "md", "--to", ADA, "--send", "-v"
        )
        assert server.logins == ["XOAUTH2" if "token" in kind else "PLAIN"]
    assert ran.code == 7
    assert any(b"\0email\0" in one for one in seen)
    assert kind == "password-file" or any(b"sleep" in one for one in seen)
    assert _found(desk, ran.out, ran.err, *seen) == []


def _watched(desk: Desk, *words: str) -> tuple[Ran, set[bytes]]:
    """Run `briefing` as a process of its own; return also the command lines of all processes meanwhile."""
    command = [sys.executable, "-m", "converter", *words, "--ledger", str(desk.ledger)]
    environment = {**os.environ, **desk.environment, "PYTHONPATH": str(Path(__file__).parents[2])}
    seen: set[bytes] = set()
    output, errors = desk.folder / "out", desk.folder / "err"
    with output.open("wb") as out, errors.open("wb") as err:
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            for path in Path("/proc").glob("[0-9]*/cmdline"):
                with suppress(OSError):
                    seen.add(path.read_bytes())
            Event().wait(0.02)
    return Ran(process.wait(1), output.read_text("utf-8"), errors.read_text("utf-8")), seen
