"""Word files (ECMA-376), read as Word would show them.

- `package.py`, `xml.py`: parts within limits, and elements by their local names.
- `document.py`: the parts that hold text, with what they refer to; `story.py`: their paragraphs and tables.
- `styles.py`, `formatting.py`, `theme.py`, `colors.py`: what text looks like in the end.
- `sections.py`, `grounds.py`, `pixel.py`: what lies behind the page.
- `rules/`: one module for each kind of rule; `accessibility.py` asks them all.
"""
