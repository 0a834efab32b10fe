"""A report that came back, and its article → the briefing file that a person would have written.

Lines that are found word for word stand as they are; what is left over is an altered line, a sentence of the
article, or a person's own words. Which it is, `briefing_file.restore` judges by the article.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from converter.briefing_file import BriefingFile
from converter.briefing_file.dumping import default_title
from converter.briefing_file.parsing import FileLine, FileSection
from converter.files import slug
from converter.model.article import Article, Sentence
from converter.model.briefing import Details
from converter.model.language import Language
from converter.model.outline import Outline, SectionRule
from converter.notices import Notice
from converter.returning.arranging import moved
from converter.returning.changes import contrast
from converter.returning.claimed import Claimed, Part, Witness, parts_of
from converter.returning.guessing import Guess, guesses
from converter.returning.headings import Headed, headings_of
from converter.returning.items import BEFORE_ALL, BEHIND_WORDS, Item
from converter.returning.layout import reparted, set_off
from converter.returning.placing import Page, Placed, Stretch
from converter.returning.report import Returned
from converter.returning.words import Paragraph, author_of, fold
from converter.returning.zones import altered, own_headings, words_among, words_apart, zones_of
from converter.text import plain
from converter.verifier.proof.wording import quoted
from converter.yaml_source import Place

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def written_down(
    report: Returned,
    article: Article,
    sentences: Sequence[Sentence],
    wanted: Outline,
    language: Language,
    author: str = "",
) -> tuple[BriefingFile, tuple[Notice, ...]]:
    """Return what a person made of `report`, and a notice for each change.

    Args:
        report: of one article.
        article: that it was made from.
        sentences: of the article, in order.
        wanted: the outline that the report was made with.
        language: of the report, in whose words its sections are called.
        author: who edited it; empty: as the file says.
    """
    reader = _Reader(report, article, sentences, author)
    sections = tuple(reader.sections(wanted, language))
    (source,) = report.claims.sources
    file = BriefingFile(
        source=source.name,
        sha256=source.sha256,
        outline=wanted.name,
        language=article.language,
        details=reader.details(),
        sections=sections,
        place=Place(report.location),
    )
    return file, tuple(reader.notices)


class _Reader:
    """Lays what stands in a report beside what it claimed."""

    def __init__(self, report: Returned, article: Article, sentences: Sequence[Sentence], author: str) -> None:
        self.notices: list[Notice] = []
        self._report = report
        self._claims = report.claims
        self._article = article
        self._parts = parts_of(report.claims)
        self._zones = zones_of(report.paragraphs, report.claims, self._parts)
        self._witness = Witness(article, sentences)
        self._author = author or _last_hand(report)
        self._used: set[str] = set()
        self._lines, self._placed, self._page = self._found()
        self._headings = self._headed()

    def details(self) -> Details:
        """Return what a person gave in the article's stead, before or in Word."""
        claims, title = self._claims, plain(self._zones.title)
        given = claims.given
        facts = self._report.facts
        if title and fold(title) != fold(claims.title):
            self.notices.insert(0, Notice("report-retitled", f"title: {contrast(title, claims.title)}"))
        elif "title" in given:
            title = claims.title
        else:
            title = ""
        date = facts.get("created", "")[:10] if "date" in given else ""
        return Details(
            title=title,
            author=facts.get("author", "") if "author" in given else "",
            date=date if _DATE.fullmatch(date) else "",
            marking=str(claims.configuration.get("marking", "")) if "marking" in given else "",
        )

    def sections(self, wanted: Outline, language: Language) -> Iterator[FileSection]:
        """Yield the sections as they stand, with those that were left out in their places."""
        items = sorted([*self._standing(), *self._new(), *self._remarks()], key=lambda one: (one.paragraph, one.start))
        groups = self._grouped(items)
        self._tell_sections()
        self.notices += moved(self._parts, self._headings, self._lines, groups)
        self.notices += reparted(items, self._lines, self._witness, self._article, self._forms(wanted))
        self.notices += set_off(self._page)
        self._tell_own_words()
        keys: set[str] = set()
        rules = {rule.key: rule for rule in wanted.sections}
        for headed, lines in self._with_omitted(groups):
            part = self._parts[headed.part] if headed.part is not None else Part("", "")
            key = part.key or _free_key(headed.title, keys | {one.key for one in self._parts})
            keys.add(key)
            title = plain(headed.title)
            if key in rules and (not title or title == default_title(rules[key], language)):
                title = ""
            yield FileSection(key, title or ("" if key in rules else key), lines, self._at(headed.paragraph))

    # ------------------------------------------------------------------------------- what is still there

    def _found(self) -> tuple[list[Claimed], Placed, Page]:
        """Find the lines; a block of which a part is gone is looked for sentence by sentence."""
        places = {part.key: index for index, part in enumerate(self._parts)}
        lines = [
            self._witness.claimed(index, line, places.get(line.section, 0))
            for index, line in enumerate(self._claims.lines)
        ]
        own = words_among(self._claims)
        page = Page(self._zones.body, own)
        placed = page.place(lines)
        apart: list[Claimed] = []
        for index, line in enumerate(lines):
            is_there = len(placed.at.get(index, ())) == len(line.parts)
            apart += [line] if is_there or not line.whole else self._witness.sentences_in(line) or [line]
        if len(apart) == len(lines):
            return lines, placed, page
        page = Page(self._zones.body, own)
        return apart, page.place(apart), page

    def _headed(self) -> list[Headed]:
        sections: dict[int, list[int]] = defaultdict(list)
        for index, stretches in self._placed.at.items():
            for one in stretches:
                sections[one.paragraph].append(self._lines[index].section)
        return headings_of(self._zones.body, self._parts, own_headings(self._claims), sections)

    def _standing(self) -> Iterator[Item]:
        for index, stretches in sorted(self._placed.at.items()):
            line, first = self._lines[index], min(stretches)
            if said := self._said(line, first.paragraph):
                yield Item(first.paragraph, first.start, said, index)

    def _said(self, line: Claimed, paragraph: int) -> FileLine | None:
        """Return a line that stands as it was claimed, as far as the article bears it out."""
        at = self._at(paragraph)
        if line.at:
            text = "" if line.whole else line.text
            is_true = line.whole or line.edited or self._witness.says(line.at, text)
            if line.untrue or not is_true:
                self._tell_untrue(line.text)
            elsewhere = "" if line.whole or is_true and not line.edited else self._witness.place_of_words(text)
            place = elsewhere or line.at
            author = line.author if line.edited else "" if is_true else self._author
            return FileLine(place, "" if elsewhere else text, author, at) if self._take(place) else None
        if not line.untrue:
            return FileLine("", line.text, line.author, at)
        self._tell_untrue(line.text)
        place = self._witness.place_of_words(line.text)
        if place:
            return FileLine(place, "", "", at) if self._take(place) else None
        return FileLine("", plain(line.text), self._author, at)

    def _take(self, place: str) -> bool:
        """Take a place, with all that is in it; tell whether it was free."""
        taken = self._witness.within(place)
        is_free = not self._used.intersection(taken)
        self._used.update(taken if is_free else ())
        return is_free

    # ------------------------------------------------------------------------------------- what is new

    def _new(self) -> Iterator[Item]:
        missing = {index: line for index, line in enumerate(self._lines) if index not in self._placed.at}
        skipped = {one.paragraph for one in self._headings}
        own = own_headings(self._claims) | words_apart(self._claims)
        left = [
            one
            for one in self._page.left()
            if one.paragraph not in skipped and fold(self._page.text(one)) not in own
        ]
        for guess in self._guesses(left, missing):
            if item := self._item(guess):
                yield item
            for index in (guess.line, *guess.swallowed):
                if index is not None:
                    missing.pop(index)
        gone = {part for part, _ in enumerate(self._parts)} - {one.part for one in self._headings}
        for line in missing.values():
            if line.section not in gone or not self._parts[line.section].title:
                self.notices.append(Notice("line-removed", f"removed: {quoted(line.text)}"))

    def _guesses(self, left: Sequence[Stretch], missing: dict[int, Claimed]) -> list[Guess]:
        """Return what is new; a sentence of the article that is not in the report is no altered line."""
        rest = [one for one in left if not self._witness.place_of_words(self._page.text(one))]
        tables = [one for one in rest if self._zones.body[one.paragraph].in_table]
        for one in tables:
            text = f"a table is the article's as it stands there: {quoted(self._page.text(one))} was left out"
            self.notices.append(Notice("edit-dropped", text))
        editable = {index: line for index, line in missing.items() if not line.whole}
        found = guesses(self._page, [one for one in rest if one not in tables], editable)
        return sorted([*found, *(Guess(one) for one in left if one not in rest)], key=lambda one: one.stretch)

    def _item(self, guess: Guess) -> Item | None:
        one = guess.stretch
        text, at = plain(self._page.text(one)), self._at(one.paragraph)
        hands = self._zones.body[one.paragraph].hands[one.start : one.end]
        author = author_of(hands) or self._author
        was = self._lines[guess.line] if guess.line is not None else None
        if was and fold(was.text) == fold(text):
            said = self._said(was, one.paragraph)
            return Item(one.paragraph, one.start, said, guess.line) if said else None
        if was and was.at and self._take(was.at):
            self.notices.append(Notice("line-edited", f"edited: {contrast(text, was.text)}"))
            for index in guess.swallowed:
                merged = f"merged into the line before: {quoted(self._lines[index].text)}"
                self.notices.append(Notice("line-merged", merged))
            return Item(one.paragraph, one.start, FileLine(was.at, text, author, at), guess.line)
        if was and not was.at and not was.untrue:
            self.notices.append(Notice("note-edited", f"comment: {contrast(text, was.text)}"))
            return Item(one.paragraph, one.start, FileLine("", text, author or was.author, at), guess.line)
        return self._brought(one, text, at) or self._noted(one, text, author, at)

    def _brought(self, one: Stretch, text: str, at: Place) -> Item | None:
        """Return a sentence of the article that was brought in, if it is one."""
        place = self._witness.place_of_words(text)
        if not place or not self._take(place):
            return None
        self.notices.append(Notice("line-added", f"brought in from the article: {quoted(text)}"))
        return Item(one.paragraph, one.start, FileLine(place, "", "", at))

    def _noted(self, one: Stretch, text: str, author: str, at: Place) -> Item | None:
        if self._witness.place_of_words(text):
            self.notices.append(Notice("edit-dropped", f"stands twice, and is kept once: {quoted(text)}"))
            return None
        self.notices.append(Notice("note-added", _told(text, author)))
        return Item(one.paragraph, one.start, FileLine("", text, author, at))

    def _remarks(self) -> Iterator[Item]:
        """Yield the comments in the margin, each behind the paragraph that it hangs on."""
        zones = self._zones
        shown = {one.number for one in (*zones.opening, *zones.body, *zones.closing)}
        above = [one for one in self._report.paragraphs if one.number not in shown]
        places = [
            *((BEFORE_ALL, one) for one in (*above, *zones.opening)),
            *enumerate(zones.body),
            *((len(zones.body) - 1, one) for one in zones.closing),
        ]
        told: set[str] = set()
        for paragraph, one in places:
            for mark in one.comments:
                remark = self._report.remarks.get(mark)
                if remark is None or mark in told:
                    continue
                told.add(mark)
                text, author = plain(remark.text), plain(remark.author) or self._author
                self.notices.append(Notice("note-added", _told(text, author)))
                line = FileLine("", text, author, Place(self._report.location, one.number, 1))
                yield Item(paragraph, BEHIND_WORDS, line)

    # ---------------------------------------------------------------------------------------- sections

    def _forms(self, wanted: Outline) -> dict[int, str]:
        forms = {rule.key: rule.form for rule in wanted.sections}
        return {index: forms.get(part.key, "paragraphs") for index, part in enumerate(self._parts)}

    def _grouped(self, items: Sequence[Item]) -> list[tuple[Headed, tuple[Item, ...]]]:
        """Return the sections that have a heading, with what stands below it; the first has what is above."""
        headings = self._headings or [Headed(BEFORE_ALL, 0, self._parts[0].title if self._parts else "")]
        starts = [one.paragraph for one in headings]
        starts[0] = BEFORE_ALL
        ends = [*starts[1:], BEHIND_WORDS]
        return [
            (headed, tuple(item for item in items if start <= item.paragraph < end))
            for headed, start, end in zip(headings, starts, ends, strict=True)
        ]

    def _with_omitted(
        self, groups: Sequence[tuple[Headed, tuple[Item, ...]]]
    ) -> list[tuple[Headed, tuple[FileLine, ...]]]:
        """Return the sections, and those that the report left out for being empty behind those before them."""
        found = [(headed, tuple(item.line for item in items)) for headed, items in groups]
        for index, part in enumerate(self._parts):
            if not part.title:
                places = [at for at, (headed, _) in enumerate(found) if headed.part == index - 1]
                at = places[0] + 1 if places else (0 if index == 0 else len(found))
                found.insert(at, (Headed(BEFORE_ALL, index, ""), ()))
        return found

    def _tell_sections(self) -> None:
        for headed in self._headings:
            if headed.part is None:
                self.notices.append(Notice("section-added", f"section added: {quoted(headed.title)}"))
            elif fold(headed.title) != fold(self._parts[headed.part].title):
                words = contrast(headed.title, self._parts[headed.part].title)
                self.notices.append(Notice("section-retitled", f"section: {words}"))
        kept = {one.part for one in self._headings}
        for index, part in enumerate(self._parts):
            if index in kept or not part.title:
                continue
            mine = [at for at, line in enumerate(self._lines) if line.section == index]
            stay = sum(at in self._placed.at for at in mine)
            text = f"section removed: {quoted(part.title)}, with {len(mine) - stay} of its {len(mine)} lines"
            self.notices.append(Notice("section-removed", text))

    def _tell_own_words(self) -> None:
        if self._claims.template:
            return
        for text in altered(self._zones, self._claims):
            words = f"what the report says of itself is written anew, without this change: {quoted(text)}"
            self.notices.append(Notice("edit-dropped", words))

    def _tell_untrue(self, text: str) -> None:
        words = f"is said to be the article's, and is not there word for word: {quoted(text)}"
        self.notices.append(Notice("line-untrue", words))

    def _at(self, paragraph: int) -> Place:
        body = self._zones.body
        return Place(self._report.location, body[max(paragraph, 0)].number if body else 1, 1)


def _last_hand(report: Returned) -> str:
    """Return who saved the file last, where anybody did since it was made."""
    facts = report.facts
    return plain(facts.get("lastmodifiedby", "")) if facts.get("modified") != facts.get("created") else ""


def _told(text: str, author: str) -> str:
    return f"comment by {author}: {quoted(text)}" if author else f"comment: {quoted(text)}"


def _free_key(title: str, taken: set[str]) -> str:
    """Return a key for a section that a person added."""
    stem = slug(title, fallback=title.encode())[:30].strip("-") or "section"
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
