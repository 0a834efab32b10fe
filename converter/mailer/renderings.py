"""Articles → reports and bodies: each article once for each choice, however many people made it.

A report that says where its lines come from is taken as it is (`reports`).
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache

from converter import pipeline
from converter.configuration import Settings
from converter.files import ascii_slug
from converter.mailer.media_types import media_type_of, media_type_of_report
from converter.mailer.message import Attachment
from converter.mailer.recipients import Choice
from converter.mailer.rendering import Rendering
from converter.mailer.reports import carries_claims, rendering_of_report
from converter.model.document import PROVENANCE, Document
from converter.pipeline.kit import Kit
from converter.readers.raw import fetch, is_file_location

_WITH_THE_ARTICLE = ("docx", "pdf")
"""Formats in which the article may travel; where its lines come from travels in all."""


class Renderings:
    """Makes renderings when they are asked for; an article is fetched once."""

    def __init__(self, step: Callable[[str], AbstractContextManager[object]]) -> None:
        """Take what observes the steps (`converter.pipeline.Step`)."""
        self._step = step
        self._fetch = cache(fetch)
        self._kits: dict[Choice, Kit] = {}
        self._made: dict[tuple[str, Choice], Rendering] = {}

    def kit(self, choice: Choice, settings: Settings) -> Kit:
        """Return what all articles in this choice need; arguments as for `rendering`.

        Raises:
            StyleError, UsageError: as `Kit`.
        """
        if choice not in self._kits:
            self._kits[choice] = Kit(settings)
        return self._kits[choice]

    def rendering(self, location: str, choice: Choice, settings: Settings) -> Rendering:
        """Return the article at `location` as `settings` say.

        Args:
            location: a path, an address, or `-`.
            choice: of a person; of two that are equal, so are the settings.
            settings: of the call, with this choice.

        Raises:
            ConverterError: as `converter.pipeline.convert`.
        """
        if (location, choice) not in self._made:
            self._made[location, choice] = self._rendered(location, self.kit(choice, settings))
        return self._made[location, choice]

    def _rendered(self, location: str, kit: Kit) -> Rendering:
        if is_file_location(location) and carries_claims(data := self._fetch(location).data):
            return rendering_of_report(data, location, kit)
        draft = pipeline.draft(location, kit, self._step, self._fetch)
        conversion = pipeline.render(draft, kit, self._step)
        name = pipeline.file_name(draft, kit.settings)
        ascii_name = ascii_slug(name)
        reports = tuple(
            Attachment(
                f"{ascii_name}.{report.format}",
                media_type_of_report(report.format),
                report.data,
            )
            for report in conversion.reports
        )
        style = kit.style(conversion.briefing.language)
        inside = {report.name: tuple(_inside(conversion.document, report)) for report in reports}
        return Rendering(name, conversion.document, style, reports, inside, conversion.notices)


def _inside(document: Document, report: Attachment) -> list[str]:
    """Return what travels inside `report` beside what it shows."""
    properties = document.properties
    said = {"title": properties.title, "author": properties.author, "made with": properties.generator}
    lines = [f"{name} {value!r}" for name, value in said.items() if value]
    lines += [f"source {source.name!r}, SHA-256 {source.sha256[:12]}…" for source in document.sources]
    whole = report.media_type in {media_type_of(kind) for kind in _WITH_THE_ARTICLE}
    carried = [one for one in document.attachments if whole or one.name == PROVENANCE]
    return lines + [f"{one.name}, {len(one.data):,} bytes: {one.description}" for one in carried]
