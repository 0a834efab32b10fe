"""One fault, one line: each with the exact place and the exact words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import StyleError
from converter.model.style import Style
from converter.stylesheets import load_style
from converter.stylesheets.style_file import ROLES, StyleFile

from .houses import error_of, house, lines_of

FAULTY = {
    "typography:\n  base: {size: eleven}": (
        'house.yaml:2:16: typography.base.size: "eleven" is not a length; write 11pt, 3.9mm, 0.15in or 1.2em'
    ),
    "typography:\n  base:\n    size: 300pt": (
        'house.yaml:3:11: typography.base.size: "300pt" is out of range; write 4pt to 144pt'
    ),
    "page: {margins: {top: 11}}": (
        'house.yaml:1:23: page.margins.top: "11" is not a length; write 11pt, 3.9mm or 0.15in'
    ),
    "page: {margins: {top: 2em}}": (
        'house.yaml:1:23: page.margins.top: "2em" is not a length; write 11pt, 3.9mm or 0.15in'
    ),
    "page:\n  sise: A4": "house.yaml:2:3: page.sise: is not a key; did you mean size?",
    "pagee: {}": "house.yaml:1:1: pagee: is not a key; did you mean page?",
    "cover: {xyz: 1}": "house.yaml:1:9: cover.xyz: is not a key; choose kind, height or fill",
    "page:\n  size: A44": 'house.yaml:2:9: page.size: "A44" is not a paper size; '
    "choose A3, A4, A5, B5, Letter, Legal, Tabloid or 210mm x 297mm",
    "page: A4": "house.yaml:1:7: page: is not a mapping; write key: value",
    "page: [A4]": "house.yaml:1:7: page: is not a mapping; write key: value",
    "bullets: •": "house.yaml:1:10: bullets: is not a list; write [one, two]",
    "bullets: []": "house.yaml:1:10: bullets: has fewer than 1 items",
    "bullets: [[a]]": "house.yaml:1:11: bullets.1: is a list, not a text",
    "separator: {a: 1}": "house.yaml:1:12: separator: is a mapping, not a text",
    "color:\n  primary: nvy\n  palette: {navy: '#123'}": (
        'house.yaml:2:12: color.primary: "nvy" is not a colour; did you mean navy?'
    ),
    "color: {primary: '#12'}": (
        'house.yaml:1:18: color.primary: "#12" is not a colour; '
        "write #12355b, quoted, or a name of the palette"
    ),
    "styles:\n  title:\n    color: blu": (
        'house.yaml:3:12: styles.title.color: "blu" is not a colour; choose white, black, ink, slate, mist, '
        'navy, paper, foreground, muted, primary, rule, panel or another, such as "#12355b"'
    ),
    "styles: {titel: {size: 20pt}}": "house.yaml:1:10: styles.titel: is not a key; did you mean title?",
    "styles:\n  title: {weight: semi}": (
        'house.yaml:2:19: styles.title.weight: "semi" is not a weight; did you mean semibold?'
    ),
    "styles: {title: {align: left}}": (
        'house.yaml:1:25: styles.title.align: "left" is not a choice here; '
        "choose start, end, center or justify"
    ),
    "styles: {body: {hyphenate: maybe}}": (
        'house.yaml:1:28: styles.body.hyphenate: "maybe" is not a yes or no; write true or false'
    ),
    "styles: {body: {line-height: tall}}": (
        'house.yaml:1:30: styles.body.line-height: "tall" is not a line height; write 1.4 or 15pt'
    ),
    "rules: {method: thin}": (
        'house.yaml:1:17: rules.method.width: "thin" is not a length; write 0.5pt or none'
    ),
    "numbering: paragraf": (
        'house.yaml:1:12: numbering: "paragraf" is not a choice here; did you mean paragraphs?'
    ),
    "cover: band-aid": 'house.yaml:1:8: cover.kind: "band-aid" is not a choice here; did you mean band?',
    'header: {left: "{title"}': (
        'house.yaml:1:16: header.left: "{title" has a brace that belongs to no field; '
        "write fields such as {page}"
    ),
    'header: {left: "{title!r}"}': (
        'house.yaml:1:16: header.left: "{title!r}" has a brace that belongs to no field; '
        "write fields such as {page}"
    ),
    'date-format: "{weekday} {year}"': (
        "house.yaml:1:14: date-format: has no field {weekday}; did you mean {day}?"
    ),
    "header: {left: |\n  one\n  two\n}": "house.yaml:1:16",
    "labels: {fr: {sumary: Résumé}}": (
        "house.yaml:1:15: labels.fr.sumary: is not a key; did you mean summary?"
    ),
    "labels: {french: {summary: X}}": ("house.yaml:1:10: labels.french: is not a key; write one such as fr"),
    "labels: {fr: {page: page}}": (
        "house.yaml:1:21: labels.fr.page: lacks the field {number}; write it where its value is to stand"
    ),
    "logo: {path: missing.png, alt: House}": (
        "house.yaml:1:14: logo.path: there is no file missing.png; "
        "write its path from the folder of this file"
    ),
    "logo: {path: house.yaml, alt: House}": (
        'house.yaml:1:14: logo.path: "house.yaml" is not a PNG or JPEG file'
    ),
    "logo: {alt: House}": "house.yaml:1:7: logo.path: is missing; write the path of a PNG or JPEG file",
    "typography: {base: {family: Corp Sanz}}": (
        'house.yaml:1:29: typography.base.family: "Corp Sanz" is not installed; '
        "install it, or name its files under typography.fonts"
    ),
    "styles: {title: {family: Corp Sanz}}": (
        'house.yaml:1:26: styles.title.family: "Corp Sanz" is not installed; '
        "install it, or name its files under typography.fonts"
    ),
    "typography: {fonts: [{family: Corp, files: [house.yaml]}], base: Corp}": (
        'house.yaml:1:44: typography.fonts: a file of "Corp" is not a font; write the path of a TrueType file'
    ),
    "page: {margins: {left: 90mm, right: 90mm}, indent: 0}": (
        "house.yaml:1:7: page: margins and indents leave 22 mm of the page's width; leave 30 mm"
    ),
    "page: {margins: {top: 150mm, bottom: 100mm}}": (
        "house.yaml:1:7: page: the margins leave 47 mm of the page's height; leave 60 mm"
    ),
    "pdf: {conformance: [a-3a, a-2a]}": (
        "house.yaml:1:20: pdf.conformance: a file keeps one part of PDF/A; "
        "keep a-3a, which allows files inside, or a-2a"
    ),
    "cover: {kind: band, height: 250mm}": (
        "house.yaml:1:29: cover.height: leaves no room for text; write a smaller height"
    ),
}


@pytest.mark.parametrize(("text", "line"), FAULTY.items())
def test_a_fault_is_told_where_it_stands(
    text: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if "|\n" in text:
        assert error_of(Path(), text).where.startswith(line)
    else:
        assert lines_of(Path(), text) == [line]


def test_all_faults_are_told_at_once_in_order_of_place(tmp_path: Path) -> None:
    text = "pages: A4\npage: {size: A9}\nstyles:\n  body: {size: big, colour: red}\n  titel: {}\n"
    assert [line.partition(": ")[0] for line in lines_of(tmp_path, text)] == [
        "house.yaml:1:1",
        "house.yaml:2:14",
        "house.yaml:4:16",
        "house.yaml:4:21",
        "house.yaml:5:3",
    ]


def test_colours_that_name_each_other_are_a_fault_each(tmp_path: Path) -> None:
    text = "color: {palette: {a: b, b: a, c: a}, primary: c}"
    remedy = 'leads back to itself; write a colour such as "#12355b"'
    assert lines_of(tmp_path, text) == [
        f"house.yaml:1:22: color.palette.a: {remedy}",
        f"house.yaml:1:28: color.palette.b: {remedy}",
    ]


def test_a_fault_of_the_base_is_told_in_the_base(tmp_path: Path) -> None:
    house(tmp_path, "page: {size: A9}", "base.yaml")
    (line,) = lines_of(tmp_path, "extends: base.yaml\nnumbering: none\n")
    assert line.startswith("base.yaml:1:14: page.size: ")


def test_a_fault_of_an_option_is_told_of_the_option(tmp_path: Path) -> None:
    assert lines_of(tmp_path, "numbering: none", "typography.base.size=eleven", "pag.size=A4") == [
        "--set pag.size: pag: is not a key; did you mean page?",
        (
            '--set typography.base.size: typography.base.size: "eleven" is not a length; '
            "write 11pt, 3.9mm, 0.15in or 1.2em"
        ),
    ]


def test_a_paper_that_does_not_exist_is_a_fault_of_its_option() -> None:
    with pytest.raises(StyleError, match=r'^--paper: page.size: "B9" is not a paper size; choose A3, '):
        load_style("default", paper="B9")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n- b", "house.yaml:1:1: is not a mapping; write key: value"),
        ("just words", "house.yaml:1:1: is not a mapping; write key: value"),
        ("a: 1\na: 2", "house.yaml:2:1: the key a stands here again, after line 1; keep one of them"),
    ],
)
def test_what_is_no_style_at_all_is_told_in_one_line(text: str, said: str, tmp_path: Path) -> None:
    assert str(error_of(tmp_path, text)).replace(f"{tmp_path}/", "").startswith(said)


_keys = st.sampled_from([*StyleFile.keys, *ROLES, "palette", "size", "family", "left", "kind", "fr", "x"])
_values = st.sampled_from(
    ["", "no", "A4", "11pt", "2em", "-1mm", "#fff", '"#abc"', "navy", "[a, b]", "{}", "~", "1.4", "{left: x}"]
)
_line = st.builds("{}{}: {}\n".format, st.sampled_from(["", "", "  ", "    "]), _keys, _values)


@given(st.lists(_line, max_size=12).map("".join) | st.text(max_size=60))
def test_any_text_resolves_or_has_located_faults(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, "utf-8", errors="replace", newline="")
    found = outcome(str(path))
    if isinstance(found, StyleError):
        assert all(line.startswith(f"{path}:") for line in str(found).splitlines())
    else:
        assert set(found.text) == set(ROLES)


def outcome(path: str) -> Style | StyleError:
    try:
        return load_style(path)
    except StyleError as error:
        return error
