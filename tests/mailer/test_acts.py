"""Drafts, dry runs and checks from the command line, before Dovecot and Postfix."""

import imaplib
import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.mailer import strict
from tests.mailer.desk import USER, Desk
from tests.mailer.structure import as_made
from tests.servers.certificates import Certificates
from tests.servers.dovecot import PASSWORD, Mailboxes, dovecot
from tests.servers.postfix import Postfix

ADA, BEN = "ada@example.org", "ben@example.org"
FOLDER = "Entwürfe"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@contextmanager
def _mailbox(port: int, certificates: Certificates) -> Iterator[imaplib.IMAP4_SSL]:
    context = ssl.create_default_context(cafile=str(certificates.authority))
    with imaplib.IMAP4_SSL("localhost", port, ssl_context=context) as imap:
        imap.login(USER, PASSWORD)
        yield imap


def _drafts(imap: imaplib.IMAP4_SSL, folder: str) -> list[tuple[bytes, bytes]]:
    """Return flags and bytes of each message in a folder."""
    assert imap.select(f'"{folder}"', readonly=True)[0] == "OK"
    found = imap.fetch("1:*", "(FLAGS BODY.PEEK[])")[1]
    return [(one[0], one[1]) for one in found if isinstance(one, tuple)]


@pytest.mark.parametrize("is_special", [True, False], ids=["told by the server", "told by the account"])
def test_two_runs_make_one_draft_in_its_folder(
    is_special: bool,  # noqa: FBT001 - a parameter of the test
    desk: Desk,
    certificates: Certificates,
) -> None:
    with dovecot(certificates, Mailboxes(drafts=FOLDER, is_special=is_special)) as boxes:
        server = {"host": "localhost", "port": boxes.imaps, "certificates": str(certificates.authority)}
        desk.account(imap=server if is_special else {**server, "drafts": FOLDER})
        words = (desk.article("Երկխոսություն"), "--formats", "md", "--draft", "--to", ADA, "--bcc", BEN)
        ran = desk.email(*words)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == f"{'drafted':<13}  {ADA}\n{'drafted':<13}  {BEN}\n"
        again = desk.email(*words)
        assert (again.code, again.err) == (0, "")
        assert again.out == f"there already  {ADA}\nthere already  {BEN}\n"
        other = desk.email(*words, "--subject", "Another")
        assert other.out == ran.out
        with _mailbox(boxes.imaps, certificates) as imap:
            drafts = _drafts(imap, FOLDER.replace("ü", "&APw-"))
            assert imap.select("INBOX")[1] == [b"0"]
    assert len(drafts) == 2
    for flags, data in drafts:
        assert rb"\Draft" in flags
        seen = strict.read(as_made(data))
        assert seen.people == {"from": (("Press", USER),), "to": (("", ADA),), "bcc": (("", BEN),)}
        assert "date" in seen.headers


def test_a_check_says_what_was_tried_and_what_is_offered(
    desk: Desk, mail_server: Postfix, certificates: Certificates
) -> None:
    trusted = {"host": "localhost", "certificates": str(certificates.authority)}
    smtp, imap = {**trusted, "port": mail_server.smtp}, {**trusted, "port": mail_server.dovecot.imaps}
    desk.account(smtp=smtp, imap=imap)
    ran = desk.email("--check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"SMTP                 localhost:{mail_server.smtp}, TLSv1.3, certificate valid\n"
        "SMTP login           press@example.org, by password\n"
        "SMTP logins offered  LOGIN, PLAIN, XOAUTH2\n"
        "SMTP size limit      292 KB\n"
        "SMTP pipelining      yes\n"
        f"IMAP                 localhost:{mail_server.dovecot.imaps}, TLSv1.3, certificate valid\n"
        "IMAP login           press@example.org, by password\n"
        "IMAP logins offered  LOGIN, PLAIN, XOAUTH2\n"
        "IMAP size limit      not said\n"
        "IMAP drafts          Drafts\n"
    )
    rows = desk.email("--check", "--json").rows
    assert rows[0] == {
        "label": "SMTP",
        "finding": f"localhost:{mail_server.smtp}, TLSv1.3, certificate valid",
    }
    desk.account(smtp=smtp, imap=imap, password="wrong")  # noqa: S106 - it is
    ran = desk.email("--check")
    assert ran.code == 7
    assert ran.out.startswith(
        f"IMAP                 localhost:{mail_server.dovecot.imaps}: the server does not"
    )
    assert len(ran.err.splitlines()) == 1
    assert desk.states() == {}


@pytest.mark.parametrize("act", ["--send", "--draft"])
def test_a_dry_run_needs_no_network_and_no_password(act: str, desk: Desk) -> None:
    command = [sys.executable, "-m", "converter", "email", str(desk.article()), "--formats", "md"]
    command += ["--to", ADA, "--ledger", str(desk.ledger), act, "--dry-run"]
    server = {"host": "localhost", "port": 9, "security": "none"}
    touched = desk.folder / "touched"
    command_of_password: dict[str, Any] = {"password-command": f"touch {touched}"}
    desk.account(smtp=server, imap=server, password=None, user=USER, **command_of_password)
    if _can_be_alone():
        command = ["unshare", "--net", *command]
    environment = {**os.environ, **desk.environment, "PYTHONPATH": str(Path(__file__).parents[2])}
    files = set(desk.folder.iterdir())
    done = subprocess.run(command, env=environment, capture_output=True, check=False, cwd=desk.folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"\nwould go  {ADA}  Harbour of Lund reopens  [1]\n".encode() in done.stdout
    assert set(desk.folder.iterdir()) == files


def test_a_dry_run_connects_to_nobody_and_asks_for_no_password(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda *words: asked.append(words))
    monkeypatch.setattr("converter.mailer.secrets.Secret.reveal", asked.append)
    server = {"host": "localhost", "port": 9, "security": "none"}
    desk.account(smtp=server, imap=server)
    assert desk.email(desk.article(), "--formats", "md", "--to", ADA, "--send", "--dry-run").code == 0
    assert asked == []
    assert desk.email(desk.article(), "--formats", "md", "--to", ADA, "--send").code != 0
    assert asked != []


def _can_be_alone() -> bool:
    """Whether a process may be started that has no network."""
    found = shutil.which("unshare")
    if not found:
        return False
    return not subprocess.run([found, "--net", "true"], check=False, capture_output=True).returncode
