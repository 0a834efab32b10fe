"""Handling marks: which is meant, and what becomes of the style's own words for it."""

import pytest
from msgspec.structs import replace

from converter.composer.handling import find_mark
from converter.errors import UsageError
from converter.model.briefing import Details
from converter.model.document import Document, RunningLine, Text
from converter.model.style import Color, HandlingMark, Length, Running, Scheme
from tests.composer.maker import PLAIN, composed, river, section
from tests.composer.test_titleblock import facts


def mark(text: str) -> HandlingMark:
    return HandlingMark(text, Color(255, 192, 0), Color(0, 0, 0), Length(12))


LIGHTS = Scheme(
    "lights",
    "Lights",
    "",
    "TLP",
    tuple(map(mark, ("TLP:RED", "TLP:AMBER", "TLP:CLEAR"))),
    {"TLP:WHITE": "TLP:CLEAR"},
)
HOUSE = Scheme("house", "House rules", "", "", (mark("INTERNAL"), mark("FOR BOARD")))
SCHEMES = (LIGHTS, HOUSE)


def marked(marking: str, running: Running = PLAIN.header) -> Document:
    maker = river()
    style = replace(PLAIN, handling=SCHEMES, header=running)
    return composed(
        maker, section("summary", maker.verbatim(0)), style=style, details=Details(marking=f" {marking} ")
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tlp:amber", "TLP:AMBER"),
        ("TLP:RED", "TLP:RED"),
        ("Internal", "INTERNAL"),
        ("for  board", "FOR BOARD"),
    ],
)
def test_a_mark_is_known_in_whatever_capitals(text: str, found: str) -> None:
    document = marked(text)
    assert document.mark == mark(found)
    assert facts(document)["marking"] == document.fields["marking"] == found
    assert document.properties.keywords == (found,)


@pytest.mark.parametrize("text", ["", "Strictly private", "TLPX", "internally", "Our TLP:RED"])
def test_other_texts_are_free(text: str) -> None:
    document = marked(text)
    assert (document.mark, document.fields["marking"], document.properties.keywords) == (None, text, ())
    assert document.header.right == ((Text(text),) if text else ())


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("TLP:PURPLE", "is no mark of the Lights", "choose TLP:RED, TLP:AMBER or TLP:CLEAR"),
        ("tlp:ambre", "is no mark of the Lights", "did you mean TLP:AMBER?"),
        ("TLP: RED", "is no mark of the Lights", "did you mean TLP:RED?"),
        ("TLP CLEAR", "is no mark of the Lights", "did you mean TLP:CLEAR?"),
        ("TLP", "is no mark of the Lights", "choose TLP:RED, TLP:AMBER or TLP:CLEAR"),
        ("TLP:White", "is no mark of the Lights any more", "write TLP:CLEAR"),
    ],
)
def test_what_begins_like_a_mark_and_is_none_is_refused(text: str, what: str, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_mark(text, SCHEMES)
    assert (caught.value.code, caught.value.what, caught.value.remedy) == (
        "marking-unknown",
        f"{text} {what}",
        remedy,
    )


def test_a_prefix_may_end_in_a_sign() -> None:
    scheme = replace(HOUSE, prefix="H-")
    with pytest.raises(UsageError):
        find_mark("h-open", (scheme,))
    assert find_mark("home", (scheme,)) is None


def test_the_styles_own_place_for_a_mark_gives_way_to_the_label() -> None:
    running = Running(left="{source}", center="Draft · {marking}", right="{marking} · {page}")
    free, labelled = marked("Private", running).header, marked("TLP:RED", running).header
    assert (free.center, free.right[0]) == ((Text("Draft · Private"),), Text("Private · "))
    assert labelled == RunningLine(free.left, (Text("Draft"),), free.right[1:])
