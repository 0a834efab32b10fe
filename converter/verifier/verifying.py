"""Reports → verdicts: each with the articles at hand; an e-mail with the reports in it and its bodies."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import InputError
from converter.guard.guarding import guarded
from converter.paths import STDIN
from converter.readers.original import Given, Original
from converter.readers.plainness import is_plain, is_small
from converter.readers.raw import location_of, take
from converter.verifier.findings import Finding
from converter.verifier.message import Body, check_html, check_text
from converter.verifier.proof import Evidence, Verdict, prove
from converter.verifier.proof.claims import Claims
from converter.verifier.visible import format_of
from converter.verifier.visible.eml import read_eml

_REPORTS = frozenset({"docx", "pdf", "html", "md", "json"})
_BODIES = {"text/html": ("html", check_html), "text/plain": ("txt", check_text)}
"""Format of each body, and what looks at it, by its media type."""

_REMEDIES = {
    "input-empty": "check that it was saved",
    "input-folder": "name the reports in it",
    "input-not-a-file": "give - as the report and pipe it to standard input",
    "input-unreadable": "check the file's name, and whether you may read it",
}
"""What to do about a report that cannot be read, where that is said otherwise of an article."""


class Verified(Struct, frozen=True):
    """A report and what can be said of it.

    Attributes:
        name: as given; of a report inside an e-mail, behind the e-mail's name; of a body, its media type.
        format: of the report; of a body, `html` or `txt`.
        verdict: on what it shows.
        accessibility: what readers with assistive technology would miss; of Word files.
        is_body: whether it is no report, but what a message itself says.
        letter: of a body, the sender's own words above the briefing, a paragraph on each line.
    """

    name: str
    format: str
    verdict: Verdict
    accessibility: tuple[Finding, ...] = ()
    is_body: bool = False
    letter: str = ""


def verify(report: Given | bytes, sources: Iterable[Given | bytes] = ()) -> tuple[Verified, ...]:
    """Return what can be said of a report; of an e-mail, of each report attached and each body.

    Args:
        report: a path, an address, `-` for standard input, an `Original`, or bytes.
        sources: articles that it may have been made from, likewise; those that it was not are passed over.

    Raises:
        InputError: it cannot be read, is no report, or an article cannot be read.
    """
    return verify_with(report, evidence_of(sources))


def evidence_of(sources: Iterable[Given | bytes]) -> tuple[Evidence, ...]:
    """Return articles at hand.

    Raises:
        InputError: as `converter.readers.raw.take`.
    """
    named = [_named(source, "article") for source in sources]
    return tuple(Evidence(take(source), location_of(source)) for source in named)


def verify_with(report: Given | bytes, evidence: Sequence[Evidence]) -> tuple[Verified, ...]:
    """Return the same as `verify`, with articles that are at hand.

    Raises:
        InputError: it cannot be read, or is no report.
    """
    given = _named(report, "report")
    location = location_of(given)
    name = "stdin" if location == STDIN else location
    try:
        data = take(given).data
        if is_small(data) and is_plain(data, format_of(data)):
            return _all_verified(name, data, evidence)
        return guarded(_all_verified, name, data, evidence, where=name)
    except InputError as error:
        remedy = _REMEDIES.get(error.code, error.remedy)
        raise InputError(error.code, error.what, where=error.where or name, remedy=remedy) from None


def _all_verified(name: str, data: bytes, evidence: Sequence[Evidence]) -> tuple[Verified, ...]:
    return tuple(_verified(name, data, evidence))


def _named(given: Given | bytes, name: str) -> Given:
    return Original(given, name) if isinstance(given, bytes) else given


def _verified(name: str, data: bytes, evidence: Sequence[Evidence]) -> Iterator[Verified]:
    kind = format_of(data)
    if kind != "eml":
        yield Verified(name, kind, prove(data, kind, evidence), _accessibility(data, kind))
        return
    message = read_eml(data)
    reports = [
        one for file in message.files for one in _verified_file(f"{name}/{file[0]}", file[1], evidence)
    ]
    if not reports:
        raise InputError(
            "input-unsupported", "no report is attached to it", remedy="give an e-mail with its reports"
        )
    yield from reports
    for media_type, body in message.bodies:
        if media_type in _BODIES:
            yield _verified_body(f"{name}/{media_type}", media_type, body, reports)


def _verified_file(name: str, data: bytes, evidence: Sequence[Evidence]) -> Iterator[Verified]:
    """Yield what can be said of an attached file; nothing where it can be no report, such as a picture."""
    try:
        if format_of(data) in _REPORTS:
            yield from _verified(name, data, evidence)
    except InputError as error:
        if error.code != "input-unsupported":
            raise InputError(error.code, error.what, where=error.where or name, remedy=error.remedy) from None


def _verified_body(name: str, media_type: str, data: bytes, reports: Sequence[Verified]) -> Verified:
    """Return what can be said of a body: it is held against that report which it agrees with best."""
    kind, check = _BODIES[media_type]
    found = [(check(data, one.verdict.claims), one.verdict) for one in reports if one.verdict.claims]
    if not found:
        none = Finding("claims-missing", "no report attached says where its lines come from")
        return Verified(name, kind, Verdict("unproved", (none,)), is_body=True)
    body, of_report = min(found, key=lambda one: len(one[0].findings))
    word = of_report.word if of_report.is_sound else "consistent"
    verdict = replace(
        of_report,
        word="contradicted" if body.findings else word,
        findings=body.findings,
        claims=_shown_claims(of_report, body),
    )
    return Verified(name, kind, verdict, is_body=True, letter=body.letter)


def _shown_claims(verdict: Verdict, body: Body) -> Claims | None:
    """Return the claims of a report without the lines that a body leaves out."""
    claims = verdict.claims
    lines = claims.lines if claims else ()
    kept = tuple(line for index, line in enumerate(lines) if index in body.lines)
    return replace(claims, lines=kept) if claims else None


def _accessibility(data: bytes, kind: str) -> tuple[Finding, ...]:
    if kind != "docx":
        return ()
    from converter.verifier.word.accessibility import check_accessibility

    return tuple(check_accessibility(data))
