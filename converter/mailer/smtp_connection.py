"""A connection to an SMTP server: reached, encrypted, logged in; and what it can (RFC 5321 3.1, 3.2)."""

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from converter.mailer.accounts import Account
from converter.mailer.connection import (
    TIMEOUT_S,
    no_encryption,
    reaching,
    said,
    strange,
    tls_context,
    unreachable,
)
from converter.mailer.login import Login, choose_login, refused, require_encryption
from converter.mailer.servers import Server

GOOD, LATER, NEVER = 2, 4, 5
"""First digits of codes (RFC 5321 4.2.1)."""

_LOGGED_IN, _GO_ON = 235, 334
"""Codes of replies (RFC 4954 4)."""

_NOBODY = "localhost"
"""The name that smtplib is given so that it does not ask the DNS for ours; `_literal` replaces it."""


def connected(account: Account, timeout_s: float = TIMEOUT_S) -> smtplib.SMTP:
    """Return a connection to the account's SMTP server: encrypted, logged in, ready for a message.

    Raises:
        DeliveryError: `server-unreachable` (75), `server-protocol`, `certificate-invalid`,
            `starttls-missing`, `login-refused` (7 or 75), `login-unsupported`, or the secret cannot be had.
        StyleError: `certificates-unreadable`.
    """
    server = account.smtp
    if server is None:
        raise AssertionError
    smtp = _reached(server, timeout_s)
    try:
        if server.security == "starttls":
            _encrypt(smtp, server)
        if account.secret:
            peer = smtp.sock.getpeername()[0] if smtp.sock else ""
            require_encryption(server, peer, encrypted=isinstance(smtp.sock, ssl.SSLSocket))
            _log_in(smtp, account, server)
    except BaseException:
        smtp.close()
        raise
    return smtp


def leave(smtp: smtplib.SMTP) -> None:
    """Say goodbye, and close the connection."""
    with suppress(OSError):
        smtp.docmd("QUIT")
    smtp.close()


def size_limit(smtp: smtplib.SMTP) -> int:
    """Return how many bytes a message may have (RFC 1870); 0: the server does not say."""
    limit = smtp.esmtp_features.get("size", "")
    return int(limit) if re.fullmatch(r"[0-9]{1,15}", limit, re.ASCII) else 0


def kind(code: int) -> int:
    """Return the first digit of a code: `GOOD`, `LATER`, `NEVER` or another."""
    return code // 100


def told(code: int, text: bytes | str) -> str:
    """Return a reply on one line."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return said(f"{code} {words}" if code > 0 else words)


def _reached(server: Server, timeout_s: float) -> smtplib.SMTP:
    """Return a connection on which the server has said what it can."""
    with reaching(server), _answered(server):
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, _NOBODY, timeout=timeout_s, context=tls_context(server)
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, _NOBODY, timeout=timeout_s)
        try:
            if smtp.sock:
                # A message and its end are written apart, and the end is not to wait for an answer of TCP.
                smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            smtp.local_hostname = _literal(smtp)
            _introduce(smtp)
        except BaseException:
            smtp.close()
            raise
    return smtp


def _encrypt(smtp: smtplib.SMTP, server: Server) -> None:
    """Begin to encrypt (RFC 3207), and ask anew what the server can."""
    if not smtp.has_extn("starttls"):
        raise no_encryption(server)
    context = tls_context(server)
    with reaching(server):
        try:
            smtp.starttls(context=context)
        except smtplib.SMTPResponseException as error:
            if kind(error.smtp_code) == LATER:
                raise unreachable(server, "the server does not encrypt for now") from None
            raise no_encryption(server) from None
    with reaching(server), _answered(server):
        _introduce(smtp)


def _log_in(smtp: smtplib.SMTP, account: Account, server: Server) -> None:
    login = choose_login(account, server, smtp.esmtp_features.get("auth", "").split())
    with reaching(server):
        code, text = _conversation(smtp, login)
    if code != _LOGGED_IN:
        reply = told(code, login.without(text))
        raise refused(account, server, reply, for_now=kind(code) == LATER)


def _conversation(smtp: smtplib.SMTP, login: Login) -> tuple[int, bytes]:
    """Return the last reply of a login (RFC 4954 4)."""
    first, *rest = login.encoded
    if login.mechanism == "LOGIN":
        # Not every server takes the user's name along with the command.
        first, rest = "", [first, *rest]
    reply = smtp.docmd("AUTH", f"{login.mechanism} {first}".rstrip())
    for answer in rest:
        if reply[0] != _GO_ON:
            break
        reply = smtp.docmd(answer)
    return reply


@contextmanager
def _answered(server: Server) -> Iterator[None]:
    """Turn replies to greeting and EHLO with which no message can go on into our errors."""
    try:
        yield
    except (smtplib.SMTPConnectError, smtplib.SMTPHeloError) as error:
        reply = told(error.smtp_code, error.smtp_error)
        match kind(error.smtp_code):
            case 4:
                raise unreachable(server, f"the server turns away for now: {reply}") from None
            case 5:
                raise strange(server, f"the server turns this computer away: {reply}") from None
            case _:
                raise strange(server, f"the server does not speak SMTP: {reply}") from None


def _introduce(smtp: smtplib.SMTP) -> None:
    """Say EHLO, and HELO where a server of old does not know that (RFC 5321 3.2)."""
    code, text = smtp.ehlo()
    if kind(code) == NEVER:
        code, text = smtp.helo()
    if kind(code) != GOOD:
        raise smtplib.SMTPHeloError(code, text)


def _literal(smtp: smtplib.SMTP) -> str:
    """Return the address by which this computer is seen, as EHLO wants it (RFC 5321 4.1.3)."""
    address = str(smtp.sock.getsockname()[0]) if smtp.sock else "127.0.0.1"
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"
