"""Briefing files, read against the article that they were made from."""

from functools import cache

from converter.briefing_file import dump, is_briefing_file, parse, restore
from converter.composer import compose
from converter.errors import ConverterError
from converter.model.article import Article
from converter.model.briefing import Briefing, Details
from converter.model.language import Language
from converter.model.outline import Outline
from converter.outliner import outline
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.styles import load_style
from tests.conformance.articles import EVERYTHING
from tests.fuzz.target import Target
from tests.fuzz.targets.style import SYNTAX
from tests.readers.reading import from_markdown


@cache
def _known() -> tuple[Article, Outline, Language]:
    return from_markdown(EVERYTHING), load_outline("default"), load_language("en")


def _run(data: bytes) -> None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    is_briefing_file(text)
    article, wanted, language = _known()
    file = parse(text, "a.briefing.yaml")
    briefing = restore(file, article, wanted, language)
    compose(briefing, load_style("default"), language, file.details)
    _check_again(dump(briefing, language, file.details), briefing)


def _check_again(text: str, briefing: Briefing) -> None:
    """Assert that what was read can be written, and says the same when it is read again."""
    article, wanted, language = _known()
    try:
        again = restore(parse(text, "again.yaml"), article, wanted, language)
    except ConverterError as error:
        raise AssertionError(str(error)) from error
    assert [one.lines for one in again.sections] == [one.lines for one in briefing.sections]


def _seeds() -> list[bytes]:
    article, wanted, language = _known()
    texts = [
        dump(outline(article, wanted, language, length), language, Details(author="Ada", date="2026-03-14"))
        for length in ("brief", "full")
    ]
    first = texts[0]
    edited = first.replace("    lines:\n", '    lines:\n      - note: "My own"\n        by: Bob\n', 1)
    cut = first.replace("on Monday", "[…]", 1).replace("by a third", "by a *fifth*", 1)
    return [text.encode() for text in (*texts, edited, cut, "briefing: 1\n", "briefing: 2\nsource: {}\n")]


TARGET = Target(
    "briefing",
    _run,
    _seeds,
    (
        *(b"briefing: 1\n", b"source: ", b"sha256: ", b"sections:\n", b"lines:\n", b"- p1s1: ", b"- p4\n", b"note: ", b"by: "),
        *(b"title: ", b"[\xe2\x80\xa6]", b"[...]", b">-\n", b"left:\n", b"- p1s1-2\n", b"- p99s1\n", b"marking: TLP:RED\n", *SYNTAX),
    ),
    largest=30_000,
)  # fmt: skip
