"""Lines and headings are found in work that grows with the file, not with its square or cube."""

from collections.abc import Callable

import pytest
from msgspec import Struct, field

from converter.returning import headings, placing
from converter.returning.claimed import Claimed, Part
from converter.returning.headings import headings_of
from converter.returning.placing import Page, Stretch
from converter.returning.words import Hand, Paragraph, author_of, fold, folded

SO = "It is said that it is so."
MANY = 200


class Counted(Struct):
    """A function that counts its calls."""

    function: Callable[[str], str]
    calls: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> str:
        self.calls.append(text)
        return self.function(text)


def test_a_sentence_that_stands_many_times_is_looked_at_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(fold)
    monkeypatch.setattr(placing, "fold", counted)
    text = " ".join([SO] * MANY)
    page = Page([Paragraph(1, text, (Hand(),) * len(text))], [])
    placed = page.place([Claimed(number, "p1s1", SO, 0) for number in range(MANY)])
    starts = [stretch.start for (stretch,) in placed.at.values()]
    assert starts == list(range(0, len(text), len(SO) + 1))
    assert len(counted.calls) < 6 * MANY


def test_of_places_alike_a_bookmark_tells_and_the_rest_are_filled_in_order() -> None:
    marked = (Hand(frozenset({7})),) * len(SO)
    bare = (Hand(),) * (len(SO) + 1)
    page = Page([Paragraph(1, " ".join([SO] * 3), (*bare, *bare, *marked))], [])
    placed = page.place([Claimed(number, "p1s1", SO, 0) for number in (5, 6, 7)])
    width = len(SO) + 1
    wanted = {2: 2 * width, 0: 0, 1: width}
    assert placed.at == {line: (Stretch(0, at, at + len(SO)),) for line, at in wanted.items()}


def test_headings_are_compared_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(fold)
    monkeypatch.setattr(headings, "fold", counted)
    parts = [Part(f"part-{number}", f"Part {number}") for number in range(MANY)]
    paragraphs = [Paragraph(number, f"Part {number}", (), level=1) for number in reversed(range(MANY))]
    found = headings_of(paragraphs, parts, frozenset(), {})
    assert [one.part for one in found] == list(reversed(range(MANY)))
    assert len(counted.calls) < 4 * MANY


def test_of_two_who_wrote_as_much_the_first_is_the_author() -> None:
    hands = [Hand(author=name) for name in ("", "Ada", "Bo", "Bo", "Ada", "")]
    assert author_of(hands) == "Ada"
    assert author_of([Hand()]) == ""


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u2009", "\u202f", "\u3000"], ids=ascii)
def test_any_space_is_a_space(space: str) -> None:
    text = f"It is 5{space}km away."
    page = Page([Paragraph(1, text, (Hand(),) * len(text))], [])
    for line in (text, "It is 5 km away."):
        assert fold(line) == folded(text).text
    assert page.place([Claimed(0, "p1s1", text, 0)]).at == {0: (Stretch(0, 0, len(text)),)}
