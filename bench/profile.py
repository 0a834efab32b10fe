"""Where the time of one command goes: CPU time of each step of `briefing convert`, Word and PDF.

    python -m bench.profile [--rounds N]

Each round is a process of its own, which imports and does in order what the command does; shown is the least
of all rounds, and what the step takes when it is done again in the same process: the floor that is left when
everything is imported, opened and remembered.
"""

import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from time import process_time

from msgspec.structs import replace

from bench.tables import print_table

SEED = Path(__file__).parents[1] / "seeds" / "strategic-dialogues.txt"
IMPORTS = {
    "import click": ("click",),
    "import the command line": ("converter.cli", "converter.cli.convert"),
    "import the settings": ("converter.configuration.limits",),
    "import the pipeline, the outliner, the composer": ("converter.cli.conversion", "converter.composer"),
    "import the reader": ("converter.readers.text",),
    "import the Word writer": ("converter.writers.docx",),
    "import HarfBuzz": ("uharfbuzz",),
    "import the PDF writer": ("converter.writers.pdf",),
}
"""What is imported, in this order; a step has what no step before it imported."""


class Steps:
    """CPU milliseconds of steps, the first time and again."""

    def __init__(self) -> None:
        """Begin with what Python itself took until now."""
        self.taken = {"start Python, and what measures": 1000 * process_time()}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what stands within."""
        start = process_time()
        yield
        self.taken[name] = 1000 * (process_time() - start)

    def twice(self, name: str, do: Callable[[], object]) -> None:
        """Measure a step, and the same again."""
        for suffix in ("", ", again"):
            with self.step(name + suffix):
                do()


def once() -> dict[str, float]:
    """Do in this process what the command does, and return what each step took."""
    steps = Steps()
    # as the command does
    gc.set_threshold(200_000, 20, 100)
    for name, modules in IMPORTS.items():
        with steps.step(name):
            for module in modules:
                import_module(module)
    _work(steps)
    return steps.taken


def _work(steps: Steps) -> None:
    from converter.configuration import Settings
    from converter.pipeline import draft, render
    from converter.pipeline.kit import Kit
    from converter.readers import read
    from converter.writers import write

    settings = Settings(formats=("docx", "pdf"))
    with steps.step("load the style and the outline"):
        kit = Kit(settings)
    steps.twice("read", lambda: read(str(SEED)))
    steps.twice("read and outline", lambda: draft(str(SEED), kit))
    drafted = draft(str(SEED), kit)
    steps.twice("compose", lambda: render(drafted, kit.with_settings(replace(settings, formats=("md",)))))
    composed = render(drafted, kit.with_settings(replace(settings, formats=("md",)))).document
    style = kit.style(composed.language)
    steps.twice("write Word", lambda: write(composed, style, "docx"))
    steps.twice("write PDF", lambda: write(composed, style, "pdf"))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.once:
        print(json.dumps(once()))
        return
    command = [sys.executable, "-m", "bench.profile", "--once"]
    found = [
        json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        for _ in range(chosen.rounds)
    ]
    least = {name: min(one[name] for one in found) for name in found[0]}
    firsts = [name for name in least if not name.endswith(", again")]
    rows = [
        (name, f"{least[name]:.1f}", f"{least[f'{name}, again']:.1f}" if f"{name}, again" in least else "")
        for name in firsts
    ]
    rows.append(("in all", f"{sum(least[name] for name in firsts):.1f}", ""))
    print_table("CPU ms of one command, least", ("step", "the first time", "again"), rows)


if __name__ == "__main__":
    main()
