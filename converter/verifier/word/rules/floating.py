"""What stands beside the text instead of in it: WCAG 1.3.2, Word's "object not in line with text"."""

import re
from collections.abc import Iterator

from converter.ooxml.xml import Element, attribute, local, within
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.formatting import Formatting
from converter.verifier.word.grounds import is_hidden
from converter.verifier.word.rules.pictures import has_text, is_decorative
from converter.verifier.word.story import Paragraph, text_within
from converter.verifier.word.styles import told

_WATERMARK = re.compile(r"(?:PowerPlus|Word)(?:Picture)?WaterMark\w*", re.IGNORECASE)
_ABSOLUTE = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)


def check_text_boxes(document: Document) -> Iterator[Finding]:
    """Find words in text boxes, which are read out of order or not at all: WCAG 1.3.2."""
    for story in document.stories:
        for root in story.roots:
            for box in within(root, "txbxContent"):
                if text_within(box).strip():
                    what = "words stand in a text box; move them into the text, as a paragraph with a border"
                    yield Finding("text-box", what, story.where(box))


def check_frames(document: Document) -> Iterator[Finding]:
    """Find words in frames (ECMA-376 17.3.1.11), drop capitals among them: WCAG 1.3.2."""
    formatting = document.formatting
    for story in document.stories:
        for paragraph in story.paragraphs:
            if _is_framed(paragraph, formatting) and paragraph.text.strip():
                what = "words stand in a frame beside the text; remove the frame"
                yield Finding("frame", what, paragraph.where)


def check_floating(document: Document) -> Iterator[Finding]:
    """Find pictures that mean something and float: WCAG 1.3.2, Word's "object not in line with text"."""
    for story in document.stories:
        for root in story.roots:
            for drawing in within(root, "anchor", "imagedata"):
                if _floats(drawing):
                    what = "a picture floats beside the text; set it in line with the text"
                    yield Finding("floating", what, story.where(drawing))


def check_watermarks(document: Document) -> Iterator[Finding]:
    """Find watermarks: what they say, such as DRAFT, is told to nobody who does not see it: WCAG 1.1.1."""
    for story in document.stories:
        for root in story.roots:
            for element in within(root, "textpath", "shape", "docPr", "prstTxWarp"):
                if _is_watermark(element):
                    what = "a watermark carries a mark; say it in the text or the header too, and remove it"
                    yield Finding("watermark", what, story.where(element))
                    break


def _is_framed(paragraph: Paragraph, formatting: Formatting) -> bool:
    frame = told(formatting.paragraph_layers(paragraph), "framePr")
    return frame is not None and attribute(frame, "dropCap") != "none"


def _floats(drawing: Element) -> bool:
    if local(drawing) == "imagedata":
        shape = drawing.getparent()
        return _ABSOLUTE.search(attribute(shape, "style")) is not None and not _is_watermark(shape)
    meant = not (is_decorative(drawing) or is_hidden(drawing) or has_text(drawing))
    return meant and not any(map(_is_watermark, within(drawing, "docPr", "prstTxWarp")))


def _is_watermark(element: Element | None) -> bool:
    """Tell whether something is the mark of Word's own watermarks, or words drawn as a picture."""
    if element is None:
        return False
    match local(element):
        case "textpath":
            return bool(attribute(element, "string").strip())
        case "prstTxWarp":
            return attribute(element, "prst") not in {"", "textNoShape"} and _has_words(element)
        case _:
            names = (
                str(told_) for key, told_ in element.items() if str(key).rpartition("}")[2] in {"id", "name"}
            )
            return any(map(_WATERMARK.match, names))


def _has_words(warp: Element) -> bool:
    return any(has_text(shape) for shape in warp.iterancestors("{*}wsp"))
