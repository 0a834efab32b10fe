"""The schema of `accounts.yaml`, and all that is wrong with one."""

import re
from pathlib import Path

from converter.errors import StyleError
from converter.mailer.account_shapes import Address, Command, Host, OwnFile, Rate
from converter.mailer.mailboxes import Mailbox
from converter.mailer.secrets import KINDS
from converter.mailer.servers import Security, Server
from converter.stylesheets.faults import Faults, StyleFaultsError
from converter.stylesheets.maps import MapOf
from converter.stylesheets.shapes import Choice, Integer, Reading, Text, below, quoted
from converter.stylesheets.sheets import Key, Sheet, Table
from converter.suggestions import enumerated, suggest
from converter.yaml_source import Entry, Mapping, Node, Scalar, parse, read_text

NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}"
"""What an account may be called."""

_IN_THE_CLEAR = frozenset({"password", "passwd", "pass", "token", "secret", "app-password", "access-token"})
"""Keys that would hold a secret itself."""

_SECRET_LINE = re.compile(
    rf"(?:^|[\s{{,])[\"']?(?:{'|'.join(sorted(_IN_THE_CLEAR))})[\"']?\s*:", re.MULTILINE | re.IGNORECASE
)
_ELSEWHERE = f"write {enumerated(KINDS, 'or')}, and change the secret where others saw it"


class AccountFaultsError(StyleError):
    """Everything that is wrong with a file of accounts; its text has a line for each fault."""

    def __init__(self, found: StyleFaultsError) -> None:
        """Take the faults that the schema found."""
        super().__init__("accounts-invalid", found.what, where=found.where, remedy=found.remedy)
        self.faults = found.faults

    @property
    def lines(self) -> tuple[str, ...]:
        """One for each fault."""
        return tuple(map(str, self.faults))

    def __str__(self) -> str:
        """One line for each fault."""
        return "\n".join(self.lines)


class SmtpSheet(Sheet):
    """The server that takes messages; the port is 587, 465 or 25, as its security has it."""

    host = Key(Host(), "", "Name or IP address.")
    port = Key(Integer(1, 65535), 0, "Where it listens.")
    security = Key(Choice[Security](Security), "starttls", "How the connection is kept secret.")
    certificates = Key(OwnFile(), Path(), "Further authorities to trust (PEM).")


class ImapSheet(SmtpSheet):
    """The server that keeps drafts; the port is 143 or 993, as its security has it."""

    security = Key(Choice[Security](Security), "tls", "How the connection is kept secret.")
    drafts = Key(Text(), "", "The folder of drafts, where the server does not say which it is.")


class AccountSheet(Sheet):
    """An account."""

    from_ = Key(Address(), Mailbox(""), "Who writes; every account says so.")
    reply_to = Key(Address(), None, "Who gets the answers, if not the sender.")
    user = Key(Text(), "", "Whom the servers know; without one there is no login.")
    password_command = Key(Command(), "", "Its first line of output is the password.")
    password_file = Key(OwnFile(), Path(), "Its first line is the password.")
    keyring = Key(Text(), "", "The service under which the keyring has the password of the user.")
    token_command = Key(Command(), "", "Its first line of output is an OAuth token.")
    smtp = Key(Table(SmtpSheet), None, "The server that takes messages.")
    imap = Key(Table(ImapSheet), None, "The server that keeps drafts.")
    rate = Key(Rate(), None, "How many messages it takes a minute.")


class AccountsSheet(Sheet):
    """A file of accounts."""

    default = Key(Text(), "", "The account that is meant where none is named.")
    accounts = Key(MapOf(Table(AccountSheet), pattern=NAME, such_as="office"), {}, "The accounts by name.")


PORTS: dict[type[SmtpSheet], dict[Security, int]] = {
    SmtpSheet: {"starttls": 587, "tls": 465, "none": 25},
    ImapSheet: {"starttls": 143, "tls": 993, "none": 143},
}
"""Where servers listen that say nothing of it (RFC 6409, RFC 8314, RFC 5321, RFC 3501)."""


def read_accounts(path: Path) -> AccountsSheet:
    """Return what a file of accounts says.

    Raises:
        StyleError: `accounts-invalid`, with every fault of the file; or a fault of the YAML.
    """
    faults = Faults()
    root = _parsed(path)
    if isinstance(root, Scalar) and root.is_null:
        return AccountsSheet(root.place)
    sheet = Table(AccountsSheet).read(_as_declared(root, "", faults), "", Reading(faults))
    if sheet:
        for name, account in sheet.accounts.items():
            _check(account, below("accounts", name), faults)
        if sheet.default and sheet.accounts and sheet.default not in sheet.accounts:
            what = f"there is no account {quoted(sheet.default)}"
            faults.add(sheet.place("default"), "default", what, suggest(sheet.default, sheet.accounts))
    try:
        faults.raise_any()
    except StyleFaultsError as error:
        raise AccountFaultsError(error) from None
    return sheet or AccountsSheet(root.place)


def server_of(sheet: SmtpSheet | None) -> Server | None:
    """Return the server that a sheet without faults names."""
    if sheet is None:
        return None
    port = sheet.port or PORTS[type(sheet)][sheet.security]
    certificates = str(sheet.certificates) if "certificates" in sheet.values else ""
    return Server(sheet.host, port, sheet.security, certificates)


def _parsed(path: Path) -> Node:
    """Return the nodes of a file; of one with a secret in it nothing is quoted, as YAML would."""
    text = read_text(path)
    try:
        return parse(text, str(path))
    except StyleError as error:
        if not _SECRET_LINE.search(text):
            raise
        what = "is not YAML, and holds a secret, which does not stand in this file"
        raise StyleError("accounts-invalid", what, where=error.where, remedy=_ELSEWHERE) from None


def _as_declared(node: Node, path: str, faults: Faults) -> Node:
    """Return `node` with hyphens in its keys, and without secrets, which are faults that quote nothing."""
    if not isinstance(node, Mapping):
        return node
    entries, written = [], {entry.key.text for entry in node.entries}
    is_names = path == "accounts"
    for entry in node.entries:
        name = entry.key.text
        if "_" in name and not is_names and (hyphened := name.replace("_", "-")) not in written:
            name = hyphened
        if name in _IN_THE_CLEAR and not is_names:
            faults.add(
                entry.key.place,
                below(path, name),
                "does not stand in this file, where it would lie open",
                _ELSEWHERE,
            )
            continue
        key = Scalar(name, entry.key.place, entry.key.form)
        entries.append(Entry(key, _as_declared(entry.value, below(path, name), faults)))
    return Mapping(tuple(entries), node.place)


def _check(account: AccountSheet, path: str, faults: Faults) -> None:
    """Note what is wrong with the keys of an account together."""
    kept: list[str] = [kind for kind in KINDS if kind in account.places]
    for kind in kept[1:]:
        faults.add(
            account.place(kind), below(path, kind), f"is a second secret beside {kept[0]}", "keep one of them"
        )
    if "from" not in account.places:
        faults.add(account.where, path, "says not who writes", "add from: Name <name@example.org>")
    if kept and "user" not in account.places:
        faults.add(
            account.place(kept[0]), below(path, kept[0]), "has no user", "add user, as the server knows it"
        )
    if "user" in account.places and not kept:
        remedy = "add password-command, password-file, keyring or token-command"
        faults.add(account.place("user"), below(path, "user"), "has no password", remedy)
    if not {"smtp", "imap"} & set(account.places):
        faults.add(account.where, path, "has no server", "add smtp or imap, with a host")
    if "imap" in account.places and "user" not in account.places:
        faults.add(account.place("imap"), below(path, "imap"), "needs a login", "add user and a password")
    for name, server in (("smtp", account.smtp), ("imap", account.imap)):
        if server is not None:
            _check_server(server, below(path, name), faults, logs_in=bool(kept))


def _check_server(server: SmtpSheet, path: str, faults: Faults, *, logs_in: bool) -> None:
    if "host" not in server.places:
        faults.add(server.where, path, "has no host", "add host: smtp.example.org")
    elif server.security == "none" and logs_in and server.host:
        named = Server(server.host, 0, "none")
        if not named.is_on_this_machine:
            what = "would send the password in the clear"
            faults.add(server.place("security"), below(path, "security"), what, "write starttls or tls")
