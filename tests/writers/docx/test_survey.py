from hypothesis import given
from hypothesis import strategies as st

from converter.model.document import BoxBlock, HeadingBlock, Reference, Text, TextBlock
from converter.writers.docx.survey import survey
from tests.sample import sample_document
from tests.writers.docx.opened import document

ANCHORS = st.lists(
    st.from_regex(r"[a-z][a-z0-9-]{0,60}", fullmatch=True), min_size=1, max_size=8, unique=True
)


@given(ANCHORS)
def test_bookmarks_have_names_that_word_takes_and_no_two_the_same(anchors: list[str]) -> None:
    headings = [HeadingBlock(1, (Text("x"),), anchor) for anchor in anchors]
    names = list(survey(document(*headings)).bookmarks.values())
    assert len(set(names)) == len(anchors)
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() and name[0].isalpha() for name in names)


def test_only_notes_that_are_referred_to_again_are_repeated() -> None:
    assert survey(sample_document()).repeated == {2}


def test_headings_in_boxes_method_and_notes_are_found() -> None:
    assert set(survey(sample_document()).bookmarks) == {
        "title", "summary", "background", "a-slow-century", "implications", "source-and-method", "references",
    }  # fmt: skip
    inside = BoxBlock(
        (HeadingBlock(2, (Text("x"),), "inside"), TextBlock("lead", (Reference(1, repeat=True),)))
    )
    found = survey(document(inside))
    assert (list(found.bookmarks), set(found.repeated)) == (["inside"], {1})


def test_pages_are_guessed_from_the_length() -> None:
    assert survey(document(TextBlock("body", (Text("x"),)))).pages == 1
    assert survey(document(TextBlock("body", (Text("x" * 26_000),)))).pages == 11


def test_languages_are_those_that_need_a_slot_which_the_documents_own_leaves_empty() -> None:
    words = (Text("a", language="fr"), Text("b", language="th"), Text("c", language="he"), Text("d"))
    assert survey(document(TextBlock("body", words))).languages == ("th",)
    assert survey(document(TextBlock("body", words[:1]))).languages == ()
