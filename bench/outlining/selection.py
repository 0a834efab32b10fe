"""Selection: how near the sentences that are taken come to summaries that people wrote.

    python -m bench.outlining.selection FOLDER

FOLDER holds `gum_summaries.train.jsonl` and `scitldr_a.train.jsonl`. The peers are given the same sentences,
and "centroid" the same terms; ROUGE is stemmed, F1, averaged over references. What was chosen on these
texts, the weight of the title, was chosen on GUM alone, whose texts are articles; in its row "five-fold" it
is chosen anew on four fifths and measured on the last, five times. On SciTLDR nothing was chosen.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.outlining.corpora import Example, abstracts, summarised_texts
from bench.tables import print_table
from converter.outliner import relevance
from converter.outliner.reading import Reading, read
from converter.outliner.relevance import Vector, joint, scores, similarity, starts, vectors
from converter.stylesheets.languages import load_language

MEASURES = ("rouge1", "rouge2", "rougeLsum")
TITLE_WEIGHTS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""The title may not outweigh the middle of the article."""
FOLDS = 5
ABSTRACTS = 800
"""So many of SciTLDR are enough."""
DIVERSITY = 0.25
"""Share of likeness to what was taken in the value of a sentence (maximal marginal relevance)."""

Choose = Callable[[Example, int], Sequence[int]]
"""Which sentences are taken, given how many."""
Worth = Callable[[Reading, Sequence[Vector]], list[float]]
"""How much each sentence deserves to be taken."""
Rouge = tuple[float, float, float]


class Scorer:
    """ROUGE of choices; each is computed once."""

    def __init__(self) -> None:
        """Load the scorer."""
        from rouge_score.rouge_scorer import RougeScorer

        self._scorer = RougeScorer(list(MEASURES), use_stemmer=True)
        self._known: dict[tuple[int, tuple[int, ...]], Rouge] = {}

    def of(self, example: Example, chosen: Sequence[int]) -> Rouge:
        """Return the three measures in per cent."""
        key = id(example), tuple(sorted(chosen))
        if key not in self._known:
            text = "\n".join(example.article.slice(example.sentences[index].span) for index in key[1])
            found = [self._scorer.score(reference, text) for reference in example.references]
            one, two, longest = (
                100 * sum(each[measure].fmeasure for each in found) / len(found) for measure in MEASURES
            )
            self._known[key] = one, two, longest
        return self._known[key]

    def mean(self, choices: Iterable[tuple[Example, Sequence[int]]]) -> Rouge:
        """Return the means over choices."""
        found = [self.of(example, chosen) for example, chosen in choices]
        one, two, longest = (sum(column) / len(found) for column in zip(*found, strict=True))
        return one, two, longest


class Ranking:
    """The best sentences by a measure, with maximal marginal relevance (Carbonell and Goldstein 1998)."""

    def __init__(self, worth: Worth) -> None:
        """Take the measure."""
        self._worth = worth
        self._read: dict[int, tuple[Reading, list[Vector]]] = {}
        self._language = load_language("en")

    def choose(self, example: Example, number: int) -> list[int]:
        """Return the best sentences."""
        if id(example) not in self._read:
            reading = read(example.article, example.sentences, self._language)
            self._read[id(example)] = reading, vectors(reading)
        reading, terms = self._read[id(example)]
        worth = self._worth(reading, terms)
        chosen: list[int] = []
        while len(chosen) < min(number, len(worth)):
            values = {
                index: (1 - DIVERSITY) * worth[index]
                - DIVERSITY * max((similarity(terms[index], terms[other]) for other in chosen), default=0)
                for index in range(len(worth))
                if index not in chosen
            }
            chosen.append(max(values, key=values.__getitem__))
        return chosen


def ours(reading: Reading, terms: Sequence[Vector]) -> list[float]:
    """Return our measure: relevance and place."""
    return [sum(pair) for pair in zip(scores(reading, terms), starts(reading), strict=True)]


def centroid(reading: Reading, terms: Sequence[Vector]) -> list[float]:
    """Return the measure of the peer: centroid, position, title overlap, untuned."""
    middle = joint(terms)
    likeness = [similarity(each, middle) for each in terms]
    most = max(likeness) or 1
    return [
        likeness[index] / most
        + 0.5 / (1 + index) ** 0.7
        + 0.3 * len(reading.title_terms.intersection(own)) / max(1, len(reading.title_terms))
        - (0.4 if length < 8 else 0.15 if length > 50 else 0)  # noqa: PLR2004
        for index, (own, length) in enumerate(zip(reading.terms, reading.lengths, strict=True))
    ]


def lead(example: Example, number: int) -> list[int]:
    """Return the first sentences."""
    return list(range(min(number, len(example.sentences))))


def with_title_weight(weight: float, choose: Choose) -> Choose:
    """Return `choose` with another weight of the title."""

    def chosen(example: Example, number: int) -> Sequence[int]:
        kept, relevance.TITLE_WEIGHT = relevance.TITLE_WEIGHT, weight
        try:
            return choose(example, number)
        finally:
            relevance.TITLE_WEIGHT = kept

    return chosen


def sumy(name: str) -> Choose:
    """Return a method of sumy, given our sentences and a tokenizer that takes letters for words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer

    if name == "LexRank":
        from sumy.summarizers.lex_rank import LexRankSummarizer as Summarizer
    else:
        from sumy.summarizers.text_rank import TextRankSummarizer as Summarizer

    class Words:
        def to_words(self, text: object) -> list[str]:
            return re.findall(r"[^\W\d_]+", str(text))

    summarizer = Summarizer(Stemmer("english"))
    summarizer.stop_words = frozenset(load_language("en").function_words)

    def choose(example: Example, number: int) -> list[int]:
        sentences = [Sentence(example.article.slice(place.span), Words()) for place in example.sentences]
        chosen = summarizer(ObjectDocumentModel([Paragraph(sentences)]), number)
        return [next(i for i, own in enumerate(sentences) if own is each) for each in chosen]

    return choose


def five_fold(examples: Sequence[Example], number: int, scorer: Scorer) -> Rouge:
    """Return the means of our method, the weight of the title chosen on the other four fifths each time."""
    choose = Ranking(ours).choose
    tables = {
        weight: [(each, with_title_weight(weight, choose)(each, number)) for each in examples]
        for weight in TITLE_WEIGHTS
    }
    chosen: list[tuple[Example, Sequence[int]]] = []
    for fold in range(FOLDS):
        seen = {
            weight: sum(scorer.mean(pair for index, pair in enumerate(table) if index % FOLDS != fold))
            for weight, table in tables.items()
        }
        best = tables[max(seen, key=seen.__getitem__)]
        chosen += [pair for index, pair in enumerate(best) if index % FOLDS == fold]
    return scorer.mean(chosen)


def main() -> None:
    """Print a table for each corpus."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the command and its folder
        sys.exit(f"name the folder of texts:\n\n{__doc__}")
    folder = Path(sys.argv[1])
    articles = summarised_texts(folder / "gum_summaries.train.jsonl")
    papers = abstracts(folder / "scitldr_a.train.jsonl", ABSTRACTS)
    methods: dict[str, Choose] = {
        "lead": lead,
        "LexRank (sumy)": sumy("LexRank"),
        "TextRank (sumy)": sumy("TextRank"),
        "centroid, position, title": Ranking(centroid).choose,
        "ours": Ranking(ours).choose,
    }
    scorer = Scorer()
    for name, examples, number in (
        ("texts of GUM, two sentences", articles, 2),
        ("abstracts of SciTLDR, one sentence", papers, 1),
    ):
        found = {
            method: scorer.mean((each, choose(each, number)) for each in examples)
            for method, choose in methods.items()
        }
        if examples is articles:
            found["ours, five-fold"] = five_fold(examples, number, scorer)
        rows = [(method, *(f"{value:.2f}" for value in values)) for method, values in found.items()]
        print_table(f"{len(examples)} {name}", ("", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum"), rows)


if __name__ == "__main__":
    main()
