"""Made-up documents of any size, for measuring how reading grows; the same in every run."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import cycle
from random import Random
from textwrap import fill

_SENTENCES = (
    "the talks went on until evening and both sides said that they were pleased with the result of it "
    "while the council voted for a new quay where ships of the old night lines had lain since last winter"
)
_WORDS = _SENTENCES.split()
_DEPTHS = 12
"""Levels of nesting that lists and quotations go down, and begin anew."""


def paragraphs(size_bytes: int, words: int = 60) -> list[str]:
    """Return paragraphs of made-up sentences, `size_bytes` in all, no two alike."""
    random = Random(1)  # noqa: S311 - the same input in every run
    made, size = [], 0
    while size < size_bytes:
        text = " ".join(random.choices(_WORDS, k=words)).capitalize() + "."
        made.append(text)
        size += len(text) + 2
    return made


def _joined(parts: Iterable[str], separator: str = "\n\n") -> bytes:
    return separator.join(parts).encode()


def _plain(size_bytes: int) -> bytes:
    return _joined(paragraphs(size_bytes))


def _article(size_bytes: int) -> bytes:
    """Headings, paragraphs and lists, in the form that both plain text and Markdown know."""
    parts: list[str] = []
    texts = iter(paragraphs(size_bytes))
    for heading, text, more, items in zip(texts, texts, texts, texts, strict=False):
        title = " ".join(heading.split()[:4])
        words = items.lower().rstrip(".").split()
        listed = (f"- {' '.join(words[at : at + 12])}." for at in range(0, len(words), 12))
        parts += [f"{title}\n{'-' * len(title)}", text, more, "\n".join(listed)]
    return _joined(parts)


def _wrapped(size_bytes: int) -> bytes:
    return _joined((fill(text, 72) for text in paragraphs(size_bytes)), "\n")


def _short_lines(size_bytes: int) -> bytes:
    return _joined(paragraphs(size_bytes, 8), "\n")


def _ragged_lines(size_bytes: int) -> bytes:
    """One block, the lines of which break off within sentences."""
    return b"A title\n\n" + _joined((text.replace(" ", "\n", 1) for text in paragraphs(size_bytes, 8)), " ")


def _one_line(size_bytes: int) -> bytes:
    return _joined(paragraphs(size_bytes), " ")


def _accented(size_bytes: int) -> bytes:
    return _joined(paragraphs(size_bytes // 2)).decode().replace("e", "é").replace("a", "я").encode()


def _items(size_bytes: int) -> bytes:
    return _joined((f"- {text}" for text in paragraphs(size_bytes, 8)), "\n")


def _nested_items(size_bytes: int) -> bytes:
    depths = cycle(range(_DEPTHS))
    return _joined((f"{'  ' * next(depths)}- {text}" for text in paragraphs(size_bytes, 8)), "\n")


def _deep_quotes(size_bytes: int) -> bytes:
    depths = cycle(range(1, _DEPTHS + 1))
    return _joined(f"{'> ' * next(depths)}{text}" for text in paragraphs(size_bytes, 20))


def _headings(size_bytes: int) -> bytes:
    return _joined(f"{' '.join(text.split()[:5])}\n\n{text}" for text in paragraphs(size_bytes, 20))


def _marked_headings(size_bytes: int) -> bytes:
    return _joined(f"## {' '.join(text.split()[:5])}\n\n{text}" for text in paragraphs(size_bytes, 20))


def _bold_headings(size_bytes: int) -> bytes:
    return _joined(f"**{' '.join(text.split()[:5])}**\n\n{text}" for text in paragraphs(size_bytes, 20))


def _definitions(size_bytes: int) -> bytes:
    """Targets of links, and at the end one that is asked for."""
    made = (f"[place {number}]: https://example.org/{number}" for number in range(size_bytes // 42))
    return _joined(made, "\n") + b"\n\nAs [place 1] says."


def _references(size_bytes: int) -> bytes:
    return _joined(
        f"A [place {number}] of it.\n\n[place {number}]: https://example.org/{number}"
        for number in range(size_bytes // 65)
    )


def _notes(size_bytes: int) -> bytes:
    texts = enumerate(paragraphs(size_bytes, 12))
    return _joined(
        f"{text}[^{number}]\n\n[^{number}]: {note}"
        for (number, text), (_, note) in zip(texts, texts, strict=False)
    )


def _spans(size_bytes: int) -> bytes:
    return _joined(
        f"a *b* **c** `d` [e](https://example.org/{number}) f" for number in range(size_bytes // 52)
    )


def _rows(size_bytes: int) -> bytes:
    texts = iter(paragraphs(size_bytes, 4))
    rows = (f"| {' | '.join(pair)} |" for pair in zip(texts, texts, strict=False))
    return _joined(["| a | b |", "|---|---|", *rows], "\n")


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
    # here, so that it is not part of what is measured
    from reportlab.pdfgen.canvas import Canvas

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
    "text, an article": ("txt", _article),
    "text, paragraphs": ("txt", _plain),
    "text, wrapped": ("txt", _wrapped),
    "text, short lines": ("txt", _short_lines),
    "text, ragged lines": ("txt", _ragged_lines),
    "text, one line": ("txt", _one_line),
    "text, accents": ("txt", _accented),
    "text, items": ("txt", _items),
    "text, nested items": ("txt", _nested_items),
    "text, deep quotes": ("txt", _deep_quotes),
    "text, headings": ("txt", _headings),
    "Markdown, an article": ("md", _article),
    "Markdown, paragraphs": ("md", _plain),
    "Markdown, short lines": ("md", _short_lines),
    "Markdown, one line": ("md", _one_line),
    "Markdown, items": ("md", _items),
    "Markdown, nested items": ("md", _nested_items),
    "Markdown, deep quotes": ("md", _deep_quotes),
    "Markdown, headings": ("md", _marked_headings),
    "Markdown, bold headings": ("md", _bold_headings),
    "Markdown, definitions": ("md", _definitions),
    "Markdown, references": ("md", _references),
    "Markdown, notes": ("md", _notes),
    "Markdown, spans": ("md", _spans),
    "Markdown, rows": ("md", _rows),
    "HTML, paragraphs": ("html", _html),
    "Word, paragraphs": ("docx", _docx),
    "Word, captions, notes, fields": ("docx", _docx_pieces),
    "PDF, lines": ("pdf", _pdf),
}
"""What is measured: its format, and what makes it, given a size."""
