"""Alterations of the report's own words, on the pages and around them."""

# ruff: noqa: ARG001 - all kinds are called alike

from itertools import pairwise
from random import Random

from converter.model.document import HeadingBlock, MethodBlock, NotesBlock, Text, TitleBlock

from .documents import contents, inlines
from .kinds import Alteration, File, kind, own_words, pick, said
from .reports import Made
from .word import WordFile


@kind
def a_heading_renamed(file: File, made: Made, random: Random) -> Alteration:
    old = pick(own_words(made, HeadingBlock), random)
    file.reword_own(old, "Propaganda")
    return said("altered", "Propaganda", at="Propaganda")


@kind
def the_title_changed(file: File, made: Made, random: Random) -> Alteration:
    title = next(one for one in made.document.blocks if isinstance(one, TitleBlock)).title
    old = pick([one.text for one in title if isinstance(one, Text)], random)
    file.reword_own(old, f"{old} 77")
    return said("altered", "77", at="77")


@kind
def the_method_changed(file: File, made: Made, random: Random) -> Alteration:
    old = pick([text for text in own_words(made, MethodBlock) if any(map(str.isdecimal, text))], random)
    at = next(index for index, sign in enumerate(old) if sign.isdecimal())
    new = f"{old[:at]}9{old[at:]}"
    file.reword_own(old, new)
    return said("altered", new[max(at - 5, 0) : at + 2], old[max(at - 5, 0) : at + 1], at=new[:60])


@kind
def a_reference_renumbered(file: File, made: Made, _random: Random) -> Alteration:
    notes = [one for one in made.document.blocks if isinstance(one, NotesBlock)]
    if not notes or len(notes[0].notes) < 2:
        raise LookupError("no references")
    now, was = file.renumber()
    return said("reference", str(now), str(was))


@kind
def an_end_note_changed(file: File, made: Made, random: Random) -> Alteration:
    notes = [one for one in made.document.blocks if isinstance(one, NotesBlock)]
    texts = [one.text for one in inlines(tuple(notes)) if isinstance(one, Text)][1:]
    old = pick([text for text in texts if any(map(str.isdecimal, text))], random)
    at = next(index for index, sign in enumerate(old) if sign.isdecimal())
    new = f"{old[:at]}8{old[at:]}"
    file.reword_own(old, new)
    return said("altered reference", new[max(at - 5, 0) : at + 2], at=new)


@kind
def the_mark_of_an_edit_taken_out(file: File, made: Made, random: Random) -> Alteration:
    edited = {index for index, record in enumerate(made.document.records) if record.kind == "edited"}
    marks = [
        mark.text
        for content in contents(made.document.blocks)
        for line, mark in pairwise(content)
        if isinstance(line, Text) and line.record in edited and isinstance(mark, Text) and mark.record is None
    ]
    mark = pick(marks, random)
    file.reword_own(mark, " ")
    return said("removed altered", mark.strip())


@kind
def the_author_of_a_comment_changed(file: File, made: Made, random: Random) -> Alteration:
    old = pick([text for text in own_words(made, object) if "Bo N." in text], random)
    new = old.replace("Bo N.", "Cy Q.")
    file.reword_own(old, new)
    return said("altered", new, old, at=new)


@kind
def words_in_a_header(file: File, made: Made, _random: Random) -> Alteration:
    file.add_running("Approved by the minister", "header")
    return said("running", "Approved")


@kind
def a_handling_mark_taken_out(file: File, made: Made, random: Random) -> Alteration:
    if made.document.mark is None:
        raise LookupError("no handling mark")
    file.take_mark_out()
    return said("running altered removed", "TLP")


@kind
def words_in_a_footer(file: File, made: Made, _random: Random) -> Alteration:
    if isinstance(file, WordFile) and not any("footer" in name for name in file.parts):
        raise LookupError("no footer")
    file.add_running("Approved by the minister", "footer")
    return said("running", "Approved")
