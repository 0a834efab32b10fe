from dataclasses import replace

from converter.writers.docx.prepared import prepare
from tests.sample import sample_style


def test_the_constant_parts_are_made_once_for_a_style() -> None:
    style = sample_style()
    assert prepare(style, "en", "ltr") is prepare(style, "en", "ltr")


def test_another_language_or_style_has_parts_of_its_own() -> None:
    style = sample_style()
    assert prepare(style, "en", "ltr").parts != prepare(style, "fr", "ltr").parts
    assert (
        prepare(style, "en", "ltr").parts
        != prepare(replace(style, bullets=("*",), name="other"), "en", "ltr").parts
    )


def test_only_so_many_styles_are_kept() -> None:
    first = sample_style()
    kept = prepare(first, "en", "ltr")
    for _ in range(40):
        prepare(sample_style(), "en", "ltr")
    assert prepare(first, "en", "ltr") is not kept
    assert prepare(first, "en", "ltr").parts == kept.parts
