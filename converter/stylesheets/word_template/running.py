"""Headers and footers of Word as lines of a style file: what stands left, in the middle, right."""

from collections.abc import Collection, Iterator, Sequence

from converter.model.style import Position, RunningKind
from converter.ooxml.xml import Element, attribute, child, is_on, local
from converter.stylesheets.word_template.fields import as_template
from converter.stylesheets.word_template.formatting import Formatting, Styles
from converter.stylesheets.word_template.package import Package, Part
from converter.stylesheets.word_template.paper import text_width
from converter.stylesheets.word_template.tree import Tree
from converter.stylesheets.word_template.words import Tab, control, pieces

PLACES: tuple[Position, ...] = ("left", "center", "right")
SEPARATOR = " · "
"""Between what stands on several lines of the template, as in the style that ships."""

_ALIGNED: dict[str, Position] = {"center": "center", "right": "right", "end": "right"}
_AROUND = frozenset({"ins", "moveTo", "customXml", "sdtContent"})


class Lines:
    """Reads the lines of headers and footers.

    Args:
        styles: of the template.
        section: of the report.
        given: names of a person's own fields.
    """

    def __init__(self, styles: Styles, section: Element | None, given: Collection[str] = ()) -> None:
        """Take what tab stops and alignment depend on."""
        self._styles = styles
        self._given = given
        self._width = text_width(section) * 20

    def read(self, part: Part | None) -> Tree:
        """Return `left`, `center` and `right`, each a template; what the template leaves free is empty."""
        found: dict[Position, list[str]] = {place: [] for place in PLACES}
        for place, words in self._blocks(part.root) if part else ():
            template = as_template(words, self._given)
            if template:
                found[place].append(template)
        return {place: SEPARATOR.join(found[place]) for place in PLACES}

    def _blocks(self, parent: Element) -> Iterator[tuple[Position, str]]:
        for block in parent:
            match local(block):
                case "p":
                    yield from self._paragraph(block)
                case "tbl":
                    for row in block.iterfind("{*}tr"):
                        yield from self._row(row.findall("{*}tc"))
                case "sdt":
                    yield from self._control(block)
                case name if name in _AROUND:
                    yield from self._blocks(block)

    def _control(self, block: Element) -> Iterator[tuple[Position, str]]:
        content, instead = child(block, "sdtContent"), control(block)
        if content is None:
            return
        if instead is None:
            yield from self._blocks(content)
        elif instead:
            yield self._alignment(self._styles.of_paragraph(child(content, "p"))), instead

    def _row(self, cells: Sequence[Element]) -> Iterator[tuple[Position, str]]:
        """Yield the words of a row; where a cell has a place of its own, alignment in it says nothing."""
        for index, cell in enumerate(cells):
            for place, words in self._blocks(cell):
                yield (place if len(cells) == 1 else _third((index + 0.5) / len(cells))), words

    def _paragraph(self, paragraph: Element) -> Iterator[tuple[Position, str]]:
        """Yield the words of each place, as tabs lead there; a line that is broken begins anew."""
        formatting = self._styles.of_paragraph(paragraph)
        start = self._alignment(formatting)
        stops = sorted(formatting.tabs.items())
        parts, passed = [(start, "")], 0
        for piece in pieces(paragraph):
            if isinstance(piece, Tab):
                parts.append((_ALIGNED.get(piece.place) or self._at(stops, passed), ""))
                passed += 1
                continue
            first, *others = piece.split("\n")
            parts[-1] = (parts[-1][0], parts[-1][1] + first)
            for other in others:
                parts.append((start, other))
                passed = 0
        return iter(parts)

    def _at(self, stops: Sequence[tuple[float, str]], passed: int) -> Position:
        """Return where the next tab leads, after so many."""
        if passed >= len(stops):
            return "right"
        position, kind = stops[passed]
        return _ALIGNED.get(kind) or _third(position / self._width)

    def _alignment(self, formatting: Formatting) -> Position:
        return _ALIGNED.get(formatting.paragraph.get("jc", {}).get("val", ""), "left")


def _third(share: float) -> Position:
    return PLACES[min(max(int(share * 3), 0), 2)]


def part_of(package: Package, sections: Sequence[Element], kind: RunningKind, page: str) -> Part | None:
    """Return the header or footer of the last of `sections`: its own, else that of the nearest before it.

    Args:
        package: the template.
        sections: up to the report's, in the order of the document.
        kind: header or footer.
        page: `default` or `first`.
    """
    for section in reversed(sections):
        for reference in section.iterfind(f"{{*}}{kind}Reference"):
            found = package.main.related.get(attribute(reference, "id"))
            if found and (attribute(reference, "type") or "default") == page:
                return package.part(found.target)
    return None


def differs_on_first_page(section: Element | None) -> bool:
    """Tell whether the first page has a header and a footer of its own (17.10.6)."""
    return bool(is_on(section, "titlePg"))


def look_of(part: Part | None, styles: Styles) -> Formatting | None:
    """Return how the first words of a header or footer are set; `None` where there are none."""
    for run in part.root.iter("{*}r") if part else ():
        words = "".join(text.text or "" for text in run.iterfind("{*}t"))
        if words.strip():
            paragraph = next(run.iterancestors("{*}p"), None)
            return styles.of_paragraph(paragraph, run)
    return None
