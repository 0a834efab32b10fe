"""Files that hold others, compressed: a change of their own bytes would only break the outer shell.

- `archives`: zip files, such as those of Word; `trees`: the XML of their parts.
- `objects`: PDFs, with their streams.
"""
