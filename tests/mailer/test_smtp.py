"""Each delivery is sent, deferred, refused or unknown, whatever the server does and whenever it does it."""

import socket
import traceback
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import pytest
from msgspec.structs import force_setattr

from converter.errors import DeliveryError
from converter.mailer import login
from converter.mailer.accounts import Account
from converter.mailer.secrets import Secret
from converter.mailer.servers import is_loopback
from converter.mailer.smtp import Outcome, Outgoing
from tests.mailer.conftest import AccountFor
from tests.servers.certificates import Certificates, make_certificates
from tests.servers.ports import HOST
from tests.servers.sink import CUT, sink

ADA, BOB = "ada@example.org", "bob@example.org"
MESSAGE = b"Subject: x\r\n\r\n.\r\n..dots\r\nend\r\n"
LARGE = b"Subject: x\r\n\r\n" + b"line of the body\r\n" * 1_000_000
"""More than the network holds on the way."""


class Told(list[tuple[str, ...]]):
    """Whom `about_to_send` was called for."""

    def __call__(self, accepted: Sequence[str]) -> None:
        self.append(tuple(accepted))


def _deliver(
    account: Account, data: bytes = MESSAGE, to: Sequence[str] = (ADA, BOB)
) -> tuple[dict[str, Outcome], Told]:
    told = Told()
    with Outgoing(account, timeout_s=10) as outgoing:
        return dict(outgoing.deliver(data, to, told)), told


def _states(outcomes: dict[str, Outcome]) -> list[str]:
    return [outcomes[one].state for one in (ADA, BOB)]


def _fault(account: Account, timeout_s: float = 10) -> DeliveryError:
    told = Told()
    with Outgoing(account, timeout_s) as outgoing, pytest.raises(DeliveryError) as caught:
        outgoing.deliver(MESSAGE, [ADA], told)
    assert told == []
    assert account.smtp is not None
    assert caught.value.where == account.smtp.address
    assert "\n" not in str(caught.value)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))
    return caught.value


def test_a_message_arrives_as_it_is(smtp_account: AccountFor) -> None:
    with sink() as server:
        outcomes, told = _deliver(smtp_account(server.port))
        assert outcomes == dict.fromkeys((ADA, BOB), Outcome("sent", "250 2.0.0 taken"))
        assert told == [(ADA, BOB)]
        assert server.mails == [([ADA, BOB], MESSAGE)]
        assert server.steps == ["GREETING", "EHLO", "MAIL", "RCPT", "RCPT", "DATA", "END", "QUIT"]


def test_line_ends_are_made_those_of_smtp_so_that_no_message_can_hide_another(
    smtp_account: AccountFor,
) -> None:
    smuggled = b"Subject: x\n\nhello\n.\nMAIL FROM:<x@example.org>\r.\r\nlast"
    with sink() as server:
        _deliver(smtp_account(server.port), smuggled)
        assert server.mails == [
            ([ADA, BOB], b"Subject: x\r\n\r\nhello\r\n.\r\nMAIL FROM:<x@example.org>\r\n.\r\nlast\r\n")
        ]


def test_one_connection_serves_many_messages_and_is_made_anew_when_lost(smtp_account: AccountFor) -> None:
    told = Told()
    with sink() as server, Outgoing(smtp_account(server.port)) as outgoing:
        for _ in range(3):
            assert outgoing.deliver(MESSAGE, [ADA], told)[ADA].state == "sent"
        assert server.steps.count("EHLO") == 1
        server.replies["RSET"] = CUT
        assert outgoing.deliver(MESSAGE, [ADA], told)[ADA].state == "sent"
        server.replies["RSET"] = "421 4.4.2 you were idle"
        assert outgoing.deliver(MESSAGE, [ADA], told)[ADA].state == "sent"
        assert server.steps.count("EHLO") == 3
        assert len(server.mails) == 5


@pytest.mark.parametrize(
    ("step", "reply", "states", "told"),
    [
        ("MAIL", "452 4.3.1 disk full", ["deferred", "deferred"], []),
        ("MAIL", "550 5.7.1 not you", ["refused", "refused"], []),
        ("MAIL", "421 4.3.2 closing", ["deferred", "deferred"], []),
        ("MAIL", "hello there", ["deferred", "deferred"], []),
        ("MAIL", CUT, ["deferred", "deferred"], []),
        ("RCPT", "550 5.1.1 nobody", ["refused", "refused"], []),
        (f"RCPT TO:<{ADA}>", "550 5.1.1 nobody", ["refused", "sent"], [(BOB,)]),
        (f"RCPT TO:<{BOB}>", "450 4.2.1 later", ["sent", "deferred"], [(ADA,)]),
        (f"RCPT TO:<{BOB}>", "452 4.2.2 full", ["sent", "deferred"], [(ADA,)]),
        (f"RCPT TO:<{BOB}>", "421 4.3.2 closing", ["deferred", "deferred"], []),
        (f"RCPT TO:<{BOB}>", CUT, ["deferred", "deferred"], []),
        ("DATA", "451 4.3.0 later", ["deferred", "deferred"], []),
        ("DATA", "554 5.5.1 no", ["refused", "refused"], []),
        ("DATA", "250 what?", ["deferred", "deferred"], []),
        ("DATA", CUT, ["deferred", "deferred"], []),
        ("END", "451 4.3.0 later", ["deferred", "deferred"], [(ADA, BOB)]),
        ("END", "421 4.3.2 closing", ["deferred", "deferred"], [(ADA, BOB)]),
        ("END", "552 5.2.2 full", ["refused", "refused"], [(ADA, BOB)]),
        ("END", "hello there", ["unknown", "unknown"], [(ADA, BOB)]),
        ("END", "354 go on", ["unknown", "unknown"], [(ADA, BOB)]),
        ("END", CUT, ["unknown", "unknown"], [(ADA, BOB)]),
    ],
)
def test_a_fault_at_a_step_means_what_it_means_there(
    smtp_account: AccountFor, step: str, reply: str, states: list[str], told: list[tuple[str, ...]]
) -> None:
    with sink({step: reply}) as server:
        before = Told()
        with Outgoing(smtp_account(server.port), timeout_s=10) as outgoing:
            outcomes = dict(outgoing.deliver(MESSAGE, [ADA, BOB], before))
            assert (_states(outcomes), before) == (states, told)
            if reply != CUT and "refused" not in states:
                assert any(reply[4:] in one.reply for one in outcomes.values())
            # and the next message goes out, over this connection or a new one
            server.replies.clear()
            again = outgoing.deliver(MESSAGE, [ADA, BOB], before)
            assert _states(dict(again)) == ["sent", "sent"]


def test_a_connection_cut_within_the_message_has_delivered_nothing(smtp_account: AccountFor) -> None:
    with sink({"BODY": CUT}) as server:
        outcomes, told = _deliver(smtp_account(server.port), LARGE)
    assert _states(outcomes) == ["deferred", "deferred"]
    assert outcomes[ADA].reply == "the connection was lost before the message was sent"
    assert told == []


def test_what_the_caller_cannot_write_down_is_not_sent(smtp_account: AccountFor) -> None:
    def full(_accepted: Sequence[str]) -> None:
        raise OSError(28, "No space left on device")

    with sink() as server, Outgoing(smtp_account(server.port)) as outgoing:
        with pytest.raises(OSError, match="No space left"):
            outgoing.deliver(MESSAGE, [ADA], full)
        assert outgoing.deliver(MESSAGE, [BOB], Told())[BOB].state == "sent"
        assert server.mails == [([BOB], MESSAGE)]
        assert "END" not in server.steps[: server.steps.index("EHLO", 2)]


def test_a_message_that_is_too_large_is_refused_before_it_is_sent(smtp_account: AccountFor) -> None:
    with sink(size=10_240) as server:
        outcomes, told = _deliver(smtp_account(server.port), b"x" * 10_239)
        assert outcomes[ADA] == Outcome("refused", "the message is 11 KB, the server takes 10 KB")
        assert "MAIL" not in server.steps
        assert told == []
        assert _states(_deliver(smtp_account(server.port), b"x\r\n" * 3_000)[0]) == ["sent", "sent"]


def test_a_reply_is_one_line_that_can_be_printed(smtp_account: AccountFor) -> None:
    nasty = "250-\x1b[31mred\x07\r\n250-" + "long " * 40 + "\r\n250 \u202eend"
    with sink({"END": nasty}) as server:
        outcomes, _ = _deliver(smtp_account(server.port))
    reply = outcomes[ADA].reply
    assert outcomes[ADA].state == "sent"
    assert reply.startswith("250 [31mred long")
    assert len(reply) <= 200
    assert reply.isprintable()


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("words", ["secret", "пароль"])
@pytest.mark.parametrize("logins", [["PLAIN", "LOGIN"], ["LOGIN"]])
def test_a_login_is_encrypted_and_takes_what_the_server_has(
    smtp_account: AccountFor, certificates: Certificates, security: str, words: str, logins: list[str]
) -> None:
    with sink(**{security: certificates.context()}, logins=logins) as server:  # type: ignore[arg-type]
        outcomes, _ = _deliver(smtp_account(server.port, security, words))
        assert _states(outcomes) == ["sent", "sent"]
        assert server.logins == logins[:1]


def _token(text: str) -> Secret:
    return Secret("token-command", f"echo {text}", "office")


def test_a_token_logs_in_and_a_stale_one_is_told(
    smtp_account: AccountFor, certificates: Certificates
) -> None:
    with sink(tls=certificates.context(), logins=["XOAUTH2", "PLAIN"]) as server:
        assert _states(_deliver(smtp_account(server.port, "tls", _token("token")))[0]) == ["sent", "sent"]
        error = _fault(smtp_account(server.port, "tls", _token("stale")))
        assert (error.code, error.exit_code) == ("login-refused", 7)
        assert "535 5.7.8 Authentication credentials invalid" in error.what
        assert "check user and token-command of the account office" in error.remedy
        assert server.logins == ["XOAUTH2", "XOAUTH2"]


def test_a_server_that_wants_tokens_is_told(smtp_account: AccountFor, certificates: Certificates) -> None:
    with sink(tls=certificates.context(), logins=["XOAUTH2"]) as server:
        error = _fault(smtp_account(server.port, "tls", "secret"))
    assert error.what == "the server takes XOAUTH2 only, not PLAIN or LOGIN"
    assert error.remedy == "write token-command in place of the password"


def test_a_wrong_password_is_told_without_it(smtp_account: AccountFor, certificates: Certificates) -> None:
    with sink(starttls=certificates.context(), logins=["PLAIN"]) as server:
        error = _fault(smtp_account(server.port, "starttls", "hunter2"))
    assert (error.code, error.exit_code) == ("login-refused", 7)
    assert str(error) == (
        f"localhost:{server.port}: the server does not let press@example.org in: 535 5.7.8 Authentication"
        " credentials invalid; check user and password-file of the account office"
    )


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ("535 5.7.8 AHByZXNzQGV4YW1wbGUub3JnAGh1bnRlcjI= is wrong", "535 5.7.8 … is wrong"),
        ("501 5.5.2 no base64: ZXNzQGV4YW1wbGUub3JnAGh1bnRlcjI", "501 5.5.2 no base64: …"),
        (
            "535 5.7.8 press@example.org has another than hunter2",
            "535 5.7.8 press@example.org has another than …",
        ),
        ("535 " + "x" * 190 + "hunter2", "535 xxx"),
        ("535 5.7.8 hunter2 is not the password", "535 5.7.8 … is not the password"),
    ],
)
def test_a_server_that_repeats_the_password_is_not_repeated(
    smtp_account: AccountFor, certificates: Certificates, reply: str, shown: str
) -> None:
    with sink({"AUTH": reply}, tls=certificates.context(), logins=["PLAIN"]) as server:
        error = _fault(smtp_account(server.port, "tls", "hunter2"))
    assert shown in error.what
    assert "hunt" not in str(error)


@pytest.mark.parametrize(
    ("reply", "code", "status"),
    [
        ("454 4.7.0 temporary", "login-refused", 75),
        ("421 4.7.0 too many", "login-refused", 75),
        ("534 5.7.9 application password", "login-refused", 7),
        (CUT, "server-unreachable", 75),
        ("hello", "login-refused", 7),
    ],
)
def test_a_login_may_be_refused_for_now_or_ever(
    smtp_account: AccountFor, certificates: Certificates, reply: str, code: str, status: int
) -> None:
    with sink({"AUTH": reply}, tls=certificates.context(), logins=["PLAIN"]) as server:
        error = _fault(smtp_account(server.port, "tls", "secret"))
    assert (error.code, error.exit_code) == (code, status)


def test_a_login_that_the_server_does_not_have_is_told(
    smtp_account: AccountFor, certificates: Certificates
) -> None:
    with sink(tls=certificates.context(), logins=["OTHER"]) as server:
        error = _fault(smtp_account(server.port, "tls", "secret"))
    assert (error.code, error.exit_code) == ("login-unsupported", 7)
    assert error.what == "the server takes no login, not PLAIN or LOGIN"


def test_a_server_that_does_not_encrypt_is_not_used_in_the_clear(smtp_account: AccountFor) -> None:
    with sink(logins=["PLAIN"]) as server:
        error = _fault(smtp_account(server.port, "starttls", "secret"))
        assert (error.code, error.exit_code) == ("starttls-missing", 7)
        assert server.logins == []
        assert "AUTH" not in server.steps


@pytest.mark.parametrize(
    ("reply", "code", "status"),
    [
        ("454 4.7.0 not now", "server-unreachable", 75),
        ("502 5.5.1 no", "starttls-missing", 7),
        ("250 sure", "starttls-missing", 7),
    ],
)
def test_a_server_that_does_not_begin_to_encrypt_is_left(
    smtp_account: AccountFor, certificates: Certificates, reply: str, code: str, status: int
) -> None:
    with sink({"STARTTLS": reply}, starttls=certificates.context()) as server:
        error = _fault(smtp_account(server.port, "starttls"))
    assert (error.code, error.exit_code) == (code, status)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_of_an_unknown_authority_is_refused(
    smtp_account: AccountFor, certificates: Certificates, security: str
) -> None:
    with sink(**{security: certificates.context()}) as server:  # type: ignore[arg-type]
        error = _fault(smtp_account(server.port, security, trusts=False))
    assert (error.code, error.exit_code) == ("certificate-invalid", 7)
    assert "unable to get local issuer certificate" in error.what


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_of_another_host_is_refused(
    smtp_account: AccountFor, tmp_path: Path, security: str
) -> None:
    other = make_certificates(tmp_path, "mail.example.org")
    with sink(**{security: other.context()}) as server:  # type: ignore[arg-type]
        account = smtp_account(server.port, security)
        assert account.smtp is not None
        force_setattr(account.smtp, "certificates", str(other.authority))
        error = _fault(account)
    assert error.code == "certificate-invalid"
    assert "not valid for 'localhost'" in error.what


@pytest.mark.parametrize(
    ("reply", "code", "status"),
    [
        ("421 4.3.2 too busy", "server-unreachable", 75),
        ("554 5.7.1 not from there", "server-protocol", 7),
        ("SSH-2.0-OpenSSH", "server-protocol", 7),
        (CUT, "server-unreachable", 75),
    ],
)
@pytest.mark.parametrize("step", ["GREETING", "EHLO"])
def test_a_server_that_turns_away_is_told(
    smtp_account: AccountFor, step: str, reply: str, code: str, status: int
) -> None:
    with sink({step: reply, "HELO": reply}) as server:
        error = _fault(smtp_account(server.port))
    assert (error.code, error.exit_code) == (code, status)
    assert reply == CUT or reply[4:] in error.what


def test_encryption_from_the_first_byte_where_there_is_none_is_told(smtp_account: AccountFor) -> None:
    with sink() as server:
        error = _fault(smtp_account(server.port, "tls"))
    assert error.code == "server-protocol"
    assert "check port and security: starttls with 587" in error.remedy


def test_a_server_that_says_nothing_is_left_in_time(smtp_account: AccountFor) -> None:
    with socket.create_server((HOST, 0)) as mute:
        error = _fault(smtp_account(mute.getsockname()[1]), timeout_s=0.2)
    assert (error.code, error.exit_code) == ("server-unreachable", 75)


def test_a_server_that_is_not_there_is_told(smtp_account: AccountFor) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        error = _fault(smtp_account(taken.getsockname()[1]))
        assert (error.code, error.exit_code, error.what) == ("server-unreachable", 75, "connection refused")
        error = _fault(smtp_account(25, host="no-such-host.invalid"))
        assert (error.exit_code, error.what) == (75, "no server of that name is found")


def test_no_answer_to_a_whole_message_is_unknown(smtp_account: AccountFor) -> None:
    with socket.create_server((HOST, 0)) as listener:
        Thread(target=_mute_at_the_end, args=(listener,), daemon=True).start()
        told = Told()
        outgoing = Outgoing(smtp_account(listener.getsockname()[1]), timeout_s=0.1)
        outcome = outgoing.deliver(MESSAGE, [ADA], told)[ADA]
    assert (outcome.state, told) == ("unknown", [(ADA,)])


def _mute_at_the_end(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection, connection.makefile("rb") as lines:
        connection.sendall(b"220 x\r\n")
        for line in lines:
            if line == b".\r\n":
                lines.read()
                return
            verb = line[:4].upper()
            if verb in {b"EHLO", b"MAIL", b"RCPT"}:
                connection.sendall(b"250 x\r\n")
            elif verb == b"DATA":
                connection.sendall(b"354 x\r\n")


def test_no_password_leaves_this_machine_in_the_clear(
    smtp_account: AccountFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sink(logins=["PLAIN"]) as server:
        account = smtp_account(server.port, "none", "secret")
        assert _states(_deliver(account)[0]) == ["sent", "sent"]
        server.steps.clear()
        monkeypatch.setattr(login, "is_loopback", lambda _peer: False)
        error = _fault(account)
        assert (error.code, error.what) == ("login-unsupported", "a password is not sent in the clear")
        assert "AUTH" not in server.steps


@pytest.mark.parametrize(
    ("peer", "is_this_machine"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("192.0.2.1", False),
        ("localhost.evil", False),
    ],
)
def test_this_machine_is_told_by_its_address(peer: str, is_this_machine: bool) -> None:  # noqa: FBT001
    assert is_loopback(peer) == is_this_machine
