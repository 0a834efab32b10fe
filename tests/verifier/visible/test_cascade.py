"""Style sheets are parted as browsers part them, in time that grows with their length."""

import pytest
from lxml import html

from converter.verifier.visible.cascade import Cascade, declarations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("color:red;display:none", {"color": "red", "display": "none"}),
        ('content:"a;b";color:red', {"content": '"a;b"', "color": "red"}),
        ("content:'a;b';color:red", {"content": "'a;b'", "color": "red"}),
        ("color:red;color:blue;;", {"color": "blue"}),
        ('content:"a;display:none', {"content": '"a;display:none'}),
        ("nothing", {}),
    ],
)
def test_declarations_end_at_semicolons_that_no_string_holds(text: str, found: dict[str, str]) -> None:
    assert declarations(text) == found


@pytest.mark.parametrize(
    ("selector", "tags"),
    [
        ("p,h1", ["h1", "p"]),
        ("p:not(.a,.b)", ["p"]),
        ("p[title='a,b'] , h1", ["h1"]),
        ("p:is(.a:not(.b),p),h1", ["h1", "p"]),
    ],
)
def test_selectors_are_parted_at_commas_that_no_bracket_holds(selector: str, tags: list[str]) -> None:
    page = html.fromstring("<main><h1>A</h1><p>B</p></main>")
    cascade = Cascade(f"{selector}{{color:red}}")
    assert [str(one.tag) for one in page if cascade.told(one)] == tags


LONG = {
    "declarations": "a{" + "x:y;" * 60_000 + "}",
    "selectors": "a," * 90_000 + "a{color:red}",
    "brackets": "a:not(" * 40_000,
    "comments": "/*" * 90_000,
}
"""Each took a minute and more, or might."""


@pytest.mark.timeout(20)
@pytest.mark.parametrize("sheet", LONG.values(), ids=LONG)
def test_no_sheet_takes_time_with_the_square_of_its_length(sheet: str) -> None:
    assert Cascade(sheet).told(html.fromstring("<p>A</p>")) == {}
