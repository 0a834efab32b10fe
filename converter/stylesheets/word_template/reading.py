"""A Word template → what a style file says of it."""

from collections.abc import Collection, Mapping
from pathlib import PurePath

from msgspec import Struct

from converter.errors import StyleError
from converter.model.style import BLACK, WHITE, Color, TextRole
from converter.notices import Notice
from converter.ooxml.xml import Element, child, is_on
from converter.stylesheets.contrast import LEAST, contrast
from converter.stylesheets.style_file import ROLES, Paragraph
from converter.stylesheets.word_template import paper, pictures, running
from converter.stylesheets.word_template.families import Families
from converter.stylesheets.word_template.formatting import Formatting, Styles
from converter.stylesheets.word_template.package import Package, Part, open_package
from converter.stylesheets.word_template.paragraphs import Reader
from converter.stylesheets.word_template.pictures import Logo
from converter.stylesheets.word_template.sections import sections_of
from converter.stylesheets.word_template.theme import Theme
from converter.stylesheets.word_template.tree import Tree, clean, hexadecimal, joined, millimetres, named
from converter.suggestions import suggest

_NAMES: Mapping[TextRole, tuple[str, ...]] = {
    "title": ("Title",),
    "subtitle": ("Subtitle",),
    "heading1": ("heading 1",),
    "heading2": ("heading 2",),
    "heading3": ("heading 3",),
    "contents1": ("toc 1",),
    "contents2": ("toc 2",),
    "contents3": ("toc 3",),
    "body": ("Body Text", "Normal"),
    "bullet": ("List Bullet", "List Paragraph"),
    "quote": ("Quote",),
    "caption": ("caption",),
    "reference": ("endnote text",),
    "header": ("header",),
    "footer": ("footer",),
}
"""The styles of Word that set what we set, the first that there is."""

_PROPORTIONS: Tree = {
    "label": {"size": "0.8em", "line-height": "1.765"},
    "title": {"size": "2.3em", "line-height": "1.167"},
    "subtitle": {"size": "1.25em", "line-height": "1.54"},
    "facts": {"size": "0.8em", "line-height": "1.765"},
    "heading1": {"size": "1.5em", "line-height": "1.25"},
    "heading2": {"size": "1.25em", "line-height": "1.54"},
    "heading3": {"size": "1em", "line-height": "1.43"},
    "contents1": {"size": "1em", "line-height": "1.43"},
    "contents2": {"size": "1em", "line-height": "1.43"},
    "contents3": {"size": "1em", "line-height": "1.43"},
    "table-head": {"size": "0.85em"},
    "table-cell": {"size": "0.85em"},
    "comment": {"size": "0.9em", "line-height": "1.58"},
}
"""Of what the template has no style for: as large beside its text as in the style that ships."""

_NOTHING: Mapping[str, str] = {}
_VIVID: tuple[TextRole, ...] = ("title", "heading2")
"""Where a house shows its colour, if not in its first heading."""
_GREY = 24
"""How far the channels of a grey lie apart at most."""
_LEAD = 1.1
"""Size of the Summary's type in sizes of running text."""
_GROUNDS: Tree = {"rule": "#cccccc", "panel": "#f3f3f3"}
"""Lines and grounds that go with every colour of a house."""
_FAINT = 3.0
"""Contrast below which no text can be read, however large (WCAG 2.2, 1.4.3): white words on a ground."""


class Found(Struct, frozen=True):
    """What a template says.

    Attributes:
        path: of the template, as given.
        tree: keys of a style file; without `extends`, the logo and the template's path.
        logo: of the house, with its words; `None`: there is none.
        missing: family that is not installed here → what stands in.
        left_out: names of pictures that may be logos, but are of kinds we do not show.
    """

    path: str
    tree: Tree
    logo: Logo | None
    missing: Mapping[str, str]
    left_out: tuple[str, ...]

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is not as in the template."""
        fonts = (
            Notice("font-substituted", f"{name} is not installed here: {found} stands in", self.path)
            for name, found in self.missing.items()
        )
        logos = (
            Notice("logo-left-out", f"{name} is neither PNG nor JPEG and cannot be the logo", self.path)
            for name in self.left_out
        )
        return (*fonts, *logos)

    def logo_tree(self, path: str) -> Tree:
        """Return the key `logo` for a picture at `path`; empty without one."""
        if self.logo is None:
            return {}
        height: Tree = {"height": millimetres(self.logo.height)} if self.logo.height else {}
        return {"logo": {"path": path, "alt": self.logo.alternative, **height}}


def read_template(path: str, given: Collection[str] = (), mapped: Mapping[str, str] = _NOTHING) -> Found:
    """Return what the Word template at `path` says of the house's look.

    Args:
        path: of the template.
        given: names of a person's own fields, which headers and footers may have.
        mapped: role → name of the template's style that sets it, where that is not Word's own.

    Raises:
        StyleError: `template-missing`, `template-unreadable`, `template-style-missing`.
    """
    return _Template(open_package(path), given, mapped).found()


class _Template:
    """Reads one template."""

    def __init__(self, package: Package, given: Collection[str], mapped: Mapping[str, str]) -> None:
        self.package = package
        self.given = given
        settings = _root(package.related("settings"))
        self.styles = Styles(_root(package.related("styles")))
        self.theme = Theme(_root(package.related("theme")), settings)
        self.families = Families(_root(package.related("fontTable")))
        self.body = package.main.root.find("{*}body")
        self.sections = sections_of(self.body)
        self.section = self.sections[-1] if self.sections else None
        self.names = {**_NAMES, **{role: (mapped[role],) for role in ROLES if role in mapped}}
        self._require(mapped)
        self.text = self.styles.named(*self.names["body"]) or self.styles.usual()
        self.reader = Reader(
            self.theme,
            self.families,
            complex_script=self._runs_leftwards(),
            hyphenates=bool(is_on(settings, "autoHyphenation")),
        )

    def _require(self, mapped: Mapping[str, str]) -> None:
        for role, name in mapped.items():
            if self.styles.named(name) is None:
                raise StyleError(
                    "template-style-missing",
                    f"the Word template has no style {name!r}, to which {role} is mapped",
                    where=self.package.path,
                    remedy=suggest(name, self.styles.names),
                )

    def found(self) -> Found:
        """Return everything."""
        looks = self._looks()
        purposes = self._purposes(looks)
        logo, left_out = self._logo()
        house = self._house()
        tree: Tree = {
            "meta": {
                "name": house,
                "description": f"In the look of {clean(PurePath(self.package.path).name)}",
            },
            "color": _colors(purposes),
            "typography": self._typography(looks, purposes),
            "page": paper.page(self.section),
            **self._running(),
            "styles": self._roles(looks, purposes),
        }
        if logo:
            logo = logo._replace(alternative=clean(logo.alternative) or house)
        return Found(self.package.path, tree, logo, dict(self.families.missing), left_out)

    def _runs_leftwards(self) -> bool:
        return self.text.is_on("bidi") or bool(is_on(self.section, "bidi"))

    # ------------------------------------------------------------------------------------------- type

    def _looks(self) -> dict[TextRole, Formatting]:
        """Return how each role is set that the template knows."""
        looks = {role: found for role, names in self.names.items() if (found := self.styles.named(*names))}
        looks["body"] = self.text
        for kind in ("header", "footer"):
            pages = ("default", "first") if running.differs_on_first_page(self.section) else ("default",)
            parts = (running.part_of(self.package, self.sections, kind, page) for page in pages)
            direct = (running.look_of(part, self.styles) for part in parts)
            if words := next(filter(None, direct), None):
                looks[kind] = words
        return looks

    def _purposes(self, looks: Mapping[TextRole, Formatting]) -> dict[str, Color]:
        """Return the colours of text, of what stands out and of what stands back."""

        def seen(role: TextRole) -> Color | None:
            color = self.reader.color(looks[role]) if role in looks else None
            return color if color and contrast(color, WHITE) >= _FAINT else None

        text = seen("body") or BLACK
        heading = seen("heading1")
        vivid = (one for role in _VIVID if (one := seen(role)) and _is_vivid(one))
        theme = (self.theme.named("accent1"), self.theme.named("hyperlink"))
        readable = (one for one in theme if one and contrast(one, WHITE) >= LEAST)
        primary = next((one for one in (heading, *vivid, *readable) if one and one != text), text)
        quiet = (seen(role) for role in ("subtitle", "caption", "footer", "header"))
        muted = next(
            (one for one in quiet if one and one not in {text, primary} and contrast(one, WHITE) >= LEAST),
            text,
        )
        return {"foreground": text, "primary": primary, "muted": muted}

    def _typography(self, looks: Mapping[TextRole, Formatting], colors: Mapping[str, Color]) -> Tree:
        base = self.reader.type(looks["body"], colors)
        heading = self.reader.type(looks.get("heading1") or looks.get("title") or looks["body"], colors)
        if "heading1" not in looks and "title" not in looks:
            major = self.theme.font("majorHAnsi")
            family = self.families.of(clean(major)) if major else base["family"]
            heading |= {"family": family, "weight": "bold", "color": "primary"}
        headings: Tree = {key: heading[key] for key in ("family", "weight", "italic", "color")}
        small: Tree = {"family": base["family"], "size": "0.8em"}
        return {"base": base, "headings": headings, "small": small, "monospace": {"size": "0.85em"}}

    def _roles(self, looks: Mapping[TextRole, Formatting], colors: Mapping[str, Color]) -> Tree:
        roles: Tree = {
            role: self._readable(self._keys(role, look, colors), look, colors) for role, look in looks.items()
        }
        body = roles["body"]
        if isinstance(body, dict):
            shared = {
                key: body[key] for key in ("line-height", "space-after", "align", "hyphenate", "indent")
            }
            like_text: Tree = {role: dict(shared) for role in ("lead", "bullet", "quote", "empty")}
            beside_text: Tree = {
                role: {"indent": body["indent"]}
                for role in ("code", "caption", "comment", "method", "reference")
            }
            like_text = joined({**like_text, **beside_text}, {"lead": {"size": f"{_LEAD:g}em"}})
            roles = joined(joined(_PROPORTIONS, like_text), roles)
        ordered = {role: roles[role] for role in ROLES if role in roles}
        return {role: _in_order(keys) for role, keys in ordered.items() if isinstance(keys, dict)}

    def _keys(self, role: TextRole, look: Formatting, colors: Mapping[str, Color]) -> Tree:
        if role in {"header", "footer"}:
            return self.reader.line(look, colors)
        return self.reader.paragraph(look, colors, in_list=role == "bullet")

    def _readable(self, keys: Tree, look: Formatting, colors: Mapping[str, Color]) -> Tree:
        """Return `keys` with a colour that is seen on paper: words on a ground take the ground's."""
        color = self.reader.color(look)
        if color is None or contrast(color, WHITE) >= _FAINT:
            return keys
        shading = look.paragraph.get("shd", {})
        written = {"val": shading.get("fill", ""), "themeColor": shading.get("themeFill", "")}
        ground = self.theme.color(
            {
                **written,
                "themeTint": shading.get("themeFillTint", ""),
                "themeShade": shading.get("themeFillShade", ""),
            }
        )
        seen = ground if ground and contrast(ground, WHITE) >= LEAST else None
        return {**keys, "color": named(seen, colors) if seen else "foreground"}

    # ----------------------------------------------------------------------- header, footer and logo

    def _running(self) -> Tree:
        """Return the keys of headers and footers; a handling mark has its place in every header."""
        lines = running.Lines(self.styles, self.section, self.given)
        first = running.differs_on_first_page(self.section)
        found: Tree = {}
        for key, kind, page in (
            ("header", "header", "default"),
            ("footer", "footer", "default"),
            *((("first-header", "header", "first"), ("first-footer", "footer", "first")) if first else ()),
        ):
            line = lines.read(running.part_of(self.package, self.sections, kind, page))
            if kind == "header" and not any("{marking}" in str(words) for words in line.values()):
                line["right"] = running.SEPARATOR.join(filter(None, (str(line["right"]), "{marking}")))
            found[key] = {place: clean(str(words)) for place, words in line.items()}
        return found

    def _logo(self) -> tuple[Logo | None, tuple[str, ...]]:
        pages = ("first", "default") if running.differs_on_first_page(self.section) else ("default",)
        parts = (running.part_of(self.package, self.sections, "header", page) for page in pages)
        places = [(part, part.root) for part in parts if part]
        paragraph = child(self.body, "p")
        if paragraph is not None:
            places.append((self.package.main, paragraph))
        return pictures.logo(self.package, places)

    def _house(self) -> str:
        """Return the name of the house, as the template's properties or else its file have it."""
        kinds = ("extended-properties", "core-properties")
        company, core = (_root(self.package.property_part(kind)) for kind in kinds)
        written = (child(company, "Company"), child(core, "title"))
        texts = (clean(element.text or "") for element in written if element is not None)
        return next(filter(None, texts), "") or clean(PurePath(self.package.path).stem) or "Logo"


def _colors(purposes: Mapping[str, Color]) -> Tree:
    """Return the palette and its uses; a colour that serves two purposes has one name."""
    names = {"foreground": "ink", "primary": "brand", "muted": "quiet"}
    palette = {names[purpose]: color for purpose, color in purposes.items()}
    first = {color: name for name, color in reversed(palette.items())}
    return {
        "palette": {name: hexadecimal(color) for name, color in palette.items() if first[color] == name},
        **{purpose: first[color] for purpose, color in purposes.items()},
        **_GROUNDS,
    }


def _is_vivid(color: Color) -> bool:
    channels = (color.red, color.green, color.blue)
    return max(channels) - min(channels) > _GREY


def _in_order(keys: Tree) -> Tree:
    return {key: keys[key] for key in Paragraph.keys if key in keys}


def _root(part: Part | None) -> Element | None:
    return part.root if part else None
