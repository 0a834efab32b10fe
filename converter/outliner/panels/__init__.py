"""Panels: what a reader looks for first, gathered from all over the article, word for word.

1. `lexicon` makes patterns of the words of the language file; a language without them has no panels.
2. `times` finds times and `dating` says which of them can be told by the calendar; `figures` finds amounts;
   `speakers` quotations with who says them; `actors` names with their apposition.
3. `finding` makes entries of them, and `choosing` takes those for which there is room.

What is doubtful is left out: a panel is read without its article, and a wrong entry costs more than a missing
one.
"""

from converter.outliner.panels.choosing import panel_sections
from converter.outliner.panels.finding import Matter, entries_of

__all__ = ["Matter", "entries_of", "panel_sections"]
