"""`briefing styles from-word`: a style that has the look of a Word template."""

import click

from converter.cli.command import Command
from converter.cli.options import LOOK, OUTPUT, RUN, option
from converter.cli.styles.paths import yaml_file
from converter.cli.terminal import put, put_bytes
from converter.errors import UsageError
from converter.paths import STDOUT


@click.command(
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
def command(template: str, *, output: str | None, mapped: tuple[str, ...], force: bool, quiet: bool) -> None:
    """Print or write the style of `template`."""
    from converter.cli.notices import tell_notices
    from converter.files import publish
    from converter.pipeline.destinations import check_apart
    from converter.pipeline.templates import apart
    from converter.stylesheets.word_template import style_text

    file = yaml_file(output, "a style", option="-o ") if output and output != STDOUT else None
    style = apart(style_text, template, file, _roles(mapped))
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
