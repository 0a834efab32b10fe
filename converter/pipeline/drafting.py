"""What is known between the reading of an article and the composing of its report."""

from typing import Literal

from msgspec import Struct, field

from converter.guard.bounds import Spent
from converter.model.briefing import Briefing, Details
from converter.pipeline.kit import Kit


class Draft(Struct, frozen=True):
    """What will stand in the reports.

    Attributes:
        briefing: what was chosen.
        location: of the article itself, a path or `-`; not of the briefing file that led there; of a digest,
            none.
        details: what a briefing file says beside it; settings go before it.
        original: the bytes of the article, where they are to travel inside the report.
        chosen_by: who chose the lines: the program, or a person in a briefing file.
        spent: what the article has taken so far of what it may.
        kit: where a report that came back was made with other settings than those of the call.
        parts: of a digest: the drafts of its articles, in its order.
    """

    briefing: Briefing
    location: str
    details: Details = field(default_factory=Details)
    original: bytes | None = None
    chosen_by: Literal["program", "person"] = "program"
    spent: Spent | None = None
    kit: Kit | None = None
    parts: tuple["Draft", ...] = ()

    @property
    def originals(self) -> tuple[bytes, ...]:
        """The bytes of the articles that are to travel inside the report, in the order of its sources."""
        drafts = self.parts or (self,)
        return tuple(draft.original for draft in drafts if draft.original is not None)
