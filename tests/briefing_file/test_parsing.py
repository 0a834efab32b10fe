import re
from pathlib import Path

import pytest

from converter.briefing_file import is_briefing_file, parse
from converter.errors import InputError

HEAD = f"""\
briefing: 1
source:
  name: made.txt
  sha256: {"0" * 64}
"""
WHOLE = (
    HEAD
    + """\
sections:
  summary:
    lines:
      - p1s1: The port opened.
      - p1s2
      - note: Ask whom?
        by: Ada
"""
)


def test_a_file_says_what_was_written() -> None:
    file = parse(WHOLE, "b.yaml")
    (section,) = file.sections
    assert (file.source, file.sha256, file.outline, file.details.title) == ("made.txt", "0" * 64, "", "")
    assert [(line.at, line.text, line.author, str(line.place)) for line in section.lines] == [
        ("p1s1", "The port opened.", "", "b.yaml:8:9"),
        ("p1s2", "", "", "b.yaml:9:9"),
        ("", "Ask whom?", "Ada", "b.yaml:10:9"),
    ]


def test_an_empty_section_may_be_written_without_brackets() -> None:
    assert parse(HEAD + "sections:\n  summary:\n    lines:\n", "b.yaml").sections[0].lines == ()


@pytest.mark.parametrize(
    "text",
    ["briefing: 1\n", "# a comment\n\nbriefing: 1\n", "\ufeffbriefing: 2  # later\n", "---\nbriefing: '1'\n"],
)
def test_a_briefing_file_is_told_by_its_first_key(text: str) -> None:
    assert is_briefing_file(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Briefing: 1",
        "briefing: we met on Monday\n",
        "title: x\nbriefing: 1\n",
        "briefing:1",
        "# briefing: 1",
    ],
)
def test_other_texts_are_not_taken_for_one(text: str) -> None:
    assert not is_briefing_file(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("briefing: 1", "briefing: 7", "b.yaml:1:11: is version '7'; this program reads version 1"),
        ("  name: made.txt\n", "", "b.yaml:3:3: the key 'name' is missing; outline the article anew"),
        ("0" * 64, "0" * 63, "b.yaml:4:11: is no SHA-256; outline the article anew"),
        ("source:", "sauce:", "b.yaml:2:1: the key 'sauce' is not known; did you mean source?"),
        ("summary:", "my section:", ("b.yaml:6:3: 'my section' is no key of a section;"
          " use letters, digits and hyphens")),
        ("lines:", "line:", "b.yaml:7:5: the key 'line' is not known; did you mean lines?"),
        ("- p1s2", "- [p1s2]", "b.yaml:9:9: this is no line; write '- p4s2' or '- note: Your comment'"),
        ("- p1s2", "-", "b.yaml:9:8: this is no line; write '- p4s2' or '- note: Your comment'"),
        ("Ask whom?", "", "b.yaml:10:9: note has no words; delete the line to drop it"),
        ("by: Ada", "p1s2: x", ("b.yaml:11:9: the key 'p1s2' cannot stand here;"
          " begin each line with '- '; only 'by' may stand below its words")),
        ("The port opened.", "[x]", "b.yaml:8:15: one text is wanted here; put it in quotation marks"),
        ("Ask whom?", "Ask: whom?", ("b.yaml:10:18: a second colon stands in this line;"
          ' put a text with a colon in quotation marks: "…"')),
        ("sections:", "date: 2026-13-01\nsections:",
         "b.yaml:5:7: '2026-13-01' is no date; write it like 2026-11-23"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_line(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    with pytest.raises(InputError) as caught:
        parse(WHOLE.replace(old, new, 1), "b.yaml")
    assert str(caught.value) == said


def test_a_file_without_sections_is_told() -> None:
    with pytest.raises(
        InputError, match=r"^b.yaml:5:11: there is no section; write one, such as 'summary:'$"
    ):
        parse(HEAD + "sections: {}\n", "b.yaml")


def test_the_example_in_the_documentation_is_one() -> None:
    text = (Path(__file__).parents[2] / "docs/formats/briefing-file.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert example is not None
    assert [section.key for section in parse(example[1], "example").sections] == ["summary", "implications"]
