"""Articles of a batch as they are fetched: their bytes, all at once, and their drafts."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from msgspec import Struct, field

from converter import pipeline
from converter.batch.plan import Kits, Plan
from converter.batch.records import Item
from converter.batch.stores import fetch_any
from converter.errors import ConverterError, InputError
from converter.guard.bounds import CUT_SHORT
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit
from converter.pipeline.opening import article_location, briefing_file_at
from converter.readers.original import Original, check_size
from converter.readers.raw import is_address


class Fetched(Struct, frozen=True):
    """An article, or all of a group, with what is needed to convert it.

    Attributes:
        item: what it is.
        kit: that it is converted with.
        read: all that was read, a briefing file and the article, by location.
        members: of a group: its articles that could be fetched.
        unread: of a group: its other articles, and why.
    """

    item: Item
    kit: Kit
    read: Mapping[str, Original] = field(default_factory=dict)
    members: tuple["Fetched", ...] = ()
    unread: tuple[tuple[str, ConverterError], ...] = ()

    @property
    def sha256(self) -> str:
        """Of all bytes that were read; of a group, of the hashes of its articles."""
        if self.item.members:
            sums = [f"{one.item.source} {one.sha256}" for one in self.members]
            return sha256("\n".join(sums).encode("utf-8", "surrogatepass")).hexdigest()
        return sha256(b"".join(one.data for one in self.read.values())).hexdigest()


def fetched(item: Item, kit: Kit, kits: Kits) -> Fetched:
    """Fetch an article, or those of a group.

    Args:
        item: what it is.
        kit: of the article, or of the group's report.
        kits: of the batch.

    Raises:
        ConverterError: the article cannot be had, or its row asks for what cannot be.
    """
    if not item.members:
        return Fetched(item, kit, _read(item, kit))
    members: list[Fetched] = []
    unread: list[tuple[str, ConverterError]] = []
    for member in item.members:
        try:
            members.append(fetched(member, kits.kit_of(member)[0], kits))
        except ConverterError as error:
            unread.append((member.source, error))
    return Fetched(item, kit, members=tuple(members), unread=tuple(unread))


def drafted(one: Fetched, plan: Plan) -> tuple[Draft, tuple[tuple[str, ConverterError], ...]]:
    """Return the draft of a report, and which articles of a group are not in it, and why.

    Raises:
        ConverterError: as `pipeline.draft`; of a group, `digest-empty`: none of its articles can be read.
    """
    if not one.item.members:
        return _drafted(one), ()
    drafts: list[Draft] = []
    unread = list(one.unread)
    for member in one.members:
        try:
            drafts.append(_drafted_member(member))
        except ConverterError as error:
            if error.code in CUT_SHORT:
                # the worker may not be fit for the others
                raise
            unread.append((member.item.source, error))
    if not drafts:
        what = f"none of its articles could be read, the last with: {unread[-1][1]}"
        raise InputError("digest-empty", what, where=one.item.source)
    return pipeline.join(drafts, one.kit, plan.order, [source for source, _ in unread]), tuple(unread)


def _drafted_member(one: Fetched) -> Draft:
    draft = _drafted(one)
    if draft.parts:
        what, remedy = "is a digest, and cannot stand in another", "name its articles"
        raise InputError("report-digest", what, where=one.item.source, remedy=remedy)
    return draft


def _drafted(one: Fetched) -> Draft:
    location = one.item.location if one.item.text is None else one.item.source

    def fetch(location: str) -> Original:
        # an edited report of ours leads to an article that nobody knew of
        return one.read[location] if location in one.read else fetch_any(location)

    return pipeline.draft(location, one.kit, fetch=fetch)


def _read(item: Item, kit: Kit) -> Mapping[str, Original]:
    """Return all that is read for an article, by location."""
    if item.text is not None:
        data = item.text.encode("utf-8", "replace")
        check_size(len(data), item.source)
        return {item.source: Original(data, item.id.rpartition("/")[2] or "article")}
    read: dict[str, Original] = {}

    def remembered(location: str) -> Original:
        if location not in read:
            read[location] = fetch_any(location)
        return read[location]

    file = None if is_address(item.location) else briefing_file_at(item.location, kit.settings, remembered)
    remembered(article_location(item.location, file))
    return read


def told_unread(item: Item, unread: Sequence[tuple[str, ConverterError]]) -> str:
    """Return the line of a group of which some articles are not in the digest; empty where all are."""
    if not unread:
        return ""
    count = f"{len(unread)} of {len(item.members)} articles"
    return f"{item.source}: {count} could not be read: {'; '.join(str(error) for _, error in unread[:3])}"
