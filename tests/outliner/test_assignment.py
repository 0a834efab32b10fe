from converter.model.briefing import Whole
from converter.model.outline import Outline
from converter.outliner.assignment import assign, assign_blocks, section_for
from converter.outliner.headings import Announcement
from converter.outliner.pieces import Piece
from converter.outliner.roles import Likelihoods
from tests.outliner.making import THREE, rule

SUMMARY, BACKGROUND, IMPLICATIONS = (900, 50, 50), (50, 900, 50), (50, 50, 900)


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
    found = keys([piece(0, 0), piece(0, 1), piece(1, 2)], [SUMMARY, IMPLICATIONS, BACKGROUND], [None, None])
    assert found == ["summary", "implications", "background"]


def test_the_sentences_of_a_piece_decide_together() -> None:
    assert keys([piece(0, 0, 1)], [(400, 350, 250), (100, 600, 300)], [None]) == ["background"]


def test_an_announced_section_takes_everything_under_its_heading() -> None:
    announcement = Announcement("implications", "implications", "Outlook")
    assert keys([piece(0, 0), piece(0)], [SUMMARY], [announcement]) == ["implications", "implications"]


def test_what_has_no_sentences_goes_with_what_stands_before() -> None:
    assert keys([piece(0, 0), piece(1)], [BACKGROUND], [None, None]) == ["background", "background"]


def test_the_section_that_names_a_role_first_takes_it() -> None:
    wanted = Outline("x", "", (
        rule("any"), rule("bottom-line", "implications", "summary"), rule("news", "summary", "background"),
    ))  # fmt: skip
    assert [section_for(role, wanted) for role in ("summary", "background", "implications")] == [
        "news", "news", "bottom-line",
    ]  # fmt: skip


def test_a_role_that_no_section_names_goes_to_one_that_takes_any() -> None:
    assert section_for("summary", Outline("x", "", (rule("past", "background"), rule("any")))) == "any"


def test_a_role_that_no_section_takes_has_no_section() -> None:
    assert section_for("summary", Outline("x", "", (rule("past", "background"),))) == ""


def test_blocks_stay_together() -> None:
    pieces = [piece(0, 0, words=9), piece(0, 1, words=5), piece(0, 2, words=5), piece(1, 3)]
    found = assign_blocks(pieces, ["summary", "background", "background", "implications"], THREE)
    assert found == ["background", "background", "background", "implications"]


def test_a_block_that_no_section_takes_goes_with_the_one_before() -> None:
    assert assign_blocks([piece(0, 0), piece(1, 1), piece(2)], ["", "background", ""], THREE) == [
        "summary", "background", "background",
    ]  # fmt: skip
