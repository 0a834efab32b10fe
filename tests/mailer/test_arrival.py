"""From the command line through Postfix into Dovecot: what arrives is what was made, whatever the words."""

import imaplib
import ssl
from hashlib import sha256
from pathlib import Path

import pytest

from tests.mailer import strict
from tests.mailer.awkward import AWKWARD
from tests.mailer.desk import Desk, quoted
from tests.mailer.reading import by_mutt, by_python
from tests.mailer.structure import Structure, as_made
from tests.servers.certificates import Certificates
from tests.servers.dovecot import PASSWORD
from tests.servers.postfix import Postfix


def _made(desk: Desk, *words: str | Path) -> Structure:
    """Return what the same call writes into a file."""
    ran = desk.email(*words, "--eml", desk.folder / "made")
    assert ran.code == 0, ran.err
    return strict.read(Path(ran.out.strip()).read_bytes())


def _by_imap(server: Postfix, certificates: Certificates, user: str) -> bytes:
    context = ssl.create_default_context(cafile=str(certificates.authority))
    with imaplib.IMAP4_SSL("localhost", server.dovecot.imaps, ssl_context=context) as imap:
        imap.login(user, PASSWORD)
        imap.select(readonly=True)
        answer = imap.fetch("1", "(RFC822)")[1][0]
        assert isinstance(answer, tuple)
        return bytes(answer[1])


@pytest.mark.parametrize("number", range(len(AWKWARD)), ids=[one.what for one in AWKWARD])
def test_it_arrives_as_it_was_made(
    number: int, mail_server: Postfix, certificates: Certificates, tmp_path: Path
) -> None:
    awkward, is_tls = AWKWARD[number], bool(number % 2)
    desk, to, cc = Desk(tmp_path), f"arrival-{number}@example.org", f"copy-{number}@example.org"
    port = mail_server.smtps if is_tls else mail_server.smtp
    server = {"host": "localhost", "port": port, "security": "tls" if is_tls else "starttls"}
    desk.account(
        sender=quoted(awkward.given, "press@example.org"),
        smtp={**server, "certificates": str(certificates.authority)},
    )
    further = tmp_path / f"{awkward.as_file}.txt"
    further.write_bytes(b"The minutes.\n")
    words: list[str | Path] = [
        desk.article(awkward.given, awkward.given, awkward.as_file),
        "--attach",
        further,
    ]
    words += ["--to", quoted(awkward.given, to), "--cc", quoted(awkward.given, cc)]
    words += ["--subject", awkward.given if number % 3 and "{" not in awkward.given else "{title}"]
    ran = desk.email(*words, "--send", "--yes")
    assert (ran.code, desk.states()) == (0, {to: "sent", cc: "sent"}), ran.err

    (stored,) = mail_server.dovecot.wait_for_mails(to, 1)
    (copy,) = mail_server.dovecot.wait_for_mails(cc, 1)
    arrived = as_made(stored)
    assert as_made(copy) == arrived
    assert as_made(_by_imap(mail_server, certificates, to)) == arrived

    seen = strict.read(arrived)
    assert by_python(arrived) == seen
    (tmp_path / "mutt").mkdir()
    assert by_mutt(arrived, seen, tmp_path / "mutt") == seen

    assert seen.headers == (
        *("from", "to", "cc", "subject", "content-language", "auto-submitted"),
        *("date", "message-id", "mime-version", "content-type"),
    )
    name = awkward.in_header
    assert seen.people == {"from": ((name, "press@example.org"),), "to": ((name, to),), "cc": ((name, cc),)}
    assert seen.subject == name
    assert seen.parts == _made(desk, *words).parts
    assert [one.media_type.rpartition(".")[2] for one in seen.parts] == [
        *("text/plain", "text/html", "document", "application/pdf", "text/plain")
    ]
    assert seen.parts[-1].sha256 == sha256(further.read_bytes()).hexdigest()
    logged = [desk.email("--log", "--json").rows[index]["attachments"] for index in range(2)]
    assert logged == [[f"{one.name} {one.sha256}" for one in seen.parts[2:]]] * 2
