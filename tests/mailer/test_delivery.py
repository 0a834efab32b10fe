"""Postfix and Dovecot, as they are: what is sent arrives, and what cannot be is told before or after."""

from collections.abc import Sequence

import pytest

from converter.errors import DeliveryError
from converter.mailer.accounts import Account
from converter.mailer.secrets import Secret
from converter.mailer.servers import Security
from converter.mailer.smtp import Outcome, Outgoing
from tests.mailer.conftest import AccountFor
from tests.servers.certificates import Certificates
from tests.servers.dovecot import PASSWORD, TOKEN, Mailboxes, dovecot
from tests.servers.postfix import LATER, NOBODY, Postfix, postfix


def _mail(name: str, size: int = 0) -> bytes:
    head = (
        f"From: press@example.org\r\nTo: {name}@example.org\r\nSubject: {name}\r\n"
        f"Date: Mon, 23 Nov 2026 12:00:00 +0000\r\nMessage-ID: <{name}@example.org>\r\n\r\n"
    )
    return head.encode() + b".\r\n..\r\n.hidden\r\nlast\r\n" + b"line of a body\r\n" * (size // 16)


def _deliver(account: Account, data: bytes, *recipients: str) -> tuple[dict[str, Outcome], list[list[str]]]:
    told: list[list[str]] = []

    def about_to_send(accepted: Sequence[str]) -> None:
        told.append(list(accepted))

    with Outgoing(account) as outgoing:
        return dict(outgoing.deliver(data, recipients, about_to_send)), told


def _fault(account: Account) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        _deliver(account, _mail("fault"), "fault@example.org")
    return caught.value


@pytest.mark.parametrize(
    ("name", "security", "secret"),
    [
        ("by-starttls", "starttls", PASSWORD),
        ("by-tls", "tls", PASSWORD),
        ("by-token", "starttls", Secret("token-command", f"echo {TOKEN}", "office")),
    ],
)
def test_a_message_arrives_as_it_is(
    mail_server: Postfix, smtp_account: AccountFor, name: str, security: Security, secret: str | Secret
) -> None:
    port = mail_server.smtps if security == "tls" else mail_server.smtp
    data, recipient = _mail(name), f"{name}@example.org"
    outcomes, told = _deliver(smtp_account(port, security, secret), data, recipient)
    assert outcomes[recipient].state == "sent"
    assert "queued as" in outcomes[recipient].reply
    assert told == [[recipient]]
    (arrived,) = mail_server.dovecot.wait_for_mails(recipient, 1)
    assert arrived.endswith(b"\n" + data.replace(b"\r\n", b"\n"))


def test_one_connection_brings_many_messages_to_many(mail_server: Postfix, smtp_account: AccountFor) -> None:
    recipients = [f"many-{number}@example.org" for number in range(5)]
    with Outgoing(smtp_account(mail_server.smtp, "starttls", PASSWORD)) as outgoing:
        for number in range(4):
            found = outgoing.deliver(_mail(f"many-{number}"), recipients, lambda _accepted: None)
            assert {one.state for one in found.values()} == {"sent"}
    for recipient in recipients:
        assert len(mail_server.dovecot.wait_for_mails(recipient, 4)) == 4


def test_each_recipient_is_accepted_or_refused_alone(mail_server: Postfix, smtp_account: AccountFor) -> None:
    account = smtp_account(mail_server.smtp, "starttls", PASSWORD)
    outcomes, told = _deliver(account, _mail("some"), NOBODY, LATER, "some@example.org")
    assert {one: outcome.state for one, outcome in outcomes.items()} == {
        NOBODY: "refused",
        LATER: "deferred",
        "some@example.org": "sent",
    }
    assert "550 5.1.1" in outcomes[NOBODY].reply
    assert "450 4.2.1" in outcomes[LATER].reply
    assert told == [["some@example.org"]]
    outcomes, told = _deliver(account, _mail("none"), NOBODY)
    assert (outcomes[NOBODY].state, told) == ("refused", [])


def test_a_message_that_is_too_large_is_refused_before_it_is_sent(
    mail_server: Postfix, smtp_account: AccountFor
) -> None:
    account = smtp_account(mail_server.smtp, "starttls", PASSWORD)
    outcomes, told = _deliver(account, _mail("large", 400_000), "large@example.org")
    assert outcomes["large@example.org"] == Outcome(
        "refused", "the message is 391 KB, the server takes 292 KB"
    )
    assert told == []


@pytest.mark.parametrize(("code", "state"), [("452 4.2.2", "deferred"), ("552 5.2.2", "refused")])
def test_a_full_mailbox_is_told_before_the_message_is_sent(
    certificates: Certificates, smtp_account: AccountFor, code: str, state: str
) -> None:
    with (
        dovecot(certificates, Mailboxes(quota=20_000, full=code)) as boxes,
        postfix(certificates, boxes, asks_for_room=True) as server,
    ):
        account = smtp_account(server.smtp, "starttls", PASSWORD)
        outcomes, told = _deliver(account, _mail("full", 30_000), "full@example.org")
        assert outcomes["full@example.org"].state == state
        assert code in outcomes["full@example.org"].reply
        assert told == []
        assert _deliver(account, _mail("full"), "full@example.org")[0]["full@example.org"].state == "sent"


def test_a_wrong_password_is_told_without_it(mail_server: Postfix, smtp_account: AccountFor) -> None:
    error = _fault(smtp_account(mail_server.smtp, "starttls", "hunter2"))
    assert (error.code, error.exit_code) == ("login-refused", 7)
    assert "535 5.7.8" in error.what
    assert "hunter2" not in str(error)
    error = _fault(
        smtp_account(mail_server.smtp, "starttls", Secret("token-command", "echo stale", "office"))
    )
    assert (error.code, error.exit_code) == ("login-refused", 7)


def test_a_server_that_takes_no_login_in_the_clear_is_told(
    mail_server: Postfix, smtp_account: AccountFor
) -> None:
    error = _fault(smtp_account(mail_server.smtp, "none", PASSWORD))
    assert (error.code, error.what) == ("login-unsupported", "the server takes no login, not PLAIN or LOGIN")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_cannot_be_trusted_is_refused(
    mail_server: Postfix, smtp_account: AccountFor, security: Security
) -> None:
    port = mail_server.smtps if security == "tls" else mail_server.smtp
    error = _fault(smtp_account(port, security, PASSWORD, trusts=False))
    assert (error.code, error.exit_code) == ("certificate-invalid", 7)


def test_the_wrong_kind_of_port_is_told(mail_server: Postfix, smtp_account: AccountFor) -> None:
    assert _fault(smtp_account(mail_server.smtp, "tls", PASSWORD)).code == "server-protocol"
    with Outgoing(smtp_account(mail_server.smtps, "starttls", PASSWORD), timeout_s=0.5) as outgoing:
        with pytest.raises(DeliveryError, match="check host, port and security") as caught:
            outgoing.deliver(_mail("x"), ["x@example.org"], lambda _accepted: None)
        assert caught.value.exit_code == 75
