"""Panels in a briefing file: a person may drop, move and comment on their lines, and change none."""

from collections.abc import Callable, Sequence
from functools import cached_property

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
        self._entries: dict[Panel, list[Entry]] = {}

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

    def words(self, panel: Panel, at: str, text: str, key: Callable[[str], str] = collapse) -> str:
        """Return the words of the line that a panel finds at a place; empty: it finds none with these.

        Args:
            panel: which.
            at: place of its sentence.
            text: its words.
            key: what two wordings that count as the same have in common.
        """
        here = (entry for entry in self._found(panel) if self._places.of_sentence(entry.line.sentence) == at)
        return next((words for words in map(self._words, here) if key(words) == key(text)), "")

    def _found(self, panel: Panel) -> list[Entry]:
        if panel not in self._entries:
            self._entries[panel] = entries_of(panel, self._matter) if self._matter else []
        return self._entries[panel]

    @cached_property
    def _matter(self) -> Matter | None:
        if self._language is None:
            return None
        reading = read(self._article, self._sentences, self._language)
        return Matter(self._article, reading, self._language)

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
