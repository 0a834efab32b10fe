"""Lists of documents, read a row at a time: paths in a text, or rows of CSV and JSONL that may say more.

The column `path` says where an article is, from the list's folder on; `id` tells rows apart that have no
path, or the same. Columns that are named like settings choose how this document is read and what its reports
look like and hold. Where the rows hold the articles themselves, further columns are the corpus's own.
"""

import csv
import io
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from converter.batch.records import Item, fault_of
from converter.errors import ConverterError, InputError
from converter.limits import LIMITS
from converter.readers.raw import is_address
from converter.suggestions import nearest
from converter.yaml_source import Place

CHOICES = (
    *("title", "author", "date", "marking", "style", "template", "paper", "outline", "length", "sections"),
    *("panel", "lang", "report-lang", "cite", "embed", "from", "encoding"),
)
"""Settings that may differ from document to document."""

_ALIASES = {"file": "path", "source": "path", "language": "lang", "handling": "marking"}
_KNOWN = ("path", "id", *CHOICES)
_DELIMITERS = ",;\t"

_FIRST, _WORDS_OF_SENTENCE = 5, 7
"""Among so many lines, one with so many words is taken for a sentence where no file has it as its name."""

Row = Mapping[str, str]


class Columns(Struct, frozen=True):
    """Columns of a list that mean something in this call; empty: there is none.

    Attributes:
        text: with the articles themselves.
        group: by whose values articles are put together.
    """

    text: str = ""
    group: str = ""

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of the columns without which a list makes no sense, as `_column` writes them."""
        return tuple(filter(None, (_column(self.text or "path"), _column(self.group))))


def items_of_list(stream: BinaryIO, name: str, folder: str, columns: Columns) -> Iterator[Item]:
    """Yield the documents of the list in `stream`; a row that is wrong is an item with a fault.

    Args:
        stream: the list, in UTF-8.
        name: its path, or `stdin`; a suffix says what it is: rows of CSV or JSONL, else paths (rows of JSONL
            where there is a text column).
        folder: that its paths start from.
        columns: that have articles and groups.

    Raises:
        InputError: `list-invalid`: what is wrong with the list as such.
    """
    suffix = PurePath(name).suffix.lower()
    columns = Columns(_column(columns.text), _column(columns.group))
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    if is_csv(name):
        rows = _rows_of_csv(buffered, name, columns)
    elif suffix in {".jsonl", ".ndjson"} or columns.text or columns.group:
        rows = _rows_of_jsonl(buffered, name)
    else:
        yield from _paths(buffered, name, folder)
        return
    for place, row in rows:
        if isinstance(row, Item):
            yield row
        else:
            group = row.get(columns.group, "").strip() if columns.group else ""
            yield replace(_item(row, place, folder, columns.text), group=group)


def is_csv(name: str) -> bool:
    """Whether a list of this name is CSV, the first row of which names its columns."""
    return PurePath(name).suffix.lower() in {".csv", ".tsv"}


def _paths(lines: BinaryIO, name: str, folder: str) -> Iterator[Item]:
    """Yield a document for each line; names of files may hold any bytes."""
    for number, line in enumerate(lines, 1):
        path = os.fsdecode(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).strip("\r\n")
        if path.strip():
            item = _at(path, Place(name, number, 1), folder)
            _check_path(item, number)
            yield item


def _check_path(item: Item, number: int) -> None:
    """Check that one of the first lines is no sentence, as of an article that was given instead of a list.

    Raises:
        InputError: `list-invalid`.
    """
    is_sentence = number <= _FIRST and len(item.id.split()) >= _WORDS_OF_SENTENCE
    if is_sentence and not is_address(item.location) and not os.path.lexists(item.location):
        what, remedy = "this is no path of an article", "convert a single article with: briefing convert"
        raise InputError("list-invalid", what, where=item.place, remedy=remedy)


def _item(row: Row, place: Place, folder: str, text_column: str) -> Item:
    choice = tuple((key, row[key]) for key in CHOICES if row.get(key) and key != text_column)
    if not text_column:
        if not row.get("path"):
            return _faulty(
                place,
                "there is no path",
                "fill in the column 'path', or name that of texts with --text-column",
            )
        return _at(row["path"], place, folder, row.get("id", ""), choice)
    text = row.get(text_column, "")
    if not text.strip():
        return _faulty(place, f"there is no text in {text_column!r}", "name another with --text-column")
    identity = row.get("id") or f"{PurePath(place.file).stem}-{place.line}"
    return Item(identity, place.file, choice, str(place), folder, text)


def _at(
    path: str, place: Place, folder: str, identity: str = "", choice: tuple[tuple[str, str], ...] = ()
) -> Item:
    if is_address(path):
        return Item(identity or path, path, choice, str(place), folder)
    parts = PurePath(path).as_posix()
    if is_address(folder):
        return Item(identity or parts, f"{folder}/{parts}", choice, str(place), folder)
    location = os.path.join(folder, path) if folder != "." else path  # noqa: PTH118 - text, as it stands
    return Item(identity or parts, location, choice, str(place), folder)


def _faulty(place: Place, what: str, remedy: str) -> Item:
    where = str(place)
    return Item(where, where, place=where, fault=fault_of(_invalid(what, place, remedy)))


# ------------------------------------------------------------------------------------------------- JSONL


def _rows_of_jsonl(lines: BinaryIO, name: str) -> Iterator[tuple[Place, Row | Item]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = Place(name, number, 1)
        try:
            data = json.loads(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except (ValueError, RecursionError):
            yield place, _faulty(place, "this is not JSON in UTF-8", "write one object to a line")
            continue
        if not isinstance(data, dict):
            yield place, _faulty(place, "this is not an object", 'write {"path": "a.txt"}')
            continue
        yield place, {_column(key): text for key, value in data.items() if (text := _cell(value))}


def _cell(value: object) -> str:
    """Return a value as a cell; of a list, such as of sections, its items parted by commas."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return ",".join(filter(None, map(_cell, value)))
    return str(value).lower() if isinstance(value, bool) else str(value)


# --------------------------------------------------------------------------------------------------- CSV


def _rows_of_csv(stream: BinaryIO, name: str, wanted: Columns) -> Iterator[tuple[Place, Row | Item]]:
    csv.field_size_limit(LIMITS.input_bytes)
    lines = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    number = 1
    try:
        first = lines.readline()
        delimiter = max(_DELIMITERS, key=first.count)
        columns = _columns(next(csv.reader([first], delimiter=delimiter), []), Place(name, 1, 1), wanted)
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        start = 2
        for cells in rows:
            number, start = start, rows.line_num + 2
            place = Place(name, number, 1)
            if len(cells) > len(columns):
                what = f"this row has {len(cells)} cells, and there are {len(columns)} columns"
                yield place, _faulty(place, what, "put a cell with a comma in quotation marks")
            elif any(map(str.strip, cells)):
                yield (
                    place,
                    {key: text for key, cell in zip(columns, cells, strict=False) if (text := cell.strip())},
                )
    except UnicodeDecodeError:
        remedy = "save the list as UTF-8 (Excel: 'CSV UTF-8')"
        raise _invalid("is not UTF-8", Place(name, number, 1), remedy) from None
    except csv.Error as error:
        remedy = "see to its quotation marks"
        raise _invalid(f"this is not CSV: {error}", Place(name, number, 1), remedy) from None
    finally:
        # the stream is closed by whoever has opened it
        lines.detach()


def _columns(cells: Sequence[str], place: Place, wanted: Columns) -> list[str]:
    columns = list(map(_column, cells))
    for column in wanted.needed:
        if column not in columns:
            remedy = f"let the first row name the columns, such as {','.join(wanted.needed)},style"
            raise _invalid(f"there is no column {column!r}", place, remedy)
    known = (*_KNOWN, *wanted.needed)
    for index, column in enumerate(columns):
        if column in columns[:index]:
            raise _invalid(f"the column {column!r} stands twice", place, "delete one")
        meant = "" if wanted.text or column in known else nearest(column, known, 0.8)
        if meant:
            raise _invalid(f"there is no column {column!r}", place, f"did you mean {meant}?")
    return columns


def _column(name: str) -> str:
    """Return the name of a column: in small letters, words joined by hyphens, one name for one thing."""
    name = re.sub(r"[\s_]+", "-", name.strip().lower())
    return _ALIASES.get(name, name)


def _invalid(what: str, place: Place, remedy: str) -> ConverterError:
    return InputError("list-invalid", what, where=str(place), remedy=remedy)
