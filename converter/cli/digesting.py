"""What `briefing digest` does: read all articles, join those that can be read, and write one report."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from converter import pipeline
from converter.cli.conversion import Ledger, Manner, Publishing, checked_destination
from converter.cli.failures import SOME_FAILED, error_data, tell_error
from converter.cli.notices import tell_notices
from converter.cli.terminal import put_json, tell
from converter.configuration import Settings
from converter.digester import Order
from converter.errors import ConverterError, InputError, UsageError
from converter.pipeline.kit import Kit
from converter.pipeline.rendering import Drafted, drafted, rendered
from converter.pipeline.stopwatch import Stopwatch


def digest_all(
    sources: Sequence[str], settings_of_call: Callable[[], Settings], order: Order, manner: Manner
) -> int:
    """Make one report of `sources` and return the exit code.

    Args:
        sources: paths, addresses, or `-` once.
        settings_of_call: asked once.
        order: of the articles.
        manner: of telling.

    Raises:
        ConverterError: what is wrong with the call as a whole, or `digest-empty` when no article could be
            read; with `--json`, an object on stdout says it.
    """
    try:
        settings = settings_of_call()
        target = checked_destination(settings, [pipeline.DIGEST], manner)
        kit = Kit(replace(settings, formats=target.formats))
        if not manner.quiet:
            tell_notices(kit.notices, "")
        articles = [_read(source, kit, manner) for source in sources]
        _check_any(articles)
        publishing = Publishing(sources, kit, target, manner, Ledger())
        code = publishing.finished(rendered(_joined(articles, kit, order), kit))
    except ConverterError as error:
        if manner.as_json:
            put_json({"error": error_data(error)})
        raise
    return code or (SOME_FAILED if any(one.error for one in articles) else 0)


def _read(source: str, kit: Kit, manner: Manner) -> Drafted:
    """Read an article, and tell why where it cannot be.

    Raises:
        UsageError: what is wrong for every article alike.
    """
    one = drafted(source, kit)
    if isinstance(one.error, UsageError):
        raise one.error
    if one.error and manner.as_json:
        put_json({"input": source, "error": error_data(one.error)})
    if one.error:
        tell_error(one.error, verbose=manner.verbose)
    if manner.verbose:
        tell(f"{source}: {one.stopwatch}")
    return one


def _check_any(articles: Sequence[Drafted]) -> None:
    """Check that there is an article at all.

    Raises:
        InputError: `digest-empty`.
    """
    if not any(one.draft for one in articles):
        what = f"none of its articles could be read: {len(articles)}"
        raise InputError("digest-empty", what, where="digest", remedy="see what is said of each above")


def _joined(articles: Sequence[Drafted], kit: Kit, order: Order) -> Drafted:
    drafts = [one.draft for one in articles if one.draft]
    unread = [one.location for one in articles if not one.draft]
    stopwatch = Stopwatch()
    with stopwatch.step("join"):
        draft = pipeline.join(drafts, kit, order, unread)
    return Drafted(pipeline.DIGEST, draft, stopwatch=stopwatch)
