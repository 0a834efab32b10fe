"""An installed package whose readers do what libraries may do on a bad day, each for one suffix."""

from pathlib import Path

from converter.model.article import Article, Origin
from converter.readers.builder import ArticleBuilder
from converter.readers.original import Original
from tests.guard import work

SUFFIXES = ("crash", "good", "hoard", "sleep", "spin")


def install(folder: Path) -> None:
    """Install the readers below `folder`, for processes that have it on their path."""
    about = folder / "strangers-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: strangers\nVersion: 1\n")
    lines = "".join(f"{suffix} = tests.guard.strangers:read_{suffix}\n" for suffix in SUFFIXES)
    (about / "entry_points.txt").write_text(f"[converter.readers]\n{lines}")


def read_good(original: Original, _encoding: str) -> Article:
    builder = ArticleBuilder(original.source("text/good"))
    builder.title("A good day")
    builder.paragraph("The harbour reopened on Monday after ten years of work.", Origin("line", 1))
    return builder.build()


def read_crash(original: Original, encoding: str) -> Article:
    work.crash()
    return read_good(original, encoding)


def read_hoard(original: Original, encoding: str) -> Article:
    work.hoard()
    return read_good(original, encoding)


def read_sleep(original: Original, encoding: str) -> Article:
    work.sleep()
    return read_good(original, encoding)


def read_spin(original: Original, encoding: str) -> Article:
    work.spin()
    return read_good(original, encoding)
