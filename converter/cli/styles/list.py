"""`briefing styles list`: what can be had by name, what it is for and where it lives."""

from typing import TYPE_CHECKING

import click

from converter.cli.command import Choice, Command
from converter.cli.options import KINDS, RUN, option
from converter.cli.terminal import accented, homely, printable, put, put_json
from converter.suggestions import and_more

if TYPE_CHECKING:
    from converter.stylesheets.listing import Listed

SHIPS = "ships with briefing"

_WIDEST = 60
"""Columns that descriptions are padded to at most; a fault may be longer."""


@click.command(
    "list",
    cls=Command,
    help="List the styles, outlines, languages or schemes that can be had by name: yours, and those that"
    " ship. A line each says name, what it is for and where it lives; of a faulty file, what is wrong"
    " with it.",
    examples=(
        ("styles list", "every style"),
        ("styles list outlines", "every outline"),
        ("styles list languages --json", "every language, as data"),
    ),
)
@click.argument("what", default="styles", type=Choice(tuple(f"{kind}s" for kind in KINDS)))
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each.")
def command(what: str, *, as_json: bool) -> None:
    """Print a line for each file of a kind."""
    from converter.stylesheets.listing import available

    (kind,) = (kind for kind in KINDS if f"{kind}s" == what)
    files = available(kind)
    if as_json:
        _put_data(files)
        return
    names = max(len(file.name) for file in files)
    texts = min(max(len(_text(file)) for file in files), _WIDEST)
    for file in files:
        name, text = accented(file.name.ljust(names), "bold"), _text(file).ljust(texts)
        put(f"{name}  {text}  {accented(_place(file), 'dim')}")


def _text(file: "Listed") -> str:
    if not file.error:
        return printable(file.description)
    # the file's own path stands at the end of the line
    fault = file.description.removeprefix(f"{file.path}:")
    at = "faulty at" if fault != file.description else "faulty:"
    return printable(f"{at} {homely(fault)}") + and_more(len(file.error.lines) - 1)


def _place(file: "Listed") -> str:
    if file.ships:
        return SHIPS
    return printable(homely(file.path)) + (" (hides the one that ships)" if file.hides else "")


def _put_data(files: "tuple[Listed, ...]") -> None:

    from converter.cli.failures import error_data

    for file in files:
        data = {
            "name": file.name,
            "description": "" if file.error else file.description,
            "path": str(file.path),
            "ships": file.ships,
            "hides": str(file.hides) if file.hides else None,
            "error": error_data(file.error) if file.error else None,
        }
        put_json(data)
