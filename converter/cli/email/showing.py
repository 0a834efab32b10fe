"""What `briefing email` shows: the plan, what came of each delivery, the log, what servers offer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from converter.cli.terminal import accented, printable, put, put_json, tell
from converter.composer.running import shorten
from converter.mailer.headers import one_line
from converter.mailer.ledger import STATES, Delivery, State
from converter.mailer.mailing import Letter, Mailing
from converter.mailer.message import Attachment, unsent
from converter.mailer.sending import Step, next_attempt

_REMEDIES: Mapping[State, str] = {
    "refused": "mend what the server said and add --retry-refused",
    "unknown": "ask whether it arrived where that is unknown, or add --resend-unknown",
}

_SUBJECT = 60
"""Characters of a subject in a table."""


def put_row(row: Mapping[str, object], *, as_json: bool = True) -> None:
    """Print one result: an object, or its values in columns."""
    if as_json:
        put_json(row)
        return
    state, address, said = str(row["state"]), str(row["to"]), str(row.get("reply", ""))
    if not row.get("new", True):
        said = f"on {row['when']}: {said}" if said else f"on {row['when']}"
    put(printable(f"{state:<13}  {address}  {said}".rstrip()))


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
        put_row({"label": label, "finding": finding})
    else:
        put(f"{label:<14}  {printable(finding)}")


def put_log(deliveries: Iterable[Delivery], *, as_json: bool) -> None:
    """Print what the ledger remembers, the oldest first."""
    for one in deliveries:
        if as_json:
            put_row(
                {
                    "state": one.state,
                    "to": one.recipient,
                    "when": one.changed.isoformat(timespec="seconds"),
                    "attempts": one.attempts,
                    "subject": one.subject,
                    "reply": one.reply,
                    "content": one.message,
                    "attachments": one.attachments.splitlines(),
                }
            )
            continue
        subject = shorten(one.subject, _SUBJECT)
        reply = f"  ({one.reply})" if one.reply else ""
        put(printable(f"{one.state:<8}  {one.changed:%Y-%m-%d %H:%M}  {one.recipient}  {subject}{reply}"))


# --------------------------------------------------------------------------------------------- the plan


def put_plan(mailing: Mailing, deliveries: Mapping[tuple[str, str], Delivery], *, as_json: bool) -> None:
    """Print what would go to whom, and what travels inside the attachments.

    Args:
        mailing: what is planned.
        deliveries: those of the ledger, by content and recipient.
        as_json: an object for each message, instead of tables.
    """
    if as_json:
        for letter in mailing:
            put_row(_letter_data(letter, deliveries))
        return
    sets: dict[tuple[Attachment, ...], tuple[int, Letter]] = {}
    rows: list[tuple[str, ...]] = []
    for letter in mailing:
        message = letter.message
        number, _ = sets.setdefault(message.attachments, (len(sets) + 1, letter))
        subject = shorten(one_line(message.subject), _SUBJECT)
        rows += [
            (_state(message.content, address, deliveries), address, subject, f"[{number}]")
            for address in message.recipients or ("(nobody yet)",)
        ]
    _put_table(rows)
    for number, letter in sets.values():
        put("")
        put(accented(f"[{number}] {len(unsent(letter.message)) / 1000:,.0f} KB with", "bold"))
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
    found = deliveries.get((content, address))
    if found is None or found.state == "planned":
        return "would go"
    return f"{found.state} {found.changed:%Y-%m-%d %H:%M}"


def _letter_data(letter: Letter, deliveries: Mapping[tuple[str, str], Delivery]) -> dict[str, object]:
    message = letter.message
    return {
        "input": letter.location,
        "from": message.sender.written if message.sender else "",
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
