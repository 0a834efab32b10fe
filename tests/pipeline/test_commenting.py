"""Notes given with the call: each in its section, and never among the article's words."""

import pytest

from converter import Settings, convert, pipeline
from converter.errors import UsageError
from converter.model.briefing import Note
from converter.readers.original import Original
from converter.verifier.verifying import verify
from tests.digester.articles import article, foreign
from tests.pipeline.test_joining import drafted

TEXT = article(1)
WHAT = "Call the harbour master."

Place = tuple[int | None, str]


def notes_of(
    *notes: str, texts: tuple[str, ...] = (TEXT, article(2)), **settings: str
) -> dict[Place, list[Note]]:
    """Return the notes of a digest by their places."""
    kit, drafts = drafted(texts, Settings(notes=notes, **settings))  # type: ignore[arg-type]
    briefing = pipeline.render(pipeline.join(drafts, kit), kit).briefing
    found = {
        (one.article, one.rule.key): [n for n in one.lines if isinstance(n, Note)]
        for one in briefing.sections
    }
    return {place: held for place, held in found.items() if held}


def notes_of_one(*notes: str, text: str = TEXT, **settings: str) -> dict[str, list[Note]]:
    """Return the notes of a briefing by their sections."""
    made = convert(Original(text.encode(), "a.txt"), Settings(notes=notes, formats=("md",), **settings))  # type: ignore[arg-type]
    found = {one.rule.key: [n for n in one.lines if isinstance(n, Note)] for one in made.briefing.sections}
    return {key: held for key, held in found.items() if held}


def test_a_note_without_a_place_stands_at_the_end() -> None:
    assert notes_of_one(WHAT) == {"implications": [Note(WHAT)]}
    assert notes_of(WHAT) == {(None, "summary"): [Note(WHAT)]}


def test_a_note_names_its_section_by_key_or_by_title() -> None:
    assert notes_of_one(f"Background: {WHAT}", f"summary:\n{WHAT}", WHAT, section="SUMMARY") == {
        "summary": [Note(WHAT), Note(WHAT)],
        "background": [Note(WHAT)],
    }
    assert notes_of_one(f"Contexte: {WHAT}", text=foreign(2, "fr")) == {"background": [Note(WHAT)]}


def test_what_is_no_section_is_what_the_note_says() -> None:
    assert notes_of_one("Warning: the road is closed.") == {
        "implications": [Note("Warning: the road is closed.")]
    }


def test_in_a_digest_a_note_may_be_about_an_article() -> None:
    found = notes_of(f"2/Background: {WHAT}", f"0.txt/summary: {WHAT}", f"Implications: {WHAT}")
    assert found == {
        (None, "implications"): [Note(WHAT)],
        (0, "summary"): [Note(WHAT)],
        (1, "background"): [Note(WHAT)],
    }


@pytest.mark.parametrize(
    ("settings", "author"), [({"by": "Ada", "author": "Bo"}, "Ada"), ({"author": "Bo"}, "Bo")]
)
def test_a_note_is_signed(settings: dict[str, str], author: str) -> None:
    assert notes_of_one(WHAT, **settings) == {"implications": [Note(WHAT, author)]}


def test_a_place_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError) as raised:
        notes_of_one(WHAT, section="outlok")
    assert (raised.value.code, raised.value.where) == ("section-unknown", "--section")
    assert "implications" in raised.value.remedy or "did you mean" in raised.value.remedy
    for notes in (f"3/summary: {WHAT}", f"x.txt/summary: {WHAT}"):
        with pytest.raises(UsageError) as raised:
            notes_of(notes)
        assert raised.value.code == "note-article"


def test_notes_are_shown_as_comments_and_counted_in_every_format() -> None:
    settings = Settings(
        notes=(WHAT, f"1/Summary: {WHAT} Today."), by="Ada", formats=("docx", "pdf", "html", "md", "json")
    )
    kit, drafts = drafted((TEXT, article(2)), settings)
    made = pipeline.render(pipeline.join(drafts, kit), kit)
    for report in made.reports:
        (found,) = verify(report.data, [TEXT.encode(), article(2).encode()])
        assert (found.verdict.word, found.verdict.counts["note"]) == ("proved", 2), report.format
    assert f"**Comment by Ada** – {WHAT}" in made.reports[3].data.decode()
