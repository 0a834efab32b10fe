"""A report edited in LibreOffice comes back with each edit named, and nothing else changed."""

from pathlib import Path

from converter.verifier.verifying import verify
from tests.judges import libreoffice
from tests.returning.macros import HANDS
from tests.returning.making import CLOSED, LEARNED, PRICES, SOLD, Desk
from tests.verifier.alterations.word import WordFile

OWNERS = "The owners said that orders had fallen by half in two years."
BUILT = "The mill was built in 1884 and has made newsprint ever since."
BOUGHT = "Printers could be forced to buy abroad, which would take weeks longer."
OTHERS = "Two other mills on the river closed in the last decade."
MANAGER = '"We have always paid our bills", the manager said on Monday.'
DECIDED = "The council will decide about the site in the autumn."

TEN_WAYS = """
Sub Edit(doc)
  Sign("Berta")
  Reword(doc, "Harrow loses its mill", "Harrow mourns its mill")
  Reword(doc, "ninety", "one hundred")
  Reword(doc, "Implications", "Consequences")
  Carry(doc, "It was sold twice, in 1990 and in 2011. ", "The council will")
  Seek(doc, "largest").CharWeight = 150
  doc.RecordChanges = True
  Reword(doc, "abroad", "overseas")
  Reword(doc, "The owners said that orders had fallen by half in two years.", "")
  doc.RecordChanges = False
  Reword(doc, " Prices for newsprint may rise in the region.", "")
  Add(doc, "The railway loses", "Our own people were not asked.")
  Break(doc, "Two other mills")
End Sub
"""


def test_ten_edits_are_named_and_nothing_else_is_changed(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "edited"
    folder.mkdir()
    edited = libreoffice.edit(desk.report, HANDS + TEN_WAYS, folder)
    # without its windows, which servers do without, LibreOffice 7.4 cannot write a comment, but keeps it
    word = WordFile(edited.read_bytes())
    word.add_comment(0, "Check the day.")
    edited.write_bytes(word.saved())
    back = desk.back(libreoffice.convert([edited], "docx", folder)[edited].read_bytes())
    bought = BOUGHT.replace("abroad", "overseas")
    assert back.told == [
        "title: “Harrow mourns its mill”, before: “Harrow loses its mill”",
        "section: “Consequences”, before: “Implications”",
        f"edited: “{LEARNED.replace('ninety', 'one hundred')}”, before: “{LEARNED}”",
        f"edited: “{bought}”, before: “{BOUGHT}”",
        "comment by Berta: “Our own people were not asked.”",
        f"removed: “{OWNERS}”",
        f"removed: “{PRICES}”",
        "comment by X: “Check the day.”",
        f"moved to “Consequences”: “{SOLD}”",
        f"a paragraph was parted before “{OTHERS}”; it is set as the article parts it",
        "what was set off by hand is set as the article has it: “largest”",
    ]
    assert back.section("summary") == [
        CLOSED,
        "X: Check the day.",
        f"{LEARNED.replace('ninety', 'one hundred')} <- {LEARNED} (Berta)",
    ]
    assert back.section("background") == [BUILT, MANAGER, OTHERS]
    assert back.section("implications") == [
        SOLD,
        DECIDED,
        f"{bought} <- {BOUGHT} (Berta)",
        "Berta: Our own people were not asked.",
        "The railway loses its largest customer. / The school may lose a class.",
    ]
    for report in back.conversion.reports:
        (found,) = verify(report.data, [desk.article])
        assert found.verdict.findings == ()
        assert found.verdict.word == "proved"
        assert found.verdict.counts == {"verbatim": 7, "edited": 2, "note": 2}
    again = desk.back(back.conversion.reports[0].data)
    assert again.told == []
    assert [one.data for one in again.conversion.reports] == [one.data for one in back.conversion.reports]
