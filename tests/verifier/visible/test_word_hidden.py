"""Every kind of text that stands in a Word file unseen is found; what is seen is not taken for it."""

import pytest

from converter.verifier.visible.word import read_word
from tests.ooxml.making import p, r, row, table, tc
from tests.verifier.word.making import STYLES, anchor, defaults, style, text_box, word

UNTRUE = "the minister resigned"
FAR = (900, 0, 100, 100)


def places(data: bytes) -> dict[str, str]:
    """Return the place of each text."""
    return {shown.text: shown.place for shown in read_word(data).shown}


def boxed(words: str, place: tuple[int, int, int, int]) -> str:
    """Return a run with a text box."""
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return anchor(graphic=f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>", place=place)


def vml(look: str) -> str:
    """Return a run with a text box of old programs."""
    content = f"<w:txbxContent>{p(UNTRUE)}</w:txbxContent>"
    return f'<w:r><w:pict><v:shape style="{look}"><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>'


def alternatives(choice: str, fallback: str, needs: str = "wps") -> str:
    """Return two runs, of which one is shown."""
    return (
        f'<mc:AlternateContent xmlns:z="urn:z"><mc:Choice Requires="{needs}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def small_row(height: int) -> str:
    """Return a table of one row."""
    return table(row(tc(UNTRUE), properties=f'<w:trHeight w:val="{height}" w:hRule="exact"/>'))


SECOND = (
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
CLEAR = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>'

UNSEEN = {
    "hidden": r(UNTRUE, "<w:vanish/>"),
    "hidden by a style": r(UNTRUE, '<w:rStyle w:val="Gone"/>'),
    "always hidden": r(UNTRUE, "<w:specVanish/>"),
    "white on paper": r(UNTRUE, '<w:color w:val="FFFFFF"/>'),
    "nearly white on paper": r(UNTRUE, '<w:color w:val="F8F8F8"/>'),
    "like its shading": r(UNTRUE, '<w:color w:val="123456"/><w:shd w:val="clear" w:fill="123456"/>'),
    "like its marker": r(UNTRUE, '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
    "in a colour of the theme": r(UNTRUE, '<w:color w:val="000000" w:themeColor="background1"/>'),
    "filled with nothing": r(UNTRUE, CLEAR),
    "too small": r(UNTRUE, '<w:sz w:val="5"/>'),
    "too narrow": r(UNTRUE, '<w:w w:val="1"/>'),
    "raised off the page": r(UNTRUE, '<w:position w:val="3000"/>'),
    "deleted": f"<w:del>{r(UNTRUE).replace('w:t>', 'w:delText>').replace('w:t ', 'w:delText ')}</w:del>",
    "deleted, but not marked as such": f"<w:del>{r(UNTRUE)}</w:del>",
    "moved away": f"<w:moveFrom>{r(UNTRUE)}</w:moveFrom>",
    "the code of a field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    + r(UNTRUE)
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "a box off the page": boxed(UNTRUE, place=FAR),
    "a box without extent": boxed(UNTRUE, place=(0, 0, 0, 0)),
    "a hidden shape of VML": vml("position:absolute;visibility:hidden"),
    "a shape of VML far away": vml("position:absolute;margin-left:-9000pt"),
    "an alternative for others": alternatives(r("seen"), r(UNTRUE)),
    "an alternative that none knows": alternatives(r(UNTRUE), r("seen"), "z"),
    "in an element that Word does not know": f'<z:x xmlns:z="urn:z">{r(UNTRUE)}</z:x>',
    "outside of runs": f"<w:t>{UNTRUE}</w:t>",
    "tag characters": r("seen" + "".join(chr(0xE0000 + ord(one)) for one in UNTRUE)),
}
UNSEEN_BLOCKS = {
    "frame": p(UNTRUE, properties='<w:framePr w:w="2000" w:hAnchor="page" w:x="20000" w:y="1"/>'),
    "indent": p(UNTRUE, properties='<w:ind w:left="20000"/>'),
    "line without height": p(UNTRUE, properties='<w:spacing w:line="1" w:lineRule="exact"/>'),
    "row without height": small_row(20),
    "hidden row": table(row(tc(UNTRUE), properties="<w:hidden/>")),
    "deleted row": table(row(tc(UNTRUE), properties='<w:del w:id="1"/>')),
    "cell like its shading": table(
        row(tc(p(runs=r(UNTRUE, '<w:color w:val="00FF00"/>')), '<w:shd w:val="clear" w:fill="00FF00"/>'))
    ),
    "floating table": table(
        row(tc(UNTRUE)), properties='<w:tblpPr w:horzAnchor="page" w:tblpX="30000" w:tblpY="1"/>'
    ),
    "covered cell": table(row(tc("", '<w:vMerge w:val="restart"/>')), row(tc(UNTRUE, "<w:vMerge/>"))),
    "unknown block": f'<z:x xmlns:z="urn:z">{p(UNTRUE)}</z:x>',
}


@pytest.mark.parametrize("kind", UNSEEN)
def test_words_in_a_paragraph_that_are_not_seen_are_hidden(kind: str) -> None:
    theme = '<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>'
    data = word(p("Before ", runs=UNSEEN[kind] + r(" after.")), styles=STYLES + SECOND, theme=theme)
    found = places(data)
    assert found.pop(UNTRUE) == "hidden"
    assert all(place == "body" for place in found.values())
    assert any("Before" in text and "after." in text for text in found)


@pytest.mark.parametrize("kind", UNSEEN_BLOCKS)
def test_blocks_that_are_not_seen_are_hidden(kind: str) -> None:
    found = places(word(p("Before.") + UNSEEN_BLOCKS[kind] + p("After.")))
    assert found == {"A heading": "body", "Before.": "body", UNTRUE: "hidden", "After.": "body"}


@pytest.mark.parametrize(
    "styles",
    [
        defaults("<w:vanish/>") + style("Normal", "Normal"),
        defaults('<w:sz w:val="2"/>') + style("Normal", "Normal"),
        style("Normal", "Normal", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
    ],
)
def test_words_that_defaults_or_a_style_hide_are_hidden(styles: str) -> None:
    assert places(word(p(UNTRUE), styles=styles))[UNTRUE] == "hidden"


def test_headers_that_no_page_has_are_hidden() -> None:
    running = {"header/first": p("first"), "header/default": p("usual"), "footer/even": p("even")}
    assert places(word(running=running)) == {
        "A heading": "body",
        "usual": "running",
        "first": "hidden",
        "even": "hidden",
    }
    shown = places(word(running=running, section="<w:titlePg/>", settings="<w:evenAndOddHeaders/>"))
    assert {shown[text] for text in ("first", "usual", "even")} == {"running"}


def test_notes_that_nothing_refers_to_are_hidden() -> None:
    assert places(word(notes={"endnotes": p(UNTRUE)}))[UNTRUE] == "hidden"


SEEN = {
    "in any dark colour": r(UNTRUE, '<w:color w:val="12355B"/>'),
    "white on dark": r(UNTRUE, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="12355B"/>'),
    "in a colour that is not told": r(UNTRUE, '<w:color w:val="auto"/>'),
    "hidden on the web only": r(UNTRUE, "<w:webHidden/>"),
    "hidden by a style, and shown again": r(UNTRUE, '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>'),
    "inserted": f"<w:ins>{r(UNTRUE)}</w:ins>",
    "moved here": f"<w:moveTo>{r(UNTRUE)}</w:moveTo>",
    "in a box": boxed(UNTRUE, place=(100, 100, 100, 100)),
    "in a box of both kinds": text_box(UNTRUE),
    "in a content control": f"<w:sdt><w:sdtContent>{r(UNTRUE)}</w:sdtContent></w:sdt>",
    "the result of a field": '<w:fldSimple w:instr=" TITLE ">' + r(UNTRUE) + "</w:fldSimple>",
    "an alternative that is shown": alternatives(r(UNTRUE), r(UNTRUE)),
    "words in the place of a page's number": '<w:fldSimple w:instr=" PAGE ">' + r(UNTRUE) + "</w:fldSimple>",
}


@pytest.mark.parametrize("kind", SEEN)
def test_words_that_are_seen_are_not_taken_for_hidden_ones(kind: str) -> None:
    found = read_word(word(p("Before ", runs=SEEN[kind] + r(" after.")), styles=STYLES + SECOND)).shown
    assert all(shown.place == "body" for shown in found)
    assert sum(UNTRUE in shown.text for shown in found) == 1


def test_an_object_and_a_file_put_in_are_told() -> None:
    ole = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r>'
    visible = read_word(word(p("Here: ", runs=ole) + '<w:altChunk r:id="rId8"/>'))
    assert [shown.text for shown in visible.shown if shown.role == "object"] == ["Excel.Sheet.12", "altChunk"]
    assert [notice.code for notice in visible.notices] == ["object-unread"] * 2
