"""`briefing styles check`: what it takes; `checking` does it."""

from typing import TYPE_CHECKING

import click

from converter.cli.command import Command
from converter.cli.options import KINDS, RUN, complete_names, kind_option, load_settings, option

if TYPE_CHECKING:
    from converter.stylesheets.folders import Kind


@click.command(
    "check",
    cls=Command,
    help="Check styles, outlines, languages and schemes, and the Word templates that reports are poured"
    " into: every fault of every file, with its place. FILE is a file or a name; default: the style of"
    " your settings. A file in a folder called outlines, languages or schemes is one; elsewhere its"
    " keys tell what it is. A name is that of a style, unless only another kind has it.",
    examples=(
        ("styles check house.yaml", "every fault, with its place"),
        ("styles check looks/house.yaml looks/outlines/mine.yaml", "a style and an outline"),
        ("styles check sbar de", "an outline and a language"),
        (
            "styles check --word corp.dotx",
            "places and styles of a Word template, and what is unsafe in it",
        ),
        ("styles check house.yaml --word corp.dotx", "the same, with the word.map of a style"),
    ),
)
@click.argument(
    "files",
    nargs=-1,
    metavar="[FILE]...",
    shell_complete=complete_names(*KINDS),
)
@kind_option(group=RUN, help="What the files are, where that is not to be told by folders and keys.")
@option(
    "--word",
    metavar="TEMPLATE",
    group=RUN,
    help="A Word template (.docx, .dotx) instead of the one that the style names.",
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each file.")
def command(files: tuple[str, ...], kind: "Kind | None", word: str | None, *, as_json: bool) -> int:
    """Check each file and return the exit code of the first that has faults."""
    from converter.cli.styles.checking import check_all
    from converter.stylesheets.styles import BASE

    names = files or (load_settings({}).style or BASE,)
    return check_all(names, kind, word or "", as_json=as_json)
