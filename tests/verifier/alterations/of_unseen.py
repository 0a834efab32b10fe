"""Words that nobody sees, and things laid over others."""

# ruff: noqa: ARG001 - all kinds are called alike

from random import Random

from lxml import etree

from .kinds import Alteration, File, kind, lines_of, of_pdf, of_word, pick, said
from .pdf import PdfFile
from .reports import Made
from .word import WordFile

SECRET = "vote for the other side"  # noqa: S105 - what is hidden

_IN_WORD = {
    "vanish": ("<w:vanish/>", ""),
    "white": ('<w:color w:val="FFFFFF"/>', ""),
    "tiny": ('<w:sz w:val="2"/>', ""),
    "off the page": (
        "",
        '<w:framePr w:w="200" w:hSpace="0" w:hAnchor="page" w:vAnchor="page" w:x="30000" w:y="100"/>',
    ),
}
_IN_PDF = {
    "no ink": f"BT /Helv 10 Tf 3 Tr 20 400 Td ({SECRET}) Tj ET",
    "white": f"1 g BT /Helv 4 Tf 12 420 Td ({SECRET}) Tj ET",
    "tiny": f"BT /Helv 1 Tf 12 440 Td ({SECRET}) Tj ET",
    "off the page": f"BT /Helv 10 Tf -900 440 Td ({SECRET}) Tj ET",
    "behind a shape": f"BT /Helv 10 Tf 12 440 Td ({SECRET}) Tj ET 0.5 g 10 430 200 40 re f",
}


def _in_word(name: str, properties: str, paragraph: str) -> None:
    @of_word(f"words hidden: {name}")
    def hide(file: WordFile, made: Made, random: Random) -> Alteration:
        file.add_paragraph(
            pick(lines_of(made), random), SECRET, properties, paragraph or '<w:ind w:left="0"/>'
        )
        return said("hidden", SECRET, at=SECRET)


def _in_pdf(name: str, code: str) -> None:
    @of_pdf(f"words hidden on the page: {name}")
    def hide(file: PdfFile, made: Made, random: Random) -> Alteration:
        file.draw(code)
        return said("hidden", SECRET)


for _name, (_properties, _paragraph) in _IN_WORD.items():
    _in_word(_name, _properties, _paragraph)
for _name, _code in _IN_PDF.items():
    _in_pdf(_name, _code)


@of_word("words kept as deleted")
def words_kept_as_deleted(file: WordFile, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)
    space = file.body.nsmap["w"]
    added = etree.fromstring(
        f'<w:del xmlns:w="{space}" w:id="1" w:author="X"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>'
    )
    file.texts_of(line)[-1].getparent().addnext(added)
    return said("hidden", SECRET, at=SECRET)


@of_pdf("a line that is covered")
def a_line_that_is_covered(file: PdfFile, made: Made, random: Random) -> Alteration:
    height = made.style.page.height
    file.draw(f"1 g 0 {height / 2:.0f} 2000 {height:.0f} re f", fit=False)
    return said("hidden removed altered", "")


@of_word("a shape laid over the text")
def a_shape_laid_over_the_text(file: WordFile, made: Made, random: Random) -> Alteration:
    file.add_shape(pick(lines_of(made), random))
    return said("doubtful", "lies over the text")


@of_pdf("words of a page exchanged")
def words_of_a_page_exchanged(file: PdfFile, made: Made, random: Random) -> Alteration:
    """Exchange what two operators show: with the letters at hand, as whoever has no fonts would."""
    file.exchange(random)
    return said("altered moved removed added reference running doubtful", "")


@of_pdf("words of a page taken out")
def words_of_a_page_taken_out(file: PdfFile, made: Made, random: Random) -> Alteration:
    file.take_out(random)
    return said("altered removed running reference", "")


@kind
def the_title_of_the_file_changed(file: File, made: Made, random: Random) -> Alteration:
    file.retitle("Quite another title")
    return said("metadata", "Quite another title")


@of_pdf("words drawn on a page")
def words_drawn_on_a_page(file: PdfFile, made: Made, random: Random) -> Alteration:
    file.draw(f"BT /Helv 10 Tf 12 {random.randint(300, 500)} Td (Approved by the minister) Tj ET")
    return said("added running altered", "Approved by the minister")


@kind
def a_remark_laid_over_the_text(file: File, made: Made, random: Random) -> Alteration:
    if isinstance(file, WordFile):
        file.add_comment(pick(lines_of(made), random), "Approved by the minister")
        return said("added altered", "Approved by the minister")
    file.annotate("Approved by the minister", (60.0, 300.0, 400.0, 340.0))
    return said("added altered", "Approved by the minister")
