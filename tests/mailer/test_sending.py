"""Each message goes to each recipient once, whatever happens on the way."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import DeliveryError, PostponedError
from converter.mailer.ledger import Ledger
from converter.mailer.mailboxes import Mailbox
from converter.mailer.message import Message
from converter.mailer.sending import Sending, Step, next_attempt
from converter.mailer.smtp import Outcome

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PEOPLE = tuple(Mailbox(f"{name}@example.org") for name in ("ada", "ben", "cyd"))


def message(to: Sequence[Mailbox] = PEOPLE) -> Message:
    return Message(Mailbox("press@example.org"), tuple(to), "Briefing", "Words\n", "<p>Words</p>\n")


class Server:
    """Delivers as it is told, and remembers what it has got."""

    def __init__(self, *answers: Mapping[str, str] | BaseException) -> None:
        """Take what it does with each message, one after the other; then all is sent."""
        self.answers = list(answers)
        self.got: Counter[str] = Counter()

    def deliver(
        self, data: bytes, recipients: Sequence[str], about_to_send: Callable[[Sequence[str]], None]
    ) -> Mapping[str, Outcome]:
        assert b"\r\n" in data
        answer = self.answers.pop(0) if self.answers else {}
        if isinstance(answer, BaseException):
            raise answer
        states = {one: answer.get(one.partition("@")[0], "sent") for one in recipients}
        accepted = [one for one, state in states.items() if state in {"sent", "unknown"}]
        if accepted:
            about_to_send(accepted)
        self.got.update(accepted)
        return {one: Outcome(state, f"said {state}") for one, state in states.items()}  # type: ignore[arg-type]


class Clock:
    """Stands still until somebody waits."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.time = NOON
        self.waited: list[float] = []

    def now(self) -> datetime:
        return self.time

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(Ledger(tmp_path / "ledger.sqlite")) as ledger:
        yield ledger


def run(sending: Sending, *messages: Message) -> list[Step]:
    sending.plan(messages)
    return [step for one in messages for step in sending.send(one)]


def shown(steps: Sequence[Step]) -> str:
    return " ".join(
        f"{step.delivery.recipient.partition('@')[0]}:{step.delivery.state}{'!' * step.is_new}"
        for step in steps
    )


def test_what_was_sent_is_not_sent_again(ledger: Ledger, clock: Clock) -> None:
    server = Server()
    assert (
        shown(run(Sending(ledger, server, clock.now, clock.wait), message()))
        == "ada:sent! ben:sent! cyd:sent!"
    )
    assert (
        shown(run(Sending(ledger, server, clock.now, clock.wait), message())) == "ada:sent ben:sent cyd:sent"
    )
    assert set(server.got.values()) == {1}


def test_who_is_added_later_gets_it_alone(ledger: Ledger, clock: Clock) -> None:
    server = Server()
    run(Sending(ledger, server, clock.now, clock.wait), message(PEOPLE[:2]))
    steps = run(Sending(ledger, server, clock.now, clock.wait), message())
    assert shown(steps) == "ada:sent ben:sent cyd:sent!"
    assert set(server.got.values()) == {1}


def test_who_is_written_with_other_capitals_is_nobody_else(ledger: Ledger, clock: Clock) -> None:
    server = Server()
    run(Sending(ledger, server, clock.now, clock.wait), message(PEOPLE[:1]))
    both = message([Mailbox("Ada@Example.org"), Mailbox("BEN@example.org"), Mailbox("ben@example.org")])
    steps = run(Sending(ledger, server, clock.now, clock.wait), both)
    assert shown(steps) == "ada:sent BEN:sent!"
    assert server.got == {"ada@example.org": 1, "BEN@example.org": 1}


def test_what_is_put_off_is_tried_when_its_time_has_come(ledger: Ledger, clock: Clock) -> None:
    server = Server({"ben": "deferred"}, {"ben": "deferred"})
    sending = Sending(ledger, server, clock.now, clock.wait)
    assert shown(run(sending, message())) == "ada:sent! ben:deferred! cyd:sent!"
    assert shown(run(sending, message())) == "ada:sent ben:deferred cyd:sent"
    clock.wait(60)
    steps = run(sending, message())
    assert shown(steps) == "ada:sent ben:deferred! cyd:sent"
    assert next_attempt(steps[1].delivery) == clock.time + timedelta(minutes=5)
    clock.wait(300)
    assert shown(run(sending, message())) == "ada:sent ben:sent! cyd:sent"


def test_patience_grows_to_an_hour(ledger: Ledger, clock: Clock) -> None:
    sending = Sending(ledger, Server(*[{"ada": "deferred"}] * 6), clock.now, clock.wait)
    minutes = []
    for _ in range(6):
        (step,) = run(sending, message(PEOPLE[:1]))
        minutes.append((next_attempt(step.delivery) - clock.time) / timedelta(minutes=1))
        clock.time = next_attempt(step.delivery)
    assert minutes == [1, 5, 15, 60, 60, 60]


def test_what_was_refused_waits_for_a_word(ledger: Ledger, clock: Clock) -> None:
    server = Server({"ada": "refused"})
    assert shown(run(Sending(ledger, server, clock.now, clock.wait), message(PEOPLE[:1]))) == "ada:refused!"
    clock.wait(10**6)
    assert shown(run(Sending(ledger, server, clock.now, clock.wait), message(PEOPLE[:1]))) == "ada:refused"
    again = Sending(ledger, server, clock.now, clock.wait, retry_refused=True)
    assert shown(run(again, message(PEOPLE[:1]))) == "ada:sent!"


def test_what_nobody_can_tell_waits_for_a_word(ledger: Ledger, clock: Clock) -> None:
    server = Server({"ada": "unknown"})
    assert shown(run(Sending(ledger, server, clock.now, clock.wait), message(PEOPLE[:1]))) == "ada:unknown!"
    clock.wait(10**6)
    assert shown(run(Sending(ledger, server, clock.now, clock.wait), message(PEOPLE[:1]))) == "ada:unknown"
    assert server.got["ada@example.org"] == 1
    again = Sending(ledger, server, clock.now, clock.wait, resend_unknown=True)
    assert shown(run(again, message(PEOPLE[:1]))) == "ada:sent!"


def test_a_server_that_cannot_be_used_leaves_everybody_planned(ledger: Ledger, clock: Clock) -> None:
    server = Server(PostponedError("server-unreachable", "nobody answers"))
    sending = Sending(ledger, server, clock.now, clock.wait)
    with pytest.raises(PostponedError):
        run(sending, message())
    assert {one.state for one in ledger.deliveries()} == {"planned"}
    assert shown(run(sending, message())) == "ada:sent! ben:sent! cyd:sent!"


def test_the_pace_is_kept_between_messages(ledger: Ledger, clock: Clock) -> None:
    messages = [message([one]) for one in PEOPLE]
    sending = Sending(ledger, Server(), clock.now, clock.wait, pause_s=2)
    run(sending, *messages)
    assert clock.waited == [2, 2]


# What may happen to a recipient or to a whole run, and what a run may be told.
answers = st.dictionaries(
    st.sampled_from(["ada", "ben", "cyd"]), st.sampled_from(["sent", "deferred", "refused", "unknown"])
)
faults = st.sampled_from([PostponedError("x", "x"), DeliveryError("x", "x"), KeyboardInterrupt()])
runs = st.lists(st.tuples(answers | faults, st.integers(0, 4000)), min_size=1, max_size=8)


@given(runs=runs)
def test_nobody_gets_it_twice_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory, runs: list[tuple[Mapping[str, str] | BaseException, int]]
) -> None:
    clock, server = Clock(), Server()
    path = tmp_path_factory.mktemp("any") / "ledger.sqlite"
    for answer, later in runs:
        server.answers = [answer]
        with closing(Ledger(path)) as ledger, suppress(DeliveryError, KeyboardInterrupt):
            run(Sending(ledger, server, clock.now, clock.wait), message())
        clock.wait(later)
    assert max(server.got.values(), default=0) <= 1
    with closing(Ledger(path)) as ledger:
        states = {one.recipient: one.state for one in ledger.deliveries()}
    assert {one for one, state in states.items() if state in {"sent", "unknown"}} == set(server.got)
