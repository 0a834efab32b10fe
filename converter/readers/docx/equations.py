"""Equations in a line, as one would type them: 1/2, x^2, √(a+b) (ECMA-376 22.1).

Brackets stand where the line would be read otherwise than what Word shows, and nowhere else.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from converter.ooxml.xml import Element, attribute, child, is_on, local, value

_WRAPPERS = frozenset(
    {"ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "box", "borderBox", "e"}
)
_GONE = frozenset({"del", "moveFrom"})
_SPACES = frozenset({"br", "cr", "tab"})
_UNSEEN = str.maketrans({"\u2061": " ", "\u2062": "", "\u2063": "", "\u2064": ""})
"""Signs that nobody sees; U+2061 stands between a function and its argument."""

_NUMBER = r"\d+(?:[.,]\d+)*%?"
_CALL = r"[^\W\d_]+\([^()]*\)"
_NUMERATOR = re.compile(rf"{_NUMBER}|[∂∇]?\w+|{_CALL}")
_DENOMINATOR = re.compile(rf"{_NUMBER}|[∂∇]?[^\W\d_]+|{_CALL}")
"""Without brackets, 1/2a would be read as a half of a."""
_SCRIPT = re.compile(rf"{_NUMBER}|[-−+±]?\w+|\S")
_ROOTED = re.compile(rf"{_NUMBER}|[^\W\d_]")
_RAISED = re.compile("[′″‴'°]+")
"""These stand high of themselves."""

_BRACES = frozenset("⏞⏟⏜⏝⎴⎵")
"""They group what stands in a line together anyway."""
_HAT, _OVERLINE, _UNDERLINE = "\u0302", "\u0305", "\u0332"


class _Piece(NamedTuple):
    """A piece of a line.

    Attributes:
        text: of it.
        kind: signs as they stand (`plain`), what has brackets of its own (`closed`), what ends in scripts
            (`script`), or anything else (`built`).
    """

    text: str
    kind: Literal["plain", "closed", "script", "built"]


def in_a_line(equation: Element) -> str:
    """Return the text of `m:oMath`, or of all in `m:oMathPara`."""
    if local(equation) == "oMathPara":
        return "\n".join(in_a_line(one) for one in equation if local(one) == "oMath")
    return _row(equation).text


def _row(element: Element | None) -> _Piece:
    """Return what stands in an element, one piece beside the other."""
    pieces = [piece for piece in map(_piece, _inside(element)) if piece.text]
    if len(pieces) == 1:
        return pieces[0]
    texts: list[str] = []
    last = _Piece("", "plain")
    for piece in pieces:
        # else 2 and 1/2 were 21/2, and x^2 and y were x^2y
        apart = last.kind in {"script", "built"} or piece.kind == "built"
        if apart and last.text[-1:].isalnum() and piece.text[0].isalnum():
            texts.append(" ")
        texts.append(piece.text)
        last = piece
    plain = all(piece.kind in {"plain", "closed"} for piece in pieces)
    return _Piece("".join(texts), "plain" if plain else "built")


def _inside(element: Element | None) -> Iterator[Element]:
    """Yield what an element holds, out of all that only wraps it, and without properties."""
    for inner in () if element is None else element:
        name = local(inner)
        if name in _WRAPPERS:
            yield from _inside(inner)
        elif name not in _GONE and not name.endswith("Pr"):
            yield inner


def _piece(element: Element) -> _Piece:
    return _STRUCTURES.get(local(element), _row)(element)


def _argument(element: Element, name: str = "e") -> _Piece:
    return _row(child(element, name))


def _sign(element: Element, name: str, default: str) -> str:
    """Return the sign that the properties of a structure name; `default` where they name none."""
    told = child(element, f"{local(element)}Pr", name)
    return default if told is None else attribute(told, "val")


def _bracketed(piece: _Piece, plain: re.Pattern[str]) -> str:
    """Return the text of a piece, in brackets unless they are there, or all of it is `plain`."""
    clear = piece.kind == "closed" or (piece.kind == "plain" and plain.fullmatch(piece.text))
    return piece.text if clear or not piece.text else f"({piece.text})"


def _run(run: Element) -> _Piece:
    signs = ((one.text or "") if local(one) == "t" else " " * (local(one) in _SPACES) for one in run)
    return _Piece("".join(signs).translate(_UNSEEN), "plain")


def _fraction(fraction: Element) -> _Piece:
    above, below = _argument(fraction, "num"), _argument(fraction, "den")
    if value(fraction, "fPr", "type") == "noBar":
        return _Piece(f"{above.text}¦{below.text}", "built")
    # scripts bind more closely than a stroke
    over, under = (
        piece.text if piece.kind == "script" else _bracketed(piece, plain)
        for piece, plain in ((above, _NUMERATOR), (below, _DENOMINATOR))
    )
    return _Piece(f"{over}/{under}", "built")


def _with_scripts(base: _Piece, below: str, above: str) -> _Piece:
    if not below and _RAISED.fullmatch(above):
        return _Piece(base.text + above, "plain")
    held = base.text if base.kind in {"plain", "closed"} else f"({base.text})"
    scripts = _scripts(below, above)
    return _Piece(held + scripts, "script") if scripts else base


def _scripts(below: str, above: str) -> str:
    return (f"_{below}" if below else "") + (f"^{above}" if above else "")


def _script(element: Element, name: str) -> str:
    return _bracketed(_argument(element, name), _SCRIPT)


def _scripted(element: Element) -> _Piece:
    return _with_scripts(_argument(element), _script(element, "sub"), _script(element, "sup"))


def _limit_below(element: Element) -> _Piece:
    return _with_scripts(_argument(element), _script(element, "lim"), "")


def _limit_above(element: Element) -> _Piece:
    return _with_scripts(_argument(element), "", _script(element, "lim"))


def _scripts_before(element: Element) -> _Piece:
    scripts = _scripts(_script(element, "sub"), _script(element, "sup"))
    return _Piece(f"{scripts} {_argument(element).text}", "built")


def _root(root: Element) -> _Piece:
    degree = "" if is_on(root, "radPr", "degHide") else _bracketed(_argument(root, "deg"), _DENOMINATOR)
    under = _bracketed(_argument(root), _ROOTED)
    return _Piece(f"{under}^(1/{degree})", "script") if degree else _Piece(f"√{under}", "built")


def _nary(nary: Element) -> _Piece:
    """Return a sum, an integral or the like, whose sign is that of the integral where none is named."""
    below, above = (
        "" if is_on(nary, "naryPr", f"{name}Hide") else _script(nary, name) for name in ("sub", "sup")
    )
    sign = _sign(nary, "chr", "∫") + _scripts(below, above)
    return _Piece(f"{sign} {_argument(nary).text}".strip(), "built")


def _function(function: Element) -> _Piece:
    name, argument = _argument(function, "fName").text, _argument(function)
    if argument.kind == "built":
        argument = _Piece(f"({argument.text})", "closed")
    space = " " * (not argument.text.startswith(("(", "[", "{")))
    return _Piece(f"{name}{space}{argument.text}", "built")


def _delimited(brackets: Element) -> _Piece:
    opening, between, closing = (
        _sign(brackets, name, default)
        for name, default in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    inside = between.join(_row(one).text for one in brackets if local(one) == "e")
    return _Piece(f"{opening}{inside}{closing}", "closed" if opening and closing else "built")


def _matrix(matrix: Element) -> _Piece:
    rows = [[_row(cell).text for cell in row if local(cell) == "e"] for row in matrix if local(row) == "mr"]
    text = "; ".join(", ".join(row) for row in rows)
    return _Piece(text, "built") if _stands_in_brackets(matrix) else _Piece(f"({text})", "closed")


def _stands_in_brackets(matrix: Element) -> bool:
    """Say whether brackets stand around this matrix and nothing else."""
    around = matrix.getparent()
    brackets = None if around is None else around.getparent()
    return brackets is not None and local(brackets) == "d" and sum(1 for _ in _inside(around)) == 1


def _rows(array: Element) -> _Piece:
    """Return equations one above the other, in which `&` says where they are aligned."""
    lines = (_row(one).text.replace("&", "") for one in array if local(one) == "e")
    return _Piece("; ".join(lines), "built")


def _accented(accent: Element) -> _Piece:
    base = _argument(accent).text
    return _Piece((base if len(base) == 1 else f"({base})") + _sign(accent, "chr", _HAT), "closed")


def _barred(bar: Element) -> _Piece:
    base = _argument(bar)
    mark = _OVERLINE if value(bar, "barPr", "pos") == "top" else _UNDERLINE
    if base.kind == "plain" and base.text.isalnum():
        return _Piece("".join(letter + mark for letter in base.text), "closed")
    return _Piece(f"({base.text}){mark}", "closed")


def _grouped(group: Element) -> _Piece:
    """Return what a brace groups; or another sign, such as an arrow, and what stands above or below it."""
    sign = _sign(group, "chr", "⏟")
    if sign in _BRACES or not sign:
        return _argument(group)
    script = _script(group, "e")
    below = value(group, "groupChrPr", "pos") == "top"
    return _with_scripts(_Piece(sign, "plain"), script if below else "", "" if below else script)


def _phantom(phantom: Element) -> _Piece:
    """Return what takes room, unless it only does that."""
    return _Piece("", "plain") if is_on(phantom, "phantPr", "show") is False else _argument(phantom)


_STRUCTURES: dict[str, Callable[[Element], _Piece]] = {
    "r": _run,
    "f": _fraction,
    "sSub": _scripted,
    "sSup": _scripted,
    "sSubSup": _scripted,
    "sPre": _scripts_before,
    "limLow": _limit_below,
    "limUpp": _limit_above,
    "rad": _root,
    "nary": _nary,
    "func": _function,
    "d": _delimited,
    "m": _matrix,
    "eqArr": _rows,
    "acc": _accented,
    "bar": _barred,
    "groupChr": _grouped,
    "phant": _phantom,
}
