"""`briefing convert`: what it takes; `conversion` does it."""

from typing import Any

import click

from converter.cli.command import Choice, Command
from converter.cli.options import (
    CONTENT,
    LOOK,
    OUTPUT,
    RUN,
    choosing_options,
    complete_names,
    field_option,
    force_option,
    load_settings,
    marking_option,
    option,
    paper_option,
    reading_options,
    report_lang_option,
    running_options,
    set_option,
    title_option,
)


@click.command(
    "convert",
    cls=Command,
    help="Turn articles into styled briefings. SOURCE is a file (text, Markdown, HTML, Word, PDF or an edited"
    " briefing file), an address of the web, or - for standard input. The path of each report is printed on a"
    " line of its own.",
    examples=(
        ("convert article.txt", "write output/<title>.docx and output/<title>.pdf"),
        ("convert https://example.org/article -o report.pdf", "write a PDF alone, under this name"),
        ("convert *.docx *.pdf -o reports -t docx,html", "write two formats of each article into a folder"),
        ("convert article.txt --style government --set typography.base.size=11pt", "give it another look"),
        ("convert article.txt --template corp.dotx", "on the house's own letterhead, the PDF alike"),
        ("convert article.txt --report-lang fr --date 2026-11-23 --marking TLP:AMBER", "for other readers"),
        ("convert article.md --style house.yaml --watch", "again at each save, until you press Ctrl-C"),
        ("convert - -t md -o - < article.txt", "from standard input to standard output"),
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(readable=False))
@reading_options
@choosing_options
@title_option
@option("--author", metavar="TEXT", group=CONTENT, help="Author, instead of the article's.")
@option("--date", metavar="DATE", group=CONTENT, help="Date of the briefing, such as 2026-11-23, or today.")
@marking_option
@field_option
@option(
    "--cite",
    type=Choice(("notes", "inline", "none")),
    group=CONTENT,
    help="How readers see where a line comes from; default: notes.",
)
@option(
    "--embed",
    type=Choice(("used", "source", "none")),
    group=CONTENT,
    help="What travels inside: where lines come from, the article too (PDF, Word), nothing; default: used.",
)
@report_lang_option
@option(
    "-s",
    "--style",
    metavar="NAME|FILE",
    group=LOOK,
    help="One of 'briefing styles list', or a file; default: the look of --template, else default.",
    shell_complete=complete_names("style"),
)
@option(
    "--template",
    metavar="FILE",
    type=click.Path(readable=False),
    group=LOOK,
    help="Word template (.docx, .dotx) that the Word report is poured into; without --style it gives the look"
    " of the PDF too.",
)
@set_option
@paper_option
@option(
    "-t",
    "--to",
    metavar="FORMAT,...",
    group=OUTPUT,
    help="Formats: docx, pdf, html, md, json; default: the output's suffix, else docx and pdf.",
)
@option(
    "-o",
    "--output",
    metavar="FILE|FOLDER",
    group=OUTPUT,
    help="A file, a folder, or - for standard output; default: output.",
)
@force_option
@option(
    "--watch",
    is_flag=True,
    group=RUN,
    help="Convert again whenever the article, the style or another file that is read changes, until Ctrl-C.",
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each article.")
@running_options
def command(
    sources: tuple[str, ...],
    *,
    watch: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **options: Any,  # noqa: ANN401 - click's
) -> int:
    """Convert `sources` and return the exit code."""
    from converter.cli.conversion import Manner, convert_all

    manner = Manner(as_json, quiet, verbose)
    if watch:
        from converter.cli.watch import watch_all

        watch_all(sources, lambda: load_settings(options), manner)
    return convert_all(sources, lambda: load_settings(options), manner)
