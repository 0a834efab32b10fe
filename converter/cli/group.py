"""The table of commands; a command's module is imported when the command is used or explained."""

import click

import converter
from converter.cli.command import ModuleGroup

COMMANDS = {
    "convert": "converter.cli.convert",
    "digest": "converter.cli.digest",
    "outline": "converter.cli.outline",
    "verify": "converter.cli.verify",
    "email": "converter.cli.email",
    "batch": "converter.cli.batch",
    "styles": "converter.cli.styles",
    "doctor": "converter.cli.doctor",
    "completion": "converter.cli.completion",
}
"""Every command and the module that holds it, as `command`, in the order of the help."""

EXAMPLES = (
    ("convert article.txt", "write output/<title>.docx and output/<title>.pdf"),
    ("convert article.md -o report.pdf -s government", "a PDF alone, in another style"),
    ("digest *.pdf -o digest.pdf", "one report of many articles"),
    ("outline article.txt", "see which sentence goes where"),
    ("email article.txt --to ada@example.org --send", "send it, the reports attached"),
    ("convert --help", "everything that convert can do"),
)


@click.group(
    cls=ModuleGroup,
    modules=COMMANDS,
    examples=EXAMPLES,
    name="briefing",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Turn an article into a briefing: Summary, Background and Implications as styled Word and PDF files,"
    " every line a sentence of the article.",
)
@click.version_option(converter.__version__, "-V", "--version", message="briefing %(version)s")
def program() -> None:
    """Take no options of its own."""
