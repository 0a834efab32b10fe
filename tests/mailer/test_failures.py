"""What goes wrong is told in one line, with the exit code that fits; the ledger says who has the message."""

from pathlib import Path

import pytest

from tests.mailer.desk import Desk, Ran
from tests.mailer.post_office import PostOffice
from tests.servers.certificates import Certificates, make_certificates
from tests.servers.dovecot import Mailboxes, dovecot
from tests.servers.ports import free_ports
from tests.servers.postfix import LATER, NOBODY, Postfix, postfix
from tests.servers.sink import CUT, sink

ADA, BEN = "ada@example.org", "ben@example.org"
SECRET = "hunter2-пароль"  # noqa: S105 - it is nobody's


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def secure(mail_server: Postfix, certificates: Certificates) -> dict[str, object]:
    """Return how Postfix is reached, in the words of an account."""
    return {"host": "localhost", "port": mail_server.smtp, "certificates": str(certificates.authority)}


def send(desk: Desk, *words: str | Path) -> Ran:
    return desk.email(desk.article(), "--formats", "md", "--send", "--yes", "--to", ADA, *words)


def test_a_certificate_that_is_not_trusted(desk: Desk, secure: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    others = make_certificates(tmp_path / "others")
    desk.account(smtp={**secure, "certificates": str(others.authority)})
    ran = send(desk)
    assert ran.code == 7
    told, line = _lines(ran, secure)
    assert told == "briefing: 1 still to go; run the same command again for the rest"
    # in between is what OpenSSL says
    assert line.startswith("briefing: localhost:PORT: the server's certificate cannot be trusted: ")
    assert line.endswith("; correct the host, or let certificates: name the file of your house's authority")
    assert desk.states() == {ADA: "planned"}


def test_a_wrong_password(desk: Desk, secure: dict[str, object]) -> None:
    desk.account(smtp=secure, password=SECRET)
    ran = send(desk)
    assert ran.code == 7
    assert _lines(ran, secure)[-1].startswith(
        "briefing: localhost:PORT: the server does not let press@example.org in: 535 5.7.8"
    )
    assert _lines(ran, secure)[-1].endswith("; check user and password-file of the account office")
    assert desk.states() == {ADA: "planned"}
    desk.account(smtp=secure)
    assert send(desk).code == 0
    assert desk.states() == {ADA: "sent"}


@pytest.mark.parametrize(
    ("reply", "state", "code"), [("452 4.2.2", "deferred", 75), ("552 5.2.2", "refused", 7)]
)
def test_a_full_mailbox(reply: str, state: str, code: int, desk: Desk, certificates: Certificates) -> None:
    with (
        dovecot(certificates, Mailboxes(quota=2_000, full=reply)) as boxes,
        postfix(certificates, boxes, asks_for_room=True) as server,
    ):
        trusted = {"certificates": str(certificates.authority)}
        desk.account(smtp={"host": "localhost", "port": server.smtp, **trusted})
        ran = send(desk)
    assert ran.code == code
    assert ran.out.startswith(f"{state:<8}  {ADA}  {reply} ")
    assert "mailbox is full" in ran.out
    assert ran.err.startswith(f"briefing: 1 {state}; ")
    assert len(ran.err.splitlines()) == 1
    assert desk.states() == {ADA: state}


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA", "END"])
@pytest.mark.parametrize(
    ("reply", "state", "code"), [("452 4.3.1 no room", "deferred", 75), ("552 5.2.2 no room", "refused", 7)]
)
def test_no_room_at_any_step(step: str, reply: str, state: str, code: int, desk: Desk) -> None:
    with sink({step: reply}) as server:
        desk.account(smtp={"host": "127.0.0.1", "port": server.port, "security": "none"}, password=None)
        ran = send(desk)
        again = send(desk)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, f"{state:<8}  {ADA}  {reply}\n", 1)
    assert desk.states() == {ADA: state}
    assert again.code == code
    assert server.steps.count(step) == 1


def test_no_room_for_a_draft(desk: Desk, certificates: Certificates) -> None:
    with dovecot(certificates, Mailboxes(quota=2_000)) as boxes:
        server = {"host": "localhost", "port": boxes.imaps, "certificates": str(certificates.authority)}
        desk.account(imap=server)
        ran = desk.email(desk.article(), "--formats", "md", "--draft")
    assert (ran.code, ran.out) == (7, "")
    (line,) = _lines(ran, server)
    assert line.startswith("briefing: localhost:PORT: the draft is not taken: [OVERQUOTA] ")
    assert line.endswith("; make room in the mailbox")


def test_room_for_some_drafts_alone(desk: Desk, certificates: Certificates, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"address\n{ADA}\n{BEN}\ncyd@example.org\n", "utf-8")
    with dovecot(certificates, Mailboxes(quota=15_000)) as boxes:
        server = {"host": "localhost", "port": boxes.imaps, "certificates": str(certificates.authority)}
        desk.account(imap=server)
        words = ("--formats", "md", "--draft", "--recipients", tmp_path / "list.csv")
        ran = desk.email(desk.article(), *words)
        again = desk.email(desk.article(), *words)
    assert (ran.code, ran.out) == (7, f"{'drafted':<13}  {ADA}\n")
    told, line = _lines(ran, server)
    assert told == "briefing: 1 among the drafts, 2 still to go; run the same command again for the rest"
    assert line.startswith("briefing: localhost:PORT: the draft is not taken: [OVERQUOTA] ")
    assert again.out == f"there already  {ADA}\n"


def test_a_message_that_is_too_large(desk: Desk, secure: dict[str, object], tmp_path: Path) -> None:
    desk.account(smtp=secure)
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(400_000))
    ran = send(desk, "--attach", large)
    assert ran.code == 7
    assert ran.out.startswith(f"{'refused':<8}  {ADA}  the message is ")
    assert ran.out.endswith(" KB, the server takes 292 KB\n")
    assert ran.err == "briefing: 1 refused; mend what the server said and add --retry-refused\n"
    assert desk.states() == {ADA: "refused"}


def test_each_recipient_is_told_apart(desk: Desk, secure: dict[str, object], mail_server: Postfix) -> None:
    desk.account(smtp=secure)
    one = "apart@example.org"
    words = (
        desk.article(),
        "--formats",
        "md",
        "--send",
        "--yes",
        "--to",
        one,
        "--cc",
        NOBODY,
        "--bcc",
        LATER,
    )
    ran = desk.email(*words)
    assert ran.code == 7
    sent, refused, deferred = ran.out.splitlines()
    assert sent.startswith(f"{'sent':<8}  {one}  250 2.0.0 Ok: queued as ")
    assert refused.startswith(f"{'refused':<8}  {NOBODY}  550 5.1.1 ")
    assert deferred.startswith(f"{'deferred':<8}  {LATER}  450 4.2.1 ")
    (line,) = ran.err.splitlines()
    assert line.startswith("briefing: 1 sent, 1 deferred, 1 refused; mend what the server said")
    assert desk.states() == {one: "sent", NOBODY: "refused", LATER: "deferred"}
    assert [row["state"] for row in desk.email(*words, "--json").rows] == ["sent", "refused", "deferred"]
    assert len(mail_server.dovecot.wait_for_mails(one, 1)) == 1


def test_somebody_who_is_put_off_alone(desk: Desk, secure: dict[str, object]) -> None:
    desk.account(smtp=secure)
    ran = desk.email(desk.article(), "--formats", "md", "--send", "--to", LATER)
    assert (ran.code, desk.states()) == (75, {LATER: "deferred"})
    assert "run it again from" in ran.err


@pytest.mark.parametrize("option", ["--attach", "--body", "--recipients"])
def test_a_file_that_is_missing(option: str, desk: Desk, secure: dict[str, object], tmp_path: Path) -> None:
    desk.account(smtp=secure)
    people = () if option == "--recipients" else ("--to", ADA)
    missing = tmp_path / "missing.csv"
    ran = desk.email(desk.article(), "--formats", "md", "--send", "--yes", *people, option, missing)
    assert (ran.code, ran.out) == (3, "")
    what = "cannot be read: no such file or directory; check its path"
    assert ran.err == f"briefing: {missing}: {what}\n"
    assert desk.states() == {}


@pytest.mark.parametrize(
    "address", ["ada", "a@b@c", "ada@example.org, ben@example.org", "ada@example.org\n", ""]
)
def test_what_is_no_address(address: str, desk: Desk, secure: dict[str, object]) -> None:
    desk.account(smtp=secure)
    ran = send(desk, "--cc", address)
    if address.strip() == ADA:
        # a line end around an address is nothing; and nobody gets a message twice
        assert (ran.code, desk.states()) == (0, {ADA: "sent"})
        return
    assert (ran.code, ran.out, desk.states()) == (2, "", {})
    assert len(ran.err.splitlines()) == 1
    assert "is not the address of a mailbox; " in ran.err


def test_a_server_that_is_gone(desk: Desk) -> None:
    (port,) = free_ports(1)
    server = {"host": "localhost", "port": port, "security": "none"}
    desk.account(smtp=server, password=None)
    ran = send(desk, "--cc", BEN)
    assert (ran.code, ran.out) == (75, "")
    assert _lines(ran, server) == [
        "briefing: 2 still to go; run the same command again for the rest",
        "briefing: localhost:PORT: connection refused; check host, port and security, or try again later",
    ]
    assert desk.states() == {ADA: "planned", BEN: "planned"}


@pytest.mark.parametrize(("step", "state", "code"), [("DATA", "deferred", 75), ("END", "unknown", 7)])
def test_a_server_that_goes_in_the_midst(step: str, state: str, code: int, desk: Desk) -> None:
    with sink({step: CUT}) as server:
        desk.account(smtp={"host": "127.0.0.1", "port": server.port, "security": "none"}, password=None)
        ran = send(desk)
        assert (ran.code, desk.states()) == (code, {ADA: state})
        assert ran.out.startswith(f"{state:<8}  {ADA}  the connection was lost before the ")
        assert len(ran.err.splitlines()) == 1
        server.replies.clear()
        again = send(desk)
    assert (again.code, server.mails) == (code, [])


def test_what_is_left_of_a_list_is_told(desk: Desk, tmp_path: Path) -> None:
    people = [f"person{number}@example.org" for number in range(4)]
    (tmp_path / "list.csv").write_text("\n".join(["address", *people, ""]), "utf-8")
    words = (desk.article(), "--formats", "md", "--send", "--yes", "--recipients", tmp_path / "list.csv")
    # MAIL, RCPT and the message of the first; the server goes when it is asked for the second
    office = PostOffice("gone", 4, lambda: None)
    office.open()
    try:
        server = {"host": "127.0.0.1", "port": office.port, "security": "none"}
        desk.account(smtp=server, password=None)
        ran = desk.email(*words)
    finally:
        office.close()
    assert ran.code == 75
    assert [row.split()[:2] for row in ran.out.splitlines()] == [["sent", people[0]], ["deferred", people[1]]]
    told, line = _lines(ran, server)
    assert told.startswith(
        "briefing: 1 sent, 1 deferred, 2 still to go; run the same command again for the rest"
    )
    assert line.startswith("briefing: 127.0.0.1:PORT: connection refused")
    states = ["sent", "deferred", "planned", "planned"]
    assert desk.states() == dict(zip(people, states, strict=True))
    assert office.taken == {people[0]: 1}


def _lines(ran: Ran, server: dict[str, object]) -> list[str]:
    """Return what was told, the port by its name."""
    return [line.replace(str(server["port"]), "PORT") for line in ran.err.splitlines()]
