"""A corpus in one batch, as the bench converts it: on 10,000 articles there, on a few here."""

from collections import Counter
from pathlib import Path

import pytest

from bench.batch.articles import FORMATS, made, write_corpus
from bench.batch.corpus import convert, faults, main, read_records
from converter.batch.records import Record


def test_every_article_has_one_record_and_every_good_one_its_reports(tmp_path: Path) -> None:
    good, broken = write_corpus(tmp_path / "articles", 130)
    run = convert(tmp_path / "articles", tmp_path / "reports", 2, 130)
    records = read_records(tmp_path / "reports" / "journal.jsonl")
    assert run.exit_code == 1
    assert len(broken) == 3
    assert Counter(record.status for record in records) == {"done": len(good), "failed": len(broken)}
    assert faults(records, tmp_path / "reports", good, broken) == []


def test_what_is_wrong_with_a_run_is_seen(tmp_path: Path) -> None:
    good, broken = write_corpus(tmp_path / "articles", 30)
    convert(tmp_path / "articles", tmp_path / "reports", 1, 30)
    records = read_records(tmp_path / "reports" / "journal.jsonl")

    def wrong(changed: list[Record]) -> list[str]:
        return [line.partition(":")[0] for line in faults(changed, tmp_path / "reports", good, broken)]

    done = [record for record in records if record.status == "done"]
    failed = [record for record in records if record.status == "failed"]
    assert wrong([*records, done[0]])[0] == "articles with several records"
    assert wrong([*done, *failed[1:]]) == ["articles without a record"]
    (tmp_path / "reports" / done[0].outputs[0].path).unlink()
    assert wrong(records) == ["reports that are not there", "files that no record names"]
    assert wrong(records[:0])[:2] == ["articles without a record", "good articles that failed"]


def test_an_article_depends_on_its_number_alone() -> None:
    assert [made(number) for number in range(60)] == [made(number) for number in range(60)]
    assert {name.rpartition(".")[2] for name, _, _ in map(made, range(20))} == set(FORMATS)


def test_the_command_tells_what_came_of_the_articles(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["corpus", "--articles", "26", "--jobs", "1"])
    assert main() == 0
    told = capsys.readouterr().out
    assert "26 records in " in told
    assert "every article has one record, and every good one its reports" in told
