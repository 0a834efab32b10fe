"""Dovecot: mailboxes, IMAP, LMTP, and the logins of Postfix."""

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from msgspec import Struct

from tests.servers.certificates import Certificates
from tests.servers.ports import HOST, free_ports, wait_for_greeting
from tests.servers.programs import open_folder, server_program

PASSWORD = "secret"  # noqa: S105 - of everybody, if nothing else is said
TOKEN = "token"  # noqa: S105 - the same

_CONFIGURATION = """\
base_dir = {there.folder}/run
state_dir = {there.folder}/state
log_path = {there.folder}/log
protocols = imap lmtp
listen = {host}
ssl = yes
ssl_cert = <{certificates.certificate}
ssl_key = <{certificates.key}
disable_plaintext_auth = no
auth_mechanisms = {mechanisms}
auth_failure_delay = 0
mail_location = maildir:{there.folder}/mail/%u
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
last_valid_uid = 0
default_vsz_limit = 1 G
mail_plugins = {plugins}
protocol imap {{
  mail_plugins = {plugins} {imap_plugins}
}}
plugin {{
  quota = maildir:mailbox
  quota_rule = *:bytes={mailboxes.quota}
  quota_grace = 0
  quota_status_success = DUNNO
  quota_status_overquota = "{mailboxes.full} mailbox is full"
  quota_status_nouser = DUNNO
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {there.imap}
  }}
  inet_listener imaps {{
    port = {there.imaps}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = {host}
    port = {there.lmtp}
  }}
}}
service auth {{
  inet_listener {{
    address = {host}
    port = {there.sasl}
  }}
}}
service quota-status {{
  executable = quota-status -p postfix
  inet_listener {{
    address = {host}
    port = {there.policy}
  }}
  client_limit = 1
}}
passdb {{
  driver = static
  args = password={mailboxes.password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={there.folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  mailbox "{mailboxes.drafts}" {{
    {special_use}
    auto = create
  }}
}}
"""

_OF_TOKENS = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {there.folder}/oauth2.conf
}}
"""


class Dovecot(Struct, frozen=True):
    """A Dovecot that runs.

    Attributes:
        folder: where it keeps everything.
        imap: port of IMAP, with STARTTLS.
        imaps: port of IMAP inside TLS.
        lmtp: port to which mail is delivered.
        sasl: port that checks logins for Postfix.
        policy: port that tells Postfix whose mailbox is full.
    """

    folder: Path
    imap: int
    imaps: int
    lmtp: int
    sasl: int
    policy: int

    def mails(self, user: str) -> list[bytes]:
        """Return what was delivered to a user, in any order."""
        box = self.folder / "mail" / user
        return [file.read_bytes() for name in ("new", "cur") for file in (box / name).glob("*")]

    def wait_for_mails(self, user: str, count: int, *, timeout_s: float = 30) -> list[bytes]:
        """Return what was delivered to a user as soon as it is so much, or else in the end."""
        until = time.monotonic() + timeout_s
        while len(found := self.mails(user)) < count and time.monotonic() < until:
            Event().wait(0.02)
        return found


class Mailboxes(Struct, frozen=True):
    """What the mailboxes are like.

    Attributes:
        quota: bytes that one holds; 0: any number.
        full: the code with which Postfix turns mail for a full one away.
        drafts: the folder of drafts.
        is_special: whether the server says that it is.
        password: of everybody.
        tokens: address that checks tokens, to which the token is appended; empty: there is no XOAUTH2.
    """

    quota: int = 0
    full: str = "552 5.2.2"
    drafts: str = "Drafts"
    is_special: bool = True
    password: str = PASSWORD
    tokens: str = ""


@contextmanager
def dovecot(certificates: Certificates, mailboxes: Mailboxes | None = None) -> Iterator[Dovecot]:
    """Run Dovecot; everybody has a mailbox, and the same password."""
    program = server_program("dovecot")
    with open_folder() as folder:
        there = Dovecot(folder, *free_ports(5))
        _configure(there, certificates, mailboxes or Mailboxes())
        command = [str(program), "-F", "-c", str(folder / "dovecot.conf")]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL) as process:
            try:
                wait_for_greeting(there.imap, process)
                yield there
            finally:
                process.send_signal(signal.SIGTERM)


def _configure(there: Dovecot, certificates: Certificates, mailboxes: Mailboxes) -> None:
    text = _CONFIGURATION + (_OF_TOKENS if mailboxes.tokens else "")
    text = text.format(
        there=there,
        host=HOST,
        certificates=certificates,
        mailboxes=mailboxes,
        mechanisms="plain login xoauth2" if mailboxes.tokens else "plain login",
        plugins="quota" if mailboxes.quota else "",
        imap_plugins="imap_quota" if mailboxes.quota else "",
        special_use="special_use = \\Drafts" if mailboxes.is_special else "",
    )
    for name in ("run", "state", "mail"):
        (there.folder / name).mkdir()
    shutil.chown(there.folder / "mail", "nobody", "nogroup")
    (there.folder / "dovecot.conf").write_text(text, "utf-8")
    tokens = f"tokeninfo_url = {mailboxes.tokens}\nusername_attribute = email\n"
    (there.folder / "oauth2.conf").write_text(tokens, "utf-8")
