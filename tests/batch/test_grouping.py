"""Rows that have one value in a column become one digest."""

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.batch.grouping import grouped
from converter.batch.records import Item
from converter.batch.sources import items
from converter.cli import main
from converter.errors import InputError, UsageError
from tests.batch.articles import codes, plan_for, records_of, run_batch, tree, write_articles
from tests.batch.test_lists import listed

ROWS = """\
path,topic,style,lang
0/article-000.txt,Harbours,memo,
1/article-001.txt,Trams,,
0/article-002.txt,Harbours,,en
1/article-003.txt,,,
0/article-004.txt,Trams,,
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "in", 6)
    (tmp_path / "in" / "list.csv").write_text(ROWS, "utf-8")
    return tmp_path / "in"


def groups(source: Path) -> list[Item]:
    return list(items(str(source), group_by="Topic"))


def test_groups_stand_in_the_order_of_their_first_rows(articles: Path) -> None:
    wrong, harbours, trams = groups(articles / "list.csv")
    assert wrong.fault == (
        "list-invalid",
        f"{articles}/list.csv:5:1: there is no 'Topic'; fill it in",
    )
    assert [one.id for one in (harbours, trams)] == ["Harbours", "Trams"]
    assert [one.id for one in harbours.members] == ["0/article-000.txt", "0/article-002.txt"]
    assert [one.id for one in trams.members] == ["1/article-001.txt", "0/article-004.txt"]
    assert harbours.source == f"{articles}/list.csv (Topic: Harbours)"


def test_what_rows_choose_for_the_report_holds_for_all_of_the_group(articles: Path) -> None:
    _, harbours, trams = groups(articles / "list.csv")
    assert harbours.choice == (("title", "Harbours"), ("style", "memo"))
    assert [one.choice for one in harbours.members] == [
        harbours.choice,
        (*harbours.choice, ("lang", "en")),
    ]
    assert trams.choice == (("title", "Trams"),)


def test_rows_that_choose_differently_are_told() -> None:
    rows = listed("path,topic,style\na.txt,T,memo\nb.txt,T,plain\nc.txt,U,plain\n", group="topic")
    wrong, other = grouped(iter(rows), "topic")
    assert wrong.fault[1] == (
        "list.csv:3:1: style is 'plain', and 'memo' in a row of 'T' before; one report has one of them"
    )
    assert other.members


def test_names_of_groups_may_hold_anything() -> None:
    names = ["../up", "\ud800", "ß/ẞ", "a\x00b"]
    lines = "\n".join(json.dumps({"path": "a.txt", "topic": name}) for name in names)
    assert [one.id for one in grouped(iter(listed(lines, "list.jsonl", group="topic")), "topic")] == names


@pytest.mark.parametrize("source", ["", "*.txt"])
def test_a_source_without_columns_has_no_groups(articles: Path, source: str) -> None:
    with pytest.raises(UsageError, match="--group-by is for lists"):
        groups(articles / source)


def test_a_list_without_the_column_is_told(articles: Path) -> None:
    with pytest.raises(
        InputError, match=r"list.csv:1:1: there is no column 'region'; let the first row name"
    ):
        list(items(str(articles / "list.csv"), group_by="region"))


def run(articles: Path, out: Path, journal: Path, *, resume: bool = False) -> list[str]:
    found = items(str(articles / "list.csv"), group_by="topic")
    return codes(run_batch("", plan_for(out, formats=("md", "json")), journal, resume=resume, more=found))


def test_each_group_has_a_report_and_a_record(articles: Path, out: Path, journal: Path) -> None:
    assert run(articles, out, journal) == ["list-invalid", "done", "done"]
    assert set(tree(out)) == {"Harbours.md", "Harbours.json", "Trams.md", "Trams.json"}
    assert len(json.loads((out / "Trams.json").read_text("utf-8"))["sources"]) == 2
    assert run(articles, out, journal, resume=True) == ["list-invalid", "done", "done"]
    assert {one.attempt for one in records_of(journal).values()} == {1}


def test_a_group_is_done_again_when_one_of_its_articles_changes(
    articles: Path, out: Path, journal: Path
) -> None:
    run(articles, out, journal)
    (articles / "0" / "article-004.txt").write_text("Trams\n\nThe trams are late.\n", "utf-8")
    run(articles, out, journal, resume=True)
    assert {name: one.attempt for name, one in records_of(journal).items()} == {
        "article-003.txt": 1,
        "list.csv (topic: Harbours)": 1,
        "list.csv (topic: Trams)": 2,
    }


def test_a_digest_without_some_of_its_articles_is_told_and_completed_later(
    articles: Path, out: Path, journal: Path
) -> None:
    text = (articles / "0" / "article-004.txt").read_bytes()
    (articles / "0" / "article-004.txt").unlink()
    run(articles, out, journal)
    record = records_of(journal)["list.csv (topic: Trams)"]
    assert (record.status, record.code) == ("done", "article-missing")
    assert "1 of 2 articles could not be read: " in record.text
    assert "article-004.txt" in (out / "Trams.md").read_text("utf-8")
    (articles / "0" / "article-004.txt").write_bytes(text)
    run(articles, out, journal, resume=True)
    record = records_of(journal)["list.csv (topic: Trams)"]
    assert (record.code, record.text, record.attempt) == ("", "", 2)


def test_one_that_still_lacks_an_article_is_told_again(
    articles: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (articles / "0" / "article-004.txt").unlink()
    words = [
        "batch",
        str(articles / "list.csv"),
        "-o",
        str(out),
        "-t",
        "md",
        "-j",
        "0",
        "--group-by",
        "topic",
    ]
    assert main(words) == 1
    first = capfd.readouterr().err
    assert main([*words, "--resume"]) == 1
    again = capfd.readouterr().err
    told = [line for line in first.splitlines() if "could not be read" in line]
    assert len(told) == 1
    assert told[0] in again
    assert "2 unchanged, 1 of these without some of their articles" in again


def test_a_digest_without_any_article_fails(articles: Path, out: Path, journal: Path) -> None:
    for name in ("0/article-004.txt", "1/article-001.txt"):
        (articles / name).unlink()
    assert run(articles, out, journal) == ["list-invalid", "done", "digest-empty"]


def test_articles_stand_in_the_order_that_is_asked_for(articles: Path, out: Path, journal: Path) -> None:
    lines = [
        {"text": f"---\ndate: 2026-0{month}-01\n---\n# Month {month}\n\nIt was month {month}.\n", "of": "x"}
        for month in (1, 3, 2)
    ]
    (articles / "news.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    plan = replace(plan_for(out, formats=("md",)), order="date")
    found = items(str(articles / "news.jsonl"), text_column="text", group_by="of")
    run_batch("", plan, journal, more=found)
    titles = re.findall(r"^## (Month \d)$", (out / "x.md").read_text("utf-8"), re.MULTILINE)
    assert titles == ["Month 3", "Month 2", "Month 1"]


def test_spaces_around_a_value_make_no_other_group() -> None:
    lines = "\n".join(json.dumps({"path": "a.txt", "topic": name}) for name in ("x ", "x", " "))
    wrong, group = grouped(iter(listed(lines, "list.jsonl", group="topic")), "topic")
    assert wrong.fault[0] == "list-invalid"
    assert len(group.members) == 2


def test_a_column_without_a_name_puts_nothing_together() -> None:
    (found,) = listed(",path\n0,a.txt\n")
    assert found.group == ""


def test_a_digest_cannot_stand_in_a_digest(articles: Path, out: Path, journal: Path) -> None:
    names = [str(articles / "0" / f"article-00{number}.txt") for number in (0, 2)]
    assert main(["digest", *names, "--embed", "source", "-o", str(articles / "digest.docx"), "-q"]) == 0
    rows = "path,topic\ndigest.docx,T\n0/article-004.txt,T\n"
    (articles / "list.csv").write_text(rows, "utf-8")
    run(articles, out, journal)
    (record,) = records_of(journal).values()
    assert record.status == "done"
    assert "digest.docx: is a digest, and cannot stand in another; name its articles" in record.text
