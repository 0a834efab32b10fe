"""Lines are held against their article: its words, their place and order, and what is left out of them."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.readers.original import Original
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.sources import Evidence, check_against_sources

from .making import bare_claims

ARTICLE = """# Harbour reopens

It is false that the minister lied. He went home, said the aide, and slept. The ferry left at noon.

## What comes next

Dogs bite men. Nobody was hurt.

- Dredge it
- Wait

| Year | Ships |
|------|-------|
| 2016 | 12    |
"""
TEXT = (
    "Harbour reopens\n\n"
    "It is false that the minister lied. He went home, said the aide, and slept. The ferry left at noon.\n\n"
    "What comes next\n\n"
    "Dogs bite men. Nobody was hurt.\n\n"
    "Dredge it\nWait\n\n"
    "Year\tShips\n2016\t12"
)
"""The article as it is read; offsets count in it."""

OTHER = "# Ferries\n\nThe ferries sail again.\n\n## A note\n\nDogs bit men, they say.\n"


def sum_of(text: str, encoding: str = "utf-8") -> str:
    return sha256(text.encode(encoding)).hexdigest()


def source(text: str = ARTICLE, name: str = "harbour.md", **changed: str) -> dict[str, Any]:
    told = {"name": name, "media_type": "text/markdown", "sha256": sum_of(text), "encoding": "utf-8"}
    return {**told, **changed}


def evidence(*texts: str) -> list[Evidence]:
    return [Evidence(Original(text.encode(), "at-hand.md"), "at-hand.md") for text in texts or (ARTICLE,)]


def at(*parts: str) -> list[list[int]]:
    """Return where parts of the article stand."""
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


def line(
    text: str, *parts: str, spans: list[list[int]] | None = None, sentence: int | None = 1, **other: object
) -> dict[str, Any]:
    """Return a line that is said to be made of `parts` of the article, or of `spans`; else of its text."""
    return {
        "kind": "verbatim",
        "text": text,
        "source": 0,
        "spans": at(*(parts or (text,))) if spans is None else spans,
        "paragraph": 1,
        "sentence": sentence,
        "section": "summary",
        **other,
    }


def claimed(*lines: dict[str, Any], content: Sequence[object] | None = None, **changed: object) -> Claims:
    own = [{"role": "title", "text": "Harbour reopens"}, *({"line": index} for index in range(len(lines)))]
    return bare_claims(
        **{
            "sources": [source()],
            "lines": list(lines),
            "content": own if content is None else content,
            **changed,
        }
    )


def told(claims: Claims, *texts: str) -> list[str]:
    """Return what is found, each with the index of its line and its place."""
    return [
        f"{index} {one.where} {one.rule}: {one.text}"
        for index, one in check_against_sources(claims, evidence(*texts))
    ]


FIRST = "It is false that the minister lied."
SECOND = "He went home, said the aide, and slept."


@pytest.mark.parametrize(
    "made",
    [
        line(FIRST),
        line(SECOND, sentence=2),
        line("He went home […] and slept.", "He went home", "and slept.", sentence=2),
        line("[…] the minister lied.", "the minister lied."),
        line("It is false […]", "It is false"),
        line("Dogs bite men.", paragraph=2),
        line("Nobody was hurt.", paragraph=2, sentence=2),
        line("Dredge it", paragraph=3),
        line("Wait", paragraph=3, sentence=2),
        line("Dogs bite men. Nobody was hurt.", paragraph=2, sentence=None),
        line("Dredge it\nWait", "Dredge it", "Wait", paragraph=3, sentence=None),
        line("Year\nShips\n2016\n12", "Year", "Ships", "2016", "12", paragraph=4, sentence=None),
        line("It is true.", FIRST, kind="edited"),
    ],
)
def test_a_line_that_the_article_has_there_has_no_finding(made: dict[str, Any]) -> None:
    assert told(claimed(made)) == []


DIFFERS = "source-differs: the article says otherwise: "
GONE = "source-differs: it is of no place in the article: "


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (line("It is true.", FIRST), [f"{DIFFERS}“It is true.” should read “{FIRST}”"]),
        (
            line("the minister lied."),
            [f"{DIFFERS}“the minister lied.” should read “[…] the minister lied.”"],
        ),
        (line("It is false"), [f"{DIFFERS}“It is false” should read “It is false […]”"]),
        (
            line("He went home and slept.", "He went home", "and slept.", sentence=2),
            [f"{DIFFERS}“He went home and slept.” should read “He went home […] and slept.”"],
        ),
        (line(FIRST, paragraph=2), [f"place-differs: it stands in paragraph 1, not 2: “{FIRST}”"]),
        (
            line("It is true.", FIRST, paragraph=2),
            [
                "place-differs: it stands in paragraph 1, not 2: “It is true.”",
                f"{DIFFERS}“It is true.” should read “{FIRST}”",
            ],
        ),
        (
            line("So it is.", FIRST, kind="edited", paragraph=2),
            ["place-differs: it stands in paragraph 1, not 2: “So it is.”"],
        ),
        (line("Gone.", spans=[[0, len(TEXT) + 1]]), [f"{GONE}“Gone.”"]),
        (line("Gone.", spans=[[17, 17]]), [f"{GONE}“Gone.”"]),
        (line("Gone.", spans=[[17, 20], [30, 25]]), [f"{GONE}“Gone.”"]),
        (line("So.", spans=[[17, 17]], kind="edited"), [f"{GONE}“So.”"]),
    ],
)
def test_a_line_that_the_article_has_not_is_told_with_its_words(
    made: dict[str, Any], expected: list[str]
) -> None:
    assert told(claimed(line(FIRST), made)) == [f"1  {finding}" for finding in expected]


def test_the_end_of_the_article_is_a_place_in_it() -> None:
    made = line("12", paragraph=4, sentence=None, spans=[[len(TEXT) - 2, len(TEXT)]])
    (finding,) = told(claimed(made))
    assert "of no place" not in finding


PARTS = "place-differs: it is not of sentence {} of paragraph {}, word after word: "


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # Each of these says what the article does not, with words that all stand in it.
        (
            line("men bite Dogs", "men", "bite", "Dogs", paragraph=2),
            [PARTS.format(1, 2), DIFFERS],
        ),
        (
            line("Dogs bite bite men.", "Dogs bite", "bite men.", paragraph=2),
            [PARTS.format(1, 2)],
        ),
        (line("the minister lied.", sentence=9), [PARTS.format(9, 1)]),
        (line("the minister lied.", sentence=0), [PARTS.format(0, 1)]),
        (line("the minister lied.", sentence=None), [DIFFERS]),
        (line(f"the minister lied. {SECOND}", sentence=2), [PARTS.format(2, 1)]),
        (line(f"{FIRST} He went home", sentence=1), [PARTS.format(1, 1)]),
        (line(FIRST, sentence=2), [PARTS.format(2, 1), DIFFERS]),
        (line("bite men. Dogs", "bite men.", "Dogs", paragraph=2, sentence=None), [DIFFERS]),
        (
            line("Ships\nYear\n2016\n12", "Ships", "Year", "2016", "12", paragraph=4, sentence=None),
            [DIFFERS],
        ),
        (line("Year\n2016", "Year", "2016", paragraph=4, sentence=None), [DIFFERS]),
    ],
)
def test_words_of_the_article_in_another_order_or_out_of_their_sentence_are_no_line_of_it(
    made: dict[str, Any], expected: list[str]
) -> None:
    found = told(claimed(made))
    assert [
        one.removeprefix("0  ")[: len(start)] for one, start in zip(found, expected, strict=True)
    ] == expected


@given(st.data())
def test_parts_of_a_sentence_are_its_line_just_where_they_are_in_order_and_gaps_are_shown(
    data: st.DataObject,
) -> None:
    words = SECOND.split(" ")
    chosen = data.draw(st.lists(st.integers(0, len(words) - 1), min_size=1, max_size=4, unique=True))
    start = TEXT.index(SECOND)
    places = [start + len(" ".join(words[:one])) + bool(one) for one in chosen]
    spans = [[place, place + len(words[one])] for place, one in zip(places, chosen, strict=True)]
    text = " ".join(words[one] for one in chosen)
    marked = ["[…]" if chosen[0] else ""]
    for index, one in enumerate(chosen):
        following = chosen[index + 1] if index + 1 < len(chosen) else len(words)
        marked += [words[one], "[…]" if following != one + 1 else ""]
    honest = " ".join(filter(None, marked))
    for said in {text, honest}:
        is_right = said == honest and chosen == sorted(chosen)
        assert (told(claimed(line(said, sentence=2, spans=spans))) == []) is is_right


def test_the_caption_of_a_table_stands_above_it_wherever_the_article_has_it() -> None:
    page = (
        "<h1>Ships</h1><p>They came back to the quay on Monday, all of them, and stayed.</p>"
        "<table><caption>Fleet</caption><tr><th>Year</th><th>Ships</th></tr><tr><td>2016</td><td>12</td></tr></table>"
    )
    read = "Year\tShips\n2016\t12\nFleet"
    before = len("Ships\n\nThey came back to the quay on Monday, all of them, and stayed.\n\n")

    def findings(text: str, *parts: str) -> list[str]:
        starts = [before + read.index(part) for part in parts]
        made = line(
            text,
            paragraph=2,
            sentence=None,
            spans=[[start, start + len(part)] for start, part in zip(starts, parts, strict=True)],
        )
        kind = source(page, media_type="text/html")
        title = {"role": "title", "text": "Ships"}
        return told(claimed(made, sources=[kind], content=[title, {"line": 0}]), page)

    assert findings("Fleet Year Ships 2016 12", "Fleet", "Year", "Ships", "2016", "12") == []
    (finding,) = findings("Fleet Year Ships", "Fleet", "Year", "Ships")
    assert finding == f"0  {DIFFERS}“Fleet Year Ships” should read “Fleet Year Ships 2016 12”"
    (finding,) = findings("Year Ships 2016 12 Fleet", "Year", "Ships", "2016", "12", "Fleet")
    assert finding.startswith(f"0  {DIFFERS}“Year")


def test_abbreviations_of_the_language_end_no_sentence() -> None:
    text = "---\nlang: de\n---\n# Der Hafen\n\nDie Akte lag bei Dipl. Ing. Meyer am Kai. Niemand las sie.\n"
    start = len("Der Hafen\n\nDie Akte lag bei Dipl. Ing. Meyer am Kai. ")
    made = line("Niemand las sie.", spans=[[start, start + 16]], sentence=2)
    title = {"role": "title", "text": "Der Hafen"}
    claims = claimed(made, sources=[source(text)], content=[title, {"line": 0}])
    assert told(claims, text) == []


@pytest.mark.parametrize(
    "configuration", [{"language": "de"}, {"language": "../de.yaml"}, {"language": 1}, {}]
)
def test_an_article_in_no_known_language_is_read_in_that_of_the_report(configuration: dict[str, Any]) -> None:
    text = "---\nlang: zz\n---\n# Hafen\n\nDie Akte lag bei Dipl. Ing. Meyer am Kai. Niemand las sie.\n"
    start = len("Hafen\n\nDie Akte lag bei Dipl. Ing. Meyer am Kai. ")
    made = line("Niemand las sie.", spans=[[start, start + 16]], sentence=2)
    content = [{"role": "title", "text": "Hafen"}, {"line": 0}]
    claims = claimed(made, sources=[source(text)], content=content, configuration=configuration)
    assert (told(claims, text) == []) is (configuration.get("language") == "de")


# ------------------------------------------------------------------------------------ the article


def test_an_article_that_is_not_at_hand_proves_nothing_and_stops_nothing() -> None:
    other = line("It sank.", source=1, spans=[[9, 32]])
    claims = claimed(line("It sank.", FIRST), other, sources=[source("not at hand"), source(OTHER)])
    assert told(claims, OTHER) == [f"1  {DIFFERS}“It sank.” should read “The ferries sail again.”"]
    assert told(claims, "neither") == []


def test_an_article_that_cannot_be_read_as_it_is_said_to_is_told_and_the_next_one_is_read() -> None:
    other = line("It sank.", source=1, spans=[[9, 32]])
    sources = [source(encoding="klingon"), source(OTHER)]
    claims = claimed(line(FIRST), other, sources=sources)
    first, second = told(claims, ARTICLE, OTHER)
    assert first.startswith("None  source-differs: harbour.md cannot be read as it is said to: ")
    assert not first.endswith(": ")
    assert "None" not in first.removeprefix("None")
    assert second == f"1  {DIFFERS}“It sank.” should read “The ferries sail again.”"


@pytest.mark.parametrize("code", ["input-too-slow", "input-too-hungry", "reader-died"])
def test_an_article_that_is_too_much_now_is_raised(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def given_up(*_: object, **__: object) -> None:
        raise InputError(code, "was given up", where="a.md")

    monkeypatch.setattr("converter.verifier.proof.sources.read_original", given_up)
    with pytest.raises(InputError, match="was given up"):
        told(claimed(line(FIRST)))


def test_an_article_is_read_as_it_was_whatever_it_is_called_now() -> None:
    text = "# It opened.\n\nIt opened.\n"
    data = text.encode("utf-16-le")
    source_ = source(media_type="text/plain", encoding="utf-16-le", sha256=sha256(data).hexdigest())
    made = line("# It opened.", spans=[[0, 12]], paragraph=1)
    claims = claimed(made, sources=[source_], content=[{"line": 0}], configuration={"given": ["title"]})
    found = check_against_sources(claims, [Evidence(Original(data, "quay.md"), "quay.md")])
    assert [one.rule for _, one in found] == []


def test_an_article_of_no_known_type_and_encoding_is_read_as_it_looks() -> None:
    claims = claimed(line(FIRST), sources=[{**source(media_type="text/odd"), "encoding": None}])
    assert told(claims) == []


def test_where_an_article_lies_is_told_to_who_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def read(original: Original, location: str, **_: object) -> None:
        asked.extend((original.name, location))
        raise InputError("input-empty", "there is nothing in it", where=location)

    monkeypatch.setattr("converter.verifier.proof.sources.read_original", read)
    found = [
        one.text
        for _, one in check_against_sources(
            claimed(line(FIRST)), [Evidence(Original(ARTICLE.encode(), "a.md"), "folder/a.md")]
        )
    ]
    assert asked == ["a.md", "folder/a.md"]
    assert found == ["harbour.md cannot be read as it is said to: there is nothing in it"]


# ------------------------------------------------------------------------------------ title and headings

TITLE_DIFFERS = "None title title-differs: the title is not the article's: "


def with_title(title: str, **changed: object) -> Claims:
    return claimed(line(FIRST), content=[{"role": "title", "text": title}, {"line": 0}], **changed)


def test_another_title_is_told_unless_a_person_gave_it() -> None:
    wanted = [f"{TITLE_DIFFERS}“Harbour\u202fcloses” should read “Harbour reopens”".replace("\u202f", " ")]
    assert told(with_title("Harbour\u202fcloses")) == wanted
    assert told(with_title("HARBOUR REOPENS")) != []
    assert told(with_title("Harbour  reopens")) == []
    assert told(with_title("Harbour closes", configuration={"given": ["title"]})) == []
    assert told(with_title("Harbour closes", configuration={"given": ["date"]})) == wanted


def test_the_title_of_a_report_on_two_articles_is_its_own() -> None:
    claims = with_title("Two harbours", sources=[source(), source(OTHER)])
    assert told(claims, ARTICLE, OTHER) == []


def test_an_article_without_a_title_asks_for_none() -> None:
    text = "It opened on Monday, and nobody was there to see it when it did so at last.\n"
    claims = bare_claims(
        sources=[source(text, media_type="text/plain")],
        lines=[line(text.strip(), spans=[[0, len(text) - 1]])],
        content=[{"role": "title", "text": "Untitled"}, {"line": 0}],
    )
    assert told(claims, text) == []


def digest_of(title: str, deeper: str = "What comes next", level: int = 3) -> Claims:
    content = [
        {"role": "title", "text": "Morning"},
        {"role": "heading", "level": 1, "text": "Harbour reopens", "source": 0},
        {"role": "heading", "level": 2, "text": "Summary"},
        {"line": 0},
        {"role": "heading", "level": level, "text": deeper},
        {"line": 1},
        {"role": "heading", "level": 1, "text": title, "source": 1},
        {"line": 2},
    ]
    lines = (
        line(FIRST),
        line("Dogs bite men.", paragraph=2),
        line("The ferries sail again.", spans=[[9, 32]], source=1),
    )
    return claimed(*lines, content=content, sources=[source(), source(OTHER)])


def test_each_article_of_a_digest_stands_under_its_title() -> None:
    assert told(digest_of("Ferries"), ARTICLE, OTHER) == []
    assert told(digest_of("Wrecks"), ARTICLE, OTHER) == [f"{TITLE_DIFFERS}“Wrecks” should read “Ferries”"]


def test_a_digest_of_one_article_has_a_title_of_its_own() -> None:
    content = [
        {"role": "title", "text": "Morning"},
        {"role": "heading", "level": 1, "text": "Harbour reopens", "source": 0},
        {"line": 0},
    ]
    assert told(claimed(line(FIRST), content=content)) == []


HEADLESS = "None  source-differs: no article has this heading: "


def test_a_heading_among_the_lines_of_a_digest_is_one_of_its_articles() -> None:
    assert told(digest_of("Ferries", "A note"), ARTICLE, OTHER) == []
    assert told(digest_of("Ferries", "A lie"), ARTICLE, OTHER) == [f"{HEADLESS}“A lie”"]
    assert told(digest_of("Ferries", "A section", 2), ARTICLE, OTHER) == []
    assert told(digest_of("Ferries", "A lie"), ARTICLE) == []


def with_heading(heading: dict[str, Any], *behind: dict[str, Any]) -> Claims:
    content = [
        {"role": "title", "text": "Harbour reopens"},
        {"line": 0},
        {"role": "heading", **heading},
        {"line": 1},
        *behind,
    ]
    return claimed(line(FIRST), line("Dogs bite men.", paragraph=2), content=content)


def test_a_heading_below_a_section_is_the_articles() -> None:
    assert told(with_heading({"level": 2, "text": "What comes next"})) == []
    assert told(with_heading({"level": 2, "text": "A lie"})) == [f"{HEADLESS}“A lie”"]
    # Words of the article that are none of its headings would be a line without a mark.
    assert told(with_heading({"level": 2, "text": "the minister lied"})) == [f"{HEADLESS}“the minister lied”"]
    assert told(with_heading({"level": 1, "text": "Background"})) == []
    assert told(with_heading({"text": "Background"})) == []
    method = {"role": "heading", "level": 2, "text": "Source and method"}
    assert told(with_heading({"level": 1, "text": "Background"}, method)) == []


def test_where_no_line_is_shown_no_heading_is_among_them() -> None:
    headings = [{"role": "heading", "level": 2, "text": text} for text in ("A lie", "Another")]
    title = {"role": "title", "text": "Harbour reopens"}
    assert told(claimed(content=[*headings, title])) == []


def test_what_is_no_heading_is_not_looked_for() -> None:
    content = [
        {"role": "title", "text": "Harbour reopens"},
        {"role": "caption", "level": 2, "text": "Figure"},
        {"line": 0},
    ]
    assert told(claimed(line(FIRST), content=content)) == []


# ------------------------------------------------------------------------------------ other wordings


def twin(*parts: str, likeness: str = "similar", source: int = 1) -> dict[str, Any]:
    read = OTHER_READ
    spans = [[read.index(part), read.index(part) + len(part)] for part in parts]
    return {"source": source, "spans": spans, "paragraph": 2, "likeness": likeness}


OTHER_READ = "Ferries\n\nThe ferries sail again.\n\nA note\n\nDogs bit men, they say."


def with_twins(*twins: dict[str, Any], text: str = "Dogs bite men.") -> list[str]:
    made = line(text, "Dogs bite men.", paragraph=2, twins=list(twins))
    sources = [source(short_name="A"), source(OTHER, short_name="Evening Post")]
    return told(claimed(made, sources=sources), ARTICLE, OTHER)


def test_the_wording_that_another_article_is_said_to_have_is_looked_for_there() -> None:
    lacks = "0  source-differs: Evening Post does not have this wording: "
    assert with_twins(twin("Dogs bit men", likeness="similar")) == [
        f"{lacks}“Dogs bite men.” should read “Dogs bit men”"
    ]
    assert with_twins(twin("Dogs", "men", likeness="same")) == [
        f"{lacks}“Dogs bite men.” should read “Dogs men”"
    ]
    of_the_first = {**twin(source=0), "spans": at("Dogs bite men.")}
    assert with_twins(of_the_first) == []
    assert with_twins(of_the_first, twin("The ferries sail again.")) == [
        f"{lacks}“Dogs bite men.” should read “The ferries sail again.”"
    ]


def test_another_article_has_a_wording_in_one_whole_sentence() -> None:
    text = "# Ferries\n\nThe minister did not lie. It is false that dogs bite.\n"
    start = len("Ferries\n\n")
    lacks = "0  place-differs: Evening Post has no such sentence in its paragraph "

    def findings(said: str, *spans: tuple[int, int], paragraph: int = 1) -> list[str]:
        places = [[start + first, start + last] for first, last in spans]
        twins = [{"source": 1, "spans": places, "paragraph": paragraph, "likeness": "same"}]
        article = f"# Harbour reopens\n\n{said}\n"
        made = line(said, spans=[[17, 17 + len(said)]], twins=twins)
        sources = [source(article), source(text, short_name="Evening Post")]
        return told(claimed(made, sources=sources), article, text)

    assert findings("The minister did not lie.", (0, 25)) == []
    assert findings("The minister did not lie.", (0, 25), paragraph=2) == [
        f"{lacks}2: “The minister did not lie.”"
    ]
    assert findings("The minister did lie.", (0, 16), (21, 25)) == [f"{lacks}1: “The minister did lie.”"]
    assert findings("Dogs bite.", (43, 53)) == [f"{lacks}1: “dogs bite.”"]


def test_the_same_wording_is_not_a_similar_one() -> None:
    other = "# Ferries\n\nOn Monday the dogs of Lund bit many old men.\n"
    text = "On Monday the dogs of Lund bite many old men."
    article = f"# Harbour reopens\n\n{text}\n"
    start = len("Ferries\n\n")

    def findings(likeness: str) -> list[str]:
        spans = [[start, start + 44]]
        twins = [{"source": 1, "spans": spans, "paragraph": 1, "likeness": likeness}]
        made = line(text, spans=[[17, 17 + len(text)]], twins=twins)
        sources = [source(article), source(other, short_name="Post")]
        return [one.partition(":")[0] for one in told(claimed(made, sources=sources), article, other)]

    assert findings("similar") == []
    assert findings("same") == ["0  source-differs"]
