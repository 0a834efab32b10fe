"""Speed: how many sentences the outliner takes a second, while the article doubles.

    python -m bench.outlining.speed

Articles are made of the words of `seeds/`, mixed anew by a fixed seed. Ends with status 1 where time grows
faster than the article by more than a half.
"""

import sys
from pathlib import Path
from random import Random
from time import process_time

from bench.tables import print_table
from converter.model.outline import LENGTHS, Length
from converter.outliner import outline
from converter.outliner.sentences import sentences_of
from converter.readers.original import Original
from converter.readers.text import read_text
from converter.stylesheets import load_language, load_outline

SEED = Path(__file__).parents[2] / "seeds" / "strategic-dialogues.txt"
PARAGRAPHS = (250, 500, 1000, 2000)
MOST_TIMES = 3.0
"""Time may become so many times as much while the article doubles."""


def article_of(paragraphs: int) -> bytes:
    """Return a text of so many paragraphs, no two alike."""
    random = Random(1)  # noqa: S311 - the same article in every run
    words = SEED.read_text("utf-8").split()
    made = ["Strategic Dialogues Mark New Chapter"]
    for number in range(paragraphs):
        sentences = (" ".join(random.choices(words, k=22)).strip(".,") for _ in range(4))
        made.append(f"In {1900 + number % 120} " + ". ".join(sentences) + ".")
    return "\n\n".join(made).encode()


def measured(paragraphs: int, length: Length) -> tuple[int, float]:
    """Return how many sentences there are, and the CPU seconds of outlining them."""
    language = load_language("en")
    wanted = load_outline("default")
    article = read_text(Original(article_of(paragraphs), "a.txt"), "")
    start = process_time()
    outline(article, wanted, language, length)
    return len(sentences_of(article, language)), process_time() - start


def main() -> int:
    """Print the table."""
    rows, linear = [], True
    for length in LENGTHS:
        before = 0.0
        for paragraphs in PARAGRAPHS:
            number, seconds = measured(paragraphs, length)
            times = seconds / before if before else 0.0
            linear = linear and times <= MOST_TIMES
            rows.append((length, str(number), f"{seconds:.2f}", f"{number / seconds:.0f}", f"{times:.1f}"))
            before = seconds
    print_table("The outliner on one core", ("", "sentences", "CPU s", "sentences/s", "times"), rows)
    return 0 if linear else 1


if __name__ == "__main__":
    sys.exit(main())
