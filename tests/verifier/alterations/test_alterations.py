"""Every kind of alteration is found and named, and nothing is found where nothing was altered.

`campaign.py` does the same with thousands of reports.
"""

import pytest

from converter.verifier.proof import prove

from .judging import KINDS, ONLY, evidence, judge
from .reports import FORMATS, report

FIRST = (20, 61)
CASES = [(name, one) for name in KINDS for one in FORMATS if ONLY.get(name, one) == one]


@pytest.mark.parametrize(("name", "format"), CASES)
def test_what_was_altered_is_found_and_named(name: str, format: str) -> None:  # noqa: A002
    for first in FIRST:
        judged = judge(name, format, first)
        assert judged is not None
        assert judged.found, judged.alteration
        assert judged.named, (judged.alteration, judged.told)
        assert judged.alone or judged.alteration.with_source


@pytest.mark.parametrize("number", range(40, 60))
def test_unaltered_reports_are_proved(number: int) -> None:
    made = report(number)
    for format_, data in made.files.items():
        assert prove(data, format_, evidence(made)).word == "proved"
        assert prove(data, format_).word == "consistent"
