"""The section: paper, margins, headers and footers (ECMA-376 17.6)."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from converter.model.document import Document, RunningLine, TitleBlock
from converter.model.style import HandlingMark, Length, Page, RunningKind, Style, Underlay
from converter.writers.docx.cover import cover_xml
from converter.writers.docx.drawing import Drawing, Media
from converter.writers.docx.header_footer import Opening, running_xml
from converter.writers.docx.look import Look
from converter.writers.docx.package import Part, Relationships, xml_part
from converter.writers.docx.runs import Runs
from converter.writers.docx.survey import Survey
from converter.writers.pictures import media_type

_Pages = Literal["default", "first"]


class Section(Struct):
    """The one section of a document, with the parts that its headers and footers are.

    Attributes:
        document: whose section it is.
        look: of the document.
        found: by the survey of the document.
        main: relationships of the main document.
        media: of the document.
    """

    document: Document
    look: Look
    found: Survey
    main: Relationships
    media: Media

    def xml(self, parts: list[Part]) -> str:
        """Return `w:sectPr` (ECMA-376 17.6.17) and add the parts it refers to."""
        references = "".join([self._reference(kind, pages, parts) for kind, pages in self._running()])
        first = "<w:titlePg/>" if self._first_differs else ""
        bidi = "<w:bidi/>" if self.look.direction == "rtl" else ""
        page = _page(self.look.style.page, self.document.mark)
        return (
            f'<w:sectPr>{references}<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
            f'{page}<w:cols w:space="720"/>{first}{bidi}</w:sectPr>'
        )

    @property
    def _first_differs(self) -> bool:
        lines, style = (self.document.first_header, self.document.first_footer), self.look.style
        grounds = style.cover.kind != "none" or _under(style, "first") is not _under(style, "default")
        return grounds or self.look.logo is not None or lines != (None, None)

    def _stationery(self, pages: _Pages, relationships: Relationships) -> str:
        """Return the run that anchors what lies under these pages; empty: none."""
        style = self.look.style
        underlay = _under(style, pages)
        if underlay is None:
            return ""
        data = underlay.draw()
        picture = self.media.add(relationships, data, media_type(data))
        return Drawing(picture, self.media.number(), style.page.width, style.page.height).behind_xml()

    def _ground(self, relationships: Relationships) -> str:
        title = self.document.blocks[0]
        if not isinstance(title, TitleBlock):
            return ""
        return cover_xml(title, self.look, self.media, relationships)

    def _logo(self, relationships: Relationships) -> str:
        """Return the run with the logo, for the first page's header; empty: none."""
        logo = self.look.logo
        if logo is None:
            return ""
        picture = self.media.add(relationships, logo.data, logo.media_type)
        return Drawing(picture, self.media.number(), logo.width, logo.height, logo.alternative).inline_xml()

    def _running(self) -> Iterator[tuple[RunningKind, _Pages]]:
        kinds: tuple[RunningKind, RunningKind] = ("header", "footer")
        for kind in kinds:
            yield kind, "default"
            if self._first_differs:
                yield kind, "first"

    def _line(self, kind: RunningKind, pages: _Pages) -> RunningLine:
        document = self.document
        first, all_ = (
            (document.first_header, document.header)
            if kind == "header"
            else (document.first_footer, document.footer)
        )
        return first if pages == "first" and first is not None else all_

    def _reference(self, kind: RunningKind, pages: _Pages, parts: list[Part]) -> str:
        """Return `w:headerReference` or `w:footerReference`, and add its part with what that refers to."""
        relationships = Relationships()
        runs = Runs(relationships, self.found.bookmarks, pages=self.found.pages)
        ground = self._stationery(pages, relationships) if kind == "header" else ""
        opening = Opening(ground, on_cover=pages == "first")
        if (kind, pages) == ("header", "first"):
            ground += self._ground(relationships)
            opening = Opening(ground, self._logo(relationships), on_cover=True)
        file = f"{kind}{1 if pages == 'default' else 2}.xml"
        xml = running_xml(kind, self._line(kind, pages), self.look, runs, opening, self.document.mark)
        parts.append(xml_part(f"word/{file}", xml))
        parts.extend(relationships.parts(f"word/{file}"))
        return f'<w:{kind}Reference w:type="{pages}" r:id="{self.main.add(kind, file)}"/>'


def _under(style: Style, pages: _Pages) -> Underlay | None:
    if style.stationery is None:
        return None
    return style.stationery.first if pages == "first" else style.stationery.following


def _page(page: Page, mark: HandlingMark | None) -> str:
    """Return `w:pgSz` and `w:pgMar`; in Word, the label of a mark is the header's first line."""
    header, footer = (
        Length(distance - mark.strip) if mark and line in mark.lines else distance
        for line, distance in (("header", page.header), ("footer", page.footer))
    )
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    margins = "".join(
        f' w:{name}="{length.twips}"'
        for name, length in (
            ("top", page.top),
            ("right", page.right),
            ("bottom", page.bottom),
            ("left", page.left),
            ("header", header),
            ("footer", footer),
        )
    )
    paper = f'<w:pgSz w:w="{page.width.twips}" w:h="{page.height.twips}"{orient}/>'
    return f'{paper}<w:pgMar{margins} w:gutter="0"/>'
