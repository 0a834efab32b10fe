"""What `briefing verify` shows: a line for each report, one for each finding, or an object of JSON."""

from collections.abc import Iterator, Mapping, Sequence

from converter.cli.terminal import accented, printable, put, put_json
from converter.suggestions import counted, enumerated
from converter.verifier.findings import Finding
from converter.verifier.proof.wording import quoted
from converter.verifier.verifying import Verified

_MOST_NAMES = 8
"""More articles than these are counted."""

_UNCLAIMED = "--embed none, another program, or what it said was taken out"


def put_verdict(one: Verified, *, quiet: bool, verbose: bool) -> None:
    """Show what is said of a report, and each finding on a line of its own; if `quiet`, only where one is."""
    verdict = one.verdict
    if verdict.findings or not quiet:
        put(f"{printable(one.name)}: {accented(verdict.word, 'bold')}: {printable(_said(one))}")
    # that it claims nothing is what `unproved` says
    for finding in verdict.findings if verdict.word != "unproved" else ():
        put(printable(_line(one.name, finding)))
    for line in _details(one) if verbose else ():
        put(accented(printable(f"  {line}"), "dim"))


def put_unused(location: str, sha256: str, *, as_json: bool) -> None:
    """Show that an article was given of which no report was made."""
    text = f"no report here was made from this article, as it is now (SHA-256 {sha256[:12]}…)"
    unused = Finding("article-unused", text)
    if as_json:
        put_object({"article": location, "sha256": sha256, "findings": [_finding_data(unused)]})
    else:
        put(printable(_line(location, unused)))


def put_object(data: Mapping[str, object]) -> None:
    """Show `data` as JSON on one line."""
    put_json(data)


def verdict_data(one: Verified) -> dict[str, object]:
    """Return what is said of a report as data (docs/formats/verify.md)."""
    verdict = one.verdict
    claims = verdict.claims
    return {
        "report": one.name,
        "format": one.format,
        "verdict": verdict.word,
        "lines": verdict.counts,
        "sources": [
            {"name": source.name, "sha256": source.sha256, "at_hand": source.sha256 in verdict.at_hand}
            for source in (claims.sources if claims else ())
        ],
        "configuration": dict(claims.configuration) if claims else None,
        "findings": [_finding_data(finding) for finding in verdict.findings],
        "accessibility": [_finding_data(finding) for finding in one.accessibility],
        "letter": one.letter,
    }


def _finding_data(finding: Finding) -> dict[str, str]:
    return {"code": finding.rule, "where": finding.where, "text": finding.text}


def _line(name: str, finding: Finding) -> str:
    place = f"{name}:{finding.where}" if finding.where else name
    return f"{place}: {finding.rule}: {finding.text}"


def _said(one: Verified) -> str:
    verdict = one.verdict
    match verdict.word:
        case "proved":
            return f"{_lines(one)}{_letter(one)}"
        case "consistent" if verdict.missing:
            names = _named(verdict.missing)
            whom = "what is attached" if one.is_body else "itself"
            return f"with {whom}; give {names} with --source to have its lines proved{_letter(one)}"
        case "consistent":
            return f"with what is attached, which is contradicted itself{_letter(one)}"
        case "contradicted":
            return f"{counted(len(verdict.findings), 'finding')}{_template(one)}"
        case _:
            return f"nothing in it says where its lines come from ({_UNCLAIMED})"


def _lines(one: Verified) -> str:
    """Say what was proved: lines, and what a person added to them."""
    counts = one.verdict.counts
    sources = one.verdict.sources
    names = f" in {_named(sources)}" if sources else ""
    verb = "stands" if counts["verbatim"] == 1 else "stand"
    parts = [f"{counted(counts['verbatim'], 'line')} {verb} word for word{names}"]
    if counts["edited"]:
        parts.append(f"{counts['edited']} edited by a person")
    if counts["note"]:
        parts.append(counted(counts["note"], "comment"))
    return "; ".join(parts)


def _named(articles: Sequence[str]) -> str:
    return enumerated(list(articles)) if len(articles) <= _MOST_NAMES else f"{len(articles)} articles"


def _letter(one: Verified) -> str:
    words = len(one.letter.split())
    return f"; {counted(words, 'word')} above it the sender's own" if words else ""


def _template(one: Verified) -> str:
    """Say of a report on a Word template that the template's own words, which nothing claims, are told."""
    claims = one.verdict.claims
    if one.format != "docx" or claims is None or not claims.template:
        return ""
    return f"; what its template {claims.template} says, or has no place for, is told as well"


def _details(one: Verified) -> Iterator[str]:
    """Yield what no finding is and a person who signs may want to see."""
    claims = one.verdict.claims
    lines: Sequence[tuple[str, str]] = [(line.kind, line.text) for line in claims.lines] if claims else []
    names = {"edited": "edited by a person", "note": "comment"}
    yield from (f"{names[kind]}: {quoted(text)}" for kind, text in lines if kind in names)
    yield from (f"the sender's: {quoted(line)}" for line in one.letter.splitlines())
    yield from (f"not accessible: {finding}" for finding in one.accessibility)
