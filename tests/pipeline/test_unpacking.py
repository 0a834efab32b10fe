"""No report says more inside than it shows: no other sentence, no earlier wording, no path, no user."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.determinism.articles import Order, orders
from tests.pipeline.unpacking import leaks, make


def order(number: int, **changed: object) -> Order:
    """Return an order in which something is left out, with `changed` settings."""
    (asked,) = orders(1, first=number)
    settings = replace(asked.settings, length="brief", embed="used")
    return replace(asked, settings=replace(settings, **changed))


@pytest.mark.parametrize("edited", [False, True], ids=["as chosen", "edited"])
@pytest.mark.parametrize("number", range(5), ids=["text", "markdown", "page", "word", "pdf"])
def test_nothing_is_inside_that_is_not_shown(number: int, tmp_path: Path, *, edited: bool) -> None:
    made = make(order(number), tmp_path, edited=edited)
    assert set(made.files) == {"docx", "pdf", "html", "md", "json", "eml"}
    assert list(leaks(made)) == []


def test_an_article_that_goes_along_is_found_where_it_goes(tmp_path: Path) -> None:
    made = make(order(0, embed="source"), tmp_path)
    assert {leak.partition(":")[0] for leak in leaks(made)} == {"docx", "pdf", "eml"}


def test_a_name_that_a_report_was_given_is_found_in_every_format(tmp_path: Path) -> None:
    made = make(order(0, author="Zuleika-4711, zuleika-4711"), tmp_path)
    assert {leak.partition(":")[0] for leak in leaks(made)} == set(made.files)
