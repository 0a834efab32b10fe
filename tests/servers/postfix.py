"""Postfix: takes mail, and delivers it to Dovecot."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.ports import HOST, free_ports, wait_for_greeting
from tests.servers.programs import open_folder, server_program

NOBODY, LATER = "nobody@example.org", "later@example.org"
"""Recipients that Postfix refuses, for ever and for now."""

_MAIN = """\
compatibility_level = 3.6
queue_directory = {there.folder}/spool
data_directory = {there.folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = localhost
mydestination =
mynetworks =
default_transport = lmtp:inet:{host}:{there.dovecot.lmtp}
relay_transport = lmtp:inet:{host}:{there.dovecot.lmtp}
lmtp_host_lookup = native
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{ \
{{ {nobody} = 550 5.1.1 no such user }}, {{ {later} = 450 4.2.1 mailbox is busy }} }}{policy}
smtpd_delay_reject = yes
smtpd_tls_cert_file = {certificates.certificate}
smtpd_tls_key_file = {certificates.key}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:{host}:{there.dovecot.sasl}
message_size_limit = {size}
mailbox_size_limit = 0
maillog_file = {there.folder}/log
maillog_file_prefixes = {there.folder}
alias_maps =
multi_instance_name = postfix-tests
"""

_MASTER = """\
{host}:{there.smtp} inet n - n - - smtpd
{host}:{there.smtps} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix(Struct, frozen=True):
    """A Postfix that runs.

    Attributes:
        folder: where it keeps everything.
        smtp: port of SMTP, with STARTTLS.
        smtps: port of SMTP inside TLS.
        dovecot: to which it delivers, and which knows who may log in.
    """

    folder: Path
    smtp: int
    smtps: int
    dovecot: Dovecot


@contextmanager
def postfix(
    certificates: Certificates, dovecot: Dovecot, *, size: int = 10_000_000, asks_for_room: bool = False
) -> Iterator[Postfix]:
    """Run Postfix; whoever logs in may write to everybody but `NOBODY` and `LATER`.

    Args:
        certificates: of this machine.
        dovecot: to which it delivers, and which knows who may log in.
        size: bytes of the largest message.
        asks_for_room: whether it asks Dovecot about full mailboxes before it takes a message.
    """
    program = server_program("postfix")
    with open_folder() as folder:
        smtp, smtps = free_ports(2)
        there = Postfix(folder, smtp, smtps, dovecot)
        policy = f", check_policy_service inet:{HOST}:{there.dovecot.policy}" if asks_for_room else ""
        names = {"there": there, "host": HOST, "certificates": certificates, "size": size, "policy": policy}
        for name in ("spool", "data", "etc"):
            (folder / name).mkdir()
        shutil.chown(folder / "data", "postfix")
        for name, text in (("main.cf", _MAIN), ("master.cf", _MASTER)):
            (folder / "etc" / name).write_text(text.format(**names, nobody=NOBODY, later=LATER), "utf-8")
        command = [str(program), "-c", str(folder / "etc"), "start-fg"]
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                wait_for_greeting(there.smtp, process)
                yield there
            finally:
                # What was started waits for the master, which has written down who it is.
                master = folder / "spool" / "pid" / "master.pid"
                if master.exists():
                    os.kill(int(master.read_text("ascii")), signal.SIGTERM)
                else:
                    process.terminate()
