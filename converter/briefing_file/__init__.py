"""The briefing file: a briefing as YAML that a person edits in any text editor and converts again.

`dump` writes it, `parse` and `restore` read it back. It names the article and its SHA-256, and holds the
lines of each section with their places. A person may move, drop and reorder lines, rename, reorder and drop
sections, change the words of a line or leave some out with "[…]", and add notes. What the briefing left out
stands at the end, ready to be moved up. A line that is read back is verbatim unless its words were changed.
"""

from converter.briefing_file.dumping import dump
from converter.briefing_file.parsing import BriefingFile, is_briefing_file, parse
from converter.briefing_file.restoring import LineReader, restore

__all__ = ["BriefingFile", "LineReader", "dump", "is_briefing_file", "parse", "restore"]
