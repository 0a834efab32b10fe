"""What the file says of itself: the information dictionary, and the same as XMP (ISO 32000-1 14.3)."""

from collections.abc import Sequence

from converter.model.document import Document, Properties
from converter.writers.pdf.conformance import Standard, described, identification
from converter.writers.pdf.objects import text_string

PRODUCER = "ReportLab and HarfBuzz"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def information(properties: Properties) -> str:
    """Return the information dictionary (14.3.3); what is empty is left out."""
    date = pdf_date(properties.created)
    entries = {
        "Title": properties.title,
        "Author": properties.author,
        "Subject": properties.subject,
        "Keywords": ", ".join(properties.keywords),
        "Creator": properties.generator,
        "Producer": PRODUCER,
        "CreationDate": date,
        "ModDate": date,
    }
    return f"<<{''.join(f'/{name}{text_string(value)}' for name, value in entries.items() if value)}>>"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def xmp(document: Document, standards: Sequence[Standard], provenance_sha256: str = "") -> bytes:
    """Return the metadata stream's content (14.3.2), in the words of the information dictionary.

    Args:
        document: what it says of itself.
        standards: that the file claims to keep.
        provenance_sha256: of the provenance inside the file; empty: there is none.
    """
    return _packet(document, standards, provenance_sha256).encode()


def _packet(document: Document, standards: Sequence[Standard], provenance_sha256: str) -> str:
    properties = document.properties
    date = properties.created
    parts = [
        _alternatives("dc:title", properties.title),
        _sequence("dc:creator", [properties.author] if properties.author else []),
        _alternatives("dc:description", properties.subject),
        _bag("dc:subject", properties.keywords),
        _bag("dc:language", (document.language,)),
        "<dc:format>application/pdf</dc:format>",
        f"<pdf:Keywords>{_escaped(', '.join(properties.keywords))}</pdf:Keywords>"
        if properties.keywords
        else "",
        f"<pdf:Producer>{_escaped(PRODUCER)}</pdf:Producer>",
        f"<xmp:CreatorTool>{_escaped(properties.generator)}</xmp:CreatorTool>",
        identification(standards),
        described(standards, provenance_sha256),
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>",
    ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\n'
        + "\n".join(part for part in parts if part)
        + '\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _alternatives(name: str, text: str) -> str:
    return (
        f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt></{name}>'
        if text
        else ""
    )


def _sequence(name: str, texts: list[str]) -> str:
    return f"<{name}><rdf:Seq>{_items(texts)}</rdf:Seq></{name}>" if texts else ""


def _bag(name: str, texts: tuple[str, ...]) -> str:
    return f"<{name}><rdf:Bag>{_items(texts)}</rdf:Bag></{name}>" if texts else ""


def _items(texts: list[str] | tuple[str, ...]) -> str:
    return "".join(f"<rdf:li>{_escaped(text)}</rdf:li>" for text in texts)


def pdf_date(created: str) -> str:
    """Return `YYYY-MM-DDThh:mm:ssZ` as a PDF date (7.9.4)."""
    return "D:" + "".join(character for character in created if character.isdigit()) + "Z"
