"""Placeholders are found however Word parts them into runs."""

import re

from hypothesis import given
from hypothesis import strategies as st

from converter.writers.docx.template.placeholders import placeholder_places
from tests.writers.docx.opened import fragment, query, strings
from tests.writers.docx.template.houses import control, paragraph, run
from tests.writers.docx.template.test_controls import DOCUMENT, blocks, body, words

PIECES = st.lists(
    st.sampled_from(["{{", "}}", "{", "}", "title", "a_b", " ", "x", "9", "é", "{{date}}"]), max_size=14
)


@given(PIECES, st.lists(st.integers(1, 4), min_size=1))
def test_what_is_filled_is_what_a_reader_sees_as_placeholders(pieces: list[str], lengths: list[int]) -> None:
    text = "".join(pieces)
    cuts, runs = iter(lengths * 60), list[str]()
    while len("".join(runs)) < len(text):
        start = len("".join(runs))
        runs.append(text[start : start + next(cuts)])
    tree = body(paragraph("".join(run(each) for each in runs)))
    for place in placeholder_places(DOCUMENT, tree):
        place.fill([*fragment(run(f"<{place.name}>".replace("<", "«").replace(">", "»")))])
    # an independent reading: the whole text at once
    expected = re.sub(r"\{\{ *([a-zé]\w*) *\}\}", lambda match: f"«{match[1].replace('_', '-')}»", text)
    assert words(tree) == [expected]


def test_words_keep_the_format_of_the_first_brace() -> None:
    tree = body(paragraph(run("{{", "<w:b/>") + run("title}} rest", "<w:i/>")))
    (place,) = placeholder_places(DOCUMENT, tree)
    place.fill([*fragment(run("new"))])
    assert query(tree, "//w:r[w:t='new'][w:rPr/w:b][not(w:rPr/w:i)]")
    assert query(tree, "//w:r[w:t=' rest'][w:rPr/w:i]")


def test_what_stands_around_it_in_its_run_keeps_its_order() -> None:
    inside = "<w:r><w:t>a {{title}} b</w:t><w:tab/><w:t>c</w:t></w:r>"
    tree = body(paragraph(inside))
    (place,) = placeholder_places(DOCUMENT, tree)
    place.fill([*fragment(run("new"))])
    order = [each.text or each.tag.rpartition("}")[2] for each in query(tree, "//w:r/*")]
    assert order == ["a ", "new", " b", "tab", "c"]


def test_several_in_one_run_are_several() -> None:
    tree = body(paragraph(run("{{a}}{{b}} and {{ c }}")))
    assert [place.name for place in placeholder_places(DOCUMENT, tree)] == ["a", "b", "c"]
    assert list(filter(None, strings(tree, "//w:t/text()"))) == ["{{a}}", "{{b}}", " and ", "{{ c }}"]


def test_a_placeholder_in_a_control_of_ours_is_the_controls() -> None:
    tree = body(control("brief:title", paragraph(run("{{title}}"))))
    assert list(placeholder_places(DOCUMENT, tree)) == []


def test_blocks_take_its_paragraph_or_follow_it() -> None:
    tree = body(paragraph(run("{{body}}")) + paragraph(run("Text: {{method}}")))
    for place in list(placeholder_places(DOCUMENT, tree)):
        place.put(blocks())
    assert words(tree) == ["one", "two", "Text: ", "one", "two"]
