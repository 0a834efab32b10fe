"""What no reader is shown is in no report: every file that is made is taken apart to the last string.

python -m tests.pipeline.unpacking --articles 200
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct
from msgspec.structs import asdict, replace

from converter import pipeline
from converter.briefing_file import dump
from converter.mailer.letters import Envelope, Words, compose_message
from converter.mailer.mailboxes import parse_mailbox
from converter.mailer.message import unsent
from converter.mailer.renderings import Renderings
from converter.model.document import Text
from converter.outliner.sentences import sentences_of
from converter.pipeline.kit import Kit
from tests.determinism.articles import Order, orders
from tests.unpacked import letters

PERSON = "zuleika-4711"
"""Name of the user, of her home, and of the folder where she works."""

_WINDOW = 24
"""Letters that are looked for together: no two sentences have so many in common by chance."""

_LEAST = 14

_LINE = re.compile(r"(- p\d+s\d+: >-\n)(?: {10}.*\n)+")
_MOST_EDITED = 3


class Made(Struct, frozen=True):
    """What was made of an order.

    Attributes:
        article: the letters of each of its sentences.
        shown: the letters of all that readers are shown.
        files: each report, and the message with all of them, by its format.
    """

    article: tuple[str, ...]
    shown: str
    files: Mapping[str, bytes]


def make(order: Order, folder: Path, *, edited: bool = False) -> Made:
    """Make every format of `order` in an empty folder.

    Args:
        order: what is asked for.
        folder: where a person has her home.
        edited: whether that person first changes the words of some lines.
    """
    home = folder / PERSON
    home.mkdir()
    file = home / order.name
    file.write_bytes(order.data)
    with patch.dict(os.environ, {"HOME": str(home), "USER": PERSON, "LOGNAME": PERSON}):
        kit = Kit(order.settings)
        briefing = pipeline.draft(str(file), kit).briefing
        (article,) = briefing.articles
        if edited:
            file = home / "draft.yaml"
            language = kit.language(article.language) or kit.report_language(article.language)[0]
            file.write_text(_changed(dump(briefing, language)), "utf-8")
        made = Renderings(lambda _: nullcontext()).rendering(str(file), (), order.settings)
        envelope = Envelope(None, None, (parse_mailbox(order.to, "--to"),))
        files = {one.name.rpartition(".")[2]: one.data for one in made.reports}
        files["eml"] = unsent(compose_message(made, Words(), envelope))
    document = replace(made.document, records=(), attachments=())
    runs = "".join(text for text, is_run in _strings(document) if is_run)
    others = "\n".join(text for text, is_run in _strings(document) if not is_run)
    sentences = [sentence.span for sentence in sentences_of(article, None)]
    said = tuple(_bare(article.slice(span)) for span in sentences)
    return Made(tuple(dict.fromkeys(said)), f"{_bare(runs)}\n{_bare(others)}", files)


def leaks(made: Made) -> Iterator[str]:
    """Yield what is inside and should not be: the format, and the letters."""
    hidden = [one for said in made.article for one in _windows(said) if one not in made.shown]
    for kind, data in made.files.items():
        inside = letters(data)
        yield from (f"{kind}: {secret}" for secret in (*hidden, PERSON) if secret in inside)


def _windows(said: str) -> Iterator[str]:
    """Yield stretches of a sentence, none so short that it might stand anywhere."""
    for at in range(0, max(len(said) - _WINDOW, 1), _WINDOW // 2):
        if len(said) >= _LEAST:
            yield said[at : at + _WINDOW]


def _changed(briefing_file: str) -> str:
    """Return a briefing file in which the first lines have other words."""
    numbers = iter(range(_MOST_EDITED))
    return _LINE.sub(
        lambda found: f"{found[1]}          Said otherwise, number {next(numbers)}.\n",
        briefing_file,
        count=_MOST_EDITED,
    )


def _strings(node: object) -> Iterator[tuple[str, bool]]:
    """Yield every text in a document, whatever it is part of, and whether it is one of running words."""
    if isinstance(node, str):
        yield node, False
    elif isinstance(node, Text):
        yield node.text, True
    elif isinstance(node, tuple):
        yield from (each for part in node for each in _strings(part))
    elif isinstance(node, Struct):
        yield from (each for held in asdict(node).values() for each in _strings(held))


def _bare(text: str) -> str:
    return "".join(text.split())


def main() -> int:
    """Take the reports of many articles apart, print what should not be in them; return 1 if anything is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    files = found = 0
    for number, order in enumerate(orders(parser.parse_args().articles)):
        asked = replace(order, settings=replace(order.settings, embed="used"))
        with tempfile.TemporaryDirectory() as folder:
            made = make(asked, Path(folder), edited=number % 2 == 1)
        files += len(made.files)
        for leak in leaks(made):
            found += 1
            sys.stdout.write(f"{order.name}: {leak}\n")
    sys.stdout.write(f"{files:,} files taken apart: {found} leaks\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
