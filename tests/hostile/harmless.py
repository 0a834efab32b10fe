"""Whether a report carries anything harmful on, read by other means than it was written with."""

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import pikepdf
from lxml import etree
from markdown_it import MarkdownIt

_SCHEMES = ("http://", "https://", "mailto:")
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEAST_SIZE = 8
"""Half points: smaller letters are meant not to be seen."""

_WORD_TAGS = (
    "altChunk",
    "object",
    "OLEObject",
    "control",
    "vanish",
    "webHidden",
    "attachedTemplate",
    "subDoc",
    "script",
    "movie",
    "dde",
    "mailMerge",
)
_WORD_FIELDS = re.compile(
    r"\s*(?:PAGE|NUMPAGES|PAGEREF \S+|TOC|HYPERLINK \\l|REF \S+|NOTEREF|STYLEREF|SECTIONPAGES)\b"
)
_WORD_PARTS = re.compile(
    r"\.(?:bin|exe|js|vbs|html?|mht|rtf|docm?|xlsm?|swf|emf|wmf|svg)$|vba|macro|activeX|embeddings/",
    re.IGNORECASE,
)
_PDF_KEYS = frozenset(
    {
        "/JS",
        "/JavaScript",
        "/AA",
        "/Launch",
        "/OpenAction",
        "/XFA",
        "/RichMediaContent",
        "/RichMediaSettings",
        "/SubmitForm",
        "/ImportData",
        "/Movie",
        "/Sound",
        "/Rendition",
        "/OCProperties",
        "/AcroForm",
        "/GoToR",
        "/GoToE",
    }
)
_PDF_ACTIONS = frozenset({"/URI", "/GoTo"})
_PDF_NOTES = frozenset({"/Link"})
_HTML_TAGS = frozenset(
    {
        "script",
        "iframe",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "base",
        "frame",
        "frameset",
        "video",
        "audio",
        "portal",
        "template",
        "noscript",
        "foreignobject",
    }
)
_HTML_ADDRESSES = frozenset(
    {
        "href",
        "src",
        "action",
        "formaction",
        "poster",
        "data",
        "background",
        "cite",
        "srcset",
        "ping",
        "xlink:href",
        "longdesc",
        "manifest",
    }
)
_STYLE = re.compile(
    r"url\((?!['\"]?(?:data:(?:font|image/(?:png|jpeg))|#))|@import|expression\(|-moz-binding|behavior:|javascript:",
    re.IGNORECASE,
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)


def harms(data: bytes, format: str) -> Iterator[str]:  # noqa: A002 - the word of the command line
    """Yield what in a report of that format could act, reach out or hide."""
    yield from _JUDGES[format](data)


def _word(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        if archive.testzip() is not None:
            yield "a part is damaged"
        for name in archive.namelist():
            if _WORD_PARTS.search(name) or ".." in name or name.startswith("/"):
                yield f"the part {name}"
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                yield from (f"{name}: {harm}" for harm in _xml(part, name))


def _xml(part: bytes, name: str) -> Iterator[str]:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        yield "a document type"
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    if name.endswith("[Content_Types].xml") and re.search(
        rb"macro|vba|oleObject|activeX", part, re.IGNORECASE
    ):
        yield "a type of active content"
    for element in root.iter():
        tag = etree.QName(element).localname if isinstance(element.tag, str) else "?"
        if tag == "?":
            yield "a processing instruction"
        if tag == "Relationship":
            yield from _relationship(element)
        elif tag in _WORD_TAGS and name.startswith("word/"):
            yield f"the element {tag}"
        elif tag in {"instrText", "fldSimple"}:
            told = element.get(f"{_W}instr") or element.text or ""
            if not _WORD_FIELDS.match(told):
                yield f"the field {told[:60]!a}"
        elif tag == "r" and element.find(f"{_W}t") is not None:
            yield from _run(element)
        yield from (f"the character {found[0]!a}" for found in _FORBIDDEN.finditer(element.text or ""))


def _run(element: etree._Element) -> Iterator[str]:
    size = element.find(f"{_W}rPr/{_W}sz")
    if size is not None and int(size.get(f"{_W}val") or 0) < _LEAST_SIZE:
        yield f"letters of {size.get(f'{_W}val')} half points"


def _relationship(element: etree._Element) -> Iterator[str]:
    kind, target = (element.get("Type") or "").removeprefix(_TYPE), element.get("Target") or ""
    if element.get("TargetMode") == "External" and (
        kind != "hyperlink" or not target.lower().startswith(_SCHEMES)
    ):
        yield f"a {kind} outside: {target[:80]!a}"
    if element.get("TargetMode") != "External" and (":" in target or ".." in target.removeprefix("../")):
        yield f"a {kind} at {target[:80]!a}"


def _pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        for each in pdf.objects:
            yield from _object(each)
        for name, file in pdf.attachments.items():
            if (
                not re.fullmatch(r"[\w.-]+\.(?:json|txt|md|html|docx|pdf|yaml)", name)
                and file.relationship != "/Source"
            ):
                yield f"the file {name!a} inside"
        for page in pdf.pages:
            yield from _page(page)


def _object(each: pikepdf.Object) -> Iterator[str]:
    if isinstance(each, pikepdf.Array):
        inside: list[object] = list(each)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        inside = list(each.values())
        yield from _dictionary(each)
    else:
        return
    for inner in inside:
        if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
            yield from _object(inner)


def _dictionary(each: pikepdf.Object) -> Iterator[str]:
    yield from (f"the key {key}" for key in _PDF_KEYS.intersection(each.keys()))
    action, address = each.get("/S"), each.get("/URI")
    if (each.get("/Type") == "/Action" or address is not None) and str(action) not in _PDF_ACTIONS:
        yield f"the action {action}"
    if address is not None and not str(address).lower().startswith(_SCHEMES):
        yield f"the address {str(address)[:80]!a}"
    if each.get("/Type") == "/Annot" and str(each.get("/Subtype")) not in _PDF_NOTES:
        yield f"the annotation {each.get('/Subtype')}"


def _page(page: pikepdf.Page) -> Iterator[str]:
    """Yield words that are drawn and not seen: without ink, or in letters of no size."""
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), [str(operand) for operand in instruction.operands]
        if operator == "Tr" and operands[0] in {"3", "7"}:
            yield "letters without ink"
        if operator == "Tf" and float(operands[1]) < _LEAST_SIZE / 2:
            yield f"letters of {operands[1]} points"


class _Page(HTMLParser):
    def __init__(self, *, in_mail: bool) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_mail, self._in_style = in_mail, False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        told = {name: value or "" for name, value in attributes}
        if tag in _HTML_TAGS or (tag == "link" and "stylesheet" in told.get("rel", "")):
            self.found.append(f"the element {tag}")
        if tag == "meta" and told.get("http-equiv", "").lower() in {"refresh", "set-cookie"}:
            self.found.append("a page that leads away")
        if tag == "img" and (told.get("width") in {"0", "1"} or told.get("height") in {"0", "1"}):
            self.found.append("a picture that is not seen")
        for name, value in told.items():
            if name.startswith("on") or name in {"srcdoc", "ping"}:
                self.found.append(f"the attribute {name}")
            if name in _HTML_ADDRESSES and not self._allowed(tag, value.strip().lower()):
                self.found.append(f"{tag} {name} {value[:80]!a}")
            if name == "style" and (_STYLE.search(value) or (_HIDING.search(value) and not self._in_mail)):
                self.found.append(f"the style {value[:80]!a}")

    def _allowed(self, tag: str, address: str) -> bool:
        if tag in {"a", "link"}:
            return address.startswith((*_SCHEMES, "#"))
        return address.startswith(("data:image/png;", "data:image/jpeg;", "cid:"))

    def handle_data(self, data: str) -> None:
        if self._in_style and _STYLE.search(data):
            self.found.append("a style that reaches out")
        if found := _FORBIDDEN.search(data):
            self.found.append(f"the character {found[0]!a}")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - HTMLParser's
        self._in_style = False

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.found.append(f"the declaration {decl[:60]!a}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"the instruction {data[:60]!a}")


def _html(data: bytes, *, in_mail: bool = False) -> Iterator[str]:
    page = _Page(in_mail=in_mail)
    page.feed(data.decode("utf-8"))
    page.close()
    yield from page.found
    tree = etree.HTML(data)
    # a second parser, since attacks live where two differ
    for element in tree.iter() if tree is not None else ():
        if isinstance(element.tag, str) and element.tag in _HTML_TAGS:
            yield f"the element {element.tag}"


_OWN_COMMENT = re.compile(r"<!-- briefing-provenance [^<>]* -->\n\Z")


_PLAIN_TAG = re.compile(r"</?(?:em|strong|code)>|<!-- -->\n?")
"""Tags of emphasis where marks would not be understood, and the comment that parts two lists."""


_FOOTNOTE = re.compile(r"^\[\^\w+\]: ", re.MULTILINE)
"""What begins a footnote. CommonMark, which has none, takes one without spaces for the address of a link."""


def _markdown(data: bytes) -> Iterator[str]:
    text = _OWN_COMMENT.sub("", data.decode("utf-8"))
    if found := _FORBIDDEN.search(text):
        yield f"the character {found[0]!a}"
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign]
    for token in parser.parse(_FOOTNOTE.sub("", _without_front_matter(text))):
        for one in (token, *(token.children or ())):
            if one.type in {"html_block", "html_inline"} and not _PLAIN_TAG.fullmatch(one.content):
                yield f"HTML: {one.content[:80]!a}"
            address = str(one.attrs.get("href", ""))
            if one.type == "link_open" and not address.lower().startswith((*_SCHEMES, "#")):
                yield f"a link to {address[:80]!a}"
            if one.type == "image" and not str(one.attrs.get("src", "")).startswith(
                ("data:image/png;", "data:image/jpeg;")
            ):
                yield f"a picture at {str(one.attrs.get('src'))[:80]!a}"


def _any_link(url: str) -> bool:  # noqa: ARG001 - markdown-it hides those that it does not like
    return True


def _without_front_matter(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)


def _json(data: bytes) -> Iterator[str]:
    import json

    def walk(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            address = node.get("link")
            if isinstance(address, str) and not address.lower().startswith((*_SCHEMES, "#")):
                yield f"a link to {address[:80]!a}"
            yield from (harm for inner in node.values() for harm in walk(inner))
        elif isinstance(node, list):
            yield from (harm for inner in node for harm in walk(inner))
        elif isinstance(node, str) and (found := _FORBIDDEN.search(node)):
            yield f"the character {found[0]!a}"

    yield from walk(json.loads(data))


def _message(data: bytes) -> Iterator[str]:
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        kind, content = part.get_content_type(), part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        if kind == "text/html":
            yield from _html(content, in_mail=True)
        name = part.get_filename() or ""
        suffix = name.rpartition(".")[2]
        if suffix in _JUDGES:
            yield from (f"{name}: {harm}" for harm in harms(content, suffix))
        elif part.is_attachment():
            yield f"the attachment {name!a}"


_JUDGES: dict[str, Callable[[bytes], Iterator[str]]] = {
    "docx": _word,
    "pdf": _pdf,
    "html": _html,
    "md": _markdown,
    "json": _json,
    "eml": _message,
}
