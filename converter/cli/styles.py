"""`briefing styles`: which there are, whether they hold what they promise, and one from a Word template."""

from pathlib import Path
from typing import Any

import click

from converter.cli.command import Command, Group
from converter.cli.options import LOOK, OUTPUT, RUN, complete_names, option
from converter.cli.terminal import accented, printable, put, put_bytes
from converter.errors import UsageError


@click.group(
    "styles",
    cls=Group,
    help="See which styles there are, check your own, or make one from a Word template.",
    examples=(
        ("styles list", "every style, with what it is for"),
        ("styles check house.yaml", "every fault of a style file, with its place"),
        ("styles check --word corp.dotx", "what a Word template offers"),
        ("styles from-word corp.dotx -o house.yaml", "a style with the look of a Word template"),
    ),
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


@command.command(
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
def check_styles(styles: tuple[str, ...], word: str | None, *, as_json: bool) -> int:
    """Check each style and return the exit code of the first that has faults."""
    from converter.cli.style_check import check_all

    return check_all(styles or ("default",), word or "", as_json=as_json)


@command.command(
    "from-word",
    cls=Command,
    help="Write a style that has the look of a Word template: fonts, sizes, colours, spacing, paper, margins,"
    " header, footer and logo. TEMPLATE is a Word file (.docx, .dotx, .docm or .dotm).",
    examples=(
        ("styles from-word corp.dotx", "see the style"),
        ("styles from-word corp.dotx -o house.yaml", "write it for --style, and the logo beside it"),
        ("styles from-word corp.dotx --map heading1=CorpHeading", "where styles have names of their own"),
    ),
)
@click.argument("template", metavar="TEMPLATE", type=click.Path(readable=False))
@option("-o", "--output", metavar="FILE", group=OUTPUT, help="Write to a file instead of standard output.")
@option(
    "--map",
    "mapped",
    metavar="ROLE=STYLE",
    multiple=True,
    group=LOOK,
    help="Read a role, such as heading1, from this style of the template; may be repeated.",
)
@option("--force", is_flag=True, group=OUTPUT, help="Replace different files of the same names.")
@option("-q", "--quiet", is_flag=True, group=RUN, help="Show no notices.")
def from_word(
    template: str, *, output: str | None, mapped: tuple[str, ...], force: bool, quiet: bool
) -> None:
    """Print or write the style of `template`."""
    from converter.cli.notices import tell_notices
    from converter.files import publish
    from converter.pipeline.destinations import check_apart
    from converter.stylesheets.word_template import style_text

    file = _style_file(output) if output and output != "-" else None
    style = style_text(template, file, _roles(mapped))
    if not quiet:
        tell_notices(style.notices, template)
    if file is None:
        put_bytes(style.text.encode())
        return
    files = {file: style.text.encode(), **style.files}
    check_apart([template], files, "the template")
    for path in publish(files, overwrite=force):
        put(str(path))


def _roles(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return role → name of a style, of `ROLE=STYLE`.

    Raises:
        UsageError: `option-value`.
    """
    from converter.stylesheets.style_file import ROLES
    from converter.suggestions import suggest

    roles: dict[str, str] = {}
    for pair in pairs:
        role, equals, name = (part.strip() for part in pair.partition("="))
        if not (equals and name):
            raise UsageError(
                "option-value", f"{pair!r} is not a pair", where="--map", remedy="write ROLE=STYLE"
            )
        if role not in ROLES:
            raise UsageError(
                "option-value", f"there is no role {role!r}", where="--map", remedy=suggest(role, ROLES)
            )
        roles[role] = name
    return roles


def _style_file(output: str) -> Path:
    """Return the path `output`, which must look like that of a style.

    Raises:
        UsageError: `output-formats`.
    """
    file = Path(output)
    if file.suffix.lower() in {".yaml", ".yml"}:
        return file
    raise UsageError(
        "output-formats",
        "a style is a YAML file",
        where=output,
        remedy=f"write -o {file.with_suffix('.yaml') if file.name else 'house.yaml'}",
    )
