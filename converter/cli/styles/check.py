"""`briefing styles check`: what it takes; `checking` does it."""

import click

from converter.cli.command import Command
from converter.cli.options import RUN, complete_names, option


@click.command(
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
def command(styles: tuple[str, ...], word: str | None, *, as_json: bool) -> int:
    """Check each style and return the exit code of the first that has faults."""
    from converter.cli.styles.checking import check_all

    return check_all(styles or ("default",), word or "", as_json=as_json)
