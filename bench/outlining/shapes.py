"""Articles of awkward shapes, each as long as is wanted: what a mail or a broken page may hold."""

from collections.abc import Callable

from converter.model.article import Article, Block, Code, Heading, Paragraph, Source, Span


def _of(parts: list[str], kind: Callable[[Span], Block] = Paragraph) -> Article:
    """Return an article of `parts`: a paragraph, then blocks of that kind."""
    blocks: list[Block] = []
    text = ""
    for part in parts:
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(part))
        blocks.append(kind(span) if blocks else Paragraph(span))
        text += part
    source = Source("made.txt", "text/plain", "0" * 64, len(text.encode()), "utf-8")
    return Article(source, text, None, tuple(blocks), language="en")


SHAPES: dict[str, Callable[[int], Article]] = {
    "paragraphs of one sentence": lambda n: _of([f"The mill closed its gate {i}." for i in range(n)]),
    "one paragraph": lambda n: _of([" ".join(f"The mill closed its gate {i}." for i in range(n))]),
    "quotations in one paragraph": lambda n: _of(
        [" ".join(f"“We leave gate {i}.” They left the valley." for i in range(n))]
    ),
    "questions and answers": lambda n: _of([f"Why {i}?" if i % 2 else f"It closed {i}." for i in range(n)]),
    "sentences that take one another back": lambda n: _of(
        [" ".join(f"But this was gate {i}." for i in range(n))]
    ),
    "captions behind one sentence": lambda n: _of(
        [
            " ".join(f"The mill closed its gate {i}." for i in range(n)),
            *(f"But picture {i}" for i in range(n)),
        ]
    ),
    "headings": lambda n: _of(["It closed."] + [f"Part {i}" for i in range(10 * n)], lambda s: Heading(s, 1)),
    "code": lambda n: _of(["It closed."] + [f"x = {i}" for i in range(10 * n)], Code),
    "a sentence of clauses": lambda n: _of(["The mill" + ", which was sold to them" * n + ", closed."]),
    "parentheses": lambda n: _of(["The mill " + "(the old one up there) " * n + "closed."]),
    "a long word": lambda n: _of(["x" * 100 * n + ". Then it closed."]),
    "letters and full stops": lambda n: _of(["ab.c" * 10 * n + ". Then it closed."]),
    "marks alone": lambda n: _of(["?! " * 10 * n + "It closed."]),
    "no-break spaces": lambda n: _of(["It closed" + "\u00a0" * 50 * n + "(so it did)."]),
}
