from msgspec.structs import replace

from converter.model.article import Article, Code, Figure, Span, Table
from converter.model.briefing import Whole
from converter.outliner.pieces import Piece, pieces_of
from converter.outliner.reading import read
from converter.outliner.sentences import sentences_of
from converter.outliner.trimming import Trimmer
from converter.stylesheets.languages import load_language
from tests.outliner.making import ENGLISH, article

LONG = "- The first item is a sentence of nine words.\n- The second item is another one of eight."


def pieces(*parts: str) -> tuple[Piece, ...]:
    return of(article(*parts))


def of(made: Article) -> tuple[Piece, ...]:
    return pieces_of(made, read(made, sentences_of(made, ENGLISH), ENGLISH))


def test_every_sentence_of_a_paragraph_is_a_piece() -> None:
    assert [(piece.words, piece.sentences) for piece in pieces("One two. Three.", "Four.")] == [
        (2, (0,)), (1, (1,)), (1, (2,)),
    ]  # fmt: skip


def test_a_quotation_and_a_list_of_short_items_are_whole() -> None:
    found = pieces("> They spoke. They left.", "- red\n- green")
    assert [(piece.line, piece.sentences, piece.words) for piece in found] == [
        (Whole(0), (0, 1), 4), (Whole(1), (2, 3), 2),
    ]  # fmt: skip


def test_the_items_of_a_list_of_sentences_stand_for_themselves() -> None:
    assert [piece.words for piece in pieces(LONG)] == [9, 8]


def test_tables_figures_and_code_are_pieces_without_sentences() -> None:
    made = article("Year 1908", "Code here", "A quay")
    spans = [block.span for block in made.blocks]
    made = replace(made, blocks=(
        Table(spans[0], ((Span(0, 4), Span(5, 9)),)), Code(spans[1]), Figure(spans[2], None, ""),
    ))  # fmt: skip
    assert [(piece.line, piece.sentences, piece.words) for piece in of(made)] == [
        (Whole(0), (), 2), (Whole(1), (), 2), (Whole(2), (), 2),
    ]  # fmt: skip


def test_an_opening_that_leans_needs_the_sentence_before() -> None:
    found = pieces("The mill closed. This hurt. Nobody came.", "However, it opened.")
    assert [piece.needs for piece in found] == [(), (0,), (), (2,)]


def test_an_opening_that_leans_on_a_heading_is_lost() -> None:
    found = pieces("The mill closed.", "# Why", "This hurt.")
    assert [(piece.needs, piece.lost) for piece in found] == [((), False), ((), True)]


def test_quoted_words_do_not_lean() -> None:
    assert [piece.needs for piece in pieces("The mill closed. “This hurts,” they said.")] == [(), ()]


def test_an_introduction_and_what_it_introduces_need_each_other() -> None:
    found = pieces("The mill closed. Three things followed:", "- rain\n- frost", "Nobody came.")
    assert [piece.needs for piece in found] == [(), (2,), (1,), ()]


def test_an_armenian_colon_ends_a_sentence() -> None:
    made = replace(article("Նավահանգիստը բացվեց:", "Նավերը վերադարձան:"), language="hy")
    assert [piece.needs for piece in of(made)] == [(), ()]


def test_a_quotation_needs_what_says_whose_it_is_unless_it_says_so() -> None:
    language = replace(ENGLISH, cues={"attribution": ("said",)})
    made = article("The mill closed.", "> We are sorry.", "> We are sorry, said the owner.")
    found = pieces_of(made, read(made, sentences_of(made, language), language))
    assert [piece.needs for piece in found] == [(), (0,), ()]


def test_what_is_followed_by_but_needs_that_and_the_other_way_round() -> None:
    language = replace(ENGLISH, cues={"dangling": ("but",), "contrast": ("but",)})
    made = article("The mill pays. But it loses. It opened.", "But the bank left.", "# More", "But no.")
    found = pieces_of(made, read(made, sentences_of(made, language), language))
    assert [piece.needs for piece in found] == [(1,), (0,), (3,), (2,), ()]


def test_a_statement_and_its_denial_need_each_other() -> None:
    language = replace(ENGLISH, cues={"denial": ("was never",)})
    made = article("They would close the mill. That was never the plan.")
    found = pieces_of(made, read(made, sentences_of(made, language), language))
    assert [piece.needs for piece in found] == [(1,), (0,)]


def test_an_answer_needs_its_question() -> None:
    assert [piece.needs for piece in pieces("What comes next?", "Ada: Breakfast. Then more.")] == [
        (),
        (0,),
        (),
    ]


def test_quoted_words_need_the_sentence_that_says_whose_they_are() -> None:
    language = replace(ENGLISH, cues={"attribution": ("said",), "third-person": ("he",)})
    made = article(
        "“We go,” said Ada Smith. “It is time.”", "“We stay,” he said.", "“We wait.” So said Bo Berg.",
        "Nobody came.",
    )  # fmt: skip
    found = pieces_of(made, read(made, sentences_of(made, language), language))
    assert [piece.needs for piece in found] == [(1,), (0,), (1,), (4,), (), ()]


def test_what_may_be_left_out_is_noted() -> None:
    language = load_language("en")
    made = article(
        "The mill (the last one in all of the valley) closed its old gates on Friday evening. "
        "Furthermore, the bank took all of the houses that belonged to the owners."
    )
    first, second = pieces_of(made, read(made, sentences_of(made, language), language), Trimmer(language))
    assert [made.slice(cut) for cut in first.cuts] == [" (the last one in all of the valley)"]
    assert first.cut_words == 8
    assert second.connective
    assert made.slice(second.connective) == "Furthermore, "
    assert second.needs == ()
