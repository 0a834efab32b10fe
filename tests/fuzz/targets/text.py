"""Plain texts, in any encoding."""

from tests.conformance.articles import GREEK, MARKUP_IN_TEXT, ONE_SENTENCE, RUSSIAN
from tests.fuzz.target import Target
from tests.fuzz.targets.reading import reading

_LETTER = """FOR IMMEDIATE RELEASE

The port of Fallow reopens
==========================

By Ada Example, 14 March 2026

The port opened on Monday,
and the ships that had waited since the sum-
mer came back.

1. What it costs

  * tolls fall by a third
  * nobody pays twice
    - at night neither

1.1 Who pays
a) the council; b) the ferries

    depth = 4.2

Year    Ships   Tonnes
2025    98      31,400

"Nobody believed it."  -- the harbour master
________________________________________
Contact: press@example.org, https://example.org/a
\f
2
"""


def _seeds() -> list[bytes]:
    texts = [
        _LETTER,
        RUSSIAN,
        GREEK,
        ONE_SENTENCE,
        MARKUP_IN_TEXT,
        "和平。会谈继续。\n\n他们说。",
        "\u202eשלום\u202c",
    ]
    return [
        *(text.encode() for text in texts),
        _LETTER.encode("utf-16"),
        _LETTER.encode("utf-32-le"),
        RUSSIAN.encode("koi8-r"),
        RUSSIAN.encode("utf-8-sig"),
        "Straße für „Änderungen“ – 5 €".encode("cp1252"),
        "平和。会議は続く。".encode("shift_jis"),
        RUSSIAN.encode("utf-8")[:301],
    ]


TARGET = Target(
    "text",
    reading("txt"),
    _seeds,
    (
        *(b"\n\n", b"\r\n", b"\f", b"\t", b"    ", b"- ", b"* ", b"1. ", b"a) ", b"(i) ", b"===", b"---", b"By "),
        *(b"2026-03-14", b"14 March 2026", b". ", b"...", b"?!", b"Dr. ", b"\xe2\x80\x9c", b"\xc2\xad", b"\xe2\x80\xa8"),
        *(b"\xff\xfe", b"\xfe\xff", b"\x00", b"\xe3\x80\x82", b"\xd7\xa9", b"|", b"-\n", b"http://"),
    ),
)  # fmt: skip
