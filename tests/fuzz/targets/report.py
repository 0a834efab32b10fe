"""Reports that are checked (`briefing verify`), of every format."""

from collections.abc import Iterable
from functools import cache

from converter import Original, Settings, Verified, convert, verify
from tests.conformance.articles import EVERYTHING
from tests.fuzz.packed.archives import change_archive
from tests.fuzz.packed.objects import change_pdf
from tests.fuzz.packed.trees import change_html
from tests.fuzz.target import LONGEST_LINE, Chance, Change, Target

_ARTICLE = Original(EVERYTHING.encode(), "port.md")
_FORMATS = ("docx", "pdf", "html", "md", "json")


@cache
def reports() -> tuple[bytes, ...]:
    """Return the reports on one article, one in each format."""
    settings = Settings(formats=_FORMATS, length="full", marking="TLP:GREEN")
    return tuple(report.data for report in convert(_ARTICLE, settings).reports)


def check_verified(verified: Iterable[Verified]) -> None:
    """Assert that every verdict is one, and what is said one line each."""
    for one in verified:
        assert one.verdict.word in {"proved", "consistent", "contradicted", "unproved"}
        for finding in (*one.verdict.findings, *one.accessibility):
            assert len(str(finding).splitlines()) == 1, finding
            assert len(str(finding)) <= LONGEST_LINE, finding


def _run(data: bytes) -> None:
    check_verified(verify(Original(data, "report"), [_ARTICLE]))


def _inside(data: bytes, change: Change, chance: Chance) -> bytes:
    if data.startswith(b"PK"):
        return change_archive(data, change, chance)
    if data.startswith(b"%PDF"):
        return change_pdf(data, change, chance)
    if data.startswith(b"<!") and chance.randrange(2):
        try:
            return change_html(data, chance)
        except ValueError:
            return change(data)
    return change(data)


TARGET = Target(
    "report",
    _run,
    lambda: [*reports(), b'{"briefing": 1}', b"# T\n\nWords.\n", b"<!doctype html><p>x"],
    (
        *(b'"lines": ', b'"content": ', b'"spans": ', b'"source": ', b'"kind": "note"', b'"role": ', b'"line": ', b"[]", b"{}"),
        *(b"null", b"-1", b"1e999", b'"\\ud800"', b"true", b"99999999999999999999", b"[" * 99, b"display:none", b"<!--", b"-->"),
        *(b"<script type=application/json>", b"```json", b"<w:vanish/>", b"/ActualText", b"3 Tr", b"[\xe2\x80\xa6]", b"\xe2\x80\x8b"),
    ),
    inside=_inside,
    largest=400_000,
)  # fmt: skip
