"""Whether a file is a report of ours, and what stands in it."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from msgspec import Struct

from converter.errors import InputError
from converter.guard.guarding import guarded
from converter.ooxml.xml import attribute, children
from converter.readers.zipped import ZIP_FAULTS, is_plain_archive
from converter.returning.reading import paragraphs_of
from converter.returning.words import Paragraph
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.parsing import ClaimsError, parse_claims
from converter.verifier.visible.word.facts import articles_in, claims_in, facts_of
from converter.verifier.word.document import Document
from converter.verifier.word.story import text_within

_TELLING = ("customxml/item", "docprops/custom.xml")


class Remark(Struct, frozen=True):
    """A comment in the margin, with who wrote it; the author may be empty."""

    text: str
    author: str


class Returned(Struct, frozen=True):
    """A report of ours as it came back.

    Attributes:
        location: where it was found.
        claims: what it claimed when it was made; they may lie.
        paragraphs: of its body.
        remarks: its comments by their ids.
        facts: what the file says of itself, such as `author` and `lastmodifiedby`.
        articles: those that travel inside.
    """

    location: str
    claims: Claims
    paragraphs: tuple[Paragraph, ...]
    remarks: dict[str, Remark]
    facts: dict[str, str]
    articles: tuple[bytes, ...]


def report_in(data: bytes, location: str) -> Returned | None:
    """Return the report that the bytes of an archive at `location` are; `None`: they are none of ours.

    What is not plainly small is read in a child that can be killed.

    Raises:
        InputError: `report-damaged` where its claims cannot be read, `report-claims-lost` where they are
            gone; `input-bomb`; of the child, as `guarded`.
    """
    if not _may_be_ours(data):
        return None
    if is_plain_archive(data):
        return _read(data, location)
    return guarded(_read, data, location, where=location)


def template_paragraphs(path: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the Word template at `path`, which is known to be one."""
    return tuple(paragraphs_of(Document(Path(path).read_bytes(), path)))


def _may_be_ours(data: bytes) -> bool:
    """Whether there is a part that holds the claims, or the sum of them: few other files have either."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return any(_is_telling(entry.filename) for entry in archive.infolist())
    except ZIP_FAULTS:
        return False


def _is_telling(name: str) -> bool:
    return name.replace("\\", "/").lstrip("/").lower().startswith(_TELLING)


def _read(data: bytes, location: str) -> Returned | None:
    try:
        document = Document(data, location)
        texts = claims_in(document)
    except InputError as error:
        if error.code == "input-bomb":
            raise
        # the reader of Word files may make more of it, and says what is wrong with it
        return None
    facts = facts_of(document)
    if not texts and "claims-sha256" in facts:
        raise InputError(
            "report-claims-lost",
            "is a report of this program, and what it says of its lines was lost when it was saved",
            where=location,
            remedy="save it as .docx, in Word or LibreOffice, or read it as any article with -f docx",
        )
    if not texts:
        return None
    try:
        claims = parse_claims(texts[0])
    except ClaimsError as error:
        raise InputError(
            "report-damaged",
            f"is a report of this program, and what it says of its lines cannot be used: {error}",
            where=location,
            remedy="give the file as it was sent, or read it as any article with -f docx",
        ) from None
    return Returned(
        location,
        claims,
        tuple(paragraphs_of(document)),
        _remarks(document),
        facts,
        articles_in(document),
    )


def _remarks(document: Document) -> dict[str, Remark]:
    found: dict[str, Remark] = {}
    for name in document.package.related(document.main, "comments"):
        for comment in children(document.package.tree(name), "comment"):
            text = " ".join(_texts(text_within(one) for one in comment))
            if text:
                found[attribute(comment, "id")] = Remark(text, attribute(comment, "author").strip())
    return found


def _texts(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in text.split()]
