"""What keeps the memory of a process where it is."""

import pytest

from converter.batch import upkeep
from converter.batch.upkeep import Upkeep, trim_memory


def test_memory_is_given_back_and_words_are_forgotten_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(upkeep, "_TRIMMED_EVERY", 2)
    monkeypatch.setattr(upkeep, "_FORGOTTEN_EVERY", 3)
    monkeypatch.setattr(upkeep, "trim_memory", lambda: called.append("trim"))
    monkeypatch.setattr(upkeep, "forget", lambda: called.append("forget"))
    kept = Upkeep()
    for _ in range(6):
        kept.note_document()
    assert called == ["trim", "forget", "trim", "forget", "trim"]


def test_giving_memory_back_is_no_error() -> None:
    trim_memory()
