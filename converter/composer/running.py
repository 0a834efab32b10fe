"""Headers and footers: the style's templates with their fields filled in."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from converter.composer.context import Context
from converter.composer.templates import fields_in, fill
from converter.composer.titleblock import article_date, author_of, briefing_date, source_of, title_of
from converter.model.document import Inline, PageField, RunningLine, Text
from converter.model.style import Running

_LONGEST = {"title": 60, "source": 40, "author": 40}
_PAGE_FIELDS: Mapping[str, Literal["page", "pages"]] = {"page": "page", "pages": "pages"}
_AT_PAGE_FIELD = re.compile(r"(\{pages?\})")


def compose_running(running: Running, name: str, context: Context) -> RunningLine:
    """Return `running` with its fields filled in.

    A template is parted at the style's separator; a part whose fields are all empty disappears with it.

    Args:
        running: the templates.
        name: of the line in a style file, such as `header`, for errors.
        context: of the composition.

    Raises:
        StyleError: `field-unknown`.
    """
    values, separator = _short_values(context), context.style.separator
    places = {"left": running.left, "center": running.center, "right": running.right}
    where = f"{name} of style {context.style.name}"
    return RunningLine(
        **{place: _filled(template, where, values, separator) for place, template in places.items()}
    )


def shorten(text: str, longest: int) -> str:
    """Return `text` in at most `longest` characters, cut behind a word where there is one, with "…"."""
    if len(text) <= longest:
        return text
    head = text[:longest]
    at_word = head.rpartition(" ")[0] if " " in head[longest // 2 :] else head[:-1]
    return at_word.rstrip(" ,;:.–—-") + "…"


def field_values(context: Context) -> dict[str, str]:
    """Return what stands for each field but those of pages, which only writers know; some are empty."""
    return {
        "title": title_of(context),
        "source": source_of(context),
        "date": briefing_date(context) or article_date(context),
        "author": author_of(context),
        "marking": context.details.marking,
        **context.details.fields,
    }


def _short_values(context: Context) -> dict[str, str]:
    values = field_values(context)
    if context.mark:
        # its label stands on every page, whatever the style's lines say
        values["marking"] = ""
    return {name: shorten(value, _LONGEST.get(name, len(value))) for name, value in values.items()}


def _filled(template: str, where: str, values: Mapping[str, str], separator: str) -> tuple[Inline, ...]:
    pieces = template.split(separator) if separator else [template]
    kept = [piece for piece in pieces if _says_something(piece, values)]
    return tuple(_inlines(separator.join(kept), where, values))


def _says_something(piece: str, values: Mapping[str, str]) -> bool:
    fields = fields_in(piece)
    return bool(piece) and (not fields or any(values.get(field, field) for field in fields))


def _inlines(template: str, where: str, values: Mapping[str, str]) -> Iterator[Inline]:
    known = {**values, **dict.fromkeys(_PAGE_FIELDS, "")}
    text = ""
    for part in _AT_PAGE_FIELD.split(template):
        field = part[1:-1]
        if part and field in _PAGE_FIELDS:
            if text:
                yield Text(text)
            yield PageField(_PAGE_FIELDS[field])
            text = ""
        else:
            text += fill(part, known, where)
    if text:
        yield Text(text)
