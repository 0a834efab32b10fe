"""`briefing outline`: what it takes; `outlining` does it."""

from typing import Any

import click

from converter.cli.command import Command
from converter.cli.options import (
    OUTPUT,
    choosing_options,
    load_settings,
    option,
    reading_options,
    running_options,
    source_option,
    trust_option,
)
from converter.paths import STDOUT

SHOW = "How it is shown"


@click.command(
    "outline",
    cls=Command,
    help="Show which sentences of an article go where, without making a report. SOURCE is a file (text,"
    " Markdown, HTML, Word, PDF, an edited briefing file or report of this program), an address of the web,"
    " or - for standard input.",
    examples=(
        ("outline article.txt", "see the sections, each line with its paragraph"),
        ("outline article.txt --explain", "see of every sentence what it does, and why it was taken or left"),
        ("outline article.txt -o draft.yaml", "write a briefing file: edit it, then convert it"),
        ("outline article.txt --json", "the same as data"),
    ),
)
@click.argument("location", metavar="SOURCE", type=click.Path(readable=False))
@option(
    "--yaml", "view", flag_value="yaml", group=SHOW, help="As a briefing file, to be edited and converted."
)
@option("--json", "view", flag_value="json", group=SHOW, help="As data for programs.")
@option("--explain", "view", flag_value="explain", group=SHOW, help="With the reasons, sentence by sentence.")
@reading_options
@source_option
@trust_option
@choosing_options
@option(
    "-o",
    "--output",
    metavar="FILE",
    group=OUTPUT,
    help="Write to a file instead of standard output; .yaml and .json say how it is shown.",
)
@option(
    "--force", is_flag=True, default=None, group=OUTPUT, help="Replace a different file of the same name."
)
@running_options
def command(
    location: str,
    *,
    view: str | None,
    output: str | None,
    quiet: bool,
    verbose: bool,
    **options: Any,  # noqa: ANN401 - click's
) -> None:
    """Show the outline of what is at `location`."""
    from converter.cli.outlining import Showing, show_outline

    show_outline(location, load_settings(options), Showing(view or "", output or STDOUT, quiet, verbose))
