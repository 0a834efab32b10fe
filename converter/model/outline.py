"""What is wanted: which sections, fed from what, how long, in which form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Length = Literal["brief", "standard", "full"]
"""How much of the article a briefing keeps: about half a page, at most a page, or everything."""

Role = Literal["summary", "background", "implications", "evaluation", "expectation"]
"""What a sentence does in an article: say what happened, what led to it, or what it means, which is what
somebody makes of it or what is expected next."""

LENGTHS: tuple[Length, ...] = ("brief", "standard", "full")
ROLES: tuple[Role, ...] = ("summary", "background", "implications")
"""Every sentence plays one of these."""
PARTS: Mapping[Role, tuple[Role, ...]] = {"implications": ("evaluation", "expectation")}
"""Role → what it consists of; a section may ask for a part alone."""


def parts_of(role: Role) -> tuple[Role, ...]:
    """Return what `role` consists of: itself, where it has no parts."""
    return PARTS.get(role, (role,))


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One section that is wanted.

    Attributes:
        key: name in style, language and briefing files, such as `summary`.
        roles: the roles of the sentences that feed it, the best fitting first; empty means any.
        cues: further words in the article's own headings that lead here, lower case, beside those of the
            language file under the same key.
        form: how its lines are set.
        words: budget for each length; a missing length means no bound.
        when_empty: whether an empty section says so or is left out.
        titles: language tag → the section's heading, where the outline overrides the language file.
    """

    key: str
    roles: tuple[Role, ...]
    form: Literal["paragraphs", "bullets"] = "paragraphs"
    cues: tuple[str, ...] = ()
    words: Mapping[Length, int] = field(default_factory=dict)
    when_empty: Literal["say", "omit"] = "omit"
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a briefing, in order.

    Attributes:
        name: as in `--outline`.
        description: one line for `styles list`.
        sections: at least one; their keys differ.
    """

    name: str
    description: str
    sections: tuple[SectionRule, ...]

    @property
    def summary(self) -> str:
        """The key of the section that summaries feed first; empty when none does."""
        return next((rule.key for rule in self.sections if rule.roles[:1] == ("summary",)), "")
