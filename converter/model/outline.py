"""What is wanted: which sections, fed from what, how long, in which form."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

Length = Literal["brief", "standard", "full"]
"""How much of the article a briefing keeps: about half a page, at most a page, or everything."""

Role = Literal["summary", "background", "implications", "evaluation", "expectation"]
"""What a sentence does in an article: say what happened, what led to it, or what it means, which is what
somebody makes of it or what is expected next."""

Panel = Literal["key-figures", "timeline", "who-says-what", "actors"]
"""What a section gathers from all over the article instead of taking sentences by their role: sentences with
figures, with times, with a quotation and its speaker; names with what they are said to be."""

LENGTHS: tuple[Length, ...] = ("brief", "standard", "full")
ROLES: tuple[Role, ...] = ("summary", "background", "implications")
"""Every sentence plays one of these."""
PANELS: tuple[Panel, ...] = ("key-figures", "timeline", "who-says-what", "actors")
PARTS: Mapping[Role, tuple[Role, ...]] = {"implications": ("evaluation", "expectation")}
"""Role → what it consists of; a section may ask for a part alone."""


def parts_of(role: Role) -> tuple[Role, ...]:
    """Return what `role` consists of: itself, where it has no parts."""
    return PARTS.get(role, (role,))


class SectionRule(Struct, frozen=True):
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
        panel: what it gathers; `None`: sentences, by their roles. A panel is a list, and is left out when it
            is empty.
    """

    key: str
    roles: tuple[Role, ...]
    form: Literal["paragraphs", "bullets"] = "paragraphs"
    cues: tuple[str, ...] = ()
    words: Mapping[Length, int] = field(default_factory=dict)
    when_empty: Literal["say", "omit"] = "omit"
    titles: Mapping[str, str] = field(default_factory=dict)
    panel: Panel | None = None


def panel_rule(
    panel: Panel,
    key: str = "",
    words: Mapping[Length, int] | None = None,
    titles: Mapping[str, str] | None = None,
) -> SectionRule:
    """Return what is wanted of a panel; without a `key` of its own it has its kind's."""
    return SectionRule(key or panel, (), "bullets", words=words or {}, titles=titles or {}, panel=panel)


class Outline(Struct, frozen=True):
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

    @property
    def without_panels(self) -> "Outline":
        """The same with the sections alone that take sentences by their roles."""
        if not any(rule.panel for rule in self.sections):
            return self
        return replace(self, sections=tuple(rule for rule in self.sections if not rule.panel))


def with_panels(outline: Outline, panels: Sequence[Panel]) -> Outline:
    """Return `outline` with those of `panels` that it does not ask for itself, behind its sections."""
    known = {rule.panel for rule in outline.sections} | {rule.key for rule in outline.sections}
    added = tuple(panel_rule(panel) for panel in panels if panel not in known)
    return replace(outline, sections=(*outline.sections, *added)) if added else outline
