"""Word templates that are not plainly small are read by a child that can be ended."""

import os
from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.pipeline.templates import apart, rehearse
from tests.guard import work
from tests.hostile.making import word
from tests.limited import limited
from tests.ooxml.making import zipped


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.docx"
    path.write_bytes(zipped(word()))
    return str(path)


@pytest.fixture
def large(tmp_path: Path) -> str:
    path = tmp_path / "large.docx"
    path.write_bytes(zipped({**word(), "word/media/image1.png": os.urandom(1_100_000)}))
    return str(path)


def test_a_small_template_is_read_here_and_a_large_one_by_a_child(small: str, large: str) -> None:
    assert apart(work.who_loads, small, 1, "b") == (os.getpid(), small, (1, "b"))
    process, *told = apart(work.who_loads, large, 1, "b")
    assert told == [large, (1, "b")]
    assert process != os.getpid()


def test_only_a_large_template_is_rehearsed(small: str, large: str) -> None:
    rehearse(work.refuse_in_child, small)
    with pytest.raises(StyleError, match="this is no Word template"):
        rehearse(work.refuse_in_child, large)


def test_a_template_that_takes_too_long_is_no_template(large: str) -> None:
    for call in (apart, rehearse):
        with limited(seconds=0.3), pytest.raises(StyleError) as caught:
            call(work.spin_over, large)
        assert caught.value.code == "template-unreadable"
        assert caught.value.what.startswith("the Word template takes longer than 0.3 seconds")
        assert caught.value.where == large
