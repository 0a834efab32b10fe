"""Templates as houses have them, made with python-docx: each with its own way to say what goes where.

`marker` in a name is what the tests look for; everything else must come out as it went in.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor

from tests.sample import png

MAROON = RGBColor(0x7A, 0x1F, 0x2B)


def element(xml: str) -> BaseOxmlElement:
    """Return `xml`, which uses the prefixes w, r and a without declaring them."""
    head, _, rest = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {nsdecls('w', 'r', 'a')}{slash}>{rest}")


def control(tag: str, content: str, properties: str = "") -> str:
    """Return a content control around `content`, which is mark-up."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    format_ = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{format_}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "") -> str:
    """Return a paragraph of runs."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def table(*cells: str) -> str:
    """Return a table of one row."""
    width = 8400 // len(cells)
    listed = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells
    )
    grid = f'<w:gridCol w:w="{width}"/>' * len(cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="8400" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr>{listed}</w:tr></w:tbl>"
    )


def add(made: DocxDocument, *blocks: str) -> None:
    """Add blocks of mark-up behind what a template holds."""
    body = made.element.body
    for block in element(f"<w:body>{''.join(blocks)}</w:body>"):
        body.insert(len(body) - 1, block)


def letterhead() -> DocxDocument:
    """Make a letter: logo and address on the first page, page numbers below; nothing says where we go."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Letter", "The house"
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(30)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(BytesIO(png(120, 40)), height=Mm(12))
    first.add_run("\tHouse of Lund, Quay 1")
    section.header.paragraphs[0].text = "House of Lund"
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    section.footer.paragraphs[0]._p.append(field)
    for name in ("Heading 1", "Title"):
        made.styles[name].font.color.rgb = MAROON
    made.styles["Normal"].font.size = Pt(12)
    made.add_paragraph("To whom it may concern")
    made.add_paragraph("")
    return made


def cover() -> DocxDocument:
    """Make a cover whose title and author Word binds to the file's properties, and a body behind it."""
    made = docx.Document()
    binding = (
        "<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/' "
        "xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\" "
        'w:xpath="/ns1:coreProperties[1]/ns0:{0}[1]" w:storeItemID="{{6C3C8BC8-F283-45AE-878A-BAB7291924A1}}"/>'
        "<w:text/>"
    )
    big = '<w:color w:val="7A1F2B"/><w:sz w:val="72"/>'
    for property_, words in (("title", "Title of the document"), ("creator", "Author")):
        control_ = control("", paragraph(run(words, big)), binding.format(property_))
        add(made, control_.replace('<w:alias w:val=""/><w:tag w:val=""/>', ""))
    add(made, '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
    add(made, control("brief:body", paragraph(run("The report comes here"))))
    return made


def controls() -> DocxDocument:
    """Make a memo of content controls: in a line, in a cell, around blocks, asking to be clicked."""
    made = docx.Document()
    asking = "<w:rPr><w:b/></w:rPr><w:showingPlcHdr/><w:text/>"
    prompt = run("Click here", '<w:rStyle w:val="PlaceholderText"/>')
    add(
        made,
        paragraph(control("brief:title", run("Title", "<w:i/>"), "<w:text/>"), "Title"),
        paragraph(run("Client: ") + control("Brief:Client", prompt, asking) + run(", of ") + control("brief:date", prompt, asking)),
        paragraph(control("brief:summary-heading", run("x")), "Heading1"),
    )  # fmt: skip
    add(made, table(control("brief:summary", paragraph(run("x"))), paragraph(run("beside"))))
    add(made, control("brief:body", paragraph(run("x")) + paragraph(run("y"))))
    made.add_paragraph("Yours, the house")
    footer = made.sections[0].footer.paragraphs[0]._p
    footer.append(element(control("brief:author", run("nobody"))))
    return made


def bookmarks() -> DocxDocument:
    """Make a memo of bookmarks: empty, around words, around paragraphs."""
    made = docx.Document()

    def mark(number: int, name: str, inside: str) -> str:
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'

    add(
        made,
        paragraph(mark(1, "brief_title", run("Title", "<w:b/>")), "Title"),
        paragraph(run("Dated ") + mark(2, "brief_date", "") + run(".")),
        paragraph(run("In short"), "Heading1"),
        '<w:p><w:bookmarkStart w:id="3" w:name="brief_summary"/><w:r><w:t>first</w:t></w:r></w:p>',
        paragraph(run("second")),
        '<w:p><w:r><w:t>third</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>',
        paragraph(run("In full"), "Heading1"),
        paragraph(mark(4, "Brief_Body", "")),
        paragraph(mark(5, "their_own", run("Yours, the house"))),
    )
    return made


def placeholders() -> DocxDocument:
    """Make a memo of placeholders, as Word spreads them over runs, in body, table, header and footer."""
    made = docx.Document()
    spread = run("Memo: {", "<w:b/>") + run("{ti", "<w:b/>") + '<w:proofErr w:type="spellStart"/>' + run("tle}} of {{ da", "<w:i/>") + run("te }}")  # fmt: skip
    add(made, paragraph(spread, "Title"), paragraph(run("For {{client}} and {{unknown}}.")))
    add(
        made,
        table(paragraph(run("By {{author}}"))),
        paragraph(run("{{bo") + run("dy}}")),
        paragraph(run("Yours, {{client}}")),
    )
    section = made.sections[0]
    section.header.paragraphs[0].text = "{{marking}}\t{{TITLE}}"
    section.footer.paragraphs[0].text = "{{body}}"
    return made


def sections() -> DocxDocument:
    """Make two sections: the report on the first, upright; an annex on the second, landscape."""
    made = docx.Document()
    made.add_paragraph("Report").style = "Title"
    made.add_paragraph("{{body}}")
    annex = made.add_section(WD_SECTION.NEW_PAGE)
    annex.orientation, annex.page_width, annex.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    made.add_paragraph("Annex")
    return made


HOUSES: Mapping[str, Callable[[], DocxDocument]] = {
    "letterhead": letterhead,
    "cover": cover,
    "controls": controls,
    "bookmarks": bookmarks,
    "placeholders": placeholders,
    "sections": sections,
}
"""The six templates by name."""


def save(made: DocxDocument, path: Path) -> Path:
    """Save a template and return where."""
    made.save(str(path))
    return path


def changed(
    source: Path,
    target: Path,
    replaced: Mapping[str, tuple[str, str]],
    added: Mapping[str, bytes] | None = None,
) -> Path:
    """Save a copy of a template: in each part named, one text gives way to another; parts are added."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in replaced:
                before, after = replaced[name]
                assert before.encode() in data, (name, before)
                data = data.replace(before.encode(), after.encode())
            new.writestr(name, data)
        for name, data in (added or {}).items():
            new.writestr(name, data)
    return target
