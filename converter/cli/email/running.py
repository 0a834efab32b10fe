"""What `briefing email` does: all messages are made and checked before the first is written or sent."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from converter.cli.email.call import Call, mailing_of
from converter.cli.email.showing import put_finding, put_log, put_plan, put_row, tell_totals
from converter.cli.failures import error_data
from converter.cli.notices import tell_notices
from converter.cli.stopwatch import Stopwatch
from converter.cli.terminal import put, tell
from converter.configuration import Settings
from converter.errors import ConverterError, UsageError
from converter.files import publish, slug
from converter.mailer.accounts import accounts_file, load_account
from converter.mailer.checking import check_message
from converter.mailer.ledger import Delivery, Ledger, ledger_file
from converter.mailer.mailing import Letter, Mailing
from converter.mailer.message import draft, unsent
from converter.mailer.sending import Sending, Step
from converter.paths import STDOUT, is_folder
from converter.pipeline.strictness import refuse_notices

if TYPE_CHECKING:
    from converter.mailer.accounts import Account

REFUSED, PUT_OFF = 7, 75
"""Exit codes when some were refused or are unknown, and when some are to be tried again."""


def _now() -> datetime:
    return datetime.now().astimezone()


def run(call: Call, settings_of_call: Callable[[], Settings]) -> int:
    """Do what `call` asks for and return the exit code.

    Raises:
        ConverterError: what is wrong with the call, an account, a server; with `--json`, an object on stdout
            says it.
    """
    try:
        return _run(call, settings_of_call)
    except ConverterError as error:
        if call.as_json:
            put_row({"error": error_data(error)})
        raise


def _run(call: Call, settings_of_call: Callable[[], Settings]) -> int:
    if call.check:
        return _check(load_account(call.account), call)
    if call.log:
        return _log(call)
    act = call.act
    account = load_account(call.account) if act != "eml" or call.account or accounts_file().exists() else None
    settings = settings_of_call()
    stopwatch = Stopwatch()
    mailing = mailing_of(call, settings, account, stopwatch.step)
    _look_over(mailing, call)
    if call.verbose:
        tell(str(stopwatch))
    if call.dry_run:
        return _show_plan(mailing, call)
    if act == "eml" or account is None:
        return _write(mailing, call)
    return _save_drafts(mailing, account, call) if act == "draft" else _send(mailing, account, call)


def _look_over(mailing: Mailing, call: Call) -> None:
    """Make every message once, and tell what was met: nothing is sent before all of them can be.

    Raises:
        ConverterError: what is wrong with one of them.
    """
    told: set[object] = set()
    for letter in mailing:
        check_message(unsent(letter.message), letter.message)
        notices = [one for one in letter.rendering.notices if (letter.location, one) not in told]
        told.update((letter.location, one) for one in notices)
        if not call.quiet:
            tell_notices(notices, letter.location)
        if mailing.settings.strict:
            refuse_notices(letter.rendering.notices, letter.location)


def _check(account: "Account", call: Call) -> int:
    from converter.mailer.examine import examine

    for label, finding in examine(account):
        put_finding(label, finding, as_json=call.as_json)
    return 0


def _log(call: Call) -> int:
    file = _ledger_path(call)
    if file.exists():
        with closing(Ledger(file)) as ledger:
            put_log(ledger.deliveries(), as_json=call.as_json)
    return 0


def _show_plan(mailing: Mailing, call: Call) -> int:
    deliveries: dict[tuple[str, str], Delivery] = {}
    file = _ledger_path(call)
    if call.send and file.exists():
        with closing(Ledger(file)) as ledger:
            deliveries = {(one.message, one.recipient): one for one in ledger.deliveries()}
    put_plan(mailing, deliveries, as_json=call.as_json)
    return 0


# ------------------------------------------------------------------------------------------------ files


def _write(mailing: Mailing, call: Call) -> int:
    """Write each message into a file, as whole and as carefully as a report."""
    folder = Path(call.eml if call.eml is not None else _folder(mailing.settings))
    names: dict[str, int] = {}
    for letter in mailing:
        name = _file_name(letter, is_personal=not _is_shared(mailing))
        number = names[name] = names.get(name, 0) + 1
        path = folder / (f"{name}.eml" if number == 1 else f"{name}-{number}.eml")
        data = unsent(letter.message)
        outcome = publish({path: data}, overwrite=mailing.settings.force)[path]
        if call.verbose:
            tell(f"{path}: {outcome}, {len(data):,} bytes")
        if call.as_json:
            put_row({"path": str(path), "to": list(letter.message.recipients), "bytes": len(data)})
        else:
            put(str(path))
    return 0


def _folder(settings: Settings) -> str:
    """Return the folder of reports; where settings name a file, the default."""
    output = settings.output
    return output if is_folder(output) and output != STDOUT else Settings().output


def _file_name(letter: Letter, *, is_personal: bool) -> str:
    whom = f"-{slug(letter.message.to[0].address)}" if is_personal else ""
    return f"{letter.rendering.name}{whom}"


def _is_shared(mailing: Mailing) -> bool:
    return not isinstance(mailing.whom, tuple)


# ----------------------------------------------------------------------------------------------- drafts


def _save_drafts(mailing: Mailing, account: "Account", call: Call) -> int:
    from converter.mailer.imap import Drafts

    with Drafts(account) as drafts:
        for letter in mailing:
            message = letter.message
            data = draft(message, _now())
            check_message(data, message)
            state = "drafted" if drafts.save(data, message.message_id) else "there already"
            for address in message.recipients or ("",):
                put_row({"state": state, "to": address}, as_json=call.as_json)
    return 0


# ---------------------------------------------------------------------------------------------- sending


def _send(mailing: Mailing, account: "Account", call: Call) -> int:
    """Send what is due, tell what came of each delivery, and return the exit code."""
    from converter.mailer.smtp import Outgoing

    _confirm(mailing, call)
    rate = call.rate or account.rate
    with closing(Ledger(_ledger_path(call))) as ledger, Outgoing(account) as outgoing:
        sending = Sending(
            ledger,
            outgoing,
            _now,
            sleep,
            pause_s=60 / rate if rate else 0,
            resend_unknown=call.resend_unknown,
            retry_refused=call.retry_refused,
        )
        for letter in mailing:
            sending.plan(letter.message)
        steps: list[Step] = []
        with _told_at_the_end(steps, len(mailing.addresses) * len(mailing.locations), call):
            for letter in mailing:
                for step in sending.send(letter.message):
                    steps.append(step)
                    put_row(_row(step.delivery, is_new=step.is_new), as_json=call.as_json)
    found = {step.delivery.state for step in steps}
    return REFUSED if found & {"refused", "unknown"} else PUT_OFF if "deferred" in found else 0


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


def _row(delivery: Delivery, *, is_new: bool) -> dict[str, object]:
    return {
        "state": delivery.state,
        "to": delivery.recipient,
        "when": delivery.changed.isoformat(timespec="seconds"),
        "reply": delivery.reply,
        "new": is_new,
    }


def _ledger_path(call: Call) -> Path:
    return Path(call.ledger) if call.ledger else ledger_file()
