"""The joint Summary: turns for the articles, once for one wording, side by side for what differs."""

from itertools import chain

import pytest

from converter.digester.renumbering import renumbered
from converter.model.briefing import Briefing, Line, Shared, Verbatim, Whole
from converter.model.outline import Length
from tests.digester.articles import TOLL, WIRE, article
from tests.digester.making import briefing_of, digest_of, joint, said, story


def owners(briefing: Briefing) -> list[int]:
    """Return the articles of the joint lines, in order."""
    lines = (line.line if isinstance(line, Shared) else line for line in joint(briefing))
    return [line.sentence.span.article for line in lines if isinstance(line, Verbatim)]


def words(briefing: Briefing) -> int:
    """Return how many words the joint Summary shows."""

    def shown(line: Line) -> list[str]:
        others = line.otherwise if isinstance(line, Shared) else ()
        return [said(briefing, line), *chain.from_iterable(map(shown, others))]

    return sum(len(text.split()) for line in joint(briefing) for text in shown(line))


@pytest.mark.parametrize(("length", "most"), [("brief", 3 * 50), ("standard", 3 * 95), ("full", 3 * 95)])
@pytest.mark.parametrize("count", [2, 5, 40])
def test_it_keeps_to_the_length_that_is_asked_for(count: int, length: Length, most: int) -> None:
    briefing = digest_of(*map(article, range(count)), length=length)
    assert 0 < words(briefing) <= min(most, most * count // 3)


def test_every_article_gives_a_line_before_any_gives_two() -> None:
    long = story("The ministry of fish opened an office in the old town on Monday.", 0)
    long += "".join(story(f"Ship {n} sank near the {n}th pier.", n) for n in range(5, 9))
    others = [story(f"The {n}th bridge was sold to a {n}th bank.", n) for n in range(1, 4)]
    found = owners(digest_of(long, *others))
    assert set(found[:4]) == {0, 1, 2, 3}


def test_what_several_articles_have_word_for_word_stands_once() -> None:
    briefing = digest_of(story(WIRE, 1), story(WIRE.upper(), 2), story("Nobody knew of it in town.", 3))
    (line,) = [one for one in joint(briefing) if isinstance(one, Shared)]
    assert said(briefing, line) == WIRE
    assert [(one.sentence.span.article, one.likeness) for one in line.likewise] == [(1, "same")]
    assert not line.otherwise
    assert sum(said(briefing, one).casefold() == WIRE.casefold() for one in joint(briefing)) == 1


def test_how_many_have_it_does_not_move_it_up() -> None:
    others = [story(f"The {name} of the harbour was sold.", n) for n, name in enumerate(("crane", "pier"), 5)]
    alone = digest_of(story(WIRE, 1), *others)
    shared = digest_of(story(WIRE, 1), *others, story(WIRE, 9))
    assert owners(shared)[0] != 0 or owners(alone)[0] == 0


def test_figures_that_differ_stand_side_by_side() -> None:
    tolls = [TOLL.format(number) for number in (34, 41, 41)]
    briefing = digest_of(*(story(toll, number) for number, toll in enumerate(tolls)))
    (line,) = [one for one in joint(briefing) if isinstance(one, Shared) and one.otherwise]
    (other,) = line.otherwise
    assert (said(briefing, line), said(briefing, other)) == (tolls[0], tolls[1])
    assert [one.sentence.span.article for one in other.likewise] == [2]
    texts = [briefing.articles[span.article].slice(span) for span in (*line.differing, *other.differing)]
    assert texts == ["34", "41"]


def test_a_negation_is_a_difference_that_is_shown() -> None:
    plain = "The ministry did close the northern harbour to ships on Thursday."
    briefing = digest_of(story(plain, 1), story(plain.replace("did close", "did not close"), 2))
    (line,) = [one for one in joint(briefing) if isinstance(one, Shared)]
    assert [said(briefing, one) for one in line.otherwise] == [plain.replace("did close", "did not close")]


def test_a_line_that_leans_on_another_stays_with_its_article() -> None:
    briefing = digest_of(
        story("The bank raised its rate to 4 per cent. However, it left its forecast as it was.", 1),
        story("x", 2),
    )
    assert not [line for line in joint(briefing) if said(briefing, line).startswith("However")]


def test_each_article_keeps_its_own_sections_and_its_own_places() -> None:
    texts = [article(number, WIRE) for number in range(3)]
    briefing = digest_of(*texts)
    alone = [briefing_of(text) for text in texts]
    assert [section.article for section in briefing.sections] == [None, *([0] * 3), *([1] * 3), *([2] * 3)]
    for index, one in enumerate(alone):
        own = [section for section in briefing.sections if section.article == index]
        shown = [[said(briefing, line) for line in section.lines] for section in own]
        assert shown == [[said(one, line) for line in section.lines] for section in one.sections]
        places = {line.sentence.span.article for section in own for line in section.lines}  # type: ignore[union-attr]
        assert places == {index}


def test_whatever_of_a_briefing_is_renumbered() -> None:
    found = renumbered((briefing_of(article(1)), Whole(3)), 7)
    spans = repr(found).split("Span(")[1:]
    assert spans
    assert all("article=7)" in span.split("Span")[0] for span in spans)
    assert found[1] == Whole(3, 7)
