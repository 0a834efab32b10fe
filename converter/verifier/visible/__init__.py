"""Reports as a reader sees them, by code that shares nothing with what made them.

- `shown.py`: the two nouns, `Shown` and `Visible`.
- `pdf/`: PDF files; `read_pdf` is its entry.
"""
