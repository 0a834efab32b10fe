"""Headers and footers: what each page should say there, and nothing else."""

import re
from collections.abc import Iterator, Sequence

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import Claims, Running
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import place, quoted
from converter.verifier.visible.shown import Shown

_PAGE_FIELDS = re.compile(r"\{pages?\}")
_WORDS = re.compile(r"[^\W\d_]")
_PAGED = frozenset({"docx", "pdf"})
_FIRST = "first-"
_SURELY_CUT = 20
"""Letters of a title that is cut; a handling mark is shorter."""
_NUMBERS = re.compile(r"[\d\s/]+$")
_CUT = "…"
"""Ends what is too long for its place."""


def check_running(claims: Claims, shown: Sequence[Shown], format: str) -> Iterator[Finding]:  # noqa: A002
    """Yield the words of headers and footers that the report does not claim, and those that are missing."""
    running = [one for one in shown if one.place == "running"]
    yield from _added(claims, running)
    if format in _PAGED:
        yield from _missing(claims, running, max((one.page or 0 for one in shown), default=0))


def _added(claims: Claims, running: Sequence[Shown]) -> Iterator[Finding]:
    # a title may itself say {page}, and then that is what stands there
    parts = {_folded(part) for one in claims.running for part in (one.text, *_PAGE_FIELDS.split(one.text))}
    allowed = sorted(parts, key=len, reverse=True)
    # A table that goes on has its head again at the top of the page.
    repeated = _folded("".join(piece.text for piece in claims.pieces))
    told: set[str] = set()
    for one in running:
        rest = _folded(one.text)
        if one.page is not None and one.page > 1 and rest in repeated:
            continue
        for text in allowed:
            rest = rest.replace(text, " ") if text else rest
        if _WORDS.search(rest) and rest not in told and not _is_cut(rest, allowed):
            told.add(rest)
            yield Finding("running", f"a header or footer should not say {quoted(one.text)}", place(one))


def _missing(claims: Claims, running: Sequence[Shown], pages: int) -> Iterator[Finding]:
    """Yield what no header or footer says; of a report whose pages are known, of each page."""
    for page in range(1, pages + 1) if pages else [None]:
        said = [_folded(one.text) for one in running if one.page == page]
        for one in _expected(claims, page):
            if not _WORDS.search(one.text):
                # a title such as "…", of which each format shows something else
                continue
            parts = [_folded(part) for part in _PAGE_FIELDS.split(one.text)]
            if not any(all(_says(text, part) for part in parts) for text in ["".join(said), *said]):
                where = "" if page is None else f"{page}:1"
                yield Finding("running", f"a header or footer should say {quoted(one.text)}", where)


def _expected(claims: Claims, page: int | None) -> list[Running]:
    """Return what stands on a page; where pages are not known, on the first: there may be no other."""
    if page is not None and page > 1:
        return [one for one in claims.running if not one.role.startswith(_FIRST)]
    own = {one.role.removeprefix(_FIRST) for one in claims.running if one.role.startswith(_FIRST)}
    return [one for one in claims.running if one.role not in own]


def _says(shown: str, part: str) -> bool:
    return part in shown or _is_cut(shown, [part])


def _is_cut(shown: str, texts: Sequence[str]) -> bool:
    """Tell whether what is shown holds the beginning of one of the texts, cut for lack of room."""
    heads = [shown[: at.start()].strip() for at in re.finditer(_CUT, shown)]
    whole = _NUMBERS.sub("", shown).strip()
    # Where words run leftwards, dots may be taken for those that lead to a number, and not be read.
    heads += [whole] if len(whole) >= _SURELY_CUT else []
    return any(text.startswith(head) for head in heads if head for text in texts)


def _folded(text: str) -> str:
    return letters(text).casefold()
