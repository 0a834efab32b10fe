"""A digest that came back → its parts, each of them as a report of its own.

What is about all articles is one, with all that is around the articles; what stands below the title of an
article is another one, its headings a level higher.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.briefing_file.dumping import default_title
from converter.errors import InputError
from converter.model.language import Language
from converter.model.outline import PANELS, Outline
from converter.notices import Notice
from converter.returning.changes import contrast
from converter.returning.claimed import headed, lines_of, parts_of
from converter.returning.report import Returned
from converter.returning.words import Paragraph, fold
from converter.returning.zones import Zones, first_heading, words_among, zones_of
from converter.verifier.proof.claims import CLOSING, Claims, Piece


class Chapter(Struct, frozen=True):
    """A part of a digest.

    Attributes:
        report: it alone.
        zones: of its paragraphs.
        source: index of the article that it is about; `None`: it is about all.
        title: of the article, as it was shown.
    """

    report: Returned
    zones: Zones
    source: int | None = None
    title: str = ""


def chapters_of(report: Returned, wanted: Outline, language: Language) -> tuple[Chapter, ...]:
    """Return the parts of a digest in the order in which they stand: first what is about all articles.

    Args:
        report: as it came back.
        wanted: the outline that it was made with.
        language: in whose words its sections are called.

    Raises:
        InputError: `report-digest` where no article's part is left; `report-damaged`.
    """
    report = replace(report, paragraphs=tuple(_told_once(report.paragraphs)))
    _check(report)
    claims = _apart(report.claims, wanted, language)
    joint = claims[None]
    whole = zones_of(report.paragraphs, joint, parts_of(joint, wanted))
    starts = _starts(whole.body, claims)
    if not starts:
        raise InputError(
            "report-digest",
            "is a digest of which no article's part is left, so that it is none any more",
            where=report.location,
            remedy="keep one, or read the file as any article with -f docx",
        )
    order = sorted(starts, key=lambda source: starts[source])
    cuts = [*(starts[source] for source in order), len(whole.body)]
    around = replace(whole, body=whole.body[: cuts[0]])
    inside = {one.number for one in whole.body[cuts[0] :]}
    apart = tuple(one for one in report.paragraphs if one.number not in inside)
    chapters = [Chapter(replace(report, claims=joint, paragraphs=apart), around)]
    for at, source in enumerate(order):
        own = tuple(_lifted(whole.body[cuts[at] : cuts[at + 1]], source))
        mine = replace(report, claims=claims[source], paragraphs=own)
        chapters.append(_chapter(mine, source, wanted, tuple(words_among(joint))))
    return tuple(chapters)


def of_article_title(chapter: Chapter) -> Iterator[Notice]:
    """Yield a notice where the title of an article was changed, which stands as the article has it."""
    if fold(chapter.zones.title) != fold(chapter.title):
        words = contrast(chapter.zones.title, chapter.title)
        yield Notice("edit-dropped", f"an article keeps its own title, without this: {words}")


def _check(report: Returned) -> None:
    """Raise `report-damaged` where claims make no sense as those of a digest."""
    pieces = report.claims.pieces
    titled = [piece.source for piece in pieces if piece.source is not None]
    fault = ""
    if len(titled) != len(set(titled)):
        fault = "says of two parts that they are about the same article"
    last = max(at for at, piece in enumerate(pieces) if piece.source is not None)
    if any(piece.role in CLOSING for piece in pieces[: last + 1]):
        fault = "says that source and method stand before an article"
    if fault:
        raise InputError(
            "report-damaged",
            fault,
            where=report.location,
            remedy="give the file as it was sent, or read it as any article with -f docx",
        )


def _told_once(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield `paragraphs`; a comment on several hangs on the first."""
    told: set[str] = set()
    for one in paragraphs:
        yield replace(one, comments=tuple(mark for mark in one.comments if mark not in told))
        told.update(one.comments)


# ---------------------------------------------------------------------------------------- what it claimed


def _apart(claims: Claims, wanted: Outline, language: Language) -> Mapping[int | None, Claims]:
    """Return what a digest claims of each article, and of all."""
    pieces = claims.pieces
    titles = [(at, one.source) for at, one in enumerate(pieces) if one.source is not None]
    opens = [at - _is_label(pieces, at) for at, _ in titles]
    # source and method stand behind all articles, below a heading of their own
    inside = titles[-1][0] + 1
    method = next((at for at in range(inside, len(pieces)) if pieces[at].role in CLOSING), None)
    closing = len(pieces) if method is None else max(method - 1, inside)
    behind = pieces[closing:]
    joint = replace(claims, pieces=(*pieces[: opens[0]], *behind))
    says = [rule.key for rule in wanted.sections if rule.when_empty == "say"]
    apart: dict[int | None, Claims] = {None: _listing(joint, says)}
    for start, end, (_, source) in zip(opens, [*opens[1:], closing], titles, strict=True):
        mine = [_higher(one) for one in pieces[start:end]]
        own = replace(claims, sources=(claims.sources[source],), pieces=(*mine, *behind))
        apart.setdefault(source, _listing(own, _keys(own, _listed(claims), wanted, language)))
    return apart


def _is_label(pieces: Sequence[Piece], at: int) -> bool:
    return at > 0 and pieces[at - 1].role == "label" and pieces[at - 1].source is None


def _higher(piece: Piece) -> Piece:
    return replace(piece, level=piece.level - 1) if piece.role == "heading" and piece.level else piece


def _listed(claims: Claims) -> list[str]:
    keys = claims.configuration.get("sections")
    return [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []


def _keys(own: Claims, listed: Sequence[str], wanted: Outline, language: Language) -> list[str]:
    """Return the keys of the sections of an article: those that it may have left out stand in the outline.

    Headings without lines say by their words alone which they are, and may stand in another order.
    """
    rules = [rule.key for rule in wanted.sections]
    known = [*rules, *(panel for panel in PANELS if panel not in rules)]
    order = [key for key in known if key in listed]
    titles = {default_title(rule, language): rule.key for rule in wanted.sections if rule.key in order}
    silent = [titles[title] for key, title in headed(own) if not key and title in titles]
    moved = iter(silent)
    order = [next(moved) if key in silent else key for key in order]
    others = dict.fromkeys(line.section for _, line in lines_of(own) if line.section not in known)
    return [*order, *others]


def _listing(claims: Claims, keys: Sequence[str]) -> Claims:
    return replace(claims, configuration={**claims.configuration, "sections": [*keys]})


# ------------------------------------------------------------------------------------------ what stands


def _starts(body: Sequence[Paragraph], claims: Mapping[int | None, Claims]) -> dict[int, int]:
    """Return where the parts of articles begin: by bookmarks, else by words."""
    found: dict[int, int] = {}
    for source, own in claims.items():
        if source is None:
            continue
        title = fold(_title(own.pieces))
        prefix = f"{_anchor(source)}_"
        at = next((at for at, one in enumerate(body) if _anchor(source) in one.anchors), None)
        if at is None:
            free = (at for at, one in enumerate(body) if one.level and at not in found.values())
            at = next((at for at in free if fold(body[at].text) == title), None)
        if at is None:
            names = (" ".join(one.anchors) for one in body)
            at = next((at for at, name in enumerate(names) if prefix in name), None)
        if at is not None:
            found[source] = at - _has_label(body, at, own)
    return found


def _has_label(body: Sequence[Paragraph], at: int, claims: Claims) -> bool:
    """Whether the paragraph before an article's title says what the article is called."""
    label = next((fold(piece.text) for piece in claims.pieces[:1] if piece.role == "label"), "")
    return at > 0 and (body[at - 1].style == "briefing label" or fold(body[at - 1].text) == label)


def _lifted(paragraphs: Sequence[Paragraph], source: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of an article, headings a level higher, their bookmarks without its number."""
    prefix = f"{_anchor(source)}_"
    for one in paragraphs:
        is_title = _anchor(source) in one.anchors
        anchors = tuple(name.removeprefix(prefix) for name in one.anchors)
        yield replace(one, anchors=anchors, level=0 if is_title else one.level and max(one.level - 1, 1))


def _chapter(report: Returned, source: int, wanted: Outline, marks: tuple[str, ...]) -> Chapter:
    title = _title(report.claims.pieces)
    titles = [one for one in report.paragraphs if _anchor(source) in one.anchors]
    titles = titles or [one for one in report.paragraphs if fold(one.text) == fold(title)][:1]
    below = [one for one in report.paragraphs if one not in titles]
    start = first_heading(below, parts_of(report.claims, wanted))
    zones = Zones(tuple(below[:start]), " ".join(one.text for one in titles), tuple(below[start:]), (), marks)
    return Chapter(report, zones, source, title)


def _anchor(source: int) -> str:
    return f"article_{source + 1}"


def _title(pieces: Sequence[Piece]) -> str:
    return next((piece.text for piece in pieces if piece.source is not None), "")
