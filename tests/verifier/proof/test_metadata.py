"""What a file says of itself is held against what it shows, and against what can be seen of a standard."""

from hashlib import sha256

import pytest

from converter.notices import Notice
from converter.verifier.proof.metadata import check_metadata
from converter.verifier.visible.shown import Visible

from .making import TITLE, bare_claims, claims_of

FACTS = {"title": TITLE, "language": "en", "tagged": "yes", "conformance": "PDF/UA-1, PDF/A-3A"}


def found(**changed: str) -> list[str]:
    facts = {name: value for name, value in {**FACTS, **changed}.items() if value}
    return told(Visible("pdf", (), claims=b"{}", facts=facts))


def told(visible: Visible, **changed: object) -> list[str]:
    claims = bare_claims(**{"content": [{"role": "title", "text": TITLE}], **changed})
    return [f"{one.where} {one.rule}: {one.text}" for one in check_metadata(visible, claims)]


def test_a_file_that_says_what_it_shows_has_no_finding() -> None:
    assert found(**{"claims-sha256": sha256(b"{}").hexdigest()}) == []


@pytest.mark.parametrize(
    ("fact", "lacks"),
    [("tagged", "has not tags"), ("language", "has not a language"), ("title", "has not a title")],
)
def test_what_a_standard_asks_for_and_is_not_there_is_told(fact: str, lacks: str) -> None:
    (finding,) = found(**{fact: ""})
    assert finding == f"properties conformance: it claims PDF/UA-1, PDF/A-3A, and {lacks}"


def test_a_file_that_claims_no_standard_needs_none_of_it() -> None:
    assert found(conformance="", tagged="", language="") == []
    assert found(conformance="PDF/A-2B", tagged="") == []
    assert found(conformance="PDF/A-2A", language="") == []
    assert found(conformance="PDF/X-4 PDF/A-2a", tagged="") == [
        "properties conformance: it claims PDF/X-4 PDF/A-2a, and has not tags"
    ]
    assert found(conformance="pdf/a-2A", tagged="", language="") == [
        "properties conformance: it claims pdf/a-2A, and has not tags"
    ]
    assert found(conformance="PDF/UA-1", tagged="") == [
        "properties conformance: it claims PDF/UA-1, and has not tags"
    ]
    assert told(Visible("pdf", (), facts={})) == []


def test_another_title_and_other_claims_are_told() -> None:
    assert found(title="Harbour of Lund closes") == [
        f"properties metadata: the file's title: “Harbour of Lund closes” should read “{TITLE}”"
    ]
    assert found(**{"claims-sha256": "0" * 64}) == [
        "properties claims-replaced: what the report says of its lines was replaced"
    ]
    assert told(Visible("pdf", (), facts={"claims-sha256": "0" * 64})) == []
    assert found(title="Harbour  of Lund\u00a0reopens") == []


def test_what_cannot_be_read_is_told_once_for_each_place() -> None:
    notices = [Notice("pdf-frame", "there is a frame", where=where) for where in ("2:3", "4:5", "2:3")]
    assert told(Visible("docx", (), notices=tuple(notices))) == [
        "2:3 doubtful: there is a frame",
        "4:5 doubtful: there is a frame",
    ]


SUMS = [sha256(data).hexdigest() for data in (b"It opened.", b"It closed.")]
SOURCES = [
    {"name": name, "media_type": "text/plain", "sha256": sum_, "encoding": None}
    for name, sum_ in zip(("quay.txt", "port.txt"), SUMS, strict=True)
]
SUM = SUMS[1]
UNKNOWN = (
    "source-unknown: the source with the SHA-256 0123456789ab… is none of those that the lines are said "
    "to be of"
)


def test_the_article_inside_is_one_that_the_report_was_made_from() -> None:
    assert told(Visible("pdf", (), articles=(b"It closed.", b"It opened.")), sources=SOURCES) == []
    assert told(Visible("pdf", (), articles=(b"It closed.", b"It sank.")), sources=SOURCES) == [
        "attachments article-replaced: the article inside is not “quay.txt, port.txt”"
    ]


@pytest.mark.parametrize("role", ["method", "fact"])
@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        (f"port.txt, SHA-256 {SUM}", True),
        (f"port.txt, SHA-256: {SUM[:12]}…", True),
        (f"quay.txt, SHA-256 {SUMS[0]}; port.txt, SHA-256 {SUM[:16]}", True),
        (f"port.txt, SHA-256 {SUM[:12]}…; SHA-256 0123456789abcdef…", False),
        ("port.txt, SHA-256 0123456789abcdef", False),
        ("port.txt, SHA-256 0123456789a", True),
        ("port.txt, 0123456789abcdef", True),
    ],
)
def test_sums_in_the_method_are_those_of_sources(role: str, text: str, is_known: bool) -> None:  # noqa: FBT001 - of a table
    content = [{"role": role, "text": text}]
    wanted = [] if is_known or role != "method" else [f" {UNKNOWN}"]
    assert told(Visible("pdf", ()), sources=SOURCES, lines=[], content=content) == wanted


@pytest.mark.parametrize(
    ("name", "said", "is_known"),
    [
        ("Source SHA-256", SUM, True),
        ("Source 2 SHA-256", SUM, True),
        ("Source SHA-256", "0123456789abcdef", False),
        ("Source 2 SHA-256", "0123456789abcdef", False),
        ("Template SHA-256", "0123456789abcdef", True),
        ("Source SHA-256 of", "0123456789abcdef", True),
    ],
)
def test_sums_in_the_properties_are_those_of_sources(name: str, said: str, is_known: bool) -> None:  # noqa: FBT001 - of a table
    visible = Visible("docx", (), facts={name: said})
    assert told(visible, sources=SOURCES) == ([] if is_known else [f"properties {UNKNOWN}"])


def test_word_takes_the_first_255_characters_of_a_title() -> None:
    title = "The harbour of Lund reopens " * 12
    claims = claims_of((), content=[{"role": "title", "text": title}])

    def told(said: str) -> list[str]:
        visible = Visible("docx", (), claims=b"{}", facts={"title": said})
        return [one.rule for one in check_metadata(visible, claims)]

    assert told(title[:255]) == told(title) == []
    assert told(title[:254]) == told("The harbour") == ["metadata"]
