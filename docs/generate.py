"""Write the generated parts of the documentation anew: the help in `cli.md` and the man page.

Run by `make docs`; `tests/test_docs.py` checks that nothing is out of date.
"""

import re
from pathlib import Path

from converter.configuration import KEYS, PAIRS, variable
from docs.manual import contexts, manual

DOCS = Path(__file__).resolve().parent

WIDTH = 100
"""Columns of help in the documentation."""

_REGION = re.compile(r"(<!-- generated: (?P<name>[a-z -]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> None:
    """Write every file that has generated parts, and print the names of those that changed."""
    for file, text in generated().items():
        before = file.read_text("utf-8") if file.exists() else ""
        if text != before:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            print(file.relative_to(DOCS.parent))


def generated() -> dict[Path, str]:
    """Return the whole text that each file with generated parts should have."""
    cli = DOCS / "cli.md"
    return {
        cli: _REGION.sub(
            lambda region: region[1] + _content(region["name"]) + region[3], cli.read_text("utf-8")
        ),
        DOCS / "man" / "briefing.1": manual(),
    }


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
