"""What a reader sees of a report, read without the tools that wrote it.

- `shown.py`: `Shown`, one paragraph or line, and `Visible`, the whole; `texts.py`: words as they are read.
- a module or room for each format: `word/`, `pdf/`, `html.py` with `cascade.py` and `looks.py`,
  `markdown.py`, `json.py`, `eml.py`.
"""

from importlib import import_module

from converter.errors import InputError
from converter.verifier.visible.shown import Shown, Visible

__all__ = ["READERS", "Shown", "Visible", "format_of", "read_visible"]

READERS = {
    "docx": "converter.verifier.visible.word:read_word",
    "pdf": "converter.verifier.visible.pdf:read_pdf",
    "html": "converter.verifier.visible.html:read_html",
    "md": "converter.verifier.visible.markdown:read_markdown",
    "json": "converter.verifier.visible.json:read_json",
    "eml": "converter.verifier.visible.eml:read_mail",
}
"""Each format's reader, by the name of the format; imported when it is first asked."""

_HEAD_BYTES = 1024


def read_visible(data: bytes, format: str) -> Visible:  # noqa: A002 - the word of the command line
    """Return what a reader sees of a report of `format`, one of `READERS`.

    Raises:
        InputError: `input-broken`, `input-bomb`, `input-unsupported`.
    """
    module, _, name = READERS[format].partition(":")
    visible: Visible = getattr(import_module(module), name)(data)
    return visible


def format_of(data: bytes) -> str:
    """Return the format of a report by its content.

    Raises:
        InputError: `input-unsupported` when it can be none that is read here.
    """
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in head:
        return "pdf"
    if data.startswith(b"PK"):
        return "docx"
    if head.lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"{"):
        return "json"
    if _is_mail(head):
        return "eml"
    if b"\0" in head:
        raise InputError(
            "input-unsupported",
            "this is no report that can be checked",
            remedy="give a DOCX, PDF, HTML, Markdown, JSON or .eml file",
        )
    return "md"


def _is_mail(head: bytes) -> bool:
    """Tell whether a file begins with a field of a header and has more of a message (RFC 5322, 2.2)."""
    fields = (line.partition(b":")[0].strip().lower() for line in head.splitlines() if b":" in line)
    known = {b"from", b"to", b"date", b"subject", b"message-id", b"mime-version", b"content-type"}
    first = head.partition(b":")[0]
    return (
        bool(first)
        and not first.strip(b"abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        and (len(known.intersection(fields)) > 1)
    )
