"""Headers and footers: one line each, its places reached by tab stops (ECMA-376 17.10)."""

from typing import Literal

from converter.model.document import RunningLine
from converter.model.style import Length
from converter.writers.docx.formatting import tab_stops
from converter.writers.docx.look import Look
from converter.writers.docx.markup import NAMESPACES, paragraph_properties
from converter.writers.docx.runs import Runs

_ROOTS = {"header": "hdr", "footer": "ftr"}


def running_xml(
    kind: Literal["header", "footer"], line: RunningLine, look: Look, runs: Runs, before: str = ""
) -> str:
    """Return the part of a header or footer; `before` is the mark-up of runs that stand before its words."""
    root = _ROOTS[kind]
    return f"<w:{root} {NAMESPACES}>{_paragraph(kind, line, look, runs, before)}</w:{root}>"


def is_empty(line: RunningLine) -> bool:
    """Tell whether there is nothing in any place."""
    return not (line.left or line.center or line.right)


def _paragraph(kind: str, line: RunningLine, look: Look, runs: Runs, before: str) -> str:
    """Return the line; an empty middle loses its stop, so that a long left part may pass it."""
    properties = {"pStyle": f'<w:pStyle w:val="{kind.title()}"/>'}
    middle = runs.xml(line.center)
    if not middle:
        properties["tabs"] = tab_stops(("clear", Length(look.style.page.text_width / 2)))
    words = runs.xml(line.left)
    if middle:
        words += f"<w:r><w:tab/></w:r>{middle}"
    if line.right:
        words += f"<w:r><w:tab/></w:r>{runs.xml(line.right)}"
    return f"<w:p>{paragraph_properties(properties)}{before}{words}</w:p>"
