"""What may change what is shown, and is not followed, is told of a page; of an honest one there is none."""

import pytest
from lxml import html

from converter.stylesheets.listing import available
from converter.stylesheets.styles import load_style
from converter.verifier.visible import read_visible
from converter.verifier.visible.effects import effects
from converter.writers.html import write_html
from converter.writers.mail.html import mail_html
from tests.conformance.scripts import SCRIPTS
from tests.sample import sample_document, with_contents
from tests.writers.mail.making import composed

STYLES = [style.name for style in available("style")]
PAGE = "<html><head><style>{sheet}</style></head><body>{body}</body></html>"


def told(body: str = "<p>A line.</p>", sheet: str = "") -> list[str]:
    """Return what is told of a page with this body and style sheet."""
    return [
        notice.text.partition(" may change")[0]
        for notice in effects(html.fromstring(PAGE.format(sheet=sheet, body=body)))
    ]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>document.title = 1</script>", "script"),
        ("<p onclick='go()'>A line.</p>", "onclick"),
        ("<link rel=stylesheet href=//elsewhere.example/a.css>", "link"),
        ("<meta http-equiv=Refresh content='0;url=//elsewhere.example'>", "refresh"),
        ("<input value='The port is closed.'>", "input"),
        ("<svg><text>The port is closed.</text></svg>", "svg"),
        ("<img src='data:image/svg+xml,%3Csvg/%3E' alt=''>", "a drawing (SVG)"),
        ("<p style='filter:opacity(0)'>A line.</p>", "filter"),
        ("<p style='background:url(data:,)'>A line.</p>", "a picture of a style sheet"),
        ("<p style='position:fixed;top:0'>A line.</p>", "position: fixed"),
    ],
)  # fmt: skip
def test_what_stands_in_a_page_and_is_not_followed_is_told(body: str, what: str) -> None:
    assert told(body) == [what]


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        ("p{filter:opacity(0)}", "filter"),
        ("@media screen{p{transform:scale(0)}}", "transform"),
        ("ul{display:flex;flex-direction:column-reverse}", "flex-direction"),
        ("li:nth-child(2){position:absolute;top:0}", "position: absolute"),
        ("li::marker{content:'False: '}", "::marker"),
        ("li{list-style-type:'False: '}", "list-style-type"),
        ("li{list-style:'False: '}", "list-style-type"),
        ("p{unicode-bidi:bidi-override}", "unicode-bidi"),
        ("p{text-decoration:line-through}", "what is struck through"),
        ("@import '//elsewhere.example/a.css';", "@import"),
        ("@font-face{font-family:a}", "@font-face"),
        ("@keyframes a{from{color:red}}", "@keyframes"),
        ("/* p{filter:none} */ p{/**/mask:none}", "mask"),
    ],
)
def test_what_a_style_sheet_says_and_is_not_followed_is_told(sheet: str, what: str) -> None:
    assert told(sheet=sheet) == [what]


@pytest.mark.parametrize(
    "sheet", ["li{list-style-type:'\\2022 '}", ".a>.number{position:absolute}", "sup{position:relative}"]
)
def test_bullets_and_numbers_beside_their_lines_are_none(sheet: str) -> None:
    assert told(sheet=sheet) == []


@pytest.mark.parametrize("head", ["@media screen", "@supports (color: red)", "p"])
def test_a_sheet_that_is_nested_without_end_is_told_and_not_followed(head: str) -> None:
    sheet = f"{head}{{" * 5_000 + "color:red" + "}" * 5_000
    assert told(sheet=sheet) == ["what is nested deep in a style sheet"]
    page = PAGE.format(sheet=sheet, body="<p>A line.</p>").encode()
    assert [one.text for one in read_visible(page, "html").shown] == ["A line."]


def test_each_kind_is_told_once() -> None:
    assert told("<p onclick=a()>A</p><p onclick=b()>B</p><script></script>") == ["onclick", "script"]


@pytest.mark.parametrize("style", STYLES)
def test_of_an_honest_page_there_is_none(style: str) -> None:
    page = write_html(with_contents(sample_document()), load_style(style)).data
    assert list(effects(html.fromstring(page))) == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_of_an_honest_message_there_is_none(script: str) -> None:
    assert list(effects(html.fromstring(mail_html(*composed(script, "default"))))) == []
