"""What a sentence leans on: what it cannot be understood without, or what could mislead without it."""

import re

from converter.outliner.features import DANGLING, OPENS_QUOTE, quoted
from converter.outliner.reading import Reading
from converter.outliner.words import words

ATTRIBUTION, CONTRAST, DENIAL = "attribution", "contrast", "denial"
PERSON, PRONOUN, BACK = "third-person", "pronoun", "back-reference"

_QUOTED = re.compile(
    r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|„[^“”]*[“”]?|「[^」]*」?|『[^』]*』?"
    # what was opened in a sentence before
    r"|^[^“\"«„「『]*[”»」』]"
)
_HEAD = 80
"""A contrast that stands among so many characters opens its sentence: "The board, however, refused"."""
_HEAD_WORDS = 8
"""What points back by name, such as "one of those", does so among so many words."""
_NEAR = 5
"""A pronoun among so many words points back, unless a name stands before it: "If it falls, …"."""
_SHORT = 8
"""In a sentence of so few words every pronoun points back: "Ada thought that they would not"."""
_REST = 12
"""So short a rest of a quotation is its point: "It ended by preventing any." """
_SPEAKER = re.compile(r"(?:\w[\w.’'-]*\s+){0,3}\w[\w.’'-]*:\s+")
"""A speaker's name before what is said: "Ada Example: It was late"."""


class Leaning:
    """Tells it of the sentences of an article, by the cues of its language."""

    def __init__(self, reading: Reading) -> None:
        """Take the sentences."""
        self._reading = reading
        self._quoted = list(quoted(reading))
        self._attributed = any(cue == ATTRIBUTION for finds in reading.cues for _, _, cue in finds)

    def leans(self, index: int) -> bool:
        """Tell whether the sentence opens with words that point back, such as "This" or "However"."""
        text = self._reading.texts[index]
        if text.startswith(OPENS_QUOTE):
            return False
        opening = self._opening(index)
        return self._opens(index, DANGLING, opening) or self._points_back(index, opening)

    def qualifies(self, index: int) -> bool:
        """Tell whether the sentence takes back something of the one before: it opens with "But"."""
        opening = self._opening(index)
        if self._opens(index, DANGLING, opening) and self._opens(index, CONTRAST, opening):
            return True
        if any(cue == DENIAL for _, _, cue in self._reading.cues[index]):
            return True
        head = self._reading.texts[index][:_HEAD].casefold()
        return any(
            cue == CONTRAST and f", {' '.join(phrase)}, " in head
            for _, phrase, cue in self._reading.cues[index]
        )

    def attributes(self, index: int) -> bool:
        """Tell whether the sentence says, outside any quotation, by name who says something."""
        outside = self._outside(index)
        if not self._says(index, ATTRIBUTION, outside):
            return False
        named = any(word[:1].isupper() for word in outside.split())
        return named or not self._says(index, PERSON, outside)

    def is_anonymous(self, index: int) -> bool:
        """Tell whether the sentence is somebody's words, and does not say whose."""
        if not self._attributed or not self._quoted[index]:
            return False
        opens = self._reading.texts[index].startswith(OPENS_QUOTE)
        whole = opens or not any(map(str.isalnum, self._outside(index)))
        return whole and not self.attributes(index)

    def _outside(self, index: int) -> str:
        """Return what of the sentence is not quoted."""
        return _QUOTED.sub(" ", self._reading.texts[index])

    def _says(self, index: int, wanted: str, outside: str) -> bool:
        """Tell whether a cue of the sentence stands in the part `outside` quotations."""
        said = f" {' '.join(words(outside))} "
        return any(
            cue == wanted and f" {' '.join(phrase)} " in said for _, phrase, cue in self._reading.cues[index]
        )

    def goes_on(self, index: int) -> bool:
        """Tell whether the sentence is the short rest of what somebody says in the one before."""
        return self._reading.lengths[index] <= _REST and self.is_anonymous(index)

    def answers(self, index: int) -> bool:
        """Tell whether the sentence opens a paragraph behind a question."""
        return (
            index > 0
            and self._reading.sentences[index].number == 1
            and self._reading.kinds[index - 1] == "question"
        )

    def _opening(self, index: int) -> int:
        """Return at which word the sentence opens, behind the name of a speaker."""
        label = _SPEAKER.match(self._reading.texts[index])
        first = self._reading.sentences[index].number == 1
        return len(words(label[0])) if label and first else 0

    def _opens(self, index: int, wanted: str, opening: int) -> bool:
        return any(at == opening and cue == wanted for at, _, cue in self._reading.cues[index])

    def _points_back(self, index: int, opening: int) -> bool:
        """Tell whether a pronoun stands for something that the sentence does not name before it."""
        finds = self._reading.cues[index]
        pronouns = [at for at, _, cue in finds if cue == PRONOUN and at > opening]
        if pronouns and self._reading.lengths[index] <= _SHORT:
            return True
        if any(cue == BACK and opening <= at < opening + _HEAD_WORDS for at, _, cue in finds):
            return True
        near = [at for at in pronouns if at < opening + _NEAR]
        if not near:
            return False
        before = self._reading.texts[index].split()[opening + 1 : near[0]]
        return not any(word[:1].isupper() for word in before)
