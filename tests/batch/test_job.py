"""What a worker does beside converting."""

import pickle
from pathlib import Path

import pytest

from converter.batch import job
from converter.batch.records import Item, Task
from tests.batch.articles import codes, plan_for, write_articles


def tasks_for(folder: Path, count: int) -> list[Task]:
    return [Task(Item(path.name, str(path))) for path in write_articles(folder, count)]


def test_a_worker_that_is_told_to_stop_leaves_the_rest_of_its_chunk_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, False, True])
    monkeypatch.setattr(job._Stopping, "asked", staticmethod(lambda: next(answers)))
    results = job.work(pickle.dumps(plan_for(tmp_path / "out", formats=("md",))), tasks_for(tmp_path, 6))
    assert codes(results) == ["done"] * 2


def test_settings_that_went_bad_in_the_meantime_are_the_record_of_each_document(tmp_path: Path) -> None:
    plan = pickle.dumps(plan_for(tmp_path / "out", style=str(tmp_path / "gone.yaml")))
    assert codes(job.work(plan, tasks_for(tmp_path, 2))) == ["style-unknown"] * 2


def test_outputs_are_told_by_their_path_below_the_target(tmp_path: Path) -> None:
    (result,) = job.work(pickle.dumps(plan_for(tmp_path / "out", formats=("md",))), tasks_for(tmp_path, 1))
    assert [output.path for output in result.record.outputs] == ["article-000.txt.md"]
    assert str(tmp_path) not in (tmp_path / "out" / "article-000.txt.md").read_text("utf-8")
