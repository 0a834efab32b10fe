"""The fitted model of roles: what each feature weighs for each act.

An act is what a sentence does, told more finely than a role: the causes, the context and the history are all
background. The weights were fitted to news articles whose sentences people had labelled (docs/outliner.md);
`python -m bench.outlining.roles FOLDER --fit` fits them anew. They belong to features that are named here and
in the language files; no word of those articles is among them.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from msgspec import Struct

from converter.model.outline import ROLES, Role, parts_of
from converter.outliner.remembering import remembered

Weights = Mapping[str, tuple[int, ...]]
"""Feature → for each act, in hundredths of a natural logarithm."""


class RoleModel(Struct, frozen=True):
    """What speaks for an act.

    Attributes:
        acts: act → the role that it plays: one of `ROLES`, `evaluation` or `expectation`, or `aside` for what
            is none of them.
        emphasis: role → by how much it is likelier than the articles that were fitted say, in hundredths:
            their summaries are so short that an even-handed model would hardly find one.
        own: of a sentence's own features.
        before: of the features of the sentence before.
        after: of the features of the sentence behind.
        ties: how well each act (a row) is followed by each, in hundredths of a natural logarithm.
    """

    acts: Mapping[str, str]
    emphasis: Mapping[str, int]
    own: Weights
    before: Weights
    after: Weights
    ties: tuple[tuple[int, ...], ...]

    def factors(
        self, own: Iterable[str], before: Iterable[str] | None, after: Iterable[str] | None
    ) -> list[float]:
        """Return what features say for each act: positive numbers of which only the ratios count.

        Args:
            own: features of the sentence.
            before: of the one before; `None` where there is none.
            after: of the one behind; `None` where there is none.
        """
        rows = [self.own.get("", self._nothing)]
        rows += [self.own[feature] for feature in own if feature in self.own]
        for weights, features in ((self.before, before), (self.after, after)):
            for feature in ("none",) if features is None else features:
                if feature in weights:
                    rows.append(weights[feature])
        total = list(map(sum, zip(*rows, strict=True)))
        highest = max(total)
        return [exp((weight - highest) / 100) for weight in total]

    def speaking(self, role: Role) -> dict[str, float]:
        """Return how much more each feature speaks for the acts of `role` than for all, in hundredths.

        It is less than nothing where it speaks against them.
        """
        parts = parts_of(role)
        plays = [played in parts for played in self.acts.values()]
        share = 1 / max(sum(plays), 1)
        found = {}
        for feature, weights in self.own.items():
            mine = sum(weight for weight, own in zip(weights, plays, strict=True) if own)
            found[feature] = share * mine - sum(weights) / len(weights)
        return found

    def tie_factors(self) -> list[list[float]]:
        """Return the ties as factors."""
        return [[exp(weight / 100) for weight in row] for row in self.ties]

    @property
    def _nothing(self) -> tuple[int, ...]:
        return (0,) * len(self.acts)


@remembered
def speaking(model: RoleModel) -> dict[Role, dict[str, float]]:
    """Return for each of `ROLES` what speaks for it, as `RoleModel.speaking`."""
    return {role: model.speaking(role) for role in ROLES}


@cache
def load(name: str) -> RoleModel:
    """Return the model `name`: `words`, or `places` for articles in a language whose cues are not known."""
    text = (Path(__file__).parent / "models" / f"roles-{name}.json").read_text("utf-8")
    return parse(json.loads(text))


def parse(data: Mapping[str, Any]) -> RoleModel:
    """Return the model that `data` describes, as `json.load` gives it."""
    own, before, after = (
        {feature: tuple(row) for feature, row in data[part].items()} for part in ("own", "before", "after")
    )
    ties = tuple(map(tuple, data["ties"]))
    return RoleModel(data["acts"], data["emphasis"], own, before, after, ties)
