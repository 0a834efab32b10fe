"""What an account's servers say when they are asked: for `briefing email --check`. Nothing is sent."""

import imaplib
import ssl
from collections.abc import Callable, Iterator

from converter.errors import DeliveryError
from converter.mailer import imap_connection, smtp_connection
from converter.mailer.accounts import Account
from converter.mailer.connection import said
from converter.mailer.imap import append_limit, decoded, drafts_folder, leave
from converter.mailer.imap_connection import quoted, talking

Finding = tuple[str, str]
"""A label, and what was found."""

_KB = 1024


def examine(account: Account) -> Iterator[Finding]:
    """Yield what is found at the account's servers, as soon as it is: connection, login, what they offer.

    A server that fails does not keep the other from being asked.

    Raises:
        DeliveryError: of the first server that failed, in the end; that of a second one is a finding.
        StyleError: `certificates-unreadable`.
    """
    servers: list[tuple[str, Callable[[Account], Iterator[Finding]]]] = []
    if account.smtp:
        servers.append(("SMTP", _examine_smtp))
    if account.imap:
        servers.append(("IMAP", _examine_imap))
    first: DeliveryError | None = None
    for name, look in servers:
        try:
            yield from look(account)
        except DeliveryError as error:
            if first:
                yield name, str(error)
            first = first or error
    if first:
        raise first


def _examine_smtp(account: Account) -> Iterator[Finding]:
    smtp = smtp_connection.connected(account)
    try:
        yield "SMTP", f"{account.smtp.address if account.smtp else ''}, {_encryption(smtp.sock)}"
        yield "SMTP login", _login(account)
        yield "SMTP logins offered", _listed(smtp.esmtp_features.get("auth", "").split())
        yield "SMTP size limit", _size(smtp_connection.size_limit(smtp))
        yield "SMTP pipelining", "yes" if smtp.has_extn("pipelining") else "no"
    finally:
        smtp_connection.leave(smtp)


def _examine_imap(account: Account) -> Iterator[Finding]:
    if account.imap is None:
        return
    imap = imap_connection.connected(account)
    try:
        offered = imap_connection.capabilities(imap, account.imap)
        yield "IMAP", f"{account.imap.address}, {_encryption(imap.sock)}"
        yield "IMAP login", _login(account)
        logins = [one.removeprefix("AUTH=") for one in imap.capabilities if one.startswith("AUTH=")]
        yield "IMAP logins offered", _listed(logins)
        yield "IMAP size limit", _size(append_limit(offered))
        yield "IMAP drafts", _folder(imap, account)
    finally:
        leave(imap)


def _folder(imap: imaplib.IMAP4, account: Account) -> str:
    """Return the folder of drafts, as people write it.

    Raises:
        DeliveryError: `drafts-missing`; `draft-refused`: it cannot be opened.
    """
    server = account.imap
    if server is None:
        raise AssertionError
    folder = drafts_folder(imap, account)
    shown = said(decoded(folder))
    with talking(server):
        status, reply = imap.select(quoted(folder), readonly=True)
    if status != "OK":
        raise DeliveryError(
            "draft-refused",
            f"the folder {shown!r} cannot be opened: {said(reply[-1] or b'it does not say why')}",
            where=server.address,
            remedy="check imap.drafts of the account",
        )
    return shown


def _encryption(socket: object) -> str:
    version = socket.version() if isinstance(socket, ssl.SSLSocket) else None
    return f"{version}, certificate valid" if version else "not encrypted"


def _login(account: Account) -> str:
    if account.secret is None:
        return "none wanted"
    return f"{account.user}, {'by token' if account.secret.is_token else 'by password'}"


def _listed(names: list[str]) -> str:
    return said(", ".join(sorted(names))) or "none"


def _size(limit: int) -> str:
    return f"{limit // _KB} KB" if limit else "not said"
