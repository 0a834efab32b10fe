"""Documents as plain text, and the headings in them."""

from collections import Counter

from bench.reading.text import Layout, compared, flattened

BLOCKS = [
    ("h", "Harbour reopens"),
    (
        "p",
        "The harbour of Lund reopened on Monday after ten years of work, and a first ferry left.",
    ),
    ("h", "Background"),
    (
        "p",
        "The council had voted for a new quay in 2018, when the old one had fallen into the sea.",
    ),
    ("li", "one"),
]
PLAIN = Layout("x", bullets=True, wrapped=False, gap="\n\n")


def test_blocks_are_flattened_as_the_layout_says() -> None:
    assert flattened(BLOCKS[3:], PLAIN).endswith("sea.\n\n- one")
    wrapped = flattened(BLOCKS, PLAIN._replace(wrapped=True, gap="\n", bullets=False))
    assert max(map(len, wrapped.split("\n"))) <= 72
    assert wrapped.endswith("\none")


def test_the_title_counts_where_it_is_asked_for() -> None:
    assert compared(BLOCKS, PLAIN, title=False) == (Counter(["background"]), Counter(["background"]))
    both = Counter(["background", "harbour reopens"])
    assert compared(BLOCKS, PLAIN, title=True) == (both, both)
