"""What a reader must see of a document, in the words of the tests' own oracle."""

from converter.model.document import Document
from converter.verifier.visible import Visible
from tests.document_text import document_lines


def letters(text: str) -> str:
    """Return the letters and digits of `text` in small letters."""
    return "".join(filter(str.isalnum, text)).casefold()


def of_document(document: Document) -> list[str]:
    """Return the lines of `document`, of which only letters and digits are kept."""
    return [line for line in map(letters, document_lines(document, separator="")) if line]


def of_visible(visible: Visible) -> list[str]:
    """Return what is seen in the body and the notes, likewise; alternatives are left out."""
    lines = (
        letters(shown.text)
        for shown in visible.shown
        if shown.place in {"body", "note"} and shown.role != "alternative"
    )
    return [line for line in lines if line]


def hidden(visible: Visible) -> list[str]:
    """Return what is in the file, but not seen."""
    return [shown.text for shown in visible.shown if shown.place == "hidden"]
