"""`briefing doctor`: what works here, and how to add the rest."""

import os
import shutil
import sys
from textwrap import wrap
from typing import TYPE_CHECKING

import click

import converter
from converter.cli.command import Command
from converter.cli.options import RUN, complete_names, option
from converter.cli.terminal import accented, homely, printable, put, put_json
from converter.suggestions import counted

if TYPE_CHECKING:
    from converter.doctor import Check, Section

_MARGIN = 2
_WORD = len("problem")


@click.command(
    "doctor",
    cls=Command,
    limits="wanted",
    help="See what works here, and how to add the rest: versions, settings, styles, fonts with the scripts"
    " that they cover, optional parts. STYLE is looked at closely; default: that of the settings. The exit"
    " status is 0 when all that is needed works, else that of a conversion that meets the first problem.",
    examples=(
        ("doctor", "look at everything"),
        ("doctor house.yaml", "with the fonts of a style of your own"),
        ("doctor --json", "the same as data, for a report of a fault"),
    ),
)
@click.argument(
    "style", required=False, default="", metavar="[STYLE]", shell_complete=complete_names("style")
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object.")
def command(style: str, *, as_json: bool) -> int:
    """Look at everything, tell it, and return the exit code."""
    from converter.doctor import Console, examine, exit_code

    console = Console(sys.stdout.encoding, sys.stdout.isatty())
    sections: list[Section] = []
    for section in examine(style, os.environ, console):
        sections.append(section)
        if not as_json:
            _show(section)
    code = exit_code(sections)
    if as_json:
        put_json(_data(sections, code))
    else:
        put(_conclusion([check for section in sections for check in section.checks]))
    return code


def _show(section: "Section") -> None:
    """Print a section: a line each on a pipe, wrapped on a terminal; its state stands in words before it."""
    put(accented(printable(section.title), "bold"))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for check in section.checks:
        remedy = f"; {check.remedy}" if check.remedy else ""
        text = printable(homely(check.text + remedy))
        head = " " * _MARGIN + check.status.ljust(_WORD) + "  "
        for line in _wrapped(text, width - len(head)) if width else [text]:
            put(head + line)
            head = " " * len(head)
    put("")


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, max(width, 20), break_long_words=False, break_on_hyphens=False)


def _conclusion(checks: "list[Check]") -> str:
    problems, gaps = (sum(check.status == status for check in checks) for status in ("problem", "missing"))
    optional = f"{counted(gaps, 'thing')} that you may add" if gaps else "nothing to add"
    if problems:
        return f"{counted(problems, 'problem')}, and {optional}"
    return f"All that is needed works; {optional}"


def _data(sections: "list[Section]", code: int) -> dict[str, object]:
    return {
        "version": converter.__version__,
        "exit_code": code,
        "sections": [
            {
                "title": section.title,
                "checks": [
                    {"status": check.status, "text": check.text, "remedy": check.remedy}
                    for check in section.checks
                ],
            }
            for section in sections
        ],
    }
