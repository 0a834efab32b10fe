"""The two bodies of an e-mail: the briefing as plain text, and as HTML that mail clients show properly.

They say the same: the handling mark, what a person wrote before the briefing, the briefing itself with the
number of its end-note at every line, and the mark again.
"""

from converter.writers.mail.html import MOST_BYTES, mail_html
from converter.writers.mail.text import mail_text

__all__ = ["MOST_BYTES", "mail_html", "mail_text"]
