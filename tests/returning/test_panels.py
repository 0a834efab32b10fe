"""Panels of a report that comes back stay panels: their lines can go, move and be commented on."""

from copy import deepcopy
from pathlib import Path

import pytest

from converter.configuration import Settings
from converter.model.briefing import Entry
from converter.model.outline import PANELS
from converter.verifier.verifying import verify
from tests.returning.making import Back, Desk, paragraph, xml
from tests.verifier.alterations.word import Element, W, WordFile

QUAKE = """\
---
title: Quake shakes the coast of Norland
author: Ada Lindqvist
date: 2026-11-20
---

An earthquake killed 34 people on the coast of Norland on Thursday, the interior ministry said. The harbour of
Lowmere was closed and all ships were sent to the north.

“We will open the harbour again within ten days,” said Ingrid Holm, the minister of transport. The coast was
last struck in 1987, when a tremor destroyed the old quay.

Insurers warned that premiums could rise by a third in 2027. Repairs will cost 120 million crowns.
"""

GERMAN = """\
---
title: Beben an der Küste
date: 2026-11-20
---

Ein Erdbeben hat am Donnerstag an der Küste 34 Menschen getötet. Der Hafen bleibt bis Montag gesperrt.

„Wir öffnen den Hafen wieder“, sagte Verkehrsministerin Ingrid Holm. Die Reparatur kostet 120 Millionen
Kronen.
"""

FRENCH = """\
---
title: Séisme sur la côte
date: 2026-11-20
---

Un séisme a tué 34 personnes jeudi sur la côte. Le port restera fermé jusqu'au 12 décembre.

« Nous rouvrirons le port », a déclaré Ingrid Holm, la ministre des transports. Les travaux coûteront 120
millions de couronnes.
"""

KILLED = "An earthquake killed 34 people on the coast of Norland on Thursday, the interior ministry said."
STRUCK = "The coast was last struck in 1987, when a tremor destroyed the old quay."
HOLM = "Ingrid Holm, the minister of transport"
SAID = f"“We will open the harbour again within ten days,” said {HOLM}."
REPAIRS = "Repairs will cost 120 million crowns."


@pytest.fixture
def quake(tmp_path: Path) -> Desk:
    """Return a folder with an article and the report on it, with all panels."""
    return Desk(tmp_path, QUAKE, Settings(panels=PANELS))


def standing(word: WordFile, key: str, text: str) -> Element:
    """Return the paragraph with `text` below the heading of the section `key`."""
    found = list(word.body.iter(f"{W}p"))
    names = [{one.get(f"{W}name") for one in each.iter(f"{W}bookmarkStart")} for each in found]
    start = next(at for at, each in enumerate(names) if key in each)
    return next(one for one in found[start + 1 :] if text in "".join(map(str, one.itertext())))


def reworded(place: Element, old: str, new: str) -> None:
    text = next(one for one in place.iter(f"{W}t") if old in (one.text or ""))
    text.text = (text.text or "").replace(old, new)


def removed(element: Element) -> None:
    element.getparent().remove(element)


def panel(back: Back, key: str) -> list[str]:
    """Return the lines of a panel; every one is its own, or a comment."""
    (section,) = (one for one in back.briefing.sections if one.rule.key == key)
    assert section.rule.panel == key
    return [
        back.briefing.text_of(line.line) if isinstance(line, Entry) else back._line(line)
        for line in section.lines
    ]


def is_proved(back: Back, desk: Desk) -> bool:
    (found,) = verify(back.conversion.reports[0].data, [desk.article])
    return (found.verdict.word, found.verdict.findings) == ("proved", ())


@pytest.mark.parametrize("text", [QUAKE, GERMAN, FRENCH], ids=["en", "de", "fr"])
@pytest.mark.parametrize(
    "settings",
    [
        Settings(panels=PANELS),
        Settings(panels=("timeline",), style="government", cite="inline"),
        Settings(panels=PANELS, style="think-tank", length="full", report_language="fr"),
        Settings(outline="analyst", length="brief"),
        Settings(outline="analyst", style="memo", panels=("actors",)),
        Settings(outline="sbar", panels=("actors", "key-figures"), cite="none", title="Mine"),
        Settings(panels=PANELS, notes=("Timeline: Since when?",), by="Berta"),
    ],
    ids=lambda one: f"{one.outline}-{len(one.panels)}-{one.style}{one.by}",
)
def test_a_report_with_panels_comes_back_byte_for_byte(text: str, settings: Settings, tmp_path: Path) -> None:
    desk = Desk(tmp_path, text, settings)
    back = desk.back()
    assert back.summary == "is a report of this program; nothing was changed in it"
    assert [one.data for one in back.conversion.reports] == [one.data for one in desk.made.reports]


def test_a_line_that_was_changed_stands_as_the_article_has_it(quake: Desk) -> None:
    word = quake.word
    reworded(standing(word, "actors", HOLM), "minister of transport", "minister of trade")
    back = quake.back(word)
    assert back.codes == ["edit-dropped"]
    assert back.told[0].startswith("a panel stands as the article has it, without this: “")
    assert panel(back, "actors") == [HOLM]
    assert is_proved(back, quake)


def test_a_figure_that_was_changed_is_not_taken_over(quake: Desk) -> None:
    word = quake.word
    reworded(standing(word, "key_figures", "120"), "120 million", "150 million")
    back = quake.back(word)
    assert back.codes == ["edit-dropped"]
    assert REPAIRS in panel(back, "key-figures")


def test_a_line_that_was_deleted_is_named_with_its_panel(quake: Desk) -> None:
    word = quake.word
    removed(standing(word, "timeline", "1987"))
    back = quake.back(word)
    assert back.told == [f"removed from “Timeline”: “{STRUCK}”"]
    assert STRUCK not in panel(back, "timeline")
    assert STRUCK in back.section("background")
    assert is_proved(back, quake)


def test_a_sentence_deleted_in_its_section_stays_in_the_panel(quake: Desk) -> None:
    word = quake.word
    removed(standing(word, "summary", "killed 34"))
    back = quake.back(word)
    assert back.told == [f"removed: “{KILLED}”"]
    assert KILLED in panel(back, "timeline")
    assert KILLED not in back.section("summary")


def test_a_sentence_may_be_edited_in_its_section_beside_the_panel(quake: Desk) -> None:
    word = quake.word
    reworded(standing(word, "summary", "killed 34"), "34", "35")
    back = quake.back(word)
    assert back.codes == ["line-edited"]
    assert KILLED in panel(back, "timeline")
    assert is_proved(back, quake)


def test_a_line_that_was_moved_within_its_panel_is_named(quake: Desk) -> None:
    word = quake.word
    heading = standing(word, "timeline", "")
    last = standing(word, "timeline", "premiums could")
    before = panel(quake.back(), "timeline")
    heading.addprevious(last)
    back = quake.back(word)
    assert back.codes == ["line-moved"]
    assert panel(back, "timeline") == [before[-1], *before[:-1]]
    assert is_proved(back, quake)


def test_a_panel_that_was_deleted_is_named_with_its_lines(quake: Desk) -> None:
    word = quake.word
    removed(standing(word, "actors", HOLM))
    heading = [one for one in word.body.iter(f"{W}p") if "Actors" in "".join(map(str, one.itertext()))]
    for one in heading:
        removed(one)
    back = quake.back(word)
    assert back.told == ["section removed: “Actors”, with 1 of its 1 lines"]
    assert "actors" not in [one.rule.key for one in back.briefing.sections]


def test_a_panel_that_was_renamed_or_moved_stays_a_panel(quake: Desk) -> None:
    word = quake.word
    word.reword_own("Actors", "People")
    back = quake.back(word)
    assert back.told == ["section: “People”, before: “Actors”"]
    assert panel(back, "actors") == [HOLM]


def test_a_new_paragraph_in_a_panel_is_a_comment_where_it_stands(quake: Desk) -> None:
    word = quake.word
    last = standing(word, "timeline", "1987")
    last.addnext(xml("<w:p><w:r><w:t>And once before that, I believe.</w:t></w:r></w:p>"))
    back = quake.back(word)
    assert back.told == ["comment: “And once before that, I believe.”"]
    lines = panel(back, "timeline")
    assert lines[lines.index(STRUCK) + 1] == ": And once before that, I believe."
    assert is_proved(back, quake)
    quake.report.write_bytes(back.conversion.reports[0].data)
    again = quake.back()
    assert (again.told, panel(again, "timeline")) == ([], lines)


def test_what_a_panel_does_not_find_cannot_stand_in_it(quake: Desk) -> None:
    word = quake.word
    closed = paragraph(word, "The harbour of Lowmere was closed")
    standing(word, "actors", HOLM).addnext(closed)
    back = quake.back(word)
    assert back.codes == ["edit-dropped"]
    assert back.told[0].startswith("is nothing for the panel “Actors”, and was left out: “The harbour")
    assert panel(back, "actors") == [HOLM]


@pytest.mark.parametrize(("text", "code"), [("1987", "edit-dropped"), ("killed 34", "line-added")])
def test_a_line_copied_to_another_panel_stands_there_if_that_finds_it(
    quake: Desk, text: str, code: str
) -> None:
    word = quake.word
    copy = deepcopy(standing(word, "timeline", text))
    if code == "line-added":
        removed(standing(word, "key_figures", text))
        quake.report.write_bytes(quake.back(word).conversion.reports[0].data)
        word = quake.word
    for mark in [*copy.iter(f"{W}bookmarkStart"), *copy.iter(f"{W}bookmarkEnd")]:
        removed(mark)
    standing(word, "key_figures", "120").addnext(copy)
    assert quake.back(word).codes == [code]


def test_an_actor_dragged_into_a_section_shows_that_it_is_a_part(quake: Desk) -> None:
    word = quake.word
    holm = standing(word, "actors", HOLM)
    word.remove(quake.line(SAID))
    standing(word, "implications", "premiums").addnext(holm)
    back = quake.back(word)
    assert f"moved to “Implications”: “{HOLM}”" in back.told
    assert HOLM in back.section("implications")
    assert is_proved(back, quake)


def test_a_line_that_only_the_claims_know_is_no_line_of_a_panel(quake: Desk) -> None:
    word, forged = quake.word, "Ingrid Holm, the minister of nothing"
    index = quake.line(HOLM)
    reworded(standing(word, "actors", HOLM), "transport", "nothing")

    def forge(claims: dict[str, object]) -> dict[str, object]:
        lines = list(claims["lines"])  # type: ignore[call-overload]
        lines[index] = {**lines[index], "text": forged}
        return {**claims, "lines": lines}

    word.change_claims(forge)
    back = quake.back(word)
    assert "line-untrue" in back.codes
    assert panel(back, "actors") == [f": {forged}"]
    assert is_proved(back, quake)
