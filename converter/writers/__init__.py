"""Step 5: `Document` → `Report`, one file or folder for each format; writers render and decide nothing."""

from typing import Protocol, cast

from converter.errors import UsageError
from converter.model.document import Document
from converter.model.report import Report
from converter.model.style import Style
from converter.registry import Registry
from converter.suggestions import suggest

WRITERS = Registry(
    "converter.writers",
    {
        "docx": "converter.writers.docx:write_docx",
        "pdf": "converter.writers.pdf:write_pdf",
        "html": "converter.writers.html:write_html",
        "md": "converter.writers.markdown:write_markdown",
        "json": "converter.writers.json:write_json",
    },
)
"""Every format by its name, which is also its files' suffix; other packages add theirs as entry points."""


class Writer(Protocol):
    """What the registry holds for each format."""

    def __call__(self, document: Document, style: Style) -> Report:
        """Return `document` rendered as `style` says.

        The same arguments give the same bytes: no clock, no randomness, no environment.
        """
        ...


def write(document: Document, style: Style, format: str) -> Report:  # noqa: A002 - the word of the command line
    """Return `document` as a file of `format`, such as `docx`.

    Raises:
        UsageError: `format-unknown` when no writer goes by that name.
        StyleError: an option of the style that this format cannot honour.
    """
    try:
        writer = cast("Writer", WRITERS.load(format))
    except KeyError:
        raise UsageError(
            "format-unknown",
            f"no report can be written as {format!r}",
            remedy=suggest(format, WRITERS.names()),
        ) from None
    return writer(document, style)
