"""A PDF in the hands of somebody who changes it.

Fonts hold only the letters that were used. So what an editor of PDFs would do to the words is done to the
document, which is written anew and takes along what the first one claimed; what lies beside the words is
changed in the file itself.
"""

import json
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
from msgspec.structs import replace

from converter.model.document import (
    BoxBlock,
    Document,
    Inline,
    Reference,
    RunningLine,
    Text,
    TextBlock,
)
from converter.model.style import Style
from converter.pipeline.claims import compact
from converter.writers import write
from tests.verifier.visible.making import font

from .documents import Content, inlines, mapped

_CLAIMS = "provenance.json"


class PdfFile:
    """A PDF, and the document that it shows.

    Attributes:
        document: to be changed by its words.
        later: changes to the file itself.
    """

    def __init__(self, document: Document, style: Style) -> None:
        """Take the document that it shows, and its look."""
        self.document, self._style = document, style
        self.later: list[Callable[[pikepdf.Pdf], None]] = []

    def saved(self) -> bytes:
        data = write(self.document, self._style, "pdf").data
        if not self.later:
            return data
        with pikepdf.open(BytesIO(data)) as pdf:
            for change in self.later:
                change(pdf)
            saved = BytesIO()
            pdf.save(saved)
        return saved.getvalue()

    # ---------------------------------------------------------------------------------------------- lines

    def _change(self, change: Callable[[Content], Content]) -> None:
        self.document = replace(self.document, blocks=mapped(self.document.blocks, change))

    def _change_texts(self, change: Callable[[Text], str | None]) -> None:
        def changed(content: Content) -> Content:
            found: list[Inline] = []
            for inline in content:
                text = change(inline) if isinstance(inline, Text) else None
                if text is None or not isinstance(inline, Text):
                    found.append(inline)
                elif text:
                    found.append(replace(inline, text=text))
            return tuple(found)

        self._change(changed)

    def reword(self, line: int, old: str, new: str) -> None:
        done: list[bool] = []

        def change(text: Text) -> str | None:
            if done or text.record != line or old not in text.text:
                return None
            done.append(True)
            return text.text.replace(old, new, 1)

        self._change_texts(change)
        if not done:
            raise LookupError(old)

    def reword_own(self, old: str, new: str) -> None:
        done: list[bool] = []

        def change(text: Text) -> str | None:
            if done or text.record is not None or text.text != old:
                return None
            done.append(True)
            return new

        self._change_texts(change)
        if not done:
            raise LookupError(old)

    def remove(self, line: int) -> None:
        self._change_texts(lambda text: "" if text.record == line else None)

    def add_behind(self, line: int, text: str) -> None:
        def change(content: Content) -> Content:
            last = max((i for i, one in enumerate(content) if _is_of(one, line)), default=None)
            if last is None:
                return content
            return (*content[: last + 1], Text(f" {text}"), *content[last + 1 :])

        self._change(change)

    def add_paragraph(self, line: int, text: str) -> None:
        added = TextBlock("body", (Text(text),))

        def put(blocks: tuple[Any, ...]) -> tuple[Any, ...]:
            found: list[Any] = []
            for block in blocks:
                if isinstance(block, BoxBlock):
                    found.append(replace(block, blocks=put(block.blocks)))
                    continue
                found.append(block)
                if any(_is_of(inline, line) for inline in inlines(block)):
                    found.append(added)
            return tuple(found)

        self.document = replace(self.document, blocks=put(self.document.blocks))

    def swap(self, one: int, other: int) -> None:
        texts = {
            inline.record: inline.text for inline in inlines(self.document.blocks) if isinstance(inline, Text)
        }
        exchanged = {one: texts[other], other: texts[one]}
        self._change_texts(lambda text: None if text.record is None else exchanged.get(text.record))

    def renumber(self) -> tuple[int, int]:
        exchanged = {1: 2, 2: 1}

        def change(content: Content) -> Content:
            return tuple(
                replace(one, number=exchanged.get(one.number, one.number))
                if isinstance(one, Reference)
                else one
                for one in content
            )

        self._change(change)
        return 1, 2

    def add_running(self, text: str, kind: str) -> None:
        line: RunningLine = getattr(self.document, kind)
        # a long title leaves no room for what stands behind it
        added = replace(line, left=(Text(f"{text} "), *line.left))
        self.document = replace(self.document, **{kind: added, f"first_{kind}": None})

    def take_mark_out(self) -> None:
        """Take the handling mark out of headers and footers."""
        names = ("header", "footer", "first_header", "first_footer")
        without = {
            name: mapped(
                getattr(self.document, name),
                lambda content: tuple(
                    one for one in content if not (isinstance(one, Text) and "TLP" in one.text)
                ),
            )
            for name in names
        }
        self.document = replace(self.document, mark=None, **without)

    # ------------------------------------------------------------------------------------ the file itself

    def draw(self, code: str, *, before: bool = False, fit: bool = True) -> None:
        """Draw on the first page, over all that is there or `before`; `fit`: its font is at hand."""

        def change(pdf: pikepdf.Pdf) -> None:
            page = pdf.pages[0]
            if fit:
                page.Resources.Font.Helv = pdf.make_indirect(font())
            page.contents_add(pdf.make_stream(f"\nq {code} Q\n".encode("latin-1")), prepend=before)

        self.later.append(change)

    def annotate(self, text: str, box: tuple[float, ...]) -> None:
        """Lay a note with words of its own over what stands there."""

        def change(pdf: pikepdf.Pdf) -> None:
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.FreeText,
                Rect=list(box),
                Contents=text,
                DA="/Helv 10 Tf",
                F=4,
            )
            page = pdf.pages[0]
            page.Annots = pikepdf.Array([*page.get("/Annots", []), pdf.make_indirect(note)])

        self.later.append(change)

    def exchange(self, random: Random) -> None:
        """Exchange the operands of two operators that show text in the body of the first page."""

        def change(operators: list[Any], shows: list[int]) -> None:
            one = random.choice(shows)
            others = [at for at in shows if _shown(operators[at]) != _shown(operators[one])]
            other = random.choice(others)
            operators[one], operators[other] = operators[other], operators[one]

        self._change_operators(change)

    def take_out(self, random: Random) -> None:
        """Take out an operator that shows text in the body of the first page."""

        def change(operators: list[Any], shows: list[int]) -> None:
            del operators[random.choice(shows)]

        self._change_operators(change)

    def _change_operators(self, change: Callable[[list[Any], list[int]], None]) -> None:
        def changed(pdf: pikepdf.Pdf) -> None:
            page = pdf.pages[0]
            operators: list[Any] = list(pikepdf.parse_content_stream(page))
            shows = [at for at, (operands, operator) in enumerate(operators) if _shows(operands, operator)]
            if len(shows) > 1:
                change(operators, shows)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operators))

        self.later.append(changed)

    def retitle(self, title: str) -> None:
        """Give the file another title in its properties."""

        def change(pdf: pikepdf.Pdf) -> None:
            with pdf.open_metadata() as metadata:
                metadata["dc:title"] = title

        self.later.append(change)

    def change_claims(self, change: Callable[[Any], Any], *, sum_too: bool = True) -> None:
        """Change what the report claims, and the sum of it."""

        def changed(pdf: pikepdf.Pdf) -> None:
            old = pdf.attachments[_CLAIMS].get_file().read_bytes()
            data = json.loads(old)
            new = compact(change(data) or data)
            _replace_file(pdf, _CLAIMS, new)
            if sum_too:
                metadata = pdf.Root.Metadata.read_bytes()
                sums = sha256(old).hexdigest().encode(), sha256(new).hexdigest().encode()
                pdf.Root.Metadata.write(metadata.replace(*sums))

        self.later.append(changed)

    def replace_article(self, data: bytes) -> None:
        self.later.append(
            lambda pdf: _replace_file(pdf, next(n for n in pdf.attachments if n != _CLAIMS), data)
        )


def _replace_file(pdf: pikepdf.Pdf, name: str, data: bytes) -> None:
    pdf.attachments[name].obj.EF.F.write(data)


def _shown(operator: Any) -> bytes:  # noqa: ANN401
    return b"".join(bytes(one) for one in operator[0][0] if isinstance(one, pikepdf.String))


def _shows(operands: Any, operator: pikepdf.Operator) -> bool:  # noqa: ANN401
    """Tell whether an operator shows more than a sign or a space: two bytes are one glyph."""
    return str(operator) == "TJ" and len(_shown((operands,))) > 6


def _is_of(inline: object, line: int) -> bool:
    return isinstance(inline, Text) and inline.record == line
