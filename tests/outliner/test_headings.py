import pytest
from msgspec.structs import replace

from converter.model.language import Language
from converter.model.outline import Outline
from converter.outliner.headings import Announcement, announced_lead, announcements, stretches
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, THREE, article, rule

TEXT = "A sentence stands here."


def announced(*parts: str, wanted: Outline = THREE, language: Language | None = ENGLISH) -> list[str | None]:
    """Return for each paragraph the section, or the role in capitals, that is announced."""
    made = article(*parts)
    found = announcements(made, wanted, language)
    return [_shown(found[index]) for index, part in enumerate(parts) if not part.startswith("#")]


def _shown(announcement: Announcement | None) -> str | None:
    return (announcement.section or str(announcement.role).upper()) if announcement else None


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Background and Strategic Foundations", "background"),
        ("HISTORY OF THE MILL", "background"),
        ("Outlook: What Next?", "implications"),
        ("Implications and history", "implications"),
        ("How we got here", "background"),
        ("Summary", "summary"),
        ("Backgrounds", None),
        ("The mill", None),
    ],
)
def test_a_heading_announces_the_section_whose_cue_stands_first(heading: str, section: str | None) -> None:
    assert announced(f"# {heading}", TEXT) == [section]


def test_the_longer_of_two_cues_counts() -> None:
    wanted = Outline(
        "x", "", (rule("what"), rule("next", cues=("what next",)), rule("other", cues=("what",)))
    )
    assert announced("# What next", TEXT, wanted=wanted, language=None) == ["next"]


def test_what_a_heading_announces_holds_until_the_next_of_its_level() -> None:
    assert announced(
        "# Background",
        TEXT,
        "## The mill",
        TEXT,
        "## Outlook",
        TEXT,
        "## The owners",
        TEXT,
        "# The rest",
        TEXT,
    ) == ["background", "background", "implications", "background", None]


def test_the_lead_before_announcing_headings_is_the_summary() -> None:
    assert announced(TEXT, "# Background", TEXT, TEXT) == ["summary", "background", "background"]


def test_a_lead_is_no_longer_than_what_follows() -> None:
    long = TEXT * 40
    assert announced(long, "# Background", TEXT) == [None, "background"]
    assert announced(TEXT, TEXT, "# Background", TEXT) == ["summary", "summary", "background"]


def test_without_an_announcing_heading_there_is_no_lead() -> None:
    assert announced(TEXT, "# The mill", TEXT, TEXT) == [None, None, None]


def test_a_lead_is_not_guessed_where_a_heading_announces_the_summary() -> None:
    assert announced(TEXT, "# Summary", TEXT, "# Background", TEXT) == [None, "summary", "background"]


def test_a_section_that_the_outline_does_not_have_gives_its_role() -> None:
    wanted = Outline("sbar", "", (rule("situation", "summary"), rule("assessment", "implications")))
    assert announced("# Background", TEXT, "# Assessment", TEXT, wanted=wanted) == ["BACKGROUND", None]
    named = replace(ENGLISH, labels={"assessment": "Assessment"})
    assert announced("# Assessment", TEXT, wanted=wanted, language=named) == ["assessment"]


def test_a_section_that_takes_any_role_announces_none() -> None:
    wanted = Outline("key-points", "", (rule("points", cues=("in brief",)),))
    found = announcements(article("# In brief", TEXT), wanted, ENGLISH)
    assert found[1] == Announcement(None, "points", "In brief")


def test_the_titles_of_an_outline_are_cues_in_every_language() -> None:
    wanted = Outline("x", "", (rule("recommendation", "implications", titles={"de": "Empfehlung"}),))
    assert announced("# Empfehlung", TEXT, wanted=wanted, language=None) == ["recommendation"]


def test_an_article_may_begin_with_what_headings_make_its_summary() -> None:
    for parts, expected in (((TEXT, "# Background", TEXT), True), ((TEXT, TEXT), False), ((), False)):
        made = article(*parts)
        sentences = sentences_of(made, ENGLISH)
        assert announced_lead(sentences, announcements(made, THREE, ENGLISH)) == expected


def test_a_heading_for_asides_announces_that_they_serve_no_section() -> None:
    language = replace(ENGLISH, headings={**ENGLISH.headings, "aside": ("forward-looking statements",)})
    made = article("# Forward-looking statements", TEXT, "# Outlook", TEXT)
    found = announcements(made, THREE, language)
    assert [each and each.aside for each in found] == [True, True, False, False]


def test_blocks_know_which_heading_they_stand_under() -> None:
    assert stretches(article("One.", "# Two", "Three.", "Four.", "## Five", "Six.")) == [0, 1, 1, 1, 2, 2]
