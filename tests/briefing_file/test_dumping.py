import yaml
from hypothesis import given
from hypothesis import strategies as st

from converter.briefing_file import dump
from converter.model.article import Span
from converter.model.briefing import Briefing, Details, Edited, Note, Section, Verbatim, Whole
from converter.outliner import outline
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, THREE, article

PORT = article(
    "The port opened on Monday. Ships came back.",
    "# Background",
    "- red\n- green",
    "Nobody knew: “why”, said Ada #1.",
    title="Port: open",
)


def test_a_file_is_what_an_editor_would_like_to_see() -> None:
    text = dump(outline(PORT, THREE, ENGLISH, "full"), ENGLISH, Details(author="Ada", date="2026-11-23"))
    assert text.partition("\nbriefing: 1\n")[2] == (
        "source:\n"
        "  name: made.txt\n"
        f"  sha256: {'0' * 64}\n"
        "outline: three\n"
        "language: en\n"
        "\n"
        'title: "Port: open"\n'
        "author: Ada\n"
        'date: "2026-11-23"\n'
        "\n"
        "sections:\n"
        "\n"
        "  summary:\n"
        "    title: Summary\n"
        "    lines:\n"
        "      - p1s1: >-\n"
        "          The port opened on Monday.\n"
        "      - p1s2: >-\n"
        "          Ships came back.\n"
        "\n"
        "  background:\n"
        "    title: Background\n"
        "    lines:\n"
        "      - p2: whole  # list: red green\n"
        "      - p3s1: >-\n"
        "          Nobody knew: “why”, said Ada #1.\n"
        "\n"
        "  implications:\n"
        "    title: Implications\n"
        "    lines: []\n"
    )


def test_what_was_left_stands_at_the_end() -> None:
    briefing = outline(PORT, THREE, ENGLISH, "full")
    emptied = Briefing(
        briefing.articles, THREE, tuple(Section(r, ()) for r in THREE.sections), briefing.decisions
    )
    left = yaml.safe_load(dump(emptied, ENGLISH))["left"]
    assert [next(iter(line)) for line in left] == ["p1s1", "p1s2", "p2s1", "p2s2", "p3s1"]


def test_every_kind_of_line_is_written() -> None:
    first, second, *_ = sentences_of(PORT, ENGLISH)
    port = Span(first.span.start + 4, first.span.start + 8)
    lines = (
        Verbatim((port,), first),
        Edited((second.span,), second, "Ships  came\nhome.", "Ada"),
        Note("Ask: whom?", "B. Bee"),
        Whole(2),
    )
    briefing = Briefing((PORT,), THREE, (Section(THREE.sections[0], lines, "In short"),))
    section = yaml.safe_load(dump(briefing, ENGLISH))["sections"]["summary"]
    assert section == {
        "title": "In short",
        "lines": [
            {"p1s1": "[…] port […]"},
            {"p1s2": "Ships came home.", "by": "Ada"},
            {"note": "Ask: whom?", "by": "B. Bee"},
            {"p2": "whole"},
        ],
    }


SAFE = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Cf", "Co"], exclude_characters="\ufffe\uffff"
)


@given(st.text(SAFE, max_size=400))
def test_any_words_survive(words: str) -> None:
    note = " ".join(words.split(" ")).strip(" ")
    briefing = Briefing((PORT,), THREE, (Section(THREE.sections[0], (Note(words),)),))
    written = yaml.safe_load(dump(briefing, ENGLISH))["sections"]["summary"]["lines"][0]["note"]
    assert written.split() == note.split()


@given(st.text(SAFE, min_size=1, max_size=40))
def test_any_title_survives(title: str) -> None:
    written = dump(outline(PORT, THREE, ENGLISH), ENGLISH, Details(title=f"x{title}"))
    plain = yaml.load(written, yaml.BaseLoader)  # noqa: S506 (it makes texts only)
    assert plain["title"].split() == f"x{title}".split()


def test_a_file_that_would_be_too_large_leaves_out_what_was_left() -> None:
    long = article(*(f"Paragraph {number} is here. {'Words follow it. ' * 40}" for number in range(500)))
    text = dump(outline(long, THREE, ENGLISH, "brief"), ENGLISH)
    assert "\nleft:" not in text
    assert len(text) < 10_000
