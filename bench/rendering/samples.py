"""Articles of our own as reports: as our `Document`, and as typst source with the same words."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

from converter.composer import compose
from converter.model.article import Article
from converter.model.briefing import Details
from converter.model.document import (
    BoxBlock,
    ContentsBlock,
    Document,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    Reference,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Style
from converter.outliner import outline
from converter.readers.original import Original
from converter.readers.text import read_text
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline
from tests.command_cases import cases_in

GENRES = Path(__file__).parents[2] / "tests" / "cases" / "genres"
TWO_PAGES = 620
"""So many words of an article make a report of two pages."""
_SHORTEST = 6
"""Words of a sentence that is used."""
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\#$*_`<>@=-+/~[]\"'"})


def font_folders() -> list[str]:
    """Return the folders of the fonts that ours are set in, for the peer."""
    packages = (import_module(name) for name in ("font_source_serif_pro", "font_source_sans_pro"))
    return [str(Path(str(package.__file__)).parent / "files") for package in packages]


@cache
def texts() -> tuple[str, ...]:
    """Return the ten articles of the tests."""
    return tuple(
        next(block.body for block in case.blocks if block.file)
        for file in sorted(GENRES.glob("*.md"))
        for case in cases_in(file)
    )


def paragraphs(shortest: int) -> list[str]:
    """Return the paragraphs of the ten articles that have at least so many words."""
    found = (" ".join(part.split()) for text in texts() for part in text.split("\n\n"))
    return [part for part in found if len(part.split()) >= shortest and part[0].isalpha()]


def mixed(seed: int, words: int) -> str:
    """Return an article of so many words, made of the sentences of the ten articles."""
    random = Random(seed)  # noqa: S311 - the same articles in every run
    sentences = [
        part
        for text in texts()
        for part in " ".join(text.split()).split(". ")
        if len(part.split()) > _SHORTEST
    ]
    made, count = [f"Report {seed}"], 0
    while count < words:
        paragraph = ". ".join(random.choices(sentences, k=4)) + "."
        made.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(made)


def article_of(text: str) -> Article:
    """Return `text` as an article."""
    return read_text(Original(text.encode(), "article.txt"), "utf-8")


def document_of(text: str, style: Style) -> Document:
    """Return the whole report on `text`."""
    language = load_language("en")
    briefing = outline(article_of(text), load_outline("default"), language, "full")
    return compose(briefing, style, language, Details())


def typst_text(text: str) -> str:
    """Return `text` as typst source that means nothing but its words."""
    return text.translate(_SIGNS)


def typst_of(document: Document) -> str:
    """Return typst source of the same report: title, contents, headings, paragraphs, bullets and notes."""
    body = "\n\n".join(_blocks(document))
    return (
        '#set document(title: "Report")\n'
        '#set page(paper: "a4", numbering: "1 / 1", '
        "margin: (left: 62mm, right: 24mm, top: 24mm, bottom: 22mm))\n"
        '#set text(font: "Source Serif Pro", size: 10.5pt, lang: "en", hyphenate: true)\n'
        "#set par(justify: true, leading: 0.65em, spacing: 0.9em)\n"
        '#show heading: set text(font: "Source Sans Pro", weight: "semibold", fill: rgb("#12355b"))\n\n'
        + body
    )


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case BoxBlock():
                yield from _inner(block)
            case MethodBlock():
                yield f"== {_escaped(block.heading.content)}"
                yield from (_escaped(paragraph.content) for paragraph in block.paragraphs)
            case NotesBlock():
                yield f"== {_escaped(block.heading.content)}"
                yield from (
                    f"{note.number}\\. {_escaped(note.content)} <note-{note.number}>" for note in block.notes
                )
            case _:
                yield from _simple(block)


def _inner(box: BoxBlock) -> Iterator[str]:
    for block in box.blocks:
        yield from _simple(block)


def _simple(block: object) -> Iterator[str]:
    match block:
        case TitleBlock():
            yield f'#text(size: 24pt, font: "Source Sans Pro", weight: "semibold")[{_escaped(block.title)}]'
            yield " · ".join(typst_text(fact.text) for fact in block.facts)
        case ContentsBlock():
            yield f"#outline(title: [{_escaped(block.heading.content)}])"
        case HeadingBlock():
            yield f"{'=' * block.level} {_escaped(block.content)}"
        case TextBlock():
            yield _escaped(block.content)
        case ListBlock():
            yield "\n".join(f"- {_escaped(item.content)}" for item in block.items)


def _escaped(content: tuple[Inline, ...]) -> str:
    parts = []
    for inline in content:
        if isinstance(inline, Text):
            parts.append(typst_text(inline.text))
        elif isinstance(inline, Reference):
            parts.append(f"#link(<note-{inline.number}>)[#super[{inline.number}]]")
    return "".join(parts)
