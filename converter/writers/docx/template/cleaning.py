"""What may not come along from a Word template: programs, and whatever reaches out of the file.

A template comes from somewhere, and what is made on it is sent on. So only what is known to be harmless is
kept: relationships of the kinds listed here, links that `links.safe_link` allows, and fields that look at
nothing but the document (ECMA-376 part 2, 9; part 1, 17.16.5).
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import join, split
from typing import Final

from lxml import etree
from msgspec import Struct, field

from converter.links import safe_link
from converter.writers.docx.markup import R, W
from converter.writers.docx.package import CONTENT_TYPES
from converter.writers.docx.template.instructions import strip_fields
from converter.writers.docx.template.trees import Element, remove

_HARMLESS: Final = (
    "chart chartColorStyle chartStyle chartUserShapes classificationlabels comments commentsExtended "
    "commentsExtensible commentsIds core-properties custom-properties customXml customXmlProps "
    "diagramColors diagramData diagramDrawing diagramLayout diagramQuickStyle endnotes "
    "extended-properties font fontTable footer footnotes glossaryDocument hdphoto header hyperlink image "
    "metadata numbering officeDocument people printerSettings settings styles stylesWithEffects theme "
    "themeOverride webSettings"
)
_KEPT_INSIDE: Final = frozenset(_HARMLESS.split())
"""Last part of the type of each relationship inside the file that may stay."""

_MACROS: Final = frozenset({"attachedToolbars", "keyMapCustomizations", "vbaProject", "wordVbaData"})
_MACRO_TYPE: Final = b"macroEnabled"
_MAIN_TYPE: Final = CONTENT_TYPES["document"].encode()
_OTHER_MAIN_TYPES: Final = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
"""What is not a plain document becomes one, which is all that python-docx opens."""

_OUTSIDE: Final = frozenset({"mailMerge", "saveThroughXslt", "schemaLibrary"})
"""Those of the settings that read or write other files; the standard has no more (ECMA-376 17.15.1)."""

_QUIET: Final = frozenset({"attachedSchema", "attachedTemplate", "linkStyles", "thumbnail", "updateFields"})
"""What goes without a word: nearly every template has it, it lets Word ask, or it shows the template."""

_ADDRESSES: Final = frozenset({"action", "althref", "href", "src"})
"""Attributes of shapes that lead somewhere (VML, DrawingML), whatever their namespace."""

_OWN_TEMPLATE: Final = re.compile(r"file:///(?!/)|[A-Za-z]:\\|/(?!/)|[^/\\:]+\Z")
"""Where Word notes on which template of its user's computer a file was made; nobody misses that either."""

_TYPES: Final = "[Content_Types].xml"
_SHOWN: Final = 80
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_BYTE_ORDER: Final = b"\xef\xbb\xbf\xfe\xff"
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


class UnfitError(ValueError):
    """The file cannot be a template; says why, as in "it …"."""


class Cleaned(Struct):
    """A template without what may not come along.

    Attributes:
        parts: name → bytes, in the order of the archive.
        macros: whether it held programs.
        removed: the part that something else was left out of, and what; in order.
    """

    parts: dict[str, bytes]
    macros: bool = False
    removed: dict[tuple[str, str], None] = field(default_factory=dict)

    def remove(self, part: str, what: str) -> None:
        """Note that `what` was left out of `part`; once is enough."""
        self.removed[part, what] = None


def clean(parts: Mapping[str, bytes]) -> Cleaned:
    """Return `parts`, of a .docx, .dotx, .docm or .dotm file, without what may not come along.

    Raises:
        UnfitError: a part is not well-formed, or declares a document type (ECMA-376 part 2, 6.2.5), or the
            file is Strict Open XML, which python-docx does not know.
        KeyError: the file says nowhere what its parts are.
    """
    types = parts[_TYPES]
    for other in _OTHER_MAIN_TYPES:
        types = types.replace(other, _MAIN_TYPE)
    cleaned = Cleaned({**parts, _TYPES: types}, macros=_MACRO_TYPE in parts[_TYPES])
    trees = _trees(types)
    for name in parts:
        folder, base = split(name)
        if base.endswith(".rels"):
            _clean_part(cleaned, join(split(folder)[0], base.removesuffix(".rels")), name)
        elif name.endswith(".xml") or f"/{name}" in trees:
            _clean_content(cleaned, name)
    return cleaned


def _trees(types: bytes) -> set[str]:
    """Return the names of parts that are XML by their type, whatever they are called."""
    listed = ((each.get("PartName", ""), each.get("ContentType", "")) for each in _parsed(types))
    return {name for name, kind in listed if kind.endswith("xml")}


def _clean_part(cleaned: Cleaned, part: str, relationships: str) -> None:
    """Drop relationships of `part` that may not stay, and the mark-up that refers to them."""
    root = _parsed(cleaned.parts[relationships])
    dropped = set()
    for link in list(root):
        if _may_stay(cleaned, part, link):
            continue
        dropped.add(link.get("Id", ""))
        root.remove(link)
    if not dropped:
        return
    cleaned.parts[relationships] = _serialised(root)
    if cleaned.parts.get(part, b"").lstrip(_BYTE_ORDER).startswith(b"<"):
        tree = _parsed(cleaned.parts[part])
        _drop_references(tree, dropped)
        cleaned.parts[part] = _serialised(tree)


def _may_stay(cleaned: Cleaned, part: str, link: Element) -> bool:
    """Tell whether a relationship may stay, and note what is left out if not."""
    kind, target = link.get("Type", "").rpartition("/")[2], link.get("Target", "")
    if link.get("TargetMode") == "External":
        if kind == "hyperlink" and safe_link(target):
            return True
        if kind != "attachedTemplate" or not _OWN_TEMPLATE.match(target):
            cleaned.remove(part, f"{'link' if kind == 'hyperlink' else kind} to {target[:_SHOWN]}")
        return False
    if kind in _MACROS:
        cleaned.macros = True
        return False
    if kind not in _KEPT_INSIDE:
        if kind not in _QUIET:
            cleaned.remove(part, f"{kind} {target[:_SHOWN]}")
        return False
    return True


def _drop_references(tree: Element, dropped: set[str]) -> None:
    """Remove what refers to relationships that are gone; words that were a link stay as words."""
    for element in list(tree.iter(etree.Element)):
        broken = [
            name for name, value in element.attrib.items() if value in dropped and f"{{{R}}}" in str(name)
        ]
        if not broken or element.getparent() is None:
            continue
        whole = element.attrib.get(f"{{{R}}}embed") if f"{{{R}}}link" in broken else None
        if whole and whole not in dropped:
            # the picture itself lies inside; only its original is elsewhere
            del element.attrib[f"{{{R}}}link"]
        elif _local(element) == "hyperlink":
            _unwrap(element)
        else:
            _remove_whole(element)


_PICTURES: Final = ("drawing", "pict", "object")


def _remove_whole(element: Element) -> None:
    """Remove the drawing or object that `element` is a part of, or, outside of one, the element alone.

    Of drawings in one another it is the innermost: a text box around it has words of its own.
    """
    if _local(element).startswith("hlink"):
        remove(element)
        return
    wholes = [one for one in element.iterancestors() if _local(one) in _PICTURES]
    remove(wholes[0] if wholes else element)


def _clean_content(cleaned: Cleaned, name: str) -> None:
    """Remove fields, addresses and settings that reach out of the file from one part."""
    tree = _parsed(cleaned.parts[name])
    found = [f"field {instruction[:_SHOWN]}" for instruction in strip_fields(tree)]
    found += [f"link to {address[:_SHOWN]}" for address in _strip_addresses(tree)]
    if _local(tree) == "settings":
        found += [f"setting {setting}" for setting in _strip_settings(tree)]
    if found or etree.QName(tree).namespace == W:
        cleaned.parts[name] = _serialised(tree)
    for what in found:
        cleaned.remove(name, what)


def _strip_addresses(tree: Element) -> Iterator[str]:
    """Yield the addresses of shapes that may not stay, and remove them."""
    for element in tree.iter(etree.Element):
        for name, address in element.attrib.items():
            local = etree.QName(name).localname
            if local not in _ADDRESSES or etree.QName(name).namespace == R:
                continue
            if not (local == "href" and safe_link(str(address))):
                del element.attrib[name]
                yield str(address)


def _strip_settings(tree: Element) -> Iterator[str]:
    for element in list(tree.iterchildren(etree.Element)):
        setting = _local(element)
        if setting in _OUTSIDE or setting in _QUIET:
            tree.remove(element)
            if setting not in _QUIET:
                yield setting


def _unwrap(element: Element) -> None:
    """Put the children of `element` in its place."""
    for child in element:
        element.addprevious(child)
    remove(element)


def _local(element: Element) -> str:
    return etree.QName(element).localname


def _parsed(data: bytes) -> Element:
    try:
        tree = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise UnfitError("has a part that is not well-formed") from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise UnfitError("has a part that declares a document type, which none may")
    if any(str(uri).startswith(_STRICT) for element in (tree, *tree) for uri in element.nsmap.values()):
        raise UnfitError("is Strict Open XML; save it in Word as an ordinary document")
    return tree


def _serialised(tree: Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
