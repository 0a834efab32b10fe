"""`briefing digest`: what it takes; `digesting` does it."""

from typing import Any

import click

from converter.cli.command import Command
from converter.cli.options import (
    RUN,
    choosing_options,
    content_options,
    load_settings,
    look_options,
    note_options,
    option,
    order_option,
    output_options,
    reading_options,
    running_options,
    trust_option,
)


@click.command(
    "digest",
    cls=Command,
    help="Turn several articles into one report: its contents, a joint Summary in which each line names its"
    " source, then the briefing of each article. SOURCE is as for convert. An article that cannot be read is"
    " told, named at the end of the report, and does not hold up the others; the exit status is then 1.",
    examples=(
        ("digest *.pdf -o digest.pdf", "one report of many articles"),
        ("digest a.docx b.html https://example.org/c -o today/", "today/digest.docx and today/digest.pdf"),
        ("digest *.html -o week.docx --title 'Harbours this week' --order date", "the newest first"),
        ("digest *.txt -o digest.pdf --length brief --report-lang fr", "half a page each, for others"),
        ("digest *.pdf -o today/ --note 'Ask Lund about the tolls.' --by 'A. Example'", "with a comment"),
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(readable=False))
@order_option
@reading_options
@trust_option
@choosing_options
@content_options
@note_options
@look_options
@output_options
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for the digest.")
@running_options
def command(
    sources: tuple[str, ...],
    *,
    order: Any,  # noqa: ANN401 - one of `Order`, as click has checked
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **options: Any,  # noqa: ANN401 - click's
) -> int:
    """Make one report of `sources` and return the exit code."""
    from converter.cli.conversion import Manner
    from converter.cli.digesting import digest_all

    return digest_all(sources, lambda: load_settings(options), order, Manner(as_json, quiet, verbose))
