"""Alterations of the words of lines, and of whole lines."""

from random import Random

from converter.model.document import Text

from .articles import LANGUAGES
from .documents import inlines
from .kinds import LEAST, Alteration, File, around, kind, lines_of, parting, pick, said, text_of
from .reports import Made


@kind
def a_word_changed(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)
    words = text_of(made, line).split(" ")
    index = pick([i for i, word in enumerate(words) if len(word) >= LEAST and word.isalpha()], random)
    others = {word for text in made.article.sentences for word in text.split(" ") if word.isalpha()}
    other = pick(sorted(others - {words[index]}), random)
    old, words[index] = around(words, index), other
    new = around(words, index)
    file.reword(line, old, new)
    return said("altered", new, old, at=new)


@kind
def a_negation_dropped(file: File, made: Made, random: Random) -> Alteration:
    pairs = LANGUAGES[made.article.language].negated
    line, old, new = pick(
        [(line, old, new) for line in lines_of(made) for old, new in pairs if old in text_of(made, line)],
        random,
    )
    file.reword(line, old, new)
    return said("altered", new, old, at=text_of(made, line).replace(old, new))


@kind
def a_number_changed(file: File, made: Made, random: Random) -> Alteration:
    line = pick([one for one in lines_of(made) if any(map(str.isdecimal, text_of(made, one)))], random)
    text = text_of(made, line)
    at = pick([index for index, sign in enumerate(text) if sign.isdecimal()], random)
    digit = str((int(text[at]) + random.randint(1, 9)) % 10)
    new = text[:at] + digit + text[at + 1 :]
    file.reword(line, text, new)
    start = new.rfind(" ", 0, at) + 1
    return said("altered", new[start : at + 1], text[start : at + 1], at=new)


@kind
def a_full_stop_changed(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)
    text = text_of(made, line)
    new = text[:-1] + ("?" if text[-1] != "?" else "!")
    file.reword(line, text, new)
    return said("altered", new[-12:], text[-12:], at=new)


@kind
def a_capital_changed(file: File, made: Made, random: Random) -> Alteration:
    line = pick([one for one in lines_of(made) if text_of(made, one)[0].isupper()], random)
    text = text_of(made, line)
    new = text[0].lower() + text[1:]
    file.reword(line, text, new)
    return said("altered", new[:20], text[:20], at=new)


@kind
def words_cut_out_without_a_gap(file: File, made: Made, random: Random) -> Alteration:
    line = pick([one for one in lines_of(made) if len(text_of(made, one).split(" ")) > LEAST], random)
    words = text_of(made, line).split(" ")
    at = random.randint(1, len(words) - 2)
    old, new = " ".join(words), " ".join(words[:at] + words[at + 1 :])
    file.reword(line, old, new)
    return said("altered", " ".join(words[at - 1 : at + 1]), at=new)


@kind
def a_gap_mark_taken_out(file: File, made: Made, random: Random) -> Alteration:
    gaps = [
        (one.record, one.text)
        for one in inlines(made.document.blocks)
        if isinstance(one, Text) and one.text.strip() == "[…]" and one.record is not None
    ]
    line, mark = pick(gaps, random)
    file.reword(line, mark, " ")
    return said("altered", "[…]")


@kind
def a_foreign_sentence_as_a_paragraph(file: File, made: Made, random: Random) -> Alteration:
    file.add_paragraph(pick(lines_of(made), random), made.article.foreign)
    return said("added", made.article.foreign[:40], at=made.article.foreign)


@kind
def a_foreign_sentence_behind_a_line(file: File, made: Made, random: Random) -> Alteration:
    file.add_behind(pick(lines_of(made), random), made.article.foreign)
    return said("added altered", made.article.foreign[:25], at=made.article.foreign)


@kind
def a_line_that_a_foreign_sentence_replaces(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)
    file.reword(line, text_of(made, line), made.article.foreign)
    return said(
        "altered added removed", parting(made.article.foreign, text_of(made, line)), at=made.article.foreign
    )


@kind
def two_lines_swapped_between_sections(file: File, made: Made, random: Random) -> Alteration:
    records = made.document.records
    pairs = [
        (a, b) for a in lines_of(made) for b in lines_of(made) if records[a].section < records[b].section
    ]
    one, other = pick(pairs, random)
    file.swap(one, other)
    return said("moved altered", text_of(made, one)[:12], text_of(made, other)[:12])


@kind
def two_lines_swapped_within_a_section(file: File, made: Made, random: Random) -> Alteration:
    records, lines = made.document.records, lines_of(made)
    pairs = [(a, b) for a in lines for b in lines if a < b and records[a].section == records[b].section]
    one, other = pick(pairs, random)
    file.swap(one, other)
    return said("moved altered", "")


@kind
def a_line_removed(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)
    file.remove(line)
    return said("removed", text_of(made, line)[:40])


@kind
def a_line_doubled(file: File, made: Made, random: Random) -> Alteration:
    line = pick(lines_of(made), random)
    file.add_paragraph(pick(lines_of(made), random), text_of(made, line))
    # which of the two is the new one may be told from the number behind it
    return said("added altered", text_of(made, line)[:40], at=text_of(made, line))
