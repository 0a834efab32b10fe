"""`briefing styles list`: which there are."""

from typing import Any

import click

from converter.cli.command import Command
from converter.cli.options import RUN, option
from converter.cli.terminal import accented, printable, put


@click.command(
    "list",
    cls=Command,
    help="List the styles that can be named with --style: yours, and those that ship.",
    examples=(
        ("styles list", "names and descriptions"),
        ("styles list --json", "with the paths of their files"),
    ),
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each style.")
def command(**options: Any) -> None:  # noqa: ANN401 - click's
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
