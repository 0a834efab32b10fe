"""Which style of the template each of our styles becomes: as the style file maps them, else by name."""

from collections.abc import Mapping

from docx.document import Document as DocxDocument

from converter.errors import StyleError
from converter.model.style import Style, TextRole
from converter.writers.docx.stylenames import LIST_BULLET, ROLE_STYLES, StyleName
from converter.writers.docx.template.trees import values

_STYLES: Mapping[TextRole, StyleName] = {**ROLE_STYLES, "bullet": LIST_BULLET}
"""The style that a person means by a role."""

_THEIRS = frozenset({"header", "footer"})
"""Roles of lines that a template has of its own."""


def style_names(template: DocxDocument) -> dict[str, str]:
    """Return the names of the template's styles, as Word compares them and as they are written."""
    return {name.casefold(): name for name in values(template.styles.element, "w:style/w:name/@w:val")}


def mapped_styles(style: Style, template: DocxDocument, path: str) -> dict[str, str]:
    """Return id of our style → name of the template's, as `word.map` says.

    Raises:
        StyleError: `template-style-missing` when the template has no style of that name.
    """
    names = style_names(template)
    mapped = style.word.get("map")
    named: dict[str, str] = {}
    for role, name in mapped.items() if isinstance(mapped, Mapping) else ():
        if str(name).casefold() not in names:
            raise StyleError(
                "template-style-missing",
                f"the Word template has no style {name!r}, to which {role} is mapped",
                where=path,
                remedy="correct word.map, or add the style to the template",
            )
        named[_STYLES[role].id] = str(name)
    return named


def styles_by_role(style: Style, template: DocxDocument, path: str) -> dict[TextRole, str]:
    """Return role → name of the template's style that sets it; empty where ours is added.

    Raises:
        StyleError: as `mapped_styles`.
    """
    names, mapped = style_names(template), mapped_styles(style, template, path)
    return {
        role: mapped.get(named.id) or names.get(named.name.casefold(), "")
        for role, named in _STYLES.items()
        if role not in _THEIRS
    }
