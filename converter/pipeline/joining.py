"""Drafts of several articles → the draft of one digest."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from converter.digester import Order, arrange, digest
from converter.digester.arranging import Arrangement
from converter.errors import InputError
from converter.model.briefing import Briefing, Omission
from converter.notices import Notice
from converter.paths import STDIN
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit
from converter.pipeline.strictness import shown_location
from converter.readers.raw import is_address
from converter.text import plain


def join(drafts: Sequence[Draft], kit: Kit, order: Order = "given", unread: Sequence[str] = ()) -> Draft:
    """Return the draft of a digest.

    Args:
        drafts: of the articles, at least one, as they were given; of two with the same text one is taken.
        kit: of the call, by whose outline they were made.
        order: of the articles.
        unread: locations of articles that were given and could not be read.

    Raises:
        InputError: `report-digest` where one is a digest that came back.
    """
    for draft in drafts:
        if draft.parts:
            raise InputError(
                "report-digest",
                "is a digest, and cannot be an article of another one",
                where=draft.location,
                remedy="name its articles",
            )
    found = [draft.briefing.articles[0] for draft in drafts]
    arrangement = arrange(found, order)
    parts = tuple(replace(drafts[place], briefing=told(drafts[place])) for place in arrangement.kept)
    languages = [kit.language(found[place].language) for place in arrangement.kept]
    omitted = tuple(_omitted(arrangement, drafts, unread))
    joint = digest([part.briefing for part in parts], languages, kit.settings.length, omitted)
    notices = (*joint.notices, *_notices(arrangement, drafts, unread))
    persons = any(part.chosen_by == "person" for part in parts)
    return Draft(
        replace(joint, notices=notices),
        location="",
        chosen_by="person" if persons else "program",
        parts=parts,
    )


def told(draft: Draft) -> Briefing:
    """Return the briefing of `draft` with notices that say of which article they are."""
    briefing, (article,) = draft.briefing, draft.briefing.articles

    def placed(notices: Sequence[Notice]) -> tuple[Notice, ...]:
        return tuple(replace(one, where=one.where or draft.location) for one in notices)

    return replace(
        briefing,
        articles=(replace(article, notices=placed(article.notices)),),
        notices=placed(briefing.notices),
    )


def _omitted(arrangement: Arrangement, drafts: Sequence[Draft], unread: Sequence[str]) -> Iterator[Omission]:
    for place, kept in arrangement.twins.items():
        source = drafts[place].briefing.articles[0].source
        yield Omission(source.name, arrangement.kept.index(kept), source.sha256)
    yield from (Omission(_name(location)) for location in unread)


def _name(location: str) -> str:
    """Return what `Source.name` would have been."""
    if location == STDIN or is_address(location):
        return shown_location(location)
    return plain(Path(location).name)


def _notices(arrangement: Arrangement, drafts: Sequence[Draft], unread: Sequence[str]) -> Iterator[Notice]:
    for place, kept in arrangement.twins.items():
        text = f"has the same text as {drafts[kept].location}; it stands in the digest once"
        yield Notice("article-twice", text, drafts[place].location)
    for place in arrangement.undated:
        yield Notice("article-undated", "has no date, and stands at the end", drafts[place].location)
    for location in unread:
        text = "is not in the digest, since it could not be read"
        yield Notice("article-missing", text, shown_location(location))
