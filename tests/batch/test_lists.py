"""Lists of documents."""

import io
import json

import pytest

from converter.batch.lists import Columns, items_of_list
from converter.batch.records import Item
from converter.errors import InputError


def listed(
    text: str | bytes, name: str = "list.csv", folder: str = ".", column: str = "", group: str = ""
) -> list[Item]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(items_of_list(io.BytesIO(data), name, folder, Columns(column, group)))


def test_a_text_has_a_path_to_a_line() -> None:
    found = listed("a.txt\r\n\nnews/b c.txt\nhttps://example.org/x\n", "list.txt", "in")
    assert [(one.id, one.location) for one in found] == [
        ("a.txt", "in/a.txt"),
        ("news/b c.txt", "in/news/b c.txt"),
        ("https://example.org/x", "https://example.org/x"),
    ]


def test_paths_in_a_text_may_be_of_any_bytes() -> None:
    (found,) = listed(b"\xff.txt\n", "list.txt")
    assert found.location == "\udcff.txt"


def test_a_row_of_csv_chooses_settings() -> None:
    found = listed("\ufeffPath;Style;Report Lang;handling\na.txt;memo;fr;TLP:RED\nb.txt;;;\n")
    assert found[0].choice == (("marking", "TLP:RED"), ("style", "memo"), ("report-lang", "fr"))
    assert [one.choice for one in found[1:]] == [()]
    assert found[0].place == "list.csv:2:1"


def test_a_row_of_csv_may_have_several_lines() -> None:
    found = listed('path,title\na.txt,"one\ntwo"\nb.txt,x\n')
    assert [one.place for one in found] == ["list.csv:2:1", "list.csv:4:1"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "style\nmemo\n",
            "list.csv:1:1: there is no column 'path'; let the first row name the columns, such as path,style",
        ),
        ("path,path\n", "list.csv:1:1: the column 'path' stands twice; delete one"),
        ("path,stlye\n", "list.csv:1:1: there is no column 'stlye'; did you mean style?"),
        (b"path\n\xff.txt\n", "list.csv:1:1: is not UTF-8; save the list as UTF-8 (Excel: 'CSV UTF-8')"),
    ],
)
def test_a_list_that_is_wrong_as_such_is_refused(text: str | bytes, says: str) -> None:
    with pytest.raises(InputError) as raised:
        listed(text)
    assert (raised.value.code, str(raised.value)) == ("list-invalid", says)


def test_a_row_that_is_wrong_does_not_hold_up_the_others() -> None:
    found = listed("path,style\na.txt,memo,x\n,memo\nb.txt,memo\n")
    assert [one.fault[1] for one in found] == [
        (
            "list.csv:2:1: this row has 3 cells, and there are 2 columns;"
            " put a cell with a comma in quotation marks"
        ),
        "list.csv:3:1: there is no path; fill in the column 'path', or name that of texts with --text-column",
        "",
    ]


def test_rows_of_json_hold_the_articles_themselves() -> None:
    rows = [
        {"body": "One.", "title": "T", "sections": ["summary", "background"], "n": 1},
        {"body": "Two.", "id": "x/2"},
    ]
    found = listed("\n".join(map(json.dumps, rows)), "news.jsonl", column="body")
    assert [(one.id, one.text, one.source) for one in found] == [
        ("news-1", "One.", "news.jsonl:1:1"),
        ("x/2", "Two.", "news.jsonl:2:1"),
    ]
    assert found[0].choice == (("title", "T"), ("sections", "summary,background"))


def test_lines_that_are_no_rows_are_told_by_their_place() -> None:
    found = listed('{"path": "a.txt"}\n{\n[]\n{"path": null}\n', "list.jsonl")
    assert [one.fault[0] for one in found] == ["", "list-invalid", "list-invalid", "list-invalid"]
    assert [one.id for one in found[1:]] == ["list.jsonl:2:1", "list.jsonl:3:1", "list.jsonl:4:1"]


def test_an_empty_text_is_told() -> None:
    (found,) = listed('{"body": " "}\n', "news.jsonl", column="body")
    assert found.fault[1] == "news.jsonl:1:1: there is no text in 'body'; name another with --text-column"
