"""Time and memory of reading, while the input doubles.

    python -m bench.reading.growth [FORMAT...]

Inputs are generated; each is read in a process of its own. Memory is the peak of that process, to be held
against fifteen times the input's size and 150 MB.
"""

import json
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from reportlab.pdfgen.canvas import Canvas

from bench.tables import print_table

_SENTENCES = (
    "the talks went on until evening and both sides said that they were pleased with the result of it "
    "while the council voted for a new quay where ships of the old night lines had lain since last winter"
)
_WORDS = _SENTENCES.split()
_MEGABYTE = 1_000_000
_BOUND_FACTOR, _BOUND_MB = 15, 150
SIZES_MB = (1, 2, 4, 8)


def paragraphs(size_bytes: int, words: int = 60) -> list[str]:
    """Return paragraphs of made-up sentences, `size_bytes` in all, no two alike."""
    random = Random(1)  # noqa: S311 - the same input in every run
    made, size = [], 0
    while size < size_bytes:
        text = " ".join(random.choices(_WORDS, k=words)).capitalize() + "."
        made.append(text)
        size += len(text) + 2
    return made


def _plain(size_bytes: int) -> bytes:
    return "\n\n".join(paragraphs(size_bytes)).encode()


def _short_lines(size_bytes: int) -> bytes:
    return "\n".join(paragraphs(size_bytes, 8)).encode()


def _one_line(size_bytes: int) -> bytes:
    return " ".join(paragraphs(size_bytes)).encode()


def _accented(size_bytes: int) -> bytes:
    return "\n\n".join(paragraphs(size_bytes // 2)).replace("e", "é").replace("a", "я").encode()


def _items(size_bytes: int) -> bytes:
    return "\n".join(f"- {text}" for text in paragraphs(size_bytes, 8)).encode()


def _html(size_bytes: int) -> bytes:
    body = "\n".join(f"<p>{text}</p>" for text in paragraphs(size_bytes))
    return f"<html><body><nav><a href=/>a</a></nav><article>{body}</article></body></html>".encode()


def _docx(size_bytes: int) -> bytes:
    """A Word file whose text has that size; packed it is smaller."""
    return _word_file("".join(f"<w:p>{_run(text)}</w:p>" for text in paragraphs(size_bytes)))


def _docx_pieces(size_bytes: int) -> bytes:
    """A Word file of captions, titles, notes and fields, with as many lines in its header."""
    texts = paragraphs(size_bytes // 2, 40)
    field = "<w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>"
    body = "".join(
        f"<w:p><w:pPr><w:pStyle w:val='{'Title' if number % 2 else 'Caption'}'/></w:pPr>{_run(text)}</w:p>"
        f"<w:p>{_run('a')}{field}<w:r><w:footnoteReference w:id='{number}'/></w:r></w:p>"
        for number, text in enumerate(texts)
    )
    notes = "".join(
        f"<w:footnote w:id='{number}'><w:p>{_run(text)}</w:p></w:footnote>"
        for number, text in enumerate(texts)
    )
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{name}'><w:name w:val='{name}'/></w:style>"
        for name in ("Title", "Caption")
    )
    header = "".join(f"<w:p>{_run(f'line {number}')}</w:p>" for number, _ in enumerate(texts))
    return _word_file(body, styles=styles, footnotes=notes, header=header)


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _word_file(body: str, **others: str) -> bytes:
    uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:d xmlns:w="{uri}"><w:body>{body}</w:body></w:d>')
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", f'<w:d xmlns:w="{uri}">{content}</w:d>')
        links = (f'<Relationship Id="{name}" Type="/{name}" Target="{name}.xml"/>' for name in others)
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{''.join(links)}</Relationships>")
    return stream.getvalue()


def _pdf(size_bytes: int) -> bytes:
    """A PDF whose text has that size; packed it is smaller."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=True, pageCompression=True)
    texts = paragraphs(size_bytes, 14)
    for index, text in enumerate(texts):
        row = index % 45
        canvas.drawString(60, 780 - 16 * row, text)
        if row == 44 or index + 1 == len(texts):  # noqa: PLR2004 - the last row of a page
            canvas.showPage()
    canvas.save()
    return stream.getvalue()


INPUTS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "text, paragraphs": ("txt", _plain),
    "text, short lines": ("txt", _short_lines),
    "text, one line": ("txt", _one_line),
    "text, accents": ("txt", _accented),
    "text, items": ("txt", _items),
    "Markdown, paragraphs": ("md", _plain),
    "Markdown, items": ("md", _items),
    "HTML, paragraphs": ("html", _html),
    "Word, paragraphs": ("docx", _docx),
    "Word, captions, notes, fields": ("docx", _docx_pieces),
    "PDF, lines": ("pdf", _pdf),
}


def measure(name: str, size_mb: int) -> dict[str, float]:
    """Return bytes, seconds and peak megabytes of reading that input in a process of its own."""
    command = [sys.executable, "-m", "bench.reading.growth", "--one", name, str(size_mb)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _one(name: str, size_mb: int) -> None:
    from converter.readers import read

    format_, make = INPUTS[name]
    data = make(size_mb * _MEGABYTE)
    stream = BytesIO(data)
    size = len(data)
    del data
    start = time.process_time()
    read("-", format=format_, stdin=stream)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"bytes": size, "seconds": seconds, "peak": peak}))


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], int(sys.argv[3]))
        return
    wanted = [name for name, (format_, _) in INPUTS.items() if not sys.argv[1:] or format_ in sys.argv[1:]]
    rows = []
    for name in wanted:
        before = 0.0
        for size_mb in SIZES_MB:
            told = measure(name, size_mb)
            bound = _BOUND_FACTOR * told["bytes"] / _MEGABYTE + _BOUND_MB
            growth = told["seconds"] / before if before else "–"
            megabytes = told["bytes"] / _MEGABYTE
            rows.append(
                (name, megabytes, told["seconds"], growth, told["peak"], bound, told["peak"] <= bound)
            )
            before = told["seconds"]
    print_table(
        "Reading while the input doubles", ("", "MB", "s", "times", "peak MB", "bound MB", "within"), rows
    )


if __name__ == "__main__":
    main()
