"""Pictures: what they say to those who do not see them."""

import re
from collections.abc import Iterator

from converter.ooxml.xml import Element, attribute, child, local, within
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.grounds import is_hidden
from converter.verifier.word.story import text_within

_SHAPES = ("shape", "rect", "roundrect", "oval", "arc", "curve", "line", "polyline", "group", "image")
# Names that programs give by themselves; they say nothing of what is shown.
_PLACEHOLDER = re.compile(
    r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic)"
    r"|(?:picture|image|img|photo|figure|graphic|graphics|diagram|chart|shape|logo|object|bild|grafik|afbeelding"
    r"|immagine|imagen|imagem|obraz|рисунок|изображение|图片|圖片|図|그림)[ _-]*\d*",
    re.IGNORECASE,
)


def check_alternatives(document: Document) -> Iterator[Finding]:
    """Find pictures without alternative text: WCAG 1.1.1, ISO 14289-1 7.3, Word's "missing alt text".

    Pictures marked as decorative need none.
    """
    for where, alternative in _pictures(document):
        if not alternative:
            what = "a picture has no alternative text; say what it shows, or mark it as decorative"
            yield Finding("alt-missing", what, where)


def check_placeholders(document: Document) -> Iterator[Finding]:
    """Find alternative texts that only name a file or number a picture: WCAG 1.1.1 (failure F30)."""
    for where, alternative in _pictures(document):
        if _PLACEHOLDER.fullmatch(alternative):
            what = f"the alternative text “{alternative}” says nothing; say what the picture shows"
            yield Finding("alt-placeholder", what, where)


def is_decorative(drawing: Element) -> bool:
    """Tell whether a `wp:inline` or `wp:anchor` is marked as decorative (an extension since Office 2019)."""
    properties = child(drawing, "docPr")
    return properties is not None and any(
        attribute(one, "val") in {"1", "true"} for one in within(properties, "decorative")
    )


def has_text(drawing: Element) -> bool:
    """Tell whether a drawing is a text box, whose words say what it is."""
    return any(text_within(one).strip() for one in within(drawing, "txbxContent"))


def _pictures(document: Document) -> Iterator[tuple[str, str]]:
    """Yield place and alternative text of what is drawn and not decorative."""
    for story in document.stories:
        for root in story.roots:
            for drawing in within(root, "inline", "anchor"):
                if not (is_decorative(drawing) or is_hidden(drawing) or has_text(drawing)):
                    yield story.where(drawing), _alternative(child(drawing, "docPr"))
            for shape in within(root, *_SHAPES):
                if _shows_picture(shape):
                    yield story.where(shape), attribute(shape, "alt").strip()


def _alternative(properties: Element | None) -> str:
    return (attribute(properties, "descr") or attribute(properties, "title")).strip()


def _shows_picture(shape: Element) -> bool:
    """Tell whether a shape of VML shows a picture (ECMA-376 part 4, 19.1.2.11), and is no ruled line."""
    return any(local(one) == "imagedata" for one in shape) and attribute(shape, "hr") not in {"t", "true"}
