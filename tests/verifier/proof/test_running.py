"""Headers and footers say what is claimed, on every page, and nothing else."""

from typing import Any

import pytest

from converter.verifier.proof.running import check_running
from converter.verifier.visible.shown import Shown

from .making import bare_claims

TITLE = "The harbour of Lund reopens after ten years"
CONTENT = [{"role": "cell", "text": "Year"}, {"role": "cell", "text": "Ships"}]
HEADER = {"role": "header", "text": "River and port"}
FOOTER = {"role": "footer", "text": "{page} / {pages}"}


def pages(*texts: str | None, body: int = 0) -> list[Shown]:
    """Return headers, one a page; and words of the body on page `body`."""
    shown = [
        Shown(text, number, 1, "running") for number, text in enumerate(texts, start=1) if text is not None
    ]
    return [*shown, *([Shown("It opened.", body, 2, "body")] if body else [])]


def told(shown: list[Shown], *running: dict[str, Any], format: str = "pdf") -> list[str]:  # noqa: A002
    claims = bare_claims(content=CONTENT, running=running or [HEADER])
    return [str(one) for one in check_running(claims, shown, format)]


def should(text: str, where: str) -> str:
    return f"{where}: a header or footer should say “{text}” (running)".removeprefix(": ")


def should_not(text: str, where: str) -> str:
    return f"{where}: a header or footer should not say “{text}” (running)"


def test_each_page_says_it_and_nothing_else() -> None:
    assert told(pages("River and port 1 / 2", "River and port 2 / 2"), HEADER, FOOTER) == []
    assert told(pages("River and port", "River and port"), format="docx") == []
    assert told(pages("River and port", None, body=2)) == [should("River and port", "2:1")]
    assert told(pages("River and port", body=3)) == [
        should("River and port", "2:1"),
        should("River and port", "3:1"),
    ]
    assert told(pages(None, "River and port", body=1)) == [should("River and port", "1:1")]
    assert told(pages("River and port. He lied.")) == [should_not("River and port. He lied.", "1:1")]


def test_of_a_report_without_known_pages_the_first_is_asked_for() -> None:
    shown = [Shown("River and port", None, 3, "running")]
    assert told(shown, format="docx") == []
    assert told([], format="docx") == [should("River and port", "")]
    assert told([Shown("It opened.", None, 1, "body")], format="docx") == [should("River and port", "")]
    assert told([Shown("It lied", None, 3, "running")], format="docx") == [
        "3: a header or footer should not say “It lied” (running)",
        should("River and port", ""),
    ]


def test_formats_without_pages_may_say_it_and_need_not() -> None:
    assert told([], format="html") == []
    assert told(pages("River and port"), format="html") == []
    assert told(pages("He lied"), format="html") == [should_not("He lied", "1:1")]


def test_words_of_the_body_are_no_header() -> None:
    assert told([*pages("River and port"), Shown("He lied.", 1, 2, "body")]) == []


def test_the_head_of_a_table_that_goes_on_may_stand_above_later_pages() -> None:
    assert told(pages("River and port", "YearShips", "River and port")) == [should("River and port", "2:1")]
    later = [*pages("River and port", "River and port"), Shown("Year Ships", 2, 1, "running")]
    assert told(later) == []
    first = [*pages("River and port"), Shown("Year Ships", 1, 1, "running")]
    assert told(first) == [should_not("Year Ships", "1:1")]
    lie = Shown("He lied", 2, 2, "running")
    assert told([*later, lie]) == [should_not("He lied", "2:2")]
    unpaged = [Shown("River and port", None, 1, "running"), Shown("Year Ships", None, 2, "running")]
    assert told(unpaged, format="html") == ["2: a header or footer should not say “Year Ships” (running)"]


def test_the_same_words_are_told_once() -> None:
    lie = "River and port. He lied."
    assert told(pages(lie, lie, "River and port. Nobody did.")) == [
        should_not(lie, "1:1"),
        should_not("River and port. Nobody did.", "3:1"),
    ]


def test_a_longer_place_is_taken_before_a_shorter_one_that_it_holds() -> None:
    running = [{"role": "header", "text": "port"}, {"role": "footer", "text": "River and port authority"}]
    assert told(pages("port", "River and port authority"), *running, format="html") == []
    running = [{"role": "header", "text": "zone"}, {"role": "footer", "text": "a zone here"}]
    assert told(pages("zone", "a zone here"), *running, format="html") == []


def test_capitals_and_spaces_do_not_count_in_a_header() -> None:
    assert told(pages("RIVER  AND PORT")) == []


@pytest.mark.parametrize(
    ("shown", "is_right"),
    [
        (f"{TITLE} 3", True),
        ("The harbour of Lund reop… 3", True),
        ("The har…", True),
        ("The harbour of Lund reopens 3", True),
        ("The harbour of Lund reop", True),
        ("The harbour of Lund reopens 3 / 4", True),
        ("Theharbouroflundreope", True),
        ("The harbour of", False),
        ("The harbour of Lund closes 3", False),
        ("The harbour of Lund closes…", False),
        ("A harbour…", False),
        ("…", False),
    ],
)
def test_a_title_may_be_cut_where_there_is_no_room(shown: str, is_right: bool) -> None:  # noqa: FBT001 - of a table
    header = {"role": "header", "text": TITLE}
    assert (told(pages(shown), header) == []) is is_right


def test_a_cut_title_may_stand_beside_numbers_of_pages() -> None:
    assert told(pages("The harbour of Lund reop… 1 / 1"), {"role": "header", "text": TITLE}, FOOTER) == []


@pytest.mark.parametrize(("letters", "is_right"), [(19, False), (20, True)])
def test_a_title_is_surely_cut_from_twenty_letters_on(letters: int, is_right: bool) -> None:  # noqa: FBT001 - of a table
    shown = TITLE.replace(" ", "")[:letters]
    assert (told(pages(shown), {"role": "header", "text": TITLE}) == []) is is_right


def test_a_header_in_pieces_is_not_missing_besides() -> None:
    shown = [Shown("River", 1, 1, "running"), Shown("and port", 1, 2, "running")]
    assert told(shown, {"role": "header", "text": "River and port"}) == [
        should_not("River", "1:1"),
        should_not("and port", "1:2"),
    ]


def test_a_first_page_of_its_own_has_its_own_header() -> None:
    first = {"role": "first-header", "text": "Special"}
    assert told(pages("Special", "River and port"), HEADER, first) == []
    assert told(pages("River and port", "River and port"), HEADER, first) == [should("Special", "1:1")]
    assert told(pages("Special", "Special"), HEADER, first) == [should("River and port", "2:1")]
    footer = {"role": "footer", "text": "Quay"}
    assert told(pages("Special", "River and port Quay"), HEADER, footer, first) == [should("Quay", "1:1")]
    assert told([Shown("Special", None, 1, "running")], HEADER, first, format="docx") == []


def test_a_place_without_words_is_not_asked_for() -> None:
    assert told(pages("…"), {"role": "header", "text": "…"}) == []
    assert told(pages(None, body=1), {"role": "header", "text": "12 / 3"}) == []
    assert told(pages(None, body=1), {"role": "header", "text": "12 / 3"}, HEADER) == [
        should("River and port", "1:1")
    ]
