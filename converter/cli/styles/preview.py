"""`briefing styles preview`: what it takes, and what it does."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter.cli.command import Command
from converter.cli.options import (
    CONTENT,
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
    report_lang_option,
    set_option,
    title_option,
)
from converter.cli.terminal import put, put_bytes, tell
from converter.errors import UsageError
from converter.paths import STDOUT, is_folder

if TYPE_CHECKING:
    from converter.configuration import Settings


@click.command(
    "preview",
    cls=Command,
    help="Show the pages of a style in one picture, or with --serve in the browser as you save. STYLE is a"
    " name or a file; default: the project's, else default. The picture is a PNG file.",
    examples=(
        ("styles preview house.yaml", "write output/house.png"),
        ("styles preview house.yaml --article article.docx -o sheet.png", "with an article of your own"),
        ("styles preview house.yaml --serve", "PDF, HTML and Word side by side, anew at each save"),
    ),
)
@click.argument("style", required=False, metavar="[STYLE]", shell_complete=complete_names("style"))
@option(
    "--article",
    metavar="FILE",
    type=click.Path(readable=False),
    group=CONTENT,
    help="What is shown; default: an article that comes along, whole, with one of everything.",
)
@choosing_options
@title_option
@marking_option
@field_option
@report_lang_option
@set_option
@paper_option
@option(
    "-o",
    "--output",
    metavar="FILE|FOLDER",
    group=OUTPUT,
    help="A PNG file, a folder, or - for standard output; default: output.",
)
@force_option
@option("--serve", is_flag=True, group=RUN, help="Show a page in the browser until you press Ctrl-C.")
@option(
    "--port",
    metavar="N",
    type=click.IntRange(1, 65_535),
    group=RUN,
    help="Port of that page on this machine; default: one that is free.",
)
@option("--no-browser", is_flag=True, group=RUN, help="Print the address of that page, and open nothing.")
@option("-q", "--quiet", is_flag=True, group=RUN, help="Show no notices.")
def command(
    *,
    article: str | None,
    serve: bool,
    port: int | None,
    no_browser: bool,
    quiet: bool,
    **options: Any,  # noqa: ANN401 - click's
) -> None:
    """Write the contact sheet, or serve the page."""
    if article is None:
        # the article that comes along has one of everything, and all of it is to be seen
        options["length"] = options["length"] or "full"
    if serve:
        _refuse(options, "output", "force", unless="--serve, which writes no file")
        _serve(article, options, port or 0, opens_browser=not no_browser and sys.stdout.isatty())
        return
    _refuse({"port": port, "no_browser": no_browser}, "port", "no_browser", unless="a picture; add --serve")
    _write_sheet(article, load_settings(options), options["output"], quiet=quiet)


def _refuse(options: dict[str, Any], *names: str, unless: str) -> None:
    """Raise `usage` where one of `names` is given with what it does not concern."""
    for name in names:
        if options[name]:
            raise UsageError("usage", f"does not go with {unless}", where=f"--{name.replace('_', '-')}")


def _write_sheet(article: str | None, settings: "Settings", output: str | None, *, quiet: bool) -> None:
    from converter.cli.notices import tell_notices
    from converter.files import publish
    from converter.pipeline.destinations import check_apart
    from converter.previewer.drawing import MOST_PAGES, contact_sheet
    from converter.previewer.rendering import SAMPLE, rendering

    if output == STDOUT and sys.stdout.isatty():
        what = "is a terminal, which cannot show a picture"
        raise UsageError("stdout-unfit", what, where="stdout", remedy="name a file with -o, or add > FILE")
    made = rendering(article or SAMPLE, settings, ["pdf"])
    file = _sheet_file(output, settings.output, made.style.name)
    sheet = contact_sheet(made.files["pdf"], made.style.name, made.style.description)
    if not quiet:
        tell_notices(made.notices, article or "the sample article")
        if made.pages > MOST_PAGES:
            tell(f"notice: the picture shows {MOST_PAGES} of {made.pages} pages")
    if file is None:
        put_bytes(sheet)
        return
    check_apart([article] if article else [], [file])
    for path in publish({file: sheet}, overwrite=settings.force):
        put(str(path))


def _sheet_file(given: str | None, usual: str, style: str) -> Path | None:
    """Return where the picture goes; `None`: to standard output.

    Args:
        given: the option `--output`.
        usual: the setting, which may name a report.
        style: name of the style.

    Raises:
        UsageError: `output-formats`.
    """
    from converter.files import slug

    if given == STDOUT:
        return None
    name = f"{slug(style)}.png"
    if given is None:
        folder = Path() if usual == STDOUT else Path(usual)
        return (folder if is_folder(usual) else folder.parent) / name
    if is_folder(given):
        return Path(given) / name
    if Path(given).suffix.lower() != ".png":
        raise UsageError(
            "output-formats",
            "a picture of pages is a PNG file",
            where=given,
            remedy=f"write -o {Path(given).with_suffix('.png')}",
        )
    return Path(given)


def _serve(article: str | None, options: dict[str, Any], port: int, *, opens_browser: bool) -> None:
    """Serve the page until the process is interrupted or terminated, which `converter.cli.main` tells."""
    from converter.cli.failures import tell_error
    from converter.previewer.rendering import SAMPLE
    from converter.previewer.serving import serving
    from converter.readers.raw import is_file_location

    if article and not is_file_location(article):
        raise UsageError(
            "option-value",
            "--serve reads the article anew at each change",
            where="--article",
            remedy="save it as a file",
        )
    load_settings(options)
    with serving(
        article or SAMPLE,
        lambda: load_settings(options),
        lambda error: tell_error(error, verbose=False),
        port,
    ) as server:
        put(server.address)
        if opens_browser:
            import webbrowser

            webbrowser.open(server.address)
        server.serve_forever()
