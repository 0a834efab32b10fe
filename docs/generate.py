"""Write what is generated anew: the help in `cli.md`, the man page, and what is known of files that ship.

Run by `make docs`; `tests/test_docs.py` checks that nothing is out of date.
"""

import json
import re
from hashlib import sha256
from pathlib import Path

from converter.configuration import KEYS, PAIRS, variable
from converter.stylesheets.cache import PARSED, dumped
from converter.stylesheets.folders import Kind, shipped
from converter.stylesheets.languages import load_language
from converter.yaml_source import parse, read_text
from docs.manual import contexts, manual

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent

WIDTH = 100
"""Columns of help in the documentation."""

READ_BY_DEFAULT: tuple[tuple[Kind, str], ...] = (
    ("style", "default"),
    ("outline", "default"),
    ("scheme", "tlp"),
    ("language", "en"),
)

_REGION = re.compile(r"(<!-- generated: (?P<name>[a-z -]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> None:
    """Write every file that has generated parts, and print the names of those that changed."""
    for file, text in generated().items():
        before = file.read_text("utf-8") if file.exists() else ""
        if text != before:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            print(file.relative_to(ROOT))


def generated() -> dict[Path, str]:
    """Return the whole text that each file with generated parts should have."""
    cli = DOCS / "cli.md"
    return {
        ROOT / "converter" / "readers" / "function_words.py": _function_words(),
        PARSED: _parsed(),
        cli: _REGION.sub(
            lambda region: region[1] + _content(region["name"]) + region[3], cli.read_text("utf-8")
        ),
        DOCS / "man" / "briefing.1": manual(),
    }


def _function_words() -> str:
    """Return the module with the function words of the language files that ship."""
    lines = [
        '"""The function words of the language files that ship: telling a language reads none of them.',
        "",
        "Written by `make docs`; the words stand in `styles/languages/`.",
        '"""',
        "",
        "# ruff: noqa: E501 - the words of a language stand in one place",
        "",
        "SHIPPED = {",
    ]
    for path in sorted(shipped("language", "en").parent.glob("*.yaml")):
        if "-" not in path.stem:
            words = "|".join(load_language(str(path)).function_words)
            lines.append(f"    {json.dumps(path.stem)}: {json.dumps(words, ensure_ascii=False)},")
    return "\n".join((*lines, "}", '"""Tag → words, a bar between them: some are of several words."""', ""))


def _parsed() -> str:
    """Return the nodes of the files that a command without options reads, a line for each."""
    lines = []
    for path in (shipped(kind, name) for kind, name in READ_BY_DEFAULT):
        text = read_text(path)
        lines.append(f'"{sha256(text.encode()).hexdigest()}":{dumped(parse(text, path.name))}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def command_paths() -> list[str]:
    """Return every command as it is called: `briefing`, `briefing convert` and so on."""
    return [context.command_path for context in contexts()]


def _content(region: str) -> str:
    if region == "settings":
        rows = [f"| `{key}` | `--{key}` | {_variable(key)} |\n" for key in KEYS]
        return "\n| in a file | option | variable |\n|---|---|---|\n" + "".join(rows) + "\n"
    return f"\n```\n{_help(region)}\n```\n\n"


def _variable(key: str) -> str:
    return "–" if key in PAIRS else f"`{variable(key)}`"


def _help(path: str) -> str:
    """Return what `path` (`briefing convert`) prints with `--help`, on a terminal of `WIDTH` columns."""
    (context,) = (context for context in contexts(terminal_width=WIDTH) if context.command_path == path)
    return context.get_help()


if __name__ == "__main__":
    main()
