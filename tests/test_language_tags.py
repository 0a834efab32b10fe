"""Tests of `converter.language_tags`."""

import pytest

from converter.language_tags import customary_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("EN_gb", "en-GB"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("DE-1996", "de-1996"),
        ("SL-ROZAJ-1994", "sl-rozaj-1994"),
        ("sr-1ABC", "sr-1abc"),
        ("", ""),
    ],
)
def test_tags_are_written_as_the_standard_has_it(written: str, tag: str) -> None:
    assert customary_tag(written) == tag
