"""Lists: bullets and numbers that hang left of their text, and lists within lists."""

from converter.model.document import Item, ListBlock
from converter.writers.pdf.stack import Label, Stack
from converter.writers.pdf.structure import Element

BULLET_HANG, NUMBER_HANG = 12.0, 18.0
"""How far bullets and numbers stand left of their text, in points, where the style does not say."""
_LABEL_GAP = 0.4
_NUMBERING = {"bullets": "<</O/List/ListNumbering/Disc>>", "numbers": "<</O/List/ListNumbering/Decimal>>"}


class _Levels:
    """The open lists, from the outermost to the innermost, each with its kind and its last item."""

    def __init__(self, parent: Element) -> None:
        self._parents = [parent]
        self._lists: list[tuple[str, Element]] = []

    def item(self, depth: int, kind: str) -> tuple[int, Element]:
        """Open an item; return its depth, at most one more than the last, and its element."""
        depth = min(depth, len(self._parents) - 1)
        del self._lists[depth + 1 :]
        if depth == len(self._lists) or self._lists[depth][0] != kind:
            self._lists[depth:] = [(kind, self._parents[depth].child("L", attributes=_NUMBERING[kind]))]
        return depth, self._lists[depth][1].child("LI")

    def fill(self, depth: int, body: Element) -> None:
        """Let `body` be what lists below the item go into."""
        self._parents[depth + 1 :] = [body]


def add_list(stack: Stack, block: ListBlock) -> None:
    """Add a list."""
    levels = _Levels(stack.parent)
    hangs = {"bullets": stack.hang(block.role, BULLET_HANG), "numbers": _number_hang(stack, block)}
    for item in block.items:
        kind = "bullets" if item.number is None else "numbers"
        depth, element = levels.item(item.depth, kind)
        label = stack.words.label(_label(stack, item, depth), block.role, element.child("Lbl"))
        body = element.child("LBody")
        levels.fill(depth, body)
        stack.paragraph(
            stack.words.words(item.content, block.role, body),
            block.role,
            label=Label(label, hangs[kind]),
            depth=depth,
        )


def _number_hang(stack: Stack, block: ListBlock) -> float:
    """Return how far numbers stand left of the text, so that the widest has room."""
    highest = max(item.number or 0 for item in block.items)
    widest = stack.words.label(f"{highest}.", block.role, None)
    room = widest[0].width + _LABEL_GAP * float(stack.style.text[block.role].size)
    return max(stack.hang(block.role, NUMBER_HANG), room)


def _label(stack: Stack, item: Item, depth: int) -> str:
    if item.number is not None:
        return f"{item.number}."
    bullets = stack.style.bullets
    return bullets[min(depth, len(bullets) - 1)]
