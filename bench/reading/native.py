"""Pandoc's native format, as far as measuring needs it: the headings and the words of a document."""

import re
from collections.abc import Iterator

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(&|\d+|.)")
_HEADER = re.compile(r"Header (\d) ")
_TOKEN = re.compile(
    r'Str "((?:[^"\\]|\\.)*)"|\b(?:Space|SoftBreak|LineBreak)\b|Code \(.*?\) "((?:[^"\\]|\\.)*)"'
)
_NAMED = {"n": "\n", "t": "\t", "&": ""}


def headings(native: str) -> list[tuple[int, str]]:
    """Return level and words of each heading in a document in the native format."""
    found = []
    for match in _HEADER.finditer(native):
        content = _bracketed(native, native.index("[", _end_of_attributes(native, match.end())))
        found.append((int(match[1]), words(content)))
    return found


def words(native: str) -> str:
    """Return the words of inline elements in the native format, on one line."""
    return " ".join("".join(_spelled(native)).split())


def _spelled(native: str) -> Iterator[str]:
    for token in _TOKEN.finditer(native):
        told = token[1] if token[1] is not None else token[2]
        yield " " if told is None else _unescaped(told)


def _unescaped(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        return chr(int(match[1])) if match[1].isdecimal() else _NAMED.get(match[1], match[1])

    return _ESCAPE.sub(character, text)


def _end_of_attributes(native: str, start: int) -> int:
    """Return where the attributes that begin at `start`, in parentheses, end."""
    depth = 0
    for index, character in _outside_strings(native, start):
        depth += (character == "(") - (character == ")")
        if depth == 0 and character == ")":
            return index
    return len(native)


def _bracketed(native: str, start: int) -> str:
    """Return the list that begins with the bracket at `start`."""
    depth = 0
    for index, character in _outside_strings(native, start):
        depth += (character == "[") - (character == "]")
        if depth == 0:
            return native[start : index + 1]
    return native[start:]


def _outside_strings(native: str, start: int) -> Iterator[tuple[int, str]]:
    index = start
    while index < len(native):
        if native[index] == '"' and (string := _STRING.match(native, index)):
            index = string.end()
            continue
        yield index, native[index]
        index += 1
