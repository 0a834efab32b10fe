"""A whole batch: every document has one record, whatever becomes of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from msgspec.structs import replace

from converter import pipeline
from converter.batch import job
from converter.batch.plan import Kits
from converter.batch.records import Item
from converter.batch.shards import check_count
from converter.batch.targets import target_of
from converter.configuration import Settings
from converter.errors import ConverterError, OutputError, UsageError
from converter.pipeline.kit import Kit
from tests.batch.articles import codes, plan_for, records_of, run_batch, tree, write_articles
from tests.servers.ports import HOST, free_ports

COUNT = 6


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "in", COUNT)
    return tmp_path / "in"


def test_every_document_has_its_reports_and_one_record(articles: Path, out: Path, journal: Path) -> None:
    (articles / "empty.txt").touch()
    (articles / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    run_batch(articles, plan_for(out), journal)
    records = records_of(journal)
    assert len(records) == COUNT + 2
    assert {name: one.code for name, one in records.items() if one.status == "failed"} == {
        "empty.txt": "input-empty",
        "picture.png": "input-unsupported",
    }
    files = tree(out)
    assert files == {report.path: report.sha256 for one in records.values() for report in one.outputs}
    assert len(files) == 2 * COUNT
    assert "0/article-000.txt.md" in files


def test_a_second_run_does_nothing_that_is_done(articles: Path, out: Path, journal: Path) -> None:
    run_batch(articles, plan_for(out), journal)
    before = journal.read_bytes()
    results = run_batch(articles, plan_for(out), journal, resume=True)
    assert [result.is_new for result in results] == [False] * COUNT
    assert journal.read_bytes() == before


def test_what_has_changed_is_done_again_and_replaced(articles: Path, out: Path, journal: Path) -> None:
    run_batch(articles, plan_for(out), journal)
    changed = articles / "1" / "article-003.txt"
    changed.write_text(changed.read_text("utf-8").replace("Monday", "Tuesday"), "utf-8")
    results = run_batch(articles, plan_for(out), journal, resume=True)
    assert [one.record.source for one in results if one.is_new] == [str(changed)]
    assert codes(results) == ["done"] * COUNT
    assert "Tuesday" in (out / "1" / "article-003.txt.md").read_text("utf-8")
    assert records_of(journal)["article-003.txt"].attempt == 2


def test_what_a_person_changed_among_the_reports_is_not_replaced(
    articles: Path, out: Path, journal: Path
) -> None:
    run_batch(articles, plan_for(out), journal)
    (out / "0" / "article-000.txt.md").write_text("my own words", "utf-8")
    results = run_batch(articles, plan_for(out), journal, resume=True)
    assert sorted(codes(results)) == ["done"] * (COUNT - 1) + ["output-exists"]
    assert (out / "0" / "article-000.txt.md").read_text("utf-8") == "my own words"


def test_reports_that_are_gone_are_made_again(articles: Path, out: Path, journal: Path) -> None:
    run_batch(articles, plan_for(out), journal)
    before = tree(out)
    (out / "1" / "article-001.txt.json").unlink()
    results = run_batch(articles, plan_for(out), journal, resume=True)
    assert sum(result.is_new for result in results) == 1
    assert tree(out) == before


def test_other_settings_do_everything_again(articles: Path, out: Path, journal: Path, tmp_path: Path) -> None:
    style = tmp_path / "house.yaml"
    style.write_text("extends: default\n", "utf-8")
    plan = plan_for(out, style=str(style))
    run_batch(articles, plan, journal)
    # the file that settings name is looked into
    style.write_text("extends: memo\n", "utf-8")
    job._workshop.cache_clear()
    results = run_batch(articles, plan, journal, resume=True)
    assert [result.is_new for result in results] == [True] * COUNT


def test_a_failure_stays_until_it_is_asked_for(articles: Path, out: Path, journal: Path) -> None:
    (articles / "empty.txt").touch()
    plan = plan_for(out)
    run_batch(articles, plan, journal)
    again = run_batch(articles, plan, journal, resume=True)
    assert [one.record.code for one in again if one.record.status == "failed"] == ["input-empty"]
    assert not any(one.is_new for one in again)
    asked = run_batch(articles, replace(plan, retry_failed=True), journal, resume=True)
    assert [one.record.attempt for one in asked if one.is_new] == [2]


def test_a_report_that_came_back_is_tried_again_when_its_article_was_put_back(
    tmp_path: Path, out: Path, journal: Path
) -> None:
    article, reports = tmp_path / "mill.txt", tmp_path / "in"
    article.write_text("The old paper mill closed on Friday.\n", "utf-8")
    reports.mkdir()
    made = pipeline.convert(article, Settings(formats=("docx",)))
    (reports / "mill.docx").write_bytes(made.reports[0].data)
    away = article.rename(tmp_path / "away.txt")
    first = run_batch(reports, plan_for(out), journal)
    assert codes(first) == ["report-source-missing"]
    away.rename(article)
    assert codes(run_batch(reports, plan_for(out), journal, resume=True)) == ["done"]


def test_a_failure_is_tried_again_when_the_article_was_mended(
    articles: Path, out: Path, journal: Path
) -> None:
    (articles / "empty.txt").touch()
    run_batch(articles, plan_for(out), journal)
    (articles / "empty.txt").write_text("Now there are words in it.\n", "utf-8")
    results = run_batch(articles, plan_for(out), journal, resume=True)
    assert codes(results) == ["done"] * (COUNT + 1)
    assert len(records_of(journal)) == COUNT + 1


def test_a_disk_that_is_full_is_recorded_and_resumed(
    articles: Path, out: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr("os.fsync", _refuse)
        full.setattr("converter.batch.journal.Journal.flush", lambda _: None)
        results = run_batch(articles, plan_for(out), journal)
    assert codes(results) == ["output-unwritable"] * COUNT
    assert tree(out) == {}
    assert codes(run_batch(articles, plan_for(out), journal, resume=True)) == ["done"] * COUNT
    assert len(tree(out)) == 2 * COUNT


def _refuse(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_run_ends_when_nothing_can_be_written_any_more(
    tmp_path: Path, out: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_articles(tmp_path / "many", 120)
    with monkeypatch.context() as full:
        full.setattr("os.fsync", _refuse)
        full.setattr("converter.batch.journal.Journal.flush", lambda _: None)
        with pytest.raises(
            OutputError, match="50 articles in a row failed by no fault of their own"
        ) as raised:
            run_batch(tmp_path / "many", plan_for(out), journal)
    assert raised.value.code == "batch-in-vain"
    assert 50 <= len(records_of(journal)) < 120


def test_a_run_goes_on_where_one_folder_alone_cannot_be_written(
    tmp_path: Path, out: Path, journal: Path
) -> None:
    out.mkdir()
    (out / "0").write_text("a file where a folder should be", "utf-8")
    write_articles(tmp_path / "many", 120)
    results = run_batch(tmp_path / "many", plan_for(out), journal)
    assert codes(results) == ["output-unwritable"] * 60 + ["done"] * 60


def test_a_source_that_vanishes_midway_is_recorded(articles: Path, out: Path, journal: Path) -> None:
    def vanishing() -> Iterator[Item]:
        for path in sorted(articles.rglob("*.txt")):
            yield Item(path.relative_to(articles).as_posix(), str(path))
        (articles / "1" / "article-005.txt").unlink()

    results = run_batch(articles, plan_for(out), journal, more=vanishing())
    assert sorted(codes(results)) == ["done"] * (COUNT - 1) + ["input-missing"]


def test_a_fault_of_ours_is_a_record_and_holds_up_no_other(
    articles: Path, out: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = pipeline.render

    def faulty(draft: pipeline.Draft, kit: Kit) -> pipeline.Conversion:
        if "002" in draft.location:
            raise ZeroDivisionError("secret words")
        return render(draft, kit)

    monkeypatch.setattr(pipeline, "render", faulty)
    run_batch(articles, plan_for(out), journal)
    record = records_of(journal)["article-002.txt"]
    assert record.code == "fault"
    assert "a fault of ours: ZeroDivisionError (test_driver.py:" in record.text
    assert "secret" not in record.text
    assert len(tree(out)) == 2 * (COUNT - 1)


def test_a_row_that_chooses_what_cannot_be_is_recorded(articles: Path, out: Path, journal: Path) -> None:
    rows = [
        "path,style,length",
        "0/article-000.txt,memo,brief",
        "1/article-001.txt,nothing,",
        "0/article-002.txt,,long",
    ]
    (articles / "list.csv").write_text("\n".join(rows), "utf-8")
    results = run_batch(articles / "list.csv", plan_for(out), journal)
    assert codes(results) == ["done", "style-unknown", "list-invalid"]
    assert "list.csv:3:1: " in results[1].record.text
    assert results[2].record.text.endswith("list.csv:4:1: there is no 'long'; choose brief, standard or full")


def test_a_document_that_is_named_twice_is_done_once(articles: Path, out: Path, journal: Path) -> None:
    (articles / "list.txt").write_text("0/article-000.txt\n0/article-000.txt\n", "utf-8")
    assert codes(run_batch(articles / "list.txt", plan_for(out), journal)) == ["done"]


def test_a_document_with_other_settings_needs_an_id(articles: Path, out: Path, journal: Path) -> None:
    rows = [
        "path,title,id",
        "0/article-000.txt,One,",
        "0/article-000.txt,Two,",
        "0/article-000.txt,Three,third",
    ]
    (articles / "list.csv").write_text("\n".join(rows), "utf-8")
    results = run_batch(articles / "list.csv", plan_for(out), journal)
    assert codes(results) == ["done", "list-invalid", "done"]
    assert "# Three" in (out / "third.md").read_text("utf-8")


def test_a_store_is_read_and_written_like_folders(articles: Path, out: Path, journal: Path) -> None:
    store = MemoryFileSystem()
    for path in articles.rglob("*.txt"):
        store.pipe_file(f"/in/{path.relative_to(articles).as_posix()}", path.read_bytes())
    run_batch("memory://in", plan_for("memory://out"), journal)
    run_batch(articles, plan_for(out), journal.with_name("other"))
    found = {path.removeprefix("/out/"): bytes(store.cat_file(path)) for path in store.find("/out")}
    assert found == {name: (out / name).read_bytes() for name in tree(out)}
    assert not any(
        one.is_new for one in run_batch("memory://in", plan_for("memory://out"), journal, resume=True)
    )
    store.store.clear()


def test_briefing_files_are_converted_with_their_articles(articles: Path, out: Path, journal: Path) -> None:
    from converter.cli import main

    article = articles / "0" / "article-000.txt"
    assert main(["outline", str(article), "--yaml", "-o", str(articles / "0" / "edited.yaml")]) == 0
    assert codes(run_batch(articles / "0" / "*.yaml", plan_for(out), journal)) == ["done"]
    before = records_of(journal)["edited.yaml"].sha256
    article.write_text("changed", "utf-8")
    assert codes(run_batch(articles / "0" / "*.yaml", plan_for(out), journal, resume=True)) == [
        "briefing-stale"
    ]
    assert records_of(journal)["edited.yaml"].sha256 != before


def test_rows_that_ask_what_cannot_be_are_recorded_and_do_not_end_the_run(
    articles: Path, out: Path, journal: Path
) -> None:
    rows = [f"0/article-000.txt,{number},nothing" for number in range(60)]
    (articles / "list.csv").write_text("\n".join(["path,id,sections", *rows]), "utf-8")
    results = run_batch(articles / "list.csv", plan_for(out), journal)
    assert codes(results) == ["list-invalid"] * 60
    assert "list.csv:61:1: the outline" in results[-1].record.text


def test_a_report_that_was_in_the_way_is_written_once_it_is_gone(
    articles: Path, out: Path, journal: Path
) -> None:
    foreign = out / "0" / "article-000.txt.md"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("somebody else's", "utf-8")
    assert codes(run_batch(articles, plan_for(out), journal)).count("output-exists") == 1
    foreign.unlink()
    results = run_batch(articles, plan_for(out), journal, resume=True)
    assert codes(results) == ["done"] * COUNT
    assert sum(result.is_new for result in results) == 1


def test_a_store_that_is_gone_keeps_no_file_from_being_converted(
    articles: Path, out: Path, journal: Path
) -> None:
    (port,) = free_ports(1)
    gone = [f"ftp://{HOST}:{port}/{name}.txt" for name in "abcd"]
    (articles / "list.txt").write_text("\n".join([*gone, "0/article-000.txt"]), "utf-8")
    results = run_batch(articles / "list.txt", plan_for(out), journal)
    assert codes(results) == ["store-unreachable"] * 4 + ["done"]
    assert ["was not tried" in result.record.text for result in results[:4]] == [False, False, False, True]


def test_a_report_that_comes_back_finds_its_article(articles: Path, out: Path, journal: Path) -> None:
    run_batch(articles / "0" / "*.txt", plan_for(out, formats=("docx",)), journal)
    folder = articles / "back"
    folder.mkdir()
    for path in (articles / "0" / "article-000.txt", out / "article-000.txt.docx"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "lost.docx").write_bytes((out / "article-002.txt.docx").read_bytes())
    results = run_batch(folder / "*.docx", plan_for(out), journal.with_name("back.jsonl"))
    assert codes(results) == ["done", "report-source-missing"]


# -------------------------------------------------------------------------------------------------- shards


def shards_of(folder: Path) -> list[dict[str, object]]:
    return [
        json.loads(line) for path in sorted(folder.glob("part-*")) for line in path.read_bytes().splitlines()
    ]


def test_a_corpus_goes_into_shards(tmp_path: Path, out: Path, journal: Path) -> None:
    rows = [
        json.dumps({"id": f"n{number}", "text": f"Article {number}.\n\nIt has a line."})
        for number in range(20)
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(rows), "utf-8")
    plan = replace(plan_for(out, formats=("json",)), shards=3)
    from converter.batch.sources import items

    results = run_batch("", plan, journal, more=items(str(tmp_path / "news.jsonl"), text_column="text"))
    assert codes(results) == ["done"] * 20
    assert sorted(path.name for path in out.iterdir()) == [
        f"part-0000{number}-of-00003.jsonl" for number in range(3)
    ]
    found = shards_of(out)
    assert sorted(str(one["key"]) for one in found) == sorted(result.record.key for result in results)
    assert {one["briefing"] for one in found} == {1}


def test_shards_are_the_same_however_the_work_is_spread(articles: Path, tmp_path: Path) -> None:
    from converter.batch.engines import serial

    trees = []
    for size in (1, 4):
        out = tmp_path / f"out{size}"
        plan = replace(plan_for(out, formats=("json",)), shards=2)
        run_batch(articles, plan, tmp_path / f"j{size}", engine=replace(serial(), chunk=size))
        trees.append(tree(out))
    assert trees[0] == trees[1]


def test_shards_grow_and_lose_nothing_on_a_later_run(articles: Path, out: Path, journal: Path) -> None:
    plan = replace(plan_for(out, formats=("json",)), shards=2)
    run_batch(articles, plan, journal)
    write_articles(articles / "more", 3)
    changed = articles / "0" / "article-002.txt"
    changed.write_text(changed.read_text("utf-8").replace("Monday", "Tuesday"), "utf-8")
    results = run_batch(articles, plan, journal, resume=True)
    assert sum(result.is_new for result in results) == 4
    assert len(shards_of(out)) == COUNT + 3
    assert sum("Tuesday" in json.dumps(one) for one in shards_of(out)) == 1


def test_a_line_that_somebody_removed_is_told_and_made_again(
    articles: Path, out: Path, journal: Path
) -> None:
    plan = replace(plan_for(out, formats=("json",)), shards=1)
    run_batch(articles, plan, journal)
    shard = out / "part-00000-of-00001.jsonl"
    whole = shard.read_bytes()
    shard.write_bytes(b"".join(whole.splitlines(keepends=True)[1:]))
    results = run_batch(articles, plan, journal, resume=True)
    assert [one.record.code for one in results if one.is_new] == ["output-lost"]
    run_batch(articles, plan, journal, resume=True)
    assert shard.read_bytes() == whole


# --------------------------------------------------------------------------------------------------- plans


def test_faults_of_the_settings_are_found_before_an_article_is_read(out: Path) -> None:
    with pytest.raises(ConverterError, match="nothing"):
        Kits(plan_for(out, style="nothing"))


def test_documents_that_choose_the_same_share_their_files(out: Path) -> None:
    kits = Kits(plan_for(out))
    one, first = kits.kit_of(Item("a", "a", (("style", "memo"), ("title", "A"))))
    two, second = kits.kit_of(Item("b", "b", (("style", "memo"), ("title", "B"))))
    assert one.style("en") is two.style("en")
    assert (one.settings.title, two.settings.title) == ("A", "B")
    assert first != second
    assert kits.kit_of(Item("c", "c"))[0] is kits.plain


def test_shards_of_another_number_are_told_before_anything_is_done(
    articles: Path, out: Path, journal: Path
) -> None:
    run_batch(articles, replace(plan_for(out, formats=("json",)), shards=2), journal)
    target = target_of(str(out))
    check_count(target, 2)
    with pytest.raises(UsageError, match=r"lies there in 2 shards, such as part-00000-of-00002\.jsonl"):
        check_count(target, 3)
