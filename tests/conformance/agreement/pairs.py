"""The paragraphs of a Word file beside the letters of a PDF that say the same."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from tests.conformance.agreement.pdf import Letter, letters
from tests.conformance.agreement.word import Paragraph, Run, paragraphs

TOLERANCE_PT = 0.5
_LABELS = ("•", "–", "1234567890.")
# PDFium takes every hyphen at the end of a line for a soft one.
_SOFT_HYPHENS = "\u00ad\x02\ufffe"


class Pair(Struct, frozen=True):
    """A paragraph that has words, or a chain of such without (pictures) and one that has.

    Attributes:
        paragraph: of the Word file.
        letters: of the PDF.
        runs: for each letter how Word sets it.
        between: paragraphs without words before this one, such as pictures.
    """

    paragraph: Paragraph
    letters: list[Letter]
    runs: list[Run]
    between: list[Paragraph]

    @property
    def plain(self) -> list[tuple[Letter, Run]]:
        """What is no number of a reference."""
        both = zip(self.letters, self.runs, strict=True)
        return [(letter, run) for letter, run in both if not run.superior]

    @property
    def lines(self) -> list[tuple[int, float]]:
        """Page and middle of each line."""
        places = ((letter.page, round(letter.middle, 1)) for letter, _ in self.plain)
        return [place for place, _ in groupby(places)]

    @property
    def text(self) -> str:
        """The words without spaces."""
        return "".join(letter.text for letter in self.letters)


def pairs(docx: bytes, pdf: bytes, *, top: float, bottom: float) -> list[Pair]:
    """Return each paragraph of the Word file that has words.

    Args:
        docx: the Word file.
        pdf: the PDF.
        top: of the text area, from the paper's upper edge; what stands above is the header.
        bottom: of the text area, likewise; what stands below is the footer.

    Raises:
        AssertionError: the two do not say the same in the same order.
    """
    body = [letter for letter in letters(pdf) if top < letter.middle < bottom]
    return list(_aligned(paragraphs(docx), body))


def _aligned(all_paragraphs: Sequence[Paragraph], body: Sequence[Letter]) -> Iterator[Pair]:
    at, between = 0, list[Paragraph]()
    for paragraph in all_paragraphs:
        if not paragraph.runs:
            between.append(paragraph)
            continue
        at += _label_length(paragraph, body[at:])
        mine: list[Letter] = []
        runs = [(char, run) for run in paragraph.runs for char in run.text if not char.isspace()]
        for character, _ in runs:
            at += body[at].text in _SOFT_HYPHENS and character != "-"
            said, letter = "".join(each.text for each in mine), body[at]
            same = letter.text == character or (letter.text in _SOFT_HYPHENS and character == "-")
            assert same, f"{said!r} goes on with {letter.text!r} in the PDF, with {character!r} in Word"
            mine.append(letter)
            at += 1
        if paragraph.style.startswith("TOC"):
            # dots and the number of the page
            at += sum(1 for letter in body[at:] if _on_one_line(letter, mine[-1]))
        yield Pair(paragraph, mine, [run for _, run in runs], between)
        between = []
    assert "".join(letter.text for letter in body[at:]) == ""


def _label_length(paragraph: Paragraph, body: Sequence[Letter]) -> int:
    """Return of how many letters the bullet or number is that hangs before the text."""
    if not paragraph.labelled:
        return 0
    assert paragraph.left is not None
    kind = next(label for label in _LABELS if body[0].text in label)
    for count, letter in enumerate(body):
        if letter.text not in kind or letter.x > paragraph.left - TOLERANCE_PT:
            return count
    return 0


def _on_one_line(one: Letter, other: Letter) -> bool:
    return (one.page, one.baseline) == (other.page, other.baseline)
