"""`briefing batch`: what it takes; `running` does it."""

from typing import Any

import click

from converter.cli.command import Command
from converter.cli.options import (
    OUTPUT,
    RUN,
    choosing_options,
    content_options,
    force_option,
    load_settings,
    look_options,
    option,
    order_option,
    reading_options,
    running_options,
)

BATCH = "The batch"


@click.command(
    "batch",
    cls=Command,
    help="Turn many articles into briefings. SOURCE is a folder with all below it, a glob in quotation marks,"
    " a list (a path to a line, CSV, or JSONL), or - for a list on standard input; paths or addresses such as"
    " s3://bucket/articles. Every article has one record in a journal; a run that was ended, however it was,"
    " goes on with --resume.",
    examples=(
        ("batch articles -o reports", "every file below a folder"),
        ("batch 'articles/**/*.html' -o reports -t pdf -j 8", "those of a glob, on eight cores"),
        ("batch list.csv -o reports", "of a list, each with the title, style and outline that its row gives"),
        ("batch articles -o reports --resume", "what is not done yet"),
        ("batch articles -o reports --resume --retry-failed", "what failed, too"),
        ("batch news.jsonl --text-column body -o corpus/ -t json --shards 16", "a corpus as JSON lines"),
        (
            "batch articles -o reports --cluster tcp://head:8786",
            "on a Dask cluster (pip install with [cluster])",
        ),
        ("batch list.csv -o reports --group-by topic", "a digest for each topic"),
        ("batch s3://news/2026 -o s3://reports/2026", "from and to a store (pip install with [s3])"),
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE", type=click.Path(readable=False))
@option(
    "-o",
    "--output",
    metavar="FOLDER|ADDRESS",
    group=OUTPUT,
    help="Where the reports go; default: output.",
)
@option(
    "-t",
    "--to",
    metavar="FORMAT,...",
    group=OUTPUT,
    help="Formats: docx, pdf, html, md, json; default: docx and pdf.",
)
@option(
    "--name",
    metavar="PATTERN",
    group=OUTPUT,
    help="Names of the reports, of {relpath}, {stem}, {slug} (the title), {hash8} and {hash}; default:"
    " {relpath}.",
)
@option(
    "--shards",
    metavar="N",
    type=click.IntRange(1, 1000),
    group=OUTPUT,
    help="Write JSON lines into N files instead of a file for each report; with -t json.",
)
@force_option
@option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(0),
    group=BATCH,
    help="Processes that work; 0: none but this one; default: one for each core.",
)
@option(
    "--cluster",
    metavar="ADDRESS|FILE",
    default="",
    group=BATCH,
    help="Work on a Dask cluster instead: the scheduler's address, such as tcp://HOST:8786, or its scheduler"
    " file.",
)
@option(
    "--chunk",
    metavar="N",
    type=click.IntRange(1, 1000),
    default=25,
    group=BATCH,
    help="Articles that a process is given at once; default: 25.",
)
@option(
    "--text-column", metavar="NAME", default="", group=BATCH, help="Column that holds the article itself."
)
@option(
    "--group-by",
    metavar="NAME",
    default="",
    group=BATCH,
    help="Make one digest of all articles that have the same value in this column.",
)
@order_option
@option("--resume", is_flag=True, group=BATCH, help="Go on: pass over what is done and has not changed.")
@option("--retry-failed", is_flag=True, group=BATCH, help="With --resume: try again what failed.")
@option(
    "--journal",
    metavar="FILE",
    type=click.Path(readable=False),
    default="",
    group=BATCH,
    help="Where each article's record goes; default: journal.jsonl among the reports.",
)
@reading_options
@choosing_options
@content_options
@look_options
@option("--json", "as_json", is_flag=True, group=RUN, help="Print the summary as a JSON object.")
@option("--log-json", is_flag=True, group=RUN, help="Write progress and failures as JSON lines.")
@running_options
def command(**options: Any) -> int:  # noqa: ANN401 - click's
    """Convert, and return the exit code."""
    from converter.cli.batch.call import Call
    from converter.cli.batch.running import run

    call = Call(**{name: options.pop(name) for name in Call.__struct_fields__})
    return run(call, lambda: load_settings(options))
