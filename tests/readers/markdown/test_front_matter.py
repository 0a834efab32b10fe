"""Front matter."""

import pytest

from converter.readers.markdown.front_matter import FrontMatter, read_front_matter


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            "title: A tale\nauthor: Jane Doe\ndate: 2024-03-05\nlang: en",
            FrontMatter("A tale", "Jane Doe", "2024-03-05", "en"),
        ),
        ('Title: "A: tale"\nauthors: [Jane, John]', FrontMatter("A: tale", "Jane, John")),
        ("author:\n  - name: Jane\n    mail: x\n  - John", FrontMatter(author="Jane, John")),
        ("author: {mail: x}", FrontMatter()),
        ("date: 5 March 2024\npublished: 2025-01-01", FrontMatter(date="5 March 2024")),
        ("title: null\nlanguage: no", FrontMatter(language="no")),
        ("title: >\n  folded\n  lines", FrontMatter("folded lines")),
        ("layout: post\ntags: [a, b]", FrontMatter()),
        ("", FrontMatter()),
        ("- a\n- b", FrontMatter()),
        ("just words", FrontMatter()),
    ],
)
def test_title_author_date_and_language_are_understood(yaml: str, expected: FrontMatter) -> None:
    assert read_front_matter(yaml, 2, "a.md") == expected


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("title: 'A tale'\nauthor: Jane\nlayout: {{ post }}\nbad: [", "a.md:"),
        ("title: A tale\nauthor: Jane\ntitle: B", "a.md:4:1"),
        ("title: A tale\nauthor: Jane\nx: !!python/object:os.system y", "a.md:4:"),
        ("title:   A tale  \nauthor: Jane\n\tx", "a.md:"),
    ],
)
def test_yaml_at_fault_is_read_line_by_line_and_the_fault_is_told(yaml: str, place: str) -> None:
    front = read_front_matter(yaml, 2, "a.md")
    assert (front.title.strip(), front.author) == ("A tale", "Jane")
    (notice,) = front.notices
    assert notice.code == "front-matter-faulty"
    assert notice.where.startswith(place)
    assert "\n" not in str(notice)
