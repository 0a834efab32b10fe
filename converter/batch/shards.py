"""Reports of a corpus as JSON lines in a fixed number of files.

A worker writes the lines of its chunk as one part, whole, under a name that its documents give it. When all
are done the parts are put together: each document that the journal calls done has one line, in the shard that
its key chooses, and the lines of a shard are in the order of their keys. So the shards are the same however
the work was spread, and however often it was cut off.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from itertools import chain
from tempfile import TemporaryFile

from converter.batch.records import Item, Output, Record, hash_of
from converter.batch.targets import Target
from converter.errors import UsageError

PARTS = ".parts"
"""Folder of the parts, below the target."""

_SHARD = re.compile(r"part-\d{5}-of-(\d{5})\.jsonl")

Expected = Callable[[str], Record | None]

_BEGINNING = b'{"key": "'


class Part:
    """The lines of one chunk."""

    def __init__(self, count: int) -> None:
        """Begin with none; `count` shards are wanted, 0: none."""
        self.count = count
        self.lines: dict[str, bytes] = {}

    def add(self, item: Item, data: bytes) -> Output:
        """Add the report of `item`, JSON, and return what the journal says of it."""
        briefing = json.loads(data)
        text = json.dumps({"key": item.key, "source": item.source, **briefing}, ensure_ascii=False)
        line = self.lines[item.key] = text.encode("utf-8", "backslashreplace") + b"\n"
        return Output(shard_name(item.key, self.count), "json", sha256(line).hexdigest())

    @property
    def name(self) -> str:
        """Of the part, below the target; the same documents make the same name."""
        return f"{PARTS}/{hash_of(self.lines)}.jsonl"

    def data(self) -> bytes:
        """Return the whole part."""
        return b"".join(self.lines.values())


def check_count(target: Target, count: int) -> None:
    """Check that no shards of another number lie in `target`: they would stay beside the new ones.

    Raises:
        UsageError: `batch-shards`.
        OutputError: `store-unreachable`.
    """
    for name in target.names(""):
        found = _SHARD.fullmatch(name)
        if found and int(found[1]) != count:
            what = f"the corpus lies there in {int(found[1])} shards, such as {name}"
            remedy = f"write --shards {int(found[1])}, or name another folder"
            raise UsageError("batch-shards", what, where="--shards", remedy=remedy)


def merge(
    target: Target, count: int, records: Callable[[], Iterator[Record]], expected: Expected
) -> list[Record]:
    """Put the parts below `target` together as `count` shards; return records whose line is not there.

    Until the last shard is written nothing is removed: a merging that is cut off is done again. One shard at
    a time is in memory.

    Args:
        target: where the parts lie and the shards will.
        count: of the shards.
        records: yields the final record of each document, as often as it is called.
        expected: returns the record of a key.

    Raises:
        OutputError: `output-unwritable`.
    """
    parts = [f"{PARTS}/{name}" for name in target.names(PARTS) if name.endswith(".jsonl")]
    found = 0
    with ExitStack() as stack:
        heaps = [stack.enter_context(TemporaryFile()) for _ in range(count)]
        for part in parts:
            for line in target.lines(part):
                heaps[_number(_key(line), count)].write(line)
        for number, heap in enumerate(heaps):
            heap.seek(0)
            found += _write_shard(target, _name(number, count), heap, expected)
    done = sum(record.status == "done" for record in records())
    lost = _lost(target, count, records) if done != found else []
    for part in parts:
        target.remove(part)
    return lost


def _write_shard(target: Target, name: str, heap: Iterable[bytes], expected: Expected) -> int:
    """Write those lines of `heap` and of the shard that the journal knows; return how many these are."""
    lines: dict[str, bytes] = {}
    for line in chain(target.lines(name), heap):
        record = expected(_key(line))
        if record and record.status == "done" and record.outputs[0].sha256 == sha256(line).hexdigest():
            lines[record.key] = line
    target.replace(name, b"".join(lines[key] for key in sorted(lines)))
    return len(lines)


def _lost(target: Target, count: int, records: Callable[[], Iterator[Record]]) -> list[Record]:
    """Return records that are done and have no line: somebody has removed it."""
    lost: list[Record] = []
    for number in range(count):
        name = _name(number, count)
        there = {_key(line) for line in target.lines(name)}
        mine = (one for one in records() if one.status == "done" and _number(one.key, count) == number)
        lost += [one for one in mine if one.key not in there]
    return lost


def shard_name(key: str, count: int) -> str:
    """Return the name of the shard of `count` that holds the document `key`."""
    return _name(_number(key, count), count)


def _number(key: str, count: int) -> int:
    return int(key[:8], 16) % count


def _name(number: int, count: int) -> str:
    return f"part-{number:05}-of-{count:05}.jsonl"


def _key(line: bytes) -> str:
    """Return the key that a line begins with."""
    return line[len(_BEGINNING) : len(_BEGINNING) + 32].decode("ascii")
