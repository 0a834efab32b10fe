"""What style sheets say of the elements of a page, as far as it tells whether they are seen.

A small part of CSS: selectors of names, classes, ids and attributes, joined by spaces and `>`. What else a
selector asks of an element's place is taken for given; states such as `:hover` are not.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element as Element

_WANTED = frozenset(
    {
        *("background", "background-color", "clip", "clip-path", "color", "content", "display", "font"),
        *("font-size", "height", "left", "margin-left", "opacity", "overflow", "position", "text-indent"),
        *("top", "transform", "visibility", "width"),
    }
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STEP = re.compile(r"\s*([> +~])?\s*((?:\[[^\]]*\]|\([^)]*\)|[^\s>+~])+)")
_PART = re.compile(r"""(\*|[\w-]+)|\.([\w-]+)|\#([\w-]+)|\[([^\]]*)\]|(::?[\w-]+(?:\([^)]*\))?)""")
_STATES = (":hover", ":focus", ":active", ":visited", ":target", ":checked", ":link", ":disabled", ":invalid")
_BEFORE_AFTER = {":before": "before", "::before": "before", ":after": "after", "::after": "after"}
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_SELECTOR = re.compile(r"(?:[^,(\[]|\((?:[^()]|\([^()]*\))*\)?|\[[^\]]*\]?)+")
_DECLARATION = re.compile(r"""(?:[^;"']|"[^"]*"?|'[^']*'?)+""")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \n]?|\\(.)", re.DOTALL)
_ATTRIBUTE = re.compile(r"\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?([^\"']*)[\"']?)?")
_LAST = 0x10FFFF

DEEPEST = 20
"""So deep may the rules of a style sheet be nested to be followed; no honest one nests three."""


class Compound(NamedTuple):
    """What a selector asks of one element."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[str, ...]

    def matches(self, element: Element) -> bool:
        """Tell whether `element` is so."""
        return (
            self.tag in {"*", element.tag}
            and all(one == element.get("id") for one in self.ids)
            and set(self.classes) <= set((element.get("class") or "").split())
            and all(_has(element, one) for one in self.attributes)
        )


class Rule(NamedTuple):
    """A rule with one selector.

    Attributes:
        steps: pairs of what stands before an element (` `, `>`) and what it is, the last is the element's.
        weight: its specificity.
        says: property → value.
        part: `before` or `after`: it is about what is put in there; empty: about the element.
    """

    steps: tuple[tuple[str, Compound], ...]
    weight: tuple[int, int, int]
    says: Mapping[str, str]
    part: str


class Cascade:
    """Says which declarations count for an element."""

    def __init__(self, sheets: str) -> None:
        """Read style sheets."""
        self._rules: dict[str, list[tuple[int, Rule]]] = {}
        self.margins: list[str] = []
        for order, rule in enumerate(self._read(without_comments(sheets))):
            self._rules.setdefault(_key(rule.steps[-1][1]), []).append((order, rule))

    def told(self, element: Element, part: str = "") -> dict[str, str]:
        """Return property → value of what is said of `element`, or of what is put in before or after it."""
        found = [
            (rule.weight, order, rule.says)
            for key in _keys(element)
            for order, rule in self._rules.get(key, ())
            if rule.part == part and _fits(rule, element)
        ]
        says: dict[str, str] = {}
        urgent: dict[str, str] = {}
        layers = [one for _, _, one in sorted(found, key=lambda one: one[:2])]
        if not part:
            layers.append(declarations(element.get("style") or ""))
        for layer in layers:
            for name, value in layer.items():
                (urgent if value.endswith("!important") else says)[name] = value.removesuffix("!important")
        return {name: value.strip() for name, value in (says | urgent).items()}

    def _read(self, sheet: str, depth: int = 0) -> Iterator[Rule]:
        if depth > DEEPEST:
            return
        for head, body in blocks(sheet):
            if head.startswith("@page"):
                self.margins += [inner for name, inner in blocks(body) if name.rpartition("@")[1]]
            elif head.startswith("@media") and "print" in head:
                continue
            elif head.startswith("@"):
                yield from self._read(body, depth + 1) if "{" in body else ()
            else:
                says = {name: value for name, value in declarations(body).items() if name in _WANTED}
                yield from _rules(head, says) if says else ()


def declarations(text: str) -> dict[str, str]:
    """Return property → value of declarations, later ones preferred."""
    found = {}
    for one in _DECLARATION.findall(text):
        name, colon, value = one.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip().replace("! ", "!")
    return found


def without_comments(sheet: str) -> str:
    """Return a style sheet without its comments."""
    return _COMMENT.sub("", sheet)


def strings(value: str) -> str:
    """Return the strings of a value of `content`, unescaped."""
    return "".join(_ESCAPE.sub(_sign, one or other) for one, other in _STRING.findall(value))


def _sign(found: re.Match[str]) -> str:
    if not found[1]:
        return "" if found[2] == "\n" else found[2]
    code = int(found[1], 16)
    return chr(code) if 0 < code <= _LAST else "\ufffd"


def blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield head and body of each block on the outermost level."""
    start, depth, head, quote = 0, 0, "", ""
    for place, sign in enumerate(sheet):
        if quote:
            quote = "" if sign == quote and sheet[place - 1] != "\\" else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "{":
            if not depth:
                head, start = sheet[start:place].rpartition(";")[2].strip(), place + 1
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if not depth:
                yield head, sheet[start:place]
                start = place + 1


def _rules(head: str, says: Mapping[str, str]) -> Iterator[Rule]:
    for selector in _SELECTOR.findall(head):
        if any(state in selector for state in _STATES):
            continue
        steps: list[tuple[str, Compound]] = []
        part = ""
        for joint, text in _STEP.findall(selector):
            compound, part = _compound(text)
            steps.append((joint.strip(), compound))
        if steps and part != "other":
            weights = [
                (len(one.ids), len(one.classes) + len(one.attributes), one.tag != "*") for _, one in steps
            ]
            ids, classes, tags = (sum(column) for column in zip(*weights, strict=True))
            yield Rule(tuple(steps), (ids, classes, tags), says, part)


def _compound(text: str) -> tuple[Compound, str]:
    tag, part = "*", ""
    ids, classes, attributes = [], [], []
    for name, class_, id_, attribute, pseudo in _PART.findall(text):
        tag = name.lower() or tag
        ids += [id_] if id_ else []
        classes += [class_] if class_ else []
        attributes += [attribute] if attribute else []
        if pseudo == ":root":
            tag = "html"
        elif pseudo in _BEFORE_AFTER:
            part = _BEFORE_AFTER[pseudo]
        elif pseudo.startswith("::"):
            part = "other"
    return Compound(tag, tuple(ids), tuple(classes), tuple(attributes)), part


def _key(compound: Compound) -> str:
    if compound.ids:
        return f"#{compound.ids[0]}"
    return f".{compound.classes[0]}" if compound.classes else compound.tag


def _keys(element: Element) -> Iterator[str]:
    yield "*"
    yield str(element.tag)
    yield f"#{element.get('id')}"
    yield from (f".{one}" for one in dict.fromkeys((element.get("class") or "").split()))


def _fits(rule: Rule, element: Element) -> bool:
    return rule.steps[-1][1].matches(element) and _stands(rule.steps, element)


def _stands(steps: tuple[tuple[str, Compound], ...], element: Element) -> bool:
    """Tell whether what the steps before the last ask is around `element`."""
    if len(steps) == 1:
        return True
    joint, before = steps[-1][0], steps[:-1]
    around = [element.getparent()] if joint == ">" else list(element.iterancestors())
    if joint in {"+", "~"}:
        around = list(element.itersiblings(preceding=True))
    return any(
        one is not None and isinstance(one.tag, str) and before[-1][1].matches(one) and _stands(before, one)
        for one in around
    )


def _has(element: Element, wanted: str) -> bool:
    found = _ATTRIBUTE.match(wanted)
    value = element.get(found[1].lower()) if found else None
    if found is None or value is None:
        return False
    sign, told = found[2], found[3]
    tests = {
        "=": value == told,
        "~=": told in value.split(),
        "^=": value.startswith(told or "\0"),
        "$=": value.endswith(told or "\0"),
        "*=": (told or "\0") in value,
        "|=": value == told or value.startswith(f"{told}-"),
    }
    return tests.get(sign, True)
