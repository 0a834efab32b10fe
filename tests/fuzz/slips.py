"""Changes by chance without a fuzzer: the same for the same number, wherever they are made."""

from collections.abc import Sequence
from random import Random

from tests.fuzz.target import Target

_NUMBERS = (b"0", b"1", b"-1", b"255", b"65536", b"2147483648", b"99999999999999999999", b"1e308", b"nan")
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\r",
    b"\n",
    b"\t",
    b"\x1b",
    b"<",
)


class Slips:
    """Changes bytes as a careless hand would: cuts, copies, words in the wrong place."""

    def __init__(self, random: Random, words: Sequence[bytes], largest: int) -> None:
        """Take the words that come in, and how large the result may be."""
        self._random = random
        self._words = (*words, *_NUMBERS, *_BYTES)
        self._largest = largest

    def __call__(self, data: bytes) -> bytes:
        """Return `data` after one to three slips."""
        for _ in range(self._random.randrange(1, 4)):
            data = self._slip(data)
        return data[: self._largest]

    def _slip(self, data: bytes) -> bytes:
        random = self._random
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((0, 1, 1, 2, 4, 16, 64, 256)))
        piece = data[start:end]
        word = random.choice(self._words)
        middle = random.choice(
            (
                b"",
                piece * 2,
                piece * 50,
                word,
                word * 3,
                piece + word,
                piece[::-1],
                word * 200,
                self._bit(piece),
            )
        )
        if random.random() < 0.03:
            return data[:start]
        return data[:start] + middle + data[end:]

    def _bit(self, piece: bytes) -> bytes:
        if not piece:
            return piece
        at = self._random.randrange(len(piece))
        return piece[:at] + bytes([piece[at] ^ 1 << self._random.randrange(8)]) + piece[at + 1 :]


def slipped(target: Target, number: int, seeds: Sequence[bytes]) -> bytes:
    """Return one of `seeds` with slips; the same for the same number."""
    random = Random(number)  # noqa: S311 - it chooses, and protects nothing
    slips = Slips(random, target.words, target.largest)
    data = random.choice(seeds)
    return target.inside(data, slips, random) if target.inside else slips(data)
