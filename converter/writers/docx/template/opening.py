"""A Word template, cleaned and opened with python-docx (ECMA-376 part 2)."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
from docx.document import Document as DocxDocument

from converter.file_cache import remembered
from converter.notices import Notice
from converter.word_template import missing, template_parts, unreadable
from converter.writers.docx.template.cleaning import UnfitError, clean


def open_template(path: str) -> tuple[DocxDocument, tuple[Notice, ...]]:
    """Return the template at `path` (.docx, .dotx, .docm or .dotm), and what was left out of it.

    Raises:
        StyleError: `template-missing` when it cannot be read, `template-unreadable` when it is no Word file.
    """
    try:
        state = Path(path).stat()
        archive, notices = _cleaned(path, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError) as error:
        raise missing(path) from error
    try:
        template = docx.Document(BytesIO(archive))
        # parts whose types are wrong are not what they should be, which shows only when they are used
        _ = template.styles.element, template.settings.element, template.core_properties.title
        _check(template)
    except (KeyError, ValueError, SyntaxError, AttributeError, TypeError) as error:
        raise unreadable(path) from error
    return template, notices


def _check(template: DocxDocument) -> None:
    """Check what python-docx takes as it comes, and cannot write again.

    Raises:
        ValueError, AttributeError: the document has no body, a part lacks its type or shares its name with
            another, such as one that was made in its place, or a relationship lacks what it consists of.
    """
    if template.element.body is None:
        raise ValueError("there is no body")
    parts = list(template.part.package.iter_parts())
    names = {str(part.partname).lower() for part in parts}
    if len(names) < len(parts) or not all(part.content_type for part in parts):
        raise ValueError("parts have no type, or one name")
    for relations in (template.part.package.rels, *(part.rels for part in parts)):
        for relation in relations.values():
            if None in (relation.rId, relation.reltype, relation.target_ref):
                raise ValueError("a relationship lacks a part of itself")


@remembered(8)
def _cleaned(path: str, _changed_ns: int, _size_bytes: int) -> tuple[bytes, tuple[Notice, ...]]:
    """Return the cleaned archive, from the last call where the file has not changed since."""
    try:
        cleaned = clean(template_parts(path))
    except UnfitError as error:
        raise unreadable(path, str(error)) from error
    except KeyError as error:
        raise unreadable(path) from error
    notices = [
        Notice("template-unsafe", f"{part}: {what} was left out", path) for part, what in cleaned.removed
    ]
    if cleaned.macros:
        notices.append(Notice("template-macros", "the Word template holds macros, which were left out", path))
    rewritten = BytesIO()
    with ZipFile(rewritten, "w", ZIP_STORED) as made:
        for name, content in cleaned.parts.items():
            made.writestr(name, content)
    return rewritten.getvalue(), tuple(notices)
