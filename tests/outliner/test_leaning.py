import pytest

from converter.outliner.leaning import Leaning
from converter.outliner.reading import read
from converter.outliner.sentences import sentences_of
from converter.stylesheets.languages import load_language
from tests.outliner.making import article

ENGLISH = load_language("en")


def leaning(*parts: str) -> Leaning:
    made = article(*parts)
    return Leaning(read(made, sentences_of(made, ENGLISH), ENGLISH))


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("This hurt the valley.", True),
        ("However, the mill opened.", True),
        ("If it falls, the law is dead.", True),
        ("Ada Example: They have, and that hurts.", True),
        ("When the price of all oil had doubled, they paid for it with their savings.", False),
        ("If Harrow falls again, it is over for everybody who lives there.", False),
        ("Ada thought that they would not.", True),
        ("The mill opened its gates.", False),
        ("“This hurts,” said Ada.", False),
        ("Note this: all is well.", False),
    ],
)
def test_openings_that_point_back_lean(text: str, *, leans: bool) -> None:
    assert leaning(text).leans(0) == leans


@pytest.mark.parametrize(
    ("text", "qualifies"),
    [
        ("But the bank left.", True),
        ("However, the bank left.", True),
        ("The bank, however, left.", True),
        ("That was never the plan.", True),
        ("The engineer said that this was not so.", True),
        ("Although it rained, they came.", False),
        ("Therefore the bank left.", False),
        ("The bank left but it came back.", False),
    ],
)
def test_contrasts_and_denials_qualify(text: str, *, qualifies: bool) -> None:
    assert leaning(text).qualifies(0) == qualifies


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("“We go,” said Ada Smith.", False),
        ("“We go,” she said.", True),
        ("“We go.”", True),
        ("“It is hard for anyone to say that.”", True),
        ("Ada Smith said: “We go.”", False),
        ("The “good” mill is said to close.", False),
    ],
)
def test_quoted_words_without_a_name_are_anonymous(text: str, *, anonymous: bool) -> None:
    assert leaning("Bo Berg said so.", text).is_anonymous(1) == anonymous


def test_the_rest_of_a_quotation_is_anonymous() -> None:
    found = leaning("“We go. We stay,” said Ada Smith. “We wait. We sleep.” They left.")
    assert [found.is_anonymous(index) for index in range(3)] == [False, True, False]


def test_what_follows_a_question_answers_it() -> None:
    found = leaning("Why? Nobody knows.", "Bo: When?", "Ada: Now. Soon.")
    assert [found.answers(index) for index in range(5)] == [False, False, False, True, False]
