"""How often the encoding of a text is told rightly.

`python -m bench.reading.encodings FOLDER` reads pairs of files: `NAME.txt` in some encoding and `NAME.utf8`,
what it says. Of each text it tells whether it was read rightly, by which encoding, and what the user was
told. Then it encodes the beginnings of the same texts anew, in every encoding made for their language.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from bench.tables import print_table
from converter.errors import InputError
from converter.readers.decode import decode
from converter.readers.guess import ENCODINGS
from converter.readers.language import tell_language

_LENGTHS = (60, 120, 240, 400)


class Reading(NamedTuple):
    """How a text was read: by which encoding, whether rightly, and the codes of what was told."""

    encoding: str
    right: bool
    told: tuple[str, ...]


def read(data: bytes, text: str) -> Reading:
    """Return how `data` is read, which says `text`; composing and a mark at the beginning do not matter."""
    try:
        decoded = decode(data)
    except InputError as error:
        return Reading("", right=False, told=(error.code,))
    right = normalize("NFC", decoded.text) == normalize("NFC", text.removeprefix("\ufeff"))
    return Reading(decoded.encoding, right, tuple(notice.code for notice in decoded.notices))


def encoded(text: str, lengths: Sequence[int] = _LENGTHS) -> Iterator[tuple[int, str, bytes, str]]:
    """Yield the first characters of `text`: how many, an encoding of its language, and both forms.

    What is plain ASCII tells nothing.
    """
    language = tell_language(text).tag
    for length in lengths:
        start = text[:length]
        for encoding in _made_for(language):
            try:
                data = start.encode(encoding)
            except UnicodeEncodeError:
                continue
            if not data.isascii():
                yield length, encoding, data, start


def _made_for(language: str) -> list[str]:
    return [
        encoding
        for encoding, languages in ENCODINGS.items()
        if language in {tag.partition("-")[0] for tag in languages.split()}
    ]


def shares(results: Sequence[tuple[str, int, bool]]) -> list[tuple[str, ...]]:
    """Return a row for each name, with right of all for each length, of triples of name, length and right."""
    rows = []
    for name in dict.fromkeys(name for name, _, _ in results):
        mine = [(length, right) for each, length, right in results if each == name]
        cells = [[right for each, right in mine if each == length] for length in _LENGTHS]
        rows.append((name, *(f"{sum(cell)} of {len(cell)}" if cell else "" for cell in cells)))
    return rows


def pairs(folder: Path) -> Mapping[str, tuple[bytes, str]]:
    """Return by name the bytes of each pair of files, and what they say."""
    return {
        file.stem: (file.read_bytes(), file.with_suffix(".utf8").read_bytes().decode("utf-8"))
        for file in sorted(folder.glob("*.txt"))
        if file.with_suffix(".utf8").is_file()
    }


def main(arguments: Sequence[str]) -> None:
    """Print the tables for the folder that `arguments` name."""
    found = pairs(Path(arguments[0])) if len(arguments) == 1 else {}
    if not found:
        sys.exit(
            "usage: python -m bench.reading.encodings FOLDER, which holds pairs of NAME.txt and NAME.utf8"
        )
    readings = {name: read(data, text) for name, (data, text) in found.items()}
    print_table(
        f"Encodings: {sum(each.right for each in readings.values())} of {len(readings)} right",
        ("text", "read as", "right", "told"),
        [
            (name, each.encoding, "yes" if each.right else "NO", ", ".join(each.told))
            for name, each in readings.items()
        ],
    )
    texts = {text for _, text in found.values()}
    anew = [each for text in sorted(texts) for each in encoded(text)]
    results = [(encoding, length, read(data, text).right) for length, encoding, data, text in anew]
    results.sort(key=lambda each: list(ENCODINGS).index(each[0]))
    results = [*results, *(("all", length, right) for _, length, right in results)]
    print_table(
        "Beginnings, encoded anew", ("", *(f"{length} characters" for length in _LENGTHS)), shares(results)
    )


if __name__ == "__main__":
    main(sys.argv[1:])
