"""What a message says itself, beside the reports that are attached to it.

- `bodies.py`: each body against what the reports claim.
- `typed.py`: plain text, without what is typed around its words.
"""

from converter.verifier.message.bodies import Body, check_html, check_text

__all__ = ["Body", "check_html", "check_text"]
