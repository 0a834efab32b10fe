"""`briefing styles`: the table of what can be done with styles, outlines, languages and schemes."""

import click

from converter.cli.command import ModuleGroup

COMMANDS = {
    "list": "converter.cli.styles.list",
    "show": "converter.cli.styles.show",
    "preview": "converter.cli.styles.preview",
    "new": "converter.cli.styles.new",
    "from-word": "converter.cli.styles.from_word",
    "check": "converter.cli.styles.check",
    "schema": "converter.cli.styles.schema",
}
"""Every command and the module that holds it, as `command`, in the order of the help."""


@click.group(
    "styles",
    cls=ModuleGroup,
    modules=COMMANDS,
    help="See which styles there are and what they say, make your own, and check them; outlines,"
    " languages and schemes of handling marks alike.",
    examples=(
        ("styles list", "every style, with what it is for and where it lives"),
        ("styles new house", "write house.yaml, a style of your own to begin with"),
        ("styles preview house.yaml --serve", "see a style, anew at each save"),
        ("styles check house.yaml", "every fault of a style file, with its place"),
        ("styles show house.yaml --origin", "every value, with the file and line that set it"),
        ("styles from-word corp.dotx -o house.yaml", "a style with the look of a Word template"),
    ),
)
def command() -> None:
    """Take no options of its own."""
