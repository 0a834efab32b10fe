import pytest

from converter.briefing_file.places import PlaceError, Places
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

ARTICLE = article("One. Two.", "# A heading", "- red\n- green", "Three.")
PLACES = Places(ARTICLE, sentences_of(ARTICLE, ENGLISH))


def test_a_sentence_is_found_at_its_place() -> None:
    found = [PLACES.find(place) for place in ("p1s2", "p2s1", "p3s1")]
    assert [ARTICLE.slice(s.span) for s in found if not isinstance(s, int)] == ["Two.", "red", "Three."]


def test_headings_are_not_counted() -> None:
    assert PLACES.find("p2") == 2
    assert PLACES.of_block(3) == "p3"


def test_place_and_sentence_name_each_other() -> None:
    for sentence in sentences_of(ARTICLE, ENGLISH):
        assert PLACES.find(PLACES.of_sentence(sentence)) == sentence


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("p4", "the article has no p4; its paragraphs are p1 to p3"),
        ("p1s3", "p1 has no sentence 3; its last is p1s2"),
        ("p0", "'p0' is no place; p4s2 is sentence 2 of paragraph 4"),
        ("P1", "'P1' is no place; p4s2 is sentence 2 of paragraph 4"),
        ("n1", "the article has no n1; its paragraphs are p1 to p3"),
    ],
)
def test_a_place_that_is_none_is_told(place: str, what: str) -> None:
    with pytest.raises(PlaceError) as caught:
        PLACES.find(place)
    assert str(caught.value) == what
