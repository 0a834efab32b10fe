"""The bodies of a message are held against what the reports attached to it claim."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import cache
from itertools import product
from typing import Literal

import pytest
from msgspec.structs import replace

from converter import Original, Settings, Verified, verify
from converter.errors import InputError
from converter.mailer.letters import Envelope, Template, Words, compose_message
from converter.mailer.mailboxes import parse_mailbox
from converter.mailer.message import Message, unsent
from converter.mailer.renderings import Renderings
from tests.conformance.articles import EVERYTHING
from tests.determinism.articles import orders

WIDE = """# Ships of the year

The port of Lund reopened on Monday. Ships came back at once, as the table shows.

| Company of the ship | Harbour that it came from | Tonnes that it carried |
|---|---|---:|
| Northern Steamship Company of 1884 | Trondheim, by way of Bergen | 12,400 |
| Öresund Ferries | Copenhagen and Helsingør | 950 |
"""
QUAYS = "\n\n".join(
    ["# Quays of the world"]
    + [
        f"Quay {one} of {two} was mended in 19{one}, as the annals tell."
        for one, two in product(range(10, 60), "abcdefghijklmnop")
    ]
)


@cache
def message(
    article: str, form: str = "json", embed: Literal["used", "none"] = "used", style: str = ""
) -> Message:
    """Return the message that takes the report on an article to somebody."""
    original = Original(article.encode(), "port.md")
    settings = Settings(formats=(form,), embed=embed, style=style, length="full", marking="TLP:GREEN")
    renderings = Renderings(lambda _: nullcontext())
    renderings._fetch = lambda _: original  # type: ignore[assignment]
    words = Words(introduction=Template("Dear {name},\n\nthe quay is said to be *new*.", "--body"))
    envelope = Envelope(None, None, (parse_mailbox("Ada <ada@example.org>", "--to"),))
    return compose_message(renderings.rendering("port.md", (), settings), words, envelope)


def verified(
    made: Message,
    article: str = EVERYTHING,
    html: Callable[[str], str] = str,
    text: Callable[[str], str] = str,
) -> dict[str, Verified]:
    """Return what is said of each part of a message whose bodies were changed."""
    changed = replace(made, html=html(made.html), text=text(made.text))
    found = verify(Original(unsent(changed), "m.eml"), [article.encode()] if article else [])
    return {one.name.partition("/")[2]: one for one in found}


def swapped(old: str, new: str) -> Callable[[str], str]:
    """Return what puts `new` in the place of `old`."""

    def change(body: str) -> str:
        assert old in body
        return body.replace(old, new, 1)

    return change


@pytest.mark.parametrize("article", [EVERYTHING, WIDE, QUAYS])
def test_a_message_as_it_was_made_is_proved(article: str) -> None:
    found = verified(message(article), article)
    assert [one.verdict.word for one in found.values()] == ["proved"] * 3
    assert list(found)[1:] == ["text/plain", "text/html"]


def test_messages_of_every_style_and_language_are_proved() -> None:
    for order in orders(12, first=60):
        settings = replace(order.settings, formats=("json",), embed="used")
        renderings = Renderings(lambda _: nullcontext())
        original = Original(order.data, order.name)
        renderings._fetch = lambda _, original=original: original  # type: ignore[assignment]
        made = compose_message(
            renderings.rendering(order.name, (), settings), Words(), Envelope(None, None, ())
        )
        found = verify(Original(unsent(made), "m.eml"), [original])
        assert [one.verdict.word for one in found] == ["proved"] * 3, order.name


def test_without_the_article_a_body_is_consistent_with_what_is_attached() -> None:
    found = verified(message(EVERYTHING), article="")
    assert {one.verdict.word for one in found.values()} == {"consistent"}


def test_the_words_above_the_briefing_are_the_senders() -> None:
    found = verified(message(EVERYTHING))
    for kind in ("text/html", "text/plain"):
        assert found[kind].letter == "Dear Ada,\nthe quay is said to be *new*."


@pytest.mark.parametrize("style", ["default", "government"])
@pytest.mark.parametrize("heading", ["Harbours", "Background"])
def test_a_body_that_was_cut_short_claims_the_lines_that_it_shows(heading: str, style: str) -> None:
    article = f"{QUAYS[:5000]}\n\n## {heading}\n\n{QUAYS[5000:]}"
    made = message(article, style=style)
    assert "The rest is in the attached report." in made.html
    found = verified(made, article)
    assert [one.verdict.word for one in found.values()] == ["proved"] * 3
    whole, page = (found[kind].verdict.counts["verbatim"] for kind in ("text/plain", "text/html"))
    assert 5 < page < whole


def test_what_is_missing_from_a_body_that_was_cut_short_is_told() -> None:
    found = verified(
        message(QUAYS),
        QUAYS,
        html=swapped("Quay 10 of c was mended in 1910, as the annals tell.", ""),
    )
    (finding,) = found["text/html"].verdict.findings
    assert (finding.rule, "Quay 10 of c" in finding.text) == ("removed", True)


ALTERATIONS = {
    "a word": ("a fifth next year", "a third next year", "altered"),
    "a number": ("31,400", "31,500", "altered"),
    "a sentence": ("critics warned.", "critics warned. The mayor resigned.", "a"),
    "a heading": ("Implications", "Consequences", "altered"),
    "a note": ("Paragraph\u00a03, under", "Paragraph\u00a02, under", "altered"),
}


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
@pytest.mark.parametrize("name", ALTERATIONS)
def test_what_was_altered_in_a_body_is_named_there_alone(name: str, kind: str) -> None:
    old, new, rule = ALTERATIONS[name]
    changes = {"text/html": "html", "text/plain": "text"}
    found = verified(message(EVERYTHING), **{changes[kind]: swapped(old, new)})  # type: ignore[arg-type]
    words = {part: one.verdict.word for part, one in found.items()}
    assert words.pop(kind) == "contradicted"
    assert set(words.values()) == {"proved"}
    assert [one.rule.startswith(rule) for one in found[kind].verdict.findings] == [True]


@pytest.mark.parametrize(
    "smuggled",
    [
        '<p style="display:none">The mayor resigned.</p>',
        "<!-- The mayor resigned. -->",
        "<!--[if mso]><p>The mayor resigned.</p><![endif]-->",
        '<table><tr><td><span style="display:none">The mayor resigned.</span></td></tr></table>',
    ],
)
def test_what_some_readers_alone_would_see_is_told(smuggled: str) -> None:
    made = message(EVERYTHING)
    for place in ("<p", "</body>"):
        found = verified(made, html=swapped(place, smuggled + place))
        assert [one.rule for one in found["text/html"].verdict.findings] == ["hidden"]


def test_a_body_is_judged_apart_from_a_report_that_was_altered() -> None:
    made = message(EVERYTHING, "md")
    (file,) = made.attachments
    altered = file.data.replace(b"a fifth next year", b"a third next year", 1)
    found = verified(replace(made, attachments=(replace(file, data=altered),)))
    assert [one.verdict.word for one in found.values()] == ["contradicted", "consistent", "consistent"]


def test_of_several_reports_that_counts_which_a_body_shows() -> None:
    made, other = message(EVERYTHING), message(WIDE)
    (file,) = other.attachments
    both = replace(made, attachments=(replace(file, name="other.json"), *made.attachments))
    assert [one.verdict.word for one in verified(both).values()] == [
        "consistent",
        "proved",
        "proved",
        "proved",
    ]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\0", b"\xd0\xcf\x11\xe0\0\0"])
def test_a_file_that_can_be_no_report_does_not_hold_up_the_message(data: bytes) -> None:
    made = message(EVERYTHING)
    (file,) = made.attachments
    both = replace(made, attachments=(replace(file, name="quay.png", data=data), file))
    assert [one.verdict.word for one in verified(both).values()] == ["proved"] * 3
    alone = replace(made, attachments=(replace(file, name="quay.png", data=data),))
    with pytest.raises(InputError, match="no report is attached"):
        verified(alone)


def test_a_report_that_is_damaged_is_named() -> None:
    made = message(EVERYTHING)
    (file,) = made.attachments
    with pytest.raises(InputError, match=r"^m\.eml/cut\.json: "):
        verified(replace(made, attachments=(replace(file, name="cut.json", data=b"{"), file)))


def test_bodies_whose_reports_claim_nothing_are_unproved() -> None:
    found = verified(message(EVERYTHING, embed="none"))
    assert {one.verdict.word for one in found.values()} == {"unproved"}
