"""`briefing styles`: which styles there are."""

from typing import Any

import click

from converter.cli.command import Command, Group
from converter.cli.options import RUN, option
from converter.cli.terminal import accented, printable, put


@click.group(
    "styles",
    cls=Group,
    help="See which styles there are.",
    examples=(("styles list", "every style, with what it is for"),),
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
