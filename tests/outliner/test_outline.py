"""The outliner as a whole: what a briefing is made of, whatever the article."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.article import Article, Code, Figure, Footnote, Heading, Paragraph, Span, Table
from converter.model.briefing import Briefing, Verbatim, Whole
from converter.model.language import Language
from converter.model.outline import LENGTHS, Length, Outline
from converter.outliner import outline
from converter.outliner.trimming import KEPT
from converter.outliner.words import Phrases, words
from converter.stylesheets.languages import load_language
from tests.outliner.making import ENGLISH, THREE, article, rule, text, texts

TAKEN = {"lead", "relevant", "only", "needed", "whole"}
LEFT = {"repetition", "dangling", "budget", "weak", "fragment", "role"}

FULL_ENGLISH = load_language("en")

MILL = article(
    "The old paper mill at Harrow closed on Friday. Its ninety workers learned of it by letter.",
    "# History of the mill",
    "The mill was built by printers who needed paper of their own. It was sold to a bank last year.",
    "# What next for the valley",
    "The council will decide about the land in the autumn. Buyers have come from the coast to look at it.",
    title="Harrow loses its mill",
)


def all_texts(briefing: Briefing) -> list[str]:
    return [text(briefing, line) for section in briefing.sections for line in section.lines]


def test_headings_decide_what_follows_them() -> None:
    briefing = outline(MILL, THREE, ENGLISH, "full")
    assert texts(briefing, "background") == [
        "The mill was built by printers who needed paper of their own.",
        "It was sold to a bank last year.",
    ]
    assert texts(briefing, "implications")[0] == "The council will decide about the land in the autumn."


def test_what_stands_before_such_headings_is_the_summary() -> None:
    assert texts(outline(MILL, THREE, ENGLISH, "full"), "summary") == [
        "The old paper mill at Harrow closed on Friday.",
        "Its ninety workers learned of it by letter.",
    ]


def test_without_headings_words_and_position_decide() -> None:
    made = article(
        "The old paper mill at Harrow closed on Friday after a meeting of its owners.",
        "It was built in 1908 and was sold to a bank last year. In 1950 there were ninety workers.",
        "The council will decide about the land. It will be sold in the future.",
        title="Harrow loses its mill",
    )
    briefing = outline(made, THREE, FULL_ENGLISH, "full")
    assert [len(section.lines) for section in briefing.sections] == [1, 2, 2]


def test_without_a_language_the_position_decides_and_a_notice_says_so() -> None:
    briefing = outline(MILL, THREE, None)
    assert briefing.decisions[0].section == "summary"
    assert [notice.code for notice in briefing.notices] == ["language-without-cues"]


def test_a_language_without_cues_is_told() -> None:
    bare = Language("xx", "X", headings=ENGLISH.headings)
    briefing = outline(MILL, THREE, bare, "full")
    assert len(texts(briefing, "background")) == 2
    assert [notice.code for notice in briefing.notices] == ["language-without-cues"]


@pytest.mark.parametrize("length", LENGTHS)
def test_every_sentence_has_one_decision(length: Length) -> None:
    decisions = outline(MILL, THREE, ENGLISH, length).decisions
    assert [MILL.slice(decision.sentence.span)[:9] for decision in decisions] == [
        "The old p", "Its ninet", "The mill ", "It was so", "The counc", "Buyers ha",
    ]  # fmt: skip
    assert {decision.reason for decision in decisions} <= TAKEN | LEFT
    assert all(bool(decision.section) == (decision.reason in TAKEN) for decision in decisions)


def test_a_decision_says_what_spoke_for_it() -> None:
    decision = outline(MILL, THREE, ENGLISH).decisions[2]
    assert decision.role == "background"
    assert dict(decision.likelihoods) == {"summary": 0, "background": 1000, "implications": 0}
    assert decision.cues[0] == "heading: History of the mill"
    assert "past: was" in decision.cues


def test_full_keeps_every_block() -> None:
    made = article(
        "It opened.", "Year 1908", "x = 1", "A quay", "Note.", "- red\n- green", "> They spoke.", "It shut."
    )
    spans = [block.span for block in made.blocks]
    blocks = (
        Paragraph(spans[0]),
        Table(spans[1], ((Span(spans[1].start, spans[1].start + 4), None),)),
        Code(spans[2]),
        Figure(spans[3], None, ""),
        Footnote(spans[4], "1"),
        *made.blocks[5:],
    )
    made = replace(made, blocks=blocks)
    assert Counter(all_texts(outline(made, THREE, ENGLISH, "full"))) == Counter(
        made.slice(span) for span in spans
    )


def test_sections_that_take_any_role_take_all() -> None:
    wanted = Outline("key-points", "", (rule("points"),))
    assert len(outline(MILL, wanted, ENGLISH).sections[0].lines) == 6


def test_what_no_section_takes_is_left_unless_everything_is_wanted() -> None:
    wanted = Outline("x", "", (rule("now", "summary"),))
    assert [decision.reason for decision in outline(MILL, wanted, ENGLISH).decisions[2:]] == ["role"] * 4
    assert len(outline(MILL, wanted, ENGLISH, "full").sections[0].lines) == 6


# ------------------------------------------------------------------------------------------- edge articles


@pytest.mark.parametrize("length", LENGTHS)
def test_an_article_of_one_sentence_is_its_summary(length: Length) -> None:
    briefing = outline(article("The quay opened."), THREE, ENGLISH, length)
    assert [len(section.lines) for section in briefing.sections] == [1, 0, 0]


@pytest.mark.parametrize("made", [article(), article("# One", "# Two"), article(title="A title")])
@pytest.mark.parametrize("length", LENGTHS)
def test_an_article_without_sentences_is_told(made: Article, length: Length) -> None:
    briefing = outline(made, THREE, ENGLISH, length)
    assert [notice.code for notice in briefing.notices] == ["nothing-to-select"]
    assert all_texts(briefing) == []
    assert len(briefing.sections) == 3


@pytest.mark.parametrize("length", ["brief", "standard"])
def test_the_same_sentence_ten_times_is_taken_once(length: Length) -> None:
    made = article(*["The quay of Harrow opened to all ships on Monday."] * 10)
    assert len(all_texts(outline(made, THREE, ENGLISH, length))) == 1


def test_full_keeps_repetitions() -> None:
    made = article(*["The quay of Harrow opened to all ships on Monday."] * 10)
    assert len(all_texts(outline(made, THREE, ENGLISH, "full"))) == 10


def test_a_headline_in_capitals_is_taken_up_like_any_other() -> None:
    shouted = replace(MILL, text=MILL.text[: len("Harrow loses its mill")].upper() + MILL.text[21:])
    assert [d.score for d in outline(shouted, THREE, ENGLISH).decisions] == [
        d.score for d in outline(MILL, THREE, ENGLISH).decisions
    ]


def test_a_list_post_keeps_its_items() -> None:
    items = (
        "- Plant trees where people wait for the bus in summer.\n- Paint roofs white since that costs little."
    )
    briefing = outline(article("Towns can be cooler than they are today.", items), THREE, ENGLISH)
    assert len(all_texts(briefing)) == 3


def test_the_title_is_not_said_again() -> None:
    made = article(
        "Harrow loses its paper mill today.", "The owners said so.", title="HARROW LOSES ITS PAPER MILL TODAY"
    )
    assert "Harrow loses its paper mill today." not in all_texts(outline(made, THREE, ENGLISH))


# ---------------------------------------------------------------------------------------------- properties

SENTENCES = st.builds(
    lambda opening, words, end: " ".join([opening, *words]) + end,
    st.sampled_from(
        ["The mill", "This", "However, it", "In 1908 Harrow", "“We will,” he", "Prices", "No one"]
    ),
    st.lists(
        st.sampled_from(["was", "will", "sold", "the", "bank", "valley", "4.5", "last year", "of"]),
        max_size=30,
    ),
    st.sampled_from([".", ".", ".", "?", ":", "…"]),
)
PARTS = st.one_of(
    st.sampled_from(["# Background", "## Outlook", "# The mill", "# Summary"]),
    st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join),
    st.lists(SENTENCES, min_size=1, max_size=3).map(lambda items: "- " + "\n- ".join(items)),
    st.lists(SENTENCES, min_size=1, max_size=2).map(lambda lines: "> " + "\n> ".join(lines)),
)
ARTICLES = st.builds(
    lambda parts, title: article(*parts, title=title),
    st.lists(PARTS, max_size=12),
    st.sampled_from(["", "A mill"]),
)
LANGUAGES = st.sampled_from([ENGLISH, None])


@given(ARTICLES, LANGUAGES, st.sampled_from(LENGTHS))
def test_every_line_is_the_articles_in_its_order_and_stands_once(
    made: Article, language: Language | None, length: Length
) -> None:
    briefing = outline(made, THREE, language, length)
    everywhere: list[tuple[int, int]] = []
    for section in briefing.sections:
        places = []
        for line in section.lines:
            assert isinstance(line, Verbatim | Whole)
            span = made.blocks[line.block].span if isinstance(line, Whole) else line.spans[0]
            assert isinstance(line, Whole) or line.spans == (line.sentence.span,)
            assert text(briefing, line) in made.text
            places.append((span.start, span.end))
        assert places == sorted(places)
        everywhere += places
    assert all(before[1] <= after[0] for before, after in pairwise(sorted(everywhere)))


FULLER = st.builds(
    lambda parts: article(*parts, title="A mill"),
    st.lists(
        st.lists(
            st.builds(
                lambda subject, aside, rest: f"{subject}{aside} {rest}.",
                st.sampled_from(["The mill", "Furthermore, the owner", "This", "Ada Berg"]),
                st.sampled_from(
                    [
                        "",
                        " (the last of its kind in the valley)",
                        " (not the last of them all)",
                        ", who was old,",
                    ]
                ),
                st.sampled_from(
                    [
                        "closed its gates on Friday evening after a long meeting",
                        "was sold to a bank in 1987, which had lent the money for its machines",
                        "will probably be drained in the spring, said the council",
                    ]
                ),
            ),
            min_size=1,
            max_size=4,
        ).map(" ".join),
        min_size=4,
        max_size=12,
    ),
)


@given(made=FULLER, length=st.sampled_from(["brief", "standard"]), trim=st.booleans())
def test_what_a_line_leaves_out_is_a_gap_and_no_word_that_counts(
    made: Article, length: Length, *, trim: bool
) -> None:
    kept = Phrases({cue: FULL_ENGLISH.cues[cue] for cue in KEPT})
    for section in outline(made, THREE, FULL_ENGLISH, length, trim=trim).sections:
        for line in section.lines:
            assert isinstance(line, Verbatim)
            whole = line.sentence.span
            edges = [
                whole.start,
                *(edge for span in line.spans for edge in (span.start, span.end)),
                whole.end,
            ]
            assert edges == sorted(edges)
            assert trim or len(line.spans) == 1
            for start, end in zip(edges[::2], edges[1::2], strict=True):
                assert not kept.find(words(made.text[start:end]))


@given(ARTICLES, LANGUAGES)
def test_full_loses_nothing(made: Article, language: Language | None) -> None:
    kept = "".join(all_texts(outline(made, THREE, language, "full")))
    wanted = "".join(made.slice(block.span) for block in made.blocks if not isinstance(block, Heading))
    assert Counter("".join(kept.split())) == Counter("".join(wanted.split()))


@given(ARTICLES, LANGUAGES, st.sampled_from(["brief", "standard"]))
def test_budgets_are_kept(made: Article, language: Language | None, length: Length) -> None:
    briefing = outline(made, THREE, language, length)
    total = sum(
        len(made.slice(block.span).split()) for block in made.blocks if not isinstance(block, Heading)
    )
    used = 0
    for section in briefing.sections:
        words = sum(len(text(briefing, line).split()) for line in section.lines)
        first = {"lead", "only", "needed"} >= {
            d.reason for d in briefing.decisions if d.section == section.rule.key
        }
        if not first:
            assert words <= section.rule.words[length]
            used += words
    share, floor = {"brief": (0.25, 60), "standard": (0.5, 120)}[length]
    assert used <= max(floor, share * total)


@given(ARTICLES, st.sampled_from(["brief", "standard"]))
def test_a_section_with_candidates_is_not_empty(made: Article, length: Length) -> None:
    briefing = outline(made, THREE, ENGLISH, length)
    for section in briefing.sections:
        role = section.rule.roles[0]
        left = [d for d in briefing.decisions if d.role == role and not d.section]
        alone = [d for d in left if isinstance(made.blocks[d.sentence.block], Paragraph)]
        assert section.lines or {d.reason for d in alone} <= {"repetition", "fragment"}


@given(ARTICLES, st.sampled_from(["brief", "standard"]))
def test_no_line_opens_on_something_that_is_not_there(made: Article, length: Length) -> None:
    briefing = outline(made, THREE, ENGLISH, length)
    only = {(d.sentence.block, d.sentence.number) for d in briefing.decisions if d.reason == "only"}
    for section in briefing.sections:
        lines = [line for line in section.lines if isinstance(line, Verbatim)]
        shown = {(line.sentence.block, line.sentence.number) for line in lines}
        if len(lines) == 1:
            continue
        for line in lines:
            place = (line.sentence.block, line.sentence.number)
            if text(briefing, line).startswith(("This", "However")) and place[1] > 1:
                assert (place[0], place[1] - 1) in shown or place in only


@given(ARTICLES, st.sampled_from(LENGTHS))
def test_the_same_article_gives_the_same_briefing(made: Article, length: Length) -> None:
    assert outline(made, THREE, ENGLISH, length) == outline(made, THREE, ENGLISH, length)
