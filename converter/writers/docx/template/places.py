"""All places of a template, and which of them take what."""

from docx.document import Document as DocxDocument

from converter.writers.docx.template.bookmarks import bookmark_places
from converter.writers.docx.template.controls import control_places
from converter.writers.docx.template.merge_fields import merge_field_places
from converter.writers.docx.template.parts import stories
from converter.writers.docx.template.place import Place
from converter.writers.docx.template.placeholders import placeholder_places


def places_of(template: DocxDocument) -> list[Place]:
    """Return the places of `template`: controls first, then bookmarks, placeholders and fields."""
    listed = list(stories(template))
    return [
        place
        for places in (control_places, bookmark_places, placeholder_places, merge_field_places)
        for part, story in listed
        for place in places(part, story)
    ]
