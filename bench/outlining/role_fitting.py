"""Fits the models of roles: a conditional random field over nine acts, with python-crfsuite."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.outlining.corpora import Example
from converter.model.language import Language
from converter.outliner.features import sights
from converter.outliner.reading import read
from converter.stylesheets.languages import load_language

MODELS = Path(__file__).parents[2] / "converter" / "outliner" / "models"

ACTS = {
    "Main": ("main event", "summary"),
    "Main_Consequence": ("consequence of the main event", "summary"),
    "Cause_General": ("context", "background"),
    "Cause_Specific": ("cause", "background"),
    "Distant_Historical": ("history", "background"),
    "Distant_Anecdotal": ("anecdote", "background"),
    "Distant_Evaluation": ("evaluation", "evaluation"),
    "Distant_Expectations_Consequences": ("expectation", "expectation"),
    "NA": ("aside", "aside"),
}
"""Label of the corpus → the act and its role."""

PENALTY = 20
"""Of the squares of the weights (L2); chosen on the validation file among 1, 3, 10, 20 and 40."""
EMPHASIS = {"summary": 250}
"""Chosen there too, among 100, 150, 200 and 250."""
ITERATIONS = 120
LEAST = 2
"""Weights nearer to nothing than so many hundredths are left out."""

Row = list[str]


def fit_models(examples: Sequence[Example]) -> None:
    """Fit the model of words and that of places to `examples` and write both."""
    for name, language in (("words", load_language("en")), ("places", None)):
        data = [(_rows(example, language), example.labels) for example in examples]
        text = _shown(_fitted(data))
        (MODELS / f"roles-{name}.json").write_text(text, encoding="utf-8")


def _rows(example: Example, language: Language | None) -> list[Row]:
    """Return the features of each sentence as the model sees them."""
    seen = sights(read(example.article, example.sentences, language))
    said = [[hit.feature for hit in sight.words] for sight in seen]
    rows = []
    for index, sight in enumerate(seen):
        before = said[index - 1] if index else ["none"]
        after = said[index + 1] if index + 1 < len(said) else ["none"]
        own = ["", *(hit.feature for hit in sight.place), *said[index]]
        rows.append([*_named("own", own), *_named("before", before), *_named("after", after)])
    return rows


def _named(part: str, features: Iterable[str]) -> list[str]:
    return [f"{part}\t{feature}" for feature in features]


def _fitted(data: Iterable[tuple[Sequence[Row], Sequence[str]]]) -> dict[str, Any]:
    """Return the model that fits `data`, as it is written to a file."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for rows, labels in data:
        trainer.append(rows, labels)
    trainer.set_params(
        {"c1": 0, "c2": PENALTY, "max_iterations": ITERATIONS, "feature.possible_transitions": True}
    )
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        found = tagger.info()
    weights: dict[str, dict[str, list[int]]] = {"own": {}, "before": {}, "after": {}}
    labels = list(ACTS)
    for (attribute, label), weight in found.state_features.items():
        part, feature = attribute.split("\t")
        row = weights[part].setdefault(feature, [0] * len(labels))
        row[labels.index(label)] = round(100 * weight)
    return {
        "acts": dict(ACTS.values()),
        "emphasis": EMPHASIS,
        **{
            part: {feature: row for feature, row in sorted(rows.items()) if max(map(abs, row)) >= LEAST}
            for part, rows in weights.items()
        },
        "ties": [[round(100 * found.transitions.get((one, other), 0)) for other in labels] for one in labels],
    }


def _shown(model: dict[str, Any]) -> str:
    """Return `model` as JSON, a line for each feature."""
    whole = json.dumps(model, ensure_ascii=False, indent=1)
    lines: list[str] = []
    depth = 0
    for line in whole.splitlines():
        stripped = line.strip()
        if depth:
            lines[-1] += stripped + (" " if stripped.endswith(",") else "")
        else:
            lines.append(line)
        depth += stripped.endswith("[") - stripped.startswith("]")
    return "\n".join(lines) + "\n"
