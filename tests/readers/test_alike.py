"""The same words in other formats are the same article: what was chosen for a report hangs on no format."""

from html import escape
from textwrap import fill
from xml.sax.saxutils import escape as escape_xml

from hypothesis import given
from hypothesis import strategies as st

from converter.model.article import Article
from converter.outliner.sentences import sentences_of
from converter.readers.markdown import read_markdown
from converter.readers.original import Original
from converter.readers.text import read_text
from tests.ooxml.making import p
from tests.outliner.making import ENGLISH
from tests.readers.docx.making import from_docx
from tests.readers.html.making import bare
from tests.readers.reading import from_markdown, from_text

SUBJECTS = ("The port of Lund", "Ada Example", "Every ferry", "Dr. Ito of the U.N.", "A toll of 3.5 euros")
DEEDS = (
    "opened on Monday",
    "was (as some say) “a mistake”",
    "cost 1,204 crowns",
    "will stay & grow",
    "fell < 5 %",
)
ENDS = (".", "!", "?", ", e.g. at night.", ": nobody knew why.")

SENTENCES = st.tuples(*map(st.sampled_from, (SUBJECTS, DEEDS, ENDS))).map(
    lambda part: f"{part[0]} {part[1]}{part[2]}"
)
# What ends otherwise than with a full stop may be a headline where nothing marks one.
PARAGRAPH = st.lists(SENTENCES, min_size=2, max_size=4).map(
    lambda said: " ".join([*said, "The rest is known."])
)
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=5)

READINGS = {"a.txt": read_text, "a.md": read_markdown}


def told(article: Article) -> list[str]:
    """Return the sentences of an article."""
    return [article.slice(sentence.span) for sentence in sentences_of(article, ENGLISH)]


@given(PARAGRAPHS)
def test_the_same_words_have_the_same_sentences_in_every_format(paragraphs: list[str]) -> None:
    wanted = told(from_text("\n\n".join(paragraphs)))
    assert " ".join(wanted) == " ".join(paragraphs)
    assert told(from_markdown("\n\n".join(paragraphs))) == wanted
    assert told(bare("".join(f"<p>{escape(one)}</p>" for one in paragraphs))) == wanted
    assert told(from_docx("".join(p(escape_xml(one)) for one in paragraphs))) == wanted


@given(PARAGRAPHS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_encoding_and_line_ends_change_nothing(paragraphs: list[str], encoding: str, end: str) -> None:
    text = "\n\n".join(paragraphs)
    data = text.replace("\n", end).encode(encoding)
    for name, reading in READINGS.items():
        assert reading(Original(data, name), "").text == reading(Original(text.encode(), name), "").text


@given(PARAGRAPHS, st.integers(20, 90))
def test_lines_that_are_wrapped_are_the_same_paragraphs(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(fill(one, width, break_on_hyphens=False) for one in paragraphs)
    assert from_markdown(wrapped).text == from_markdown("\n\n".join(paragraphs)).text
