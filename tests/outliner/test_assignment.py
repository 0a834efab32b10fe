from msgspec.structs import replace

from converter.model.briefing import Whole
from converter.model.outline import Outline
from converter.outliner.assignment import assign, assign_blocks, fill_summary, section_for, sum_up
from converter.outliner.headings import Announcement, announcements
from converter.outliner.pieces import Piece, pieces_of
from converter.outliner.reading import read
from converter.outliner.roles import Likelihoods
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, THREE, article, rule

SUMMARY, BACKGROUND = Likelihoods(900, 50, 25, 25), Likelihoods(50, 900, 25, 25)
EVALUATION, EXPECTATION = Likelihoods(50, 50, 500, 400), Likelihoods(50, 50, 400, 500)


def piece(block: int, *sentences: int, words: int = 5) -> Piece:
    return Piece(Whole(block), block, sentences, words)


def keys(
    pieces: list[Piece],
    roles: list[Likelihoods],
    announced: list[Announcement | None],
    wanted: Outline = THREE,
) -> list[str]:
    return assign(pieces, roles, announced, wanted)


def test_the_role_of_a_sentence_decides() -> None:
    found = keys([piece(0, 0), piece(0, 1), piece(1, 2)], [SUMMARY, EXPECTATION, BACKGROUND], [None, None])
    assert found == ["summary", "implications", "background"]


def test_the_sentences_of_a_piece_decide_together() -> None:
    assert keys(
        [piece(0, 0, 1)], [Likelihoods(400, 350, 150, 100), Likelihoods(100, 600, 150, 150)], [None]
    ) == ["background"]


def test_an_announced_section_takes_everything_under_its_heading() -> None:
    announcement = Announcement("implications", "implications", "Outlook")
    assert keys([piece(0, 0), piece(0)], [SUMMARY], [announcement]) == ["implications", "implications"]


def test_what_has_no_sentences_goes_with_what_stands_before() -> None:
    assert keys([piece(0, 0), piece(1)], [BACKGROUND], [None, None]) == ["background", "background"]


def test_the_section_that_names_a_role_first_takes_it() -> None:
    wanted = Outline("x", "", (
        rule("any"), rule("bottom-line", "implications", "summary"), rule("news", "summary", "background"),
    ))  # fmt: skip
    assert [section_for(likely, wanted) for likely in (SUMMARY, BACKGROUND, EVALUATION)] == [
        "news", "news", "bottom-line",
    ]  # fmt: skip


def test_a_role_that_no_section_names_goes_to_one_that_takes_any() -> None:
    assert section_for(SUMMARY, Outline("x", "", (rule("past", "background"), rule("any")))) == "any"


def test_a_role_that_no_section_takes_has_no_section() -> None:
    assert section_for(SUMMARY, Outline("x", "", (rule("past", "background"),))) == ""


def test_a_section_may_ask_for_a_part_of_a_role() -> None:
    parts = Outline("x", "", (rule("assessment", "evaluation"), rule("next", "expectation")))
    assert [section_for(likely, parts) for likely in (EVALUATION, EXPECTATION)] == ["assessment", "next"]
    whole = Outline("x", "", (rule("meaning", "implications"), rule("next", "expectation")))
    assert [section_for(likely, whole) for likely in (EVALUATION, EXPECTATION)] == ["meaning", "next"]


def test_what_stands_under_a_heading_for_asides_serves_no_section() -> None:
    aside = Announcement(None, "", "Media contact", aside=True)
    assert keys([piece(0, 0), piece(1, 1)], [SUMMARY, SUMMARY], [None, aside]) == ["summary", ""]


def summed_up(*parts: str) -> list[str]:
    language = replace(ENGLISH, cues={"summing-up": ("in sum",)}, headings={"aside": ("disclaimer",)})
    made = article(*parts)
    reading = read(made, sentences_of(made, language), language)
    pieces = pieces_of(made, reading)
    announced = announcements(made, THREE, language)
    return sum_up(pieces, ["implications"] * len(pieces), reading, announced, THREE)


def test_a_paragraph_that_sums_up_serves_the_summary_from_there_on() -> None:
    found = summed_up("One. Two. Three.", "Four. In sum, five. Six.", "Seven.")
    assert found == ["implications"] * 4 + ["summary"] * 2 + ["implications"]


def test_what_sums_up_early_sums_up_something_else() -> None:
    assert summed_up("In sum, one.", "Two.", "Three.") == ["implications"] * 3


def test_what_sums_up_an_aside_stays_there() -> None:
    assert summed_up("One.", "Two.", "# Disclaimer", "In sum, three.") == ["implications"] * 3


def filled(values: list[float | None], words: int) -> list[str]:
    return fill_summary(
        [piece(n, n, words=10) for n in range(len(values))], ["background"] * 4, values, words, THREE
    )


def test_a_summary_that_would_be_short_takes_what_is_worth_most_to_it() -> None:
    assert filled([1.0, 3.0, 2.0, None], 15) == ["background", "summary", "summary", "background"]


def test_a_summary_leaves_what_a_heading_announces_for_another_section() -> None:
    assert filled([None, 1.0, None, None], 99) == ["background", "summary", "background", "background"]


def test_blocks_stay_together() -> None:
    pieces = [piece(0, 0, words=9), piece(0, 1, words=5), piece(0, 2, words=5), piece(1, 3)]
    found = assign_blocks(pieces, ["summary", "background", "background", "implications"], {}, THREE)
    assert found == ["background", "background", "background", "implications"]


def test_a_block_stands_where_a_shorter_briefing_takes_some_of_it() -> None:
    pieces = [piece(0, 0, words=9), piece(0, 1, words=5)]
    assert assign_blocks(pieces, ["background"] * 2, {1: "summary"}, THREE) == ["summary"] * 2


def test_a_block_that_no_section_takes_goes_with_the_one_before() -> None:
    assert assign_blocks([piece(0, 0), piece(1, 1), piece(2)], ["", "background", ""], {}, THREE) == [
        "summary", "background", "background",
    ]  # fmt: skip
