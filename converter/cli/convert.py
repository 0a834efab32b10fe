"""`briefing convert`: what it takes; `conversion` does it."""

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
    output_options,
    reading_options,
    running_options,
    source_option,
    trust_option,
)


@click.command(
    "convert",
    cls=Command,
    help="Turn articles into styled briefings. SOURCE is a file (text, Markdown, HTML, Word, PDF, an edited"
    " briefing file, or a report of this program that was edited in Word), an address of the web, or - for"
    " standard input. The path of each report is printed on a line of its own.",
    examples=(
        ("convert article.txt", "write output/<title>.docx and output/<title>.pdf"),
        ("convert https://example.org/article -o report.pdf", "write a PDF alone, under this name"),
        ("convert *.docx *.pdf -o reports -t docx,html", "write two formats of each article into a folder"),
        ("convert article.txt --style government --set typography.base.size=11pt", "give it another look"),
        ("convert article.txt --template corp.dotx", "on the house's own letterhead, the PDF alike"),
        ("convert article.txt --report-lang fr --date 2026-11-23 --marking TLP:AMBER", "for other readers"),
        ("convert output/report.docx -o final", "take over what was edited in Word, and say what it was"),
        ("convert article.md --style house.yaml --watch", "again at each save, until you press Ctrl-C"),
        ("convert - -t md -o - < article.txt", "from standard input to standard output"),
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(readable=False))
@reading_options
@source_option
@trust_option
@choosing_options
@content_options
@note_options
@look_options
@output_options
@option(
    "--watch",
    is_flag=True,
    group=RUN,
    help="Convert again whenever the article, the style or another file that is read changes, until Ctrl-C.",
)
@option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(0),
    group=RUN,
    help="Processes that work; 0: none but this one; default: for 16 articles or more, one for each core.",
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each article.")
@running_options
def command(
    sources: tuple[str, ...],
    *,
    watch: bool,
    jobs: int | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **options: Any,  # noqa: ANN401 - click's
) -> int:
    """Convert `sources` and return the exit code."""
    from converter.cli.conversion import Manner, convert_all

    manner = Manner(as_json, quiet, verbose, jobs)
    if watch:
        from converter.cli.watch import watch_all

        watch_all(sources, lambda: load_settings(options), manner)
    return convert_all(sources, lambda: load_settings(options), manner)
