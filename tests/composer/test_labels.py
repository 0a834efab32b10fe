"""The report's own words."""

import pytest
from msgspec.structs import replace

from converter.composer.labels import capitalised, labels_of
from converter.errors import StyleError
from tests.composer.maker import ENGLISH, PLAIN


def test_a_style_overrides_a_language_from_general_to_particular() -> None:
    style = replace(
        PLAIN, labels={"en": {"summary": "Gist", "table": "Tab."}, "en-GB": {"summary": "Précis"}}
    )
    labels = labels_of(style, replace(ENGLISH, tag="en-GB"))
    assert (labels("summary"), labels("table"), labels("figure")) == ("Précis", "Tab.", "Figure")


def test_a_missing_label_is_an_error() -> None:
    labels = labels_of(PLAIN, replace(ENGLISH, tag="xx", labels={}))
    with pytest.raises(StyleError) as caught:
        labels("briefing")
    assert caught.value.code == "label-missing"
    assert str(caught.value).startswith("label briefing in language xx: the label is missing; ")


def test_the_first_letter_becomes_a_capital() -> None:
    assert [capitalised(text) for text in ("absatz 4", "", "ß", "文")] == ["Absatz 4", "", "SS", "文"]
