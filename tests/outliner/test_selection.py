import pytest
from msgspec.structs import replace

from converter.model.article import Sentence, Span
from converter.model.briefing import Verbatim
from converter.model.outline import Outline
from converter.outliner.pieces import Piece
from converter.outliner.selection import Candidate, Choice, select, take_all
from tests.outliner.making import rule

ONE = Outline("one", "", (rule("only", standard=105),))
"""Three lines of 30 words have room, each in a paragraph of its own."""
TWO = Outline("two", "", (rule("first", "summary", standard=100), rule("second", "background", standard=100)))


def candidate(number: int, key: str, score: float, words: int = 20, **rest: object) -> Candidate:
    sentence = Sentence(Span(number, number + 1), number, 1)
    piece = Piece(Verbatim((sentence.span,), sentence), number, (number,), words, **rest)  # type: ignore[arg-type]
    return Candidate(piece, key, score, {f"term{number}": 1.0}, (f"word{number}",))


def taken(choice: Choice, key: str) -> list[int]:
    return sorted(index for index, section in choice.section.items() if section == key)


def test_the_best_pieces_are_taken_while_there_is_room() -> None:
    candidates = [candidate(n, "only", score, 30) for n, score in enumerate([4, 3, 2, 5, 4.5, 3.5, 3, 3])]
    choice = select(candidates, ONE, "standard")
    assert taken(choice, "only") == [0, 3, 4]
    assert choice.reason[0] == "lead"
    assert choice.reason[3] == choice.reason[4] == "relevant"
    assert choice.reason[5] == "budget"


def test_a_short_first_piece_is_no_lead() -> None:
    candidates = [candidate(0, "only", 1, 3), *(candidate(n, "only", 3, 30) for n in range(1, 9))]
    assert 0 not in select(candidates, ONE, "standard").section


def test_a_question_is_no_lead_and_a_fragment_no_line() -> None:
    candidates = [candidate(0, "only", 9, kind="fragment"), candidate(1, "only", 0, kind="question")]
    candidates += [candidate(2, "only", 8), *(candidate(n, "only", 3, 30) for n in range(3, 9))]
    choice = select(candidates, ONE, "standard")
    assert [choice.reason[index] for index in (0, 1, 2)] == ["fragment", "weak", "lead"]


def test_an_empty_section_gets_its_best_piece_however_long() -> None:
    candidates = [candidate(0, "first", 1), candidate(1, "second", 1, 400), candidate(2, "second", 2, 300)]
    choice = select(candidates, TWO, "standard")
    assert taken(choice, "second") == [2]
    assert choice.reason[2] == "only"


def test_the_only_piece_leaves_out_what_it_may_where_it_is_too_long() -> None:
    cut = (Span(0, 1),)
    long, short = candidate(1, "second", 2, 300, cuts=cut, cut_words=9), candidate(0, "first", 1)
    choice = select([short, long], TWO, "standard")
    assert (choice.reason[1], choice.trimmed) == ("only", {1})


def test_what_a_piece_needs_comes_along() -> None:
    candidates = [
        candidate(n, "only", 3 if n in {0, 3} else 1, 30, needs=(2,) if n == 3 else ()) for n in range(9)
    ]
    choice = select(candidates, ONE, "standard")
    assert taken(choice, "only") == [0, 2, 3]
    assert choice.reason[2] == "needed"


@pytest.mark.parametrize(("needs", "reason"), [((2, 3, 4), "relevant"), ((2, 3, 4, 5), "dangling")])
def test_a_piece_that_needs_too_many_stays_out(needs: tuple[int, ...], reason: str) -> None:
    candidates = [candidate(0, "only", 9, 9), candidate(1, "only", 8, 9, needs=needs)]
    candidates += [candidate(n, "only", 1, 9) for n in range(2, 6)]
    candidates += [candidate(6, "only", 9, 9), candidate(7, "only", 1, 99)]
    assert select(candidates, ONE, "standard").reason[1] == reason


def test_what_a_piece_needs_does_not_come_along_to_repeat_it() -> None:
    needing = candidate(2, "only", 9, needs=(1,))
    twin = replace(candidate(1, "only", 1), said=needing.said)
    choice = select([candidate(0, "only", 5), twin, needing], ONE, "standard")
    assert choice.reason == {0: "lead", 1: "relevant", 2: "repetition"}


def test_what_a_piece_needs_is_fetched_from_another_section() -> None:
    candidates = [candidate(0, "first", 9), candidate(1, "first", 1), candidate(2, "second", 3, needs=(1,))]
    candidates += [candidate(n, "first", 5) for n in range(3, 20)]
    choice = select(candidates, TWO, "standard")
    assert {1, 2} <= set(taken(choice, "second"))


def test_a_piece_is_left_when_another_section_has_what_it_needs() -> None:
    candidates = [candidate(0, "first", 9), candidate(1, "second", 3, needs=(0,)), candidate(2, "second", 2)]
    choice = select(candidates, TWO, "standard")
    assert taken(choice, "second") == [2]
    assert choice.reason[1] == "dangling"


def test_a_section_is_not_empty_because_its_only_piece_leans_on_another_section() -> None:
    candidates = [candidate(0, "first", 9), candidate(1, "second", 3, needs=(0,))]
    assert select(candidates, TWO, "standard").reason == {0: "lead", 1: "only"}


def test_a_piece_that_needs_too_much_is_left() -> None:
    candidates = [candidate(n, "only", n, 10, needs=(n - 1,) if n else ()) for n in range(20)]
    choice = select(candidates, ONE, "standard")
    assert choice.reason[19] == "dangling"


def test_the_same_words_are_taken_once() -> None:
    twin = Candidate(candidate(1, "only", 5).piece, "only", 5, {"other": 1.0}, ("word0",))
    choice = select([candidate(0, "only", 5), twin], ONE, "standard")
    assert taken(choice, "only") == [0]
    assert choice.reason[1] == "repetition"


def test_a_line_does_not_repeat_the_title() -> None:
    choice = select([candidate(0, "only", 5), candidate(1, "only", 5)], ONE, "standard", ["word0"])
    assert choice.reason == {0: "repetition", 1: "lead"}


def test_nearly_the_same_terms_are_taken_once() -> None:
    first = candidate(0, "only", 5)
    near = Candidate(candidate(1, "only", 5).piece, "only", 5, {"term0": 0.95, "term1": 0.3}, ("x",))
    assert select([first, near], ONE, "standard").reason[1] == "repetition"


def test_likeness_costs() -> None:
    like = Candidate(candidate(1, "only", 3.1, 30).piece, "only", 3.1, {"term0": 0.8, "term1": 0.6}, ("x",))
    candidates = [candidate(0, "only", 9, 60), like, candidate(2, "only", 3, 30)]
    choice = select([*candidates, candidate(3, "only", 0, 80)], ONE, "standard")
    assert taken(choice, "only") == [0, 2]


def test_a_weak_piece_does_not_fill_a_hole() -> None:
    candidates = [candidate(n, "only", score, 45) for n, score in enumerate([9, 5, 2])]
    assert select(candidates, ONE, "standard").reason == {0: "lead", 1: "relevant", 2: "weak"}


@pytest.mark.parametrize("scores", [[9, 5, 2], [9, -1, -2]])
def test_in_a_note_nothing_is_too_weak(scores: list[float]) -> None:
    candidates = [candidate(n, "only", score, 25) for n, score in enumerate(scores)]
    assert select(candidates, ONE, "standard").reason == {0: "lead", 1: "relevant", 2: "relevant"}


def test_a_note_is_kept_whole_though_its_section_has_a_budget() -> None:
    candidates = [candidate(n, "only", 5, 20) for n in range(6)]
    assert taken(select(candidates, ONE, "standard"), "only") == [0, 1, 2, 3, 4, 5]


def test_an_article_that_begins_with_something_else_has_no_lead() -> None:
    candidates = [candidate(n, "only", score, 30) for n, score in enumerate([3, 5, 5, 5, 5])]
    assert select(candidates, ONE, "standard").reason[0] == "lead"
    assert 0 not in select(candidates, ONE, "standard", lead=False).section


def test_the_best_of_a_section_is_taken_although_it_is_longer_than_its_share() -> None:
    candidates = [candidate(0, "first", 1, 90), candidate(1, "first", 9, 120), candidate(2, "first", 5, 30)]
    candidates += [candidate(n, "second", 5, 30) for n in range(3, 9)]
    choice = select(candidates, TWO, "standard", lead=False)
    assert choice.reason[1] == "only"


def test_a_line_that_follows_its_neighbour_takes_less_of_the_page() -> None:
    scores = [9, 5, 1, 4, 4.5, 1]
    apart = [candidate(n, "only", score, 48) for n, score in enumerate(scores)]
    assert taken(select(apart, ONE, "standard"), "only") == [0]
    together = [
        Candidate(replace(one.piece, block=0), one.key, one.score, one.terms, one.said) for one in apart
    ]
    assert taken(select(together, ONE, "standard"), "only") == [0, 1]


def test_what_may_be_left_out_is_left_out_where_there_is_no_room_for_it() -> None:
    cut = (Span(0, 1),)
    candidates = [candidate(n, "only", 5 - n, 50, cuts=cut, cut_words=10) for n in range(5)]
    choice = select(candidates, ONE, "standard")
    assert (taken(choice, "only"), choice.trimmed) == ([0, 1], {1})


def test_a_role_that_no_section_takes_is_left() -> None:
    assert select([candidate(0, "", 9), candidate(1, "only", 1)], ONE, "standard").reason[0] == "role"


def test_without_candidates_nothing_is_chosen() -> None:
    assert select([], ONE, "standard") == Choice()


def test_everything_can_be_taken() -> None:
    assert take_all(["a", "b"]) == Choice({0: "a", 1: "b"}, {0: "whole", 1: "whole"})
