"""Word: a file made of Word's own styles, numbering, end-notes and fields (ECMA-376, transitional).

One module for each part of the standard writes mark-up as strings; `package` puts the parts together. Why it
is done so, and not with python-docx, stands in `docs/why/word.md`.
"""

from converter.writers.docx.writer import write_docx

__all__ = ["write_docx"]
