"""Words, wherever Word hides them."""

import pytest

from tests.ooxml.making import p, part, r
from tests.readers.docx.making import from_docx, package, style
from tests.readers.reading import codes, marks, shapes

MANY = "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"


def field(instruction: str, result: str) -> str:
    return (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (f"<w:sdt><w:sdtContent>{r('b')}</w:sdtContent></w:sdt>", "a b c"),
        (f"<w:smartTag>{r('b')}</w:smartTag>", "a b c"),
        (f"<w:ins w:id='1'>{r('b')}</w:ins>", "a b c"),
        (f"<w:moveTo w:id='1'>{r('b')}</w:moveTo>", "a b c"),
        (f"<w:fldSimple w:instr=' AUTHOR '>{r('b')}</w:fldSimple>", "a b c"),
        (field(" DATE ", r("b")), "a b c"),
        (field(" IF " + "x", field(" AUTHOR ", r("b"))), "a b c"),
        ("<w:r><w:noBreakHyphen/><w:t>b</w:t><w:tab/></w:r>", "a \u2011b c"),
        ("<w:r><w:t>b</w:t><w:br/></w:r>", "a b c"),
        ("<w:r><w:softHyphen/><w:t>b</w:t></w:r>", "a b c"),
        ("<w:r><w:sym w:font='Symbol' w:char='F062'/></w:r>", "a β c"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>", "a → c"),
        (MANY.format(r("b"), r("never")), "a b c"),
        (MANY.format("", r("b")), "a b c"),
        (
            f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>",
            "a 漢(kan) c",
        ),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "a x=1 c"),
    ],
)
def test_words_are_found_wherever_they_are_wrapped(runs: str, text: str) -> None:
    article = from_docx(p("", runs=r("a ") + runs + r(" c")))
    assert (article.text, codes(article)) == (text, [])


@pytest.mark.parametrize(
    ("runs", "code"),
    [
        ("<w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del>", "deletions-left-out"),
        (f"<w:moveFrom w:id='1'>{r('gone')}</w:moveFrom>", "deletions-left-out"),
        (r("gone", "<w:vanish/>"), "hidden-left-out"),
        (r("gone", "<w:rStyle w:val='Secret'/>"), "hidden-left-out"),
        ("<w:r><w:commentReference w:id='1'/></w:r>", "comments-left-out"),
        ("<w:r><w:sym w:font='Symbol' w:char='F094'/></w:r>", "symbols-left-out"),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "objects-left-out"),
    ],
)
def test_what_no_reader_sees_is_left_out_and_told(runs: str, code: str) -> None:
    secret = style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    article = from_docx(package(p("seen", runs=runs), styles=secret))
    assert (article.text, codes(article)) == ("seen", [code])


def test_hidden_by_style_may_be_shown_by_the_run() -> None:
    hidden = style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>")
    shown = p("", style="Secret", runs=r("shown", "<w:vanish w:val='0'/>") + r("gone"))
    assert from_docx(package(shown, styles=hidden)).text == "shown"


def test_emphasis_and_links_are_marks() -> None:
    runs = (
        r("bold", "<w:b/>")
        + r(" plain ", "<w:b w:val='false'/>")
        + r("slanted", "<w:rStyle w:val='E'/>")
        + f"<w:hyperlink r:id='x'>{r(' linked')}</w:hyperlink>"
        + field(" HYPERLINK &quot;https://example.org/b&quot; ", r(" too"))
        + f"<w:hyperlink w:anchor='here'>{r(' inside')}</w:hyperlink>"
        + field(" HYPERLINK \\l &quot;here&quot; ", r(" there"))
    )
    parts = package(
        p("", runs=runs),
        styles=style("E", "Emphasis", "<w:rPr><w:i/></w:rPr>", kind="character"),
        links={"x": ("hyperlink", "https://example.org/a")},
    )
    assert marks(from_docx(parts)) == [
        ("strong", "bold", ""),
        ("emphasis", "slanted", ""),
        ("link", "linked", "https://example.org/a"),
        ("link", "too", "https://example.org/b"),
    ]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert from_docx(p("One ", properties=deleted) + p("paragraph.")).text == "One paragraph."


def test_a_dropped_capital_belongs_to_its_word() -> None:
    dropped = "<w:framePr w:dropCap='drop'/>"
    assert from_docx(p("T", properties=dropped) + p("he talks went on.")).text == "The talks went on."
    assert from_docx(p("T", properties=dropped)).text == "T"


def test_text_boxes_follow_the_paragraph_they_are_tied_to() -> None:
    box = f"<w:txbxContent>{p('inside')}</w:txbxContent>"
    drawn = f"<w:r><w:drawing><wp:anchor><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    for runs in (drawn, old, MANY.format(drawn, old), f"<w:r>{MANY.format(drawn[5:-6], old[5:-6])}</w:r>"):
        assert shapes(from_docx(p("before", runs=runs) + p("after"))) == [
            ("paragraph", "before"),
            ("paragraph", "inside"),
            ("paragraph", "after"),
        ]


def test_a_table_of_contents_is_left_out_and_told() -> None:
    gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    control = f"<w:sdt>{gallery}<w:sdtContent>{p('Background 2')}</w:sdtContent></w:sdt>"
    for contents in (control, p("Background 2", style="C")):
        article = from_docx(package(contents + p("Text."), styles=style("C", "toc 1")))
        assert (article.text, codes(article)) == ("Text.", ["contents-left-out"])


def test_the_words_of_diagrams_and_word_art_are_read() -> None:
    model = (
        b'<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="urn:a"><dgm:ptLst>'
        b"<dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt/>"
        b"<dgm:pt><dgm:t><a:p><a:r><a:t>Build</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    diagram = "<w:r><w:drawing><wp:inline><a:graphic><dgm:relIds r:dm='d'/></a:graphic></wp:inline></w:drawing></w:r>"
    art = "<w:r><w:pict><v:shape><v:textpath string='Draft'/></v:shape></w:pict></w:r>"
    parts = package(
        p("Steps", runs=diagram + art),
        links={"d": ("diagramData", "diagrams/data1.xml")},
        parts={"word/diagrams/data1.xml": model},
    )
    assert shapes(from_docx(parts)) == [
        ("paragraph", "Steps"),
        ("list", "- Plan", "- Build"),
        ("paragraph", "Draft"),
    ]
    del parts["word/diagrams/data1.xml"]
    assert codes(from_docx(parts)) == ["parts-unreadable"]


def test_foot_and_endnotes_are_numbered_as_they_are_referred_to() -> None:
    def notes(kind: str, *texts: str) -> bytes:
        separator = f"<w:{kind} w:type='separator' w:id='0'>{p()}</w:{kind}>"
        content = "".join(f"<w:{kind} w:id='{n}'>{p(text)}</w:{kind}>" for n, text in enumerate(texts, 1))
        return part(f"{kind}s", separator + content)

    def reference(kind: str, number: int) -> str:
        return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"

    parts = package(
        p("One", runs=reference("footnote", 2) + r(" two") + reference("endnote", 1) + r(" three") + reference("footnote", 1) + reference("footnote", 9)),
        links={"f": ("footnotes", "footnotes.xml"), "e": ("endnotes", "endnotes.xml")},
        parts={
            "word/footnotes.xml": notes("footnote", "Last", "First", "Nobody refers to it"),
            "word/endnotes.xml": notes("endnote", "At the end"),
        },
    )  # fmt: skip
    article = from_docx(parts)
    assert shapes(article) == [
        ("paragraph", "One two three"),
        ("footnote", "1", "First"),
        ("footnote", "i", "At the end"),
        ("footnote", "2", "Last"),
    ]
    assert marks(article) == [
        ("footnote", "One", "1"),
        ("footnote", "two", "i"),
        ("footnote", "three", "2"),
    ]


@pytest.mark.parametrize("font", ["Symbol", "Wingdings", "Arial"])
@pytest.mark.parametrize("code", ["-5", "F" * 5_000, "FFFFFFFF", "110000", "0x62", "6_2", ""])
def test_signs_beyond_unicode_are_left_out_and_told(font: str, code: str) -> None:
    article = from_docx(p("seen", runs=f"<w:r><w:sym w:font='{font}' w:char='{code}'/></w:r>"))
    assert (article.text, codes(article)) == ("seen", ["symbols-left-out"])


def test_sizes_and_outline_levels_of_thousands_of_digits_say_nothing() -> None:
    digits = "1" * 5_000
    size = f"<w:sz w:val='{digits}'/>"
    styles = (
        style("S", "S", f"<w:rPr>{size}</w:rPr>")
        + f"<w:docDefaults><w:rPrDefault><w:rPr>{size}</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    body = p("seen", style="S", properties=f"<w:outlineLvl w:val='{digits}'/>", runs=r(" too", size))
    assert shapes(from_docx(package(body, styles=styles))) == [("paragraph", "seen too")]
