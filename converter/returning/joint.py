"""The articles of a digest together, asked for what stands where: `2/p4s2` is in the second article."""

from collections.abc import Sequence

from msgspec.structs import replace

from converter.model.outline import Panel
from converter.returning.claimed import Claimed, Witness
from converter.verifier.proof.claims import ClaimedLine


class JointWitness(Witness):
    """Asks the articles of a digest one after the other."""

    sets_items = True

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        """Take those of the articles, in the order of the sources."""
        first = witnesses[0]
        super().__init__(first.article, first.sentences, None)
        self._witnesses = witnesses

    def place_of_words(self, text: str) -> str:
        """Return the place of the first sentence of any article whose words are `text`."""
        found = ((number, one.place_of_words(text)) for number, one in enumerate(self._witnesses, 1))
        return next((f"{number}/{place}" for number, place in found if place), "")

    def says(self, place: str, text: str) -> bool:
        """Tell whether the sentence at `place` has the words of `text`, its gaps marked."""
        source, place = split_place(place)
        return self._witnesses[source].says(place, text)

    def in_panel(self, panel: Panel, place: str, text: str) -> str:  # noqa: ARG002 - as the base has it
        """Return nothing: no panel is about all articles."""
        return ""

    def within(self, place: str) -> frozenset[str]:
        """Return a place and those of the sentences in it."""
        source, own = split_place(place)
        return frozenset(f"{source + 1}/{one}" for one in self._witnesses[source].within(own))

    def claimed(self, index: int, line: ClaimedLine, section: int) -> Claimed:
        """Return `line` as far as its article bears it out."""
        source = line.source or 0
        found = self._witnesses[source].claimed(index, line, section)
        return replace(found, at=f"{source + 1}/{found.at}") if found.at else found

    def sentences_in(self, whole: Claimed) -> tuple[Claimed, ...]:
        """Return the sentences of a block that was taken over whole."""
        source, place = split_place(whole.at)
        parts = self._witnesses[source].sentences_in(replace(whole, at=place))
        return tuple(replace(one, at=f"{source + 1}/{one.at}") for one in parts)


def split_place(place: str) -> tuple[int, str]:
    """Return the index of the article of a joint place, and the place in it."""
    number, _, own = place.rpartition("/")
    return int(number or 1) - 1, own
