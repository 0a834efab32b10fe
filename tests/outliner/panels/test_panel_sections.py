"""Panels among the sections of a briefing: in their place, within their budget, and gone when empty."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.configuration import Settings
from converter.model.briefing import Briefing, Entry
from converter.model.document import HeadingBlock
from converter.model.outline import PANELS, Outline, panel_rule, with_panels
from converter.outliner import outline
from converter.outliner.words import count
from converter.pipeline import Conversion, convert
from converter.readers import read_original
from converter.readers.original import Original
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline

SEED = Path(__file__).parents[3] / "seeds" / "strategic-dialogues.txt"

STORY = """---
date: 2026-05-14
---
# Quake on the coast

An earthquake killed 34 people in Lowmere on Thursday. “It was dark,” said Ana Ruiz, the mayor of Lowmere.

The last one was in 1987, when 212 people died. The coast was closed for two years.
"""


def briefing(wanted: Outline, text: str = STORY) -> Briefing:
    article = read_original(Original(text.encode(), "a.md"), "a.md", language="en")
    return outline(article, wanted, load_language("en"))


def made(source: Path, **settings: object) -> Conversion:
    return convert(str(source), replace(Settings(formats=("md", "json")), **settings))


def test_the_analyst_has_all_panels_among_the_sections() -> None:
    sections = briefing(load_outline("analyst")).sections
    panels = [section for section in sections if section.rule.panel]
    assert [section.rule.panel for section in panels] == list(PANELS)
    assert all(section.lines for section in panels)


def test_panels_change_nothing_of_what_the_sections_take() -> None:
    default = load_outline("default")
    plain, asked = briefing(default), briefing(with_panels(default, PANELS))
    assert asked.sections[: len(plain.sections)] == plain.sections
    assert asked.decisions == plain.decisions


def test_a_panel_that_the_outline_has_stands_once() -> None:
    analyst = load_outline("analyst")
    assert with_panels(analyst, PANELS) is analyst


def test_a_timeline_is_in_the_order_of_time() -> None:
    timeline = next(one for one in briefing(load_outline("analyst")).sections if one.rule.panel == "timeline")
    entries = [line for line in timeline.lines if isinstance(line, Entry)]
    assert [entry.points[0].date for entry in entries] == ["1987", "2026-05-14"]
    assert [entry.points[0].computed for entry in entries] == [False, True]


@pytest.mark.parametrize("words", [1, 12, 1000])
def test_a_panel_keeps_its_budget_and_has_one_line_at_least(words: int) -> None:
    rule = panel_rule("key-figures", words={"standard": words})
    default = load_outline("default")
    made = briefing(replace(default, sections=(*default.sections, rule)))
    entries = [line for line in made.sections[-1].lines if isinstance(line, Entry)]
    said = [count(made.articles[0].slice(entry.line.spans[0])) for entry in entries]
    assert len(said) == 1 or sum(said) <= words


def test_on_the_seed_panels_vanish_without_a_trace() -> None:
    without, asked = made(SEED), made(SEED, panels=PANELS)
    assert asked.document.records == without.document.records
    assert asked.document.blocks == without.document.blocks
    assert asked.document.properties == without.document.properties


def test_a_panel_that_is_not_empty_has_a_heading(tmp_path: Path) -> None:
    story = tmp_path / "a.md"
    story.write_text(STORY, "utf-8")
    blocks = made(story, panels=("actors",)).document.blocks
    headings = ["".join(one.text for one in b.content) for b in blocks if isinstance(b, HeadingBlock)]  # type: ignore[union-attr]
    assert "Actors" in headings
    assert "Timeline" not in headings
