"""Step 4: `Briefing` × `Style` × `Language` × `Details` → `Document`, once for all formats.

Here is decided what stands on the page, in which order and in which words: the title block, the contents of
a long report, the sections with their references, source and method, and last the end-notes, where Word puts
them.
"""

from converter.composer.contents import compose_contents
from converter.composer.context import context_of
from converter.composer.method import compose_method
from converter.composer.properties import GENERATOR, compose_properties
from converter.composer.running import compose_running, field_values
from converter.composer.sections import compose_sections
from converter.composer.titleblock import compose_title_block
from converter.model.briefing import Briefing, Details
from converter.model.document import Document
from converter.model.language import Language
from converter.model.style import Style


def compose(briefing: Briefing, style: Style, language: Language, details: Details) -> Document:
    """Return `briefing` as the document that every format renders.

    Args:
        briefing: what was chosen, from one article or several.
        style: its labels, date format, separator, box, numbering, headers and footers are taken into account.
        language: of the report's own words.
        details: what a person said about the briefing.

    Raises:
        StyleError: `field-unknown` when a header, footer or label has a field that does not exist,
            `label-missing` when the language lacks a label.
        UsageError: `marking-unknown` when the mark is none of a scheme that it seems to be of.
    """
    context = context_of(briefing, style, language, details)
    sections = list(compose_sections(context))
    # The title block says how long the sections take to read, and the end-notes what they cited.
    title_block = compose_title_block(context)
    contents = compose_contents(sections, context)
    method = compose_method(context, GENERATOR)
    notes = context.references.notes(context.anchors)
    first_header, first_footer = style.first_header, style.first_footer
    return Document(
        language=context.tag,
        direction=language.direction,
        properties=compose_properties(sections, context),
        blocks=(title_block, *contents, *sections, method, *notes),
        header=compose_running(style.header, "header", context),
        footer=compose_running(style.footer, "footer", context),
        first_header=compose_running(first_header, "first header", context) if first_header else None,
        first_footer=compose_running(first_footer, "first footer", context) if first_footer else None,
        records=tuple(context.records),
        sources=tuple(article.source for article in briefing.articles),
        short_names=tuple(shelf.short_name for shelf in context.shelves) if briefing.is_digest else (),
        omissions=briefing.omissions,
        fields=field_values(context),
        mark=context.mark,
        rest_attached=context.labels("rest-attached"),
    )
