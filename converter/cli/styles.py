"""`briefing styles`: which styles there are, and whether they hold what they promise."""

from typing import Any

import click

from converter.cli.command import Command, Group
from converter.cli.options import RUN, complete_names, option
from converter.cli.terminal import accented, printable, put


@click.group(
    "styles",
    cls=Group,
    help="See which styles there are, and check your own.",
    examples=(
        ("styles list", "every style, with what it is for"),
        ("styles check house.yaml", "every fault of a style file, with its place"),
        ("styles check --word corp.dotx", "what a Word template offers"),
    ),
)
def command() -> None:
    """Take no options of its own."""


@command.command(
    "list",
    cls=Command,
    help="List the styles that can be named with --style: yours, and those that ship.",
    examples=(
        ("styles list", "names and descriptions"),
        ("styles list --json", "with the paths of their files"),
    ),
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each style.")
def list_styles(**options: Any) -> None:  # noqa: ANN401 - click's
    """Print a line for each style."""
    import json

    from converter.stylesheets import available_styles

    styles = available_styles()
    width = max(len(style.name) for style in styles)
    for style in styles:
        if options["as_json"]:
            data = {"name": style.name, "description": style.description, "path": str(style.path)}
            put(json.dumps(data, ensure_ascii=False))
        else:
            put(f"{accented(style.name.ljust(width), 'bold')}  {printable(style.description)}")


@command.command(
    "check",
    cls=Command,
    help="Check styles, and the Word templates that reports are poured into. STYLE is a name or a file;"
    " default: default.",
    examples=(
        ("styles check house.yaml", "every fault, with its place"),
        (
            "styles check --word corp.dotx",
            "places and styles of a Word template, and what is unsafe in it",
        ),
        ("styles check house.yaml --word corp.dotx", "the same, with the word.map of a style"),
    ),
)
@click.argument("styles", nargs=-1, metavar="[STYLE]...", shell_complete=complete_names("styles"))
@option(
    "--word",
    metavar="TEMPLATE",
    group=RUN,
    help="A Word template (.docx, .dotx) instead of the one that the style names.",
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each style.")
def check_styles(styles: tuple[str, ...], word: str | None, *, as_json: bool) -> int:
    """Check each style and return the exit code of the first that has faults."""
    from converter.cli.style_check import check_all

    return check_all(styles or ("default",), word or "", as_json=as_json)
