"""Files on disk → verdicts: each report with the articles at hand; an e-mail with each report inside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.errors import InputError
from converter.readers.raw import fetch
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


def verify(report: str, sources: Iterable[str] = ()) -> tuple[Verified, ...]:
    """Return what can be said of the report at `report`; of an e-mail, of each report that is attached.

    Args:
        report: a path, or `-`.
        sources: paths or addresses of articles that it may have been made from.

    Raises:
        InputError: it cannot be read, is no report, or an article cannot be read.
    """
    return verify_with(report, evidence_of(sources))


def evidence_of(sources: Iterable[str]) -> tuple[Evidence, ...]:
    """Return the articles at `sources`.

    Raises:
        InputError: as `converter.readers.raw.fetch`.
    """
    return tuple(Evidence(fetch(location), location) for location in sources)


def verify_with(report: str, evidence: Sequence[Evidence]) -> tuple[Verified, ...]:
    """Return the same as `verify`, with articles that were fetched."""
    data = fetch(report).data
    try:
        return tuple(_verified(report, data, evidence))
    except InputError as error:
        raise InputError(error.code, error.what, where=error.where or report, remedy=error.remedy) from None


def _verified(name: str, data: bytes, evidence: Sequence[Evidence]) -> Iterator[Verified]:
    kind = format_of(data)
    if kind == "eml":
        files = [file for file in read_eml(data).files if format_of(file[1]) in _REPORTS]
        if not files:
            raise InputError(
                "input-unsupported", "no report is attached to it", remedy="give an e-mail with its reports"
            )
        for inner, inner_data in files:
            yield from _verified(f"{name}/{inner}", inner_data, evidence)
        return
    yield Verified(name, kind, prove(data, kind, evidence), _accessibility(data, kind))


def _accessibility(data: bytes, kind: str) -> tuple[Finding, ...]:
    if kind != "docx":
        return ()
    from converter.verifier.word.accessibility import check_accessibility

    return tuple(check_accessibility(data))
