"""From a location to an article."""

from pathlib import Path

from converter.model.article import Heading, Paragraph
from converter.readers import read

SEED = Path(__file__).parents[2] / "seeds" / "strategic-dialogues.txt"


def test_the_seed_has_its_title_three_leads_and_two_headings() -> None:
    article = read(str(SEED))
    assert article.title
    assert article.slice(article.title) == "Strategic Dialogues Mark New Chapter in Regional Cooperation"
    kinds = [type(block) for block in article.blocks]
    assert kinds == [Paragraph] * 3 + [Heading] + [Paragraph] * 3 + [Heading] + [Paragraph] * 4
    headings = [article.slice(block.span) for block in article.blocks if isinstance(block, Heading)]
    assert headings == [
        "Background and Strategic Foundations",
        "Implications and Forward-Looking Perspectives",
    ]
    assert article.slice(article.blocks[-1].span).endswith(".")
    assert article.notices == ()
