import pytest
from lxml import etree

from converter.model.document import Inline, PageField, Reference, Text
from converter.writers.docx.package import Relationships
from converter.writers.docx.runs import Runs
from tests.writers.docx.opened import fragment, query, strings


def runs_of(*content: Inline, **options: object) -> etree._Element:
    return fragment(Runs(Relationships(), **options).xml(content))  # type: ignore[arg-type]


def test_plain_text_is_one_run_without_properties() -> None:
    root = runs_of(Text("a < b & c"))
    assert strings(root, "w:r/w:t/text()") == ["a < b & c"]
    assert not query(root, "//w:rPr")


def test_emphasis_is_a_style_and_what_one_style_cannot_say_beside_it() -> None:
    root = runs_of(
        Text("a", frozenset({"strong"})),
        Text("b", frozenset({"emphasis"})),
        Text("c", frozenset({"strong", "emphasis"})),
    )
    assert strings(root, "//w:rStyle/@w:val") == ["Strong", "Emphasis", "Strong"]
    assert len(query(root, "w:r[3]//w:i")) == 1


def test_stressed_words_are_bold_where_the_style_says_so() -> None:
    root = runs_of(
        Text("a", frozenset({"emphasis"})),
        Text("b", frozenset({"strong", "emphasis"})),
        Text("c", frozenset({"emphasis"}), link="https://example.org"),
        emphasis="bold",
    )
    assert strings(root, "//w:rStyle/@w:val") == ["Emphasis", "Strong", "Hyperlink"]
    assert [len(query(run, ".//w:b")) for run in query(root, ".//w:r")] == [0, 1, 1]
    assert not query(root, "//w:i")


def test_an_address_is_a_relationship_outside_and_escaped_once() -> None:
    relationships = Relationships()
    root = fragment(Runs(relationships).xml((Text("there", link="https://example.org/?a=1&b=2"),)))
    assert strings(root, "w:hyperlink/@r:id") == ["rId1"]
    assert strings(root, "w:hyperlink/w:r/w:rPr/w:rStyle/@w:val") == ["Hyperlink"]
    assert next(iter(relationships.items()))[2:] == ("https://example.org/?a=1&b=2", "External")


def test_an_anchor_leads_to_its_bookmark() -> None:
    root = runs_of(Text("see", link="#a-b"), bookmarks={"a-b": "a_b_0"})
    assert strings(root, "w:hyperlink/@w:anchor") == ["a_b_0"]


def test_an_anchor_that_is_nowhere_leaves_the_words() -> None:
    root = runs_of(Text("see", link="#nowhere"))
    assert not query(root, "//w:hyperlink")
    assert strings(root, "w:r/w:t/text()") == ["see"]


def test_a_reference_is_an_end_note_of_word() -> None:
    root = runs_of(Reference(2))
    assert strings(root, "w:r/w:endnoteReference/@w:id") == ["2"]
    assert strings(root, "w:r/w:rPr/w:rStyle/@w:val") == ["EndnoteReference"]
    assert not query(root, "//w:bookmarkStart")


def test_a_repeat_is_a_cross_reference_to_the_bookmark_of_the_first() -> None:
    root = runs_of(Reference(2), Text(" x"), Reference(2, repeat=True), repeated=frozenset({2}))
    (name,) = strings(root, "//w:bookmarkStart/@w:name")
    assert strings(root, "//w:bookmarkStart/@w:id") == strings(root, "//w:bookmarkEnd/@w:id")
    assert strings(root, "//w:instrText/text()") == [f" NOTEREF {name} \\f \\h "]
    assert strings(root, "//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert len(query(root, "//w:endnoteReference")) == 1


def test_references_in_a_row_are_parted_by_a_comma() -> None:
    root = runs_of(Reference(1), Reference(2, repeat=True), Text("a"), Reference(3))
    assert strings(root, "//w:t/text()") == [",", "2", "a"]


def test_page_fields_hold_a_result() -> None:
    root = runs_of(PageField("page"), Text(" / "), PageField("pages"), pages=7)
    assert strings(root, "//w:instrText/text()") == [" PAGE ", " NUMPAGES "]
    assert strings(root, "//w:t/text()") == ["1", " / ", "7"]


def test_a_foreign_language_is_named_in_the_slot_of_its_script() -> None:
    root = runs_of(Text("quai", language="fr"), Text("港", language="ja"))
    assert strings(root, "//w:lang/@w:val") == ["fr-FR"]
    assert strings(root, "//w:lang/@w:eastAsia") == ["ja-JP"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("قال المسؤولون", [("قال المسؤولون", True)]),
        (
            "the port قال (2026) عن was",
            [("the port ", False), ("قال", True), (" (2026) ", False), ("عن", True), (" was", False)],
        ),
        ("שלום, עולם!", [("שלום, עולם", True), ("!", False)]),
        ("Latin only", [("Latin only", False)]),
    ],
)
def test_stretches_of_right_to_left_script_are_runs_of_their_own(
    text: str, pieces: list[tuple[str, bool]]
) -> None:
    root = runs_of(Text(text))
    found = [
        ("".join(strings(run, "w:t/text()")), bool(query(run, "w:rPr/w:rtl"))) for run in query(root, "w:r")
    ]
    assert found == pieces


@pytest.mark.parametrize(
    "content",
    [
        (Text("שנת "), Text("2019", frozenset({"strong"})), Text(".")),
        (Text("שנת 2019"), Text(" ")),
        (Text("שנת 2018."), Reference(1), Text(" 2019.")),
    ],
)
def test_a_number_may_be_several_runs_before_its_note(content: tuple[Inline, ...]) -> None:
    root = runs_of(*content, Reference(3), direction="rtl")
    assert strings(root, "w:r[last()-1]/w:t/text()") == ["\u200f"]


@pytest.mark.parametrize(
    ("text", "direction", "marks"),
    [
        ("בשנת 2019.", "rtl", 1),
        ("בשנת 2019", "rtl", 1),
        ("בשנת 2019 נחתם.", "rtl", 0),
        ("in 2019.", "ltr", 0),
    ],
)
def test_where_lines_run_to_the_left_a_note_does_not_go_with_a_number_before_it(
    text: str, direction: str, marks: int
) -> None:
    root = runs_of(Text(text), Reference(1), Reference(2), direction=direction)
    found = query(root, "w:r[w:t = '\u200f'][w:rPr/w:rtl][following-sibling::w:r[1]/w:endnoteReference]")
    assert len(found) == marks == strings(root, "//w:t/text()").count("\u200f")
