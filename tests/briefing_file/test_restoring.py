import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.briefing_file import dump, parse, restore
from converter.errors import InputError
from converter.model.briefing import Briefing, Edited, Note, Section, Verbatim, Whole
from converter.model.outline import LENGTHS, Length
from converter.outliner import outline
from tests.outliner.making import ENGLISH, THREE, article

PORT = article(
    "The port of Fallow opened on Monday after nine years. Ships came back.",
    "- red\n- green",
    "Ada said: “It is late.” Tolls fall.",
    title="Port",
)
HEAD = f"briefing: 1\nsource: {{name: made.txt, sha256: {'0' * 64}}}\nsections:\n"


def lines_of(*lines: str) -> tuple[object, ...]:
    text = HEAD + "  summary:\n    lines:\n" + "".join(f"      - {line}\n" for line in lines)
    return restore(parse(text, "b.yaml"), PORT, THREE, ENGLISH).sections[0].lines


def error_of(*lines: str) -> str:
    with pytest.raises(InputError) as caught:
        lines_of(*lines)
    return str(caught.value)


def words(line: object) -> list[str]:
    assert isinstance(line, Verbatim)
    return [PORT.slice(span) for span in line.spans]


@pytest.mark.parametrize("length", LENGTHS)
def test_an_unchanged_file_gives_the_briefing_back(length: Length) -> None:
    briefing = outline(PORT, THREE, ENGLISH, length)
    assert (
        restore(parse(dump(briefing, ENGLISH), "b.yaml"), PORT, THREE, ENGLISH).sections == briefing.sections
    )


def test_a_place_alone_is_the_sentence() -> None:
    (line,) = lines_of("p3s2")
    assert words(line) == ["Tolls fall."]


def test_other_words_are_an_edit_that_keeps_what_it_was() -> None:
    (line,) = lines_of("p1s2: Ships returned.\n        by: Ada")
    assert isinstance(line, Edited)
    assert (line.text, line.author, PORT.slice(line.spans[0])) == (
        "Ships returned.",
        "Ada",
        "Ships came back.",
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("The port […] opened on Monday […].", ["The port", "opened on Monday", "."]),
        ("The port [...] after nine years.", ["The port", "after nine years."]),
        ("[…] opened on Monday […]", ["opened on Monday"]),
        ("The port of Fallow opened on Monday […] after nine years.", [PORT.slice(PORT.blocks[0].span)[:53]]),
    ],
)  # fmt: skip
def test_words_may_be_left_out(written: str, kept: list[str]) -> None:
    (line,) = lines_of(f'p1s1: "{written}"')
    assert words(line) == kept


@pytest.mark.parametrize(
    "written", ["The port opened.", "[…] open […]", "on Monday […] The port", "opened on Monday", "[…]"]
)
def test_what_is_not_in_the_sentence_is_an_edit(written: str) -> None:
    (line,) = lines_of(f'p1s1: "{written}"')
    assert isinstance(line, Edited)


def test_the_words_of_another_sentence_are_that_sentence() -> None:
    (line,) = lines_of("p1s1: Tolls fall.")
    assert words(line) == ["Tolls fall."]


def test_a_block_is_taken_over_whole() -> None:
    assert lines_of("p2: whole") == lines_of("p2") == (Whole(1),)


def test_a_note_keeps_its_author() -> None:
    assert lines_of("note: Who pays?\n        by: Ada") == (Note("Who pays?", "Ada"),)


def test_sections_stand_in_the_order_of_the_file_under_the_titles_of_the_file() -> None:
    text = (
        HEAD + "  implications: {title: So what now, lines: [p3s2]}\n"
        "  summary: {title: Summary, lines: []}\n"
        "  mine: {title: My view, lines: [p1s1]}\n"
    )
    briefing = restore(parse(text, "b.yaml"), PORT, THREE, ENGLISH)
    assert [(s.rule.key, s.title, len(s.lines)) for s in briefing.sections] == [
        ("implications", "So what now", 1), ("summary", "", 0), ("mine", "My view", 1),
    ]  # fmt: skip


def test_decisions_say_where_a_person_put_each_sentence() -> None:
    text = HEAD + "  background:\n    lines: [p2, p1s2]\n"
    decisions = restore(parse(text, "b.yaml"), PORT, THREE, ENGLISH).decisions
    assert [(d.section, d.reason) for d in decisions] == [
        ("", "person"), ("background", "person"), ("background", "person"), ("background", "person"),
        ("", "person"), ("", "person"),
    ]  # fmt: skip


def test_faults_are_told_with_their_line() -> None:
    assert error_of("p1s1", "p9s1") == "b.yaml:7:9: the article has no p9; its paragraphs are p1 to p3"
    assert error_of("p1s2", "p1s2: Ships.") == (
        "b.yaml:7:9: what p1s2 says stands here again, after line 6; keep one of them"
    )
    assert error_of("p2", "p2s1").startswith("b.yaml:7:9: what p2s1 says stands here again, after line 6")
    assert error_of("p2: red, green") == (
        "b.yaml:6:9: p2 is taken over as it is and cannot be edited;"
        " write 'p2: whole', or the place of a sentence, such as p2s1"
    )


def test_a_section_of_ones_own_needs_a_title() -> None:
    text = HEAD + "  sumary:\n    lines: [p1s1]\n"
    with pytest.raises(InputError) as caught:
        restore(parse(text, "b.yaml"), PORT, THREE, ENGLISH)
    assert str(caught.value) == (
        "b.yaml:4:3: the outline 'three' has no section 'sumary';"
        " did you mean summary? A section of your own needs a title"
    )


def test_a_file_of_another_article_is_stale() -> None:
    text = (HEAD + "  summary: {lines: [p1s1]}\n").replace("0" * 64, "1" * 64)
    with pytest.raises(InputError) as caught:
        restore(parse(text, "b.yaml"), PORT, THREE, ENGLISH)
    assert caught.value.code == "briefing-stale"
    assert str(caught.value) == (
        "b.yaml:2:34: made.txt is not the article that this was made from, or has changed since;"
        " outline it anew"
    )


WORDS = st.lists(
    st.sampled_from(["Tolls", "fall,", "“quoted”", "3.5", "it's", "Über", "港", "a:", "#b", "-", "[x]"]),
    min_size=1,
)


@given(
    st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, max_size=3), st.randoms(use_true_random=False)
)
def test_whatever_is_written_comes_back(
    sentences: list[list[str]], notes: list[list[str]], random: object
) -> None:
    made = article(*(" ".join(sentence) + "." for sentence in sentences))
    briefing = outline(made, THREE, ENGLISH, "full")
    lines = [*briefing.sections[0].lines, *(Note(" ".join(note), "A: B") for note in notes)]
    random.shuffle(lines)  # type: ignore[attr-defined]
    edited = Briefing(
        (made,), THREE, (Section(THREE.sections[0], tuple(lines), "My: title"),), briefing.decisions
    )
    assert restore(parse(dump(edited, ENGLISH), "b.yaml"), made, THREE, ENGLISH).sections == edited.sections
