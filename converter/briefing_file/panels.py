"""Panels in a briefing file: a person may drop, move and comment on their lines, and change none."""

from collections.abc import Sequence

from converter.briefing_file.parsing import FileLine, fail
from converter.briefing_file.places import PlaceError, Places
from converter.model.article import Article, Sentence
from converter.model.briefing import Entry, Line, Note
from converter.model.language import Language
from converter.model.outline import Panel
from converter.outliner.panels import Matter, entries_of
from converter.outliner.reading import read
from converter.text import collapse


class PanelReader:
    """Reads the lines of panels against the article: each has to be one that the panel finds there."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], language: Language | None) -> None:
        """Take what was read, where its sentences are, and its language."""
        self._article, self._language = article, language
        self._sentences = tuple(sentences)
        self._places = Places(article, sentences)

    def lines(self, panel: Panel, lines: Sequence[FileLine]) -> tuple[Line, ...]:
        """Return the lines of a panel.

        Raises:
            InputError: `briefing-invalid`.
        """
        found = self._found(panel)
        seen: set[Entry] = set()
        read: list[Line] = []
        for line in lines:
            if not line.at:
                read.append(Note(line.text, line.author))
                continue
            entry = self._entry(found, panel, line)
            if entry in seen:
                fail(line.place, f"what {line.at} says stands here again", "keep one of them")
            seen.add(entry)
            read.append(entry)
        return tuple(read)

    def _found(self, panel: Panel) -> list[Entry]:
        if self._language is None:
            return []
        reading = read(self._article, self._sentences, self._language)
        return entries_of(panel, Matter(self._article, reading, self._language))

    def _entry(self, found: Sequence[Entry], panel: Panel, line: FileLine) -> Entry:
        try:
            sentence = self._places.find(line.at)
        except PlaceError as error:
            fail(line.place, str(error))
        here = [entry for entry in found if entry.line.sentence == sentence]
        if not here:
            fail(line.place, f"{line.at} is nothing for the panel {panel}", "put it into another section")
        entry = next((entry for entry in here if line.text in {"", self._words(entry)}), None)
        if entry is None:
            what = f"{line.at} is taken over by the panel {panel} as it is, and cannot be edited"
            fail(line.place, what, "delete the line, or write its place alone")
        return entry

    def _words(self, entry: Entry) -> str:
        return collapse(" ".join(self._article.slice(span) for span in entry.line.spans))
