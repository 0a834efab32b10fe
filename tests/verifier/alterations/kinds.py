"""The kinds of alterations: each changes a file, and says what was done and what must be said of it.

A kind raises `LookupError` where a report has nothing that could be altered so.
"""

# ruff: noqa: ARG001, TRY004 - all kinds are called alike, and say alike that there is nothing for them

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random
from typing import Any

from lxml import etree

from converter.model.document import HeadingBlock, MethodBlock, NotesBlock, Text, TitleBlock

from .articles import LANGUAGES, article
from .pdf import PdfFile, contents, inlines
from .reports import Made, report
from .word import WordFile

File = WordFile | PdfFile
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Alteration:
    """What was done, and what must be said of it.

    Attributes:
        codes: of the findings that name it.
        words: that stand in each of so many findings, of any of these codes.
        at: words of the altered file where it was done; empty: in no place that is seen.
        with_source: whether only the source can show it.
    """

    codes: frozenset[str]
    words: tuple[str, ...]
    at: str = ""
    with_source: bool = False


Kind = Callable[[File, Made, Random], Alteration]
KINDS: dict[str, Kind] = {}
"""By what is done."""


def kind(function: Kind) -> Kind:
    """Take a kind into the table."""
    KINDS[function.__name__.replace("_", " ")] = function
    return function


def _said(codes: str, *words: str, at: str = "", with_source: bool = False) -> Alteration:
    return Alteration(frozenset(codes.split()), words, at, with_source)


def _one(choices: Sequence[Any], random: Random) -> Any:  # noqa: ANN401
    if not choices:
        raise LookupError("nothing of the kind")
    return random.choice(choices)


def _several(choices: Sequence[Any], random: Random) -> list[Any]:
    if len(choices) < 2:
        raise LookupError("not enough of the kind")
    return random.sample(list(choices), 2)


def _lines(made: Made, kind: str = "verbatim") -> list[int]:
    """Return the lines that are one run of text."""
    texts = [one for one in inlines(made.document.blocks) if isinstance(one, Text)]
    of = [one.record for one in texts]
    records = made.document.records
    return [
        index
        for index, record in enumerate(records)
        if of.count(index) == 1 and record.kind == kind and "\n" not in record.text
        # what stands in a table's row twice or in the title cannot be told apart by its words
        and sum(record.text in other.text for other in records) == 1
    ]  # fmt: skip


def _text(made: Made, line: int) -> str:
    return made.document.records[line].text


def _own(made: Made, *blocks: type) -> list[str]:
    """Return texts of the report's own in some blocks."""
    found = [one for one in made.document.blocks if isinstance(one, blocks)]
    return [one.text for one in inlines(tuple(found)) if isinstance(one, Text) and one.record is None]


def _around(words: Sequence[str], index: int) -> str:
    return " ".join(words[max(index - 1, 0) : index + 2])


# ------------------------------------------------------------------------------------------- words of lines


@kind
def a_word_changed(file: File, made: Made, random: Random) -> Alteration:
    line = _one(_lines(made), random)
    words = _text(made, line).split(" ")
    index = _one([i for i, word in enumerate(words) if len(word) >= _LEAST and word.isalpha()], random)
    others = {word for text in made.article.sentences for word in text.split(" ") if word.isalpha()}
    other = _one(sorted(others - {words[index]}), random)
    old, words[index] = _around(words, index), other
    new = _around(words, index)
    file.reword(line, old, new)
    return _said("altered", new, old, at=new)


@kind
def a_negation_dropped(file: File, made: Made, random: Random) -> Alteration:
    pairs = LANGUAGES[made.article.language].negated
    line, old, new = _one(
        [(line, old, new) for line in _lines(made) for old, new in pairs if old in _text(made, line)], random
    )
    file.reword(line, old, new)
    return _said("altered", new, old, at=_text(made, line).replace(old, new))


@kind
def a_number_changed(file: File, made: Made, random: Random) -> Alteration:
    line = _one([one for one in _lines(made) if any(map(str.isdecimal, _text(made, one)))], random)
    text = _text(made, line)
    at = _one([index for index, sign in enumerate(text) if sign.isdecimal()], random)
    digit = str((int(text[at]) + random.randint(1, 9)) % 10)
    new = text[:at] + digit + text[at + 1 :]
    file.reword(line, text, new)
    start = new.rfind(" ", 0, at) + 1
    return _said("altered", new[start : at + 1], text[start : at + 1], at=new)


@kind
def a_full_stop_changed(file: File, made: Made, random: Random) -> Alteration:
    line = _one(_lines(made), random)
    text = _text(made, line)
    new = text[:-1] + ("?" if text[-1] != "?" else "!")
    file.reword(line, text, new)
    return _said("altered", new[-12:], text[-12:], at=new)


@kind
def a_capital_changed(file: File, made: Made, random: Random) -> Alteration:
    line = _one([one for one in _lines(made) if _text(made, one)[0].isupper()], random)
    text = _text(made, line)
    new = text[0].lower() + text[1:]
    file.reword(line, text, new)
    return _said("altered", new[:20], text[:20], at=new)


@kind
def words_cut_out_without_a_gap(file: File, made: Made, random: Random) -> Alteration:
    line = _one([one for one in _lines(made) if len(_text(made, one).split(" ")) > _LEAST], random)
    words = _text(made, line).split(" ")
    at = random.randint(1, len(words) - 2)
    old, new = " ".join(words), " ".join(words[:at] + words[at + 1 :])
    file.reword(line, old, new)
    return _said("altered", " ".join(words[at - 1 : at + 1]), at=new)


@kind
def a_gap_mark_taken_out(file: File, made: Made, random: Random) -> Alteration:
    gaps = [
        (one.record, one.text)
        for one in inlines(made.document.blocks)
        if isinstance(one, Text) and one.text.strip() == "[…]" and one.record is not None
    ]
    line, mark = _one(gaps, random)
    file.reword(line, mark, " ")
    return _said("altered", "[…]")


# ------------------------------------------------------------------------------------------------ whole lines


@kind
def a_foreign_sentence_as_a_paragraph(file: File, made: Made, random: Random) -> Alteration:
    file.add_paragraph(_one(_lines(made), random), made.article.foreign)
    return _said("added", made.article.foreign[:40], at=made.article.foreign)


@kind
def a_foreign_sentence_behind_a_line(file: File, made: Made, random: Random) -> Alteration:
    file.add_behind(_one(_lines(made), random), made.article.foreign)
    return _said("added altered", made.article.foreign[:25], at=made.article.foreign)


@kind
def a_line_that_a_foreign_sentence_replaces(file: File, made: Made, random: Random) -> Alteration:
    line = _one(_lines(made), random)
    file.reword(line, _text(made, line), made.article.foreign)
    return _said("altered added removed", made.article.foreign[-12:], at=made.article.foreign)


@kind
def two_lines_swapped_between_sections(file: File, made: Made, random: Random) -> Alteration:
    records = made.document.records
    pairs = [(a, b) for a in _lines(made) for b in _lines(made) if records[a].section < records[b].section]
    one, other = _one(pairs, random)
    file.swap(one, other)
    return _said("moved altered", _text(made, one)[:12], _text(made, other)[:12])


@kind
def two_lines_swapped_within_a_section(file: File, made: Made, random: Random) -> Alteration:
    records, lines = made.document.records, _lines(made)
    pairs = [(a, b) for a in lines for b in lines if a < b and records[a].section == records[b].section]
    one, other = _one(pairs, random)
    file.swap(one, other)
    return _said("moved altered", "")


@kind
def a_line_removed(file: File, made: Made, random: Random) -> Alteration:
    line = _one(_lines(made), random)
    file.remove(line)
    return _said("removed", _text(made, line)[:40])


@kind
def a_line_doubled(file: File, made: Made, random: Random) -> Alteration:
    line = _one(_lines(made), random)
    file.add_paragraph(_one(_lines(made), random), _text(made, line))
    return _said("added", _text(made, line)[:40], at=_text(made, line))


# -------------------------------------------------------------------------------- the report's own words


@kind
def a_heading_renamed(file: File, made: Made, random: Random) -> Alteration:
    old = _one(_own(made, HeadingBlock), random)
    file.reword_own(old, "Propaganda")
    return _said("altered", "Propaganda", at="Propaganda")


@kind
def the_title_changed(file: File, made: Made, random: Random) -> Alteration:
    title = next(one for one in made.document.blocks if isinstance(one, TitleBlock)).title
    old = _one([one.text for one in title if isinstance(one, Text)], random)
    file.reword_own(old, f"{old} 77")
    return _said("altered", "77", at="77")


@kind
def the_method_changed(file: File, made: Made, random: Random) -> Alteration:
    old = _one([text for text in _own(made, MethodBlock) if any(map(str.isdecimal, text))], random)
    at = next(index for index, sign in enumerate(old) if sign.isdecimal())
    new = f"{old[:at]}9{old[at:]}"
    file.reword_own(old, new)
    return _said("altered", new[max(at - 5, 0) : at + 2], old[max(at - 5, 0) : at + 1], at=new[:60])


@kind
def a_reference_renumbered(file: File, made: Made, _random: Random) -> Alteration:
    notes = [one for one in made.document.blocks if isinstance(one, NotesBlock)]
    if not notes or len(notes[0].notes) < 2:
        raise LookupError("no references")
    now, was = file.renumber()
    return _said("reference", str(now), str(was))


@kind
def an_end_note_changed(file: File, made: Made, random: Random) -> Alteration:
    notes = [one for one in made.document.blocks if isinstance(one, NotesBlock)]
    texts = [one.text for one in inlines(tuple(notes)) if isinstance(one, Text)][1:]
    old = _one([text for text in texts if any(map(str.isdecimal, text))], random)
    at = next(index for index, sign in enumerate(old) if sign.isdecimal())
    new = f"{old[:at]}8{old[at:]}"
    file.reword_own(old, new)
    return _said("altered reference", new[max(at - 5, 0) : at + 2], at=new)


@kind
def the_mark_of_an_edit_taken_out(file: File, made: Made, random: Random) -> Alteration:
    edited = {index for index, record in enumerate(made.document.records) if record.kind == "edited"}
    marks = [
        mark.text
        for content in contents(made.document.blocks)
        for line, mark in pairwise(content)
        if isinstance(line, Text) and line.record in edited and isinstance(mark, Text) and mark.record is None
    ]
    mark = _one(marks, random)
    file.reword_own(mark, " ")
    return _said("removed altered", mark.strip())


@kind
def the_author_of_a_comment_changed(file: File, made: Made, random: Random) -> Alteration:
    old = _one([text for text in _own(made, object) if "Bo N." in text], random)
    new = old.replace("Bo N.", "Cy Q.")
    file.reword_own(old, new)
    return _said("altered", new, old, at=new)


@kind
def words_in_a_header(file: File, made: Made, _random: Random) -> Alteration:
    file.add_running("Approved by the minister", "header")
    return _said("running", "Approved")


@kind
def a_handling_mark_taken_out(file: File, made: Made, random: Random) -> Alteration:
    if made.document.mark is None:
        raise LookupError("no handling mark")
    file.take_mark_out()
    return _said("running altered removed", "TLP")


@kind
def words_in_a_footer(file: File, made: Made, _random: Random) -> Alteration:
    if isinstance(file, WordFile) and not any("footer" in name for name in file.parts):
        raise LookupError("no footer")
    file.add_running("Approved by the minister", "footer")
    # a long title leaves no room for all of it
    return _said("running", "Approved")


# --------------------------------------------------------------------------------------- what nobody sees

_WORD_HIDDEN = {
    "vanish": "<w:vanish/>",
    "white": '<w:color w:val="FFFFFF"/>',
    "tiny": '<w:sz w:val="2"/>',
}
_SECRET = "vote for the other side"  # noqa: S105 - what is hidden


def _hidden_in_word(properties: str, paragraph: str = "") -> Kind:
    def hide(file: File, made: Made, random: Random) -> Alteration:
        if not isinstance(file, WordFile):
            raise LookupError("of Word files")
        at = '<w:ind w:left="0"/>' + paragraph
        file.add_paragraph(_one(_lines(made), random), _SECRET, properties, paragraph or at)
        return _said("hidden", _SECRET, at=_SECRET)

    return hide


for _name, _properties in _WORD_HIDDEN.items():
    KINDS[f"hidden in Word: {_name}"] = _hidden_in_word(_properties)
KINDS["hidden in Word: off the page"] = _hidden_in_word(
    "", '<w:framePr w:w="200" w:hSpace="0" w:hAnchor="page" w:vAnchor="page" w:x="30000" w:y="100"/>'
)

_PDF_HIDDEN = {
    "no ink": f"BT /Helv 10 Tf 3 Tr 20 400 Td ({_SECRET}) Tj ET",
    "white": f"1 g BT /Helv 4 Tf 12 420 Td ({_SECRET}) Tj ET",
    "tiny": f"BT /Helv 1 Tf 12 440 Td ({_SECRET}) Tj ET",
    "off the page": f"BT /Helv 10 Tf -900 440 Td ({_SECRET}) Tj ET",
    "behind a shape": f"BT /Helv 10 Tf 12 440 Td ({_SECRET}) Tj ET 0.5 g 10 430 200 40 re f",
}


def _hidden_in_pdf(code: str) -> Kind:
    def hide(file: File, made: Made, random: Random) -> Alteration:
        if not isinstance(file, PdfFile):
            raise LookupError("of PDF")
        file.draw(code)
        return _said("hidden", _SECRET)

    return hide


for _name, _code in _PDF_HIDDEN.items():
    KINDS[f"hidden in PDF: {_name}"] = _hidden_in_pdf(_code)


@kind
def words_kept_as_deleted(file: File, made: Made, random: Random) -> Alteration:
    if not isinstance(file, WordFile):
        raise LookupError("of Word files")
    line = _one(_lines(made), random)
    space = file.body.nsmap["w"]
    added = etree.fromstring(
        f'<w:del xmlns:w="{space}" w:id="1" w:author="X"><w:r><w:delText>{_SECRET}</w:delText></w:r></w:del>'
    )
    file.texts_of(line)[-1].getparent().addnext(added)
    return _said("hidden", _SECRET, at=_SECRET)


@kind
def a_line_that_is_covered(file: File, made: Made, random: Random) -> Alteration:
    if not isinstance(file, PdfFile):
        raise LookupError("of PDF")
    height = made.style.page.height
    file.draw(f"1 g 0 {height / 2:.0f} 2000 {height:.0f} re f", fit=False)
    return _said("hidden removed altered", "")


@kind
def a_shape_laid_over_the_text(file: File, made: Made, random: Random) -> Alteration:
    if not isinstance(file, WordFile):
        raise LookupError("of Word files")
    file.add_shape(_one(_lines(made), random))
    return _said("doubtful", "lies over the text")


@kind
def words_of_a_page_exchanged(file: File, made: Made, random: Random) -> Alteration:
    """Exchange what two operators show: with the letters at hand, as whoever has no fonts would."""
    if not isinstance(file, PdfFile):
        raise LookupError("of PDF")
    file.exchange(random)
    return _said("altered moved removed added reference running doubtful", "")


@kind
def words_of_a_page_taken_out(file: File, made: Made, random: Random) -> Alteration:
    if not isinstance(file, PdfFile):
        raise LookupError("of PDF")
    file.take_out(random)
    return _said("altered removed running reference", "")


@kind
def the_title_of_the_file_changed(file: File, made: Made, random: Random) -> Alteration:
    file.retitle("Quite another title")
    return _said("metadata", "Quite another title")


@kind
def words_drawn_on_a_page(file: File, made: Made, random: Random) -> Alteration:
    if not isinstance(file, PdfFile):
        raise LookupError("of PDF")
    file.draw(f"BT /Helv 10 Tf 12 {random.randint(300, 500)} Td (Approved by the minister) Tj ET")
    return _said("added running altered", "Approved by the minister")


@kind
def a_remark_laid_over_the_text(file: File, made: Made, random: Random) -> Alteration:
    if isinstance(file, WordFile):
        file.add_comment(_one(_lines(made), random), "Approved by the minister")
        return _said("added", "Approved by the minister")
    file.annotate("Approved by the minister", (60.0, 300.0, 400.0, 340.0))
    return _said("added", "Approved by the minister")


# --------------------------------------------------------------------------------------- what is claimed


@kind
def the_provenance_of_another_report(file: File, made: Made, _random: Random) -> Alteration:
    other = _claims_of(report(made.number + 1, made.article.language))
    file.change_claims(lambda _: other)
    return _said("altered removed added claims-broken", "")


def _claims_of(made: Made) -> Any:  # noqa: ANN401
    return json.loads(made.document.provenance)


@kind
def the_provenance_changed_and_not_its_sum(file: File, made: Made, _random: Random) -> Alteration:
    def change(claims: Any) -> None:  # noqa: ANN401
        claims["configuration"]["length"] = "half"

    file.change_claims(change, sum_too=False)
    return _said("claims-replaced", "replaced")


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
    line = _one(_lines(made), random)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line]["paragraph"] += 1

    file.change_claims(change)
    return _said("place-differs", _text(made, line)[:40], with_source=True)


@kind
def a_line_given_other_spans(file: File, made: Made, random: Random) -> Alteration:
    line, other = _several(_lines(made), random)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line]["spans"] = claims["lines"][other]["spans"]

    file.change_claims(change)
    return _said("source-differs", _text(made, line)[:20], with_source=True)


@kind
def an_edited_line_claimed_as_verbatim(file: File, made: Made, random: Random) -> Alteration:
    line = _one(_lines(made, "edited"), random)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line]["kind"] = "verbatim"

    file.change_claims(change)
    return _said("source-differs", ", 2031", with_source=True)


@kind
def an_invented_line_claimed_as_edited(file: File, made: Made, random: Random) -> Alteration:
    """Change a line and claim that a person edited it, without the mark that tells readers so."""
    line = _one(_lines(made), random)
    text = _text(made, line)
    file.reword(line, text, made.article.foreign)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"][line] |= {"kind": "edited", "text": made.article.foreign}

    file.change_claims(change)
    return _said("unmarked", made.article.foreign[:40], at=made.article.foreign)


@kind
def the_sum_of_the_source_changed(file: File, made: Made, _random: Random) -> Alteration:
    def change(claims: Any) -> None:  # noqa: ANN401
        claims["sources"][0]["sha256"] = "0123456789abcdef" * 4

    file.change_claims(change)
    return _said("source-unknown", made.document.sources[0].sha256[:12])


@kind
def the_article_inside_replaced(file: File, made: Made, _random: Random) -> Alteration:
    other = article(made.number + 1)
    file.replace_article(other.data)
    return _said("article-replaced", "article.md")


@kind
def a_paragraph_put_into_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    line, text = _one(_lines(made), random), made.article.foreign
    file.add_paragraph(line, text)
    file.change_claims(lambda claims: _insert(claims, line, {"role": "body", "text": text}))
    return _said("unsourced altered moved added", text[:40])


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
    line, text = _one(_lines(made), random), made.article.foreign
    file.add_paragraph(line, text)

    def change(claims: Any) -> None:  # noqa: ANN401
        claims["lines"].append({**claims["lines"][line], "id": len(claims["lines"]), "text": text})
        _insert(claims, line, {"line": len(claims["lines"]) - 1})

    file.change_claims(change)
    return _said("source-differs", text[-12:], with_source=True)


@kind
def a_heading_renamed_in_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    headings = [one for one in made.document.blocks if isinstance(one, HeadingBlock) and one.level > 1]
    old = _one([one.text for one in inlines(tuple(headings)) if isinstance(one, Text)], random)
    file.reword_own(old, "Propaganda")

    def change(claims: Any) -> None:  # noqa: ANN401
        for piece in claims["content"]:
            if piece.get("text") == old:
                piece["text"] = "Propaganda"

    file.change_claims(change)
    return _said("source-differs", "Propaganda", with_source=True)


@kind
def words_cut_out_of_text_and_provenance(file: File, made: Made, random: Random) -> Alteration:
    line = _one([one for one in _lines(made) if len(_text(made, one).split(" ")) > _LEAST], random)
    words = _text(made, line).split(" ")
    new = " ".join(words[:2] + words[3:])
    file.reword(line, " ".join(words), new)

    def change(claims: Any) -> None:  # noqa: ANN401
        one = claims["lines"][line]
        start, end = one["spans"][0]
        first, last = len(" ".join(words[:2])), len(" ".join(words[:3])) + 1
        one |= {"text": new, "spans": [[start, start + first], [start + last, end]]}

    file.change_claims(change)
    return _said("source-differs", "[…]", at=new, with_source=True)


EMBEDDING = frozenset({"the article inside replaced"})
"""Kinds that need reports with their article inside."""
