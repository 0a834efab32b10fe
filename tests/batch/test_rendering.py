"""Articles of one call in several processes: what comes back is what this process would have made."""

from pathlib import Path

import pytest

from converter.batch.rendering import _paced, all_rendered
from converter.configuration import Settings
from converter.pipeline.kit import Kit
from converter.pipeline.rendering import drafted, rendered
from tests.batch.articles import bad_readers, finished, tree, write_articles

SETTINGS = Settings(formats=("md", "json"))


def test_many_articles_come_back_in_their_order_as_one_process_makes_them(tmp_path: Path) -> None:
    sources = [str(path) for path in write_articles(tmp_path, 23)]
    sources[7:7] = [str(tmp_path / "missing.txt")]
    several = list(all_rendered(sources, SETTINGS, 2))
    kit = Kit(SETTINGS)
    one = [rendered(drafted(source, kit), kit) for source in sources]
    assert [result.location for result in several] == sources
    assert [(r.name, r.sums, r.word_count, r.notices) for r in several] == [
        (r.name, r.sums, r.word_count, r.notices) for r in one
    ]
    assert [[report.sha256 for report in r.reports] for r in several] == [
        [report.sha256 for report in r.reports] for r in one
    ]
    assert [str(r.error) for r in several if r.error] == [str(one[7].error)]


def test_fewer_articles_than_processes_are_converted_all_the_same(tmp_path: Path) -> None:
    sources = [str(path) for path in write_articles(tmp_path, 2)]
    assert [bool(one.reports) for one in all_rendered(sources, SETTINGS, 8)] == [True, True]


def test_convert_says_and_writes_the_same_with_any_number_of_processes(tmp_path: Path) -> None:
    articles = [path.relative_to(tmp_path) for path in write_articles(tmp_path, 12)]
    words = ["convert", *articles, "missing.txt", *articles[:1], "-t", "md"]
    ran = {jobs: finished(*words, "-o", f"out{jobs}", "-j", jobs, folder=tmp_path) for jobs in (0, 1, 3)}
    code, stdout, stderr = ran[0]
    assert (code, len(stdout.splitlines()), len(stderr.splitlines())) == (1, 12, 2)
    for jobs, said in ran.items():
        assert said == (code, stdout.replace("out0", f"out{jobs}"), stderr.replace("out0", f"out{jobs}"))
        assert tree(tmp_path / f"out{jobs}") == tree(tmp_path / "out0")


def test_an_article_that_ends_its_process_is_told_and_takes_no_other_along(tmp_path: Path) -> None:
    articles = write_articles(tmp_path, 6)
    (tmp_path / "x.deadly").write_text("deadly", "utf-8")
    words = [
        "convert",
        *articles[:3],
        tmp_path / "x.deadly",
        *articles[3:],
        "-t",
        "md",
        "-o",
        tmp_path / "out",
    ]
    # with a guard, what ends is a child of the process
    env = {**bad_readers(tmp_path), "BRIEFING_LIMITS": "guard=off"}
    code, stdout, stderr = finished(*words, "-j", 2, env=env)
    assert (code, len(stdout.splitlines())) == (1, 6)
    assert stderr.endswith(
        "x.deadly: the process that worked on it died, 3 times; convert it alone to see why\n"
    )
    assert len(stderr.splitlines()) == 1


def test_a_fault_of_ours_in_another_process_is_told_with_its_place(tmp_path: Path) -> None:
    articles = write_articles(tmp_path, 2)
    (tmp_path / "x.faulty").write_text("faulty", "utf-8")
    words = ["convert", *articles, tmp_path / "x.faulty", "-t", "md", "-o", tmp_path / "out", "-j", 2, "-v"]
    code, _, stderr = finished(*words, env=bad_readers(tmp_path))
    assert code == 1
    assert "in read_faulty" in stderr
    assert "a fault of ours: ZeroDivisionError that should not have happened" in stderr


def test_articles_wait_for_one_in_front_of_them_and_no_more_than_so_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("converter.batch.rendering._MOST_WAITING", 1)
    sources = [str(path) for path in write_articles(tmp_path, 30)]
    assert [one.location for one in all_rendered(sources, SETTINGS, 2)] == sources


def test_chunks_are_held_back_while_there_is_no_room() -> None:
    rooms = iter([True, False, False, True])
    assert list(_paced([[(0, "a")], [(1, "b")]], lambda: next(rooms))) == [
        [(0, "a")],
        None,
        None,
        [(1, "b")],
    ]
