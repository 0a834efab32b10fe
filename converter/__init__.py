"""How an article becomes a report, in numbered steps.

1. `cli` reads the command line; `configuration` merges options, environment and files into `Settings`.
2. `readers` turn bytes into an `Article`: one canonical text, with blocks that are spans of it.
3. `outliner` chooses sentences of the `Article` for each section of an `Outline`: the `Briefing`.
4. `composer` decides what stands on the page, and in which words, once for all formats: the `Document`.
5. `writers` render the `Document` as a `Report`: DOCX, PDF, HTML, Markdown or JSON.
6. `files` publishes the reports: all of them whole, or none.

`pipeline` runs these steps; `model` holds the nouns they hand on; `stylesheets` turns the YAML files of
`styles/` into `Style`, `Outline` and `Language`. The names in `__all__` are the public interface; each is
imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.composer import compose
    from converter.configuration import Settings
    from converter.errors import ConverterError
    from converter.notices import Notice
    from converter.outliner import outline
    from converter.pipeline import convert
    from converter.readers import read
    from converter.writers import write

__version__ = "0.1.0"

_PUBLIC = {
    "convert": "converter.pipeline",
    "read": "converter.readers",
    "outline": "converter.outliner",
    "compose": "converter.composer",
    "write": "converter.writers",
    "Settings": "converter.configuration",
    "ConverterError": "converter.errors",
    "Notice": "converter.notices",
}

__all__ = [
    "ConverterError",
    "Notice",
    "Settings",
    "__version__",
    "compose",
    "convert",
    "outline",
    "read",
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
