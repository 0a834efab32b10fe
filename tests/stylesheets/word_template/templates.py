"""Word templates made for a test, part by part."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from msgspec import Struct, field

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_RELATIONSHIPS}" xmlns:a="{_DRAWING}/main"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:pic="{_DRAWING}/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "document": f"{_WORD}.template.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
LETTER = '<w:pgSz w:w="12240" w:h="15840"/>'
MARGINS = (
    '<w:pgMar w:top="1701" w:right="1134" w:bottom="1134" w:left="1417" w:header="567" w:footer="454"'
    ' w:gutter="0"/>'
)
PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def style(name: str, paragraph: str = "", run: str = "", *, based_on: str = "", usual: bool = False) -> str:
    """Return a paragraph style; its id is none of Word's."""
    parent = f'<w:basedOn w:val="{_id(based_on)}"/>' if based_on else ""
    default = ' w:default="1"' if usual else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{_id(name)}"{default}><w:name w:val="{name}"/>{parent}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _id(name: str) -> str:
    return "x" + name.title().replace(" ", "")


def paragraph(content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def words(text: str, properties: str = "") -> str:
    """Return a run; a tab in `text` is one of Word's."""
    texts = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{texts}</w:r>"


def field_of(instruction: str, result: str = "7") -> str:
    """Return a field as Word writes it, in several runs."""
    half = len(instruction) // 2
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    instructions = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    return f"{marks[0]}{instructions}{marks[1]}{words(result)}{marks[2]}"


def picture(id_: str = "rId9", words: str = "House", height_pt: float = 30) -> str:
    """Return a run with a picture."""
    wide, high = round(height_pt * 25_400), round(height_pt * 12_700)
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="1" name="p" descr="{words}"/><a:graphic><a:graphicData uri="{_DRAWING}/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{id_}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def theme(major: str, minor: str, **colors: str) -> str:
    """Return a theme; `colors` are those of its slots, such as `accent1`."""
    slots = "".join(f'<a:{slot}><a:srgbClr val="{digits}"/></a:{slot}>' for slot, digits in colors.items())
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Arab" typeface="Sakkal Majalla"/></a:{kind}>'
        for kind, name in (("majorFont", major), ("minorFont", minor))
    )
    return (
        f'<a:theme {NAMESPACES} name="House"><a:themeElements><a:clrScheme name="House">{slots}</a:clrScheme>'
        f'<a:fontScheme name="House">{fonts}</a:fontScheme></a:themeElements></a:theme>'
    )


class Template(Struct, frozen=True):
    """A template.

    Attributes:
        styles: its styles.
        defaults: content of `w:docDefaults`.
        section: content of the last `w:sectPr`, behind the references to headers and footers.
        running: `first header`, `default footer` and so on → its content.
        body: what stands before the last `w:sectPr`.
        theme: the theme's part; empty: there is none.
        settings: content of the settings.
        fonts: name → kind in the table of fonts.
        pictures: name of a part in `word/media` → its bytes; the first header knows them as rId9, rId10, …
        properties: title of the core properties, and the company.
    """

    styles: str = ""
    defaults: str = ""
    section: str = A4 + MARGINS
    running: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    theme: str = ""
    settings: str = ""
    fonts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    properties: tuple[str, str] = ("", "")

    def saved(self, folder: Path, name: str = "corp.dotx") -> str:
        """Write the file and return its path."""
        path = folder / name
        with ZipFile(path, "w") as archive:
            for part, data in self._parts().items():
                archive.writestr(part, data)
        return str(path)

    def _parts(self) -> dict[str, bytes]:
        references, running = "", {}
        for number, (key, content) in enumerate(self.running.items(), start=1):
            page, kind = key.split()
            root = {"header": "hdr", "footer": "ftr"}[kind]
            running[f"{kind}{number}"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
            references += f'<w:{kind}Reference w:type="{page}" r:id="rIdR{number}"/>'
        fonts = "".join(
            f'<w:font w:name="{name}"><w:family w:val="{kind}"/></w:font>'
            for name, kind in self.fonts.items()
        )
        xml = {
            "document": f"<w:document {NAMESPACES}><w:body>{self.body}<w:sectPr>{references}{self.section}"
            "</w:sectPr></w:body></w:document>",
            "styles": f"<w:styles {NAMESPACES}><w:docDefaults>{self.defaults}</w:docDefaults>{self.styles}"
            "</w:styles>",
            "settings": f"<w:settings {NAMESPACES}>{self.settings}</w:settings>",
            "fontTable": f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>",
            **({"theme": self.theme} if self.theme else {}),
            **running,
        }
        pictures = [f"rId{number}=image=media/{name}" for number, name in enumerate(self.pictures, start=9)]
        beside = [
            f"rIdR{number}={name.rstrip('0123456789')}={name}.xml" for number, name in enumerate(running, 1)
        ]
        others = [
            f"rIdP{name}={name}={name}.xml" for name in xml if name not in running and name != "document"
        ]
        title, company = self.properties
        texts = {
            "[Content_Types].xml": _content_types(xml),
            "_rels/.rels": _relations(
                "rId1=officeDocument=word/document.xml",
                "rId2=core-properties=docProps/core.xml",
                "rId3=extended-properties=docProps/app.xml",
            ),
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
            f'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
            "</cp:coreProperties>",
            "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'extended-properties"><Company>{company}</Company></Properties>',
            "word/_rels/document.xml.rels": _relations(*beside, *others, *pictures),
            **{f"word/_rels/{name}.xml.rels": _relations(*pictures) for name in running},
            **{f"word/{name}.xml": text for name, text in xml.items()},
        }
        media = {f"word/media/{name}": data for name, data in self.pictures.items()}
        return {name: text.encode() for name, text in texts.items()} | media


def _content_types(parts: Mapping[str, str]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/content-types"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    app = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    named = {f"word/{name}.xml": _TYPES[name.rstrip("0123456789")] for name in parts}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in {**named, "docProps/core.xml": core, "docProps/app.xml": app}.items()
    )
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "emf": "image/x-emf",
    }
    usual = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items())
    return f'<Types xmlns="{package}">{usual}{overrides}</Types>'


def _relations(*relations: str) -> str:
    kinds = {"core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata"}
    entries = "".join(
        f'<Relationship Id="{id_}" Type="{kinds.get(kind, _RELATIONSHIPS)}/{kind}" Target="{target}"/>'
        for id_, kind, target in (relation.split("=") for relation in relations)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
