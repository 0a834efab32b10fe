"""A report that comes back: a Word file of ours that a person edited, read as the briefing that she made.

`report_in` recognises it by the claims that travel inside and reads its paragraphs. `articles_of` finds the
article that it was made from, and `lay` lays what stands in it beside what it claimed. `written_down` says
that as a briefing file: `briefing_file.restore` reads it against the article, as it reads one that was edited
by hand. So nothing that the claims say is believed: what the article does not say is an edit, or a note.
"""

from converter.returning.assembling import written_down
from converter.returning.changes import notices_of
from converter.returning.claimed import Witness
from converter.returning.digest import written_digest
from converter.returning.laying import lay
from converter.returning.report import Returned, report_in, template_paragraphs
from converter.returning.sources import articles_of

__all__ = [
    "Returned",
    "Witness",
    "articles_of",
    "lay",
    "notices_of",
    "report_in",
    "template_paragraphs",
    "written_digest",
    "written_down",
]
