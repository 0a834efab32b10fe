"""A Word file in the hands of somebody who changes its parts."""

import json
import re
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from typing import Any

from lxml import etree

from converter.pipeline.claims import compact

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_NAMESPACE}}}"
_CLAIMS, _SUMS = "customXml/item1.xml", "docProps/custom.xml"
_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
Element = Any


def run(text: str, properties: str = "") -> Element:
    """Return a run of `text`."""
    made = etree.fromstring(
        f'<w:r xmlns:w="{_NAMESPACE}"><w:rPr>{properties}</w:rPr><w:t xml:space="preserve"/></w:r>'
    )
    made[1].text = text
    return made


class WordFile:
    """The parts of a Word file.

    Attributes:
        parts: by name.
        body: `word/document.xml`.
    """

    def __init__(self, data: bytes) -> None:
        """Take its bytes."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])

    def saved(self) -> bytes:
        self.parts["word/document.xml"] = etree.tostring(self.body, encoding="UTF-8", standalone=True)
        saved = BytesIO()
        with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return saved.getvalue()

    # ---------------------------------------------------------------------------------------------- lines

    def texts_of(self, line: int) -> list[Element]:
        """Return the `w:t` of a line, which stand between the ends of its bookmark."""
        found, inside = [], False
        for element in self.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
            if element.get(f"{W}name") == f"line_{line}":
                inside, number = True, element.get(f"{W}id")
            elif inside and element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == number:
                break
            elif inside and element.tag == f"{W}t":
                found.append(element)
        return found

    def paragraph_of(self, line: int) -> Element:
        return next(self.texts_of(line)[0].iterancestors(f"{W}p"))

    def reword(self, line: int, old: str, new: str) -> None:
        texts = self.texts_of(line)
        for text in texts:
            if old in (text.text or ""):
                text.text = text.text.replace(old, new, 1)
                return
        whole = self._text_of(line)
        if old not in whole:
            raise LookupError(old)
        self._set(line, whole.replace(old, new, 1))

    def _text_of(self, line: int) -> str:
        return "".join(text.text or "" for text in self.texts_of(line))

    def _set(self, line: int, text: str) -> None:
        """Let the first run say all, as where numbers and words are in runs of their own."""
        first, *rest = self.texts_of(line)
        first.text = text
        for each in rest:
            each.text = ""

    def reword_own(self, old: str, new: str) -> None:
        """Change words of the report's own, wherever they stand first."""
        for name in ("word/document.xml", "word/endnotes.xml"):
            root = self.body if name == "word/document.xml" else etree.fromstring(self.parts[name])
            for text in root.iter(f"{W}t"):
                if text.text == old:
                    text.text = new
                    if root is not self.body:
                        self.parts[name] = etree.tostring(root)
                    return
        raise LookupError(old)

    def remove(self, line: int) -> None:
        for text in self.texts_of(line):
            each = text.getparent()
            each.getparent().remove(each)

    def add_behind(self, line: int, text: str) -> None:
        """Add words behind a line, in its paragraph."""
        self.texts_of(line)[-1].getparent().addnext(run(f" {text}"))

    def add_paragraph(self, line: int, text: str, properties: str = "", paragraph: str = "") -> None:
        """Add a paragraph behind that of a line, which looks the same."""
        model = self.paragraph_of(line)
        added = etree.Element(f"{W}p")
        if paragraph:
            added.append(etree.fromstring(f'<w:pPr xmlns:w="{_NAMESPACE}">{paragraph}</w:pPr>'))
        elif model.find(f"{W}pPr") is not None:
            added.append(deepcopy(model.find(f"{W}pPr")))
        added.append(run(text, properties))
        model.addnext(added)

    def swap(self, one: int, other: int) -> None:
        texts = self._text_of(one), self._text_of(other)
        self._set(one, texts[1])
        self._set(other, texts[0])

    # -------------------------------------------------------------------------------------- what is beside

    def renumber(self) -> tuple[int, int]:
        """Let a reference lead to the note of another; return its number, and that which it has now."""
        references = list(self.body.iter(f"{W}endnoteReference"))
        ids = [one.get(f"{W}id", "") for one in references]
        references[0].set(f"{W}id", ids[1])
        references[1].set(f"{W}id", ids[0])
        return 1, 2

    def add_running(self, text: str, kind: str) -> None:
        """Add words to the headers or footers."""
        for name in self.parts:
            if re.fullmatch(rf"word/{kind}\d*\.xml", name):
                root = etree.fromstring(self.parts[name])
                next(root.iter(f"{W}p")).append(run(text))
                self.parts[name] = etree.tostring(root)

    def retitle(self, title: str) -> None:
        """Give the file another title in its properties."""
        core = etree.fromstring(self.parts["docProps/core.xml"])
        next(core.iter("{*}title")).text = title
        self.parts["docProps/core.xml"] = etree.tostring(core)

    def add_shape(self, line: int) -> None:
        """Lay a white rectangle over a line."""
        drawing = "http://schemas.openxmlformats.org/drawingml/2006"
        shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        made = etree.fromstring(
            f'<w:r xmlns:w="{_NAMESPACE}" xmlns:a="{drawing}/main" xmlns:wps="{shape}" '
            f'xmlns:wp="{drawing}/wordprocessingDrawing"><w:drawing><wp:anchor behindDoc="0" locked="0" '
            'layoutInCell="1" allowOverlap="1" simplePos="0" relativeHeight="9"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            '<wp:extent cx="6000000" cy="400000"/><wp:wrapNone/><wp:docPr id="77" name="R"/>'
            f'<a:graphic><a:graphicData uri="{shape}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="6000000" cy="400000"/></a:xfrm>'
            '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )
        self.paragraph_of(line).append(made)

    def take_mark_out(self) -> None:
        """Take the handling mark out of headers and footers."""
        for name in self.parts:
            if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
                root = etree.fromstring(self.parts[name])
                for text in root.iter(f"{W}t"):
                    text.text = "" if "TLP" in (text.text or "") else text.text
                self.parts[name] = etree.tostring(root)

    def add_comment(self, line: int, text: str) -> None:
        """Add a comment of Word to a line."""
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{_NAMESPACE}"><w:comment w:id="0" w:author="X"><w:p><w:r><w:t>{text}</w:t>'
            "</w:r></w:p></w:comment></w:comments>"
        ).encode()
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        self._insert(_LINKS, f'<Relationship Id="c9" Type="{base}/comments" Target="comments.xml"/>')
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        self._insert(_TYPES, f'<Override PartName="/word/comments.xml" ContentType="{kind}"/>')
        mark = etree.fromstring(f'<w:r xmlns:w="{_NAMESPACE}"><w:commentReference w:id="0"/></w:r>')
        self.texts_of(line)[-1].getparent().addnext(mark)

    def _insert(self, name: str, xml: str) -> None:
        before, end = self.parts[name].rsplit(b"</", 1)
        self.parts[name] = before + xml.encode() + b"</" + end

    # --------------------------------------------------------------------------------------- what is claimed

    def change_claims(self, change: Callable[[Any], Any], *, sum_too: bool = True) -> None:
        """Change what the report claims, and the sum of it."""
        old = "".join(map(str, etree.fromstring(self.parts[_CLAIMS]).itertext()))
        data = json.loads(old)
        new = compact(change(data) or data)
        self.replace_claims(new)
        if sum_too:
            sums = self.parts[_SUMS]
            self.parts[_SUMS] = sums.replace(
                sha256(old.encode()).hexdigest().encode(), sha256(new).hexdigest().encode()
            )

    def replace_claims(self, claims: bytes) -> None:
        """Put other claims in place of those that it has; what XML forbids is left out."""
        root = etree.fromstring(self.parts[_CLAIMS])
        root[:] = []
        root.text = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", claims.decode())
        self.parts[_CLAIMS] = etree.tostring(root)

    def replace_article(self, data: bytes) -> None:
        name = next(name for name in self.parts if name.startswith("briefing/article"))
        self.parts[name] = data

    # ---------------------------------------------------------------------------------------- where it stands

    def places(self, words: str) -> set[str]:
        """Return the numbers of the paragraphs that hold `words`, those of notes behind those of the body."""
        return {
            str(number) for number, text in enumerate(self._paragraphs(), 1) if _bare(words) in _bare(text)
        }

    def _paragraphs(self) -> list[str]:
        roots: Sequence[Element] = [self.body]
        if "word/endnotes.xml" in self.parts:
            notes = etree.fromstring(self.parts["word/endnotes.xml"])
            by_id = {note.get(f"{W}id"): note for note in notes if not note.get(f"{W}type")}
            order = [one.get(f"{W}id") for one in self.body.iter(f"{W}endnoteReference")]
            roots = [self.body, *(by_id[one] for one in order if one in by_id)]
        return [
            "".join(text.text or "" for text in paragraph.iter(f"{W}t", f"{W}delText"))
            for root in roots
            for paragraph in root.iter(f"{W}p")
        ]


def _bare(text: str) -> str:
    return "".join(text.split())
