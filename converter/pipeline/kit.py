"""What all articles of a call need: outline, style and languages, each loaded once."""

from copy import copy
from functools import cached_property

from msgspec.structs import replace

from converter.configuration import Settings
from converter.errors import StyleError
from converter.model.language import Language
from converter.model.outline import with_panels
from converter.model.style import Length, Page, Style
from converter.notices import Notice
from converter.pipeline.destinations import DEFAULT_FORMATS
from converter.pipeline.digest import style_digest
from converter.stylesheets.languages import load_language
from converter.stylesheets.layers import Override
from converter.stylesheets.outlines import load_outline
from converter.text import plain

LETTER_TAGS = frozenset({"en-US", "en-CA", "es-MX"})
"""Where paper is Letter by custom; everywhere else it is what the style says, and that is A4."""

_IN_THE_LOOK = frozenset({"pdf", "html"})
"""Formats that take all of their look from the style."""

_IN_LOOKS = _IN_THE_LOOK | {"docx"}
"""Formats that a style changes."""

FALLBACK_TAG = "en"
"""Language of a report whose article is in a language that has no file, or in none that could be told."""


class Kit:
    """The files that `settings` name, loaded; faults in them are found before an article is read.

    Attributes:
        settings: of the call.
        outline: which sections are wanted.
        notices: what was met while it was loaded.
    """

    def __init__(self, settings: Settings, *, styled: bool = True) -> None:
        """Load what is the same for every article.

        Args:
            settings: of the call.
            styled: whether reports are to be made; the outline of an article has no look, and a style is
                loaded when something asks for it.

        Raises:
            StyleError: what is wrong with the style, the template, the outline or the report's language.
            UsageError: `set-malformed`, `marking-unknown`.
        """
        self.settings = settings
        self.outline = with_panels(load_outline(settings.outline), settings.panels)
        self.notices: tuple[Notice, ...] = self._loaded[1] if styled else ()
        self.check_marking(settings.marking)
        self._sums: dict[int, str] = {}
        self._languages: dict[str, Language | None] = {}
        self._report_language = load_language(settings.report_language) if settings.report_language else None

    def style(self, tag: str) -> Style:
        """Return the style for an article in the language `tag`: on Letter where readers expect that.

        A Word template has its own paper, which is that of the other formats, too; so has stationery.
        """
        tag = self.settings.report_language or tag
        has_paper = self._style.word.get("template") or self._style.stationery
        has_choice = not (self.settings.paper or has_paper)
        on_letter = has_choice and tag in LETTER_TAGS and _is_a4(self._style.page)
        return self._letter_style if on_letter else self._style

    def style_sha256(self, style: Style) -> str:
        """Return the SHA-256 of a style of this kit; it is reckoned once for all articles of a call."""
        if id(style) not in self._sums:
            self._sums[id(style)] = style_digest(style)
        return self._sums[id(style)]

    def check_marking(self, marking: str) -> None:
        """Check that a handling mark is one, as far as the style's schemes know it.

        Raises:
            UsageError: `marking-unknown`.
        """
        if not marking:
            return
        # with all that composes, which is of no use to who only outlines
        from converter.composer.handling import find_mark

        find_mark(plain(marking), self._style.handling)

    def with_settings(self, settings: Settings) -> "Kit":
        """Return a kit with the same files for other settings, which name no others.

        Raises:
            UsageError: `marking-unknown`.
        """
        self.check_marking(settings.marking)
        kit = copy(self)
        kit.settings = settings
        return kit

    @property
    def template(self) -> str:
        """Path of the Word template that reports are poured into; empty: none."""
        return str(self._style.word.get("template") or "")

    def language(self, tag: str) -> Language | None:
        """Return the language `tag` of an article; `None` where there is no file for it, or no tag."""
        if tag not in self._languages:
            self._languages[tag] = _load_language_if_any(tag)
        return self._languages[tag]

    def report_language(self, tag: str) -> tuple[Language, tuple[Notice, ...]]:
        """Return the language of a report on an article in `tag`, with a notice when it is another one."""
        if found := self._report_language or self.language(tag):
            return found, ()
        language = load_language(FALLBACK_TAG)
        text = f"there is no language file for {tag}: labels are in {language.name}, or as --report-lang says"
        return language, (Notice("language-substituted", text),) if tag else ()

    @property
    def _style(self) -> Style:
        return self._loaded[0]

    @cached_property
    def _loaded(self) -> tuple[Style, tuple[Notice, ...]]:
        return self._load_style(self.settings.paper)

    @cached_property
    def _letter_style(self) -> Style:
        return self._load_style("Letter")[0]

    def _load_style(self, paper: str) -> tuple[Style, tuple[Notice, ...]]:
        """Return the style on this paper, and what was met while it was loaded."""
        # 12 ms to import, of no use to who only outlines
        from converter.stylesheets.styles import BASE, load_style

        overrides = overrides_of(self.settings)
        template = self.settings.template
        if template and not self.settings.style:
            return self._load_template_style(template, overrides, paper)
        style = load_style(
            self.settings.style or BASE,
            overrides=overrides,
            paper=paper,
            given=tuple(self.settings.fields),
        )
        if template:
            style = replace(style, word={**style.word, "template": template})
        if "docx" in (self.settings.formats or DEFAULT_FORMATS) and style.word.get("template"):
            # imports lxml, which takes 20 ms and only templates need
            from converter.pipeline.templates import rehearse
            from converter.stylesheets.word_template import require_template

            rehearse(require_template, str(style.word["template"]))
            require_template(str(style.word["template"]))
        return style, self._of(_IN_LOOKS, style.notices)

    def _load_template_style(
        self, template: str, overrides: tuple[Override, ...], paper: str
    ) -> tuple[Style, tuple[Notice, ...]]:
        from converter.pipeline.templates import rehearse
        from converter.stylesheets.word_template import load_template_style

        rehearse(load_template_style, template)
        style, notices = load_template_style(
            template, overrides=overrides, paper=paper, given=self.settings.fields
        )
        # the Word file is in the template's own fonts, with its own logo
        return style, (*self._of(_IN_THE_LOOK, notices), *self._of(_IN_LOOKS, style.notices))

    def _of(self, formats: frozenset[str], notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
        """Return `notices` where any of `formats` is wanted."""
        return () if formats.isdisjoint(self.settings.formats or DEFAULT_FORMATS) else notices


def overrides_of(settings: Settings) -> tuple[Override, ...]:
    """Return what `settings` set above the style file, with the places in configuration files."""
    places = settings.override_places
    return tuple(Override(f"{key}={value}", places.get(key)) for key, value in settings.overrides.items())


def _load_language_if_any(tag: str) -> Language | None:
    try:
        return load_language(tag) if tag else None
    except StyleError as error:
        if error.code != "language-unknown":
            raise
        return None


def _is_a4(page: Page) -> bool:
    return (round(page.width), round(page.height)) == (round(Length.from_mm(210)), round(Length.from_mm(297)))
