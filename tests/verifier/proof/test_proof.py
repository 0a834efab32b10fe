"""What is said of a report as a whole: which word, what is found, in which order, and where."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from converter.errors import InputError
from converter.readers import read_original
from converter.readers.original import Original
from converter.verifier.proof import Evidence, Verdict, prove
from converter.verifier.proof.parsing import parse_claims
from converter.verifier.visible.shown import Shown, Visible

from .making import LINES, TITLE, claimed, page_of

STORY = "\n\n".join((f"# {TITLE}", *(text for _, text in LINES))).encode()
SUM = sha256(STORY).hexdigest()
AT_HAND = Evidence(Original(STORY, "mine.md"), "mine.md")
OTHER = Evidence(Original(b"# Another\n\nIt says nothing of the harbour.", "other.md"), "other.md")
SOURCE = {"name": "harbour.md", "media_type": "text/markdown", "sha256": SUM, "encoding": "utf-8"}
HIDDEN = Shown("Vote for Bo.", 1, 30, "hidden")

Data = dict[str, Any]
Judge = Callable[..., Verdict]


def report() -> Data:
    """Return what a report of the story claims, all of which is true."""
    data = claimed()
    article = read_original(Original(STORY, "harbour.md"), "harbour.md")
    for line in data["lines"]:
        start = article.text.index(line["text"])
        line["spans"] = [[start, start + len(line["text"])]]
    data["content"][2] = {"role": "fact", "text": "harbour.txt"}
    return {**data, "sources": [SOURCE]}


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Return what judges a report that is read as it is told."""

    def judged(
        data: Data,
        page: Sequence[Shown] = (),
        evidence: Sequence[Evidence] = (),
        **read: Any,  # noqa: ANN401
    ) -> Verdict:
        shown = tuple(page or page_of())
        visible = Visible(**{"format": "html", "shown": shown, "claims": json.dumps(data).encode(), **read})
        monkeypatch.setattr("converter.verifier.proof.read_visible", lambda _data, _format: visible)
        return prove(b"", visible.format, evidence)

    return judged


def found(verdict: Verdict) -> list[str]:
    return list(map(str, verdict.findings))


# ------------------------------------------------------------------------------------- of a file


def markdown(data: Data | None, lines: Sequence[tuple[str, str]] = LINES) -> bytes:
    """Return a report in Markdown, of which each paragraph stands two lines below the one before."""
    paragraphs = ["Briefing", f"# {TITLE}", "harbour.txt · 1 min read"]
    above = ""
    for number, (section, text) in enumerate(lines, 1):
        paragraphs += [] if section == above else [f"## {section.title()}"]
        paragraphs.append(f"{text}[^{number}]")
        above = section
    paragraphs.append("## References")
    paragraphs += [f"[^{number}]: Paragraph {number}, sentence 1" for number in range(1, len(lines) + 1)]
    paragraphs += [f"<!-- briefing-provenance {json.dumps(data)} -->"] if data else []
    return "\n\n".join(paragraphs).encode()


def test_a_report_whose_article_is_at_hand_is_proved() -> None:
    verdict = prove(markdown(report()), "md", [OTHER, AT_HAND])
    assert verdict == Verdict(
        "proved", (), parse_claims(json.dumps(report()).encode()), frozenset({SUM, OTHER.sha256})
    )
    assert verdict.sources == ("harbour.md",)


def test_a_report_whose_article_is_not_at_hand_is_consistent() -> None:
    verdict = prove(markdown(report()), "md", [OTHER])
    assert (verdict.word, verdict.findings, verdict.missing) == ("consistent", (), ("harbour.md",))
    assert prove(markdown(report()), "md").at_hand == frozenset()


def test_a_report_that_claims_nothing_is_unproved() -> None:
    verdict = prove(markdown(None), "md", [AT_HAND])
    assert verdict.word == "unproved"
    assert found(verdict) == ["nothing in the report says where its lines come from (claims-missing)"]
    assert verdict.claims is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"briefing": 2}, "they are of a later version; update"),
        ({"sources": []}, "they name no source"),
        ({"lines": None}, "they are damaged"),
    ],
)
def test_a_report_whose_claims_cannot_be_used_contradicts_itself(changed: Data, why: str) -> None:
    verdict = prove(markdown({**report(), **changed}), "md", [AT_HAND])
    assert verdict.word == "contradicted"
    assert found(verdict) == [f"what the report says of its lines cannot be used: {why} (claims-broken)"]
    assert verdict.claims is None


def test_all_that_is_wrong_is_told_in_the_order_of_the_pages() -> None:
    data = report()
    data["content"][1]["text"] = "Harbour of Lund closes"
    data["lines"][1]["spans"][0][1] -= 6
    data["lines"][4].update(kind="edited")
    lines = list(LINES)
    lines[3] = ("background", "The city council voted for an old one in 2018.")
    verdict = prove(markdown(data, lines), "md", [AT_HAND])
    assert verdict.word == "contradicted"
    assert [(one.where, one.rule) for one in verdict.findings] == [
        ("3", "altered"),
        ("11", "source-differs"),
        ("17", "altered"),
        ("21", "unmarked"),
        ("title", "title-differs"),
    ]
    unmarked = f"21: nothing says that this line was edited: “{LINES[4][1]}” (unmarked)"
    assert found(verdict)[3] == unmarked


def test_a_line_that_is_not_shown_as_it_is_claimed_is_nowhere() -> None:
    data = report()
    data["lines"][3].update(kind="edited")
    lines = list(LINES)
    lines[3] = ("background", "The city council voted for an old one in 2018.")
    verdict = prove(markdown(data, lines), "md")
    assert found(verdict)[1:] == [f"nothing says that this line was edited: “{LINES[3][1]}” (unmarked)"]


# -------------------------------------------------------------------------- what nobody is shown


def test_words_that_nobody_sees_contradict_every_report(judge: Judge) -> None:
    told = "1:30: no reader sees this: “Vote for Bo.” (hidden)"
    page = [*page_of(), HIDDEN]
    whole = judge(report(), page, [AT_HAND])
    assert (whole.word, found(whole)) == ("contradicted", [told])
    broken = judge({}, page)
    assert broken.word == "contradicted"
    assert found(broken) == [
        "what the report says of its lines cannot be used: they are damaged (claims-broken)",
        told,
    ]
    silent = judge({}, page, claims=None)
    assert silent.word == "contradicted"
    assert found(silent) == ["nothing in the report says where its lines come from (claims-missing)", told]


# --------------------------------------------------------------------------- articles at hand


def test_an_article_that_travels_inside_proves_the_report(judge: Judge) -> None:
    verdict = judge(report(), format="docx", page=[*page_of(), FOOTER], articles=(STORY,))
    assert (verdict.word, found(verdict), verdict.at_hand) == ("proved", [], {SUM})


def test_a_false_line_is_found_by_the_article_that_travels_inside(judge: Judge) -> None:
    data = report()
    data["lines"][0]["spans"][0][0] += 4
    verdict = judge(data, articles=(STORY,))
    said = LINES[0][1]
    assert found(verdict) == [
        f"1:5: the article says otherwise: “{said}” should read “[…] {said[4:]}” (source-differs)"
    ]


def test_an_article_of_no_known_kind_that_travels_inside_is_read_by_its_name(judge: Judge) -> None:
    data = report()
    data["sources"] = [{**SOURCE, "media_type": "text/x-web-markdown"}]
    assert found(judge(data, articles=(STORY,))) == []


def test_an_article_that_travels_inside_is_named_where_it_takes_too_much(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given_up(_original: Original, location: str, **_: object) -> None:
        raise InputError("input-too-slow", "took too long", where=location)

    monkeypatch.setattr("converter.verifier.proof.sources.read_original", given_up)
    with pytest.raises(InputError) as caught:
        judge(report(), articles=(STORY,))
    assert caught.value.where == "harbour.md"


def test_an_article_inside_that_is_none_of_the_sources_proves_nothing(judge: Judge) -> None:
    verdict = judge(report(), articles=(OTHER.original.data,))
    assert (verdict.word, verdict.at_hand) == ("contradicted", frozenset())
    assert found(verdict) == ["attachments: the article inside is not “harbour.md” (article-replaced)"]


def test_a_report_of_several_articles_is_proved_by_all_of_them(judge: Judge) -> None:
    data = report()
    data["sources"].append({**SOURCE, "name": "other.md", "sha256": OTHER.sha256})
    assert judge(data, evidence=[AT_HAND]).word == "consistent"
    assert judge(data, evidence=[OTHER]).word == "consistent"
    assert judge(data, evidence=[OTHER, AT_HAND]).word == "proved"
    assert judge(data, evidence=[OTHER], articles=(STORY,)).word == "proved"


# ------------------------------------------------------------------------- what a format shows


FOOTER = Shown("1 / 1", 1, 40, "running")
OF_FIRST = (
    "1:5: reference 2 should be 1 behind “…harbour of Lund reopened on Monday after ten years of work.”"
)


def drawn() -> list[Shown]:
    """Return the page as a PDF shows it, with all numbers among the words."""
    page = [
        replace(one, text=f"{one.references[0]}. {one.text}")
        if one.place == "note"
        else replace(one, text=one.text + "".join("⁰¹²³⁴⁵⁶"[number] for number in one.references))
        for one in page_of()
    ]
    return [*page, FOOTER]


def test_numbers_are_read_where_a_report_is_drawn(judge: Judge) -> None:
    assert found(judge(report(), drawn(), format="pdf")) == []
    page = drawn()
    page[4] = replace(page[4], text=page[4].text.replace("¹", "²"))
    assert found(judge(report(), page, format="pdf")) == [f"{OF_FIRST} (reference)"]


def test_numbers_are_held_against_their_notes_where_a_report_is_not_drawn(judge: Judge) -> None:
    page = page_of()
    page[4] = replace(page[4], references=(2,))
    assert found(judge(report(), page)) == [f"{OF_FIRST} (reference)"]


def with_piece(at: int, **piece: object) -> Data:
    data = report()
    data["content"].insert(at, piece)
    return data


def with_shown(at: int, text: str, role: str = "paragraph") -> list[Shown]:
    page = page_of()
    page.insert(at, Shown(text, 1, page[at].line, "body", role))
    return page


def test_numbers_of_items_are_words_where_a_report_is_drawn_alone(judge: Judge) -> None:
    data = with_piece(5, role="ordinal", text="1.")
    assert found(judge(data)) == []
    assert [one.rule for one in judge(data, drawn(), format="pdf").findings] == ["removed"]


def test_a_list_of_contents_is_left_to_programs_in_markdown_alone(judge: Judge) -> None:
    data = with_piece(4, role="contents", text="Contents")
    assert found(judge(data, format="md")) == []
    assert [one.rule for one in judge(data).findings] == ["removed"]
    assert found(judge(data, with_shown(3, "Contents"))) == []


def test_what_is_said_of_a_picture_is_read_where_a_format_says_it(judge: Judge) -> None:
    data = with_piece(6, role="alternative", text="A quay by night")
    data["content"].insert(7, {"role": "alternative", "text": "A map of the port"})
    assert found(judge(data)) == []
    page = with_shown(5, "A quay by night", "alternative")
    assert [(one.rule, "A map of the port" in one.text) for one in judge(data, page).findings] == [
        ("removed", True)
    ]


def test_headers_are_missed_in_formats_that_have_pages(judge: Judge) -> None:
    data = report()
    data["running"] = [{"role": "header", "place": "left", "text": "Confidential"}]
    assert found(judge(data)) == []
    assert found(judge(data, format="docx")) == [
        "1:1: a header or footer should say “Confidential” (running)"
    ]


def test_what_a_file_says_of_itself_is_read(judge: Judge) -> None:
    verdict = judge(report(), facts={"title": "Another"})
    assert found(verdict) == [f"properties: the file's title: “Another” should read “{TITLE}” (metadata)"]
