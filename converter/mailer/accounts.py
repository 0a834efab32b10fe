"""Accounts: who writes, through which servers, and how to log in there.

They stand in `accounts.yaml` in the user's own configuration folder, or in the file that `BRIEFING_ACCOUNTS`
names, and nowhere else. A project's `briefing.yaml` has none: `password-command` is a command that is run,
and whoever clones a folder must not run what its author wrote. The file says where secrets are kept, never
what they are.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from converter.configuration import user_file
from converter.errors import StyleError
from converter.mailer.mailboxes import Mailbox
from converter.mailer.secrets import KINDS, Secret
from converter.mailer.servers import Server
from converter.suggestions import enumerated, suggest

if TYPE_CHECKING:
    from converter.mailer.account_file import AccountSheet

__all__ = ["FILE_NAME", "VARIABLE", "Account", "Server", "accounts_file", "load_account"]

FILE_NAME = "accounts.yaml"
"""Name of the file in the user's configuration folder."""

VARIABLE = "BRIEFING_ACCOUNTS"
"""The environment variable that names another file."""

_EXAMPLE = "accounts: {work: {from: Ada <ada@example.org>, smtp: {host: smtp.example.org}}}"


class Account(Struct, frozen=True):
    """An account without faults: at least one of `smtp` and `imap` is there.

    Attributes:
        name: as the user calls it.
        sender: who writes.
        reply_to: who gets the answers; `None`: the sender.
        user: whom the servers know; empty: there is no login.
        secret: with which the user logs in; there is one exactly when there is a user.
        smtp: the server that takes messages.
        imap: the server that keeps drafts.
        drafts: the folder of drafts; empty: the one that the server says.
        rate: how many messages are sent a minute; `None`: as many as the server takes.
    """

    name: str
    sender: Mailbox
    reply_to: Mailbox | None
    user: str
    secret: Secret | None
    smtp: Server | None
    imap: Server | None
    drafts: str
    rate: float | None


def accounts_file() -> Path:
    """Return the file of the user's accounts, which need not exist."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else user_file().with_name(FILE_NAME)


def load_account(name: str = "", needed: Literal["smtp", "imap"] | None = None) -> Account:
    """Return the account called `name`, or the default one, or the only one.

    Args:
        name: as the user calls it; empty: none is named.
        needed: the server that it must have.

    Raises:
        StyleError: `account-missing`: there is none, or which of several is not said; `account-unknown`;
            `account-server`: it lacks the server that is needed; `accounts-invalid`, with every fault of the
            file; or a fault of its YAML.
    """
    path = accounts_file()
    if not path.exists():
        raise _no_account(path)
    from converter.mailer.account_file import read_accounts

    file = read_accounts(path)
    if not file.accounts:
        raise _no_account(path)
    wanted = name or file.default or (next(iter(file.accounts)) if len(file.accounts) == 1 else "")
    if not wanted:
        names = enumerated(list(file.accounts), "or", most=6)
        remedy = f"add default: NAME to the file, or --account with {names}"
        raise StyleError("account-missing", "it is not said which account", where=str(path), remedy=remedy)
    if wanted not in file.accounts:
        remedy = suggest(wanted, file.accounts)
        raise StyleError("account-unknown", f"there is no account {wanted!r}", where=str(path), remedy=remedy)
    account = _account(wanted, file.accounts[wanted])
    if needed and getattr(account, needed) is None:
        what, remedy = (
            f"the account {wanted} has no {needed}",
            f"add {needed}: {{host: {needed}.example.org}}",
        )
        raise StyleError("account-server", what, where=str(path), remedy=remedy)
    return account


def _no_account(path: Path) -> StyleError:
    remedy = f"begin one there: {_EXAMPLE}"
    return StyleError("account-missing", "there is no e-mail account yet", where=str(path), remedy=remedy)


def _account(name: str, sheet: "AccountSheet") -> Account:
    from converter.mailer.account_file import server_of

    kept = next((kind for kind in KINDS if kind in sheet.values), None)
    return Account(
        name=name,
        sender=sheet.from_,
        reply_to=sheet.reply_to,
        user=sheet.user,
        secret=Secret(kept, str(sheet.values[kept]), name, sheet.user) if kept else None,
        smtp=server_of(sheet.smtp),
        imap=server_of(sheet.imap),
        drafts=sheet.imap.drafts if sheet.imap else "",
        rate=sheet.rate,
    )
