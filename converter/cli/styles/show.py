"""`briefing styles show`: what it takes; `showing` does it."""

from typing import Any

import click

from converter.cli.command import Command
from converter.cli.options import (
    RUN,
    complete_names,
    load_settings,
    option,
    set_option,
)


@click.command(
    "show",
    cls=Command,
    help="Show a style with all that it extends and all that options set, as one file that can be saved here"
    " and used as a style. STYLE is a name or a file; default: the style of your settings. Values stand as"
    " they were written; defaults of the schema are written out, and null deletes. What a role under styles"
    " leaves open follows from its group under typography, what a group leaves open from base (its family"
    " from the group before it), and em from the size of the type.",
    examples=(
        ("styles show government", "the whole style, as YAML"),
        ("styles show house.yaml --origin", "each value with the file and line that set it"),
        ("styles show --set typography.base.size=11pt", "the style of this project with one value changed"),
    ),
)
@click.argument("style", required=False, metavar="[STYLE]", shell_complete=complete_names("style"))
@set_option
@option("--origin", is_flag=True, group=RUN, help="Say behind each value which file and line set it.")
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object, origins included.")
def command(*, origin: bool, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's
    """Show a style."""
    from converter.cli.styles.showing import show

    show(load_settings(options), origin=origin, as_json=as_json)
