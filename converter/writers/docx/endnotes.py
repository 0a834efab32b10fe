"""End-notes: the references, as real notes that Word numbers and moves (ECMA-376 17.11)."""

from converter.model.document import EndNote
from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.runs import Runs

# The line that Word draws above notes is left out: they follow the heading that names them.
_EMPTY = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
_SEPARATORS = (
    f'<w:endnote w:type="separator" w:id="-1">{_EMPTY}</w:endnote>'
    f'<w:endnote w:type="continuationSeparator" w:id="0">{_EMPTY}</w:endnote>'
)


def endnotes_xml(notes: tuple[EndNote, ...], runs: Runs) -> str:
    """Return `word/endnotes.xml`; `runs` writes the words and keeps their links."""
    return (
        f"<w:endnotes {NAMESPACES}>{_SEPARATORS}{''.join(_note(note, runs) for note in notes)}</w:endnotes>"
    )


def _note(note: EndNote, runs: Runs) -> str:
    return (
        f'<w:endnote w:id="{note.number}"><w:p><w:pPr><w:pStyle w:val="EndnoteText"/></w:pPr>'
        "<w:r><w:endnoteRef/></w:r><w:r><w:tab/></w:r>"
        f"{runs.xml(note.content)}</w:p></w:endnote>"
    )
