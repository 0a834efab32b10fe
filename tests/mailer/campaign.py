"""Sendings that go wrong in every way, again and again, until everybody has the message once.

A server on loopback counts what it has taken for whom. In each sending one thing goes wrong at a moment that
the seed chooses; then the same command is run until nothing is left to be done.

    python -m tests.mailer.campaign --sendings 200 --people 50
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Timer

from msgspec import Struct, field

from tests.mailer.post_office import FAULTS, Fault, PostOffice

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "seeds" / "strategic-dialogues.txt"

_COMMANDS = 3
"""How often the server is asked for each person: MAIL, RCPT, the message."""

_DISK_KB = 128
_MOST_RUNS = 8
"""After so many runs in which nothing goes wrong, everything that can be delivered is."""

_HOUR = "-1 hour"


class Result(Struct):
    """What came of one sending.

    Attributes:
        fault: what went wrong.
        runs: how often the command was run.
        taken: address → how many messages the server has taken for it.
        states: address → its state in the ledger at the end.
        wrong: what should not be; empty when all is well.
    """

    fault: Fault
    runs: int
    taken: Counter[str]
    states: dict[str, str]
    wrong: list[str] = field(default_factory=list)


def send(seed: int, people: int, folder: Path) -> Result:
    """Send to `people`, let go wrong what `seed` says, and look at what came of it."""
    chance = random.Random(seed)  # noqa: S311 - it chooses, and protects nothing
    fault = FAULTS[seed % len(FAULTS)]
    addresses = [f"person{number}@example.org" for number in range(people)]
    (folder / "list.csv").write_text("\n".join(["address", *addresses, ""]), "utf-8")
    with _disk(folder / "disk", small=fault == "full") as disk:
        sender = _Sender(folder, disk, fault, delay_s=chance.choice((0, 0, 0.001, 0.01)))
        office = PostOffice(fault, chance.randrange(1, people * _COMMANDS), sender.strike)
        office.open()
        try:
            sender.run(office.port)
            office.fault = None
            office.close()
            office.open()
            runs = 1 + sender.run_to_the_end(office.port)
        finally:
            office.close()
        result = Result(fault, runs, office.taken, _states(disk / "ledger.sqlite"))
    result.wrong += _wrong(result, addresses)
    return result


def _wrong(result: Result, addresses: list[str]) -> Iterator[str]:
    """Yield what is wrong: a second message, or one that is missing and not told."""
    for one in addresses:
        count, state = result.taken[one], result.states.get(one, "not in the ledger")
        sound = {"sent": count == 1, "unknown": count <= 1, "refused": result.fault == "never" and not count}
        if not sound.get(state):
            yield f"{one}: {state}, and the server took {count}"


class _Sender:
    """Runs the command; what goes wrong on its side is done to it here."""

    def __init__(self, folder: Path, disk: Path, fault: Fault, *, delay_s: float) -> None:
        self._folder, self._disk, self._fault, self._delay_s = folder, disk, fault, delay_s
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, port: int) -> int:
        """Run the command once and return its exit code."""
        accounts = self._folder / "accounts.yaml"
        server = f"{{host: 127.0.0.1, port: {port}, security: none}}"
        accounts.write_text(f"accounts: {{a: {{from: press@example.org, smtp: {server}}}}}\n", "utf-8")
        command = [sys.executable, "-m", "converter", "email", str(ARTICLE), "--formats", "md", "--send"]
        command += ["--yes", "--recipients", str(self._folder / "list.csv")]
        command += ["--ledger", str(self._disk / "ledger.sqlite")]
        environment = {**os.environ, "BRIEFING_ACCOUNTS": str(accounts), "PYTHONPATH": str(ROOT)}
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            command, env=environment, cwd=self._folder, stdin=quiet, stdout=quiet, stderr=quiet
        ) as self._process:
            return self._process.wait()

    def run_to_the_end(self, port: int) -> int:
        """Run the command until nothing is left to be done, and return how often that was."""
        (self._disk / "filler").unlink(missing_ok=True)
        for number in range(_MOST_RUNS):
            _make_older(self._disk / "ledger.sqlite")
            if self.run(port) in {0, 7}:
                return number + 1
        return _MOST_RUNS

    def strike(self) -> None:
        """Let go wrong what does here, now or a moment later."""
        blow = self._kill if self._fault == "kill" else self._fill
        if self._delay_s:
            Timer(self._delay_s, blow).start()
        else:
            blow()

    def _kill(self) -> None:
        if self._process:
            self._process.send_signal(signal.SIGKILL)

    def _fill(self) -> None:
        with suppress(OSError), (self._disk / "filler").open("wb", 0) as filler:
            for size in (4096, 1):
                with suppress(OSError):
                    while True:
                        filler.write(b"x" * size)


@contextmanager
def _disk(folder: Path, *, small: bool) -> Iterator[Path]:
    """Make a folder for the ledger; a small one is a disk of its own, which can be full."""
    folder.mkdir()
    if not small:
        yield folder
        return
    size = f"size={_DISK_KB}k"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _make_older(ledger: Path) -> None:
    """Let an hour pass for what was put off."""
    if ledger.exists():
        with closing(sqlite3.connect(ledger)) as file, suppress(sqlite3.OperationalError):
            file.execute("UPDATE delivery SET changed = datetime(changed, ?) || '+00:00'", (_HOUR,))
            file.commit()


def _states(ledger: Path) -> dict[str, str]:
    with closing(sqlite3.connect(ledger)) as file:
        return dict(file.execute("SELECT recipient, state FROM delivery"))


def main() -> int:
    """Run the campaign, print what came of it, and return 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sendings", type=int, default=200)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    count: Counter[tuple[str, str]] = Counter()
    wrong = 0
    for seed in range(options.first, options.first + options.sendings):
        with tempfile.TemporaryDirectory() as folder:
            result = send(seed, options.people, Path(folder))
        count.update((result.fault, state) for state in result.states.values())
        count.update({(result.fault, "runs"): result.runs, (result.fault, "sendings"): 1})
        for line in result.wrong:
            wrong += 1
            _put(f"seed {seed}, {result.fault}: {line}")
    columns = ("sendings", "runs", "sent", "refused", "unknown", "deferred", "planned")
    _put("".join(f"{name:>12}" for name in ("fault", *columns)))
    for fault in FAULTS:
        _put(f"{fault:>12}" + "".join(f"{count[fault, column]:>12}" for column in columns))
    _put(f"{wrong} recipients of whom something is wrong")
    return int(bool(wrong))


def _put(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
