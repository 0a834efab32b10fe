"""What `briefing batch` does: opens what is needed, follows the results, and ends in order."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from converter.batch import driver
from converter.batch.journal import NAME, Journal
from converter.batch.locking import held
from converter.batch.plan import Kits, Plan
from converter.batch.shards import check_count
from converter.batch.sources import items
from converter.batch.targets import target_of
from converter.cli.batch.call import Call, engine_of, journal_of, plan_of, source_of, written
from converter.cli.batch.interruption import Interruption
from converter.cli.batch.showing import follower, put_summary, tell_summary
from converter.cli.batch.tally import Tally
from converter.cli.failures import SOME_FAILED, error_data
from converter.cli.notices import tell_notices
from converter.cli.terminal import put_json
from converter.configuration import Settings
from converter.errors import ConverterError
from converter.readers.raw import is_address


def run(call: Call, settings_of_call: Callable[[], Settings]) -> int:
    """Do what `call` asks for and return the exit code.

    Raises:
        ConverterError: what is wrong with the call, the source, the target or the journal; with `--json`, an
            object on stdout says it.
    """
    try:
        return _run(call, plan_of(call, settings_of_call()))
    except ConverterError as error:
        if call.as_json:
            put_json({"error": error_data(error)})
        raise


def _run(call: Call, plan: Plan) -> int:
    kit = Kits(plan).plain
    if not call.quiet:
        tell_notices(kit.notices, "")
    target = target_of(plan.target, overwrite=plan.settings.force)
    path = journal_of(call, plan)
    skipped = written(plan, path)
    articles = items(source_of(call), text_column=call.text_column, group_by=call.group_by, skipped=skipped)
    engine_there = engine_of(call, plan)
    with ExitStack() as stack:
        stack.enter_context(held(_locked(plan, path)))
        target.check()
        if plan.shards:
            check_count(target, plan.shards)
        journal = stack.enter_context(Journal(path, resume=call.resume, anew=plan.settings.force))
        target.sweep()
        stack.callback(target.sweep)
        engine = stack.enter_context(engine_there)
        tally = Tally()
        interruption = stack.enter_context(Interruption())
        follow = stack.enter_context(follower(call, tally, skipped))
        running = driver.run(plan, articles, engine, journal, interruption.is_asked)
        for results in stack.enter_context(closing(running)):
            tally.add(results)
            follow(results)
        if not interruption.exit_code:
            lost = driver.finish(plan, target, journal)
            tally.add(lost)
            follow(lost)
    if call.as_json:
        put_summary(tally, path)
    if call.log_json or not call.quiet:
        tell_summary(tally, path, as_json=call.log_json, is_over=not interruption.exit_code)
    return interruption.exit_code or (SOME_FAILED if tally.failed or tally.incomplete else 0)


def _locked(plan: Plan, journal: Path) -> list[Path]:
    """Return the files whose locks a run holds: its journal's, and that of the folder for reports."""
    return [journal] if is_address(plan.target) else [journal, Path(plan.target, NAME)]
