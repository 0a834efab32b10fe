"""A connection to an IMAP server (RFC 3501, RFC 9051): reached, encrypted, logged in."""

import binascii
import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from converter.errors import DeliveryError
from converter.mailer.accounts import Account
from converter.mailer.connection import (
    TIMEOUT_S,
    lost,
    no_encryption,
    reaching,
    said,
    strange,
    tls_context,
    unreachable,
)
from converter.mailer.login import Login, choose_login, refused, require_encryption
from converter.mailer.servers import Server

_FOR_NOW = re.compile(r"\[(?:UNAVAILABLE|INUSE)\]", re.IGNORECASE)
"""Response codes after which trying again may help (RFC 5530 3)."""

_TO_ESCAPE = re.compile(r'(["\\])')


def quoted(text: str) -> str:
    """Return a text as an argument of a command (RFC 3501 4.3)."""
    return '"' + _TO_ESCAPE.sub(r"\\\1", text) + '"'


def is_for_now(reply: str) -> bool:
    """Whether a refusal may be another answer later."""
    return bool(_FOR_NOW.search(reply))


def connected(account: Account, timeout_s: float = TIMEOUT_S) -> imaplib.IMAP4:
    """Return a connection to the account's IMAP server: encrypted, and logged in.

    Raises:
        DeliveryError: `server-unreachable` (75), `server-protocol`, `certificate-invalid`,
            `starttls-missing`, `login-refused` (7 or 75), `login-unsupported`, or the secret cannot be had.
        StyleError: `certificates-unreadable`.
    """
    server = account.imap
    if server is None:
        raise AssertionError
    imap = _reached(server, timeout_s)
    try:
        if server.security == "starttls":
            _encrypt(imap, server)
        encrypted = isinstance(imap.sock, ssl.SSLSocket)
        require_encryption(server, str(imap.sock.getpeername()[0]), encrypted=encrypted)
        _log_in(imap, account, server)
    except BaseException:
        close(imap)
        raise
    return imap


def close(imap: imaplib.IMAP4) -> None:
    """Close a connection without a word."""
    with suppress(OSError):
        imap.shutdown()


def capabilities(imap: imaplib.IMAP4, server: Server) -> frozenset[str]:
    """Return what the server can, now; a login may have changed it."""
    with talking(server):
        _, listed = imap.capability()
    return frozenset((listed[-1] or b"").decode("ascii", "replace").upper().split())


@contextmanager
def talking(server: Server) -> Iterator[None]:
    """Turn what the network and imaplib raise in a conversation into our errors.

    Raises:
        DeliveryError: `server-unreachable` (75) or `server-protocol`.
    """
    with reaching(server):
        try:
            yield
        except imaplib.IMAP4.error as error:
            raise _fault(server, error) from None
        except (UnicodeError, binascii.Error):
            # imaplib takes replies for ASCII and challenges for base64, and passes on what it meets instead.
            what = "the server does not speak IMAP as it should: a reply cannot be read"
            raise strange(server, what) from None


def _fault(server: Server, error: imaplib.IMAP4.error) -> DeliveryError:
    words = said(_words(error)).rpartition(" => ")[2]
    bye = words.partition("* BYE ")[2]
    if bye or (
        isinstance(error, imaplib.IMAP4.abort) and not words.startswith(("socket error", "unexpected"))
    ):
        return unreachable(server, f"the server closes: {bye or words}")
    if words.startswith("socket error"):
        return lost(server)
    return strange(server, f"the server does not speak IMAP as it should: {words}")


def _words(error: imaplib.IMAP4.error) -> str:
    words = error.args[0] if error.args else ""
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)


def _reached(server: Server, timeout_s: float) -> imaplib.IMAP4:
    with talking(server):
        if server.security == "tls":
            return imaplib.IMAP4_SSL(
                server.host, server.port, ssl_context=tls_context(server), timeout=timeout_s
            )
        return imaplib.IMAP4(server.host, server.port, timeout=timeout_s)


def _encrypt(imap: imaplib.IMAP4, server: Server) -> None:
    """Begin to encrypt (RFC 3501 6.2.1)."""
    if "STARTTLS" not in imap.capabilities:
        raise no_encryption(server)
    context = tls_context(server)
    with talking(server):
        try:
            imap.starttls(context)
        except imaplib.IMAP4.abort:
            raise lost(server) from None
        except imaplib.IMAP4.error:
            raise no_encryption(server) from None


def _log_in(imap: imaplib.IMAP4, account: Account, server: Server) -> None:
    if imap.state == "AUTH":
        # PREAUTH: the server knows who this is (RFC 3501 7.1.4).
        return
    offered = [name.removeprefix("AUTH=") for name in imap.capabilities if name.startswith("AUTH=")]
    login = _plain_login(imap, account) or choose_login(account, server, offered)
    answers = iter(login.answers)
    with talking(server):
        try:
            if login.answers:
                imap.authenticate(login.mechanism, lambda _challenge: next(answers, None))
            else:
                imap.login(quoted(account.user), login.secret)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            words = _words(error)
            raise refused(account, server, login.without(words), for_now=is_for_now(words)) from None


def _plain_login(imap: imaplib.IMAP4, account: Account) -> Login | None:
    """Return the login by the command LOGIN (RFC 3501 6.2.3), where the server has that and no other."""
    has_other = any(name.startswith("AUTH=") for name in imap.capabilities)
    secret = account.secret
    if has_other or "LOGINDISABLED" in imap.capabilities or secret is None or secret.is_token:
        return None
    revealed = secret.reveal()
    # The command has no room for other characters.
    return Login("LOGIN", revealed) if (account.user + revealed).isascii() else None
