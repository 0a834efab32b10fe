"""S3 as source and target, as a real client and a real server speak it."""

import json
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.batch.plan import Plan
from converter.batch.sources import items
from converter.batch.targets import target_of
from converter.errors import OutputError
from tests.batch.articles import (
    TEXT,
    codes,
    finished,
    plan_for,
    records_of,
    run_batch,
    tree,
    write_articles,
)
from tests.servers.faulty import Call, Fault, Proxy
from tests.servers.s3 import PAGE, S3

COUNT = 6
REPORTS = 2


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "in", COUNT)
    return tmp_path / "in"


@pytest.fixture
def buckets(store: S3, articles: Path) -> S3:
    files = {
        path.relative_to(articles).as_posix(): path.read_bytes() for path in sorted(articles.rglob("*.txt"))
    }
    store.make_bucket("news", {f"articles/{name}": data for name, data in files.items()})
    store.make_bucket("out")
    return store


def text(number: int) -> bytes:
    return TEXT.format(number=number).encode()


def reports(between: Proxy) -> list[Call]:
    """Return the requests to write a report."""
    return [call for call in between.calls if call.method == "PUT" and ".briefing.tmp" not in call.path]


def test_the_standard_variables_are_all_that_is_needed(
    buckets: S3, between: Proxy, articles: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.jsonl"
    options = ("-t", "md,json", "-j", "2", "--chunk", "2", "--journal", journal)
    call = ("batch", "s3://news/articles", "-o", "s3://out/reports", *options)
    assert finished(*call)[0] == 0
    run_batch(articles, plan_for(tmp_path / "out"), tmp_path / "local.jsonl")
    local = {name: (tmp_path / "out" / name).read_bytes() for name in tree(tmp_path / "out")}
    assert buckets.objects("out", "reports/") == local
    assert len(records_of(journal)) == COUNT
    # the store itself is asked to refuse where an object is
    assert {put.headers.get("if-none-match") for put in reports(between)} == {"*"}
    between.calls.clear()
    code, _, stderr = finished(*call, "--resume")
    assert (code, reports(between)) == (0, [])
    assert f"0 done, {COUNT} unchanged" in stderr


@pytest.mark.usefixtures("buckets")
def test_a_profile_is_all_that_is_needed(
    between: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name)
    (tmp_path / "config").write_text(
        "[profile house]\naws_access_key_id = testing\naws_secret_access_key = testing\n"
        f"region = eu-north-1\nendpoint_url = http://127.0.0.1:{between.port}\n",
        "ascii",
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_PROFILE", "house")
    assert len(list(items("s3://news/articles"))) == COUNT


def test_an_article_costs_one_request_and_one_for_each_report(
    buckets: S3, between: Proxy, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.jsonl"
    source, plan = "s3://news/articles", plan_for("s3://out/reports")
    run_batch(source, plan, journal)
    once = {"HEAD": 1, "LIST": 2, "DELETE": 1}
    assert {kind: between.count(kind) for kind in once} == once
    assert (between.count("GET"), between.count("PUT")) == (COUNT, 2 + COUNT * REPORTS)
    assert between.count() == sum(once.values()) + 2 + COUNT * (1 + REPORTS)
    between.calls.clear()
    run_batch(source, plan, journal, resume=True)
    assert (between.count("GET"), between.count("PUT")) == (COUNT, 0)
    assert between.count("HEAD") == 1 + COUNT * REPORTS
    assert between.count() == 1 + 2 + COUNT * (1 + REPORTS)
    assert len(buckets.objects("out")) == COUNT * REPORTS


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("s3://news/articles/0/*.txt", ["article-000.txt", "article-002.txt", "article-004.txt"]),
        ("s3://news/articles/**/article-00[12].txt", ["0/article-002.txt", "1/article-001.txt"]),
        ("s3://news/articles/list.txt", ["0/article-000.txt"]),
        ("s3://news/articles/list.csv", ["0/article-000.txt", "second"]),
    ],
)
@pytest.mark.usefixtures("between")
def test_globs_and_lists_name_objects(buckets: S3, source: str, found: list[str], tmp_path: Path) -> None:
    buckets.put(
        "news",
        {
            "articles/list.txt": b"0/article-000.txt\n",
            "articles/list.csv": b"path,title,id\n0/article-000.txt,One,\n"
            b"s3://news/articles/1/article-001.txt,Two,second\n",
        },
    )
    results = run_batch(source, plan_for("s3://out/reports"), tmp_path / "journal.jsonl")
    assert codes(results) == ["done"] * len(found)
    assert [name for name in buckets.objects("out", "reports/") if name.endswith("md")] == [
        f"{name}.md" for name in found
    ]


def test_a_list_may_hold_the_articles(buckets: S3, between: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.dumps({"id": f"n{number}", "text": f"Article {number}."}) for number in range(40)]
    buckets.put("news", {"corpus.jsonl": "\n".join(rows).encode()})
    monkeypatch.setattr("converter.batch.store_file._PIECE_BYTES", 500)
    found = items("s3://news/corpus.jsonl", text_column="text")
    assert [item.id for item in islice(found, 5)] == [f"n{number}" for number in range(5)]
    # read piece by piece, as rows are needed
    assert between.count("GET") == 1
    assert len(list(found)) == 35
    assert between.count("GET") > 3


@pytest.mark.usefixtures("between")
def test_shards_grow_and_are_those_of_a_folder(buckets: S3, tmp_path: Path) -> None:
    def shards(target: object) -> Plan:
        return replace(plan_for(target, formats=("json",)), shards=2)

    journal = tmp_path / "journal.jsonl"
    run_batch("s3://news/articles", shards("s3://out/shards"), journal)
    buckets.put("news", {"articles/z.txt": text(99)})
    results = run_batch("s3://news/articles", shards("s3://out/shards"), journal, resume=True)
    assert sum(result.is_new for result in results) == 1
    run_batch("s3://news/articles", shards(tmp_path / "out"), tmp_path / "local.jsonl")
    local = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("part-*")}
    assert buckets.objects("out", "shards/") == local
    assert len(b"".join(local.values()).splitlines()) == COUNT + 1


def test_what_is_there_and_differs_is_replaced_on_request_alone(
    buckets: S3, between: Proxy, tmp_path: Path
) -> None:
    buckets.put("out", {"reports/0/article-002.txt.md": b"my own words"})
    results = run_batch("s3://news/articles", plan_for("s3://out/reports"), tmp_path / "one")
    assert sorted(codes(results)) == ["done"] * (COUNT - 1) + ["output-exists"]
    there = buckets.objects("out", "reports/")
    assert there["0/article-002.txt.md"] == b"my own words"
    # all reports of an article or none
    assert "0/article-002.txt.json" not in there
    between.calls.clear()
    forced = plan_for("s3://out/reports", force=True)
    assert codes(run_batch("s3://news/articles", forced, tmp_path / "two")) == ["done"] * COUNT
    assert b"Harbour" in buckets.objects("out", "reports/")["0/article-002.txt.md"]


def test_what_another_run_writes_in_the_same_moment_is_not_replaced(buckets: S3, between: Proxy) -> None:
    def other(call: Call) -> Fault | None:
        # it comes first, while this request is under way
        if call.method == "PUT" and call.path == "/out/reports/a.md":
            buckets.put("out", {"reports/a.md": b"of the other"})
        return None

    target = target_of("s3://out/reports")
    target.check()
    between.choose = other
    with pytest.raises(OutputError) as raised:
        target.publish({"a.json": b"{}", "a.md": b"of this one"}, {})
    assert raised.value.code == "output-exists"
    assert buckets.objects("out") == {"reports/a.md": b"of the other"}


@pytest.mark.parametrize(
    "answer", [None, Fault(501, "NotImplemented", "A header you provided is not known.")]
)
def test_a_store_that_knows_no_conditions_is_looked_into_first(
    buckets: S3, between: Proxy, answer: Fault | None
) -> None:
    between.dropped = frozenset({"if-none-match"})
    between.choose = lambda call: answer if "if-none-match" in call.headers else None
    buckets.put("out", {"reports/a.md": b"old"})
    target = target_of("s3://out/reports")
    target.check()
    with pytest.raises(OutputError) as raised:
        target.publish({"a.md": b"new"}, {})
    assert raised.value.code == "output-exists"
    target.publish({"b.md": b"new"}, {})
    assert buckets.objects("out") == {"reports/a.md": b"old", "reports/b.md": b"new"}


ODD = (
    "a b",
    "a#b",
    "a?b",
    "a%20b",
    "a+b",
    "a::b",
    "a&b=c",
    'a"b',
    "é ü",
    "日本/語",
    "x//y",
    "[1]",
    "*",
    "a\\b",
)


@pytest.mark.usefixtures("between")
def test_names_may_be_odd(store: S3, tmp_path: Path) -> None:
    store.make_bucket("odd", {f"in/{name}.txt": text(number) for number, name in enumerate(ODD)})
    # folders, as some tools make them, an empty file, and what is hidden
    store.put(
        "odd", {"in/": b"", "in/sub/": b"", "in/empty.txt": b"", "in/.git/x.txt": b"x", "inside.txt": b"x"}
    )
    results = run_batch("s3://odd/in", plan_for("s3://odd/out", formats=("md",)), tmp_path / "journal")
    assert sorted(codes(results)) == ["done"] * len(ODD) + ["input-empty"]
    reports = store.objects("odd", "out/")
    assert len(reports) == len(ODD)
    for number in range(len(ODD)):
        assert sum(f"Harbour {number} of".encode() in data for data in reports.values()) == 1


@pytest.mark.usefixtures("between")
def test_a_bucket_may_be_a_source_with_the_reports_below_it(buckets: S3, tmp_path: Path) -> None:
    plan, journal = plan_for("s3://news/reports", formats=("md",)), tmp_path / "journal"
    assert codes(run_batch("s3://news", plan, journal)) == ["done"] * COUNT
    assert min(buckets.objects("news", "reports/")) == "articles/0/article-000.txt.md"
    assert not any(result.is_new for result in run_batch("s3://news", plan, journal, resume=True))


def test_a_long_listing_is_read_a_page_after_the_other(store: S3, between: Proxy) -> None:
    count = 2 * PAGE + 10
    store.make_bucket("long", {f"in/{number:05}.txt": b"x" for number in range(count)})
    found = items("s3://long/in", skipped=["s3://long/in/00003.txt"])
    between.calls.clear()
    assert [item.id for item in islice(found, 4)] == ["00000.txt", "00001.txt", "00002.txt", "00004.txt"]
    assert between.count("LIST") == 0, "the first page came with the first article"
    assert sum(1 for _ in found) == count - 5
    assert between.count("LIST") == 2
