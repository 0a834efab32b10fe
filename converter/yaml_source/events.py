"""What the parser of `yaml` meets, event by event, and where lines begin."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from converter.errors import StyleError
from converter.yaml_source.nodes import Place

if TYPE_CHECKING:
    import yaml

    from converter.yaml_source.mistakes import Report

_LINE_END = re.compile(r"\r\n|\r|\n")


class Mark(Protocol):
    """PyYAML's: everything counts from 0."""

    line: int
    column: int
    index: int


class Lines:
    """Where the lines of a text begin; PyYAML counts otherwise, also U+2028, which editors do not."""

    def __init__(self, text: str, file: str) -> None:
        """Take the text, and the name of its file."""
        self._file = file
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._mark = text.startswith("\ufeff")

    def place(self, offset: int) -> Place:
        """Return where the character at `offset` stands."""
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        return Place(self._file, line, max(column - (self._mark and line == 1), 1))

    def start(self, event: "yaml.Event") -> Place:
        """Return where `event` begins."""
        mark: Mark | None = event.start_mark
        return self.place(mark.index if mark else 0)


def events(text: str, lines: Lines) -> Iterator["yaml.Event"]:
    """Yield the parser's events one by one; PyYAML's parser, unlike its composer, does not recurse.

    Raises:
        StyleError: `yaml-syntax`.
    """
    # 10 ms to import; not needed where `stylesheets.cache` remembers the nodes
    import yaml

    try:
        loader = yaml.SafeLoader(text)
    except yaml.reader.ReaderError as error:
        what = f"U+{error.character:04X} may not stand in YAML"
        place = lines.place(error.position)
        raise StyleError("yaml-syntax", what, where=str(place), remedy="delete it") from None
    try:
        while loader.check_event():
            yield loader.get_event()  # type: ignore[no-untyped-call]
    except yaml.MarkedYAMLError as error:
        from converter.yaml_source.mistakes import mistake

        what, at, remedy = mistake(text, _report(error))
        raise StyleError("yaml-syntax", what, where=str(lines.place(at)), remedy=remedy) from None
    except (ValueError, OverflowError):
        # An escape beyond Unicode ("\UFFFFFFFF"), or a version number of thousands of digits.
        mark: Mark = loader.get_mark()
        place = lines.place(mark.index)
        raise StyleError("yaml-syntax", "holds a number that is out of range", where=str(place)) from None


def _report(error: "yaml.MarkedYAMLError") -> "Report":
    from converter.yaml_source.mistakes import Report

    problem: Mark | None = error.problem_mark or error.context_mark
    context: Mark | None = error.context_mark or error.problem_mark
    said = [(part or "").replace("\n", " ") for part in (error.context, error.problem)]
    return Report(said[0], context.index if context else 0, said[1], problem.index if problem else 0)
