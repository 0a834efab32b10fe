"""The HTML body: the page of the report, laid out as mail clients need it.

Nothing in it is asked for from elsewhere and nothing runs. All that matters stands in inline declarations;
the style sheets hold dark mode and narrow screens, each in an element of its own, since Gmail drops one as a
whole over a selector that it does not know.
"""

from bisect import bisect_right

from lxml import etree
from lxml.etree import _Element as Element
from msgspec.structs import replace

from converter.errors import UsageError
from converter.model.document import Document
from converter.model.style import Logo, Style
from converter.writers.html.markup import Markup, element, lines, text
from converter.writers.html.page import Page
from converter.writers.mail.colors import Colors
from converter.writers.mail.dressing import Dresser
from converter.writers.mail.excerpts import Excerpts, for_mail
from converter.writers.mail.look import PAPER, Look
from converter.writers.mail.shaping import shape
from converter.writers.mail.wording import direction_of, marking_of, paragraphs_of

MOST_BYTES = 102_400
"""Of the body as UTF-8: Gmail hides what lies beyond."""

_WIDTH_PX = 640

_META = {
    "viewport": "width=device-width,initial-scale=1",
    "color-scheme": "light dark",
    "supported-color-schemes": "light dark",
    # clients turn dates, places and numbers into links of their own
    "format-detection": "telephone=no,date=no,address=no,email=no,url=no",
    "x-apple-disable-message-reformatting": "",
}

_FOR_OUTLOOK = Markup(
    # Word's engine takes Times where it lacks the first family, and knows no max-width.
    "<!--[if mso]><style>.sans-serif{font-family:Arial,sans-serif!important}"
    ".serif{font-family:Georgia,serif!important}</style><![endif]-->"
)
_OPENED = Markup(
    f'<!--[if mso]><table role="presentation" width="{_WIDTH_PX}" align="center" cellpadding="0"'
    ' cellspacing="0" border="0"><tr><td><![endif]-->'
)
_CLOSED = Markup("<!--[if mso]></td></tr></table><![endif]-->")


def mail_html(document: Document, style: Style, introduction: str = "") -> str:
    """Return `document` as the HTML of a message, in the look of `style`, in at most `MOST_BYTES`.

    Where that is not enough, as many leading sections are kept as fit, with a line that says so.

    Args:
        document: the briefing.
        style: its look.
        introduction: what a person wrote, plain text; paragraphs are parted by blank lines, lines kept.

    Raises:
        UsageError: `introduction-long` when it alone leaves no room.
    """
    document = for_mail(document)
    whole = _page(document, style, introduction)
    return whole if _size(whole) <= MOST_BYTES else _shorter(Excerpts(document), style, introduction)


def _shorter(excerpts: Excerpts, style: Style, introduction: str) -> str:
    """Return the longest excerpt that fits."""

    def page(end: int) -> str:
        return _page(excerpts.excerpt(end), style, introduction)

    ends = excerpts.ends
    fitting = bisect_right(ends, MOST_BYTES, key=lambda end: _size(page(end)))
    if not fitting:
        raise UsageError(
            "introduction-long",
            f"the message has more than {MOST_BYTES:,} bytes before the first section",
            where="--body",
            remedy="shorten it",
        )
    return page(ends[fitting - 1])


def _size(page: str) -> int:
    return len(page.encode())


def _page(document: Document, style: Style, introduction: str) -> str:
    colors, look = Colors(), Look(style)
    body = _body(document, style, introduction)
    shape(body, document.direction)
    Dresser(look, colors, document.mark).dress(body, PAPER, document.direction)
    # Gmail keeps neither `html` nor `body`: what they say stands in an element of ours as well.
    said = {"lang": document.language, "dir": document.direction}
    inside = Markup("".join(etree.tostring(child, method="html", encoding="unicode") for child in body))
    wrapper = element(
        "div",
        inside,
        class_="wrap",
        style=f"max-width:{_WIDTH_PX}px;margin:0 auto;padding:24px;box-sizing:border-box;"
        "overflow-wrap:break-word;word-wrap:break-word",
        **said,
    )
    ground = colors.ground(PAPER)
    shown = f"margin:0;padding:0;background-color:{PAPER.css};-webkit-text-size-adjust:100%"
    page = element(
        "html",
        lines(
            _head(document, look, colors),
            element("body", lines(_OPENED, wrapper, _CLOSED), class_=ground, style=shown),
        ),
        **said,
    )
    return f"<!DOCTYPE html>\n{page}\n"


def _head(document: Document, look: Look, colors: Colors) -> Markup:
    dark = "".join(colors.dark_rules())
    sheets = (
        f":root{{color-scheme:light dark}}@media (prefers-color-scheme:dark){{{dark}}}",
        # Outlook's own marks on what it has darkened
        "".join(colors.dark_rules("[data-ogsc] ", "[data-ogsb] ")),
        f"@media (max-width:480px){{{look.narrow_rules()}}}",
    )
    return element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            *(element("meta", name=name, content=value) for name, value in _META.items()),
            element("title", text(document.properties.title)),
            _FOR_OUTLOOK,
            *(element("style", Markup(sheet)) for sheet in sheets),
        ),
    )


def _body(document: Document, style: Style, introduction: str) -> Element:
    """Return header, main and footer, in an element, with all that stands in the message and no look yet."""
    # The page has no picture any more, and so its mark-up is XML as well.
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    page = Page(replace(document, mark=None), style.separator)
    body = etree.fromstring(page.body(_logo(style.logo)), parser)
    marking = _marking(document)
    block = body[0]
    block.tag = "div"
    block.set("class", "title-block cover")
    header = etree.Element("header")
    body.insert(0, header)
    opening = [marking, _introduction(introduction, document)]
    header.extend([*map(etree.fromstring, filter(None, opening)), block])
    if marking:
        body[-1].append(etree.fromstring(marking))
    return body


def _logo(logo: Logo | None) -> Markup | None:
    return element("p", text(logo.alternative), class_="header") if logo and logo.alternative else None


def _marking(document: Document) -> Markup:
    """Return the handling mark; nothing where there is none."""
    marking = marking_of(document)
    direction = "ltr" if document.mark else direction_of(marking, document.direction)
    words = element("span", text(marking), class_="mark")
    return element("p", words, class_="handling", dir=direction) if marking else Markup("")


def _introduction(introduction: str, document: Document) -> Markup:
    """Return what a person wrote; nothing where it says nothing."""
    paragraphs = [
        element(
            "p",
            Markup("<br/>".join(map(text, paragraph))),
            class_="letter",
            dir=direction_of("".join(paragraph), document.direction),
        )
        for paragraph in paragraphs_of(introduction)
    ]
    return element("div", *paragraphs, class_="introduction") if paragraphs else Markup("")
