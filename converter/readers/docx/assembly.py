"""Parts, one after the other → blocks of an article."""

from collections.abc import Sequence
from itertools import groupby

from converter.model.article import Origin
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.docx.parts import Drawing, Grid, Part, Words


def settle_captions(parts: list[Part]) -> None:
    """Give each caption to the table below it or the picture above it, else to the nearest beside it."""
    kept: list[Part] = []
    for part, below in zip(parts, [*parts[1:], None], strict=False):
        if not (isinstance(part, Words) and part.kind == "caption"):
            kept.append(part)
            continue
        above = kept[-1] if kept else None
        order = (
            (below, above) if isinstance(below, Grid) and not isinstance(above, Drawing) else (above, below)
        )
        owner = next((one for one in order if isinstance(one, Grid | Drawing) and not one.caption), None)
        if owner:
            owner.caption = part.runs
        else:
            part.kind = "prose"
            kept.append(part)
    parts[:] = kept


def add_parts(builder: ArticleBuilder, parts: Sequence[Part]) -> None:
    """Hand `parts` to `builder`; neighbours that make one block go together."""
    lists = _list_numbers(parts)
    for (kind, _), run in groupby(zip(parts, lists, strict=True), key=lambda pair: _belonging(*pair)):
        group = [part for part, _ in run]
        origin = Origin("paragraph", group[0].number)
        if kind == "words":
            _add_words(builder, [part for part in group if isinstance(part, Words)], origin)
            continue
        for part in group:
            if isinstance(part, Grid):
                builder.table(part.rows, header_rows=part.header_rows, caption=part.caption, origin=origin)
            elif isinstance(part, Drawing):
                builder.figure(part.image, alternative=part.alternative, caption=part.caption, origin=origin)


def _add_words(builder: ArticleBuilder, group: Sequence[Words], origin: Origin) -> None:
    first = group[0]
    match first.kind:
        case "item":
            builder.item_list([Item(one.runs, one.depth, one.count) for one in group], origin)
        case "quote":
            builder.quote([one.runs for one in group], origin)
        case "code":
            builder.code("\n".join("".join(run.text for run in one.runs) for one in group), origin)
        case "heading":
            builder.heading(first.runs, first.level, origin)
        case _:
            builder.paragraph(first.runs, origin)


def _belonging(part: Part, number: int) -> tuple[str, object]:
    """Return what neighbours share that make one block."""
    if not isinstance(part, Words):
        return "other", id(part)
    if part.kind == "item":
        return "words", ("item", number)
    return "words", part.kind if part.kind in {"quote", "code"} else id(part)


def _list_numbers(parts: Sequence[Part]) -> list[int]:
    """Return for each part which list it belongs to: outermost items of another list begin a new one."""
    numbers, number, current = [], 0, ""
    for part in parts:
        if not (isinstance(part, Words) and part.kind == "item"):
            current = ""
        elif not part.depth and part.list_id != current:
            number += current != ""
            current = part.list_id
        numbers.append(number)
    return numbers
