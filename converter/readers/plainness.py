"""Is an article plainly small and plain, so that no reader can come to grief on it? Told in a single look.

Whatever is not goes to a child that can be killed, which costs some milliseconds; so doubt is cheap, and
whole formats are never plain: no glance tells what a PDF holds, and nobody knows what readers of other
packages do.
"""

import re

_SMALL_BYTES = 1_000_000
_PAGE_BYTES = 300_000
_PAGE_TAGS = 5_000
_TAG_PARTS = 500
"""Attributes, or rather what could part them, of one tag: libraries take quadratic time for them."""

_TAG = re.compile(rb"<[^>]*")
_SPAN = re.compile(rb"span\s*=\s*[\"']?\s*\d{4}", re.IGNORECASE)
"""A cell that spans a thousand rows or columns."""


def is_small(data: bytes) -> bool:
    """Whether it is worth a closer look."""
    return len(data) <= _SMALL_BYTES


def is_plain(data: bytes, format: str) -> bool:  # noqa: A002 - the word of the command line
    """Whether `data`, small and in `format`, may be read in this process."""
    match format:
        case "txt" | "md":
            return True
        case "html":
            return _is_plain_page(data)
        case "docx":
            from converter.readers.zipped import is_plain_archive

            return is_plain_archive(data)
    return False


def _is_plain_page(data: bytes) -> bool:
    if len(data) > _PAGE_BYTES or data.count(b"<") > _PAGE_TAGS or _SPAN.search(data):
        return False
    tags = _TAG.findall(data)
    return all(len(tag.split()) + tag.count(b"/") <= _TAG_PARTS for tag in tags)
