"""A house's own Word template: what is in it stays, our content takes its places (see `pouring`)."""

from converter.writers.docx.template.pouring import write_on_template

__all__ = ["write_on_template"]
