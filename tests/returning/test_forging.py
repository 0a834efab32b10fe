"""Claims that lie: what the article does not say is never word for word."""

from collections.abc import Callable
from typing import Any

import pytest

from converter.model.briefing import Edited, Note, Verbatim, Whole
from converter.verifier.verifying import verify
from tests.returning.making import CLOSED, LEARNED, PRICES, Desk
from tests.verifier.alterations.word import WordFile

LIE = "The owners have stolen every penny of the pensions."
Line = dict[str, Any]


def forged(desk: Desk, text: str, change: Callable[[Line], Line]) -> WordFile:
    """Return the report with one line that shows, and claims, something else."""
    number, word = desk.line(text), desk.word
    lies = change({"text": text})["text"]
    word.reword(number, text, lies)

    def claims(root: dict[str, Any]) -> dict[str, Any]:
        lines = [change(line) if line["id"] == number else line for line in root["lines"]]
        return root | {"lines": lines}

    word.change_claims(claims)
    return word


def kinds_of(desk: Desk, word: WordFile, text: str) -> list[type]:
    """Return what the lines with the words of `text` are."""
    back = desk.back(word)
    (found,) = verify(back.conversion.reports[0].data, [desk.article])
    assert found.verdict.findings == ()
    assert {"line-untrue", "note-added"}.intersection(back.codes)
    lines = [line for section in back.briefing.sections for line in section.lines]
    shown = [(line, line.text if isinstance(line, Edited | Note) else "") for line in lines]
    return [type(line) for line, words in shown if text in words]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"spans": [[0, 20]]},
        {"spans": [[23, 40]], "paragraph": 1, "sentence": 1},
        {"spans": [[10**9, 10**9 + 5]]},
        {"spans": [[0, 10**9]], "sentence": None},
        {"sentence": 99, "paragraph": 99},
        {"sentence": None},
    ],
    ids=str,
)
def test_an_invented_line_is_an_edit_or_a_comment(desk: Desk, change: Line) -> None:
    word = forged(desk, PRICES, lambda line: line | change | {"text": LIE})
    assert kinds_of(desk, word, LIE) in ([Edited], [Note], [])
    briefing = desk.back(word).briefing
    said = [
        briefing.text_of(line)
        for section in briefing.sections
        for line in section.lines
        if isinstance(line, Verbatim)
    ]
    assert LIE not in said


def test_a_line_with_the_words_of_another_sentence_is_that_sentence(desk: Desk) -> None:
    word = forged(desk, PRICES, lambda line: line | {"text": LEARNED})
    word.remove(desk.line(LEARNED))
    back = desk.back(word)
    assert LEARNED in back.section("implications")


def test_gaps_that_are_not_marked_make_an_edit(desk: Desk) -> None:
    cut = CLOSED.replace("at Harrow ", "")
    word = forged(desk, CLOSED, lambda line: line | {"text": cut, "spans": [[23, 41], [51, 69]]})
    assert kinds_of(desk, word, cut) == [Edited]


def test_words_that_claims_call_the_reports_own_are_left_out(desk: Desk) -> None:
    word = desk.word
    word.add_behind(desk.line(PRICES), LIE)
    word.change_claims(
        lambda root: (
            root | {"content": [*root["content"][:9], {"role": "mark", "text": LIE}, *root["content"][9:]]}
        )
    )
    back = desk.back(word)
    lines = [line for section in back.briefing.sections for line in section.lines]
    assert not any(LIE in getattr(line, "text", "") for line in lines)
    assert all(isinstance(line, Verbatim | Whole) for line in lines)


def test_an_old_note_that_was_made_a_verbatim_line_stays_a_comment(desk: Desk) -> None:
    word = desk.word
    word.add_paragraph(desk.line(PRICES), LIE)
    data = desk.back(word).conversion.reports[0].data
    made = WordFile(data)

    def verbatim(root: dict[str, Any]) -> dict[str, Any]:
        lines = [
            line
            | {
                "kind": "verbatim",
                "source": 0,
                "spans": [[23, 69]],
                "paragraph": 1,
                "sentence": 1,
                "author": "",
            }
            if line["kind"] == "note"
            else line
            for line in root["lines"]
        ]
        return root | {"lines": lines}

    made.change_claims(verbatim)
    back = desk.back(made)
    lines = [line for section in back.briefing.sections for line in section.lines]
    assert not any(isinstance(line, Verbatim) and LIE in back.briefing.text_of(line) for line in lines)
    assert "line-untrue" in back.codes
