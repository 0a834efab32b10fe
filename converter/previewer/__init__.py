"""A style seen before it is used: as a contact sheet, or on a page that follows what is saved.

- `rendering` makes the reports that are shown; `sample.md` is the article where none is given.
- `drawing` makes pictures of their pages, and the contact sheet.
- `session` renders again when a file changes, and keeps the newest state; `faults` says what is wrong, with
  the lines of the file around it; `word` lets LibreOffice lay out the Word file.
- `server` shows that state on loopback, by the page in `page/`.
"""
