"""Names of reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.batch.names import check_pattern, name_of
from converter.batch.records import Item
from converter.errors import UsageError


def name(identity: str, pattern: str = "{relpath}", title: str = "a-title") -> str:
    return name_of(Item(identity, identity), title, pattern)


@pytest.mark.parametrize(
    "path", ["a.txt", "news/2026/b (1).html", "Über/Հայաստան.md", "हिन्दी.txt", "x_y-z,1.pdf"]
)
def test_a_path_that_every_disk_takes_stays_as_it_is(path: str) -> None:
    assert name(path) == path


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("a:b.txt", "a-b-txt-"),
        ("news/what?.txt", "news/what-txt-"),
        ("con.txt", "con-txt-"),
        ("nul", "nul-"),
        ("x./a.txt", "x/a-txt-"),
        ("../up/a.txt", "a-txt-"),
        ("/etc/passwd", "passwd-"),
        ("https://example.org/news/a?b=1", "a-b-1-"),
        ("e\u0301.txt", "é-txt-"),
        ("\udcff.txt", "txt-"),
        ("-rf.txt", "rf-txt-"),
        ("a//b.txt", "b-txt-"),
    ],
)
def test_other_paths_become_safe_and_get_a_hash(path: str, begins: str) -> None:
    made = name(path)
    assert made.startswith(begins)
    assert made.removeprefix(begins) == Item(path, path).key[:8]


@given(st.text(max_size=300))
def test_no_name_leads_out_of_the_target_or_is_hidden_or_long(identity: str) -> None:
    for part in name(identity).split("/"):
        assert part.strip(" .") == part != ""
        assert len(part.encode("utf-8", "replace")) <= 80 + 9
        assert not set(part) & set('\0\\:*?"<>|')


@given(st.lists(st.text(alphabet="aB./ :-é", min_size=1, max_size=6), unique=True, min_size=2, max_size=20))
def test_no_two_documents_share_a_name(identities: list[str]) -> None:
    made = [name(identity) for identity in identities]
    assert len(set(made)) == len(made)


def test_a_pattern_is_filled_in() -> None:
    item = Item("news/a.txt", "news/a.txt")
    assert name_of(item, "harbour", "{slug}-{hash8}") == f"harbour-{item.key[:8]}"
    assert name_of(item, "harbour", "x/{stem}-{hash}") == f"x/a-{item.key}"


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("{slug}", "--name: two articles could get one name; add a hash, as in {slug}-{hash8}"),
        ("{slg}-{hash8}", "--name: there is no {slg}; did you mean slug?"),
        (
            "../{relpath}",
            "--name: '../{relpath}' makes names that not every disk takes; write {relpath}, or letters",
        ),
        ("/{hash}", "--name: '/{hash}' makes names that not every disk takes; write {relpath}, or letters"),
        ("{hash", "--name: '{hash' cannot be read: expected '}' before end of string; write {{ for a brace"),
        ("{hash!r}", "--name: '{hash!r}' asks for a form; write the names in braces alone"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(pattern: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        check_pattern(pattern)
    assert str(raised.value) == says
