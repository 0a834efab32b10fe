"""Media types of files, by suffix: the same on every system, unlike those that `mimetypes` collects there."""

from collections.abc import Mapping

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

_BY_SUFFIX: Mapping[str, str] = {
    "csv": "text/csv",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "gif": "image/gif",
    "html": "text/html",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "md": "text/markdown",
    "odp": f"{_OPEN}.presentation",
    "ods": f"{_OPEN}.spreadsheet",
    "odt": f"{_OPEN}.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "txt": "text/plain",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}


def media_type_of(suffix: str) -> str:
    """Return the media type of files whose names end in `suffix`, which has no full stop."""
    return _BY_SUFFIX.get(suffix.lower(), "application/octet-stream")


def media_type_of_report(format: str) -> str:  # noqa: A002 - the word of the command line
    """Return the media type of a report; ours are in UTF-8 where they are text."""
    media_type = media_type_of(format)
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
