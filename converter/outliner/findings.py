"""What is found out of an article, sentence by sentence, before anything is chosen from it."""

from collections.abc import Sequence

from msgspec import Struct

from converter.model.article import Article
from converter.model.language import Language
from converter.model.outline import Outline
from converter.outliner.features import Sight, sights
from converter.outliner.headings import Announcement, announced_lead, announcements
from converter.outliner.reading import Reading, read
from converter.outliner.relevance import Vector, has_lead, scores, starts, vectors
from converter.outliner.role_model import RoleModel, load
from converter.outliner.roles import CERTAIN, Likelihoods, likelihoods
from converter.outliner.sentences import sentences_of


class Findings(Struct, frozen=True):
    """What was found out of an article.

    Attributes:
        reading: its sentences.
        announced: of each block, what the headings say about it.
        seen: the features of each sentence.
        model: what they weigh.
        roles: how likely each sentence plays each role.
        terms: the term vector of each sentence.
        says: how much each sentence says of the whole article.
        starts: what the place of each is worth.
        has_lead: whether the article begins with its news.
    """

    reading: Reading
    announced: tuple[Announcement | None, ...]
    seen: Sequence[Sight]
    model: RoleModel
    roles: Sequence[Likelihoods]
    terms: Sequence[Vector]
    says: Sequence[float]
    starts: Sequence[float]
    has_lead: bool

    def news(self, index: int) -> float:
        """Return what a sentence is worth for saying what happened at the beginning."""
        return self.has_lead * self.starts[index] * self.roles[index].summary / CERTAIN


def find(article: Article, wanted: Outline, language: Language | None) -> Findings:
    """Return what is found out of `article`, before anything is chosen from it."""
    reading = read(article, sentences_of(article, language), language)
    announced = announcements(article, wanted, language)
    seen = sights(reading)
    model = load("words" if language and language.cues else "places")
    roles = likelihoods(article, reading.sentences, seen, announced, model)
    terms = vectors(reading)
    says = scores(reading, terms)
    news = announced_lead(reading.sentences, announced) or has_lead(reading, says)
    return Findings(reading, announced, seen, model, roles, terms, says, starts(reading), news)
