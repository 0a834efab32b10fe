"""Claims are read to the last value; what is damaged or contradicts itself is none."""

import json
from datetime import date
from itertools import product
from typing import Any

import pytest

from converter.verifier.proof import parsing as module
from converter.verifier.proof.claims import (
    ClaimedLine,
    ClaimedOmission,
    ClaimedPanel,
    ClaimedPoint,
    ClaimedSource,
    ClaimedTwin,
    Claims,
    Piece,
    Running,
)
from converter.verifier.proof.parsing import ClaimsError, parse_claims
from tests.verifier.proof.making import claims_of


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"sources": [], "content": []}, "they name no source"),
        ({"content": [{"line": 0}]}, "a line is claimed and not shown"),
        ({"briefing": 2}, "they are of a later version; update"),
        ({"running": None}, "they are damaged"),
    ],
)
def test_claims_that_contradict_themselves_are_refused(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(ClaimsError, match=f"^{why}$"):
        claims_of(**changed)


SOURCE = {"name": "a.md", "media_type": "text/markdown", "sha256": "f" * 64, "encoding": "utf-8"}
OTHER = {"name": "b.pdf", "media_type": "application/pdf", "sha256": "0" * 64, "encoding": None}
SHOWN = {
    "kind": "verbatim",
    "text": "It opened.",
    "source": 0,
    "spans": [[5, 15]],
    "paragraph": 2,
    "sentence": 3,
}
EDITED = {
    **SHOWN,
    "kind": "edited",
    "source": 1,
    "spans": [[0, 4], [6, 9]],
    "sentence": None,
    "author": "Ada",
}
NOTE: dict[str, Any] = {
    "kind": "note",
    "text": "So what?",
    "source": None,
    "spans": [],
    "paragraph": None,
    "sentence": None,
}
TWIN = {"source": 1, "spans": [[7, 9], [12, 14]], "paragraph": 4, "likeness": "same"}
LINES = [{**line, "section": "summary"} for line in (SHOWN, EDITED, NOTE)]
CONTENT: list[dict[str, Any]] = [
    {"role": "heading", "text": "Summary", "level": 2},
    {"line": 0, "part": [0, 2]},
    {"line": 0, "part": [3, 10], "role": "caption"},
    {"line": 1},
    {"line": 2},
    {"role": "reference", "text": "Paragraph 2", "number": 7},
]
EVERYTHING: dict[str, Any] = {
    "briefing": 1,
    "configuration": {"given": ["title", 3], "template": "house.docx"},
    "sources": [SOURCE, OTHER],
    "lines": LINES,
    "content": CONTENT,
    "running": [{"role": "header", "text": "{page}"}],
}


def parsed(**changed: object) -> Claims:
    return parse_claims(json.dumps({**EVERYTHING, **changed}).encode())


def test_everything_that_is_claimed_is_read() -> None:
    claims = parsed()
    assert claims.sources == (
        ClaimedSource("a.md", "text/markdown", "f" * 64, "utf-8"),
        ClaimedSource("b.pdf", "application/pdf", "0" * 64, None),
    )
    assert claims.lines == (
        ClaimedLine("verbatim", "It opened.", 0, ((5, 15),), 2, 3, "summary", ""),
        ClaimedLine("edited", "It opened.", 1, ((0, 4), (6, 9)), 2, None, "summary", "Ada"),
        ClaimedLine("note", "So what?", None, (), None, None, "summary", ""),
    )
    assert claims.pieces == (
        Piece("heading", "Summary", level=2),
        Piece("line", "It", 0),
        Piece("caption", "opened.", 0),
        Piece("line", "It opened.", 1),
        Piece("line", "So what?", 2),
        Piece("reference", "Paragraph 2", number=7),
    )
    assert claims.running == (Running("header", "{page}"),)
    assert claims.configuration == {"given": ["title", 3], "template": "house.docx"}
    assert claims.omissions == ()


def test_what_a_digest_claims_besides_is_read() -> None:
    claims = parsed(
        sources=[{**SOURCE, "short_name": "Herald"}, OTHER],
        lines=with_line(twins=[TWIN, {**TWIN, "likeness": "similar"}]),
        content=[{"role": "heading", "level": 1, "text": "Quay", "source": 1}, *CONTENT],
        omissions=[
            {"name": "c.md", "sha256": "1" * 64, "same_as": 1},
            {"name": "d.md", "sha256": "", "same_as": None},
        ],
    )
    assert [source.short_name for source in claims.sources] == ["Herald", ""]
    assert claims.lines[0].twins == (
        ClaimedTwin(1, ((7, 9), (12, 14)), 4, "same"),
        ClaimedTwin(1, ((7, 9), (12, 14)), 4, "similar"),
    )
    assert claims.pieces[0] == Piece("heading", "Quay", level=1, source=1)
    assert claims.omissions == (
        ClaimedOmission("c.md", "1" * 64, 1),
        ClaimedOmission("d.md", "", None),
    )


def test_what_a_panel_sets_off_is_read() -> None:
    points = [
        {"span": [5, 9], "date": "2026-05", "computed": True},
        {"span": [10, 12], "date": None, "computed": False},
    ]
    claims = parsed(lines=with_line(panel={"kind": "timeline", "language": "de", "points": points}))
    read = (ClaimedPoint((5, 9), "2026-05", computed=True), ClaimedPoint((10, 12)))
    assert claims.lines[0].panel == ClaimedPanel("timeline", "de", read)
    assert claims.lines[1].panel is None


def with_line(**changed: object) -> list[dict[str, Any]]:
    return [{**LINES[0], **changed}, *LINES[1:]]


def with_panel(**changed: object) -> list[dict[str, Any]]:
    """Return the lines; the first, whose span is from 5 to 15, is one of a panel."""
    return with_line(panel={"kind": "timeline", "language": "en", "points": [], **changed})


def with_point(**changed: object) -> list[dict[str, Any]]:
    return with_panel(points=[{"span": [5, 9], "date": None, "computed": False, **changed}])


@pytest.mark.parametrize(
    "lines",
    [
        with_line(kind="quoted"),
        with_line(text=None),
        with_line(section=1),
        with_line(author=1),
        with_line(source="0"),
        with_line(source=True),
        with_line(source=-1),
        with_line(spans=[[1]]),
        with_line(spans=[[-1, 2]]),
        with_line(spans=[[0, True]]),
        with_line(spans=[[0.0, 1.0]]),
        with_line(paragraph="2"),
        with_line(sentence=1.5),
        with_line(twins=[{**TWIN, "likeness": "alike"}]),
        with_line(twins=[{**TWIN, "source": None}]),
        with_line(twins=[{**TWIN, "paragraph": None}]),
        with_line(twins=[{**TWIN, "spans": [7, 9]}]),
        with_line(panel=None),
        with_panel(kind="lies"),
        with_panel(language=None),
        with_panel(points=None),
        with_point(span=[5]),
        with_point(date=0),
        with_point(date=False),
        with_point(computed=0),
        with_point(computed=None),
        [{}],
        None,
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused(lines: object) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(lines=lines)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (with_line(source=None), "a line has no source, or a comment has one"),
        ([*LINES[:2], {**LINES[2], "source": 0}], "a line has no source, or a comment has one"),
        (with_line(source=2), "a line is of no source"),
        (with_line(spans=[]), "a line is of no source"),
        (with_line(twins=[{**TWIN, "source": 2}]), "a line is said to stand in no source"),
        (with_line(twins=[TWIN, {**TWIN, "spans": []}]), "a line is said to stand in no source"),
        (
            [LINES[0], {**LINES[1], "panel": with_panel()[0]["panel"]}, LINES[2]],
            "a line of a panel is no part of an article",
        ),
        (
            [{**with_point()[0], "spans": [[5, 9], [11, 15]]}, *LINES[1:]],
            "a line of a panel is no part of an article",
        ),
    ],
)
def test_a_line_that_no_honest_report_has_is_refused(lines: object, why: str) -> None:
    with pytest.raises(ClaimsError, match=f"^{why}$"):
        parsed(lines=lines)


@pytest.mark.parametrize("key", ["name", "media_type", "sha256", "encoding"])
def test_a_source_is_told_in_texts(key: str) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(sources=[{**SOURCE, key: 1}, OTHER])


@pytest.mark.parametrize(
    "piece", [{"line": 3}, {"line": True}, {"line": 0, "part": [1]}, {"role": "label"}, []]
)
def test_a_piece_that_is_not_as_it_should_be_is_refused(piece: object) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(content=[*CONTENT, piece])


@pytest.mark.parametrize(
    "omission",
    [
        {"name": None, "sha256": "", "same_as": None},
        {"name": "", "sha256": None, "same_as": None},
        {"name": "", "sha256": "", "same_as": -1},
        {"name": "", "sha256": ""},
    ],
)
def test_an_omission_that_is_not_as_it_should_be_is_refused(omission: object) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(omissions=[omission])


def test_an_article_that_is_given_and_not_shown_is_like_one_of_the_sources() -> None:
    with pytest.raises(ClaimsError, match=r"^an article is like no source$"):
        parsed(omissions=[{"name": "", "sha256": "", "same_as": 2}])


def test_the_title_of_an_article_is_that_of_one_of_the_sources() -> None:
    with pytest.raises(ClaimsError, match=r"^an article is of no source$"):
        parsed(content=[*CONTENT, {"role": "heading", "level": 1, "text": "Quay", "source": 2}])


def refusal(lines: object) -> str:
    """Return why claims with these lines are refused; empty: they are not."""
    try:
        parsed(lines=lines)
    except ClaimsError as error:
        return str(error)
    return ""


def test_a_panel_sets_off_words_of_its_line() -> None:
    whole = set(range(5, 9))
    for start, end in product(range(3, 12), repeat=2):
        lines = with_point(span=[start, end])
        lines[0]["spans"] = [[5, 9]]
        words = set(range(start, end))
        is_inside = bool(words) and words <= whole
        why = "" if is_inside else "a panel sets off what is not in its line"
        assert refusal(lines) == why, (start, end)


def is_of_the_calendar(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def test_what_was_computed_is_a_year_a_month_or_a_day_of_the_calendar() -> None:
    claimed: dict[str, bool] = {}
    for year in (0, 1, 1900, 2023, 2024, 9999):
        claimed[f"{year:04}"] = is_of_the_calendar(year)
        for month in (0, 1, 2, 4, 12, 13):
            claimed[f"{year:04}-{month:02}"] = is_of_the_calendar(year, month)
            for day in (0, 1, 28, 29, 30, 31, 32):
                claimed[f"{year:04}-{month:02}-{day:02}"] = is_of_the_calendar(year, month, day)
    for text, is_taken in claimed.items():
        lines = with_point(date=text, computed=True)
        assert refusal(lines) == ("" if is_taken else "a date was computed that is none"), text


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "soon",
        "20240503",
        "2024-W05",
        "2024-W05-3",
        "2024-5-3",
        "2024-05-03T10:00",
        "2024-05-03 ",
        "24-05-03",
        "٢٠٢٤-05-03",
        "2024/05/03",
        "2024-05-",
    ],
)
def test_a_computed_date_is_written_in_one_way(text: str | None) -> None:
    assert refusal(with_point(date=text, computed=True)) == "a date was computed that is none"
    assert not refusal(with_point(date=text))


def test_claims_may_be_so_large_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps(EVERYTHING).encode()
    monkeypatch.setattr(module, "_MOST_BYTES", 2 << 20)
    assert parse_claims(data + b" " * ((2 << 20) - len(data))).lines
    with pytest.raises(ClaimsError, match=r"^they are larger than 2 MB$"):
        parse_claims(data + b" " * ((2 << 20) - len(data) + 1))
