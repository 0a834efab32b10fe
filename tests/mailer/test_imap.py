"""A draft is saved once, or it is said why not."""

import imaplib
import re
import socket
import ssl
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread
from typing import BinaryIO

import pytest

from converter.errors import DeliveryError
from converter.mailer.accounts import Account
from converter.mailer.connection import tls_context
from converter.mailer.imap import Drafts, append_limit, decoded, encoded
from converter.mailer.imap_connection import quoted
from converter.mailer.secrets import Secret
from tests.mailer.conftest import AccountFor
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot, Mailboxes, dovecot
from tests.servers.ports import HOST
from tests.servers.postfix import Postfix

USER = "press@example.org"


def _mail(name: str, size: int = 0) -> tuple[bytes, str]:
    message_id = f"<{name}@example.org>"
    head = f"From: {USER}\r\nSubject: x\r\nMessage-ID: {message_id}\r\n\r\n"
    return head.encode() + b"hello\r\n" + b"x" * size + b"\r\n", message_id


def _drafts(server: Dovecot, folder: str = "Drafts") -> list[tuple[bytes, bytes]]:
    """Return flags and text of each draft, as a client of its own sees them."""
    client = imaplib.IMAP4(HOST, server.imap)
    client.login(USER, "secret")
    client.select(quoted(encoded(folder)), readonly=True)
    _, found = client.fetch("1:*", "(FLAGS BODY.PEEK[])")
    client.logout()
    return [(one[0], one[1]) for one in found if isinstance(one, tuple)]


def _fault(account: Account, mail: tuple[bytes, str] | None = None) -> DeliveryError:
    with Drafts(account, timeout_s=10) as drafts, pytest.raises(DeliveryError) as caught:
        drafts.save(*(mail or _mail("fault")))
    assert account.imap is not None
    assert caught.value.where == account.imap.address
    assert "\n" not in str(caught.value)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))
    return caught.value


@pytest.fixture(scope="module")
def boxes(mail_server: Postfix) -> Dovecot:
    return mail_server.dovecot


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_draft_is_saved_as_it_is_and_only_once(
    boxes: Dovecot, imap_account: AccountFor, security: str
) -> None:
    account = imap_account(boxes.imaps if security == "tls" else boxes.imap, security)
    mails = [_mail(f"{security}-{number}") for number in range(2)]
    with Drafts(account) as drafts:
        assert [drafts.save(*mail) for mail in (*mails, *mails)] == [True, True, False, False]
    with Drafts(account) as drafts:
        assert drafts.save(*mails[0]) is False
    found = [(flags, text) for flags, text in _drafts(boxes) if f"<{security}-".encode() in text]
    assert [text for _, text in found] == [data for data, _ in mails]
    assert all(rb"\Draft" in flags and rb"\Seen" in flags for flags, _ in found)


@pytest.mark.parametrize("name", ['a"b\\c', "ünï", "a b {3}", "(x)"])
def test_a_message_id_may_be_odd(boxes: Dovecot, imap_account: AccountFor, name: str) -> None:
    with Drafts(imap_account(boxes.imaps)) as drafts:
        assert drafts.save(*_mail(name)) is True
        assert drafts.save(*_mail(name)) is False


def test_a_draft_that_was_deleted_is_saved_anew(boxes: Dovecot, imap_account: AccountFor) -> None:
    data, message_id = _mail("deleted")
    with Drafts(imap_account(boxes.imaps)) as drafts:
        assert drafts.save(data, message_id)
        client = imaplib.IMAP4(HOST, boxes.imap)
        client.login(USER, "secret")
        client.select("Drafts")
        number = client.search(None, "HEADER", "Message-ID", message_id)[1][0].decode()
        client.store(number, "+FLAGS", r"(\Deleted)")
        client.logout()
        assert drafts.save(data, message_id)


def test_a_folder_may_have_any_name(certificates: Certificates, imap_account: AccountFor) -> None:
    with dovecot(certificates, Mailboxes(drafts="Entwürfe & mehr", is_special=False)) as boxes:
        error = _fault(imap_account(boxes.imaps))
        assert (error.code, error.exit_code) == ("drafts-missing", 7)
        assert error.remedy == "write imap: {drafts: FOLDER} in the account office"
        account = imap_account(boxes.imaps, drafts="Entwürfe & mehr")
        with Drafts(account) as drafts:
            assert [drafts.save(*_mail("x")), drafts.save(*_mail("x"))] == [True, False]
        assert len(_drafts(boxes, "Entwürfe & mehr")) == 1


def test_a_folder_that_is_not_there_is_told(boxes: Dovecot, imap_account: AccountFor) -> None:
    error = _fault(imap_account(boxes.imaps, drafts='no "such'))
    assert (error.code, error.exit_code) == ("draft-refused", 7)
    assert "Mailbox doesn't exist" in error.what
    assert error.remedy == "check imap.drafts of the account"


def test_a_full_mailbox_is_told(certificates: Certificates, imap_account: AccountFor) -> None:
    with dovecot(certificates, Mailboxes(quota=2_000)) as boxes:
        with Drafts(imap_account(boxes.imaps)) as drafts:
            assert drafts.save(*_mail("small"))
        error = _fault(imap_account(boxes.imaps), _mail("large", 3_000))
        assert (error.code, error.exit_code) == ("draft-refused", 7)
        assert "[OVERQUOTA]" in error.what
        assert error.remedy == "make room in the mailbox"
        assert len(_drafts(boxes)) == 1


def test_a_token_logs_in(boxes: Dovecot, imap_account: AccountFor) -> None:
    good, stale = (Secret("token-command", f"echo {word}", "office") for word in ("token", "stale"))
    with Drafts(imap_account(boxes.imaps, secret=good)) as drafts:
        assert drafts.save(*_mail("by-token"))
    error = _fault(imap_account(boxes.imaps, secret=stale))
    assert (error.code, error.exit_code) == ("login-refused", 7)
    assert "stale" not in str(error)


def test_a_wrong_password_is_told_without_it(boxes: Dovecot, imap_account: AccountFor) -> None:
    error = _fault(imap_account(boxes.imaps, secret="hunter2"))  # noqa: S106 - it is wrong
    assert (error.code, error.exit_code) == ("login-refused", 7)
    assert str(error) == (
        f"localhost:{boxes.imaps}: the server does not let press@example.org in: [AUTHENTICATIONFAILED]"
        " Authentication failed.; check user and password-file of the account office"
    )


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_cannot_be_trusted_is_refused(
    boxes: Dovecot, imap_account: AccountFor, security: str
) -> None:
    port = boxes.imaps if security == "tls" else boxes.imap
    error = _fault(imap_account(port, security, trusts=False))
    assert (error.code, error.exit_code) == ("certificate-invalid", 7)


def test_a_server_of_another_kind_is_told(boxes: Dovecot, imap_account: AccountFor) -> None:
    assert _fault(imap_account(boxes.imap, "tls")).code == "server-protocol"
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        error = _fault(imap_account(taken.getsockname()[1]))
    assert (error.code, error.exit_code) == ("server-unreachable", 75)


# --------------------------------------------------------------------- a server that is told to fail

CAPABILITIES = "IMAP4rev1 AUTH=PLAIN SPECIAL-USE"
USUAL = {
    "GREETING": f"* OK [CAPABILITY {CAPABILITIES}] ready",
    "CAPABILITY": f"* CAPABILITY {CAPABILITIES}\r\nTAG OK done",
    "AUTHENTICATE": "+ ",
    "PASSWORD": "TAG OK in",
    "LIST": '* LIST (\\Drafts) "/" {6}\r\nDrafts\r\nTAG OK done',
    "EXAMINE": "* 0 EXISTS\r\nTAG OK [READ-ONLY] done",
    "SEARCH": "+ go on",
    "ID": "* SEARCH\r\nTAG OK done",
    "APPEND": "+ go on",
    "BODY": "TAG OK saved",
    "LOGOUT": "* BYE\r\nTAG OK",
}


@contextmanager
def scripted(replies: Mapping[str, str]) -> Iterator[int]:
    """Serve one connection after the other with `USUAL` replies, or `replies`; an empty one closes it."""
    with socket.create_server((HOST, 0)) as listener:
        Thread(target=_serve, args=(listener, {**USUAL, **replies}), daemon=True).start()
        yield listener.getsockname()[1]


def _serve(listener: socket.socket, replies: Mapping[str, str]) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection, connection.makefile("rb") as lines:
            _converse(connection, lines, replies)


def _converse(connection: socket.socket, lines: BinaryIO, replies: Mapping[str, str]) -> None:
    behind = {"AUTHENTICATE": "PASSWORD", "SEARCH": "ID", "APPEND": "BODY"}
    tag, line, step = "", "", "GREETING"
    while replies.get(step):
        reply = replies[step].replace("TAG", tag)
        connection.sendall(reply.encode() + b"\r\n")
        if reply.startswith("* BYE"):
            return
        if reply.startswith("+"):
            step = behind[step]
            if literal := re.search(r"\{(\d+)\}", line):
                lines.read(int(literal[1]))
            lines.readline()
        else:
            line = lines.readline().decode()
            tag, step = [*line.split(), "", ""][:2]


@pytest.mark.parametrize(
    ("step", "reply", "code", "status"),
    [
        ("GREETING", "* BYE overloaded", "server-unreachable", 75),
        ("GREETING", "SSH-2.0-OpenSSH", "server-protocol", 7),
        ("GREETING", "", "server-unreachable", 75),
        ("CAPABILITY", "", "server-unreachable", 75),
        ("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK done", "login-unsupported", 7),
        ("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=NTLM\r\nTAG OK done", "login-unsupported", 7),
        ("AUTHENTICATE", "TAG NO [UNAVAILABLE] later", "login-refused", 75),
        ("AUTHENTICATE", "TAG BAD what", "login-refused", 7),
        ("PASSWORD", "TAG NO AHByZXNzQGV4YW1wbGUub3JnAGh1bnRlcjI= is wrong", "login-refused", 7),
        ("PASSWORD", "* BYE goodbye", "server-unreachable", 75),
        ("PASSWORD", "", "server-unreachable", 75),
        ("CAPABILITY", "* CAPABILITY é\r\nTAG OK done", "server-protocol", 7),
        ("AUTHENTICATE", "+ 9", "server-protocol", 7),
        ("LIST", "TAG OK done", "drafts-missing", 7),
        ("LIST", '* LIST (\\Drafts) "/" Entwürfe\r\nTAG OK done', "server-protocol", 7),
        ("LIST", '* LIST (\\Drafts \\Noselect) "/" X\r\nTAG OK done', "drafts-missing", 7),
        ("LIST", "TAG BAD what", "server-protocol", 7),
        ("EXAMINE", "TAG NO [INUSE] locked", "draft-refused", 75),
        ("EXAMINE", "TAG NO gone", "draft-refused", 7),
        ("SEARCH", "TAG NO [BADCHARSET] no", "draft-refused", 7),
        ("ID", "", "server-unreachable", 75),
        ("APPEND", "TAG NO [OVERQUOTA] full", "draft-refused", 7),
        ("APPEND", "TAG NO [UNAVAILABLE] later", "draft-refused", 75),
        ("APPEND", "TAG BAD [TOOBIG] no", "server-protocol", 7),
        ("BODY", "TAG NO [OVERQUOTA] full", "draft-refused", 7),
        ("BODY", "* BYE shutting down", "server-unreachable", 75),
        ("BODY", "", "server-unreachable", 75),
    ],
)
def test_a_fault_at_a_step_is_told(
    imap_account: AccountFor, step: str, reply: str, code: str, status: int
) -> None:
    with scripted({step: reply}) as port:
        error = _fault(imap_account(port, "none", "hunter2"))
    assert (error.code, error.exit_code) == (code, status)
    assert "hunter2" not in str(error)
    assert "Gh1bnRlcjI" not in str(error)


def test_the_scripted_server_takes_a_draft_when_it_is_not_told_to_fail(imap_account: AccountFor) -> None:
    with scripted({}) as port, Drafts(imap_account(port, "none")) as drafts:
        assert drafts.save(*_mail("x")) is True


def test_a_server_with_the_command_login_alone_is_logged_in_to(imap_account: AccountFor) -> None:
    old = {"CAPABILITY": "* CAPABILITY IMAP4rev1\r\nTAG OK done"}
    with scripted({**old, "LOGIN": "TAG OK in"}) as port, Drafts(imap_account(port, "none")) as drafts:
        assert drafts.save(*_mail("x")) is True
    with scripted({**old, "LOGIN": "TAG NO hunter2 is wrong"}) as port:
        error = _fault(imap_account(port, "none", "hunter2"))
        assert (error.code, error.what.partition(": ")[2]) == ("login-refused", "… is wrong")
        assert _fault(imap_account(port, "none", "пароль")).code == "login-unsupported"


def test_a_message_larger_than_the_server_takes_is_refused_before_it_is_sent(
    imap_account: AccountFor,
) -> None:
    listed = f"* CAPABILITY {CAPABILITIES} APPENDLIMIT=2048\r\nTAG OK done"
    with scripted({"CAPABILITY": listed}) as port:
        error = _fault(imap_account(port, "none"), _mail("x", 5_000))
    assert error.what == "the draft is not taken: the message is 5 KB, the server takes 2 KB"
    assert error.remedy == "attach less"


@pytest.mark.parametrize("limit", ["", "none", "9" * 5_000, "٣"])
def test_a_limit_that_is_no_number_is_none(limit: str) -> None:
    assert append_limit(frozenset({f"APPENDLIMIT={limit}"})) == 0
    assert append_limit(frozenset({"APPENDLIMIT=2048", "APPENDLIMITS=1"})) == 2048


def test_a_server_that_does_not_encrypt_gets_no_password(imap_account: AccountFor) -> None:
    for capabilities in (CAPABILITIES, f"{CAPABILITIES} STARTTLS"):
        with scripted(
            {
                "CAPABILITY": f"* CAPABILITY {capabilities}\r\nTAG OK done",
                "STARTTLS": "TAG NO not now",
                "AUTHENTICATE": "TAG OK nobody should come here",
            }
        ) as port:
            error = _fault(imap_account(port, "starttls"))
        assert (error.code, error.exit_code) == ("starttls-missing", 7)


def test_a_server_that_knows_who_this_is_before_it_encrypts_is_not_believed(imap_account: AccountFor) -> None:
    capabilities = {"CAPABILITY": f"* CAPABILITY {CAPABILITIES} STARTTLS\r\nTAG OK done"}
    with scripted({"GREETING": "* PREAUTH hello", **capabilities}) as port:
        assert _fault(imap_account(port, "starttls")).code == "starttls-missing"


def test_the_names_of_folders_are_written_as_the_protocol_has_them() -> None:
    assert encoded("Drafts") == "Drafts"
    assert encoded("Entwürfe & mehr/台北") == "Entw&APw-rfe &- mehr/&U,BTFw-"
    assert decoded("Entw&APw-rfe &- mehr/&U,BTFw-") == "Entwürfe & mehr/台北"
    assert decoded("&A- &AA- &2D0- & x") == "&A- &AA- &2D0- & x"  # which no server should send
    assert quoted('a"b\\c') == r'"a\"b\\c"'


def test_encryption_is_never_older_than_tls_1_2(imap_account: AccountFor) -> None:
    account = imap_account(993)
    assert account.imap is not None
    context = tls_context(account.imap)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
