"""The stylesheet of a page: a `Style` in CSS, one class for each role of text.

One `rem` is the size of running text: on a screen it is larger than on paper, and all else grows with it, so
that a page keeps the proportions of the PDF. On narrow screens running text gives up its indent.
"""

import re
from collections.abc import Iterator

from converter.model.style import Color, Length, Rule, Style, TableStyle, TextRole, TextStyle

_SCREEN_SIZE = "106.25%"
"""Of running text on a screen: 17 px, since screens are read from farther away than paper."""

_NARROW = "46em"
"""Screens narrower than this have no room for an indent."""

_BULLET_HANG, _NUMBER_HANG = Length(12), Length(18)
"""Room before the text for bullets and numbers, where an indent does not leave it."""

_AFTER_BULLET = "\u2002\u2009"

_FALLBACKS = {
    "serif": 'Charter,"Iowan Old Style",Georgia,Cambria,serif',
    "sans-serif": '"Segoe UI","Helvetica Neue",Arial,sans-serif',
    "monospace": "ui-monospace,Consolas,Menlo,monospace",
}

_SELECTORS: dict[TextRole, str] = {
    "lead": "p.lead,.lead>li",
    "bullet": ".bullet>li",
    "table-head": "th",
    "table-cell": "td",
}

_NUMBERED: tuple[TextRole, ...] = ("body", "lead", "reference")
"""Roles of paragraphs that may have a number before them."""

_BASE = """\
*{box-sizing:border-box}
body{margin:0 auto;padding:0 1.25rem 4rem;background:#fff;font-variant-numeric:lining-nums;\
overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,figure,blockquote,pre{margin:0;padding:0}
h1,h2,h3,h4{text-wrap:balance}
p,li{text-wrap:pretty}
a{text-decoration-thickness:from-font;text-underline-offset:.15em}
strong{font-weight:600}
sup{font-size:.68em;line-height:0;vertical-align:baseline;position:relative;bottom:.45em;unicode-bidi:isolate}
sup a{text-decoration:none;padding:0 .1em}
sup a:hover,.number:hover{text-decoration:underline}
img{max-width:100%;height:auto}
pre{white-space:pre-wrap}
code{font-family:ui-monospace,Consolas,Menlo,monospace;font-size:.92em}
pre code{font:inherit}
table{border-collapse:collapse;font-variant-numeric:lining-nums tabular-nums}
th,td{vertical-align:top}
.end{text-align:end}
.foreign{unicode-bidi:plaintext}
[dir=ltr] li:dir(rtl),[dir=rtl] li:dir(ltr){margin-inline-start:1.2rem!important}
.facts bdi{white-space:nowrap}
.numbered{position:relative}
.numbered>.number{position:absolute;inset-inline-end:100%;margin-inline-end:.6em;white-space:nowrap}
.references ol,.contents{list-style:none}
.contents a{display:block;text-decoration:none}
.contents a:hover{text-decoration:underline}
.references .number{color:inherit;text-decoration:none}"""


def color(value: Color) -> str:
    """Return a colour as CSS writes it."""
    return value.css


def string(text: str) -> str:
    """Return `text` as a CSS string; all but letters, digits and spaces is escaped (CSS Syntax 3, 4.3.7)."""
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def font_stack(style: Style, family: str) -> str:
    """Return `family` and what stands in for it where it is not installed."""
    generic = next((font.generic for font in style.fonts if font.name == family), "serif")
    return f"{string(family)},{_FALLBACKS[generic]}"


def selector(role: TextRole) -> str:
    """Return what chooses the paragraphs of `role`; in lists, these are the items."""
    return _SELECTORS.get(role, f".{role}")


def rules(style: Style) -> Iterator[str]:
    """Yield the rules of `style`, those of paper excepted."""
    yield _BASE
    yield from _Sheet(style).rules()


def article_rule(style: Style) -> str:
    """Return what the titles of articles in a digest need: the space above them stands above their label."""
    return _Sheet(style).article()


class _Sheet:
    """Writes the rules of one style."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._body = style.text["body"]

    def rules(self) -> Iterator[str]:
        yield from self._page()
        for role, text in self._style.text.items():
            if role not in {"header", "footer"}:
                yield f"{selector(role)}{{{self._text(role, text)}}}"
                if text.flush_opening:
                    yield f".{role}:not(.{role}+.{role}){{text-indent:0}}"
        yield from self._title_block()
        yield from self._lists()
        yield from self._tables_and_figures()
        yield from self._box()
        yield from self._method()

    def article(self) -> str:
        before = self._rem(self._style.text["heading1"].space_before)
        rule = f"main .label{{margin-block-start:{before}}}.label+.heading1{{margin-block-start:0}}"
        if self._style.cover.kind == "none":
            return rule
        # what would stand on a cover, in the colours of that
        return f"{rule}main .label,main .facts{{color:{color(self._style.text['method'].color)}}}"

    # -------------------------------------------------------------------------------------------- values

    def _rem(self, length: float) -> str:
        return f"{round(length / self._body.size, 4):g}rem" if length else "0rem"

    def _indent(self, length: float) -> str:
        """Return an indent that goes with that of running text."""
        if length < self._body.indent:
            return f"min(var(--indent),{self._rem(length)})"
        beyond = length - self._body.indent
        return f"calc(var(--indent) + {self._rem(beyond)})" if beyond else "var(--indent)"

    def _line(self, rule: Rule) -> str:
        return f"{rule.width:g}pt solid {color(rule.color)}" if rule.width else "none"

    def _font(self, text: TextStyle) -> str:
        slant = "italic " if text.italic else ""
        size = f"{self._rem(text.size)}/{round(text.leading / text.size, 4):g}"
        return f"font:{slant}{text.weight} {size} {font_stack(self._style, text.family)}"

    def _text(self, role: TextRole, text: TextStyle) -> str:
        listed = role in {"bullet", "lead"}
        declarations = {
            "color": color(text.color),
            # Only paper has lines that are broken well enough to be justified.
            "text-align": "start" if text.align == "justify" else text.align,
            "margin-block": f"{self._rem(text.space_before)} {self._rem(text.space_after)}",
            "margin-inline": f"{self._indent(text.indent)} 0" if text.indent and role != "bullet" else "",
            "text-indent": self._rem(text.first_line) if text.first_line and not listed else "",
            "letter-spacing": self._rem(text.tracking) if text.tracking else "",
            "text-transform": "uppercase" if text.capitals == "all" else "",
            "hyphens": "auto" if text.hyphenate else "manual",
            "break-after": "avoid" if text.keep_with_next else "",
        }
        return ";".join(
            [self._font(text), *(f"{name}:{value}" for name, value in declarations.items() if value)]
        )

    # --------------------------------------------------------------------------------------------- rules

    def _page(self) -> Iterator[str]:
        accent = color(self._style.accent)
        yield f":root{{--indent:{self._rem(self._body.indent)};font-size:{_SCREEN_SIZE}}}"
        yield (
            f"body{{max-width:calc({self._rem(self._style.page.text_width)} + 2.5rem);"
            f"color:{color(self._style.foreground)};{self._font(self._body)}}}"
        )
        yield f"a{{color:{accent}}}"
        if self._style.emphasis == "bold":
            yield "em{font-style:inherit;font-weight:600}"
        yield f":focus-visible{{outline:2px solid {accent};outline-offset:2px}}"
        yield f":target{{background:color-mix(in srgb,{accent} 10%,#fff)}}"
        yield (
            f"@media (max-width:{_NARROW}){{:root{{--indent:0rem}}"
            f".title{{font-size:clamp(1.5rem,7.5vw,{self._rem(self._style.text['title'].size)})}}"
            "}"
        )

    def _title_block(self) -> Iterator[str]:
        style, cover = self._style, self._style.cover
        space = self._rem(style.text["facts"].space_after)
        yield f".title-block{{border-block-end:{self._line(style.title_rule_below)}}}"
        yield "header.title-block{padding-block-start:clamp(1.5rem,7vw,4.5rem)}"
        if style.title_rule_above.width:
            line = self._line(style.title_rule_above)
            yield f".facts{{border-block-start:{line};padding-block-start:{space}}}"
        if style.logo:
            yield f".logo{{display:block;height:{self._rem(style.logo.height)};margin-block-end:1.5rem}}"
        if cover.kind != "none":
            height = "100vh" if cover.kind == "page" else self._rem(cover.height)
            fill = color(cover.fill)
            # A ground as wide as the window behind a block as wide as the text.
            yield (
                f"header.title-block{{background:{fill};box-shadow:0 0 0 100vmax {fill};"
                f"clip-path:inset(0 -100vmax);min-height:{height};padding-block-end:1.5rem}}"
            )

    def _lists(self) -> Iterator[str]:
        for depth, bullet in enumerate(self._style.bullets):
            yield f"{'ul ' * depth}ul{{list-style-type:{string(bullet + _AFTER_BULLET)}}}"
        bullet, number = self._hang("bullet", _BULLET_HANG), self._hang("bullet", _NUMBER_HANG)
        indent = self._indent(self._style.text["bullet"].indent)
        yield f".bullet{{margin-inline-start:max({indent},{bullet})}}"
        yield f"ol.bullet{{margin-inline-start:max({indent},{number})}}"
        yield f"li>ul,li>ol{{margin-inline-start:{number}!important}}"
        for role in _NUMBERED:
            indent = self._indent(self._style.text[role].indent)
            yield f".{role}.numbered{{margin-inline-start:max({indent},{number});text-indent:0}}"

    def _hang(self, role: TextRole, otherwise: Length) -> str:
        """Return the room before the text of a list: as the style hangs first lines, or `otherwise`."""
        own = -self._style.text[role].first_line
        return self._rem(own if own > 0 else otherwise)

    def _tables_and_figures(self) -> Iterator[str]:
        third = self._body.leading / 3
        indent, rule = self._indent(self._style.text["caption"].indent), self._line(self._style.table.rule)
        yield (
            f"table{{width:calc(100% - {indent});margin-block:{self._rem(third)} {self._rem(2 * third)};"
            f"margin-inline-start:{indent};border-block:{rule}}}"
        )
        yield from self._rows(self._style.table)
        yield f"figure{{margin-block:{self._rem(1.5 * third)};margin-inline-start:{indent}}}"
        yield "caption.caption,figcaption.caption{margin-inline:0}"

    def _rows(self, table: TableStyle) -> Iterator[str]:
        yield f"th,td{{padding-block:{self._rem(table.padding)}}}"
        yield f"thead{{border-block-end:{self._line(table.below_head)}}}"
        if table.row_rule.width:
            yield f"tbody>tr+tr{{border-block-start:{self._line(table.row_rule)}}}"
        if table.inset:
            yield f"th,td{{padding-inline:{self._rem(table.inset)}}}"
        else:
            yield "th,td{padding-inline:0 .9rem}"
            yield "th:last-child,td:last-child{padding-inline-end:0}"
        if table.head_fill:
            yield f"thead{{background:{color(table.head_fill)}}}"
        if table.head_link:
            yield f"th a{{color:{color(table.head_link)}}}"
        if table.stripe:
            yield f"tbody>tr:nth-child(even){{background:{color(table.stripe)}}}"

    def _box(self) -> Iterator[str]:
        box = self._style.box
        if box is None:
            return
        padding = f"padding{'' if box.fill else '-inline-start'}:{self._rem(box.padding)}"
        fill = f";background:{color(box.fill)}" if box.fill else ""
        yield (
            f".box{{margin-inline-start:{self._indent(box.indent)};"
            f"border-inline-start:{self._line(box.rule)};{padding}{fill}}}"
        )
        yield ".box>p,.box>pre,.box>table,.box>figure,.box>blockquote>p{margin-inline-start:0}"
        yield ".box>table{width:100%}"
        yield ".lead>li{margin-inline-start:0}"
        yield f".box>ul,.box>ol,.box>p.numbered{{margin-inline-start:{self._hang('lead', _BULLET_HANG)}}}"
        yield ".box>:first-child,.box>:first-child>li:first-child{margin-block-start:0}"
        yield ".box>:last-child,.box>:last-child>li:last-child{margin-block-end:0}"

    def _method(self) -> Iterator[str]:
        space = self._rem(1.5 * self._style.text["heading1"].leading)
        line = self._line(self._style.method_rule)
        yield f".sources{{margin-block-start:{space};border-block-start:{line}}}"
