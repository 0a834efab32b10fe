"""How often the language of a text is told rightly, without and with py3langid.

`python -m bench.reading.language FOLDER` reads the files `language-*.jsonl` of the folder: on each line a
`text` and its `lang`.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.tables import print_table
from converter.readers.language import ask_langid, tell_language

_IN_DETAIL = "sentences"


class Text(NamedTuple):
    """A text and the language it is in."""

    lang: str
    text: str


class Answer(NamedTuple):
    """What was told of a text: by its words alone and with py3langid, and whether that was asked."""

    lang: str
    words: str
    both: str
    asked: bool


def read_texts(lines: Iterable[str]) -> list[Text]:
    """Return the texts, one on each line as JSON."""
    return [Text(row["lang"], row["text"]) for row in map(json.loads, lines)]


def answer(text: Text, ask: Callable[[str, str], str] = ask_langid) -> Answer:
    """Return what is told of `text`; `ask` is the second opinion, had where the words leave doubt."""
    told = tell_language(text.text)
    return Answer(text.lang, told.tag, told.tag if told.sure else ask(text.text, told.tag), not told.sure)


def accuracy(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the share of pairs whose two languages are the same; 0 for none."""
    same = [left == right for left, right in pairs]
    return sum(same) / len(same) if same else 0.0


def summary(answers: Sequence[Answer]) -> tuple[int, float, float, float]:
    """Return their number, the accuracy of words alone and with py3langid, and how often that was asked."""
    return (
        len(answers),
        accuracy((each.lang, each.words) for each in answers),
        accuracy((each.lang, each.both) for each in answers),
        sum(each.asked for each in answers) / len(answers) if answers else 0.0,
    )


def by_language(answers: Sequence[Answer]) -> list[tuple[str, int, float, float, float]]:
    """Return the same for each language, in the order of the tags."""
    tags = sorted({each.lang for each in answers})
    return [(tag, *summary([each for each in answers if each.lang == tag])) for tag in tags]


def milliseconds(texts: Sequence[Text]) -> float:
    """Return how long telling one text by its words takes, on average, once the language files are loaded."""
    tell_language("the")
    start = perf_counter()
    for text in texts:
        tell_language(text.text)
    return 1000 * (perf_counter() - start) / len(texts)


def main(arguments: Sequence[str]) -> None:
    """Print the tables for the folder that `arguments` name."""
    files = sorted(Path(arguments[0]).glob("language-*.jsonl")) if len(arguments) == 1 else []
    if not files:
        sys.exit("usage: python -m bench.reading.language FOLDER, which holds language-*.jsonl")
    told = {
        file.stem.removeprefix("language-"): read_texts(file.read_text("utf-8").splitlines())
        for file in files
    }
    answers = {name: [answer(text) for text in texts] for name, texts in told.items()}
    headers = ("", "texts", "words", "with py3langid", "asked")
    rows = [(name, *summary(answers[name]), milliseconds(told[name])) for name in told]
    print_table("Language told rightly", (*headers, "ms"), rows)
    if _IN_DETAIL in answers:
        print_table(f"By language, {_IN_DETAIL}", headers, by_language(answers[_IN_DETAIL]))


if __name__ == "__main__":
    main(sys.argv[1:])
