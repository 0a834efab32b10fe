"""What is shown beside the lines: numbers of references; and what is shown to nobody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import Claims, Piece
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import place, quoted, quoted_end
from converter.verifier.visible.shown import Shown

_NOTHING = Piece("", "")
_WORDS = re.compile(r"[^\W_]")


def check_hidden(shown: Sequence[Shown]) -> Iterator[Finding]:
    """Yield the words that are in the file and that no reader sees."""
    for one in shown:
        if one.place == "hidden" and _WORDS.search(one.text):
            yield Finding("hidden", f"no reader sees this: {quoted(one.text)}", place(one))


def check_references(claims: Claims, shown: Sequence[Shown]) -> Iterator[Finding]:
    """Yield where the numbers of references, or of what they refer to, are not those that are claimed.

    A reference is known by the note that it leads to, since programs number notes anew when one goes. Then
    the one that is gone is told, and not that all behind it have other numbers.
    """
    notes = _numbers_of_notes(claims)
    renumbered: list[Finding] = []
    leads_to: dict[int, int] = {}
    for one in shown:
        numbers = notes.get(letters(one.text)) if one.place == "note" else None
        if numbers and one.references and one.references[0] not in numbers:
            number, wanted = one.references[0], numbers[0]
            leads_to[number] = wanted
            text = f"the reference {quoted(one.text)} is number {number}, and should be {wanted}"
            renumbered.append(Finding("reference", text, place(one)))
    body = [one for one in shown if one.place == "body"]
    claimed_numbers = [
        (int(piece.text), before.text)
        for before, piece in pairwise((_NOTHING, *claims.pieces))
        if piece.role == "number" and piece.text.isdecimal()
    ]
    first = _first_difference(claimed_numbers, body, leads_to)
    yield from [first] if first else renumbered


def _numbers_of_notes(claims: Claims) -> dict[str, list[int]]:
    """Return the claimed numbers of notes by their letters."""
    numbers: dict[str, list[int]] = {}
    for piece in claims.pieces:
        if piece.role == "reference" and piece.number is not None:
            numbers.setdefault(letters(piece.text), []).append(piece.number)
    return numbers


def _first_difference(
    wanted: Sequence[tuple[int, str]], body: Sequence[Shown], leads_to: Mapping[int, int]
) -> Finding | None:
    """Return the first reference that is wrong or missing.

    Args:
        wanted: each number that is claimed, and the words before it.
        body: what is shown, with its references.
        leads_to: the claimed number of the note of a shown number, where it is another.
    """
    found = [(number, one) for one in body for number in one.references]
    told = [leads_to.get(number, number) for number, _ in found]
    claimed = [number for number, _ in wanted]
    pairs = enumerate(zip_longest(told, claimed))
    index = next((at for at, (one, other) in pairs if one != other), None)
    if index is None:
        return None
    if index == len(claimed):
        number, one = found[index]
        return Finding("reference", f"reference {number} is not one of the report's", place(one))
    number, before = wanted[index]
    behind = f"behind {quoted_end(before)}"
    if len(told) < len(claimed):
        run = letters(before)
        near = [one for one in body if run and run in letters(one.text)] or [one for _, one in found[:index]][
            -1:
        ]
        where = place(near[0]) if near else ""
        return Finding("reference", f"reference {number} is missing {behind}", where)
    shown, one = found[index]
    if shown == number:
        text = f"reference {shown} {behind} leads to what is claimed as number {told[index]}"
    else:
        text = f"reference {shown} should be {number} {behind}"
    return Finding("reference", text, place(one))
