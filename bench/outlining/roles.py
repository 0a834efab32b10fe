"""Roles: how well the model finds them, and how it is fitted.

    python -m bench.outlining.roles FOLDER [--fit]

FOLDER holds `newsdiscourse.train.jsonl` and `newsdiscourse.validation.jsonl`. With `--fit` the models that
ship are fitted anew on the training file alone and written to `converter/outliner/models`. What is printed is
measured on the weights as they ship, with the code that ships.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.outlining.corpora import Example, labelled_news
from bench.tables import print_table
from converter.model.outline import ROLES, Role
from converter.outliner.features import sights
from converter.outliner.reading import read
from converter.outliner.role_model import RoleModel, load
from converter.outliner.roles import likeliest, likelihoods
from converter.stylesheets.languages import load_language

ROLE_OF: dict[str, Role] = {
    "Main": "summary",
    "Main_Consequence": "summary",
    "Cause_General": "background",
    "Cause_Specific": "background",
    "Distant_Historical": "background",
    "Distant_Anecdotal": "background",
    "Distant_Evaluation": "implications",
    "Distant_Expectations_Consequences": "implications",
}
"""What the labels of the corpus are here; the ninth, `NA`, is none of them and is not counted."""

Guess = Callable[[Example], Sequence[Role]]


class Score(NamedTuple):
    """F1 of each role, in per cent."""

    summary: float
    background: float
    implications: float

    @property
    def macro(self) -> float:
        """Their mean."""
        return sum(self) / len(self)


def score(pairs: Iterable[tuple[Role, Role]]) -> Score:
    """Return the F1 of each role over `pairs` of what is right and what was guessed."""
    counts = Counter(pairs)
    found = []
    for role in ROLES:
        right = counts[role, role]
        guessed = sum(number for (_, guess), number in counts.items() if guess == role)
        wanted = sum(number for (truth, _), number in counts.items() if truth == role)
        found.append(200 * right / (guessed + wanted) if right else 0.0)
    return Score(*found)


def measured(examples: Iterable[Example], guess: Guess) -> Score:
    """Return how well `guess` finds the roles of `examples`."""
    return score(
        (ROLE_OF[label], role)
        for example in examples
        for label, role in zip(example.labels, guess(example), strict=True)
        if label in ROLE_OF
    )


def by_model(model: RoleModel, *, words: bool) -> Guess:
    """Return the guess of `model`, with the cues of English or with the places of sentences alone."""
    language = load_language("en") if words else None

    def guess(example: Example) -> list[Role]:
        article = example.article
        seen = sights(read(article, example.sentences, language))
        nothing = [None] * len(article.blocks)
        return [likeliest(found) for found in likelihoods(article, example.sentences, seen, nothing, model)]

    return guess


def by_place(example: Example) -> list[Role]:
    """Guess that the first three sentences are the summary, and the last half the implications."""
    number = len(example.sentences)
    return [
        "summary" if index < 3 else "background" if index < number / 2 else "implications"  # noqa: PLR2004
        for index in range(number)
    ]


def main() -> None:
    """Fit, if that is wanted, and print the table."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    training = labelled_news(arguments.folder / "newsdiscourse.train.jsonl")
    validation = labelled_news(arguments.folder / "newsdiscourse.validation.jsonl")
    if arguments.fit:
        from bench.outlining.role_fitting import fit_models

        fit_models(training)
    guesses: dict[str, Guess] = {
        "most frequent role": lambda example: ["background"] * len(example.sentences),
        "by place: first three, last half": by_place,
        "model of places, no language": by_model(load("places"), words=False),
        "model of words": by_model(load("words"), words=True),
    }
    for name, examples in (("training", training), ("validation", validation)):
        rows = []
        for method, guess in guesses.items():
            found = measured(examples, guess)
            rows.append((method, *(f"{value:.1f}" for value in (*found, found.macro))))
        print_table(f"Roles, F1 on {len(examples)} articles ({name})", ("", *ROLES, "macro"), rows)


if __name__ == "__main__":
    main()
