"""The walks of the guide (`docs/guide/`): their files for whoever wants to follow one, and their pictures.

`python -m docs.walks analyst` (`make walk WALK=analyst`) puts the files that a walk needs into
`output/walks/analyst/`; what is there already stays.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.command_cases import ROOT, Case, cases_in, run_case

GUIDE = ROOT / "docs" / "guide"
WALKS = {file.stem: file for file in sorted(GUIDE.glob("*.md")) if file.name != "README.md"}


def walk(name: str) -> Case:
    """Return the one case of a page of the guide."""
    (case,) = cases_in(WALKS[name])
    return case


@contextmanager
def walked(name: str) -> Iterator[Path]:
    """Do all that a walk says, and yield the folder that it leaves."""
    with TemporaryDirectory() as folder:
        run_case(walk(name), Path(folder))
        yield Path(folder, "work")


def put_files(name: str, folder: Path) -> None:
    """Write the files of a walk into `folder`; those that are there stay."""
    for block in walk(name).blocks:
        path = folder / block.file
        if block.file and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, "utf-8", newline="\n")


def main() -> None:
    """Write the files of the walk that is named, or say which there are."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in WALKS:
        sys.exit(f"name a walk: {', '.join(WALKS)}")
    folder = ROOT / "output" / "walks" / name
    put_files(name, folder)
    print(f"now: cd {folder.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
