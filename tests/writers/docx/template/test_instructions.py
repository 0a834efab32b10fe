"""Fields that look beyond the document leave only their last result."""

import pytest

from converter.writers.docx.template.instructions import strip_fields
from tests.writers.docx.opened import fragment, query, strings
from tests.writers.docx.template.houses import run


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(*instructions: str, result: str = "result") -> str:
    said = "".join(instruction(each) if not each.startswith("<") else each for each in instructions)
    return f"<w:p>{mark('begin')}{said}{mark('separate')}{run(result)}{mark('end')}</w:p>"


KEPT = [
    " PAGE ", "NUMPAGES \\* Arabic", " TOC \\o &quot;1-3&quot; \\h ", ' DATE \\@ "d MMMM yyyy" ', " = 1 + 1 ", "=SUM(ABOVE)",
    " HYPERLINK &quot;https://good.example/&quot; \\o &quot;a tip&quot; ", " HYPERLINK \\l &quot;mark&quot; ", " ref x ",
    " HYPERLINK mailto:a@b.example ", "PAGE\\* MERGEFORMAT",
]  # fmt: skip
GONE = [
    " DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot; ", " INCLUDEPICTURE http://x.example/x.png \\d ",
    " MACROBUTTON AutoOpen click ", " HYPERLINK &quot;javascript:x()&quot; ", " HYPERLINK &quot;file:///c:/x&quot; \\l &quot;m&quot; ",
    " ASK name &quot;Who?&quot; ", "", " HYPERLINK ", " IF 1 = 1 &quot;x&quot; ",
]  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_a_field_that_stays_in_the_document_is_kept(text: str) -> None:
    tree = fragment(field(text))
    assert list(strip_fields(tree)) == []
    assert len(query(tree, "//w:fldChar")) == 3


@pytest.mark.parametrize("text", GONE)
def test_another_leaves_its_result(text: str) -> None:
    tree = fragment(field(text))
    assert len(list(strip_fields(tree))) == 1
    assert query(tree, "//w:fldChar | //w:instrText") == []
    assert strings(tree, "//w:t/text()") == ["result"]


def test_an_instruction_is_joined_from_its_runs() -> None:
    tree = fragment(field(" INC", "LUDE", "TEXT x "))
    assert list(strip_fields(tree)) == ["INCLUDETEXT x"]


def test_an_instruction_that_another_field_begins_is_not_trusted() -> None:
    inner = mark("begin") + instruction(" QUOTE 68 ") + mark("separate") + run("D") + mark("end")
    tree = fragment(field(inner, "DEAUTO x "))
    assert list(strip_fields(tree)) == ["DEAUTO x"]
    assert len(query(tree, "//w:fldChar")) == 3


def test_a_simple_field_leaves_its_result() -> None:
    tree = fragment(
        f'<w:p><w:fldSimple w:instr=" LINK Excel.Sheet.8 x "><w:fldData>AA==</w:fldData>{run("r")}</w:fldSimple></w:p>'
    )
    assert list(strip_fields(tree)) == ["LINK Excel.Sheet.8 x"]
    assert strings(tree, "//w:t/text()") == ["r"]
    assert query(tree, "//w:fldSimple | //w:fldData") == []


def test_a_field_without_end_is_no_way_around() -> None:
    tree = fragment(f"<w:p>{mark('begin')}{instruction(' DDE x ')}</w:p>")
    assert list(strip_fields(tree)) == ["DDE x"]
    assert query(tree, "//w:instrText") == []


QUOTED = mark("begin") + instruction(" QUOTE x ") + mark("separate") + run("r") + mark("end")
FALLBACK = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback>{0}'
    "</mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    "parts",
    [
        (" D", QUOTED, "ATE "),
        (" HYPERLINK ", QUOTED, " \\l &quot;x&quot; "),
        (" PAGE", run("x"), " "),
        (" PAGE ", "<w:r><w:delInstrText>x</w:delInstrText></w:r>"),
    ],
)
def test_an_instruction_that_could_be_read_in_two_ways_is_not_trusted(parts: tuple[str, ...]) -> None:
    assert len(list(strip_fields(fragment(field(*parts))))) == 1


def test_a_field_inside_a_whole_instruction_may_stay() -> None:
    assert list(strip_fields(fragment(field(" REF ", QUOTED, " \\h ")))) == []


def test_marks_in_an_alternative_do_not_hide_what_is_outside() -> None:
    hidden = FALLBACK.format(instruction(" PAGE ") + mark("separate"))
    tree = fragment(f"<w:p>{mark('begin')}{hidden}{instruction(' DDE x ')}{mark('end')}</w:p>")
    assert "DDE x" in list(strip_fields(tree))
    assert query(tree, "//w:instrText") == []


def test_an_instruction_outside_of_any_field_goes() -> None:
    tree = fragment(f"<w:p>{instruction(' DDE x ')}</w:p>")
    assert list(strip_fields(tree)) == []
    assert query(tree, "//w:instrText") == []
