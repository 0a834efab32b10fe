"""Reports in JSON (docs/formats/json.md): what a program that shows them shows."""

import json
import re
from collections.abc import Mapping
from typing import Any

from converter.errors import InputError
from converter.limits import LIMITS
from converter.verifier.visible.shown import Place, Shown, Visible
from converter.verifier.visible.texts import as_read, smuggled

CLAIMS = "provenance"
"""The key that holds the provenance."""
_FACTS = ("title", "author", "subject", "language", "created", "generator")
_ROLES = {"caption": "caption"}
_DEEPEST_HEADING = 6


def read_json(data: bytes) -> Visible:
    """Return what a program shows of a report in JSON; lines count what is shown.

    Words of `lines` that no block has are hidden.

    Raises:
        InputError: `input-broken` when it is no JSON, or no report.
    """
    try:
        if len(data) > LIMITS.input_bytes:
            raise ValueError  # noqa: TRY301 - all are told alike
        report = json.loads(data)
        reader = _Report()
        reader.read(report)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InputError(
            "input-broken",
            "this is no report in JSON that can be read",
            remedy="write it anew with `briefing convert -t json`",
        ) from None
    claims = report.get(CLAIMS)
    if isinstance(claims, dict):
        claims = json.dumps(claims, ensure_ascii=False) + "\n"
    return Visible(
        "json",
        tuple(reader.shown),
        claims=claims.encode("utf-8", "replace") if isinstance(claims, str) else None,
        facts={name: report[name] for name in _FACTS if isinstance(report.get(name), str)},
    )


class _Report:
    """Reads a report from its beginning to its end."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self._count = 0
        self._said: dict[int, str] = {}

    def read(self, report: Mapping[str, Any]) -> None:
        """Read all of it."""
        self._block(report["title_block"])
        if report["contents"]:
            self._add(report["contents"]["title"], "heading1")
            for entry in report["contents"]["entries"]:
                self._content(entry["content"], "item")
        self._sections(report["sections"], 1)
        for article in report.get("articles", ()):
            self._block(article["title_block"])
            self._sections(article["sections"], 2)
        if report["method"]:
            self._add(report["method"]["title"], "heading2")
            for text in report["method"]["paragraphs"]:
                self._add(text, "paragraph")
        if report["references"]:
            self._add(report["references"]["title"], "heading2")
            for note in report["references"]["notes"]:
                self._add(note["text"], "paragraph", "note", (int(note["number"]),))

    def _sections(self, sections: list[Mapping[str, Any]], level: int) -> None:
        for section in sections:
            self._add(section["title"], f"heading{level}")
            for block in section["blocks"]:
                self._block(block)
            for line in section["lines"]:
                self._line(line)

    def _block(self, block: Mapping[str, Any]) -> None:
        kind = block["type"]
        if kind == "title":
            self._add(block["label"], "paragraph")
            self._content(block["title"], "paragraph")
            self._content(block["subtitle"], "paragraph")
            self._add(" · ".join(fact["text"] for fact in block["facts"]), "paragraph")
        elif kind == "heading":
            self._content(block["content"], f"heading{min(int(block['level']), _DEEPEST_HEADING)}")
        elif kind == "list":
            for item in block["items"]:
                self._content(item["content"], "item")
        elif kind == "table":
            self._table(block)
        elif kind == "figure":
            self._figure(block)
        elif kind == "box":
            for inner in block["blocks"]:
                self._block(inner)
        else:
            self._content(block["content"], _ROLES.get(block.get("role", ""), "paragraph"))

    def _table(self, block: Mapping[str, Any]) -> None:
        self._content(block["caption"], "caption")
        for cell in (cell for row in block["rows"] for cell in row):
            self._content(cell["content"], "cell")

    def _figure(self, block: Mapping[str, Any]) -> None:
        self._add(block["alternative"], "alternative")
        if block.get("line") is not None:
            self._said.setdefault(block["line"], block["alternative"])
        self._content(block["caption"], "caption")

    def _content(self, runs: list[Mapping[str, Any]], role: str) -> None:
        for run in runs:
            if run.get("line") is not None:
                self._said[run["line"]] = self._said.get(run["line"], "") + "\n" + run["text"]
        references = tuple(int(run["reference"]) for run in runs if "reference" in run)
        self._add("".join(run.get("text", "") for run in runs), role, references=references)

    def _line(self, line: Mapping[str, Any]) -> None:
        """Take the words of a line where its blocks do not say them."""
        if _bare(line["text"]) not in _bare(self._said.get(line["id"], "")):
            self._add(line["text"], "", "hidden")

    def _add(self, raw: str, role: str, place: Place = "body", references: tuple[int, ...] = ()) -> None:
        self._count += 1
        text = as_read(raw)
        if text or references:
            self.shown.append(Shown(text, None, self._count, place, role, references))
        if smuggled(raw):
            self.shown.append(Shown(smuggled(raw), None, self._count, "hidden", role))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
