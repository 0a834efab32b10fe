"""Word files made of strings: a sound one, in which a test breaks one thing."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from converter.verifier.word.accessibility import check_accessibility
from converter.verifier.word.document import Document
from tests.ooxml.making import DECLARED, STRICT, p, part, r, relationships, row, zipped

DECORATIVE = '<a:extLst><a:ext uri="{C183D7F6}"><adec:decorative val="1"/></a:ext></a:extLst>'
ENGLISH = '<w:lang w:val="en-GB"/>'
_CORE = 'xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


# ------------------------------------------------------------------------------------------- mark-up


def heading(level: int, text: str = "A heading") -> str:
    """Return a heading in the style of its level."""
    return p(text, style=f"Heading{level}")


def head(*cells: str) -> str:
    """Return a row that is marked as a head."""
    return row(*cells, properties="<w:tblHeader/>")


def style(style_id: str, name: str, content: str = "", *, base: str = "", kind: str = "paragraph") -> str:
    """Return a style; that called Normal is the default one."""
    default = ' w:default="1"' if name == "Normal" else ""
    inherited = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{default}><w:name w:val="{name}"/>'
        f"{inherited}{content}</w:style>"
    )


def defaults(properties: str) -> str:
    """Return what runs are by default."""
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{properties}</w:rPr></w:rPrDefault></w:docDefaults>"


STYLES = "".join(
    (
        defaults(ENGLISH),
        style("Normal", "Normal"),
        style("Title", "Title", base="Normal"),
        *(
            style(
                f"Heading{level}",
                f"heading {level}",
                f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>',
                base="Normal",
            )
            for level in range(1, 5)
        ),
    )
)
"""Styles of a sound document."""


def link(target: str, words: str) -> str:
    """Return a link; `target` is the id of a relationship."""
    return f'<w:hyperlink r:id="{target}">{r(words)}</w:hyperlink>'


def field(instruction: str, result: str) -> str:
    """Return a field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def inline(attributes: str = "", content: str = "") -> str:
    """Return a run with a picture in the line; `attributes` and `content` are those of `wp:docPr`."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>'
        f'<wp:docPr id="1" name="Picture 1" {attributes}>{content}</wp:docPr>'
        '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdImage"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def anchor(
    attributes: str = "",
    content: str = "",
    *,
    behind: bool = False,
    place: tuple[int, int, int, int] | None = None,
    graphic: str = '<pic:pic><pic:blipFill><a:blip r:embed="rIdImage"/></pic:blipFill></pic:pic>',
) -> str:
    """Return a run with a floating picture; `place` is left, top, width and height in points."""
    left, top, width, height = (12700 * one for one in place or (0, 0, 72, 72))
    offset = "<wp:position{0} {1}><wp:posOffset>{2}</wp:posOffset></wp:position{0}>"
    page = 'relativeFrom="page"' if place else 'relativeFrom="margin"'
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{behind:d}">'
        f"{offset.format('H', page, left)}{offset.format('V', page, top)}"
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="Picture 1" {attributes}>{content}</wp:docPr>'
        f"<a:graphic><a:graphicData>{graphic}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def text_box(words: str) -> str:
    """Return a run with a text box, as Word writes it: for today's programs and for old ones."""
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    shape = anchor(graphic=f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>")
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape.removeprefix("<w:r>")}'.removesuffix(
            "</w:r>"
        )
        + f"</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def png(*pixel: int, kind: int = 2, size: tuple[int, int] = (1, 1), extra: bytes = b"") -> bytes:
    """Return a PNG of 8 bits whose pixels are all alike; `kind` is its colour type, `extra` more chunks."""
    header = struct.pack(">IIBBBBB", *size, 8, kind, 0, 0, 0)
    lines = (b"\0" + bytes(pixel) * size[0]) * size[1]
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + extra
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# --------------------------------------------------------------------------------------------- files


def word(  # noqa: PLR0913 - a part each
    body: str = "",
    *,
    title: str | None = "A report",
    styles: str = STYLES,
    settings: str = "",
    theme: str = "",
    section: str = "",
    running: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    image: bytes = b"",
) -> bytes:
    """Return a Word file.

    Args:
        body: its blocks; a heading stands before them.
        title: in its properties; `None`: it has none.
        styles: content of `w:styles`.
        settings: content of `w:settings`.
        theme: content of the theme's colour scheme.
        section: content of the last `w:sectPr`, before the references to headers and footers.
        running: such as `header/first` → blocks.
        notes: `footnotes` or `endnotes` → blocks of the one note.
        links: id → address, of the body.
        image: a picture that all parts may refer to as `rIdImage`.
    """
    files: dict[str, bytes] = {"word/media/image1.png": image} if image else {}
    shared = {"rIdImage": ("image", "media/image1.png")} if image else {}
    main = shared | {one: ("hyperlink", address) for one, address in (links or {}).items()}
    references = ""
    for number, (place, blocks) in enumerate((running or {}).items(), 1):
        kind, _, pages = place.partition("/")
        file = f"{kind}{number}.xml"
        files[f"word/{file}"] = part("hdr" if kind == "header" else "ftr", blocks)
        files[f"word/_rels/{file}.rels"] = relationships(shared)
        main[f"rIdRun{number}"] = (kind, file)
        references += f'<w:{kind}Reference w:type="{pages}" r:id="rIdRun{number}"/>'
    for kind, blocks in (notes or {}).items():
        name = _NOTES[kind]
        files[f"word/{kind}.xml"] = part(
            kind,
            f'<w:{name} w:type="separator" w:id="0">{p(runs="<w:r><w:separator/></w:r>")}</w:{name}>'
            f'<w:{name} w:id="1">{blocks}</w:{name}>',
        )
        main[f"rId{kind}"] = (kind, f"{kind}.xml")
    for kind, content in (("styles", styles), ("settings", settings)):
        files[f"word/{kind}.xml"] = part(kind, content)
        main[f"rId{kind}"] = (kind, f"{kind}.xml")
    if theme:
        scheme = f"<a:themeElements><a:clrScheme>{theme}</a:clrScheme></a:themeElements>"
        files["word/theme/theme1.xml"] = f"<a:theme {DECLARED}>{scheme}</a:theme>".encode()
        main["rIdTheme"] = ("theme", "theme/theme1.xml")
    whole = f"<w:body>{heading(1)}{body}<w:sectPr>{references}{section}</w:sectPr></w:body>"
    files |= {
        "word/document.xml": part("document", whole),
        "word/_rels/document.xml.rels": relationships(main),
    }
    if title is not None:
        dc = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</dc:title>'
        files["docProps/core.xml"] = f"<coreProperties {_CORE}>{dc}</coreProperties>".encode()
    return packed(files)


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of `files`, with the relationships of a package whose text is word/document.xml."""
    package = relationships({"rId1": ("officeDocument", "word/document.xml")})
    return zipped({"_rels/.rels": package, **files})


def strict(data: bytes) -> bytes:
    """Return the same file in the namespaces of strict documents."""
    for transitional, other in STRICT.items():
        data = replaced(data, "", transitional, other)
    return data


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with `old` replaced in the part `name`; empty name: in all."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(stream, "w") as written:
        for one in archive.namelist():
            content = archive.read(one)
            written.writestr(
                one, content.replace(old.encode(), new.encode()) if name in {"", one} else content
            )
    return stream.getvalue()


# ------------------------------------------------------------------------------------------- answers


def rules(data: bytes) -> list[str]:
    """Return the rules that a file breaks, as often as it does."""
    return [finding.rule for finding in check_accessibility(data)]


def opened(data: bytes) -> Document:
    """Return the document of a file."""
    return Document(data)
