"""What a template offers is told before a report is made on it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.errors import StyleError
from converter.writers.docx.template.checking import check_template
from tests.sample import sample_style
from tests.writers.docx.template.houses import HOUSES, save


def test_places_are_counted_by_part_and_styles_found_by_name(tmp_path: Path) -> None:
    checked = check_template(
        str(save(HOUSES["placeholders"](), tmp_path / "t.docx")), sample_style(), {"summary"}
    )
    places = [(*place[:4], place.remark.partition(" ")[0]) for place in checked.places]
    assert ("client", "placeholder", "word/document.xml", 2, "filled") in places
    assert ("marking", "placeholder", "word/header1.xml", 1, "") in places
    assert ("body", "placeholder", "word/footer1.xml", 1, "cannot") in places
    assert checked.styles["heading1"] == "heading 1"
    assert checked.styles["bullet"] == "List Bullet"
    assert checked.styles["lead"] == ""
    assert checked.unsafe == ()


def test_a_mapping_counts_and_must_lead_somewhere(tmp_path: Path) -> None:
    path = str(save(HOUSES["letterhead"](), tmp_path / "t.docx"))
    mapped = replace(sample_style(), word={"map": {"lead": "intense quote"}})
    assert check_template(path, mapped, set()).styles["lead"] == "intense quote"
    with pytest.raises(StyleError, match="no style 'Gone', to which lead is mapped"):
        check_template(path, replace(sample_style(), word={"map": {"lead": "Gone"}}), set())
