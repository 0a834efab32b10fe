"""What the file says of itself: core (ECMA-376 part 2, 11), extended and custom properties (22.2, 22.3)."""

from collections.abc import Iterable, Iterator

from converter.model.document import Document
from converter.writers.docx.markup import escape

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM = f'xmlns="{_OFFICE}custom-properties" xmlns:vt="{_OFFICE}docPropsVTypes"'
_FIRST = 2
PROVENANCE_PROPERTY = "Provenance SHA-256"
"""Name of the property with the sum of the provenance that travels inside the file."""

# Word and python-docx take no more.
MAX_LENGTH = 255


def core_xml(document: Document) -> str:
    """Return `docProps/core.xml`; dates are the document's, never the clock's."""
    properties = document.properties
    entries = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:keywords": ", ".join(properties.keywords),
        "cp:lastModifiedBy": properties.author,
        "dc:language": document.language,
    }
    texts = "".join(f"<{name}>{escape(text[:MAX_LENGTH])}</{name}>" for name, text in entries.items() if text)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{properties.created}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"<cp:coreProperties {_CORE}>{texts}{dates}</cp:coreProperties>"


def app_xml(document: Document) -> str:
    """Return `docProps/app.xml`: which program made the file."""
    return (
        f'<Properties xmlns="{_OFFICE}extended-properties">'
        f"<Application>{escape(document.properties.generator)}</Application></Properties>"
    )


def custom_xml(document: Document) -> str:
    """Return `docProps/custom.xml`; empty where there is nothing to say."""
    told = [*custom_properties(document)]
    return properties_xml(told, _FIRST) if told else ""


def properties_xml(told: Iterable[tuple[str, str]], first: int) -> str:
    """Return custom properties by name and value, numbered from `first`, which is 2 at least (22.3.2.2)."""
    entries = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escape(value[:MAX_LENGTH])}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(told, start=first)
    )
    return f"<Properties {_CUSTOM}>{entries}</Properties>"


def custom_properties(document: Document) -> Iterator[tuple[str, str]]:
    """Yield names and values: each source with its SHA-256, which the page shows shortened, and what travels.

    Nothing of it where nothing is to travel but what readers see.
    """
    if document.embed == "none":
        return
    for number, source in enumerate(document.sources, start=1):
        name = "Source" if len(document.sources) == 1 else f"Source {number}"
        yield name, source.name
        yield f"{name} SHA-256", source.sha256
    if document.provenance:
        yield PROVENANCE_PROPERTY, document.provenance_sha256
