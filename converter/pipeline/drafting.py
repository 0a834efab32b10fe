"""What is known between the reading of an article and the composing of its report."""

from dataclasses import dataclass, field
from typing import Literal

from converter.guard.bounds import Spent
from converter.model.briefing import Briefing, Details


@dataclass(frozen=True, slots=True)
class Draft:
    """What will stand in the reports.

    Attributes:
        briefing: what was chosen.
        location: of the article itself, a path or `-`; not of the briefing file that led there.
        details: what a briefing file says beside it; settings go before it.
        original: the bytes of the article, where they are to travel inside the report.
        chosen_by: who chose the lines: the program, or a person in a briefing file.
        spent: what the article has taken so far of what it may.
    """

    briefing: Briefing
    location: str
    details: Details = field(default_factory=Details)
    original: bytes | None = None
    chosen_by: Literal["program", "person"] = "program"
    spent: Spent | None = field(default=None, compare=False)
