"""`briefing styles`: the table of what can be done with styles, outlines and languages."""

import click

from converter.cli.command import ModuleGroup

COMMANDS = {
    "list": "converter.cli.styles.list",
    "preview": "converter.cli.styles.preview",
    "check": "converter.cli.styles.check",
    "from-word": "converter.cli.styles.from_word",
}
"""Every command and the module that holds it, as `command`, in the order of the help."""


@click.group(
    "styles",
    cls=ModuleGroup,
    modules=COMMANDS,
    help="See which styles there are, check your own, or make one from a Word template.",
    examples=(
        ("styles list", "every style, with what it is for"),
        ("styles preview house.yaml --serve", "see a style, anew at each save"),
        ("styles check house.yaml", "every fault of a style file, with its place"),
        ("styles check --word corp.dotx", "what a Word template offers"),
        ("styles from-word corp.dotx -o house.yaml", "a style with the look of a Word template"),
    ),
)
def command() -> None:
    """Take no options of its own."""
