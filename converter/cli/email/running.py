"""What `briefing email` does: all messages are made and checked before the first is written or sent."""

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from converter.cli.email.acts import save_drafts, send, write
from converter.cli.email.call import Call, mailing_of
from converter.cli.email.showing import (
    put_finding,
    put_log,
    put_plan,
)
from converter.cli.failures import error_data
from converter.cli.notices import tell_notices
from converter.cli.terminal import put_json, tell
from converter.configuration import Settings
from converter.errors import ConverterError
from converter.mailer.accounts import accounts_file, load_account
from converter.mailer.checking import check_message
from converter.mailer.ledger import Delivery, Ledger
from converter.mailer.mailboxes import folded
from converter.mailer.mailing import Mailing
from converter.mailer.message import unsent
from converter.pipeline.stopwatch import Stopwatch
from converter.pipeline.strictness import refuse_notices

if TYPE_CHECKING:
    from converter.mailer.accounts import Account


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
            put_json({"error": error_data(error)})
        raise


def _run(call: Call, settings_of_call: Callable[[], Settings]) -> int:
    if call.check:
        return _check(load_account(call.account), call)
    if call.log:
        return _log(call)
    act = call.act
    account = _account(call)
    settings = settings_of_call()
    stopwatch = Stopwatch()
    mailing = mailing_of(call, settings, account, stopwatch.step)
    _look_over(mailing, call)
    if call.verbose:
        tell(str(stopwatch))
    if call.dry_run:
        return _show_plan(mailing, call)
    if act == "eml" or account is None:
        return write(mailing, call)
    return save_drafts(mailing, account, call) if act == "draft" else send(mailing, account, call)


def _account(call: Call) -> "Account | None":
    """Return who writes; of a message in a file nobody need be said."""
    match call.act:
        case "send":
            return load_account(call.account, "smtp")
        case "draft":
            return load_account(call.account, "imap")
        case "eml":
            return load_account(call.account) if call.account or accounts_file().exists() else None


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
    deliveries = _remembered(call)
    put_log(deliveries, as_json=call.as_json)
    if not deliveries and not call.quiet:
        tell(f"{call.ledger_path}: nothing was sent yet")
    return 0


def _show_plan(mailing: Mailing, call: Call) -> int:
    before = _remembered(call) if call.send else []
    deliveries = {(one.message, folded(one.recipient)): one for one in before}
    put_plan(mailing, deliveries, as_json=call.as_json)
    return 0


def _remembered(call: Call) -> list[Delivery]:
    """Return what the ledger has; none is made where there is none."""
    file = call.ledger_path
    if not file.exists():
        return []
    with closing(Ledger(file)) as ledger:
        return list(ledger.deliveries())
