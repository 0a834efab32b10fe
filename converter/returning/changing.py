"""A report that came back → its lines as they will stand, and what a person changed in them.

Lines that are found word for word stand as they are; what is left over is an altered line, a sentence of the
article, or a person's own words.
"""

from collections.abc import Iterator, Sequence

from converter.briefing_file.parsing import FileLine
from converter.model.briefing import GAP
from converter.model.outline import Panel
from converter.notices import Notice
from converter.returning.changes import contrast
from converter.returning.claimed import Claimed
from converter.returning.guessing import Guess, guesses
from converter.returning.items import Item
from converter.returning.laying import Laid
from converter.returning.placing import Stretch
from converter.returning.remarks import remarks_of, told_note
from converter.returning.words import author_of, fold
from converter.returning.zones import is_label
from converter.text import plain
from converter.verifier.proof.wording import quoted


def items_of(laid: Laid, author: str) -> tuple[list[Item], list[Notice]]:
    """Return the lines of a report in the order in which they stand, and a notice for each change of one.

    Args:
        laid: the report beside what it claimed.
        author: who edited it, as far as Word does not say it of a change.
    """
    reader = _Reader(laid, author)
    items = [*reader.standing(), *reader.new()]
    for item, notice in remarks_of(laid, author):
        items.append(item)
        reader.notices.append(notice)
    return sorted(items, key=lambda one: (one.paragraph, one.start)), reader.notices


class _Reader:
    """Reads lines; a sentence stands once."""

    def __init__(self, laid: Laid, author: str) -> None:
        self.notices: list[Notice] = []
        self._laid = laid
        self._witness = laid.witness
        self._author = author
        self._used: set[str] = set()
        self._in_panels: set[tuple[str, str, str]] = set()

    # ------------------------------------------------------------------------------- what is still there

    def standing(self) -> Iterator[Item]:
        """Yield the lines that stand as they did."""
        for index, stretches in sorted(self._laid.placed.at.items()):
            first = min(stretches)
            if said := self._said(self._laid.lines[index], first.paragraph):
                yield Item(first.paragraph, first.start, said, index)

    def _said(self, line: Claimed, paragraph: int) -> FileLine | None:
        """Return a line that stands as it was claimed, as far as the article bears it out."""
        at = self._laid.at(paragraph)
        if line.untrue:
            words = f"is said to be the article's, and is not there word for word: {quoted(line.text)}"
            self.notices.append(Notice("line-untrue", words))
        if not line.at and not line.untrue:
            return FileLine("", line.text, line.author, at)
        elsewhere = self._witness.place_of_words(line.text) if line.untrue and not line.whole else ""
        place = elsewhere or line.at
        if not place:
            return FileLine("", plain(line.text), self._author, at)
        if self._panel_at(paragraph):
            return self._in_panel(place, line.text, paragraph)
        if not self._take(place):
            self._tell_twice(line.text)
            return None
        if elsewhere or line.whole:
            return FileLine(place, "", "", at)
        # of an actor's line a section shows that it is a part of its sentence
        is_part = line.panel and not self._witness.says(place, line.text)
        text = f"{GAP} {line.text} {GAP}" if is_part else line.text
        return FileLine(place, text, line.author or (self._author if line.untrue else ""), at)

    def _panel_at(self, paragraph: int) -> Panel | None:
        part = self._laid.part_at(paragraph)
        return part.panel if part else None

    def _in_panel(self, place: str, text: str, paragraph: int) -> FileLine | None:
        """Return a line of a panel, which has what it finds in the article, as it is there, each once."""
        part = self._laid.part_at(paragraph)
        words = self._witness.in_panel(part.panel, place, text) if part and part.panel else ""
        if part is None or not words:
            title = part.title if part else ""
            self._drop(f"is nothing for the panel {quoted(title)}, and was left out: {quoted(text)}")
            return None
        if (part.key, place, words) in self._in_panels:
            self._tell_twice(text)
            return None
        self._in_panels.add((part.key, place, words))
        return FileLine(place, words, "", self._laid.at(paragraph))

    def _take(self, place: str) -> bool:
        """Take a place, with all that is in it; tell whether it was free."""
        taken = self._witness.within(place)
        is_free = not self._used.intersection(taken)
        self._used.update(taken if is_free else ())
        return is_free

    def _tell_twice(self, text: str) -> None:
        self._drop(f"stands twice, and is kept once: {quoted(text)}")

    def _drop(self, text: str) -> None:
        self.notices.append(Notice("edit-dropped", text))

    # ------------------------------------------------------------------------------------- what is new

    def new(self) -> Iterator[Item]:
        """Yield what no line was found in; tell of the lines that are gone."""
        laid = self._laid
        missing = {index: line for index, line in enumerate(laid.lines) if index not in laid.placed.at}
        for guess in self._guesses(list(self._left()), missing):
            if item := self._item(guess):
                yield item
            for index in (guess.line, *guess.swallowed):
                if index is not None:
                    missing.pop(index, None)
        kept = {one.part for one in laid.headings}
        for line in missing.values():
            # a section that is gone is told as one
            title = laid.parts[line.section].title
            if line.section in kept or not title:
                where = f" from {quoted(title)}" if line.panel else ""
                self.notices.append(Notice("line-removed", f"removed{where}: {quoted(line.text)}"))

    def _left(self) -> Iterator[Stretch]:
        """Yield what is left over, without headings and other words of the report's own."""
        laid, claims = self._laid, self._laid.report.claims
        skipped = {one.paragraph for one in laid.headings if one.is_shown}
        if claims.template:
            # where it has places for sections, the opening may stand behind them
            skipped |= {at for at, one in enumerate(laid.zones.body) if is_label(one, claims)}
        for one in laid.page.left():
            if one.paragraph not in skipped and fold(laid.page.text(one)) not in laid.own:
                yield one

    def _guesses(self, left: Sequence[Stretch], missing: dict[int, Claimed]) -> list[Guess]:
        """Return what is new; a sentence of the article that is not in the report is no altered line."""
        page, body = self._laid.page, self._laid.zones.body
        gone = {fold(line.text) for line in missing.values()}
        texts = [(one, page.text(one)) for one in left]
        known = [one for one, text in texts if fold(text) not in gone and self._witness.place_of_words(text)]
        tables = [one for one in left if one not in known and body[one.paragraph].in_table]
        for one in tables:
            self._drop(f"a table stands as the article has it, without this: {quoted(page.text(one))}")
        rest = [one for one in left if one not in known and one not in tables]
        editable = {index: line for index, line in missing.items() if not line.whole}
        found = [*map(self._fitting, guesses(page, rest, editable)), *map(Guess, known)]
        return sorted(found, key=lambda one: one.stretch)

    def _fitting(self, guess: Guess) -> Guess:
        """Return `guess`, in a panel without lines of sections, which it cannot hold edited."""
        if guess.line is None or not self._panel_at(guess.stretch.paragraph):
            return guess
        was = self._laid.lines[guess.line]
        return Guess(guess.stretch, guess.line if was.panel or not was.at else None)

    def _item(self, guess: Guess) -> Item | None:
        one, laid = guess.stretch, self._laid
        text = plain(laid.page.text(one))
        author = author_of(laid.zones.body[one.paragraph].hands[one.start : one.end]) or self._author
        line = self._line(guess, text, author, one.paragraph)
        return Item(one.paragraph, one.start, line, guess.line) if line else None

    def _line(self, guess: Guess, text: str, author: str, paragraph: int) -> FileLine | None:
        lines, at = self._laid.lines, self._laid.at(paragraph)
        was = lines[guess.line] if guess.line is not None else None
        if was and fold(was.text) == fold(text):
            return self._said(was, paragraph)
        if was and was.panel and was.at and self._panel_at(paragraph):
            self._drop(f"a panel stands as the article has it, without this: {contrast(text, was.text)}")
            return self._said(was, paragraph)
        if was and was.at and self._take(was.at):
            self.notices.append(Notice("line-edited", f"edited: {contrast(text, was.text)}"))
            for index in guess.swallowed:
                merged = f"merged into the line before: {quoted(lines[index].text)}"
                self.notices.append(Notice("line-merged", merged))
            return FileLine(was.at, text, author, at)
        if was and not was.at and not was.untrue:
            self.notices.append(Notice("note-edited", f"comment: {contrast(text, was.text)}"))
            return FileLine("", text, was.author or author, at)
        if place := self._witness.place_of_words(text):
            return self._brought_in(place, text, paragraph)
        return self._own_words(text, author, paragraph)

    def _own_words(self, text: str, author: str, paragraph: int) -> FileLine | None:
        """Return a person's note; words of another article of a digest are none."""
        if self._witness.is_foreign(text):
            self._drop(f"is of another article, and was left out: {quoted(text)}")
            return None
        self.notices.append(Notice("note-added", told_note(text, author)))
        return FileLine("", text, author, self._laid.at(paragraph))

    def _brought_in(self, place: str, text: str, paragraph: int) -> FileLine | None:
        """Return a sentence of the article that was not in the report."""
        line: FileLine | None = None
        if self._panel_at(paragraph):
            line = self._in_panel(place, text, paragraph)
        elif self._take(place):
            line = FileLine(place, "", "", self._laid.at(paragraph))
        else:
            self._tell_twice(text)
        if line:
            self.notices.append(Notice("line-added", f"brought in from the article: {quoted(text)}"))
        return line
