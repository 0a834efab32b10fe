"""One report rendered in a process that does nothing else: what it took.

    python -m bench.rendering.peak [typst|ours] DOCUMENT

DOCUMENT is a pickled `Document`, as `bench.rendering.speed` writes them; the answer is JSON.
"""

import json
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from converter.model.document import Document
from converter.stylesheets.styles import load_style
from converter.writers.pdf import write_pdf


def main() -> None:
    """Print pages, CPU seconds, bytes, and MB before and at the peak of rendering."""
    document = pickle.loads(Path(sys.argv[2]).read_bytes())  # noqa: S301 - our own
    with TemporaryDirectory() as folder:
        render = _render(sys.argv[1], Path(folder))
        before, start = memory("VmRSS"), process_time()
        data = render(document)
        told = {"seconds": process_time() - start, "before": before, "peak": memory("VmHWM")}
    import pypdfium2

    print(json.dumps(told | {"pages": len(pypdfium2.PdfDocument(data)), "bytes": len(data)}))


def _render(name: str, folder: Path) -> Callable[[Document], bytes]:
    if name == "typst":
        from bench.rendering.speed import typst

        return typst(folder)
    style = load_style("default")

    def render(document: Document) -> bytes:
        return write_pdf(document, style).data

    return render


def memory(what: str) -> float:
    """Return memory of this process in MB: `VmRSS`, now, or `VmHWM`, the most so far.

    What the module `resource` tells begins with the peak of the parent.
    """
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith(what)).split()[1]) / 1024


if __name__ == "__main__":
    main()
