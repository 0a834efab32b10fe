"""Lists: bullets and numbers that hang left of their text, and lists within lists."""

from converter.model.document import ListBlock
from converter.writers.pdf.stack import Label, Stack
from converter.writers.pdf.structure import Element

BULLET_HANG, NUMBER_HANG = 12.0, 18.0
"""How far bullets and numbers stand left of their text, in points, where the style does not say."""
_LABEL_GAP = 0.4
_NUMBERING = {"bullets": "<</O/List/ListNumbering/Disc>>", "numbers": "<</O/List/ListNumbering/Decimal>>"}


class _Levels:
    """The open lists, from the outermost to the innermost, each with its last item and how many it has."""

    def __init__(self, outermost: Element, attributes: str) -> None:
        self._lists, self._bodies, self._counts = [outermost], list[Element](), [0]
        self._attributes = attributes

    def item(self, depth: int) -> tuple[int, int, Element]:
        """Open an item; return its depth, at most one more than the last, its number and its element."""
        depth = min(depth, len(self._bodies))
        del self._lists[depth + 1 :], self._bodies[depth + 1 :], self._counts[depth + 1 :]
        if depth == len(self._lists):
            self._lists.append(self._bodies[-1].child("L", attributes=self._attributes))
            self._counts.append(0)
        self._counts[depth] += 1
        return depth, self._counts[depth], self._lists[depth].child("LI")

    def fill(self, depth: int, body: Element) -> None:
        """Let `body` be what lists below the item go into."""
        self._bodies[depth:] = [body]


def add_list(stack: Stack, block: ListBlock) -> None:
    """Add a list."""
    attributes = _NUMBERING["bullets" if block.start is None else "numbers"]
    levels = _Levels(stack.parent.child("L", attributes=attributes), attributes)
    hang = _hang(stack, block)
    for item in block.items:
        depth, count, element = levels.item(item.depth)
        label = stack.words.label(_label(stack, block, depth, count), block.role, element.child("Lbl"))
        body = element.child("LBody")
        levels.fill(depth, body)
        stack.paragraph(
            stack.words.words(item.content, block.role, body),
            block.role,
            label=Label(label, hang),
            depth=depth,
        )


def _hang(stack: Stack, block: ListBlock) -> float:
    """Return how far labels stand left of the text, so that the widest number has room."""
    if block.start is None:
        return stack.hang(block.role, BULLET_HANG)
    widest = stack.words.label(f"{block.start + len(block.items)}.", block.role, None)
    room = widest[0].width + _LABEL_GAP * float(stack.style.text[block.role].size)
    return max(stack.hang(block.role, NUMBER_HANG), room)


def _label(stack: Stack, block: ListBlock, depth: int, count: int) -> str:
    if block.start is None:
        bullets = stack.style.bullets
        return bullets[min(depth, len(bullets) - 1)]
    return f"{count + (block.start - 1 if depth == 0 else 0)}."
