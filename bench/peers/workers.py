"""Libraries at work: each is given documents one after the other in one process, and says what each took.

    python -m bench.peers.workers NAME FILE...

The answer is JSON: seconds of CPU time until the library was there, then milliseconds and bytes of each
document. The first of them fills what the library remembers, and is not counted by who reads the answer.
Nothing of ours is imported for a peer.
"""

import json
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from time import process_time

Work = Callable[[Path], int]
"""Does a document and returns how many bytes or pieces came of it."""


def _ours() -> Work:
    """Return what reads an article, outlines it and writes both reports."""
    from converter.configuration import Settings
    from converter.pipeline import draft, render
    from converter.pipeline.kit import Kit

    kit = Kit(Settings(formats=("docx", "pdf")))

    def convert(path: Path) -> int:
        return sum(len(report.data) for report in render(draft(str(path), kit), kit).reports)

    return convert


def _ours_pdf() -> Work:
    """Return what writes a PDF of a pickled `Document`."""
    from converter.stylesheets.styles import load_style
    from converter.writers.pdf import write_pdf

    style = load_style("default")
    return lambda path: len(write_pdf(pickle.loads(path.read_bytes()), style).data)  # noqa: S301 - our own


def _ours_reading() -> Work:
    """Return what reads in this process, whose time is told; a child's would not be."""
    from msgspec.structs import replace

    from converter.limits import adopt, in_force
    from converter.readers import read

    adopt(replace(in_force(), guard=False, whole=False))
    return lambda path: len(read(str(path)).text)


def _ours_selecting() -> Work:
    """Return what chooses the lines of a briefing; reading the article is left out."""
    from converter.outliner import outline
    from converter.stylesheets.languages import load_language
    from converter.stylesheets.outlines import load_outline

    wanted, language = load_outline("default"), load_language("en")
    return lambda path: len(outline(pickle.loads(path.read_bytes()), wanted, language).sections)  # noqa: S301 - made here


def _typst() -> Work:
    from typst import Compiler

    fonts = json.loads(Path("fonts.json").read_bytes())
    Path("worker.typ").write_text("", "utf-8")
    compiler = Compiler("worker.typ", font_paths=fonts)

    def compile_(path: Path) -> int:
        Path("worker.typ").write_bytes(path.read_bytes())
        made = compiler.compile("worker.typ", pdf_standards=["ua-1"])
        assert isinstance(made, bytes)  # noqa: S101 - one file, not one for each page
        return len(made)

    return compile_


def _docxtpl() -> Work:
    from docxtpl import DocxTemplate

    template = Path("template.docx").read_bytes()

    def render(path: Path) -> int:
        made, file = DocxTemplate(BytesIO(template)), BytesIO()
        made.render(json.loads(path.read_bytes()), autoescape=True)
        made.save(file)
        return len(file.getvalue())

    return render


def _python_docx() -> Work:
    import docx

    def write(path: Path) -> int:
        made, file = docx.Document(), BytesIO()
        for paragraph in json.loads(path.read_bytes())["paragraphs"]:
            made.add_paragraph(paragraph["text"], paragraph["style"])
        made.save(file)
        return len(file.getvalue())

    return write


def _weasyprint() -> Work:
    from weasyprint import HTML

    def print_(path: Path) -> int:
        return len(HTML(str(path)).write_pdf(pdf_variant="pdf/ua-1") or b"")

    return print_


def _trafilatura() -> Work:
    from trafilatura import extract

    return lambda path: len(extract(path.read_bytes(), include_formatting=True) or "")


def _markitdown() -> Work:
    from markitdown import MarkItDown

    reader = MarkItDown()
    return lambda path: len(reader.convert(path).text_content)


def _sumy(name: str) -> Work:
    """Return what ranks sentences by one of sumy's measures; the sentences are given."""
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    module = import_module(f"sumy.summarizers.{name}")
    summarise = getattr(module, "".join(part.title() for part in name.split("_")) + "Summarizer")()

    def select(path: Path) -> int:
        paragraphs = [
            Paragraph([Sentence(text, _Words()) for text in paragraph])
            for paragraph in json.loads(path.read_bytes())
        ]
        return len(summarise(ObjectDocumentModel(paragraphs), 8))

    return select


class _Words:
    """Splits sentences into words as plainly as can be, which is for the peer's good."""

    def to_words(self, sentence: str) -> Sequence[str]:
        return sentence.split()


WORKERS: dict[str, Callable[[], Work]] = {
    "ours": _ours,
    "ours-pdf": _ours_pdf,
    "ours-reading": _ours_reading,
    "ours-selecting": _ours_selecting,
    "typst": _typst,
    "docxtpl": _docxtpl,
    "python-docx": _python_docx,
    "weasyprint": _weasyprint,
    "trafilatura": _trafilatura,
    "markitdown": _markitdown,
    "sumy-lex_rank": lambda: _sumy("lex_rank"),
    "sumy-text_rank": lambda: _sumy("text_rank"),
    "sumy-lsa": lambda: _sumy("lsa"),
}


def main() -> None:
    """Do the documents that are named and tell what each took."""
    name, *files = sys.argv[1:]
    work, taken = WORKERS[name](), []
    ready = process_time()
    for file in files:
        start = process_time()
        size = work(Path(file))
        taken.append((1000 * (process_time() - start), size))
    print(json.dumps({"ready": ready, "documents": taken}))


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
