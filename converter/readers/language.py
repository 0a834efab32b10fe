"""The language of an article: what the user says, else what the document says, else what its words tell."""

from dataclasses import replace

from converter.model.article import Article


def settle_language(article: Article, named: str) -> Article:
    """Return `article` with its language: `named` by the user, else the document's own."""
    return replace(article, language=named) if named else article
