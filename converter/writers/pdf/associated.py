"""Files that travel inside a PDF (ISO 32000-1 7.11.4; ISO 19005-3 annex E)."""

from collections.abc import Sequence
from hashlib import md5

from converter.model.document import Attachment
from converter.writers.pdf.metadata import pdf_date
from converter.writers.pdf.objects import Objects, Reference, text_string, utf16


def add_files(objects: Objects, attachments: Sequence[Attachment], created: str) -> dict[str, Reference]:
    """Add files to the document; return their names with references to their specifications, sorted.

    Args:
        objects: of the file.
        attachments: whose names differ.
        created: as `Properties.created`; there is no other date that the same input always has.
    """
    return {
        each.name: objects.add(_specification(objects, each, pdf_date(created)))
        for each in sorted(attachments, key=lambda each: utf16(each.name))
    }


def name_tree(files: dict[str, Reference]) -> str:
    """Return the name tree by which readers find the files (7.9.6)."""
    names = "".join(f"<{utf16(name)}>{reference}" for name, reference in files.items())
    return f"<</Names[{names}]>>"


def _specification(objects: Objects, attachment: Attachment, date: str) -> str:
    digits = md5(attachment.data, usedforsecurity=False).hexdigest()
    stream = objects.add_stream(
        f"/Type/EmbeddedFile/Subtype/{_name(attachment.media_type)}"
        f"/Params<</Size {len(attachment.data)}/ModDate{text_string(date)}/CheckSum<{digits}>>>",
        attachment.data,
    )
    name = text_string(attachment.name)
    return (
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(attachment.description)}"
        f"/AFRelationship/{attachment.relationship}/EF<</F {stream}/UF {stream}>>>>"
    )


def _name(text: str) -> str:
    """Return a name object's characters, those that end one escaped (7.3.5)."""
    return "".join(sign if sign.isalnum() or sign in "-._+" else f"#{ord(sign):02X}" for sign in text)
