"""What the file says of itself: core (ECMA-376 part 2, 11), extended and custom properties (22.2, 22.3)."""

from converter.model.article import Source
from converter.model.document import Document
from converter.writers.docx.markup import escape

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
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
    """Return `docProps/custom.xml`: each source with its SHA-256, which the page shows shortened."""
    entries = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escape(value[:MAX_LENGTH])}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(_custom(document.sources), start=2)
    )
    namespaces = f'xmlns="{_OFFICE}custom-properties" xmlns:vt="{_OFFICE}docPropsVTypes"'
    return f"<Properties {namespaces}>{entries}</Properties>"


def _custom(sources: tuple[Source, ...]) -> list[tuple[str, str]]:
    pairs = []
    for number, source in enumerate(sources, start=1):
        name = "Source" if len(sources) == 1 else f"Source {number}"
        pairs += [(name, source.name), (f"{name} SHA-256", source.sha256)]
    return pairs
