"""How an article becomes a report, in numbered steps.

1. `cli` reads the command line; `configuration` merges options, environment and files into `Settings`.
2. `readers` turn bytes into an `Article`: one canonical text, with blocks that are spans of it.
3. `outliner` chooses sentences of the `Article` for each section of an `Outline`: the `Briefing`.
4. `composer` decides what stands on the page, and in which words, once for all formats: the `Document`.
5. `writers` render the `Document` as a `Report`: DOCX, PDF, HTML, Markdown or JSON.
6. `files` publishes the reports: all of them whole, or none.

`verifier` reads what was made as its readers do, and says whether it is what it claims to be.
`pipeline` runs these steps; `model` holds the nouns they hand on; `stylesheets` turns the YAML files of
`styles/` into `Style`, `Outline` and `Language`. The names in `__all__` are the public interface, which
`docs/api.md` shows at work; each is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.composer import compose
    from converter.configuration import Settings
    from converter.errors import ConverterError, InputError, OutputError, StyleError, UsageError
    from converter.files import publish
    from converter.model.article import Article
    from converter.model.briefing import Briefing, Details
    from converter.model.document import Document
    from converter.model.language import Language
    from converter.model.outline import Outline
    from converter.model.report import Report
    from converter.model.style import Style
    from converter.notices import Notice
    from converter.outliner import outline
    from converter.pipeline import Conversion, convert
    from converter.readers import read
    from converter.readers.original import Original
    from converter.stylesheets.languages import load_language
    from converter.stylesheets.outlines import load_outline
    from converter.stylesheets.styles import load_style
    from converter.verifier.findings import Finding
    from converter.verifier.proof import Verdict
    from converter.verifier.verifying import Verified, verify
    from converter.writers import write

__version__ = "0.1.0"

_PUBLIC = {
    "Article": "converter.model.article",
    "Briefing": "converter.model.briefing",
    "Conversion": "converter.pipeline",
    "ConverterError": "converter.errors",
    "Details": "converter.model.briefing",
    "Document": "converter.model.document",
    "Finding": "converter.verifier.findings",
    "InputError": "converter.errors",
    "Language": "converter.model.language",
    "Notice": "converter.notices",
    "Original": "converter.readers.original",
    "Outline": "converter.model.outline",
    "OutputError": "converter.errors",
    "Report": "converter.model.report",
    "Settings": "converter.configuration",
    "Style": "converter.model.style",
    "StyleError": "converter.errors",
    "UsageError": "converter.errors",
    "Verdict": "converter.verifier.proof",
    "Verified": "converter.verifier.verifying",
    "compose": "converter.composer",
    "convert": "converter.pipeline",
    "load_language": "converter.stylesheets.languages",
    "load_outline": "converter.stylesheets.outlines",
    "load_style": "converter.stylesheets.styles",
    "outline": "converter.outliner",
    "publish": "converter.files",
    "read": "converter.readers",
    "verify": "converter.verifier.verifying",
    "write": "converter.writers",
}

__all__ = [
    "Article",
    "Briefing",
    "Conversion",
    "ConverterError",
    "Details",
    "Document",
    "Finding",
    "InputError",
    "Language",
    "Notice",
    "Original",
    "Outline",
    "OutputError",
    "Report",
    "Settings",
    "Style",
    "StyleError",
    "UsageError",
    "Verdict",
    "Verified",
    "__version__",
    "compose",
    "convert",
    "load_language",
    "load_outline",
    "load_style",
    "outline",
    "publish",
    "read",
    "verify",
    "write",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import converter` costs nothing."""
    try:
        module = _PUBLIC[name]
    except KeyError:
        message = f"module 'converter' has no attribute {name!r}"
        raise AttributeError(message) from None
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    """Return what can be had, imported or not."""
    return sorted({*globals(), *__all__})
