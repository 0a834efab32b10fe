"""Small files that unfold without measure: each is read, or refused in one line, within its limits."""

from collections.abc import Callable

import pytest

from converter.errors import InputError
from converter.guard.bounds import Spent
from converter.limits import LIMITS
from converter.readers import read
from converter.readers.original import Original
from converter.readers.plainness import is_plain, is_small
from tests.guard import bombs
from tests.limited import limited
from tests.ooxml.making import zipped
from tests.readers.docx.making import package


@pytest.mark.parametrize("make", [bombs.unfolding_pdf, bombs.branching_pdf])
def test_a_pdf_that_unfolds_is_one_line(make: Callable[[], bytes]) -> None:
    data = make()
    assert is_small(data)
    with limited(seconds=10, memory_bytes=250_000_000), pytest.raises(InputError) as caught:
        read(Original(data, "a.pdf"))
    assert caught.value.code in {"input-too-slow", "input-too-hungry", "reader-died"}
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("make", [bombs.deep_pdf, bombs.spanning_page, bombs.deep_page])
def test_what_only_looks_like_a_bomb_to_our_readers_is_read(make: Callable[[], bytes]) -> None:
    article = read(Original(make(), "a"))
    assert article.text.startswith("Hello there")


def test_text_that_libraries_take_quadratic_time_for_ends_in_this_process_too() -> None:
    data = bombs.bracketed_markdown()
    with limited(whole=True, seconds=1, guard=False), pytest.raises(InputError) as caught, Spent("a.md"):
        read(Original(data, "a.md"))
    assert caught.value.code == "input-too-slow"


@pytest.mark.parametrize(
    ("format", "data", "plain"),
    [
        ("txt", b"Hello there.", True),
        ("md", b"# Hello\n\nThere.", True),
        ("html", b"<!doctype html><p>Hello <a href='https://example.org/a/b'>there</a>.", True),
        ("html", bombs.spanning_page(1), False),
        ("html", b"<br>" * 5_001, False),
        ("html", b"<p " + b"a " * 501 + b">Hello", False),
        ("html", b"<p/" + b"a/" * 501 + b">Hello", False),
        ("html", b"<p>" + b"Hello " * 60_000, False),
        ("docx", zipped(package("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>")), True),
        ("docx", zipped(package("<w:p/>" * 400_000)), False),
        ("docx", zipped(package("", parts={f"{n}.xml": b"" for n in range(200)})), False),
        ("docx", b"PK\x03\x04 and no more", False),
        ("pdf", bombs.deep_pdf(1), False),
        ("org", b"* Hello", False),
    ],
)
def test_what_is_plainly_small_and_plain_is_told_at_a_glance(format: str, data: bytes, plain: bool) -> None:  # noqa: A002, FBT001
    assert is_small(data)
    assert is_plain(data, format) is plain


def test_what_is_large_is_read_by_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr("converter.guard.guarding.guarded", lambda *_arguments, where: calls.append(where))
    read(Original(b"Hello there. " * 80_000, "large.txt"))
    assert read(Original(b"Hello there.", "small.txt")).text == "Hello there."
    assert calls == ["large.txt"]
    assert LIMITS.guard
