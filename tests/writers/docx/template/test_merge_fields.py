"""Word's own fields show what the report has, and not what the template showed last."""

import pytest

from converter.writers.docx.template.merge_fields import merge_field_places
from tests.writers.docx.opened import fragment, query
from tests.writers.docx.template.houses import paragraph, run
from tests.writers.docx.template.test_controls import DOCUMENT, blocks, body, words
from tests.writers.docx.template.test_instructions import field, instruction, mark


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" TITLE ", "title"),
        (" AUTHOR  \\* MERGEFORMAT ", "author"),
        (" MERGEFIELD client ", "client"),
        (' MERGEFIELD "my_own" \\* Upper ', "my-own"),
        (" DOCPROPERTY Client \\* MERGEFORMAT ", "client"),
    ],
)
def test_fields_that_ask_by_name_are_places(text: str, name: str) -> None:
    for xml in (field(text), paragraph(f"<w:fldSimple w:instr='{text}'>{run('old')}</w:fldSimple>")):
        tree = body(xml)
        (place,) = merge_field_places(DOCUMENT, tree)
        assert place.name == name
        place.fill([*fragment(run("new"))])
        assert words(tree) == ["new"]
        assert query(tree, "//w:fldChar | //w:instrText | //w:fldSimple") == []


@pytest.mark.parametrize("text", [" PAGE ", " TOC ", " REF title ", " TITLEPAGE ", " MERGEFIELD "])
def test_other_fields_are_none(text: str) -> None:
    assert list(merge_field_places(DOCUMENT, body(field(text)))) == []


def test_words_look_like_the_last_result() -> None:
    shown = run("old", "<w:b/>")
    tree = body(f"<w:p>{mark('begin')}{instruction(' TITLE ')}{mark('separate')}{shown}{mark('end')}</w:p>")
    (place,) = merge_field_places(DOCUMENT, tree)
    place.fill([*fragment(run("new"))])
    assert query(tree, "//w:r[w:t='new']/w:rPr/w:b")


def test_blocks_take_its_paragraph() -> None:
    tree = body(field(" MERGEFIELD body "))
    (place,) = merge_field_places(DOCUMENT, tree)
    place.put(blocks())
    assert words(tree) == ["one", "two"]
