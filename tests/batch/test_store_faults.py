"""S3 that is slow, busy, cut off or gone: what passes is tried again, the rest is recorded and resumed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.batch.engines import serial
from converter.batch.sources import items
from converter.cli import main
from converter.errors import ConverterError, InputError, OutputError
from tests.batch.articles import TEXT, codes, plan_for, run_batch
from tests.servers.faulty import (
    CUT,
    DENIED,
    EXPIRED,
    HALF,
    LOST,
    SLOW_DOWN,
    STALL,
    UNAVAILABLE,
    WRONG_KEY,
    Call,
    Fault,
    Proxy,
)
from tests.servers.s3 import PAGE, S3

COUNT = 4
SOURCE, TARGET = "s3://news/articles", "s3://out/reports"

Batch = Callable[..., list[str]]


@pytest.fixture
def buckets(store: S3, between: Proxy, monkeypatch: pytest.MonkeyPatch) -> S3:
    """Return a store with articles; each request has one attempt, apart from those that s3fs adds itself."""
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    store.make_bucket("news", {f"articles/{n}.txt": TEXT.format(number=n).encode() for n in range(COUNT)})
    store.make_bucket("out")
    assert between.calls == []
    return store


@pytest.fixture
def patience(buckets: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each request three attempts, as Amazon's own tools do."""
    assert buckets.names()
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "3")


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Return what runs a batch, and returns what became of each article."""

    def run(*, resume: bool = False) -> list[str]:
        engine = replace(serial(), chunk=5)
        journal = tmp_path / "journal.jsonl"
        return codes(run_batch(SOURCE, plan_for(TARGET), journal, engine=engine, resume=resume))

    return run


def once(fault: Fault, is_meant: Callable[[Call], bool]) -> Callable[[Call], Fault | None]:
    """Return what fails the first request that is meant."""
    left = [fault]
    return lambda call: left.pop() if left and is_meant(call) else None


def always(fault: Fault, is_meant: Callable[[Call], bool]) -> Callable[[Call], Fault | None]:
    """Return what fails all requests that are meant."""
    return lambda call: fault if is_meant(call) else None


def is_article(call: Call) -> bool:
    return call.path == "/news/articles/2.txt"


def is_report(call: Call) -> bool:
    return call.method == "PUT" and call.path == "/out/reports/2.txt.json"


@pytest.mark.parametrize(
    ("is_meant", "fault"),
    [
        *((is_article, fault) for fault in (SLOW_DOWN, UNAVAILABLE, CUT, HALF)),
        *((is_report, fault) for fault in (SLOW_DOWN, UNAVAILABLE, CUT, LOST)),
    ],
    ids=lambda one: one.__name__ if callable(one) else one.code or one.act,
)
@pytest.mark.usefixtures("patience")
def test_what_passes_is_tried_again(
    buckets: S3, between: Proxy, batch: Batch, fault: Fault, is_meant: Callable[[Call], bool]
) -> None:
    between.choose = once(fault, is_meant)
    assert batch() == ["done"] * COUNT
    assert sum(map(is_meant, between.calls)) > 1
    assert len(buckets.objects("out")) == 2 * COUNT


@pytest.mark.parametrize("fault", [UNAVAILABLE, EXPIRED, CUT], ids=["busy", "expired", "cut"])
@pytest.mark.parametrize("is_meant", [is_article, is_report], ids=["read", "write"])
def test_what_does_not_pass_is_recorded_and_resumed(
    buckets: S3, between: Proxy, batch: Batch, fault: Fault, is_meant: Callable[[Call], bool]
) -> None:
    batch()
    undisturbed = buckets.objects("out")
    for key in undisturbed:
        buckets.client().delete_object(Bucket="out", Key=key)
    between.choose = always(fault, is_meant)
    assert sorted(batch(resume=True)) == ["done"] * (COUNT - 1) + ["store-unreachable"]
    # nothing is there of an article of which something cannot be written
    assert [key for key in undisturbed if key not in buckets.objects("out")] == [
        "reports/2.txt.json",
        "reports/2.txt.md",
    ]
    between.choose = lambda _: None
    assert batch(resume=True) == ["done"] * COUNT
    assert buckets.objects("out") == undisturbed


def test_a_store_that_never_answers_is_waited_for_so_long(
    buckets: S3, between: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stalling(call: Call) -> Fault | None:
        # for the one request that is never answered, there is little patience
        monkeypatch.setattr("converter.batch.stores.PATIENCE_S", 0.2 if "1.txt" in call.path else 120)
        return STALL if is_article(call) else None

    between.choose = stalling
    results = run_batch(SOURCE, plan_for(tmp_path / "out"), tmp_path / "journal")
    (failed,) = [result.record for result in results if result.record.code]
    assert failed.text == (
        "s3://news/articles/2.txt: cannot be read: it does not answer in time;"
        " see to the store, then add --resume"
    )
    assert (failed.code, len(buckets.objects("news"))) == ("store-unreachable", COUNT)


def test_an_object_that_may_not_be_read_is_told_of_itself(buckets: S3, between: Proxy, batch: Batch) -> None:
    between.choose = always(DENIED, is_article)
    assert sorted(batch()) == ["done"] * (COUNT - 1) + ["input-unreadable"]
    assert len(buckets.objects("out")) == 2 * (COUNT - 1)


MANY = 12


@pytest.fixture
def many(buckets: S3, monkeypatch: pytest.MonkeyPatch) -> S3:
    """Return the store with more articles than may fail before a batch ends."""
    monkeypatch.setattr("converter.batch.driver._MOST_IN_VAIN", 10)
    buckets.put("news", {f"articles/{n}.txt": TEXT.format(number=n).encode() for n in range(COUNT, MANY)})
    return buckets


@pytest.mark.parametrize(
    ("bucket", "error"), [("news", InputError), ("out", OutputError)], ids=["source", "target"]
)
def test_a_store_that_is_gone_ends_the_batch_soon(
    many: S3, between: Proxy, batch: Batch, bucket: str, error: type[ConverterError]
) -> None:
    def gone(call: Call) -> Fault | None:
        has_begun = between.count("GET") > 0
        return UNAVAILABLE if has_begun and call.path.startswith(f"/{bucket}/") else None

    between.choose = gone
    with pytest.raises(error, match="10 articles in a row failed by no fault of their own") as raised:
        batch()
    assert raised.value.code == "batch-in-vain"
    # three of each chunk were tried, and one more look was taken
    assert between.count("GET") <= 3 + 3 + 1
    between.choose = lambda _: None
    assert batch(resume=True) == ["done"] * MANY
    assert len(many.objects("out")) == 2 * MANY


def test_a_store_that_is_back_after_many_failures_is_gone_on_with(
    many: S3, between: Proxy, batch: Batch
) -> None:
    between.choose = lambda call: UNAVAILABLE if call.kind == "GET" and between.count("GET") <= 6 else None
    found = batch()
    assert (found.count("store-unreachable"), found.count("done")) == (10, 2)
    assert len(many.objects("out")) == 2 * 2


Refusal = tuple[str, Fault, int, str]

REFUSALS: list[Refusal] = [
    (place, fault, code, f"{line}: {words}")
    for fault, words in (
        (WRONG_KEY, "the aws access key id you provided does not exist in our records"),
        (EXPIRED, "the provided token has expired"),
    )
    for place, code, line in (
        ("/news", 3, f"{SOURCE}: cannot be read"),
        ("/out", 5, f"{TARGET}: cannot be written"),
    )
] + [
    # what is asked first of a source is answered without a body
    ("/news", UNAVAILABLE, 3, f"{SOURCE}: cannot be read: service unavailable"),
    ("/out", UNAVAILABLE, 5, f"{TARGET}: cannot be written: service is unable to handle request"),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda one: f"{one[1].code}{one[0]}")
@pytest.mark.usefixtures("buckets")
def test_a_store_that_lets_nobody_in_is_told_before_anything_is_done(
    between: Proxy, tmp_path: Path, capsys: pytest.CaptureFixture[str], refusal: Refusal
) -> None:
    place, fault, code, line = refusal
    between.choose = lambda call: fault if call.path.startswith(place) else None
    journal = tmp_path / "journal.jsonl"
    assert main(["batch", SOURCE, "-o", TARGET, "-j", "0", "--journal", str(journal)]) == code
    assert capsys.readouterr().err == f"briefing: {line}; see to the store, then add --resume\n"
    assert not journal.exists()


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [("s3://none/articles", TARGET, 3), ("s3://none/*.txt", TARGET, 3), (SOURCE, "s3://none/reports", 5)],
)
@pytest.mark.usefixtures("buckets")
def test_a_bucket_that_does_not_exist_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str, target: str, code: int
) -> None:
    journal = str(tmp_path / "journal.jsonl")
    assert main(["batch", source, "-o", target, "-j", "0", "--journal", journal]) == code
    line = f"{source}: cannot be read" if code == 3 else f"{target}: cannot be written"
    assert capsys.readouterr().err == (
        f"briefing: {line}: the specified bucket does not exist; see to the store, then add --resume\n"
    )


@pytest.mark.usefixtures("buckets")
def test_credentials_that_are_not_there_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert main(["batch", SOURCE, "-o", str(tmp_path / "out") + "/", "-j", "0"]) == 3
    assert capsys.readouterr().err == (
        f"briefing: {SOURCE}: cannot be read: unable to locate credentials;"
        " see to the store, then add --resume\n"
    )


def test_a_bucket_that_vanishes_midway_is_recorded_and_resumed(
    buckets: S3, between: Proxy, batch: Batch
) -> None:
    objects = buckets.objects("news")

    def vanishing(call: Call) -> None:
        if is_article(call) and "news" in buckets.names():
            buckets.remove_bucket("news")

    between.choose = vanishing
    assert batch() == ["done", "done", "store-unreachable", "store-unreachable"]
    between.choose = lambda _: None
    buckets.make_bucket("news", objects)
    assert batch(resume=True) == ["done"] * COUNT
    assert len(buckets.objects("out")) == 2 * COUNT


def test_a_listing_that_breaks_off_is_recorded(buckets: S3, between: Proxy) -> None:
    buckets.put("news", {f"articles/{n}.txt": b"x" for n in range(COUNT, PAGE + 10)})
    between.choose = always(UNAVAILABLE, lambda call: "continuation-token" in call.query)
    found = list(items(SOURCE))
    assert len(found) == PAGE + 1
    code, line = found[-1].fault
    assert code == "store-unreachable"
    assert line.startswith(f"{SOURCE}: the folder cannot be read: service is unable to handle request; see")


def test_a_list_that_breaks_off_is_told(buckets: S3, between: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    buckets.put("news", {"list.txt": b"a.txt\n" * 1000})
    monkeypatch.setattr("converter.batch.store_file._PIECE_BYTES", 1000)
    between.choose = lambda call: UNAVAILABLE if call.kind == "GET" and between.count("GET") > 2 else None
    with pytest.raises(InputError, match=r"s3://news/list.txt: cannot be read: service is unable") as raised:
        list(items("s3://news/list.txt"))
    assert raised.value.code == "store-unreachable"
