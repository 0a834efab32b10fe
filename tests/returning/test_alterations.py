"""The alterations that the verifier must find are named here too, and what comes of them is proved."""

from pathlib import Path
from random import Random

import pytest

from converter.configuration import Settings
from converter.pipeline import convert
from converter.verifier.verifying import verify
from tests.returning.making import OWN
from tests.verifier.alterations import of_claims, of_lines, of_own_words
from tests.verifier.alterations.kinds import KINDS
from tests.verifier.alterations.reports import NAME, report
from tests.verifier.alterations.word import WordFile

FILLING = (of_claims, of_lines, of_own_words)
"""Rooms that put their kinds into the table."""

EXPECTED = {
    "a word changed": {"line-edited"},
    "a negation dropped": {"line-edited"},
    "a number changed": {"line-edited"},
    "a full stop changed": {"line-edited"},
    "a gap mark taken out": {"line-edited"},
    "a foreign sentence behind a line": {"note-added"},
    "two lines swapped between sections": {"line-moved"},
    "a line removed": {"line-removed"},
    "a line doubled": {"edit-dropped"},
    "a heading renamed": {"section-retitled"},
    "text and provenance changed alike": {"line-untrue"},
    "a line given other spans": {"line-untrue"},
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_an_alteration_is_named_and_what_comes_of_it_is_proved(kind: str, tmp_path: Path) -> None:
    for number in range(500, 600):
        made, random = report(number), Random(number)  # noqa: S311 - the same in every run
        word = WordFile(made.files["docx"])
        try:
            KINDS[kind](word, made, random)
        except LookupError:
            continue
        (tmp_path / NAME).write_bytes(made.article.data)
        (tmp_path / "report.docx").write_bytes(word.saved())
        conversion = convert(tmp_path / "report.docx", Settings(formats=("docx",)))
        codes = {one.code for one in conversion.notices if one.code.startswith(OWN)}
        (found,) = verify(conversion.reports[0].data, [tmp_path / NAME])
        assert codes - {"report-edited"} == EXPECTED[kind]
        assert (found.verdict.word, found.verdict.findings) == ("proved", ())
        return
    pytest.fail("no report could be altered so")
