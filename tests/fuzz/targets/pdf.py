"""PDFs."""

from tests.fuzz.packed.objects import change_pdf
from tests.fuzz.target import Target
from tests.fuzz.targets.reading import reading
from tests.readers.pdf.making import LEFT, Sheet, drawn, locked, page_of, prose, raw_pdf
from tests.sample import sample_document, sample_style

_TAGGED = (
    "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R 9 0 R 10 0 R]]>>/RoleMap<</X/P>>>>",
    "<</S/Document/P 6 0 R/K[8 0 R 9 0 R 11 0 R]>>",
    "<</S/H1/P 7 0 R/Pg 3 0 R/K 0/Alt(alt)/ActualText(act)>>",
    "<</S/X/P 7 0 R/Pg 3 0 R/K[1<</Type/MCR/Pg 3 0 R/MCID 1>>]/Lang(en)>>",
    "<</S/TD/P 12 0 R/Pg 3 0 R/K 2/A<</O/Table/ColSpan 2/RowSpan 99999>>>>",
    "<</S/Table/P 7 0 R/K[12 0 R]>>",
    "<</S/TR/P 11 0 R/K[10 0 R]>>",
)
_CONTENT = (
    "/H1 <</MCID 0>> BDC BT /F1 20 Tf 72 770 Td (Harbour reopens) Tj ET EMC\n"
    "/P <</MCID 1>> BDC BT /F1 10 Tf 1 0 0 1 72 740 Tm [(The harbour)-300(of Lund)] TJ T* 3 Tr (hidden) Tj 0 Tr ET EMC\n"
    "/TD <</MCID 2/ActualText(cell)>> BDC BT /F1 10 Tf 72 700 Td (12) ' ET EMC\n"
    "/Artifact BMC q 1 0 0 rg 0 0 10 10 re f Q EMC"
)


def _pages(sheet: Sheet) -> None:
    for page in range(2):
        sheet.line("The Lund Gazette", y=810, size=8)
        sheet.heading("A harbour")
        sheet.paragraph(prose(page), 72, 210)
        sheet.paragraph("1. one  2. two", LEFT + 250, 210, indent=12)
        sheet.picture(60, 60, 99, 99)
        sheet.line(str(page + 1), 300, y=30)
        sheet.canvas.linkURL("https://example.org", (72, 700, 200, 720))
        sheet.new_page()


def _seeds() -> list[bytes]:
    from converter.writers.pdf import write_pdf

    return [
        page_of(_CONTENT, *_TAGGED),
        page_of("BT /F1 10 Tf 72 700 Td (It opened on Monday.) Tj ET"),
        drawn(_pages),
        locked(_pages, user="", owner="x"),
        locked(_pages, user="secret", owner="x"),
        raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>", "<</Type/Page/Parent 2 0 R>>"]),
        write_pdf(sample_document(), sample_style()).data,
    ]  # fmt: skip


TARGET = Target(
    "pdf",
    reading("pdf"),
    _seeds,
    tuple(
        f" {word} ".encode()
        for word in [
            "BT",
            "ET",
            "Tj",
            "TJ",
            "Td",
            "Tm",
            "T*",
            "Tf",
            "Tr",
            "Tz",
            "Tw",
            "q",
            "Q",
            "cm",
            "re",
            "f",
            "S",
            "Do",
            "BDC",
            "BMC",
            "EMC",
            "/Artifact",
            "/P",
            "/H1",
            "/Span",
            "/Figure",
            "/Table",
            "/TR",
            "/TD",
            "/L",
            "/LI",
            "/Lbl",
            "/LBody",
            "/Note",
            "/Link",
            "/MCID",
            "/ActualText",
            "/Alt",
            "/K",
            "/Pg",
            "/S",
            "/Kids",
            "/Count",
            "/Type",
            "/Page",
            "/Pages",
            "/Rotate",
            "/MediaBox",
            "/CropBox",
            "/UserUnit",
            "/Annots",
            "/Names",
            "/Outlines",
            "/Lang",
            "/Filter",
            "/FlateDecode",
            "/Length",
            "/Font",
            "/ToUnicode",
            "/Encrypt",
            "obj",
            "endobj",
            "stream",
            "endstream",
            "xref",
            "trailer",
            "startxref",
            "%%EOF",
            "null",
            "true",
            "0",
            "1",
            "-1",
            "99999",
            "1e9",
        ]
    ),
    inside=change_pdf,
    largest=200_000,
)
