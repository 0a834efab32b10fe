"""`briefing verify`: whether reports are what they claim to be."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from converter.cli.command import Command
from converter.cli.failures import error_data, tell_error
from converter.cli.options import ARTICLE, RUN, option
from converter.cli.terminal import accented, printable, put
from converter.errors import ConverterError

if TYPE_CHECKING:
    from converter.verifier.findings import Finding
    from converter.verifier.verifying import Verified

CONTRADICTED = 6
"""Exit code when a report is not what it claims to be, or claims nothing."""


@click.command(
    "verify",
    cls=Command,
    help="Say whether reports are what they claim to be. REPORT is a file that this program made (DOCX, PDF,"
    " HTML, Markdown, JSON), or an e-mail with such files; it is read as a reader sees it. With the article"
    " at hand, given by --source or inside the report, a report is proved: each line stands word for word in"
    " the article, and nothing else is shown. Without it, it can only be consistent with itself.",
    examples=(
        ("verify report.pdf --source article.txt", "prove every line of it"),
        ("verify report.docx", "see whether it was changed since it was made"),
        ("verify *.pdf *.docx --source article.txt --json", "as data, an object for each report"),
    ),
)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=click.Path(readable=False))
@option(
    "--source",
    "sources",
    metavar="ARTICLE",
    multiple=True,
    type=click.Path(readable=False),
    group=ARTICLE,
    help="An article that reports were made from, a file or an address; may be repeated.",
)
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each report.")
@option("-q", "--quiet", is_flag=True, group=RUN, help="Print nothing of reports without a finding.")
@option("-v", "--verbose", is_flag=True, group=RUN, help="Show what is not accessible in Word files, too.")
def command(
    reports: tuple[str, ...], sources: tuple[str, ...], *, as_json: bool, quiet: bool, verbose: bool
) -> int:
    """Verify `reports`, tell what was found, and return the exit code."""
    from converter.verifier.verifying import evidence_of, verify_with

    evidence = evidence_of(sources)
    used: set[str] = set()
    codes: list[int] = []
    for report in reports:
        try:
            found = verify_with(report, evidence)
        except ConverterError as error:
            if as_json:
                put(json.dumps({"report": report, "error": error_data(error)}, ensure_ascii=False))
            codes.append(tell_error(error, verbose=verbose))
            continue
        for one in found:
            used.update(_sums(one))
            _show(one, as_json=as_json, quiet=quiet, verbose=verbose)
            codes.append(0 if one.verdict.word in {"proved", "consistent"} else CONTRADICTED)
    for article, location in zip(evidence, sources, strict=True):
        if article.sha256 not in used:
            put(printable(f"{location}: no report here was made from this article, as it is now"))
            codes.append(CONTRADICTED)
    return max(codes, key=lambda code: (code == CONTRADICTED, code))


def _sums(one: "Verified") -> set[str]:
    claims = one.verdict.claims
    return {source.sha256 for source in claims.sources} if claims else set()


def _show(one: "Verified", *, as_json: bool, quiet: bool, verbose: bool) -> None:
    if as_json:
        put(json.dumps(_data(one), ensure_ascii=False))
        return
    if one.verdict.findings or not quiet:
        put(f"{printable(one.name)}: {accented(one.verdict.word, 'bold')}: {printable(_said(one))}")
    for finding in one.verdict.findings:
        put(f"  {printable(_line(one.name, finding))}")
    for finding in one.accessibility if verbose else ():
        put(f"  not accessible: {printable(str(finding))}")


def _line(name: str, finding: "Finding") -> str:
    place = f"{name}:{finding.where}" if finding.where else name
    return f"{place}: {finding.rule}: {finding.text}"


def _said(one: "Verified") -> str:
    verdict = one.verdict
    findings = len(verdict.findings)
    match verdict.word:
        case "proved":
            return f"{_lines(one)} in {_names(verdict.sources)}"
        case "consistent":
            return f"with itself; give {_names(verdict.missing)} with --source to have its lines proved"
        case "contradicted":
            return f"{findings} {'finding' if findings == 1 else 'findings'}"
        case _:
            return "it does not say where its lines come from"


def _lines(one: "Verified") -> str:
    """Say what was proved: lines, and what a person added to them."""
    counts = one.verdict.counts
    verbatim = counts["verbatim"]
    parts = [f"{verbatim} {'line stands' if verbatim == 1 else 'lines stand'} word for word"]
    if counts["edited"]:
        parts.append(f"{counts['edited']} edited by a person")
    if counts["note"]:
        parts.append(f"{counts['note']} {'comment' if counts['note'] == 1 else 'comments'}")
    return ", ".join(parts)


def _names(names: Sequence[str]) -> str:
    from converter.suggestions import enumerated

    return enumerated(list(names))


def _data(one: "Verified") -> dict[str, object]:
    verdict = one.verdict
    claims = verdict.claims
    return {
        "report": one.name,
        "format": one.format,
        "verdict": verdict.word,
        "lines": verdict.counts,
        "sources": [
            {"name": source.name, "sha256": source.sha256, "at_hand": source.name in verdict.sources}
            for source in (claims.sources if claims else ())
        ],
        "findings": [_finding_data(finding) for finding in verdict.findings],
        "accessibility": [_finding_data(finding) for finding in one.accessibility],
    }


def _finding_data(finding: "Finding") -> dict[str, str]:
    return {"code": finding.rule, "where": finding.where, "text": finding.text}
