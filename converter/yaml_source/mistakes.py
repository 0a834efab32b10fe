"""What is wrong with a text that is not YAML, in the words of somebody who wants to mend it.

A parser says what it expected and where it gave up. What a person did stands often before that place: a
quotation mark that is never closed, a colour without quotation marks. Each rule here knows one mistake.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class Report(NamedTuple):
    """What a parser says; `at` and `since` are offsets into the text.

    Attributes:
        context: what it was reading; empty when it does not say.
        since: where that began, or where it gave up.
        problem: what it met.
        at: where it gave up.
    """

    context: str
    since: int
    problem: str
    at: int


class Mistake(NamedTuple):
    """What is wrong, where (an offset), and what to write; the remedy may be empty."""

    what: str
    at: int
    remedy: str = ""


_HASH = re.compile(r"(?<![^\s,:\[{])#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-fA-F])[^\n]*[,}\]]")
"""An unquoted colour inside braces, which begins a comment that swallows what closes them."""
_KEY = re.compile(r"[\w-]+:\s")
"""A key at the margin, which begins anew."""
_NEEDS_QUOTES = 'put the text in quotation marks: "…"'


def mistake(text: str, report: Report) -> Mistake:
    """Return what is wrong with `text`, which a parser gave up as `report` says."""
    found = (rule(text, report) for rule in _RULES)
    return next(filter(None, found), Mistake(report.problem or report.context or "is not YAML", report.at))


def _open_quote(_text: str, report: Report) -> Mistake | None:
    ends = ("found unexpected end of stream", "found unexpected document separator")
    if report.context == "while scanning a quoted scalar" and report.problem in ends:
        return Mistake("this quotation mark is never closed", report.since, "write another behind the text")
    return None


def _unquoted_color(text: str, report: Report) -> Mistake | None:
    if "flow" not in report.context:
        return None
    line = text.rfind("\n", 0, max(report.since - 1, 0)) + 1
    found = _HASH.search(text, line, report.at)
    if found is None:
        return None
    return Mistake("# begins a comment here", found.start(), f'write "#{found[1]}" in quotation marks')


def _open_bracket(text: str, report: Report) -> Mistake | None:
    kinds = {"while parsing a flow mapping": "{}", "while parsing a flow sequence": "[]"}
    pair = kinds.get(report.context)
    if pair is None or not report.problem.startswith("expected ',' or "):
        return None
    key_below = "\n" in text[report.since : report.at] and _KEY.match(
        text, text.rfind("\n", 0, report.at) + 1
    )
    if key_below or report.problem.endswith("'<stream end>'"):
        return Mistake(
            f"this {pair[0]} is never closed", report.since, f"write {pair[1]} behind the last value"
        )
    remedy = "write one of them, or put a text that holds signs such as { } : # ' in quotation marks"
    return Mistake(f"a comma or {pair[1]} is missing before this", report.at, remedy)


def _tab(text: str, report: Report) -> Mistake | None:
    if not report.problem.startswith("found character") or not report.problem.endswith("start any token"):
        return None
    sign = text[report.at : report.at + 1]
    if sign == "\t":
        return Mistake("a tab stands where only spaces may", report.at, "write spaces")
    return Mistake(f"no text begins with {sign}", report.at, _NEEDS_QUOTES)


def _sign(_text: str, report: Report) -> Mistake | None:
    names = {"while scanning an alias": "*", "while scanning an anchor": "&"}
    sign = names.get(report.context)
    return Mistake(f"no text begins with {sign}", report.since, _NEEDS_QUOTES) if sign else None


def _second_colon(text: str, report: Report) -> Mistake | None:
    if report.problem != "mapping values are not allowed here":
        return None
    line = text.rfind("\n", 0, report.at) + 1
    before = text[line : report.at]
    if re.search(r":\s", before):
        what, remedy = "a second colon stands in this line", 'put a text with a colon in quotation marks: "…"'
        return Mistake(what, report.at, remedy)
    what = "no key may stand here, since the line above is not finished"
    return Mistake(
        what, line + len(before) - len(before.lstrip()), "write a colon behind the key above, or indent alike"
    )


def _no_colon(_text: str, report: Report) -> Mistake | None:
    if report.problem != "could not find expected ':'":
        return None
    return Mistake("no colon stands behind this key", report.since, "write key: value, with a space")


def _indent(text: str, report: Report) -> Mistake | None:
    if not report.problem.startswith("expected <block end>"):
        return None
    before = text[text.rfind("\n", 0, report.at) + 1 : report.at]
    if before.strip(" -?"):
        what = "no more may stand in this line"
        return Mistake(
            what, report.at, 'put a text with quotation marks or brackets in others: "it\'s", \'say "x"\''
        )
    if report.problem.endswith(("'?'", "'-'")):
        return Mistake(
            "a list and keys cannot stand at one level", report.at, "indent what belongs below a key"
        )
    return Mistake(
        "this line is indented otherwise than its neighbours", report.at, "indent neighbours alike"
    )


def _list_behind_key(_text: str, report: Report) -> Mistake | None:
    if report.problem != "sequence entries are not allowed here":
        return None
    return Mistake(
        "a list may not begin behind its key", report.at, "begin it in the next line, or write [one, two]"
    )


def _no_value(text: str, report: Report) -> Mistake | None:
    if not report.problem.startswith("expected the node content"):
        return None
    sign = text[report.at : report.at + 1].strip()
    what = f"no value begins with {sign}" if sign else "a value is missing here"
    return Mistake(what, report.at, _NEEDS_QUOTES if sign else "write it, and close what is open")


def _escape(text: str, report: Report) -> Mistake | None:
    if report.context != "while scanning a double-quoted scalar":
        return None
    backslash = text.rfind("\\", 0, report.at + 1)
    return Mistake(
        f"{text[backslash : backslash + 2]} stands for no character", backslash, "write \\\\ for a backslash"
    )


def _block_scalar(text: str, report: Report) -> Mistake | None:
    if report.context != "while scanning a block scalar":
        return None
    sign = text[report.since : report.since + 1]
    return Mistake(f"{sign} announces a text in the lines below", report.since, _NEEDS_QUOTES)


def _other_document(_text: str, report: Report) -> Mistake | None:
    if not report.problem.startswith("expected '<document start>'"):
        return None
    return Mistake(
        "what stands here belongs to nothing", report.at, "delete the line above, if it is ... or %"
    )


def _tag(_text: str, report: Report) -> Mistake | None:
    if "tag" not in report.problem + report.context:
        return None
    return Mistake("no text begins with !", report.since, _NEEDS_QUOTES)


_RULES: tuple[Callable[[str, Report], Mistake | None], ...] = (
    _open_quote,
    _unquoted_color,
    _open_bracket,
    _tab,
    _sign,
    _second_colon,
    _no_colon,
    _indent,
    _list_behind_key,
    _no_value,
    _escape,
    _block_scalar,
    _other_document,
    _tag,
)
