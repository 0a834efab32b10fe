"""Whether what was done is found and named: the judge knows what was done, and nothing of how it is found."""

from random import Random

from msgspec import Struct

from converter.model.document import Text
from converter.readers.original import Original
from converter.verifier.proof import Evidence, Verdict, prove

from . import of_claims, of_lines, of_own_words, of_unseen
from .documents import contents
from .kinds import EMBEDDING, KINDS, ONLY, Alteration, File
from .pdf import PdfFile
from .poppler import rows
from .reports import NAME, Made, report
from .word import WordFile

_TRIES = 60

__all__ = [
    "KINDS",
    "ONLY",
    "Judged",
    "evidence",
    "judge",
    "of_claims",
    "of_lines",
    "of_own_words",
    "of_unseen",
]


class Judged(Struct, frozen=True):
    """What became of one altered report.

    Attributes:
        report: its number.
        language: of its article.
        found: whether it is contradicted with the source at hand.
        named: whether a finding says what was done, and where.
        alone: whether it is contradicted without the source.
        alone_named: whether a finding says what was done then, too.
        told: all findings with the source, for those who look into it.
        data: the altered file.
    """

    report: int
    language: str
    found: bool
    named: bool
    alone: bool
    alone_named: bool
    told: tuple[str, ...]
    alteration: Alteration
    data: bytes


def judge(name: str, format: str, number: int, language: str = "") -> Judged | None:  # noqa: A002
    """Alter the first report from `number` on that can be altered so; `None`: none of many can."""
    if ONLY.get(name, format) != format:
        return None
    for at in range(number, number + _TRIES):
        made = report(at, language, embed="source" if name in EMBEDDING else "used")
        file: File = WordFile(made.files["docx"]) if format == "docx" else PdfFile(made.document, made.style)
        try:
            done = KINDS[name](file, made, Random(at))  # noqa: S311 - the same in every run
        except LookupError:
            continue
        return _judged(file, file.saved(), made, done, format)
    return None


def evidence(made: Made) -> list[Evidence]:
    """Return the article of a report."""
    return [Evidence(Original(made.article.data, NAME), NAME)]


def _judged(file: File, data: bytes, made: Made, done: Alteration, format: str) -> Judged:  # noqa: A002
    with_source, alone = prove(data, format, evidence(made)), prove(data, format)
    places = _places(file, data, made, done)
    return Judged(
        made.number,
        made.article.language,
        found=with_source.word == "contradicted",
        named=_is_named(with_source, done, places),
        alone=alone.word == "contradicted",
        alone_named=_is_named(alone, done, places),
        told=tuple(map(str, with_source.findings)),
        alteration=done,
        data=data,
    )


def _is_named(verdict: Verdict, done: Alteration, places: set[str] | None) -> bool:
    fitting = [one for one in verdict.findings if one.rule in done.codes]
    if places is not None:
        fitting = [one for one in fitting if one.where in places]
    said = [_bare(one.text) for one in fitting]
    return bool(said) and all(any(_bare(words) in text for text in said) for words in done.words)


def _places(file: File, data: bytes, made: Made, done: Alteration) -> set[str] | None:
    """Return where a finding may say that it is; `None`: anywhere."""
    if not done.at:
        return None
    if isinstance(file, WordFile):
        return file.places(done.at)
    if made.document.direction == "rtl":
        return None
    # A paragraph is named by the line on which it begins.
    begin = next(
        (
            _bare("".join(one.text for one in content if isinstance(one, Text)))[:14]
            for content in contents(file.document.blocks)
            if _bare(done.at) in _bare("".join(one.text for one in content if isinstance(one, Text)))
        ),
        "",
    )
    return {
        f"{page}:{number}"
        for page, lines in enumerate(rows(data, made.style), 1)
        for line, text in enumerate(lines, 1)
        # the head of a table that is repeated at the top of a page counts for some as a line
        for number in (line, line - (page > 1))
        if begin.casefold() in _bare(text).casefold()
    }


def _bare(text: str) -> str:
    return "".join(text.split()).replace("...", "…")
