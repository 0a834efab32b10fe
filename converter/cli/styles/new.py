"""`briefing styles new`: a file of one's own, to begin with."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli.command import Command
from converter.cli.options import KINDS, OUTPUT, complete_names, kind_option, option
from converter.cli.styles.paths import yaml_file
from converter.cli.terminal import put
from converter.errors import UsageError
from converter.paths import is_path

if TYPE_CHECKING:
    from converter.stylesheets.folders import Kind


KIND = "What it is"


@click.command(
    "new",
    cls=Command,
    help="Write a style of your own to begin with. It extends another, and holds behind # every key with the"
    " value that the other has and what it is for: take away a # and change the value. NAME is that of the"
    " style, which is written to NAME.yaml in this folder; a path of a YAML file is taken as well.",
    examples=(
        ("styles new house", "write house.yaml, for --style house.yaml"),
        ("styles new house --from government --user", "for --style house in every folder"),
        (
            "styles new looks/mine.yaml --kind outline --from sbar",
            "an outline, for --outline looks/mine.yaml",
        ),
        ("styles new sv --kind language --user", "a language, for --report-lang sv"),
    ),
)
@click.argument("name", metavar="NAME|FILE", type=click.Path(readable=False))
@option(
    "--from",
    "base",
    metavar="STYLE",
    group=KIND,
    help="What it extends, a name or a file; default: default; for a language the nearest, else en; for a"
    " scheme tlp.",
    shell_complete=complete_names(*KINDS),
)
@kind_option(group=KIND, help="What it is; default: style.")
@option(
    "--user",
    is_flag=True,
    group=OUTPUT,
    help="Write it into your own folder of styles, where it is found by its name.",
)
@option("--force", is_flag=True, group=OUTPUT, help="Replace a different file of the same name.")
def command(name: str, *, base: str | None, kind: "Kind | None", user: bool, force: bool) -> None:
    """Write a new file and print its path."""
    from converter.files import publish
    from converter.pipeline.destinations import check_apart
    from converter.stylesheets.drafting import base_of, draft_text, schema_address

    kind = kind or "style"
    file = _file(name, kind, user=user)
    base = base or base_of(kind, file)
    check_apart([base], [file], f"the {kind} of --from")
    text = draft_text(kind, base, file, schema_address(kind, file.parent))
    for path in publish({file: text.encode()}, overwrite=force):
        put(str(path))


def _file(name: str, kind: "Kind", *, user: bool) -> Path:
    """Return the path of the new file.

    Raises:
        UsageError: `output-formats`, `option-value`.
    """
    from converter.stylesheets.folders import user_file
    from converter.stylesheets.languages import language_tag

    if name.endswith(("/", "\\")) or not any(map(str.isalnum, Path(name).name)):
        remedy = "write one such as house"
        raise UsageError("option-value", f"{name!r} is no name for a file", remedy=remedy)
    file = yaml_file(name if Path(name).suffix else f"{name}.yaml", f"a {kind}")
    if user and is_path(name):
        remedy = f"write a name such as {file.stem}"
        raise UsageError("option-value", f"{name!r} is a path", where="--user", remedy=remedy)
    if kind == "language":
        file = file.with_stem(language_tag(file.stem))
    return user_file(kind, file.stem) if user else file
