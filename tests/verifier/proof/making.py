"""Claims and pages for the tests, made by hand."""

import json
from typing import Any

from msgspec.structs import replace

from converter.verifier.proof.claims import Claims
from converter.verifier.proof.parsing import parse_claims
from converter.verifier.visible.shown import Shown

LINES = (
    ("summary", "The harbour of Lund reopened on Monday after ten years of work."),
    ("summary", "The first ferry did not leave before noon."),
    ("background", "The old quay collapsed in 2016, and nobody was hurt."),
    ("background", "The city council voted for a new one in 2018."),
    ("implications", "The port expects two million passengers a year."),
    ("implications", "Ferry operators will probably move their night lines here."),
)
TITLE = "Harbour of Lund reopens"


def claims_of(lines: tuple[tuple[str, str], ...] = LINES, **changed: object) -> Claims:
    """Return the claims of a report with `lines`, each in its section, and `changed` keys."""
    return parse_claims(json.dumps({**claimed(lines), **changed}).encode())


def bare_claims(**changed: object) -> Claims:
    """Return the claims of a report that has `changed` keys, and neither lines nor words of its own."""
    return parse_claims(json.dumps({**claimed(()), "content": [], "running": [], **changed}).encode())


def claimed(lines: tuple[tuple[str, str], ...] = LINES) -> dict[str, Any]:
    """Return what a report with `lines`, each in its section, claims."""
    content: list[object] = [
        {"role": "label", "text": "Briefing"},
        {"role": "title", "text": TITLE},
        {"role": "fact", "text": "harbour.txt"},
        {"role": "fact", "text": "1 min read"},
    ]
    above = ""
    for index, (section, _) in enumerate(lines):
        if section != above:
            content.append({"role": "heading", "level": 1, "text": section.title()})
            above = section
        content += [{"line": index}, {"role": "number", "text": str(index + 1)}]
    content += [
        {"role": "heading", "level": 2, "text": "References"},
        *(
            {"role": "reference", "number": index + 1, "text": f"Paragraph {index + 1}, sentence 1"}
            for index in range(len(lines))
        ),
    ]
    return {
        "briefing": 1,
        "configuration": {"given": []},
        "sources": [
            {"name": "harbour.txt", "media_type": "text/plain", "sha256": "0" * 64, "encoding": "utf-8"}
        ],
        "lines": [
            {
                "kind": "verbatim",
                "text": text,
                "source": 0,
                "spans": [[index * 100, index * 100 + len(text)]],
                "paragraph": index + 1,
                "sentence": 1,
                "section": section,
            }
            for index, (section, text) in enumerate(lines)
        ],
        "content": content,
        "running": [{"role": "footer", "place": "right", "text": "{page} / {pages}"}],
    }


def page_of(lines: tuple[tuple[str, str], ...] = LINES) -> list[Shown]:
    """Return the page that shows `lines`: a paragraph for each, with its reference."""
    shown = [_shown("BRIEFING"), _shown(TITLE, role="heading1"), _shown("harbour.txt · 1 min read")]
    above = ""
    for index, (section, text) in enumerate(lines):
        if section != above:
            shown.append(_shown(section.title(), role="heading2"))
            above = section
        shown.append(replace(_shown(text), references=(index + 1,)))
    shown.append(_shown("References", role="heading3"))
    shown += [
        replace(_shown(f"Paragraph {index + 1}, sentence 1"), place="note", references=(index + 1,))
        for index in range(len(lines))
    ]
    return [replace(one, line=number) for number, one in enumerate(shown, start=1)]


def _shown(text: str, role: str = "paragraph") -> Shown:
    return Shown(text, 1, 1, "body", role)
