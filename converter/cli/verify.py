"""`briefing verify`: whether reports are what they claim to be."""

from typing import TYPE_CHECKING

import click

from converter.cli.command import Command
from converter.cli.failures import error_data, tell_error
from converter.cli.options import ARTICLE, RUN, option, trust_option
from converter.errors import ConverterError, VerificationError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.verifier.verifying import Verified


@click.command(
    "verify",
    cls=Command,
    help="Say whether reports are what they claim to be. REPORT is a file that this program made (DOCX, PDF,"
    " HTML, Markdown, JSON), an e-mail with such files, or - for standard input; it is read as a reader sees"
    " it. With the article at hand, given by --source or inside the report, a report is proved: each line"
    " stands word for word in the article, and nothing else is shown. Without it, it can only be consistent"
    " with itself. The exit status is 6 when something is found.",
    examples=(
        ("verify report.pdf --source article.txt", "prove every line of it"),
        ("verify report.docx", "see what was changed since it was made"),
        ("verify message.eml --source article.txt", "the files attached, and what the message itself says"),
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
@trust_option
@option("--json", "as_json", is_flag=True, group=RUN, help="Print one JSON object for each report.")
@option("-q", "--quiet", is_flag=True, group=RUN, help="Print nothing of reports without a finding.")
@option(
    "-v",
    "--verbose",
    is_flag=True,
    group=RUN,
    help="Show edited lines, comments, the words above a message, and what is not accessible in Word files.",
)
def command(
    reports: tuple[str, ...], sources: tuple[str, ...], *, as_json: bool, quiet: bool, verbose: bool
) -> int:
    """Verify `reports`, tell what was found, and return the exit code."""
    from converter.cli.verdicts import put_object, put_unused, put_verdict, verdict_data
    from converter.verifier.verifying import evidence_of, verify_with

    evidence = evidence_of(sources)
    used: set[str] = set()
    codes: list[int] = []
    for report in reports:
        try:
            found = verify_with(report, evidence)
        except ConverterError as error:
            if as_json:
                put_object({"report": report, "error": error_data(error)})
            codes.append(tell_error(error, verbose=verbose))
            continue
        used.update(_sums(found))
        codes += [0 if one.verdict.is_sound else VerificationError.exit_code for one in found]
        for one in found:
            if as_json:
                put_object(verdict_data(one))
            else:
                put_verdict(one, quiet=quiet, verbose=verbose)
    for article, location in zip(evidence, sources, strict=True):
        if used and article.sha256 not in used:
            put_unused(location, article.sha256, as_json=as_json)
            codes.append(VerificationError.exit_code)
    return max(codes, key=lambda code: (code == VerificationError.exit_code, code))


def _sums(found: "Iterable[Verified]") -> set[str]:
    """Return the SHA-256s of the articles that reports claim to be made from, or to have passed over."""
    claims = [one.verdict.claims for one in found if one.verdict.claims]
    sources = {source.sha256 for each in claims for source in each.sources}
    return sources | {omission.sha256 for each in claims for omission in each.omissions}
