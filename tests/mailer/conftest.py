"""Certificates and accounts of mail servers on this machine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converter.mailer.accounts import Account
from converter.mailer.mailboxes import Mailbox
from converter.mailer.secrets import Secret
from converter.mailer.servers import Security, Server
from tests.servers.certificates import Certificates, make_certificates
from tests.servers.dovecot import PASSWORD, TOKEN, Mailboxes, dovecot
from tests.servers.postfix import Postfix, postfix
from tests.web_server import content, web_server

AccountFor = Callable[..., Account]


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def password(tmp_path: Path) -> Callable[[str], Secret]:
    """Return a function that keeps a password in a file."""

    def kept(text: str) -> Secret:
        path = tmp_path / "password"
        path.touch(0o600)
        path.write_text(text, "utf-8")
        return Secret("password-file", str(path), "office", "press@example.org")

    return kept


@pytest.fixture
def smtp_account(certificates: Certificates, password: Callable[[str], Secret]) -> AccountFor:
    """Return a function that makes an account for an SMTP server on a port of this machine."""

    def account(
        port: int,
        security: Security = "none",
        secret: str | Secret = "",
        *,
        host: str = "localhost",
        trusts: bool = True,
    ) -> Account:
        return Account(
            name="office",
            sender=Mailbox("press@example.org", "Press"),
            reply_to=None,
            user="press@example.org" if secret else "",
            secret=(password(secret) if isinstance(secret, str) else secret) if secret else None,
            smtp=Server(host, port, security, str(certificates.authority) if trusts else ""),
            imap=None,
            drafts="",
            rate=None,
        )

    return account


@pytest.fixture(scope="session")
def tokens() -> Iterator[str]:
    """Return the address that tells Dovecot whose a token is."""
    owner = content(b'{"email": "press@example.org"}', "application/json")
    stale = content(b'{"error": "invalid_token"}', "application/json", status=400)
    with web_server({f"/?token={TOKEN}": owner, "/?token=stale": stale}) as address:
        yield f"{address}/?token="


@pytest.fixture(scope="session")
def mail_server(certificates: Certificates, tokens: str) -> Iterator[Postfix]:
    """Return a Postfix that delivers to a Dovecot."""
    with (
        dovecot(certificates, Mailboxes(tokens=tokens)) as boxes,
        postfix(certificates, boxes, size=300_000) as server,
    ):
        yield server


@pytest.fixture
def imap_account(certificates: Certificates, password: Callable[[str], Secret]) -> AccountFor:
    """Return a function that makes an account for an IMAP server on a port of this machine."""

    def account(
        port: int,
        security: Security = "tls",
        secret: str | Secret = PASSWORD,
        *,
        drafts: str = "",
        trusts: bool = True,
    ) -> Account:
        return Account(
            name="office",
            sender=Mailbox("press@example.org", "Press"),
            reply_to=None,
            user="press@example.org",
            secret=password(secret) if isinstance(secret, str) else secret,
            smtp=None,
            imap=Server("localhost", port, security, str(certificates.authority) if trusts else ""),
            drafts=drafts,
            rate=None,
        )

    return account
