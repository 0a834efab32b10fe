"""Speed: how many sentences the outliner takes a second, and its time while articles of any shape double.

    python -m bench.outlining.speed

Articles are made of the words of `seeds/`, mixed anew by a fixed seed, and of awkward shapes. Ends with
status 1 where time grows faster than the article by more than a half.
"""

import sys
from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time

from bench.outlining.shapes import SHAPES
from bench.tables import print_table
from converter.model.article import Article
from converter.model.outline import LENGTHS, Length
from converter.outliner import outline
from converter.outliner.sentences import sentences_of
from converter.readers.original import Original
from converter.readers.text import read_text
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline

SEED = Path(__file__).parents[2] / "seeds" / "strategic-dialogues.txt"
PARAGRAPHS = (250, 500, 1000, 2000)
SIZES = (1000, 2000, 4000)
MOST_TIMES = 3.0
"""Time may become so many times as much while the article doubles; what grows with its square needs four."""
LEAST_SECONDS = 0.1
"""Shorter times say nothing."""


def article_of(paragraphs: int) -> bytes:
    """Return a text of so many paragraphs, no two alike."""
    random = Random(1)  # noqa: S311 - the same article in every run
    words = SEED.read_text("utf-8").split()
    made = ["Strategic Dialogues Mark New Chapter"]
    for number in range(paragraphs):
        sentences = (" ".join(random.choices(words, k=22)).strip(".,") for _ in range(4))
        made.append(f"In {1900 + number % 120} " + ". ".join(sentences) + ".")
    return "\n\n".join(made).encode()


def seconds_of(article: Article, length: Length = "standard") -> float:
    """Return the CPU seconds of outlining `article`."""
    language, wanted = load_language("en"), load_outline("default")
    start = process_time()
    outline(article, wanted, language, length)
    return process_time() - start


def is_linear(before: float, after: float) -> bool:
    """Tell whether time grows no faster than an article that doubles."""
    return before == 0 or after < LEAST_SECONDS or after <= MOST_TIMES * before


def show_speed() -> bool:
    """Print sentences a second; tell whether time is linear."""
    rows, linear = [], True
    for length in LENGTHS:
        before = 0.0
        for paragraphs in PARAGRAPHS:
            article = read_text(Original(article_of(paragraphs), "a.txt"), "")
            number = len(sentences_of(article, load_language("en")))
            seconds = seconds_of(article, length)
            linear = linear and is_linear(before, seconds)
            times = f"{seconds / before:.1f}" if before else ""
            rows.append((length, str(number), f"{seconds:.2f}", f"{number / seconds:.0f}", times))
            before = seconds
    print_table("The outliner on one core", ("", "sentences", "CPU s", "sentences/s", "times"), rows)
    return linear


def show_shapes() -> bool:
    """Print the seconds of awkward articles while they double; tell whether they are linear."""
    rows = []
    for name, made in SHAPES.items():
        seconds = [seconds_of(made(size)) for size in SIZES]
        good = all(is_linear(before, after) for before, after in pairwise(seconds))
        rows.append((name, *(f"{value:.2f}" for value in seconds), good))
    print_table("Awkward articles, CPU s", ("", *map(str, SIZES), "good"), rows)
    return all(row[-1] for row in rows)


def main() -> int:
    """Print the tables."""
    results = [show_speed(), show_shapes()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
