"""Secrets are had where they are kept, and seen by nobody on the way."""

import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked
from rich.pretty import pretty_repr

from converter.errors import DeliveryError
from converter.mailer import secrets
from converter.mailer.login import Login
from converter.mailer.secrets import Secret


def _command(program: str) -> Secret:
    return Secret("password-command", f"{sys.executable} -c '{program}'", "office", "press")


def _failure(secret: Secret) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        secret.reveal()
    assert (caught.value.exit_code, caught.value.where) == (7, "account office")
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))
    return caught.value


def test_the_first_line_of_what_a_command_writes_is_the_secret() -> None:
    assert _command(r'print("  pass word é \nuser: press")').reveal() == "  pass word é "
    assert _command(r'import sys; sys.stdout.write("hunter2\r\n")').reveal() == "hunter2"


def test_a_command_is_run_without_a_shell_and_without_input(tmp_path: Path) -> None:
    told = Secret("password-command", f"echo $HOME; touch {tmp_path}/made | cat", "office")
    assert told.reveal() == f"$HOME; touch {tmp_path}/made | cat"
    assert list(tmp_path.iterdir()) == []
    assert _command("import sys; print(repr(sys.stdin.read()))").reveal() == "''"


def test_a_program_in_the_home_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    program = tmp_path / "show"
    program.write_text("#!/bin/sh\necho hunter2\n", "utf-8")
    program.chmod(0o700)
    assert Secret("token-command", "~/show", "office").reveal() == "hunter2"


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ('import sys; print("hunter2"); sys.exit(3)', "password-command failed with exit status 3"),
        ('import sys; sys.exit("hunter2")', "password-command failed with exit status 1"),
        ("import os; os.kill(os.getpid(), 9)", "password-command failed with exit status -9"),
        ("pass", "password-command gives nothing"),
        ('print("\\nhunter2")', "password-command gives nothing"),
        ('print("hunter2\\x00")', "password-command gives control characters"),
        ('import sys; sys.stdout.buffer.write(b"hunter2\\xff")', "password-command gives no UTF-8"),
    ],
)
def test_a_command_that_fails_is_told_without_its_words(
    program: str, what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _failure(_command(program)).what == what
    assert capfd.readouterr() == ("", "")


def test_a_command_that_is_not_there_is_told() -> None:
    error = _failure(Secret("password-command", "no-such-program hunter2", "office"))
    assert str(error) == (
        "account office: password-command cannot be run: no such file or directory; try it in a terminal"
    )


def test_a_command_that_hangs_is_ended_with_what_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "TIMEOUT_S", 1.0)
    # The child holds the pipe open: unless it is ended as well, nobody sees the pipe's end.
    error = _failure(Secret("password-command", "sh -c 'sleep 600 & wait'", "office"))
    assert error.what == "password-command did not end within 1 s"


def test_the_first_line_of_a_file_is_the_secret(tmp_path: Path) -> None:
    path = tmp_path / "press"
    path.write_text("hunter2\r\nmore\n", "utf-8")
    path.chmod(0o600)
    assert Secret("password-file", str(path), "office").reveal() == "hunter2"
    path.write_text("", "utf-8")
    assert _failure(Secret("password-file", str(path), "office")).what == "password-file gives nothing"
    path.unlink()
    gone = _failure(Secret("password-file", str(path), "office"))
    assert gone.what == f"{path} cannot be read: no such file or directory"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_file_that_is_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "press"
    path.write_text("hunter2\n", "utf-8")
    path.chmod(mode)
    error = _failure(Secret("password-file", str(path), "office"))
    assert error.code == "secret-exposed"
    assert f"others may read {path}; chmod 600 {path}" in str(error)


@pytest.mark.skipif(os.getuid() != 0, reason="gives a file away, as only root can")
def test_a_file_of_somebody_else_is_theirs_to_look_after(tmp_path: Path) -> None:
    path = tmp_path / "press"
    path.write_text("hunter2\n", "utf-8")
    path.chmod(0o444)
    os.chown(path, 65534, 65534)
    assert Secret("password-file", str(path), "office").reveal() == "hunter2"


class _Ring(KeyringBackend):
    priority = 1
    kept: ClassVar = {("mail", "press"): "hunter2"}

    def get_password(self, service: str, username: str) -> str | None:
        if service == "locked":
            raise KeyringLocked("hunter2")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


@pytest.fixture
def ring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(_Ring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("ring")
def test_the_keyring_gives_the_secret_of_the_user() -> None:
    assert Secret("keyring", "mail", "office", "press").reveal() == "hunter2"
    other = _failure(Secret("keyring", "mail", "office", "desk"))
    assert other.what == "the keyring has no password of desk for mail"
    assert other.remedy == "keyring set mail desk"
    locked = _failure(Secret("keyring", "locked", "office", "desk"))
    assert locked.what == "the keyring does not open (KeyringLocked)"


@pytest.mark.usefixtures("ring")
def test_a_machine_without_a_keyring_is_told_what_else_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    error = _failure(Secret("keyring", "mail", "office", "press"))
    assert str(error) == (
        "account office: there is no keyring on this machine; use password-command or password-file"
    )
    monkeypatch.setitem(sys.modules, "keyring", None)
    error = _failure(Secret("keyring", "mail", "office", "press"))
    assert "keyring is not installed; pip install 'briefing-converter[keyring]'" in str(error)


def test_no_representation_of_a_login_shows_what_is_sent() -> None:
    login = Login("PLAIN", "hunter2", (b"\0mira\0hunter2",))
    assert "hunter2" not in repr(login) + pretty_repr(login)
    assert "PLAIN" in repr(login)


def test_no_representation_shows_the_secret_or_where_it_is() -> None:
    secret = Secret("password-command", "echo hunter2", "office")
    assert "hunter2" not in f"{secret!r} {secret} {[secret]} {pretty_repr(secret)}"


def test_the_rooms_of_accounts_are_cheap_to_import() -> None:
    program = "import sys, converter.mailer.secrets, converter.mailer.accounts; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"keyring", "smtplib", "imaplib", "yaml", "converter.stylesheets"} & set(done.stdout.split())
