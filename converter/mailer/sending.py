"""Messages → deliveries: each to each recipient once, whatever happens on the way.

The ledger is written before and after the one step that cannot be taken back. What a run before this one has
sent is skipped; what was put off is tried again when its time has come; what nobody can tell, and what was
refused, waits until a person says so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from converter.mailer.checking import check_message
from converter.mailer.headers import one_line
from converter.mailer.ledger import Delivery, Ledger
from converter.mailer.mailboxes import folded
from converter.mailer.message import Message, stamped

if TYPE_CHECKING:
    from converter.mailer.smtp import Outcome

_PATIENCE = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
"""How long after the first, second, third and each further attempt a delivery is tried again."""


class Carrier(Protocol):
    """What takes a message to a server (`converter.mailer.smtp.Outgoing`)."""

    def deliver(
        self, data: bytes, recipients: Sequence[str], about_to_send: Callable[[Sequence[str]], None]
    ) -> "Mapping[str, Outcome]":
        """Return what became of `data` for each recipient.

        `about_to_send` is called with those who were accepted, before the server may have the whole message.
        """


class Step(Struct, frozen=True):
    """What came of a delivery in this run.

    Attributes:
        delivery: as it stands in the ledger now.
        is_new: whether it was tried in this run.
    """

    delivery: Delivery
    is_new: bool


class Sending(Struct):
    """One run.

    Attributes:
        ledger: of all runs.
        carrier: to the server.
        now: the clock, with its zone.
        wait: waits so many seconds.
        pause_s: seconds from one message to the next, at least.
        resend_unknown: whether to try again what may have been delivered.
        retry_refused: whether to try again what a server refused.
    """

    ledger: Ledger
    carrier: Carrier
    now: Callable[[], datetime]
    wait: Callable[[float], object]
    pause_s: float = 0
    resend_unknown: bool = False
    retry_refused: bool = False
    _last: datetime | None = None

    def plan(self, messages: Iterable[Message]) -> None:
        """Note that `messages` are to be sent; what was noted before stays as it is."""
        now = self.now()
        self.ledger.plan(one for message in messages for one in _planned(message, now))

    def send(self, message: Message) -> Iterator[Step]:
        """Send `message` to those who are due, and yield what came of it for each of its recipients.

        Raises:
            DeliveryError: the server cannot be used at all; nothing was sent to those who were due.
            OutputError: `ledger-unwritable`.
            ConverterError: `check-message`.
        """
        due = [one.recipient for one in self._deliveries(message) if self.is_due(one)]
        if due:
            self._deliver(message, due)
        for delivery in self._deliveries(message):
            yield Step(delivery, delivery.recipient in due)

    def is_due(self, delivery: Delivery) -> bool:
        """Tell whether `delivery` would be tried now."""
        match delivery.state:
            case "planned":
                return True
            case "deferred":
                return self.now() >= next_attempt(delivery)
            case "unknown":
                return self.resend_unknown
            case "refused":
                return self.retry_refused
            case _:
                return False

    def _deliveries(self, message: Message) -> list[Delivery]:
        """Return what the ledger has of the message and its recipients; others may have got it before."""
        wanted = set(map(folded, message.recipients))
        return [one for one in self.ledger.deliveries_of(message.content) if folded(one.recipient) in wanted]

    def _deliver(self, message: Message, due: Sequence[str]) -> None:
        self._keep_pace()
        data = stamped(message, self.now())
        check_message(data, message)

        def about_to_send(accepted: Sequence[str]) -> None:
            self.ledger.note(message.content, accepted, "sending", self.now())

        outcomes = self.carrier.deliver(data, due, about_to_send)
        for outcome, group in groupby(due, outcomes.__getitem__):
            self.ledger.note(message.content, list(group), outcome.state, self.now(), outcome.reply)

    def _keep_pace(self) -> None:
        if self._last and self.pause_s:
            passed = (self.now() - self._last).total_seconds()
            if passed < self.pause_s:
                self.wait(self.pause_s - passed)
        self._last = self.now()


def _planned(message: Message, now: datetime) -> Iterator[Delivery]:
    hashes = "\n".join(f"{one.name} {sha256(one.data).hexdigest()}" for one in message.attachments)
    subject = one_line(message.subject)
    for recipient in message.recipients:
        yield Delivery(message.content, recipient, "planned", 0, now, "", subject, hashes)


def next_attempt(delivery: Delivery) -> datetime:
    """Return when a delivery that was put off is tried again."""
    return delivery.changed + _PATIENCE[min(max(delivery.attempts, 1), len(_PATIENCE)) - 1]
