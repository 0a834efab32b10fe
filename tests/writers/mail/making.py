"""Messages for the tests: of the shipped styles, in scripts that run either way."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from converter import Settings
from converter.model.document import Document, TextBlock, TitleBlock
from converter.model.style import Style
from converter.pipeline import draft, render
from converter.pipeline.kit import Kit
from converter.stylesheets.listing import available
from tests.conformance.articles import EVERYTHING
from tests.conformance.scripts import article
from tests.sample import sample_document

STYLES = [style.name for style in available("style")]
SCRIPTS = ("English", "Arabic", "Armenian")

INTRODUCTION = """Dear colleagues,

this is <for> Monday's meeting & the one after.

Kind regards,
Ada
"""

ATTACHED = "The rest is attached."


@cache
def composed(script: str, style: str) -> tuple[Document, Style]:
    """Return an article in `script` as a marked document, with the style that it was composed for."""
    text = EVERYTHING if script == "English" else article(script)
    kit = Kit(Settings(style=style, length="full", formats=("md",), marking="TLP:AMBER"))
    with TemporaryDirectory() as folder:
        source = Path(folder) / "article.md"
        source.write_text(text, "utf-8")
        made = draft(str(source), kit)
        document = render(made, kit).document
    return document, kit.style(made.briefing.articles[0].language)


def sample(**changes: object) -> Document:
    """Return the writers' sample, with what a message says where it ends early."""
    return replace(sample_document(), rest_attached=ATTACHED, **changes)


def saying(*blocks: TextBlock) -> Document:
    """Return the sample with a title and these paragraphs alone."""
    (title, *_) = sample().blocks
    assert isinstance(title, TitleBlock)
    return sample(blocks=(title, *blocks))
