"""What `briefing email` shows: the plan, what came of each delivery, the log, what servers offer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from converter.cli.terminal import accented, printable, put, put_json, tell
from converter.composer.running import shorten
from converter.mailer.headers import one_line
from converter.mailer.ledger import STATES, Delivery, State
from converter.mailer.mailboxes import folded
from converter.mailer.mailing import Letter, Mailing
from converter.mailer.message import Attachment, unsent
from converter.mailer.sending import Step, next_attempt

if TYPE_CHECKING:
    from converter.mailer.recipients import Choice

_REMEDIES: Mapping[State, str] = {
    "refused": "mend what the server said and add --retry-refused",
    "unknown": "ask whether it arrived where that is unknown, or add --resend-unknown",
}

_MINUTE = "%Y-%m-%d %H:%M"
"""How a time is shown, for `format`."""

_SUBJECT = 60
"""Characters of a subject in a table."""

_LABEL = len("SMTP logins offered")
"""Characters of the longest label of what a server offers."""


def put_step(step: Step, *, as_json: bool) -> None:
    """Print what came of a delivery, in this run or, with its time, in one before."""
    one = step.delivery
    if as_json:
        put_json({**_what_came(one), "new": step.is_new})
        return
    before = "" if step.is_new else f"on {one.changed:{_MINUTE}}"
    said = ": ".join(filter(None, [before, one.reply]))
    put(printable(f"{one.state:<8}  {one.recipient}  {said}".rstrip()))


def put_draft(address: str, *, is_new: bool, as_json: bool) -> None:
    """Print that a message to `address` lies among the drafts, now or since a run before."""
    state = "drafted" if is_new else "there already"
    if as_json:
        put_json({"state": state, "to": address})
    else:
        put(printable(f"{state:<13}  {address}".rstrip()))


def _what_came(delivery: Delivery) -> dict[str, object]:
    return {
        "state": delivery.state,
        "to": delivery.recipient,
        "when": delivery.changed.isoformat(timespec="seconds"),
        "reply": delivery.reply,
    }


def tell_totals(steps: Sequence[Step], total: int) -> None:
    """Say how many came to which state, how many are still to go, and what to do about them."""
    states = [step.delivery for step in steps]
    count = Counter(one.state for one in states)
    before = Counter(step.delivery.state for step in steps if not step.is_new)
    left = total - len(steps)
    counts = [_counted(state, count[state], before[state]) for state in STATES if count[state]]
    counts += [f"{left} still to go"] if left else []
    remedies = [remedy for state, remedy in _REMEDIES.items() if count[state]]
    remedies += ["run the same command again for the rest"] if left else []
    if put_off := [next_attempt(one) for one in states if one.state == "deferred"]:
        remedies.append(f"run it again from {min(put_off):%H:%M:%S} on for those who were put off")
    tell("; ".join([", ".join(counts), *remedies]))


def _counted(state: State, count: int, before: int) -> str:
    return f"{count} {state}" + (f" ({before} before this run)" if before else "")


def put_finding(label: str, finding: str, *, as_json: bool) -> None:
    """Print what a server offers."""
    if as_json:
        put_json({"label": label, "finding": finding})
    else:
        put(f"{label:<{_LABEL}}  {printable(finding)}")


def put_log(deliveries: Iterable[Delivery], *, as_json: bool) -> None:
    """Print what the ledger remembers, the oldest first."""
    for one in deliveries:
        if as_json:
            put_json(
                {
                    **_what_came(one),
                    "attempts": one.attempts,
                    "subject": one.subject,
                    "content": one.message,
                    "attachments": one.attachments.splitlines(),
                }
            )
            continue
        subject = shorten(one.subject, _SUBJECT)
        reply = f"  ({one.reply})" if one.reply else ""
        put(printable(f"{one.state:<8}  {one.changed:{_MINUTE}}  {one.recipient}  {subject}{reply}"))


# --------------------------------------------------------------------------------------------- the plan


def put_plan(mailing: Mailing, deliveries: Mapping[tuple[str, str], Delivery], *, as_json: bool) -> None:
    """Print what would go to whom, and what travels inside the attachments.

    Args:
        mailing: what is planned.
        deliveries: those of the ledger, by content and `folded` recipient.
        as_json: an object for each message, instead of tables.
    """
    if as_json:
        for letter in mailing:
            put_json(_letter_data(letter, deliveries))
        return
    sets: dict[tuple[Choice, tuple[Attachment, ...]], tuple[int, Letter]] = {}
    rows: list[tuple[str, ...]] = []
    for letter in mailing:
        message = letter.message
        number, _ = sets.setdefault((letter.choice, message.attachments), (len(sets) + 1, letter))
        subject = shorten(one_line(message.subject), _SUBJECT)
        rows += [
            (_state(message.content, address, deliveries), address, subject, f"[{number}]")
            for address in message.recipients or ("(nobody yet)",)
        ]
    if mailing.sender:
        put(printable(f"from {mailing.sender.shown}"))
    _put_table(rows)
    for number, letter in sets.values():
        _put_set(number, letter)


def _put_set(number: int, letter: Letter) -> None:
    """Print what is the same for all who chose the same: what that was, and the files."""
    chosen = ", ".join(f"{key} {value}" for key, value in letter.choice)
    size = f"{len(unsent(letter.message)) / 1000:,.0f} KB"
    put("")
    put(accented(printable(f"[{number}] {size}" + (f": {chosen}" if chosen else "")), "bold"))
    for one in letter.message.attachments:
        put(f"    {one.name}, {len(one.data) / 1000:,.0f} KB")
        for line in letter.rendering.inside.get(one.name, ()):
            put(f"        {printable(line)}")


def _put_table(rows: Sequence[tuple[str, ...]]) -> None:
    shown = [tuple(printable(cell) for cell in row) for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        put("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _state(content: str, address: str, deliveries: Mapping[tuple[str, str], Delivery]) -> str:
    found = deliveries.get((content, folded(address)))
    if found is None or found.state == "planned":
        return "would go"
    return f"{found.state} {found.changed:{_MINUTE}}"


def _letter_data(letter: Letter, deliveries: Mapping[tuple[str, str], Delivery]) -> dict[str, object]:
    message = letter.message
    return {
        "input": letter.location,
        "from": message.sender.shown if message.sender else "",
        "to": [one.address for one in message.to],
        "cc": [one.address for one in message.cc],
        "bcc": [one.address for one in message.bcc],
        "states": {one: _state(message.content, one, deliveries) for one in message.recipients},
        "subject": one_line(message.subject),
        "bytes": len(unsent(message)),
        "attachments": [
            {
                "name": one.name,
                "media_type": one.media_type,
                "bytes": len(one.data),
                "sha256": sha256(one.data).hexdigest(),
                "inside": list(letter.rendering.inside.get(one.name, ())),
            }
            for one in message.attachments
        ],
    }
