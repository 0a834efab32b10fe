"""What a person does in Word, by the marks that Word leaves of it."""

from copy import deepcopy

import pytest

from converter.configuration import Settings
from tests.returning.making import CLOSED, LEARNED, PRICES, SOLD, Desk, paragraph, xml
from tests.verifier.alterations.word import Element, W, WordFile

BOUGHT = "Printers could be forced to buy abroad, which would take weeks longer."
BUILT = "The mill was built in 1884 and has made newsprint ever since."
MANAGER = '"We have always paid our bills", the manager said on Monday.'
OTHERS = "Two other mills on the river closed in the last decade."


def run(text: str, properties: str = "") -> Element:
    return xml(
        f'<w:r w:rsidR="00AB12CD"><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def wrap(element: Element, mark: str, author: str) -> Element:
    """Put `element` in a mark of a change that was tracked."""
    holder = xml(f'<w:{mark} w:id="90" w:author="{author}" w:date="2026-11-24T09:00:00Z"/>')
    element.addprevious(holder)
    holder.append(element)
    return holder


def saved_by(word: WordFile, name: str) -> WordFile:
    core = word.parts["docProps/core.xml"].decode()
    before, _, rest = core.partition("<cp:lastModifiedBy>")
    after = rest.partition("</cp:lastModifiedBy>")[2]
    core = f"{before}<cp:lastModifiedBy>{name}</cp:lastModifiedBy>{after}"
    start, _, end = core.rpartition("2026-11-23T00:00:00Z")
    word.parts["docProps/core.xml"] = f"{start}2026-11-24T09:30:00Z{end}".encode()
    return word


def test_a_word_that_was_changed_makes_an_edit_with_both_wordings(desk: Desk) -> None:
    word = desk.word
    word.reword(desk.line(LEARNED), "ninety", "hundred")
    back = desk.back(word)
    assert back.told == [f"edited: “Its hundred workers learned of it by letter.”, before: “{LEARNED}”"]
    assert back.summary == "is a report of this program that was edited: 1 line edited"
    assert back.section("summary")[1] == f"Its hundred workers learned of it by letter. <- {LEARNED} ()"


def test_who_saved_the_file_edited_it_unless_it_is_said_otherwise(desk: Desk) -> None:
    word = saved_by(desk.word, "Berta Boss")
    word.reword(desk.line(LEARNED), "ninety", "hundred")
    assert desk.back(word).section("summary")[1].endswith("(Berta Boss)")
    assert desk.back(word, Settings(by="Carla")).section("summary")[1].endswith("(Carla)")


def test_words_in_many_runs_with_marks_of_spelling_are_the_same_words(desk: Desk) -> None:
    word = desk.word
    (text,) = word.texts_of(desk.line(CLOSED))
    old = text.getparent()
    for piece in ("The old pa", "per mill ", "at", " Harrow closed on Friday."):
        old.addprevious(xml('<w:proofErr w:type="spellStart"/>'))
        old.addprevious(run(piece))
        old.addprevious(xml("<w:lastRenderedPageBreak/>"))
    old.getparent().remove(old)
    assert desk.back(word).told == []


def test_quotation_marks_that_word_made_round_are_no_edit(desk: Desk) -> None:
    word = desk.word
    word.reword(desk.line(MANAGER), MANAGER, MANAGER.replace('"We', "“We").replace('bills"', "bills”"))
    back = desk.back(word)
    assert back.told == []
    assert MANAGER in back.section("background")


def test_a_line_that_was_deleted_is_removed_and_named(desk: Desk) -> None:
    word = desk.word
    word.remove(desk.line(PRICES))
    back = desk.back(word)
    assert back.told == [f"removed: “{PRICES}”"]
    assert PRICES not in back.section("implications")


def test_a_tracked_insertion_is_taken_as_accepted_with_its_author(desk: Desk) -> None:
    word = desk.word
    line = desk.line(SOLD)
    added = run(" for one pound each")
    word.reword(line, " and in 2011.", " and in 2011")
    last = word.texts_of(line)[-1].getparent()
    last.addnext(added)
    added.addnext(run("."))
    wrap(added, "ins", "Ada Analyst")
    back = desk.back(word, Settings(by="Carla"))
    new = "It was sold twice, in 1990 and in 2011 for one pound each."
    assert back.codes == ["line-edited"]
    assert f"{new} <- {SOLD} (Ada Analyst)" in back.section("background")


def test_a_tracked_deletion_is_taken_as_accepted(desk: Desk) -> None:
    word = desk.word
    (text,) = word.texts_of(desk.line(PRICES))
    text.tag = f"{W}delText"
    wrap(text.getparent(), "del", "Ada Analyst")
    assert desk.back(word).told == [f"removed: “{PRICES}”"]


def test_a_tracked_move_is_a_line_that_stands_elsewhere(desk: Desk) -> None:
    word = desk.word
    (text,) = word.texts_of(desk.line(SOLD))
    there = deepcopy(text.getparent())
    word.texts_of(desk.line(PRICES))[0].getparent().getparent().append(there)
    wrap(there, "moveTo", "Ada Analyst")
    wrap(text.getparent(), "moveFrom", "Ada Analyst")
    back = desk.back(word)
    assert back.told == [f"moved to “Implications”: “{SOLD}”"]
    assert SOLD in back.section("implications")


def test_a_line_moved_within_its_section_is_named_once(desk: Desk) -> None:
    word = desk.word
    first, second = (paragraph(word, text) for text in (CLOSED, LEARNED))
    second.addnext(first)
    back = desk.back(word)
    assert back.codes == ["line-moved"]
    assert back.section("summary")[:2] == [LEARNED, CLOSED]


def test_a_new_paragraph_is_a_comment_by_its_author(desk: Desk) -> None:
    word = saved_by(desk.word, "Berta Boss")
    word.add_paragraph(desk.line(LEARNED), "We never heard of this mill. Ask Harrow.")
    back = desk.back(word)
    assert back.told == [
        "comment by Berta Boss: “We never heard of this mill.”",
        "comment by Berta Boss: “Ask Harrow.”",
    ]


def test_words_behind_a_line_are_a_comment_there(desk: Desk) -> None:
    word = desk.word
    word.add_behind(desk.line(SOLD), "Both times at a loss.")
    back = desk.back(word)
    assert back.told == ["comment: “Both times at a loss.”"]
    assert back.section("background")[1:3] == [SOLD, ": Both times at a loss."]


def test_a_sentence_of_the_article_that_was_pasted_is_one_of_it(desk: Desk) -> None:
    word = desk.word
    word.remove(desk.line(PRICES))
    kept = desk.back(word)
    desk.report.write_bytes(kept.conversion.reports[0].data)
    again = desk.word
    again.add_paragraph(desk.line(LEARNED), PRICES)
    back = desk.back(again)
    assert back.told == [f"brought in from the article: “{PRICES}”"]
    assert PRICES in back.section("summary")


def test_a_line_that_was_copied_is_kept_once(desk: Desk) -> None:
    word = desk.word
    word.add_paragraph(desk.line(LEARNED), SOLD)
    back = desk.back(word)
    assert back.told == [f"stands twice, and is kept once: “{SOLD}”"]


def test_words_before_a_line_make_another_sentence_of_it(desk: Desk) -> None:
    word = desk.word
    word.reword(desk.line(CLOSED), "The old", "Nobody believes that The old")
    back = desk.back(word)
    assert back.codes == ["line-edited"]
    assert "Nobody believes that" in back.section("summary")[0]


def test_a_comment_in_the_margin_is_a_comment_with_its_author(desk: Desk) -> None:
    word = desk.word
    word.add_comment(desk.line(SOLD), "Check these years.")
    back = desk.back(word)
    assert back.told == ["comment by X: “Check these years.”"]
    assert "X: Check these years." in back.section("background")


def test_a_title_and_a_heading_that_were_changed_are_taken_over(desk: Desk) -> None:
    word = desk.word
    word.reword_own("Harrow loses its mill", "Harrow mourns its mill")
    word.reword_own("Implications", "So what?")
    back = desk.back(word)
    assert back.told == [
        "title: “Harrow mourns its mill”, before: “Harrow loses its mill”",
        "section: “So what?”, before: “Implications”",
    ]
    assert back.conversion.document.properties.title == "Harrow mourns its mill"
    assert back.briefing.sections[2].title == "So what?"


def test_a_heading_without_its_bookmark_is_known_by_what_stands_below_it(desk: Desk) -> None:
    word = desk.word
    heading = paragraph(word, "Background")
    for mark in heading.findall(f"{W}bookmarkStart") + heading.findall(f"{W}bookmarkEnd"):
        heading.remove(mark)
    word.reword_own("Background", "What came before")
    assert desk.back(word).told == ["section: “What came before”, before: “Background”"]


def test_a_heading_that_was_deleted_merges_its_section_into_the_one_before(desk: Desk) -> None:
    word = desk.word
    heading = paragraph(word, "Background")
    heading.getparent().remove(heading)
    back = desk.back(word)
    assert back.told == ["section removed: “Background”, with 0 of its 4 lines"]
    assert back.section("summary")[3:] == [BUILT, SOLD, MANAGER, OTHERS]


def test_a_section_that_was_deleted_is_named_with_its_lines(desk: Desk) -> None:
    word = desk.word
    for text in ("Background", BUILT):
        gone = paragraph(word, text)
        gone.getparent().remove(gone)
    back = desk.back(word)
    assert back.told == ["section removed: “Background”, with 4 of its 4 lines"]
    assert [one.rule.key for one in back.briefing.sections] == ["summary", "implications"]


def test_sections_that_changed_places_are_one_that_was_moved(desk: Desk) -> None:
    word = desk.word
    heading, text = (paragraph(word, one) for one in ("Background", BUILT))
    summary = paragraph(word, "Summary")
    summary.addprevious(heading)
    summary.addprevious(text)
    back = desk.back(word)
    assert back.codes == ["section-moved"]
    assert [one.rule.key for one in back.briefing.sections] == ["background", "summary", "implications"]


def test_a_heading_of_a_persons_own_begins_a_section(desk: Desk) -> None:
    word = desk.word
    heading = deepcopy(paragraph(word, "Implications"))
    for mark in heading.findall(f"{W}bookmarkStart") + heading.findall(f"{W}bookmarkEnd"):
        heading.remove(mark)
    next(heading.iter(f"{W}t")).text = "Open questions"
    last = paragraph(word, "The school may lose a class.")
    last.addnext(heading)
    heading.addnext(xml("<w:p><w:r><w:t>Who will buy the site?</w:t></w:r></w:p>"))
    back = desk.back(word)
    assert back.codes == ["section-added", "note-added"]
    assert back.section("open-questions") == [": Who will buy the site?"]


def test_two_lines_that_became_one_sentence_are_an_edit_and_a_merged_line(desk: Desk) -> None:
    word = desk.word
    word.reword(desk.line(BUILT), "ever since.", "ever since, and")
    word.reword(desk.line(SOLD), "It was sold", "was sold")
    back = desk.back(word)
    assert back.codes == ["line-edited", "line-merged"]


def test_a_line_that_became_two_sentences_is_one_edit(desk: Desk) -> None:
    word = desk.word
    word.reword(desk.line(BOUGHT), "abroad, which", "abroad. Which")
    back = desk.back(word)
    assert back.codes == ["line-edited"]


def test_an_edit_is_found_when_its_bookmark_is_gone(desk: Desk) -> None:
    word = desk.word
    word.reword(desk.line(LEARNED), "by letter", "from the news")
    for mark in [one for one in word.body.iter(f"{W}bookmarkStart") if "line_" in one.get(f"{W}name", "")]:
        mark.set(f"{W}name", "gone")
    assert desk.back(word).codes == ["line-edited"]


def test_looks_are_not_taken_over_and_named(desk: Desk) -> None:
    word = desk.word
    (text,) = word.texts_of(desk.line(CLOSED))
    text.getparent().insert(0, xml("<w:rPr><w:b/></w:rPr>"))
    back = desk.back(word)
    assert back.told == [f"what was set off by hand is set as the article has it: “{CLOSED}”"]
    assert back.summary.endswith(": 1 change not taken over")


def test_a_paragraph_that_was_parted_is_set_as_the_article_has_it(desk: Desk) -> None:
    word = desk.word
    whole = paragraph(word, BUILT)
    second = deepcopy(whole)
    halves = [word.texts_of(desk.line(one))[0].getparent() for one in (BUILT, MANAGER)]
    at = list(whole).index(halves[1])
    for gone in list(whole)[at:]:
        whole.remove(gone)
    for gone in list(second)[1:at]:
        second.remove(gone)
    whole.addnext(second)
    assert desk.back(word).told == [
        f"a paragraph was parted before “{MANAGER}”; it is set as the article parts it"
    ]


def test_two_paragraphs_that_were_joined_are_set_apart(desk: Desk) -> None:
    word = desk.word
    first, second = (paragraph(word, text) for text in (CLOSED, LEARNED))
    for element in list(second)[1:]:
        first.append(element)
    second.getparent().remove(second)
    assert desk.back(word).told == [f"two paragraphs were joined before “{LEARNED}”; each is set apart"]


def test_an_item_that_was_changed_leaves_the_others_word_for_word(desk: Desk) -> None:
    word = desk.word
    text = next(one for one in word.body.iter(f"{W}t") if "largest customer" in (one.text or ""))
    text.text = "The railway loses its best customer."
    back = desk.back(word)
    assert back.codes == ["line-edited"]
    assert back.section("implications")[-1] == "The school may lose a class."


def test_what_the_report_says_of_itself_is_written_anew(desk: Desk) -> None:
    word = desk.word
    word.reword_own("Made with briefing 0.1.0", "Made by hand")
    back = desk.back(word)
    assert back.codes == ["edit-dropped"]
    assert "Made by hand" in back.told[0]


@pytest.mark.parametrize("times", [2, 3])
def test_what_was_taken_over_comes_back_again_unchanged(desk: Desk, times: int) -> None:
    word = saved_by(desk.word, "Berta Boss")
    word.reword(desk.line(LEARNED), "ninety", "hundred")
    word.add_paragraph(desk.line(LEARNED), "Ask Harrow.")
    word.reword_own("Implications", "So what?")
    data = desk.back(word).conversion.reports[0].data
    for _ in range(times):
        back = desk.back(data)
        assert back.told == []
        assert back.conversion.reports[0].data == data
