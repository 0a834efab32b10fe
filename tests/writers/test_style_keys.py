"""No key of a style file is dead: each changes Word, PDF and HTML, or those that the schema says.

The schema is walked key by key. A key that is new here has no value to be tried with, and that is a failure:
give it one in `VALUES`, with what must stand in the style for it to matter.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace

from converter.composer import compose
from converter.model.article import Image
from converter.model.briefing import Briefing, Details
from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    ContentsBlock,
    ContentsEntry,
    Document,
    EndNote,
    Fact,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    MethodBlock,
    NotesBlock,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import TextRole, TextStyle
from converter.outliner import outline
from converter.readers import read
from converter.stylesheets.languages import load_language
from converter.stylesheets.maps import Record
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.shapes import Shape
from converter.stylesheets.sheets import ALL, Formats, Table
from converter.stylesheets.style_file import ROLES
from converter.stylesheets.styles import STYLE, load_style
from converter.writers import write
from tests.conformance.articles import EVERYTHING
from tests.sample import png, sample_document

Overrides = tuple[str, ...]

VALUES: Mapping[str, tuple[str, Overrides]] = {
    # key → a value that differs from the default, what must be said beside it
    "color.palette": ("{navy: '#0a4a1a'}", ()),
    "color.foreground": ("#400000", ()),
    "color.muted": ("#604040", ()),
    "color.primary": ("#700000", ()),
    "color.rule": ("#700000", ()),
    "color.panel": ("#ffeeee", ("box=panel",)),
    "typography.fonts": (
        "[{family: Corp, files: [SANS]}]",
        ("typography.fonts=[{family: Corp, files: [SERIF]}]", "typography.base.family=Corp"),
    ),
    "page.size": ("Letter", ()),
    "page.margins.top": ("40mm", ()),
    "page.margins.bottom": ("40mm", ()),
    "page.margins.left": ("30mm", ()),
    "page.margins.right": ("30mm", ()),
    "page.indent": ("10mm", ()),
    "page.header": ("8mm", ()),
    "page.footer": ("8mm", ()),
    "page.stationery.first": ("SHEET", ()),
    "page.stationery.following": ("SHEET", ()),
    "cover.kind": ("band", ()),
    "cover.height": ("90mm", ("cover=band",)),
    "cover.fill": ("#700000", ("cover=band",)),
    "box.kind": ("panel", ()),
    "box.fill": ("#ffeeee", ("box=panel",)),
    "box.rule.width": ("5pt", ()),
    "box.rule.color": ("#700000", ()),
    "box.padding": ("14pt", ()),
    "table.head-fill": ("#ffeeee", ()),
    "table.stripe": ("#ffeeee", ()),
    "table.padding": ("9pt", ()),
    "bullets": ("['*']", ()),
    "numbering": ("paragraphs", ()),
    "contents": ("always", ()),
    "emphasis": ("bold", ()),
    "separator": (" / ", ()),
    "date-format": ("{year}", ()),
    "labels": ("{en: {summary: Core}}", ()),
    "logo.path": ("LOGO", ("logo={path: OTHER, alt: House}",)),
    "logo.alt": ("Ministry", ("logo={path: OTHER, alt: House}",)),
    "logo.height": ("20mm", ("logo={path: OTHER, alt: House}",)),
    "handling": ("[tlp]", ()),
    "word.template": ("TEMPLATE", ()),
    "word.map": ("{heading1: Heading 2}", ("word.template=TEMPLATE",)),
    "word.embed-fonts": ("true", ()),
    "pdf.conformance": ("[ua-1]", ()),
    **{
        f"{line}.{part}": ("{source}", ())
        for line in ("header", "footer")
        for part in ("left", "center", "right")
    },
    **{
        f"first-{line}.{part}": ("{source}", (f"first-{line}.{part}=x",))
        for line in ("header", "footer")
        for part in ("left", "center", "right")
    },
    **{
        f"rules.{line}.{key}": (value, (f"rules.{line}.width=1pt",))
        for line in ("title-above", "title-below", "method", "table", "table-rows")
        for key, value in (("width", "3pt"), ("color", "#700000"))
    },
}

_KEPT = ("title", "heading2", "facts")
"""Roles beside a subtitle that hold it, whatever it says itself."""

_OPEN = ("styles.heading1.size=null", "styles.heading1.line-height=null")
"""The default style sets every heading's size; a group counts where a role says nothing."""

TYPE: Mapping[str, tuple[str, Overrides]] = {
    "family": ("", ()),
    "size": ("15pt", ()),
    "weight": ("300", ()),
    "italic": ("", ()),
    "line-height": ("2", ()),
    "color": ("#0a4a1a", ()),
}
"""Of a role or a group of roles; where nothing stands, that depends on what it is."""

_NARROW = (
    "page.size=72mm x 110mm",
    "page.margins={top: 10mm, bottom: 10mm, left: 15mm, right: 15mm}",
    "page.indent=0",
)
PARAGRAPH: Mapping[str, tuple[str, Overrides]] = {
    **TYPE,
    "edge": ("", ()),
    "align": ("center", ()),
    "space-before": ("61pt", ()),
    "space-after": ("90pt", ()),
    "indent": ("23pt", ()),
    "first-line": ("-20pt", ()),
    "flush-opening": ("true", ()),
    "tracking": ("2pt", ()),
    "capitals": ("", ()),
    "keep-with-next": ("", _NARROW),
    "hyphenate": ("", _NARROW),
}


def leaves(shape: Shape[Any], path: str = "", formats: Formats = ALL) -> Iterator[tuple[str, Formats]]:
    """Yield the path of each key that holds a value, with the formats that the schema says it changes."""
    if isinstance(shape, Table):
        for key in shape.sheet.keys.values():
            below = f"{path}.{key.name}" if path else key.name
            yield from leaves(key.shape, below, formats & key.formats)
    elif isinstance(shape, Record) and path == "styles":
        for name, (_, inner) in shape.shapes.items():
            yield from leaves(inner, f"{path}.{name}", formats)
    else:
        yield path, formats


LEAVES = dict(leaves(STYLE))
REPORTED = {path: formats for path, formats in LEAVES.items() if formats}


NUMBERS = {f"styles.{role}": number for number, role in enumerate(ROLES)}
SAMPLED = [
    path
    for place, path in enumerate(REPORTED)
    if place % 5 == 2 * NUMBERS.get(path.rpartition(".")[0], place * 3) % 5
]
"""Every key but those of roles, and of these a fifth, other keys for neighbouring roles."""


def test_all_keys_are_walked() -> None:
    assert len(LEAVES) > 400
    assert {path.split(".")[1] for path in LEAVES if path.startswith("styles.")} == set(ROLES)
    assert {path.rpartition(".")[2] for path in SAMPLED if path.startswith("styles.")} == set(PARAGRAPH)
    assert set(LEAVES) - set(REPORTED) == {"extends", "meta.name", "meta.description"}


def test_a_role_whose_words_have_places_of_their_own_has_no_keys_of_paragraphs() -> None:
    own = {path.rpartition(".")[2] for path in LEAVES if path.startswith("styles.table-cell.")}
    assert own == {*TYPE, "tracking", "capitals"}


@pytest.mark.parametrize("path", SAMPLED)
def test_a_key_changes_the_formats_that_the_schema_says(path: str, house: Mapping[str, str]) -> None:
    check(path, house)


@pytest.mark.conformance
@pytest.mark.parametrize("path", [path for path in REPORTED if path not in SAMPLED])
def test_the_other_keys_do_too(path: str, house: Mapping[str, str]) -> None:
    check(path, house)


def check(path: str, house: Mapping[str, str]) -> None:
    value, beside = tried(path)
    before = reports(_filled(beside, house))
    after = reports(_filled((*beside, f"{path}={value}"), house))
    assert {kind for kind in before if before[kind] != after[kind]} == REPORTED[path]


def tried(path: str) -> tuple[str, Overrides]:
    """Return a value for the key at `path`, and what must be said beside it."""
    group, _, key = path.rpartition(".")
    if path in VALUES:
        return VALUES[path]
    if group.startswith(("styles.", "typography.")):
        role = ROLES_OF[group]
        value, beside = PARAGRAPH[key]
        beside = (*beside, *_OPEN) if group == "typography.headings" else beside
        if path == "styles.subtitle.keep-with-next":
            beside += tuple(f"styles.{neighbour}.{key}=false" for neighbour in _KEPT)
        beside = (*beside, f"{group}.first-line=20pt") if key == "flush-opening" else beside
        # words in capitals are not broken in PDF
        beside = (*beside, f"{group}.capitals=none") if key == "hyphenate" else beside
        return value or other(key, load_style("default").text[role]), beside
    pytest.fail("give this key a value in VALUES")


ROLES_OF: Mapping[str, TextRole] = {
    "typography.base": "body",
    "typography.headings": "heading1",
    "typography.small": "method",
    "typography.monospace": "code",
    **{f"styles.{role}": role for role in ROLES},
}


def other(key: str, text: TextStyle) -> str:
    """Return a value that differs from that of `text`."""
    values = {
        "family": "Source Serif Pro" if text.family == "Source Sans Pro" else "Source Sans Pro",
        "italic": str(not text.italic).lower(),
        "edge": "margin" if text.indent else "column",
        "capitals": "none" if text.capitals == "all" else "all",
        "keep-with-next": str(not text.keep_with_next).lower(),
        "hyphenate": str(not text.hyphenate).lower(),
    }
    return values[key]


# ------------------------------------------------------------------------------------------------- reports


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return the files that values name."""
    folder = tmp_path_factory.mktemp("house")
    serif, sans = (family.faces[0].path for family in load_style("default").fonts[:2])
    (folder / "logo.png").write_bytes(png(40, 20))
    (folder / "other.png").write_bytes(png(20, 20))
    (folder / "sheet.png").write_bytes(png(210, 297))
    (folder / "corp.docx").write_bytes(write(sample_document(), load_style("government"), "docx").data)
    names = {"LOGO": "logo.png", "OTHER": "other.png", "SHEET": "sheet.png", "TEMPLATE": "corp.docx"}
    return {"SERIF": serif, "SANS": sans, **{name: str(folder / file) for name, file in names.items()}}


def _filled(overrides: Overrides, house: Mapping[str, str]) -> Overrides:
    for name, file in house.items():
        overrides = tuple(text.replace(name, file) for text in overrides)
    return overrides


@lru_cache
def reports(overrides: Overrides) -> Mapping[str, tuple[bytes, ...]]:
    """Return format → what a report and a page of every role look like in a style of one name."""
    # the label of a mark would take the words of the header
    style = load_style("default", overrides=("handling=[]", *overrides))
    composed = compose(
        _briefing(), style, load_language("en"), Details(marking="tlp:green", date="2026-05-01")
    )
    chapters = 14 if set(overrides) & set(_NARROW) else 1
    documents = (composed, every_role(composed, chapters))
    return {
        kind: tuple(write(one, style, kind).data for one in documents) for kind in ("docx", "pdf", "html")
    }


@lru_cache
def _briefing() -> Briefing:
    article = read("-", format="md", stdin=BytesIO(EVERYTHING.encode()))
    return outline(article, load_outline("default"), load_language("en"), "brief")


def every_role(composed: Document, chapters: int) -> Document:
    """Return pages in which paragraphs of every role stand, each also where a page of few lines ends."""
    contents = tuple(
        ContentsEntry(level, _words(number + level), f"h{number}")
        for number in range(chapters)
        for level in (1, 2, 3)
    )
    method = tuple(TextBlock("method", _words(number)) for number in range(2 * chapters))
    notes = tuple(EndNote(number, _words(number)) for number in range(1, 3 * chapters + 1))
    return replace(
        composed,
        blocks=(
            TitleBlock(f"Briefing {WORDS}", (Text(WORDS),), (Text(WORDS),), (Fact("source", WORDS),)),
            ContentsBlock(HeadingBlock(1, (Text("Contents"),), "contents"), contents),
            *(block for number in range(chapters) for block in _chapter(number)),
            MethodBlock(HeadingBlock(2, (Text("Method"),), "method"), method),
            NotesBlock(HeadingBlock(2, (Text("Notes"),), "notes"), notes),
        ),
    )


WORDS = "Counterrevolutionarydisestablishmentarianism notwithstanding, telecommunication deteriorated."


def _words(number: int) -> tuple[Text, ...]:
    """Return a text that is longer or shorter, so that lines and pages end in other places."""
    return (Text(f"{'A ' * (number % 7)}{WORDS} "),) * (number % 4 + 1)


def _chapter(number: int) -> Iterator[Block]:
    """Yield a block of each kind."""
    words = _words(number)
    facts = (Fact("source", WORDS), Fact("author", WORDS))
    yield TitleBlock(f"Article {WORDS}", words, words, facts, 1 if number % 2 else 0, f"t{number}")
    yield HeadingBlock(1, words, f"h{number}")
    yield TextBlock("body", (*words, Text("stressed", frozenset({"emphasis"}))))
    yield BoxBlock((ListBlock((Item(words), Item(words)), role="lead"), TextBlock("lead", words)))
    for level in (1, 2, 3):
        yield HeadingBlock(level, words, f"h{number}.{level}")
        yield TextBlock("body", words)
    for role in ("quote", "code", "comment", "empty"):
        yield TextBlock("body", words)
        yield TextBlock(role, words)
        yield TextBlock(role, words)
    yield ListBlock((Item(words), Item(words, depth=1), Item(words, number=1)))
    yield FigureBlock(Image(png(24, 12), "image/png", 24, 12), "A quay", words)
    yield TextBlock("body", words)
    head = Cell((Text("Year"),)), Cell((Text("Ships"),), "end")
    # one of few lines stands in the midst of a page, where a long one begins the next
    yield TextBlock("body", words)
    yield TitleBlock("Short", (Text("Article"),), (), (), 1, f"s{number}")
    yield TextBlock("body", words)
    row = Cell(words), Cell((Text("98"),), "end")
    yield TableBlock((head, row, row), header_rows=1, caption=words)
