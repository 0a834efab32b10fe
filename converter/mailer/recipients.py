"""Lists of recipients, as CSV or YAML: who gets what, one person to a row.

The column `address` is all that a list must have. `name` is shown in the message; columns that are named like
settings choose what a person's reports look like and hold; every other column is a field of the templates of
subject and body.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct, field

from converter import yaml_source
from converter.composer.running import shorten
from converter.configuration import FIELD_NAME, Layer, Settings, Written, refined
from converter.errors import ConverterError, InputError
from converter.mailer.headers import one_line
from converter.mailer.mailboxes import Mailbox, folded, parse_mailbox
from converter.text import plain
from converter.yaml_source import Place

CHOICES = (
    *("style", "template", "paper", "outline", "length", "sections"),
    *("report-lang", "marking", "cite", "embed"),
)
"""Settings that may differ from person to person."""

Choice = tuple[tuple[str, str], ...]
"""What a person chooses: pairs of a setting's name and its value as written, in the order of `CHOICES`."""

TAKEN = ("title", "source", "date", "author")
"""Fields of templates that the briefing itself fills."""

_ALIASES = {"email": "address", "e-mail": "address", "language": "report-lang", "handling": "marking"}

_MOST_BYTES = 32 * 2**20
_MOST_FAULTS = 100
_SHOWN = 40
_DELIMITERS = ",;\t"


class Recipient(Struct, frozen=True):
    """A person on a list.

    Attributes:
        mailbox: where the message goes.
        choice: what differs from the settings of the call.
        settings: those of the call, with what differs.
        fields: further columns, for templates.
        place: of the row.
    """

    mailbox: Mailbox
    choice: Choice
    settings: Settings
    fields: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


class RecipientsError(InputError):
    """Everything that is wrong with a list; `where`, `what` and `remedy` are those of the first fault."""

    def __init__(self, faults: Sequence[ConverterError]) -> None:
        """Take at least one fault."""
        first = faults[0]
        super().__init__("recipients-invalid", first.what, where=first.where, remedy=first.remedy)
        self.faults = tuple(faults)

    @property
    def lines(self) -> tuple[str, ...]:
        """One for each fault."""
        return tuple(map(str, self.faults))


def read_recipients(path: Path, settings: Settings) -> tuple[Recipient, ...]:
    """Return the people on the list at `path`, each once; all faults are told at once.

    Args:
        path: a CSV file (commas, semicolons or tabs; the first row names the columns) or a YAML file with a
            list of mappings, in UTF-8.
        settings: of the call.

    Raises:
        InputError: `recipients-unreadable`; `recipients-invalid`, with its faults.
        StyleError: what is wrong with the YAML as such.
    """
    rows = _rows_of_yaml(path) if path.suffix.lower() in {".yaml", ".yml"} else _rows_of_csv(path)
    found: dict[str, Recipient] = {}
    faults: list[ConverterError] = []
    for row in rows:
        if len(faults) == _MOST_FAULTS:
            break
        try:
            recipient = _recipient(row, settings, path.parent)
            _check_first(recipient, found)
            found[folded(recipient.mailbox.address)] = recipient
        except ConverterError as fault:
            faults.append(fault)
    if faults:
        raise RecipientsError(faults)
    if not found:
        raise _invalid("there is nobody on this list", str(path), "write a person to a row")
    return tuple(found.values())


class _Row(Struct, frozen=True):
    """A person as written: column → value, the places of those that are filled in, and that of the row.

    All rows of a list have the same columns.
    """

    values: Mapping[str, str]
    places: Mapping[str, str]
    place: str


def _recipient(row: _Row, settings: Settings, folder: Path) -> Recipient:
    values = {key: value for key, value in row.values.items() if value}
    if "address" not in values:
        raise _invalid("there is no address", row.place, "fill in the column 'address'")
    mailbox = parse_mailbox(values["address"], row.places["address"])
    name = one_line(values.get("name", "")) or mailbox.name
    layer: Layer = {
        key: Written(value, row.places[key], row.places[key], folder)
        for key, value in values.items()
        if key in CHOICES
    }
    chosen = refined(settings, layer)
    if chosen.embed == "source" and chosen.sections:
        what = "the article would travel along, with the sections that are left out"
        raise _invalid(what, row.place, "choose another value of 'embed'")
    own = {"address", "name", *CHOICES}
    return Recipient(
        Mailbox(mailbox.address, name),
        tuple((key, values[key]) for key in CHOICES if key in values),
        chosen,
        {key: plain(value) for key, value in row.values.items() if key not in own},
        row.place,
    )


def _check_first(recipient: Recipient, found: Mapping[str, Recipient]) -> None:
    address = recipient.mailbox.address
    if first := found.get(folded(address)):
        what = f"{address} stands here again, after {first.place}"
        raise _invalid(what, recipient.place, "keep one of them")


def _invalid(what: str, where: str, remedy: str) -> InputError:
    return InputError("recipients-invalid", what, where=where, remedy=remedy)


# --------------------------------------------------------------------------------------------------- CSV


def _rows_of_csv(path: Path) -> Iterator[_Row]:
    lines = list(io.StringIO(_text(path), newline=""))
    reader = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    columns: list[str] = []
    start = 1
    try:
        for cells in reader:
            place = str(Place(str(path), start, 1))
            start = reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _columns(cells, place)
                continue
            values = _named(columns, cells, place)
            yield _Row(values, dict.fromkeys(values, place), place)
    except csv.Error as error:
        where = str(Place(str(path), start, 1))
        raise _invalid(f"this is not CSV: {error}", where, "see to its quotation marks") from None


def _named(columns: Sequence[str], cells: Sequence[str], place: str) -> dict[str, str]:
    """Return the cells of a row by their columns; what a spreadsheet leaves empty at its edge is nothing."""
    named = dict.fromkeys(filter(None, columns), "")
    for column, cell in zip_longest(columns, map(str.strip, cells), fillvalue=""):
        if column:
            named[column] = cell
        elif cell:
            what = f"{shorten(cell, _SHOWN)!r} stands in no column that has a name"
            raise _invalid(what, place, "name the column, or put a cell with a comma in quotation marks")
    return named


def _delimiter(lines: Sequence[str]) -> str:
    """Return what parts the columns: what stands most often in the first line that says something."""
    first = next((line for line in lines if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _columns(cells: Sequence[str], place: str) -> list[str]:
    columns = [_column(cell, place) if cell.strip() else "" for cell in cells]
    for index, column in enumerate(columns):
        if column and column in columns[:index]:
            raise _invalid(f"the column {column!r} stands twice", place, "delete one")
    if "address" not in columns:
        remedy = "let the first row name the columns, such as address,name,style"
        raise _invalid("there is no column 'address'", place, remedy)
    return columns


def _column(cell: str, place: str) -> str:
    """Return the name of a column: in small letters, words joined by hyphens, one name for one thing."""
    name = re.sub(r"[\s_]+", "-", plain(cell).lower())
    if not FIELD_NAME.fullmatch(name):
        remedy = "write letters, digits and hyphens, a letter first"
        raise _invalid(f"{plain(cell)!r} is no name for a column", place, remedy)
    if name in TAKEN:
        remedy = "choose another name for the column"
        raise _invalid(f"the field {name!r} is the briefing's own", place, remedy)
    return _ALIASES.get(name, name)


def _text(path: Path) -> str:
    remedy = "save the list as UTF-8 (Excel: 'CSV UTF-8')"
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            what, remedy = f"is larger than {_MOST_BYTES >> 20} MB", "send it in parts"
        else:
            return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        what = "is not UTF-8"
    except OSError as error:
        what, remedy = f"cannot be read: {(error.strerror or str(error)).lower()}", "check its path"
    raise InputError("recipients-unreadable", what, where=str(path), remedy=remedy)


# -------------------------------------------------------------------------------------------------- YAML


def _rows_of_yaml(path: Path) -> Iterator[_Row]:
    root = yaml_source.load(path)
    if not isinstance(root, yaml_source.Sequence):
        raise _invalid("this is not a list", str(root.place), "write '- address: ada@example.org' to a line")
    people = [(_entries(item), str(item.place)) for item in root.items]
    columns = dict.fromkeys(column for entries, _ in people for column in entries)
    for entries, place in people:
        cells = {column: _cell(entries[column]) if column in entries else "" for column in columns}
        places = {column: str(value.place) for column, value in entries.items()}
        yield _Row(cells, places, place)


def _entries(item: yaml_source.Node) -> dict[str, yaml_source.Node]:
    """Return what is said of a person, by column."""
    if not isinstance(item, yaml_source.Mapping):
        raise _invalid("this is not a person", str(item.place), "write '- address: ada@example.org'")
    return {_column(one.key.text, str(one.key.place)): one.value for one in item.entries}


def _cell(value: yaml_source.Node) -> str:
    """Return a value as a cell; a list, such as of sections, as its items parted by commas."""
    match value:
        case yaml_source.Scalar():
            return "" if value.is_null else value.text
        case yaml_source.Sequence():
            return ",".join(_cell(item) for item in value.items)
        case yaml_source.Mapping():
            raise _invalid("this is not a single value", str(value.place), "write one word here")
