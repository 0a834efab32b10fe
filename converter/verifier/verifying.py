"""Reports → verdicts: each report with the articles at hand; an e-mail with each report inside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.errors import InputError
from converter.readers.original import Given, Original
from converter.readers.raw import location_of, take
from converter.verifier.findings import Finding
from converter.verifier.proof import Evidence, Verdict, prove
from converter.verifier.visible import format_of
from converter.verifier.visible.eml import read_eml

_REPORTS = frozenset({"docx", "pdf", "html", "md", "json"})


@dataclass(frozen=True, slots=True)
class Verified:
    """A report and what can be said of it.

    Attributes:
        name: as given; of a report inside an e-mail, behind the e-mail's name.
        format: of the report.
        verdict: on what it shows.
        accessibility: what readers with assistive technology would miss; of Word files.
    """

    name: str
    format: str
    verdict: Verdict
    accessibility: tuple[Finding, ...] = ()


def verify(report: Given | bytes, sources: Iterable[Given | bytes] = ()) -> tuple[Verified, ...]:
    """Return what can be said of a report; of an e-mail, of each report that is attached.

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
    """Return the same as `verify`, with articles that are at hand."""
    given = _named(report, "report")
    name = location_of(given)
    try:
        return tuple(_verified(name, take(given).data, evidence))
    except InputError as error:
        raise InputError(error.code, error.what, where=error.where or name, remedy=error.remedy) from None


def _named(given: Given | bytes, name: str) -> Given:
    return Original(given, name) if isinstance(given, bytes) else given


def _verified(name: str, data: bytes, evidence: Sequence[Evidence]) -> Iterator[Verified]:
    kind = format_of(data)
    if kind != "eml":
        yield Verified(name, kind, prove(data, kind, evidence), _accessibility(data, kind))
        return
    files = [file for file in read_eml(data).files if format_of(file[1]) in _REPORTS]
    if not files:
        raise InputError(
            "input-unsupported", "no report is attached to it", remedy="give an e-mail with its reports"
        )
    for inner, inner_data in files:
        yield from _verified(f"{name}/{inner}", inner_data, evidence)


def _accessibility(data: bytes, kind: str) -> tuple[Finding, ...]:
    if kind != "docx":
        return ()
    from converter.verifier.word.accessibility import check_accessibility

    return tuple(check_accessibility(data))
