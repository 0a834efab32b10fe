import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import StyleError
from converter.limits import LIMITS
from converter.yaml_source import Entry, Mapping, Node, Place, Scalar, Sequence, load, parse


def error_of(text: str) -> StyleError:
    with pytest.raises(StyleError) as caught:
        parse(text, "house.yaml")
    return caught.value


def value(text: str) -> Node:
    """Return the value of the only key in `text`."""
    root = parse(text, "house.yaml")
    assert isinstance(root, Mapping)
    (entry,) = root.entries
    return entry.value


def plain(node: Node) -> object:
    """Return what a node says, as JSON would: the oracle's shape."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}


class TestNodes:
    def test_every_node_knows_its_line_and_column(self) -> None:
        root = parse("page:\n  size: A4\n  kinds: [one, two]\n", "house.yaml")
        assert root == Mapping(
            (
                Entry(
                    Scalar("page", Place("house.yaml", 1, 1)),
                    Mapping(
                        (
                            Entry(
                                Scalar("size", Place("house.yaml", 2, 3)),
                                Scalar("A4", Place("house.yaml", 2, 9)),
                            ),
                            Entry(
                                Scalar("kinds", Place("house.yaml", 3, 3)),
                                Sequence(
                                    (
                                        Scalar("one", Place("house.yaml", 3, 11)),
                                        Scalar("two", Place("house.yaml", 3, 16)),
                                    ),
                                    Place("house.yaml", 3, 10),
                                ),
                            ),
                        ),
                        Place("house.yaml", 2, 3),
                    ),
                ),
            ),
            Place("house.yaml", 1, 1),
        )

    def test_a_place_reads_as_editors_know_it(self) -> None:
        assert str(Place("house.yaml", 8, 30)) == "house.yaml:8:30"
        assert str(Place("--set page.size")) == "--set page.size"

    @pytest.mark.parametrize("text", ["no", "1.10", "12:30", "0o17", "1e3", "2026-11-23", "0x1F", ".5"])
    def test_a_scalar_is_the_text_that_was_written(self, text: str) -> None:
        assert value(f"key: {text}") == Scalar(text, Place("house.yaml", 1, 6))

    @pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
    def test_null_is_null_only_without_quotes(self, text: str) -> None:
        found = value(f"key: {text}")
        assert isinstance(found, Scalar)
        assert found.is_null
        quoted = value(f"key: '{text}'")
        assert isinstance(quoted, Scalar)
        assert not quoted.is_null

    def test_an_unquoted_hex_colour_is_kept_although_yaml_calls_it_a_comment(self) -> None:
        found = value("key:  #1b1b1b \n")
        assert isinstance(found, Scalar)
        assert (found.is_null, found.comment) == (True, "#1b1b1b")

    def test_a_comment_of_several_words_is_a_comment(self) -> None:
        found = value("key: #bad idea\n")
        assert isinstance(found, Scalar)
        assert found.comment == ""

    def test_text_is_normalised_and_line_ends_are_alike(self) -> None:
        assert plain(value('key: "re\u0301sume\u0301"')) == "résumé"
        assert plain(value("key: |\r\n  one\r\n  two\r\n")) == "one\ntwo\n"

    def test_an_alias_is_the_node_it_names(self) -> None:
        assert plain(parse("a: &x {b: 1}\nc: *x", "f")) == {"a": {"b": "1"}, "c": {"b": "1"}}

    @pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
    def test_a_text_that_says_nothing_is_null(self, text: str) -> None:
        root = parse(text, "f")
        assert isinstance(root, Scalar)
        assert root.is_null

    def test_a_byte_order_mark_is_not_part_of_the_text(self) -> None:
        root = parse("\ufeffkey: 1", "f")
        assert isinstance(root, Mapping)
        assert root.entries[0].key == Scalar("key", Place("f", 1, 1))


class TestColumns:
    """Columns count characters, not bytes, and lines end where editors end them: not at U+2028."""

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("k: ['a\tb', *x]", "f:1:12"),
            ("k: [宽, é, 𝄞, *x]", "f:1:14"),
            ("k: 1\r\nl: *x", "f:2:4"),
            ("k: 1\rl: *x", "f:2:4"),
            ("\ufeffk: *x", "f:1:4"),
            ("\ufeffk: 1\nl: *x", "f:2:4"),
            ("k: [a\u2028b, *x]", "f:1:10"),
        ],
    )
    def test_a_column_is_a_character(self, text: str, place: str) -> None:
        with pytest.raises(StyleError) as caught:
            parse(text, "f")
        assert caught.value.where == place

    @pytest.mark.parametrize(
        ("text", "column"),
        [("k: a{b", 5), ("k: 'a{b'", 6), ('k: "a{b"', 6), ("k: >\n  a{b", 4), ("k: 'a''{'", 4)],
    )
    def test_a_place_within_a_text_is_known_where_it_stands_letter_for_letter(
        self, text: str, column: int
    ) -> None:
        found = value(text)
        assert isinstance(found, Scalar)
        assert found.place_of(1).column == column


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            (
                "a: [1, 2",
                "yaml-syntax",
                "house.yaml:1:4: this [ is never closed; write ] behind the last value",
            ),
            (
                "a:\n\t- b",
                "yaml-syntax",
                "house.yaml:2:1: a tab stands where only spaces may; write spaces",
            ),
            ("a: *b", "yaml-syntax", "house.yaml:1:4: the alias *b names nothing above"),
            ("a: &b [*b]", "yaml-refused", "house.yaml:1:8: the alias *b stands inside what it names"),
            (
                "a: 1\nb: 2\na: 3",
                "yaml-duplicate-key",
                "house.yaml:3:1: the key a stands here again, after line 1; keep one of them",
            ),
            (
                'a: {x: 1, "x": 2}',
                "yaml-duplicate-key",
                "house.yaml:1:11: the key x stands here again, after line 1; keep one of them",
            ),
            (
                "a: !!int 1",
                "yaml-refused",
                "house.yaml:1:4: the tag tag:yaml.org,2002:int is not read; remove it",
            ),
            (
                "!!python/object/apply:os.system [ls]",
                "yaml-refused",
                "house.yaml:1:1: the tag tag:yaml.org,2002:python/object/apply:os.system is not read",
            ),
            ("a: 1\n---\nb: 2", "yaml-refused", "house.yaml:2:1: a second document begins here; keep one"),
            (
                "{[a]: 1}",
                "yaml-refused",
                "house.yaml:1:2: a key is a word, not a list or a mapping",
            ),
            (
                "? {a: 1}\n: 2",
                "yaml-refused",
                "house.yaml:1:3: a key is a word, not a list or a mapping",
            ),
            ("x: &a [1]\n*a : 2", "yaml-refused", "house.yaml:2:1: a key is a word, not a list or a mapping"),
            ("a: b\x07", "yaml-syntax", "house.yaml:1:5: U+0007 may not stand in YAML"),
            ("a: 1\nb: c\x07", "yaml-syntax", "house.yaml:2:5: U+0007 may not stand in YAML"),
            ('a: "\\x07"', "yaml-refused", "house.yaml:1:4: holds control characters; remove them"),
            ('a: "\\ud800"', "yaml-refused", "house.yaml:1:4: holds surrogates; remove them"),
            ('a: "\u202eevil"', "yaml-refused", "house.yaml:1:4: holds bidi controls; remove them"),
            ('a: "\\UFFFFFFFF"', "yaml-syntax", "house.yaml:1:7: holds a number that is out of range"),
            ("%YAML 1." + "1" * 5000 + "\n---\na", "yaml-syntax", "house.yaml:1:9: holds a number"),
        ],
    )
    def test_what_is_refused_is_told_with_its_place(self, text: str, code: str, line: str) -> None:
        error = error_of(text)
        assert error.code == code
        assert str(error).startswith(line)

    def test_keys_that_differ_only_in_normalisation_are_the_same(self) -> None:
        assert error_of('"e\u0301": 1\n"é": 2').code == "yaml-duplicate-key"


class TestLimits:
    def test_nesting_is_bounded_before_it_hurts(self) -> None:
        depth = LIMITS.yaml_depth
        parse("[" * depth + "]" * depth, "f")
        error = error_of("[" * 100_000)
        assert str(error) == f"house.yaml:1:{depth + 1}: is nested deeper than {depth} levels"

    def test_aliases_cannot_smuggle_depth(self) -> None:
        half = "[" * 20 + "]" * 20
        assert error_of(f"a: &a {half}\nb: {'[' * 20}*a{']' * 20}").code == "yaml-limit"

    def test_a_bomb_of_aliases_does_not_go_off(self) -> None:
        lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        for name, above in zip("bcdefghi", "abcdefgh", strict=True):
            lines.append(f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]")
        error = error_of("\n".join(lines))
        assert error.code == "yaml-limit"
        assert error.where.startswith("house.yaml:5:")

    def test_as_many_values_as_allowed_may_stand_in_a_file(self) -> None:
        parse(f"[{','.join('1' * 1000)}]", "f")
        error = error_of(f"[{','.join('1' * (LIMITS.yaml_nodes + 1))}]")
        assert error.what == f"holds more than {LIMITS.yaml_nodes:,} values"

    def test_size_is_counted_in_bytes(self) -> None:
        assert error_of("é" * (LIMITS.yaml_bytes // 2 + 1)).code == "yaml-limit"


class TestFiles:
    def test_a_file_is_named_in_places(self, tmp_path: Path) -> None:
        path = tmp_path / "house.yaml"
        path.write_text("a: [", "utf-8")
        with pytest.raises(StyleError) as caught:
            load(path)
        assert caught.value.where == f"{path}:1:5"

    def test_a_folder_a_missing_file_and_other_encodings_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "latin.yaml").write_bytes("é: 1".encode("latin-1"))
        (tmp_path / "corp.dotx").write_bytes(b"PK\x03\x04" + bytes(300_000))
        (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7\n")
        for path, what in {
            tmp_path: "this is not a file",
            tmp_path / "missing.yaml": "cannot be read: no such file or directory",
            tmp_path / "latin.yaml": "is not UTF-8",
            tmp_path / "corp.dotx": "is a Word file or an archive, not a YAML file",
            tmp_path / "letter.pdf": "is a PDF, not a YAML file",
        }.items():
            with pytest.raises(StyleError) as caught:
                load(path)
            assert (caught.value.code, caught.value.what) == ("yaml-unreadable", what)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_a_named_pipe_does_not_hang(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.yaml")
        with pytest.raises(StyleError, match="this is not a file"):
            load(tmp_path / "pipe.yaml")

    def test_a_large_file_is_refused_without_reading_all_of_it(self, tmp_path: Path) -> None:
        path = tmp_path / "large.yaml"
        with path.open("wb") as file:
            file.truncate(10_000_000_000)
        with pytest.raises(StyleError, match="is larger than 256 KB"):
            load(path)


_words = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), max_size=12)
_trees = st.recursive(
    _words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_words, inner, max_size=4),
    max_leaves=20,
)


@given(_trees)
def test_json_is_read_as_json_reads_it(tree: object) -> None:
    assert plain(parse(json.dumps(tree), "f")) == tree


_pieces = [*"ab1 \n:-[]{},&*!|>'\"#%@?~\\\t.\0", "\n  ", "a: ", "- ", "&a ", "*a", "---\n", "é", "\ud800"]


def outcome(text: str) -> Node | StyleError:
    try:
        return parse(text, "house.yaml")
    except StyleError as error:
        return error


@given(st.lists(st.sampled_from(_pieces)).map("".join) | st.text())
def test_any_text_becomes_nodes_or_an_error_that_says_where(text: str) -> None:
    found = outcome(text)
    if isinstance(found, StyleError):
        assert found.code.startswith("yaml-")
        assert found.where.startswith("house.yaml")
        assert "\n" not in str(found)
