"""Markdown, with front matter, foot-notes and HTML."""

from tests.conformance.articles import EVERYTHING, MARKUP_IN_TEXT
from tests.fuzz.target import Target
from tests.fuzz.targets.reading import reading

_MORE = """---
title: "A: b"
authors: [Ada, {name: Bob}]
date: 2026-13-45
tags: &a [x, *a]
...

Title
=====

Term
: a definition

> * a quotation
>   1. of a list
>
>      | a | b |
>      |:-:|--:|
>      | `|` | \\| |

~~struck~~ **bold *both*** ![alt](data:image/png;base64,AAAA "t") <div align=center>h<br></div>

[ref]: <https://example.org/a b> "title"
[a][ref] [b](javascript:x) <https://example.org> ^[inline] [^1] [^1]

[^1]: A note.

    With a second paragraph.[^1]

***

- [x] done
- [ ] not

      code in a list
&amp; &#x202e; &#0; &nosuch;
"""

TARGET = Target(
    "markdown",
    reading("md"),
    lambda: [EVERYTHING.encode(), _MORE.encode(), MARKUP_IN_TEXT.encode(), b"# T\n\n- a\n", b"---\ntitle: x\n---\n"],
    (
        *(b"# ", b"## ", b"> ", b"- ", b"1. ", b"```", b"~~~", b"---\n", b"***", b"| a | b |\n|---|---|\n", b"[^1]"),
        *(b"[^1]: ", b"![", b"](", b"<div>", b"</div>", b"<!--", b"-->", b"<br>", b"&amp;", b"&#x0;", b"**", b"__"),
        *(b"`", b"~~", b": ", b"title: ", b"date: ", b"    ", b"\\", b"[x]: /u", b"data:image/png;base64,", b"<https://"),
    ),
)  # fmt: skip
