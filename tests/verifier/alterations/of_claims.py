"""Alterations of what a report claims, alone or along with what it shows."""

# ruff: noqa: ARG001 - all kinds are called alike

import json
from random import Random
from typing import Any

from msgspec.structs import replace

from converter.model.document import HeadingBlock, Text

from .articles import article
from .documents import inlines
from .kinds import (
    EMBEDDING,
    LEAST,
    Alteration,
    File,
    kind,
    lines_of,
    parting,
    pick,
    pick_two,
    said,
    text_of,
)
from .of_lines import a_number_changed, a_word_changed
from .reports import Made, report


@kind
def the_provenance_of_another_report(file: File, made: Made, _random: Random) -> Alteration:
    other = _claims_of(report(made.number + 1, made.article.language))
    file.change_claims(lambda _: other)
    return said("altered removed added claims-broken", "")


def _claims_of(made: Made) -> Any:  # noqa: ANN401
    return json.loads(made.document.provenance)


@kind
def the_provenance_changed_and_not_its_sum(file: File, made: Made, _random: Random) -> Alteration:
    def change(claims: Any) -> None:  # noqa: ANN401
        claims["configuration"]["length"] = "half"

    file.change_claims(change, sum_too=False)
    return said("claims-replaced", "replaced")


@kind
def text_and_provenance_changed_alike(file: File, made: Made, random: Random) -> Alteration:
    done = a_word_changed if random.random() < 0.5 else a_number_changed
    holder: dict[str, str] = {}

    class Both:
        def reword(self, number: int, old: str, new: str) -> None:
            file.reword(number, old, new)
            holder["old"], holder["new"], holder["line"] = old, new, str(number)

    told = done(Both(), made, random)  # type: ignore[arg-type]

    def change(claims: Any) -> None:  # noqa: ANN401
        one = claims["lines"][int(holder["line"])]
        one["text"] = one["text"].replace(holder["old"], holder["new"], 1)
        for piece in claims["content"]:
            if piece.get("line") == one["id"]:
                piece.pop("part", None)

    file.change_claims(change)
    return replace(told, codes=frozenset({"source-differs"}), with_source=True)


@kind
def a_line_given_another_paragraph(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line]["paragraph"] += 1

    file.change_claims(change)
    return said("place-differs", text_of(made, line)[:40], with_source=True)


@kind
def a_line_given_other_spans(file: File, made: Made, random: Random) -> Alteration:
    line, other = pick_two(lines_of(made), random)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line]["spans"] = claims["lines"][other]["spans"]

    file.change_claims(change)
    words = parting(text_of(made, line), text_of(made, other))
    return said("source-differs", words, with_source=True)


@kind
def an_edited_line_claimed_as_verbatim(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made, "edited"), random)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line]["kind"] = "verbatim"

    file.change_claims(change)
    return said("source-differs", ", 2031", with_source=True)


@kind
def an_invented_line_claimed_as_edited(file: File, made: Made, random: Random) -> Alteration:
    """Change a line and claim that a person edited it, without the mark that tells readers so."""
    line = pick(lines_of(made), random)
    text = text_of(made, line)
    file.reword(line, text, made.article.foreign)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line] |= {"kind": "edited", "text": made.article.foreign}

    file.change_claims(change)
    return said("unmarked", made.article.foreign[:40], at=made.article.foreign)


@kind
def the_sum_of_the_source_changed(file: File, made: Made, _random: Random) -> Alteration:
    def change(claims: Any) -> None:  # noqa: ANN401
        claims["sources"][0]["sha256"] = "0123456789abcdef" * 4

    file.change_claims(change)
    return said("source-unknown", made.document.sources[0].sha256[:12])


@kind
def the_article_inside_replaced(file: File, made: Made, _random: Random) -> Alteration:
    other = article(made.number + 1)
    file.replace_article(other.data)
    return said("article-replaced", "article.md")


@kind
def a_paragraph_put_into_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    line, text = pick(lines_of(made), random), made.article.foreign
    file.add_paragraph(line, text)
    file.change_claims(lambda claims: _insert(claims, line, {"role": "body", "text": text}))
    return said("unsourced altered moved added", text[:40])


def _insert(claims: Any, line: int, piece: dict[str, Any]) -> None:  # noqa: ANN401
    """Put a piece behind the paragraph of a line: before the next heading."""
    content = claims["content"]
    at = next(index for index, one in enumerate(content) if one.get("line") == line)
    at += 1
    while at < len(content) and content[at].get("role") in {"number", "mark", "gap"}:
        at += 1
    content.insert(at, piece)


@kind
def a_line_put_into_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    line, text = pick(lines_of(made), random), made.article.foreign
    file.add_paragraph(line, text)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"].append({**claims["lines"][line], "id": len(claims["lines"]), "text": text})
        _insert(claims, line, {"line": len(claims["lines"]) - 1})

    file.change_claims(change)
    return said("source-differs", parting(text, text_of(made, line)), with_source=True)


@kind
def a_heading_renamed_in_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    headings = [one for one in made.document.blocks if isinstance(one, HeadingBlock) and one.level > 1]
    old = pick([one.text for one in inlines(tuple(headings)) if isinstance(one, Text)], random)
    file.reword_own(old, "Propaganda")

    def change(claims: Any) -> None:  # noqa: ANN401
        for piece in claims["content"]:
            if piece.get("text") == old:
                piece["text"] = "Propaganda"

    file.change_claims(change)
    return said("source-differs", "Propaganda", with_source=True)


@kind
def words_cut_out_of_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    line = pick([one for one in lines_of(made) if len(text_of(made, one).split(" ")) > LEAST], random)
    words = text_of(made, line).split(" ")
    new = " ".join(words[:2] + words[3:])
    file.reword(line, " ".join(words), new)

    def change(claims: Any) -> None:  # noqa: ANN401
        one = claims["lines"][line]
        start, end = one["spans"][0]
        first, last = len(" ".join(words[:2])), len(" ".join(words[:3])) + 1
        one |= {"text": new, "spans": [[start, start + first], [start + last, end]]}

    file.change_claims(change)
    return said("source-differs", "[…]", at=new, with_source=True)


EMBEDDING.add("the article inside replaced")
