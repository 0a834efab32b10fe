"""Handling marks by scheme, and what is wrong with a scheme file."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Color, HandlingMark, Length
from converter.stylesheets import folders
from converter.stylesheets.listing import available
from converter.stylesheets.schemes import load_scheme
from converter.stylesheets.styles import load_style
from tests.stylesheets.houses import house, lines_of, style_of

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
AMBER = Color(0xFF, 0xC0, 0)


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(StyleError) as caught:
        load_scheme(house(folder, text, "ours.yaml"))
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_the_traffic_lights_are_those_of_the_standard() -> None:
    scheme = load_scheme("tlp")
    colours = {
        "TLP:RED": Color(0xFF, 0x2B, 0x2B),
        "TLP:AMBER+STRICT": AMBER,
        "TLP:AMBER": AMBER,
        "TLP:GREEN": Color(0x33, 0xFF, 0),
        "TLP:CLEAR": WHITE,
    }
    assert scheme.marks == tuple(
        HandlingMark(text, color, BLACK, Length(12), "right", frozenset({"header", "footer"}))
        for text, color in colours.items()
    )
    assert (scheme.name, scheme.title, scheme.former) == (
        "tlp",
        "Traffic Light Protocol",
        {"TLP:WHITE": "TLP:CLEAR"},
    )


def test_what_is_not_said_is_plain(tmp_path: Path) -> None:
    scheme = load_scheme(house(tmp_path, "marks: {Internal: {}}", "ours.yaml"))
    assert scheme.marks == (HandlingMark("INTERNAL", BLACK, WHITE, Length(12)),)
    assert (scheme.name, scheme.title, scheme.prefix) == ("ours", "ours", "")


def test_a_scheme_changes_another(tmp_path: Path) -> None:
    text = "extends: tlp\nsize: 14pt\nfooter: no\nposition: center\ncapitals: none\n"
    text += "marks: {TLP:RED: null, Ours: {}}\n"
    scheme = load_scheme(house(tmp_path, text, "ours.yaml"))
    assert [mark.text for mark in scheme.marks][::2] == ["TLP:AMBER+STRICT", "TLP:GREEN", "Ours"]
    assert {(mark.size, mark.position, mark.lines) for mark in scheme.marks} == {
        (14, "center", frozenset({"header"}))
    }


def test_schemes_are_found_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    house(tmp_path, "description: Ours\nmarks: {Internal: {}}", "schemes/house.yaml")
    assert [(one.name, one.description) for one in available("scheme")] == [
        ("house", "Ours"),
        ("tlp", "TLP 2.0, who may read a report and pass it on"),
    ]
    assert [scheme.name for scheme in style_of(tmp_path, "handling: [house, tlp]").handling] == [
        "house",
        "tlp",
    ]


def test_every_style_that_ships_knows_the_traffic_lights() -> None:
    for style in ("default", "government", "think-tank"):
        assert [scheme.name for scheme in load_style(style).handling] == ["tlp"]


def test_a_style_names_schemes_beside_it_or_none(tmp_path: Path) -> None:
    house(tmp_path, "marks: {Internal: {}}", "ours.yaml")
    assert [scheme.name for scheme in style_of(tmp_path, "handling: [ours.yaml]").handling] == ["ours"]
    assert style_of(tmp_path, "handling: []").handling == ()


def test_a_scheme_beside_the_style_is_offered_by_its_path(tmp_path: Path) -> None:
    house(tmp_path, "marks: {Internal: {}}", "schemes/ours.yaml")
    assert lines_of(tmp_path, "handling: [ours]") == [
        'house.yaml:1:12: handling.1: no scheme is called "ours"; did you mean schemes/ours.yaml?'
    ]


def test_a_scheme_that_nobody_knows_is_a_fault_of_the_style(tmp_path: Path) -> None:
    assert lines_of(tmp_path, "handling: [tpl, none.yaml]") == [
        'house.yaml:1:12: handling.1: no scheme is called "tpl"; did you mean tlp?',
        (
            "house.yaml:1:17: handling.2: there is no file none.yaml; "
            "write its path from the folder of this file"
        ),
    ]


def test_faults_of_a_scheme_are_told_with_those_of_the_style(tmp_path: Path) -> None:
    house(tmp_path, "marks: {A: {ground: '#7'}}", "ours.yaml")
    assert lines_of(tmp_path, "handling: [ours.yaml]\nbullets: []") == [
        "house.yaml:2:10: bullets: is empty; write at least one value",
        (
            'ours.yaml:1:21: marks.A.ground: "#7" is not a colour; write #12355b, quoted, '
            "or a name of the palette"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("name: Ours", ["ours.yaml:1:1: marks: has no mark; write at least one"]),
        ("marks: {}", ["ours.yaml:1:8: marks: has no mark; write at least one"]),
        (
            "marks: {A: {color: '#888888'}}",
            [
                (
                    "ours.yaml:1:12: marks.A: text and ground have a contrast of 3.5:1; "
                    "choose colours that reach 4.5:1"
                )
            ],
        ),
        (
            "marks: {A: {}, a: {}}",
            [
                "ours.yaml:1:19: marks.a: differs from another mark in capitals alone; write each mark once",
            ],
        ),
        (
            "marks: {A: {}}\nheader: no\nfooter: no",
            ["ours.yaml:2:9: header: leaves the label no place; let header or footer be true"],
        ),
        (
            "marks: {A: {}}\nsize: 11pt",
            ['ours.yaml:2:7: size: "11pt" is out of range; write 12pt to 48pt'],
        ),
        (
            "marks: {red: {}, blue: {}}\nformer: {white: bluw, Red: blue}",
            [
                'ours.yaml:2:17: former.white: "bluw" is not a mark here; did you mean blue?',
                "ours.yaml:2:28: former.Red: is a mark still; remove it here or from marks",
            ],
        ),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert faults(tmp_path, text) == lines


def test_an_unknown_scheme_is_told_with_the_nearest() -> None:
    with pytest.raises(StyleError, match=r"no scheme is called tlq; did you mean tlp\?") as caught:
        load_scheme("tlq")
    assert caught.value.code == "scheme-unknown"
