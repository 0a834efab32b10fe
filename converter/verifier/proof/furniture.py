"""What is shown beside the lines: numbers of references; and what is shown to nobody."""

import re
from collections.abc import Iterator, Sequence

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import place, quoted
from converter.verifier.visible.shown import Shown

_WORDS = re.compile(r"[^\W_]")


def check_hidden(shown: Sequence[Shown]) -> Iterator[Finding]:
    """Yield the words that are in the file and that no reader sees."""
    for one in shown:
        if one.place == "hidden" and _WORDS.search(one.text):
            yield Finding("hidden", f"no reader sees this: {quoted(one.text)}", place(one))


def check_references(claims: Claims, shown: Sequence[Shown]) -> Iterator[Finding]:
    """Yield where the numbers of references, or of what they refer to, are not those that are claimed."""
    body = [one for one in shown if one.place == "body"]
    wanted = [int(piece.text) for piece in claims.pieces if piece.role == "number" and piece.text.isdecimal()]
    found = [(number, one) for one in body for number in one.references]
    if [number for number, _ in found] != wanted:
        yield from _first_difference(wanted, found)
    notes = [one for one in shown if one.place == "note"]
    numbered = [piece for piece in claims.pieces if piece.role == "reference" and piece.number is not None]
    by_words: dict[str, list[int]] = {}
    for piece in numbered:
        by_words.setdefault(letters(piece.text), []).append(piece.number or 0)
    for one in notes:
        numbers = by_words.get(letters(one.text))
        if numbers and one.references and one.references[0] not in numbers:
            text = (
                f"the reference {quoted(one.text)} is number {one.references[0]}, and should be {numbers[0]}"
            )
            yield Finding("reference", text, place(one))


def _first_difference(wanted: Sequence[int], found: Sequence[tuple[int, Shown]]) -> Iterator[Finding]:
    for index, (number, one) in enumerate(found):
        if index >= len(wanted):
            yield Finding("reference", f"reference {number} is not one of the report's", place(one))
            return
        if number != wanted[index]:
            text = f"reference {number} should be {wanted[index]} behind {quoted(one.text[-60:])}"
            yield Finding("reference", text, place(one))
            return
    if len(found) < len(wanted):
        where = place(found[-1][1]) if found else ""
        yield Finding("reference", f"reference {wanted[len(found)]} is missing", where)
