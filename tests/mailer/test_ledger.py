"""The ledger remembers each delivery, over runs that end as they should and runs that do not."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from converter.errors import OutputError, PostponedError
from converter.mailer.ledger import Delivery, Ledger

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _planned(message: str, *recipients: str) -> list[Delivery]:
    return [Delivery(message, one, "planned", 0, NOON, "", "Briefing", "a.pdf 00") for one in recipients]


def _states(ledger: Ledger) -> dict[str, str]:
    return {delivery.recipient: delivery.state for delivery in ledger.deliveries_of("m")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "ledger.sqlite"


def test_a_delivery_is_planned_once_and_keeps_its_state(path: Path) -> None:
    ledger = Ledger(path)
    ledger.plan(_planned("m", "a@x.org", "b@x.org"))
    ledger.note("m", ["a@x.org"], "sending", NOON)
    ledger.note("m", ["a@x.org"], "sent", NOON, "250 OK")
    ledger.close()
    ledger = Ledger(path)
    ledger.plan(_planned("m", "a@x.org", "b@x.org", "c@x.org"))
    assert _states(ledger) == {"a@x.org": "sent", "b@x.org": "planned", "c@x.org": "planned"}
    first = next(ledger.deliveries())
    assert (first.attempts, first.reply, first.changed, first.attachments) == (1, "250 OK", NOON, "a.pdf 00")


def test_the_same_words_to_others_are_other_deliveries(path: Path) -> None:
    ledger = Ledger(path)
    ledger.plan(_planned("m", "a@x.org"))
    ledger.plan(_planned("n", "a@x.org"))
    ledger.note("n", ["a@x.org"], "refused", NOON)
    assert [delivery.state for delivery in ledger.deliveries()] == ["planned", "refused"]


def test_what_a_killed_run_was_sending_is_unknown(path: Path) -> None:
    program = f"""
from converter.mailer.ledger import Delivery, Ledger
from datetime import UTC, datetime
import pathlib
now = datetime(2026, 11, 23, tzinfo=UTC)
ledger = Ledger(pathlib.Path({str(path)!r}))
ledger.plan(Delivery("m", one, "planned", 0, now, "", "", "") for one in ["a@x.org", "b@x.org"])
ledger.note("m", ["a@x.org"], "sending", now)
print("ready", flush=True)
input()
"""
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        with pytest.raises(PostponedError, match="another sending is going on") as caught:
            Ledger(path)
        assert caught.value.exit_code == 75
        os.kill(process.pid, signal.SIGKILL)
    assert _states(Ledger(path)) == {"a@x.org": "unknown", "b@x.org": "planned"}


@pytest.mark.skipif(os.name != "posix", reason="others have no such rights elsewhere")
def test_nobody_else_may_read_who_gets_what(path: Path) -> None:
    before = os.umask(0o022)
    try:
        Ledger(path).close()
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"my notes" * 100)
    with pytest.raises(OutputError, match=r"ledger.sqlite: the ledger of what was sent cannot be used"):
        Ledger(path)
    assert path.read_bytes() == b"my notes" * 100


def test_a_plan_that_breaks_off_leaves_no_trace(path: Path) -> None:
    def broken() -> Iterator[Delivery]:
        yield from _planned("m", "a@x.org")
        raise KeyboardInterrupt

    ledger = Ledger(path)
    with pytest.raises(KeyboardInterrupt):
        ledger.plan(broken())
    assert _states(ledger) == {}
    ledger.plan(_planned("m", "b@x.org"))
    assert _states(ledger) == {"b@x.org": "planned"}
