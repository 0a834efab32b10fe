"""Where `briefing email` is called: a folder with an article, accounts, a password and a ledger."""

import io
import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from html import escape
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from converter.cli import main
from tests.servers.dovecot import PASSWORD

USER = "press@example.org"

_PAGE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="author" content="{author}"></head><body><article><h1>{title}</h1>
<p>The harbour of Lund reopened on Monday after ten years of work. The first ferry left at noon with 300
passengers.</p><h2>Background</h2><p>The old quay collapsed in 2016, and the council voted for a new
one.</p></article></body></html>
"""


class Ran(Struct, frozen=True):
    """What came of a call.

    Attributes:
        code: the exit code.
        out: what it wrote to stdout.
        err: what it wrote to stderr.
    """

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        """The objects on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]


class Desk(Struct, frozen=True):
    """A folder to work in."""

    folder: Path

    @property
    def accounts(self) -> Path:
        """The file of accounts."""
        return self.folder / "accounts.yaml"

    @property
    def ledger(self) -> Path:
        """The ledger of what was sent."""
        return self.folder / "ledger.sqlite"

    def article(
        self, title: str = "Harbour of Lund reopens", author: str = "", name: str = "article"
    ) -> Path:
        """Write an article and return its path."""
        path = self.folder / f"{name}.html"
        path.write_text(_PAGE.format(title=escape(title), author=escape(author)), "utf-8")
        return path

    def account(
        self,
        *,
        sender: str = f"Press <{USER}>",
        smtp: Mapping[str, object] | None = None,
        imap: Mapping[str, object] | None = None,
        password: str | None = PASSWORD,
        **further: object,
    ) -> None:
        """Write the one account; a password lies in a file of its own, `None`: there is no login."""
        account: dict[str, object] = {"from": sender, **further}
        account |= {name: dict(server) for name, server in (("smtp", smtp), ("imap", imap)) if server}
        if password is not None:
            kept = self.folder / "password"
            kept.touch(0o600)
            kept.write_text(f"{password}\n", "utf-8")
            account |= {"user": USER, "password-file": "password"}
        # JSON is YAML
        self.accounts.write_text(json.dumps({"accounts": {"office": account}}, ensure_ascii=False), "utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a call: all that it keeps, it keeps here, but for the cache."""
        folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        own = {name: str(self.folder / "home") for name in folders}
        return {**own, "BRIEFING_ACCOUNTS": str(self.accounts)}

    def email(self, *words: str | Path) -> Ran:
        """Call `briefing email` in this process."""
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
        with (
            patch.dict(os.environ, self.environment),
            redirect_stdout(streams[0]),
            redirect_stderr(streams[1]),
        ):
            code = main(["email", "--ledger", str(self.ledger), *map(str, words)])
        texts = []
        for stream in streams:
            stream.flush()
            texts.append(stream.buffer.getvalue().decode())
        return Ran(code, *texts)

    def states(self) -> dict[str, str]:
        """Return recipient → state in the ledger; nobody where there is none."""
        if not self.ledger.exists():
            return {}
        with closing(sqlite3.connect(self.ledger)) as file:
            return dict(file.execute("SELECT recipient, state FROM delivery"))


def quoted(name: str, address: str) -> str:
    """Return a mailbox as a person writes it whose name has signs of all kinds (RFC 5322 3.2.4)."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}" <{address}>'
