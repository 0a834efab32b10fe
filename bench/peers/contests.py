"""Who does what in each contest, and which ratios count."""

import sys
from collections.abc import Callable, Sequence
from functools import cache
from shutil import which

from bench.peers.contest import Command, Contest, Entry, Goal
from bench.peers.inputs import Names

BRIEFING = (sys.executable, "-m", "converter")
_WORKER = (sys.executable, "-m", "bench.peers.workers")
NOTHING_BUT_TEXT = "provenance, end-notes, headers and footers, records"


@cache
def pandoc() -> str:
    """Return the path of the pandoc that came as a package, else of the system's."""
    try:
        from pypandoc import get_pandoc_path
    except ImportError:
        return which("pandoc") or "pandoc"
    return str(get_pandoc_path())


@cache
def office() -> str | None:
    """Return the path of LibreOffice, if it is installed."""
    return which("soffice")


def _python(code: str) -> Command:
    return (sys.executable, "-c", code)


def _worker(name: str, files: Sequence[str]) -> Command:
    return (*_WORKER, name, *files)


_TYPST_FILE = (
    "typst.compile('{0}', output='{1}', font_paths=json.load(open('fonts.json')), pdf_standards=['ua-1'])"
)


def cold() -> Contest:
    """Return the contest of single commands: the article of `seeds/` to Word and PDF."""
    convert = (*BRIEFING, "convert", "seed.txt", "-o", "ours", "--quiet")
    to_docx = (pandoc(), "seed.md", "-o", "pandoc.docx")
    to_typst = (pandoc(), "seed.md", "-s", "-t", "typst", "-o", "pandoc.typ")
    to_pdf = _python("import typst; typst.compile('pandoc.typ', output='pandoc.pdf')")
    typst = _python("import json, typst; " + _TYPST_FILE.format("seed.typ", "typst.pdf"))
    fill = _python(
        "import json; from docxtpl import DocxTemplate; made = DocxTemplate('template.docx');"
        " made.render(json.load(open('seed.json')), autoescape=True); made.save('docxtpl.docx')"
    )
    add = _python(
        "import docx, json; made = docx.Document();"
        " [made.add_paragraph(one['text'], one['style'])"
        " for one in json.load(open('seed.json'))['paragraphs']];"
        " made.save('python-docx.docx')"
    )
    weasy = (sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", "seed.html", "weasyprint.pdf")
    entries = [
        Entry("ours: Word and PDF", "ours", (convert,), ("ours",)),
        Entry("ours, caches empty", "ours", (convert,), ("ours",), is_cold=True),
        Entry("pandoc → DOCX", "pandoc", (to_docx,), ("pandoc.docx",), NOTHING_BUT_TEXT),
        Entry("pandoc → typst → PDF", "pandoc", (to_typst, to_pdf), ("pandoc.pdf",), "PDF/A-3, provenance"),
        Entry("typst → PDF", "typst", (typst,), ("typst.pdf",), "PDF/A-3, provenance, files inside"),
        Entry("docxtpl → DOCX", "docxtpl", (fill,), ("docxtpl.docx",), NOTHING_BUT_TEXT),
        Entry("python-docx → DOCX", "python-docx", (add,), ("python-docx.docx",), NOTHING_BUT_TEXT),
        Entry("WeasyPrint → PDF", "weasyprint", (weasy,), ("weasyprint.pdf",), "PDF/A-3, files inside"),
    ]
    if soffice := office():
        profile = "-env:UserInstallation=file:///tmp/briefing-bench-office"
        print_ = (soffice, profile, "--headless", "--convert-to", "pdf", "python-docx.docx")
        entries.append(
            Entry("LibreOffice, DOCX → PDF", "libreoffice", (print_,), ("python-docx.pdf",), "all but layout")
        )
    pair = ("pandoc → DOCX", "pandoc → typst → PDF")
    goals = [
        Goal(ours, pair, figure, 1.0)
        for ours in ("ours: Word and PDF", "ours, caches empty")
        for figure in ("cpu", "wall")
    ]
    about = (
        "One command, a fresh process, bytecode compiled. Ours reads the article of `seeds/`, chooses, and"
        " writes both reports, tagged, PDF/UA-1 and PDF/A-3a; each peer is given the finished words and"
        " writes one."
    )
    return Contest("cold", "A command: one article", about, tuple(entries), tuple(goals))


def starting() -> Contest:
    """Return the contest of commands that make nothing."""
    help_, outline = (*BRIEFING, "--help"), (*BRIEFING, "outline", "seed.txt")
    to_docx = (pandoc(), "seed.md", "-o", "start.docx")
    entries = (
        Entry("python -c pass", "python", (_python("pass"),)),
        Entry("ours: --help", "ours", (help_,)),
        Entry("ours: outline", "ours", (outline,)),
        Entry("pandoc → DOCX", "pandoc", (to_docx,), ("start.docx",)),
    )
    goals = (
        Goal("ours: outline", ("pandoc → DOCX", "python -c pass"), "cpu", 0.9),
        Goal("ours: --help", ("python -c pass",), "cpu", 2.0, allowance=0.04),
    )
    about = (
        "Commands that write no report. The help may take 40 ms more than twice what Python takes to start."
    )
    return Contest("start", "A command: starting, and outlining one article", about, entries, goals)


def warm(names: Names) -> Contest:
    """Return the contest of documents of which no two are alike, in one process."""
    files = names.articles

    def suffixed(suffix: str) -> list[str]:
        return [f"{name}{suffix}" for name in files]

    def entry(name: str, worker: str, suffix: str, lacks: str = "") -> Entry:
        peer = worker.partition("-")[0] if worker.startswith("ours") else worker
        return Entry(name, peer, (_worker(worker, suffixed(suffix)),), (), lacks, documents=len(files))

    entries = (
        entry("ours: read, outline, Word and PDF", "ours", ".txt"),
        entry("typst → PDF, compiler used again", "typst", ".typ", "PDF/A-3, provenance, files inside"),
        entry("docxtpl → DOCX", "docxtpl", ".json", NOTHING_BUT_TEXT),
        entry("python-docx → DOCX", "python-docx", ".json", NOTHING_BUT_TEXT),
        entry("WeasyPrint → PDF", "weasyprint", ".html", "PDF/A-3, files inside"),
    )
    pair = ("typst → PDF, compiler used again", "docxtpl → DOCX")
    goals = (Goal(entries[0].name, pair, "cpu", 1 / 1.5),)
    about = (
        "Documents of which no two are alike, one after the other in one process, the first not counted."
        " Ours reads, chooses and writes both reports; each peer is given the finished words. Wall time and"
        " memory are the process's, its start shared among the documents."
    )
    return Contest("warm", "A document among many", about, entries, goals)


def reading(names: Names) -> Contest:
    """Return the contest of readers."""
    peers: dict[str, tuple[str, ...]] = {"html": ("ours-reading", "trafilatura", "markitdown")}
    peers |= dict.fromkeys(("docx", "pdf"), ("ours-reading", "markitdown"))
    entries = tuple(
        Entry(
            f"{worker.replace('-reading', '')}, {suffix}",
            worker.partition("-")[0],
            (_worker(worker, [f"{name}-read.{suffix}" for name in names.articles]),),
            lacks="" if worker.startswith("ours") else "places in the original, sentences, language",
            documents=len(names.articles),
        )
        for suffix, workers in peers.items()
        for worker in workers
    )
    about = "The same articles in formats that are read; sizes are characters of text or Markdown."
    return Contest("reading", "An article that is read", about, entries)


def selecting(names: Names) -> Contest:
    """Return the contest of choosing lines."""
    workers = {"ours-selecting": ".article"}
    workers |= dict.fromkeys(("sumy-lex_rank", "sumy-text_rank", "sumy-lsa"), ".sentences")
    entries = tuple(
        Entry(
            worker.replace("-selecting", "").replace("sumy-", "sumy, ").replace("_", ""),
            worker.partition("-")[0],
            (_worker(worker, [f"{name}{suffix}" for name in names.articles]),),
            lacks="" if worker.startswith("ours") else "sections, roles, reasons, sentence ends",
            documents=len(names.articles),
        )
        for worker, suffix in workers.items()
    )
    about = (
        "The lines of a briefing, chosen from 620 words. Ours finds sentences, roles and sections, too; sumy"
        " is given the sentences and ranks them."
    )
    return Contest("selecting", "Lines that are chosen", about, entries)


def batch(names: Names) -> Contest:
    """Return the contest of a folder, start of processes included; figures are of the whole folder."""
    pandocs = tuple(
        command
        for name in names.articles
        for command in (
            (pandoc(), f"{name}.md", "-o", f"pandocs/{name}.docx"),
            (pandoc(), f"{name}.md", "-s", "-t", "typst", "-o", f"pandocs/{name}.typ"),
            _python(f"import typst; typst.compile('pandocs/{name}.typ', output='pandocs/{name}.pdf')"),
        )
    )
    libraries = (
        _worker("typst", [f"{name}.typ" for name in names.articles]),
        _worker("docxtpl", [f"{name}.json" for name in names.articles]),
    )
    mkdir = _python("import os; os.makedirs('pandocs', exist_ok=True)")
    entries = (
        Entry(
            "ours: batch, two workers",
            "ours",
            ((*BRIEFING, "batch", "articles", "-o", "two", "-j", "2"),),
            ("two",),
        ),
        Entry(
            "ours: batch, one process",
            "ours",
            ((*BRIEFING, "batch", "articles", "-o", "one", "-j", "0"),),
            ("one",),
        ),
        Entry("typst + docxtpl, one process each", "typst", libraries, (), NOTHING_BUT_TEXT),
        Entry("pandoc, a command for each", "pandoc", (mkdir, *pandocs), ("pandocs",), NOTHING_BUT_TEXT),
    )
    about = (
        f"{len(names.articles)} articles to Word and PDF, from the start of the command to its end; ours"
        " keeps a journal and publishes each pair all or none, the libraries write nothing to disk, and their"
        " kilobytes are those of one document. Two workers start each for itself, which so few articles"
        " do not earn back."
    )
    return Contest("batch", "A folder", about, entries, rounds=3)


def growth(names: Names) -> Contest:
    """Return the contest of ever longer reports; figures are of whole processes."""
    peers: dict[str, tuple[str, Callable[[str], str]]] = {
        "ours": ("ours-pdf", "{}.pickle".format),
        "typst": ("typst", "{}.typ".format),
    }
    entries = tuple(
        Entry(f"{peer}, {count:,} pages", peer, (_worker(worker, [file(name)]),))
        for name, count in names.grown
        for peer, (worker, file) in peers.items()
    )
    longest = max(count for _, count in names.grown)
    ours, theirs = f"ours, {longest:,} pages", (f"typst, {longest:,} pages",)
    goals = (
        Goal(ours, theirs, "cpu", 1.2),
        Goal(ours, theirs, "wall", 1.2),
        Goal(ours, theirs, "peak", 0.25),
    )
    about = "One report of ever more pages as a tagged PDF, each in a process of its own."
    return Contest("growth", "A long report", about, entries, goals, rounds=3)


def all_contests(names: Names) -> list[Contest]:
    """Return every contest."""
    return [
        cold(),
        starting(),
        warm(names),
        reading(names),
        selecting(names),
        batch(names),
        growth(names),
    ]
