"""What the file says of itself: the report's properties, where the template's described the template."""

from datetime import datetime

from docx.document import Document as DocxDocument

from converter.model.document import Document
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.properties import MAX_LENGTH
from converter.writers.docx.template.editing import new
from converter.writers.docx.template.trees import elements


def describe(template: DocxDocument, document: Document) -> None:
    """Enter the core properties, and the language where the template names none."""
    for text in elements(template.styles.element, "w:docDefaults/w:rPrDefault/w:rPr[not(w:lang)]"):
        text.append(new(f"<w:lang{language_attributes(document.language)}/>"))
    given, core = document.properties, template.core_properties
    created = datetime.fromisoformat(given.created)
    core.title, core.subject = given.title[:MAX_LENGTH], given.subject[:MAX_LENGTH]
    core.author = core.last_modified_by = given.author[:MAX_LENGTH]
    core.keywords, core.language = ", ".join(given.keywords)[:MAX_LENGTH], document.language
    core.created = core.modified = created
    core.comments, core.revision = "", 1
