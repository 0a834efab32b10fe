"""`briefing email --send` and its kin, with a server that takes everything or fails as it is told."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from converter.cli import main
from converter.cli.email import acts
from tests.servers.sink import Sink, sink

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LIST = """\
address,name,style,marking
ada@example.org,Ada,memo,TLP:AMBER
ben@example.org,Ben,,
cyd@example.org,Cyd,,
"""

Briefing = Callable[..., int]


@pytest.fixture
def server() -> Iterator[Sink]:
    with sink() as there:
        yield there


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Sink) -> Briefing:
    """Return what runs `briefing email` at noon, with an account that can send, and return the exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_ACCOUNTS", str(tmp_path / "accounts.yaml"))
    monkeypatch.setattr(acts, "_now", lambda: NOON)
    host = f"{{host: 127.0.0.1, port: {server.port}, security: none}}"
    (tmp_path / "accounts.yaml").write_text(
        f"accounts: {{office: {{from: Prëss <press@example.org>, smtp: {host}}}}}\n", "utf-8"
    )
    (tmp_path / "harbour.txt").write_text(
        "Harbour of Lund\n\nThe harbour of Lund reopened on Monday after ten years of work.\n", "utf-8"
    )
    (tmp_path / "list.csv").write_text(LIST, "utf-8")

    def run(*arguments: str) -> int:
        return main(["email", *arguments, "--formats", "md", "--ledger", "ledger.sqlite"])

    return run


def test_a_second_run_sends_nothing_and_says_when_it_was_sent(
    briefing: Briefing, server: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert briefing("harbour.txt", "--to", "ada@example.org", "--send") == 0
    assert [people for people, _ in server.mails] == [["ada@example.org"]]
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        "sent      ada@example.org  250 2.0.0 taken",
        "sent      ada@example.org  on 2026-11-23 12:00: 250 2.0.0 taken",
    ]
    assert shown.err.splitlines() == ["briefing: 1 sent", "briefing: 1 sent (1 before this run)"]


def test_what_came_of_each_is_told_and_the_exit_code_says_the_worst(
    briefing: Briefing, server: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    server.replies["RCPT TO:<ben@example.org>"] = "550 5.1.1 nobody of that name"
    server.replies["RCPT TO:<cyd@example.org>"] = "451 4.3.0 not now"
    assert briefing("harbour.txt", "--recipients", "list.csv", "--send", "--yes") == 7
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        "sent      ada@example.org  250 2.0.0 taken",
        "refused   ben@example.org  550 5.1.1 nobody of that name",
        "deferred  cyd@example.org  451 4.3.0 not now",
    ]
    assert shown.err == (
        "briefing: 1 sent, 1 deferred, 1 refused; mend what the server said and add --retry-refused;"
        " run it again from 12:01:00 on for those who were put off\n"
    )
    assert briefing("harbour.txt", "--to", "cyd@example.org", "--send") == 75


def test_nothing_goes_to_several_people_unasked(
    briefing: Briefing, server: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    assert briefing("harbour.txt", "--recipients", "list.csv", "--send") == 2
    assert server.mails == []
    assert "this goes to 3 people; look at it with --dry-run, then add --yes" in capsys.readouterr().err


def test_nothing_is_sent_where_one_message_cannot_be_made(briefing: Briefing, server: Sink) -> None:
    with Path("list.csv").open("a", encoding="utf-8") as file:
        file.write("dan@example.org,,,\n")
    assert briefing("harbour.txt", "--recipients", "list.csv", "--send", "--yes", "--subject", "{name}") == 2
    assert server.mails == []
    assert not Path("ledger.sqlite").exists()


def test_the_plan_shows_who_writes_who_has_it_and_what_was_chosen(
    briefing: Briefing, server: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    server.replies["RCPT TO:<cyd@example.org>"] = "451 4.3.0 not now"
    briefing("harbour.txt", "--recipients", "list.csv", "--send", "--yes")
    capsys.readouterr()
    Path("list.csv").write_text(LIST + "dan@example.org,,,\n", "utf-8")
    assert briefing("harbour.txt", "--recipients", "list.csv", "--send", "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:5] == [
        "from Prëss <press@example.org>",
        "sent 2026-11-23 12:00      ada@example.org  [TLP:AMBER] Harbour of Lund  [1]",
        "sent 2026-11-23 12:00      ben@example.org  Harbour of Lund              [2]",
        "deferred 2026-11-23 12:00  cyd@example.org  Harbour of Lund              [2]",
        "would go                   dan@example.org  Harbour of Lund              [2]",
    ]
    sets = [line for line in lines[5:] if line.startswith("[")]
    assert sets[0].partition(" KB")[2] == ": style memo, marking TLP:AMBER"
    assert sets[1].partition(" KB")[2] == ""


def test_where_one_file_may_not_be_replaced_none_is_written(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("mails").mkdir()
    Path("mails/harbour-of-lund-cyd-example-org.eml").write_text("mine", "utf-8")
    assert briefing("harbour.txt", "--recipients", "list.csv", "--eml", "mails") == 5
    assert [file.name for file in Path("mails").iterdir()] == ["harbour-of-lund-cyd-example-org.eml"]
    assert capsys.readouterr().out == ""
    assert briefing("harbour.txt", "--recipients", "list.csv", "--eml", "mails", "--force") == 0
    assert len(list(Path("mails").iterdir())) == 3


def test_the_log_has_everything_and_says_where_it_has_nothing(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert briefing("--log") == 0
    assert capsys.readouterr().err == "briefing: ledger.sqlite: nothing was sent yet\n"
    briefing("harbour.txt", "--to", "ada@example.org", "--send")
    capsys.readouterr()
    assert briefing("--log") == 0
    assert capsys.readouterr().out == (
        "sent      2026-11-23 12:00  ada@example.org  Harbour of Lund  (250 2.0.0 taken)\n"
    )
    assert briefing("--log", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["state"], data["to"], data["attempts"]) == ("sent", "ada@example.org", 1)
    assert data["attachments"][0].startswith("harbour-of-lund.md ")


def test_what_the_server_offers_stands_in_columns(
    briefing: Briefing, server: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    assert briefing("--check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"SMTP                 127.0.0.1:{server.port}, not encrypted"
    assert {line[19:21] for line in lines} == {"  "}
    assert server.mails == []


def test_an_account_that_cannot_keep_drafts_is_told(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert briefing("harbour.txt", "--to", "ada@example.org", "--draft") == 4
    assert "the account office has no imap; add imap: {host: imap.example.org}" in capsys.readouterr().err
