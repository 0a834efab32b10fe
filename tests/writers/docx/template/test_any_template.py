"""Whatever a template looks like, the whole report is in what comes out, once, and nothing breaks."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, field
from msgspec.structs import replace

from converter.model.document import Document
from converter.writers.docx import write_docx
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened
from tests.writers.docx.template.houses import add, control, paragraph, run, save, table

NAMES = st.sampled_from(
    ["title", "date", "body", "summary", "background", "method", "nothing", "summary-heading"]
)
ONCE = ("ships came back.", "Nobody believed it.", "by night", "1,204", "harbour master.", "of 9 sentences")
"""Words of the report from each of its sections, and of the method."""


class Builder(Struct):
    """Turns what was drawn into mark-up; bookmarks are numbered as they come."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def inline(self, drawn: object) -> str:
        match drawn:
            case ("text", str(text)):
                return run(text)
            case ("placeholder", str(name)):
                return run("{{") + run(f"{name}}}}}")
            case ("control", str(name), list(inner)):
                return control(f"brief:{name}", "".join(map(self.inline, inner)))
            case ("bookmark", str(name), list(inner)):
                return self.bookmark(name, "".join(map(self.inline, inner)))
        raise AssertionError(drawn)

    def block(self, drawn: object) -> str:
        match drawn:
            case ("paragraph", list(inner)):
                return paragraph("".join(map(self.inline, inner)))
            case ("control-block", str(name), list(inner)):
                return control(f"brief:{name}", "".join(map(self.block, inner)))
            case ("bookmark-block", str(name), list(inner)):
                return self.bookmark(name, "".join(map(self.block, inner)))
            case ("table", list(inner)):
                return table("".join(map(self.block, inner)) + "<w:p/>")
        raise AssertionError(drawn)

    def bookmark(self, name: str, inner: str) -> str:
        number = next(self.numbers)
        start = f'<w:bookmarkStart w:id="{number}" w:name="brief_{name.replace("-", "_")}"/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'


INLINE = st.recursive(
    st.tuples(st.just("text"), st.sampled_from(["theirs ", " ", "{{", "x"]))
    | st.tuples(st.just("placeholder"), NAMES),
    lambda inner: st.tuples(st.sampled_from(["control", "bookmark"]), NAMES, st.lists(inner, max_size=3)),
    max_leaves=6,
)
BLOCK = st.recursive(
    st.tuples(st.just("paragraph"), st.lists(INLINE, max_size=3)),
    lambda inner: (
        st.tuples(
            st.sampled_from(["control-block", "bookmark-block"]),
            NAMES,
            st.lists(inner, min_size=1, max_size=3),
        )
        | st.tuples(st.just("table"), st.lists(inner, max_size=2))
    ),
    max_leaves=5,
)


def report() -> Document:
    return replace(sample_document(), fields={"title": "A title", "date": "A date"})


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCK, max_size=4))
def test_every_word_of_the_report_is_there_once(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[object]
) -> None:
    builder, made = Builder(), docx.Document()
    add(made, *map(builder.block, drawn))
    path = save(made, tmp_path_factory.mktemp("any") / "any.docx")
    written = write_docx(report(), replace(sample_style(), word={"template": str(path)}))
    opened = Opened(written.data)
    words = "".join(opened.values("//w:body//w:t/text()"))
    for once in ONCE:
        assert words.count(once) == 1, once
    starts, ends = opened.values("//w:bookmarkStart/@w:id"), opened.values("//w:bookmarkEnd/@w:id")
    assert len(starts) == len(set(starts))
    assert set(ends) >= set(starts)
    assert opened.find("//w:body/*[last()][self::w:sectPr]")
    assert docx.Document(BytesIO(written.data)).paragraphs
