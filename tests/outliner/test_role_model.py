import json
import math
import re
from pathlib import Path

import pytest

from converter.outliner.features import DANGLING
from converter.outliner.role_model import load, parse
from converter.stylesheets.language_file import CUES
from converter.stylesheets.languages import load_language

MODEL = parse(
    {
        "acts": {"event": "summary", "history": "background", "cause": "background", "hope": "expectation"},
        "emphasis": {"summary": 200},
        "own": {"": [10, 0, 0, 0], "year": [-20, 100, 20, 0]},
        "before": {"year": [0, 30, 0, 0], "none": [50, 0, 0, 0]},
        "after": {"none": [0, 0, 0, 40]},
        "ties": [[0] * 4] * 4,
    }
)


def test_features_speak_for_acts_and_the_strongest_has_the_factor_1() -> None:
    factors = MODEL.factors(["year", "unknown"], ["year"], [])
    assert factors == pytest.approx([math.exp(-1.4), 1, math.exp(-1.1), math.exp(-1.3)])


def test_no_neighbour_is_a_feature_too() -> None:
    assert MODEL.factors([], None, None) == pytest.approx([1, math.exp(-0.6), math.exp(-0.6), math.exp(-0.2)])


def test_a_feature_speaks_for_a_role_by_its_acts() -> None:
    assert MODEL.speaking("background")["year"] == 35
    assert MODEL.speaking("summary")["year"] < 0


def test_a_feature_speaks_for_what_a_role_consists_of() -> None:
    assert MODEL.speaking("implications") == MODEL.speaking("expectation")


@pytest.mark.parametrize("name", ["words", "places"])
def test_the_models_that_ship_are_whole(name: str) -> None:
    model = load(name)
    number = len(model.acts)
    assert set(model.acts.values()) == {"summary", "background", "evaluation", "expectation", "aside"}
    assert [len(row) for row in model.ties] == [number] * number
    for weights in (model.own, model.before, model.after):
        assert {len(row) for row in weights.values()} == {number}


def test_no_word_of_the_corpus_is_a_feature() -> None:
    """Features are classes that the language files name, or places and shares; see docs/outliner.md."""
    path = Path(__file__).parents[2] / "converter" / "outliner" / "models" / "roles-words.json"
    data = json.loads(path.read_text("utf-8"))
    ours = {*CUES, DANGLING, "month", "year", "figure", "question", "quotation"}
    for part in ("own", "before", "after"):
        for feature in data[part]:
            stem = feature.removesuffix(" twice").removesuffix(" early")
            scale = re.sub(r" [≤>] \d+( %| words)?$", "", stem)
            assert stem in ours or scale in {
                "", "none", "sentence", "tenth", "sentences to the end", "sentences in all", "paragraph",
                "common words", "new words", "shared with the sentence before", "length", "years before",
                "shared with the title", "shared with the opening", "opens its paragraph",
                "inside its paragraph", "quotation from its start",
            }  # fmt: skip


def test_every_language_has_classes_that_the_model_weighs() -> None:
    weighed = set(load("words").own)
    for tag in ("en", "de", "ru", "hy", "tr"):
        assert len(weighed & set(load_language(tag).cues)) > 30
