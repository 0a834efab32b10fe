"""Accounts: read strictly, all faults at once, from the user's own file alone."""

import re
from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.mailer.accounts import Account, Server, accounts_file, load_account
from converter.mailer.mailboxes import Mailbox

WHOLE = """\
default: office
accounts:
  office:
    from: Press Office <press@example.org>
    reply-to: desk@example.org
    user: press@example.org
    password-command: pass show mail/press
    smtp: {host: smtp.example.org, certificates: house.pem}
    imap: {host: imap.example.org, drafts: Entwürfe}
    rate: 30
  relay:
    from: me@example.org
    smtp: {host: relay.example.org, security: none}
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFING_ACCOUNTS", str(tmp_path / "accounts.yaml"))
    (tmp_path / "house.pem").touch()
    (tmp_path / "key").touch()
    return tmp_path / "accounts.yaml"


def _faults(file: Path, text: str) -> list[str]:
    file.write_text(text, "utf-8")
    with pytest.raises(StyleError) as caught:
        load_account()
    assert caught.value.code == "accounts-invalid"
    return [line.removeprefix(f"{file}:") for line in caught.value.lines]


def _one(*lines: str) -> str:
    given = {line.partition(":")[0] for line in lines}
    rest = {"from": "from: a@example.org", "smtp": "smtp: {host: smtp.example.org}"}
    wanted = [*lines, *(line for key, line in rest.items() if key not in given)]
    return "accounts:\n  one:\n" + "".join(f"    {line}\n" for line in wanted)


def test_an_account_is_all_that_the_file_says(file: Path) -> None:
    file.write_text(WHOLE, "utf-8")
    account = load_account()
    assert account.secret is not None
    assert (account.secret.kind, account.secret.source) == ("password-command", "pass show mail/press")
    assert account == Account(
        name="office",
        sender=Mailbox("press@example.org", "Press Office"),
        reply_to=Mailbox("desk@example.org"),
        user="press@example.org",
        secret=account.secret,
        smtp=Server("smtp.example.org", 587, "starttls", str(file.parent / "house.pem")),
        imap=Server("imap.example.org", 993, "tls"),
        drafts="Entwürfe",
        rate=30.0,
    )
    assert load_account("relay").smtp == Server("relay.example.org", 25, "none")


def test_the_port_follows_from_the_security(file: Path) -> None:
    for security, smtp, imap in (("starttls", 587, 143), ("tls", 465, 993), ("none", 25, 143)):
        servers = f"{{host: localhost, security: {security}}}"
        file.write_text(
            _one("user: u", "password-command: x", f"smtp: {servers}", f"imap: {servers}"), "utf-8"
        )
        account = load_account()
        assert account.smtp is not None
        assert account.imap is not None
        assert (account.smtp.port, account.imap.port) == (smtp, imap)


def test_the_only_account_needs_no_default_and_underscores_are_taken(file: Path) -> None:
    file.write_text(_one("reply_to: b@example.org", "password_file: key", "user: u"), "utf-8")
    account = load_account()
    assert account.reply_to == Mailbox("b@example.org")
    assert account.secret is not None
    assert account.secret.source == str(file.parent / "key")


def test_all_faults_are_told_at_once_with_their_places(file: Path) -> None:
    text = """\
default: offise
accounts:
  office:
    fron: Press <press@example.org>
    user: press
    smtp: {host: "smtp://x", port: 99999, security: ssl}
    rate: fast
  other: {from: a@b@c, smtp: {port: 1}, password-command: "it's", keyring: x}
"""
    assert _faults(file, text) == [
        '1:10: default: there is no account "offise"; did you mean office?',
        "4:5: accounts.office.fron: is not a key; did you mean from?",
        "4:5: accounts.office: says not who writes; add from: Name <name@example.org>",
        (
            "5:11: accounts.office.user: has no password;"
            " add password-command, password-file, keyring or token-command"
        ),
        (
            '6:18: accounts.office.smtp.host: "smtp://x" is not a host;'
            " write a name such as smtp.example.org; port and security have keys of their own"
        ),
        "6:36: accounts.office.smtp.port: 99999 is out of range; write 1 to 65535",
        '6:53: accounts.office.smtp.security: "ssl" is not a choice here; choose starttls, tls or none',
        (
            '7:11: accounts.office.rate: "fast" is not a number of messages a minute;'
            " write one such as 30 or 0.5"
        ),
        (
            "8:17: accounts.other.from: 'a@b@c' is not the address of a mailbox;"
            " write name@example.org, or Name <name@example.org>"
        ),
        "8:30: accounts.other.smtp: has no host; add host: smtp.example.org",
        (
            "8:59: accounts.other.password-command: has a quotation mark that is never closed;"
            " write another behind the text"
        ),
        "8:59: accounts.other.password-command: has no user; add user, as the server knows it",
        "8:76: accounts.other.keyring: is a second secret beside password-command; keep one of them",
    ]


@pytest.mark.parametrize("key", ["password", "token", "passwd", "app_password", "secret"])
def test_a_secret_in_the_file_is_refused_and_not_echoed(file: Path, key: str) -> None:
    for where in (f"{key}: hunter2", f"smtp: {{host: x.example.org, {key}: hunter2}}", f"{key}: [hunter2]"):
        (line,) = _faults(file, _one("user: u", "password-command: x", where))
        assert "does not stand in this file, where it would lie open; write password-command" in line
        assert "hunter2" not in line


@pytest.mark.parametrize(
    "text",
    [
        "password: hunter2: x",
        "password: [hunter2",
        "password: 'hunter2",
        "password: !hunter2 x",
        "password: *hunter2",
    ],
)
def test_a_file_that_is_not_yaml_is_refused_without_its_words(file: Path, text: str) -> None:
    file.write_text(_one(text), "utf-8")
    with pytest.raises(StyleError) as caught:
        load_account()
    assert "hunter2" not in str(caught.value)


def test_a_password_is_not_sent_in_the_clear_but_on_this_machine(file: Path) -> None:
    lines = ("user: u", "password-command: x", "smtp: {host: %s, security: none}")
    (line,) = _faults(file, _one(*lines) % "smtp.example.org")
    assert "smtp.security: would send the password in the clear; write starttls or tls" in line
    for host in ("localhost", "127.0.0.1", '"::1"'):
        file.write_text(_one(*lines) % host, "utf-8")
        assert load_account().smtp is not None


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("imap: {host: x}",), "imap: needs a login; add user and a password"),
        (("smtp:",), "accounts.one: has no server; add smtp or imap, with a host"),
        (("smtp: {host: x, certificates: no.pem}",), "smtp.certificates: there is no file"),
        (("user: u", "password-file: no"), "password-file: there is no file"),
        (("smtp: {host: x:25}",), '"x:25" is not a host'),
        (("smtp: {host: 'x y'}",), '"x y" is not a host'),
        (("rate: 0",), '"0" is not a number of messages'),
        (("user: u", "password-command: ''"), "names no command"),
        (("smtp: here",), "smtp: is not a mapping; write key: value"),
        (("from: [a@example.org]",), "from: is a list, not an address"),
    ],
)
def test_what_cannot_be_is_refused(file: Path, lines: tuple[str, ...], fault: str) -> None:
    found = _faults(file, _one(*lines))
    assert any(fault in line for line in found), found


def test_a_name_in_another_script_is_written_as_dns_has_it(file: Path) -> None:
    file.write_text(_one("smtp: {host: bücher.example}"), "utf-8")
    assert load_account().smtp == Server("xn--bcher-kva.example", 587, "starttls")


def test_an_account_that_nobody_has_is_told_with_the_nearest(file: Path) -> None:
    file.write_text(WHOLE, "utf-8")
    with pytest.raises(StyleError, match=r"there is no account 'ofice'; did you mean office\?") as caught:
        load_account("ofice")
    assert caught.value.code == "account-unknown"
    file.write_text(WHOLE.replace("default: office", ""), "utf-8")
    with pytest.raises(StyleError, match=r"not said which account; add default: NAME .* office or relay"):
        load_account()


def test_an_account_without_the_server_that_is_needed_is_told(file: Path) -> None:
    file.write_text(WHOLE, "utf-8")
    assert load_account("office", "imap").imap
    assert load_account("relay", "smtp").smtp
    with pytest.raises(StyleError, match=r"the account relay has no imap; add imap: \{host: imap") as caught:
        load_account("relay", "imap")
    assert caught.value.code == "account-server"


@pytest.mark.parametrize("text", [None, "", "accounts: {}", "default: x"])
def test_without_an_account_it_is_said_how_to_write_one(file: Path, text: str | None) -> None:
    if text is not None:
        file.write_text(text, "utf-8")
    with pytest.raises(StyleError, match=r"no e-mail account yet; begin one there: ") as caught:
        load_account()
    assert caught.value.code == "account-missing"
    assert caught.value.where == str(file)
    file.write_text(caught.value.remedy.partition(": ")[2], "utf-8")
    assert load_account().sender == Mailbox("ada@example.org", "Ada")


def test_accounts_of_a_project_are_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "accounts.yaml").write_text(WHOLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert accounts_file().parent != tmp_path
    with pytest.raises(StyleError, match="no e-mail account yet"):
        load_account()


def test_what_the_documentation_shows_is_read(root: Path, file: Path) -> None:
    page = (root / "docs" / "mail-accounts.md").read_text("utf-8")
    shown = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    found = []
    for text in shown:
        file.write_text(text.replace("/etc/ssl/house.pem", "house.pem"), "utf-8")
        found.append(load_account())
    assert [account.name for account in found] == ["office", "gmail", "work", "relay"]
    assert [account.smtp.port for account in found if account.smtp] == [587, 587, 587, 25]
    assert [account.imap.port for account in found if account.imap] == [993, 993, 993]
