"""The three acts of `briefing email`: messages that were looked over become files, drafts or deliveries."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from converter.cli.email.call import Call
from converter.cli.email.showing import put_draft, put_step, tell_totals
from converter.cli.terminal import put, put_json, tell
from converter.configuration import Settings
from converter.errors import DeliveryError, PostponedError, UsageError
from converter.files import foresee, free_name, publish, slug
from converter.mailer.checking import check_message
from converter.mailer.ledger import Ledger
from converter.mailer.mailing import Addressees, Letter, Mailing
from converter.mailer.message import draft, unsent
from converter.mailer.sending import Sending, Step
from converter.paths import STDOUT, is_folder

if TYPE_CHECKING:
    from converter.mailer.accounts import Account


def _now() -> datetime:
    return datetime.now().astimezone()


# ------------------------------------------------------------------------------------------------ files


def write(mailing: Mailing, call: Call) -> int:
    """Write each message into a file, and return the exit code.

    Raises:
        OutputError: as `publish`; where a file may not be replaced, none is written.
    """
    overwrite = mailing.settings.force
    for path, letter in _files(mailing, call):
        foresee(path, unsent(letter.message), overwrite=overwrite)
    for path, letter in _files(mailing, call):
        data = unsent(letter.message)
        outcome = publish({path: data}, overwrite=overwrite)[path]
        if call.verbose:
            tell(f"{path}: {outcome}, {len(data):,} bytes")
        if call.as_json:
            put_json({"path": str(path), "to": list(letter.message.recipients), "bytes": len(data)})
        else:
            put(str(path))
    return 0


def _files(mailing: Mailing, call: Call) -> Iterator[tuple[Path, Letter]]:
    """Yield each message with the file that it goes into."""
    folder = Path(call.eml if call.eml is not None else _folder(mailing.settings))
    taken: set[str] = set()
    for letter in mailing:
        whom = "" if isinstance(mailing.whom, Addressees) else f"-{slug(letter.message.to[0].address)}"
        name = free_name(f"{letter.rendering.name}{whom}", ".eml", taken)
        taken.add(name)
        yield folder / name, letter


def _folder(settings: Settings) -> str:
    """Return the folder of reports; where settings name a file, the default."""
    output = settings.output
    return output if is_folder(output) and output != STDOUT else Settings().output


# ----------------------------------------------------------------------------------------------- drafts


def save_drafts(mailing: Mailing, account: "Account", call: Call) -> int:
    """Save each message among the drafts, tell whether it was there already, and return the exit code.

    Raises:
        DeliveryError: as `Drafts.save`; what was saved before it stays.
    """
    from converter.mailer.imap import Drafts

    count = 0
    with Drafts(account) as drafts:
        try:
            for letter in mailing:
                message = letter.message
                data = draft(message, _now())
                check_message(data, message)
                is_new = drafts.save(data, message.message_id)
                count += 1
                for address in message.recipients or ("",):
                    put_draft(address, is_new=is_new, as_json=call.as_json)
        except DeliveryError:
            if count and not call.quiet:
                left = len(mailing) - count
                tell(f"{count} among the drafts, {left} still to go; run the same command again for the rest")
            raise
    return 0


# ---------------------------------------------------------------------------------------------- sending


def send(mailing: Mailing, account: "Account", call: Call) -> int:
    """Send what is due, tell what came of each delivery, and return the exit code.

    Raises:
        UsageError: `send-unconfirmed`.
        OutputError, PostponedError: of the ledger.
        DeliveryError: the server cannot be used at all.
    """
    from converter.mailer.smtp import Outgoing

    _confirm(mailing, call)
    rate = call.rate or account.rate
    with closing(Ledger(call.ledger_path)) as ledger, Outgoing(account) as outgoing:
        sending = Sending(
            ledger,
            outgoing,
            _now,
            sleep,
            pause_s=60 / rate if rate else 0,
            resend_unknown=call.resend_unknown,
            retry_refused=call.retry_refused,
        )
        sending.plan(letter.message for letter in mailing)
        steps: list[Step] = []
        with _told_at_the_end(steps, len(mailing.addresses) * len(mailing.locations), call):
            for letter in mailing:
                for step in sending.send(letter.message):
                    steps.append(step)
                    put_step(step, as_json=call.as_json)
    found = {step.delivery.state for step in steps}
    if found & {"refused", "unknown"}:
        return DeliveryError.exit_code
    return PostponedError.exit_code if "deferred" in found else 0


def _confirm(mailing: Mailing, call: Call) -> None:
    """Ask before more than one person gets something.

    Raises:
        UsageError: `send-unconfirmed`: nobody is there to ask, or they said no.
    """
    count = len(mailing.addresses)
    if count < 2 or call.yes:  # noqa: PLR2004 - the second person
        return
    if not sys.stdin.isatty():
        raise UsageError(
            "send-unconfirmed",
            f"this goes to {count} people",
            where="--send",
            remedy="look at it with --dry-run, then add --yes",
        )
    if not click.confirm(f"Send to {count} people?", err=True):
        raise UsageError("send-unconfirmed", "nothing was sent", where="--send")


@contextmanager
def _told_at_the_end(steps: list[Step], total: int, call: Call) -> Iterator[None]:
    """Tell how far it came, however it ends."""
    try:
        yield
    finally:
        if not call.quiet:
            tell_totals(steps, total)
