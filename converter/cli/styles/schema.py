"""`briefing styles schema`: what editors complete and check by."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli.command import Choice, Command
from converter.cli.options import KINDS, OUTPUT, option
from converter.cli.terminal import put, put_bytes
from converter.paths import STDOUT

if TYPE_CHECKING:
    from converter.stylesheets.folders import Kind


@click.command(
    "schema",
    cls=Command,
    help="Print the JSON Schema (draft 2020-12) of style, outline, language or scheme files. Editors that"
    " know YAML complete and check by it once the first line of a file says where it is, as a path from"
    " that file or an address: # yaml-language-server: $schema=style.schema.json. Files made by 'styles"
    " new' have that line.",
    examples=(
        ("styles schema -o style.schema.json", "beside the styles of a project"),
        ("styles schema outline", "that of outlines"),
    ),
)
@click.argument("kind", default="style", type=Choice(KINDS))
@option("-o", "--output", metavar="FILE", group=OUTPUT, help="Write to a file instead of standard output.")
@option("--force", is_flag=True, group=OUTPUT, help="Replace a different file of the same name.")
def command(kind: "Kind", *, output: str | None, force: bool) -> None:
    """Print or write a schema."""
    import json

    from converter.files import publish
    from converter.stylesheets.json_schema import json_schema

    data = (json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n").encode()
    if output is None or output == STDOUT:
        put_bytes(data)
        return
    for path in publish({Path(output): data}, overwrite=force):
        put(str(path))
