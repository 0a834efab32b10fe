"""Pictures: DrawingML as Word 2007 knows it (ECMA-376 20.4), in the line or behind the page."""

from typing import NamedTuple

from msgspec import Struct, field

from converter.model.style import Length
from converter.writers.docx.markup import ADEC, PIC, escape
from converter.writers.docx.package import Part, Relationships, media_part

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    f'<adec:decorative xmlns:adec="{ADEC}" val="1"/></a:ext></a:extLst>'
)
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}


class Media(Struct):
    """The pictures of one document; each is stored once, and every drawing has its own number.

    Attributes:
        name: of their parts, followed by a number.
        drawings: the number of the last drawing.
        parts: picture → its part.
    """

    name: str = "image"
    drawings: int = 0
    parts: dict[bytes, Part] = field(default_factory=dict)

    def add(self, relationships: Relationships, data: bytes, media_type: str) -> str:
        """Return the id of the relationship of a part to this picture."""
        if data not in self.parts:
            name = f"word/media/{self.name}{len(self.parts) + 1}.{_SUFFIXES[media_type]}"
            self.parts[data] = media_part(name, data)
        return relationships.add("image", self.parts[data].name.removeprefix("word/"))

    def number(self) -> int:
        """Return the next drawing's number, from 1."""
        self.drawings += 1
        return self.drawings


class Drawing(NamedTuple):
    """A picture on the page.

    Attributes:
        relationship: id of its picture.
        number: unique in the document.
        width: as shown.
        height: as shown.
        alternative: text for those who do not see it; empty where nobody has given one.
    """

    relationship: str
    number: int
    width: Length
    height: Length
    alternative: str = ""

    def inline_xml(self) -> str:
        """Return a run with the picture in the line (ECMA-376 20.4.2.8)."""
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{self._extent}'
            f"{self._content()}</wp:inline></w:drawing></w:r>"
        )

    def behind_xml(self, level: int = 0) -> str:
        """Return a run with the picture behind the text, in the page's upper left corner (20.4.2.3).

        It is a ground, and says so to those who do not see it; of a picture of the article nobody knows.
        Of two, that of the higher level lies on top.
        """
        position = '<wp:position{0} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{0}>'
        return (
            '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{level}" behindDoc="1" locked="1" layoutInCell="0" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            f"{position.format('H')}{position.format('V')}{self._extent}<wp:wrapNone/>{self._content(_DECORATIVE)}"
            "</wp:anchor></w:drawing></w:r>"
        )

    @property
    def _size(self) -> str:
        return f'cx="{self.width.emu}" cy="{self.height.emu}"'

    @property
    def _extent(self) -> str:
        return f'<wp:extent {self._size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'

    def _content(self, said_of_it: str = "") -> str:
        name = f'id="{self.number}" name="Picture {self.number}" descr="{escape(self.alternative)}"'
        return (
            f"<wp:docPr {name}>{said_of_it}</wp:docPr>"
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{self.relationship}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {self._size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )
