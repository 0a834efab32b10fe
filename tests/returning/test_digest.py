"""A digest that was edited in Word comes back article by article, and what is about all of them with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from converter.configuration import Settings
from converter.errors import InputError
from converter.model.briefing import Edited, Note, Shared, Verbatim
from converter.model.outline import PANELS
from converter.pipeline import Conversion, convert, draft, join, render
from converter.pipeline.kit import Kit
from converter.verifier.verifying import verify
from tests.returning.making import OWN, xml
from tests.returning.test_panels import removed, reworded, standing
from tests.verifier.alterations.word import Element, W, WordFile

CLOSED = "The harbour of Lowmere was closed and all ships were sent to the north."
KILLED = "An earthquake killed {} people on the coast of Norland on Thursday, the interior ministry said."
ARTICLES = {
    "courier.md": f"""\
---
title: Quake shakes the coast
date: 2026-11-20
---

{KILLED.format(34)} {CLOSED}

The coast was last struck in 1987, when a tremor destroyed the old quay.

Insurers warned that premiums could rise by a third in 2027.
""",
    "evening.md": f"""\
---
title: Dozens dead in Lowmere
date: 2026-11-20
---

{KILLED.format(41)} {CLOSED}

Lowmere, a town of 28,000, handles two thirds of the country's timber.

A long closure would move the timber trade to the north for good, traders fear.
""",
    "port.md": """\
---
title: Le port de Lowmere reste fermé
---

Le port de Lowmere est fermé depuis jeudi. Les navires sont déroutés vers le nord, a indiqué la capitainerie.

Une fermeture prolongée pourrait coûter deux millions de couronnes par jour.
""",
    "hafen.md": """\
---
title: Hafen bleibt gesperrt
---

Nach dem Erdbeben bleibt der Hafen von Lowmere gesperrt. Das teilte das Ministerium am Freitag mit.

Sägewerke könnten schon im Dezember schließen, warnt der Verband der Holzwirtschaft.
""",
    "arabic.md": """\
---
title: ميناء لومير مغلق
---

أغلق ميناء لومير يوم الخميس بعد الزلزال. وقالت الوزارة إن السفن حولت إلى الشمال.

وقد تخسر المدينة مليونين كل يوم.
""",
}
TWO = ("courier.md", "evening.md")
STRUCK = "The coast was last struck in 1987, when a tremor destroyed the old quay."


class Morning:
    """A folder with articles and the digest of them, as it was sent and as it came back."""

    def __init__(self, folder: Path, names: tuple[str, ...] = TWO, settings: Settings | None = None) -> None:
        self.names, self.report = names, folder / "digest.docx"
        self.articles = [folder / name for name in names]
        for article in self.articles:
            article.write_text(ARTICLES[article.name], "utf-8")
        kit = Kit(settings or Settings(title="This morning"))
        self.made = render(join([draft(str(one), kit) for one in self.articles], kit), kit)
        self.report.write_bytes(self.made.reports[0].data)

    @property
    def word(self) -> WordFile:
        return WordFile(self.report.read_bytes())

    def back(self, word: WordFile | None = None, settings: Settings | None = None) -> Conversion:
        """Convert the digest as somebody left it; what comes of it is proved, and comes back unchanged."""
        if word is not None:
            self.report.write_bytes(word.saved())
        back = convert(self.report, settings or Settings(formats=("docx",)))
        (found,) = verify(back.reports[0].data, self.articles)
        assert (found.verdict.word, found.verdict.findings) == ("proved", ())
        again = self.report.parent / "again.docx"
        again.write_bytes(back.reports[0].data)
        twice = convert(again, settings or Settings(formats=("docx",)))
        assert codes(twice) == ["report-unchanged"]
        assert twice.reports[0].data == back.reports[0].data
        return back


def codes(back: Conversion) -> list[str]:
    """Return the codes of what is told, without the sum."""
    mine = [one.code for one in back.notices if one.code.startswith((*OWN, "article-m", "article-r"))]
    return [code for code in mine if code != "report-edited"]


def told(back: Conversion) -> list[str]:
    return [str(one) for one in back.notices if one.code in codes(back)]


def lines(back: Conversion, key: str, article: int | None = None) -> list[str]:
    """Return the lines of a section: an edit ends in its author, a note begins with it."""
    (section,) = (one for one in back.briefing.sections if (one.rule.key, one.article) == (key, article))
    found: list[str] = []
    for line in section.lines:
        match line:
            case Shared():
                found.append(back.briefing.text_of(line.line))
                found += [f"- {back.briefing.text_of(one.line)}" for one in line.otherwise]
            case Verbatim():
                found.append(back.briefing.text_of(line))
            case Edited():
                found.append(f"{line.text} ({line.author})")
            case Note():
                found.append(f"{line.author}: {line.text}")
    return found


def chapter(word: WordFile, number: int) -> list[Element]:
    """Return the paragraphs of an article, with the label above its title."""
    found = list(word.body.iter(f"{W}p"))
    marks = [{str(one.get(f"{W}name")) for one in each.iter(f"{W}bookmarkStart")} for each in found]
    first, second = (next(at for at, one in enumerate(marks) if f"article_{n}" in one) for n in (1, 2))
    method = next(at for at, one in enumerate(marks) if "source_and_method" in one)
    return found[first - 1 : second - 1] if number == 1 else found[second - 1 : method]


@pytest.fixture
def morning(tmp_path: Path) -> Morning:
    """Return a folder with two articles and the digest of them."""
    return Morning(tmp_path)


@pytest.mark.parametrize(
    "names", [TWO, ("port.md", "courier.md"), tuple(ARTICLES)], ids=["en", "mixed", "five"]
)
@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(style="government", panels=PANELS, cite="inline", length="brief"),
        Settings(outline="analyst", embed="source", length="full", report_language="fr"),
        Settings(
            style="memo", notes=("Implications: So what?", "Why?", "2/Background: See our note."), by="Ada"
        ),
        Settings(style="think-tank", outline="sbar", cite="none", title="Ports", date="2026-11-25"),
    ],
    ids=lambda one: f"{one.outline}-{one.style}",
)
def test_a_digest_that_nobody_edited_comes_back_byte_for_byte(
    names: tuple[str, ...], settings: Settings, tmp_path: Path
) -> None:
    morning = Morning(tmp_path, names, settings)
    back = convert(morning.report, Settings())
    assert codes(back) == ["report-unchanged"]
    assert [one.data for one in back.reports] == [one.data for one in morning.made.reports]


def test_what_differs_and_what_is_the_same_is_known_again(morning: Morning) -> None:
    assert lines(morning.made, "summary")[:2] == [KILLED.format(34), f"- {KILLED.format(41)}"]
    back = morning.back()
    assert back.briefing.sections == morning.made.briefing.sections


def test_an_edited_joint_line_is_an_edit_of_its_own_article_alone(morning: Morning) -> None:
    word = morning.word
    reworded(standing(word, "summary", STRUCK), "tremor", "quake")
    back = morning.back(word, Settings(formats=("docx",), by="Berta"))
    assert codes(back) == ["line-edited"]
    assert f"{STRUCK.replace('tremor', 'quake')} (Berta)" in lines(back, "summary")
    assert STRUCK in lines(back, "summary", 0)


def test_of_what_differs_the_second_can_be_deleted(morning: Morning) -> None:
    word = morning.word
    removed(standing(word, "summary", "killed 41"))
    back = morning.back(word)
    assert told(back) == [f"removed: “{KILLED.format(41)}”"]
    assert lines(back, "summary")[0] == KILLED.format(34)
    first = back.briefing.sections[0].lines[0]
    assert isinstance(first, Verbatim)


def test_of_what_differs_the_first_can_be_deleted(morning: Morning) -> None:
    word = morning.word
    removed(standing(word, "summary", "killed 34"))
    back = morning.back(word)
    assert told(back) == [f"removed: “{KILLED.format(34)}”"]
    assert lines(back, "summary")[0] == KILLED.format(41)


def test_what_was_taken_from_below_its_line_stands_alone(morning: Morning) -> None:
    word = morning.word
    other = standing(word, "summary", "killed 41")
    standing(word, "summary", STRUCK).addnext(other)
    back = morning.back(word)
    assert codes(back) == ["line-moved"]
    assert {KILLED.format(34), KILLED.format(41)} <= set(lines(back, "summary"))


def test_an_edit_in_an_article_says_in_which(morning: Morning) -> None:
    word = morning.word
    reworded(standing(word, "article_1", "1987"), "tremor", "quake")
    removed(standing(word, "article_2", "traders fear"))
    back = morning.back(word)
    assert codes(back) == ["line-edited", "line-removed"]
    assert told(back)[0].startswith("courier: edited: “")
    assert told(back)[1].startswith("evening: removed: “A long closure")
    assert f"{STRUCK.replace('tremor', 'quake')} ()" in lines(back, "summary", 0)
    assert STRUCK in lines(back, "summary")


def test_new_words_are_comments_where_they_stand(morning: Morning) -> None:
    word = morning.word
    standing(word, "summary", STRUCK).addnext(xml("<w:p><w:r><w:t>Ask the master.</w:t></w:r></w:p>"))
    standing(word, "article_2", "traders fear").addnext(xml("<w:p><w:r><w:t>And so do we.</w:t></w:r></w:p>"))
    back = morning.back(word)
    assert codes(back) == ["note-added", "note-added"]
    assert ": Ask the master." in lines(back, "summary")
    assert lines(back, "implications", 1)[-1] == ": And so do we."


def test_a_line_copied_from_an_article_into_the_joint_summary_is_word_for_word(morning: Morning) -> None:
    word = morning.word
    standing(word, "summary", STRUCK).addnext(xml(f"<w:p><w:r><w:t>{CLOSED}</w:t></w:r></w:p>"))
    back = morning.back(word)
    assert codes(back) == ["line-added"]
    last = back.briefing.sections[0].lines[-1]
    assert isinstance(last, Shared)
    assert [one.likeness for one in last.likewise] == ["same"]


def test_a_joint_line_dragged_to_another_article_is_left_out_with_its_mark(morning: Morning) -> None:
    word = morning.word
    standing(word, "article_1", "Insurers").addnext(standing(word, "summary", "killed 41"))
    assert codes(morning.back(word)) == ["line-removed", "edit-dropped"]


def test_a_line_among_those_of_another_article_is_left_out(morning: Morning) -> None:
    word = morning.word
    standing(word, "article_2", "traders fear").addnext(xml(f"<w:p><w:r><w:t>{STRUCK}</w:t></w:r></w:p>"))
    back = morning.back(word)
    assert codes(back) == ["edit-dropped"]
    assert told(back)[0].endswith(f"is of another article, and was left out: “{STRUCK}”")


def test_title_and_headings_are_taken_over_and_an_articles_title_is_not(morning: Morning) -> None:
    word = morning.word
    word.reword_own("This morning", "Last night")
    title = next(
        one
        for one in word.body.iter(f"{W}p")
        if any(mark.get(f"{W}name") == "article_1" for mark in one.iter(f"{W}bookmarkStart"))
    )
    reworded(title, "Quake", "Tremor")
    back = morning.back(word)
    assert codes(back) == ["report-retitled", "edit-dropped"]
    assert "an article keeps its own title, without this" in told(back)[1]
    assert back.document.properties.title == "Last night"


def test_articles_that_changed_places_are_one_that_was_moved(morning: Morning) -> None:
    word = morning.word
    first, second = chapter(word, 1), chapter(word, 2)
    for one in second:
        first[0].addprevious(one)
    back = morning.back(word)
    assert codes(back) == ["article-moved"]
    assert [one.source.name for one in back.briefing.articles] == ["evening.md", "courier.md"]


def test_an_article_that_was_deleted_keeps_its_title_for_the_lines_about_all(morning: Morning) -> None:
    word = morning.word
    for one in chapter(word, 2):
        removed(one)
    back = morning.back(word)
    assert codes(back) == ["article-removed"]
    assert len(back.briefing.articles) == 2
    assert KILLED.format(34) in lines(back, "summary")


def test_an_article_of_which_nothing_is_left_is_gone(morning: Morning) -> None:
    word = morning.word
    for one in chapter(word, 2):
        removed(one)
    for text in ("killed 41", "Lowmere, a town", "traders fear"):
        for one in [one for one in word.body.iter(f"{W}p") if text in "".join(map(str, one.itertext()))]:
            removed(one)
    back = morning.back(word)
    assert [one.source.name for one in back.briefing.articles] == ["courier.md"]
    assert "article-removed" in codes(back)


def test_a_digest_without_any_article_is_none(morning: Morning) -> None:
    word = morning.word
    for one in [*chapter(word, 1), *chapter(word, 2)]:
        removed(one)
    morning.report.write_bytes(word.saved())
    with pytest.raises(InputError) as caught:
        convert(morning.report, Settings())
    assert caught.value.code == "report-digest"


def test_every_article_is_needed(morning: Morning) -> None:
    morning.articles[1].rename(morning.articles[1].with_name("other.md"))
    with pytest.raises(InputError) as caught:
        convert(morning.report, Settings())
    assert caught.value.code == "report-source-missing"
    assert "evening.md" in caught.value.what
    sources = (str(morning.articles[0]), str(morning.articles[1].with_name("other.md")))
    assert codes(convert(morning.report, Settings(sources=sources))) == ["report-unchanged"]


def test_a_digest_is_no_article_of_another_one(morning: Morning) -> None:
    kit = Kit(Settings())
    with pytest.raises(InputError) as caught:
        join([draft(str(morning.report), kit), draft(str(morning.articles[0]), kit)], kit)
    assert caught.value.code == "report-digest"


def test_a_comment_in_the_margin_stands_behind_its_paragraph(morning: Morning) -> None:
    word = morning.word
    insurers = "Insurers warned that premiums could rise by a third in 2027."
    index = [one.text for one in morning.made.document.records].index(insurers)
    word.add_comment(index, "Check this year.")
    back = morning.back(word)
    assert codes(back) == ["note-added"]
    assert "X: Check this year." in lines(back, "background", 0)


def test_joint_lines_in_another_joint_section_stay_items(tmp_path: Path) -> None:
    morning = Morning(tmp_path, TWO, Settings(notes=("Implications: So what?",)))
    word = morning.word
    for text in (STRUCK, "Lowmere, a town"):
        standing(word, "implications", "So what?").addnext(standing(word, "summary", text))
    back = morning.back(word)
    assert set(codes(back)) == {"line-moved"}
    assert STRUCK in lines(back, "implications")


def test_sections_without_lines_that_were_moved_are_known_by_their_words(morning: Morning) -> None:
    word = morning.word
    removed(standing(word, "article_2_implications", "traders fear"))
    kept = morning.back(word)
    morning.report.write_bytes(kept.reports[0].data)
    word = morning.word
    heading, empty = (standing(word, "article_2", text) for text in ("Implications", "No sentence"))
    before = standing(word, "article_2", "Background")
    before.addprevious(heading)
    before.addprevious(empty)
    back = morning.back(word)
    assert codes(back) == ["section-moved"]


def claiming(morning: Morning, change: Callable[[dict[str, Any]], None]) -> WordFile:
    """Return the digest with other claims."""
    word = morning.word

    def changed(root: dict[str, Any]) -> dict[str, Any]:
        change(root)
        return root

    word.change_claims(changed)
    return word


def test_two_parts_about_one_article_are_damaged(morning: Morning) -> None:
    def same(root: dict[str, Any]) -> None:
        for piece in root["content"]:
            if "source" in piece:
                piece["source"] = 0

    morning.report.write_bytes(claiming(morning, same).saved())
    with pytest.raises(InputError) as caught:
        convert(morning.report, Settings())
    assert caught.value.code == "report-damaged"


def test_parts_that_are_said_to_be_each_others_show_no_foreign_line(morning: Morning) -> None:
    def swapped(root: dict[str, Any]) -> None:
        for piece in root["content"]:
            if "source" in piece:
                piece["source"] = 1 - piece["source"]

    assert "edit-dropped" in codes(morning.back(claiming(morning, swapped)))


def test_who_has_a_joint_line_is_asked_of_the_articles(morning: Morning) -> None:
    number = [one.text for one in morning.made.document.records].index(STRUCK)
    lie = {"source": 1, "spans": [[0, 20]], "paragraph": 1, "sentence": 1, "likeness": "same"}

    def twinned(root: dict[str, Any]) -> None:
        root["lines"][number]["twins"] = [lie]

    back = morning.back(claiming(morning, twinned))
    assert not any(record.twins for record in back.document.records)


@pytest.mark.parametrize("place", ["before all articles", "between two", "before a title at the end"])
def test_source_and_method_before_an_article_are_damaged(morning: Morning, place: str) -> None:
    def misplaced(root: dict[str, Any]) -> None:
        content = root["content"]
        titles = [at for at, piece in enumerate(content) if "source" in piece]
        if place == "before a title at the end":
            content.append(content.pop(titles[0]))
            return
        method = next(at for at, piece in enumerate(content) if piece.get("role") == "method")
        content.insert(0 if place == "before all articles" else titles[1], content.pop(method))

    morning.report.write_bytes(claiming(morning, misplaced).saved())
    with pytest.raises(InputError, match="source and method stand before an article") as caught:
        convert(morning.report, Settings())
    assert caught.value.code == "report-damaged"
