"""What a screen reader gets from a PDF: its tags in order, with their text; read with pikepdf."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, cast

import pikepdf
from msgspec import Struct, field


class Tag(Struct):
    """A structure element with what is in it: texts, links as `→ target`, and further tags, in order."""

    name: str
    alternative: str = ""
    language: str = ""
    content: list["Tag | str"] = field(default_factory=list)

    def text(self) -> str:
        """Return all text below, soft hyphens taken out, as a reader that knows them does."""
        parts = [part if isinstance(part, str) else part.text() for part in self.content]
        return "".join(part for part in parts if not part.startswith("→")).replace("\u00ad", "")

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Draw the tree, a line for each tag and text."""
        about = "".join(
            f" {name}={value!r}"
            for name, value in (("alt", self.alternative), ("lang", self.language))
            if value
        )
        yield "  " * depth + self.name + about
        for part in self.content:
            if isinstance(part, Tag):
                yield from part.lines(depth + 1)
            else:
                yield "  " * (depth + 1) + (part if part.startswith("→") else repr(part))

    def all(self, *names: str) -> list["Tag"]:
        """Return the tags of these names below, in order."""
        found = []
        for part in self.content:
            if isinstance(part, Tag):
                found += [part] if part.name in names else []
                found += part.all(*names)
        return found


def read_tags(data: bytes) -> Tag:
    """Return the root of the structure of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {page.objgen: _marked_texts(page) for page in pdf.pages}
        return _tag(pdf.Root.StructTreeRoot.K, texts, None)


def artifact_text(data: bytes, page_index: int) -> str:
    """Return the text of a page that is outside the structure, such as header and footer."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _marked_texts(pdf.pages[page_index]).get(None, "")


def _tag(element: Any, texts: Mapping[Any, Mapping[int | None, str]], page: Any) -> Tag:  # noqa: ANN401 - pikepdf's
    page = element.get("/Pg", page)
    tag = Tag(str(element.S)[1:], str(element.get("/Alt", "")), str(element.get("/Lang", "")))
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            tag.content.append(texts[page.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            tag.content.append(texts[kid.Pg.objgen][int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            tag.content.append(f"→ {kid.Obj.A.URI if '/A' in kid.Obj else '#' + str(kid.Obj.Dest)}")
        else:
            tag.content.append(_tag(kid, texts, page))
    return tag


def _marked_texts(page: pikepdf.Page) -> dict[int | None, str]:
    """Return the text of each marked-content sequence by its number, that of artifacts by `None`."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int | None, str] = {}
    open_sequences: list[tuple[int | None, str | None]] = []
    font: dict[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = cast("Any", instruction.operands), str(instruction.operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if name == "BDC" else {}
            actual = properties.get("/ActualText")
            open_sequences.append((properties.get("/MCID"), None if actual is None else str(actual)))
            texts.setdefault(open_sequences[-1][0], "")
            if actual is not None:
                texts[open_sequences[-1][0]] += str(actual)
        elif name == "EMC":
            open_sequences.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name == "TJ":
            assert len(open_sequences) == 1, "text outside of marked content, or content inside content"
            number, actual = open_sequences[-1]
            if actual is None:
                texts[number] += "".join(
                    _decoded(bytes(part), font) for part in operands[0] if isinstance(part, pikepdf.String)
                )
    assert not open_sequences
    return texts


def _decoded(codes: bytes, font: dict[str, str]) -> str:
    return "".join(font[codes[at : at + 2].hex()] for at in range(0, len(codes), 2))


def _to_unicode(font: pikepdf.Object) -> dict[str, str]:
    """Return the map from two-byte codes to text (ISO 32000-1 9.10.3)."""
    pairs = re.findall(rb"<([0-9a-f]{4})><([0-9a-f]+)>", font.ToUnicode.read_bytes())
    return {
        code.decode(): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in pairs
        if len(text) != 4 or code != b"0000"
    }
