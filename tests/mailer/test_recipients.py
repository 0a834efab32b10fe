"""Lists of recipients say who gets what, and all of what is wrong with them at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.configuration import Settings
from converter.errors import ConverterError, InputError
from converter.mailer.recipients import Recipient, RecipientsError, read_recipients

SETTINGS = Settings(style="default", marking="TLP:GREEN")


def read(folder: Path, text: str, name: str = "list.csv") -> tuple[Recipient, ...]:
    path = folder / name
    path.write_text(text, "utf-8", newline="")
    return read_recipients(path, SETTINGS)


def faults(folder: Path, text: str, name: str = "list.csv") -> list[str]:
    with pytest.raises(RecipientsError) as caught:
        read(folder, text, name)
    assert caught.value.exit_code == 3
    return [str(fault).removeprefix(f"{folder}/") for fault in caught.value.faults]


def test_a_row_says_who_gets_what(tmp_path: Path) -> None:
    ada, ben = read(
        tmp_path,
        "E-Mail,Name,style,Sections,Handling,Language,First name\r\n"
        'ada@example.org,"Lovelace, Ada",memo,"summary,implications",TLP:AMBER,fr,Ada\r\n'
        "Ben <ben@example.org>,,,,,,\r\n",
    )
    assert (ada.mailbox.address, ada.mailbox.name) == ("ada@example.org", "Lovelace, Ada")
    assert ada.settings.sections == ("summary", "implications")
    assert (ada.settings.style, ada.settings.marking, ada.settings.report_language) == (
        *("memo", "TLP:AMBER", "fr"),
    )
    assert ada.fields == {"first-name": "Ada"}
    assert (ben.mailbox.name, ben.choice, ben.settings, ben.fields) == (
        "Ben",
        (),
        SETTINGS,
        {"first-name": ""},
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_are_parted_as_spreadsheets_do(tmp_path: Path, sign: str) -> None:
    text = f"\ufeffaddress{sign}name\n\na@example.org{sign}Ada\n"
    assert [one.mailbox.written for one in read(tmp_path, text)] == ["Ada <a@example.org>"]


def test_a_list_in_yaml_says_the_same(tmp_path: Path) -> None:
    text = "- address: ada@example.org\n  sections: [summary, background]\n  unit: Desk 4\n"
    ada, ben = read(tmp_path, f"{text}- email: b@example.org\n", "list.yaml")
    assert ada.settings.sections == ("summary", "background")
    assert ada.fields == {"unit": "Desk 4"}
    assert (ben.mailbox.address, ben.fields) == ("b@example.org", {"unit": ""})


def test_what_a_spreadsheet_leaves_empty_at_its_edge_is_nothing(tmp_path: Path) -> None:
    ada, ben = read(tmp_path, "address;unit;;\na@example.org;Sea;;;;\nb@example.org\n;;;\n")
    assert (ada.fields, ben.fields) == ({"unit": "Sea"}, {"unit": ""})
    assert (ada.place, ben.place) == (f"{tmp_path}/list.csv:2:1", f"{tmp_path}/list.csv:3:1")


def test_a_path_is_meant_from_the_lists_folder(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "address,style\na@example.org,./house.yaml\n")
    assert Path(one.settings.style) == tmp_path / "house.yaml"


def test_the_same_choice_is_the_same_whoever_made_it(tmp_path: Path) -> None:
    ada, ben = read(tmp_path, "address,style,length\na@example.org,memo,brief\nb@example.org,memo,brief\n")
    assert ada.choice == ben.choice == (("style", "memo"), ("length", "brief"))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "address,length,embed,sections\n"
        "ada,,,\n"
        "b@example.org,huge,,\n"
        "c@example.org,,source,summary\n"
        ",brief,,\n"
        "d@example.org,,,\n"
        "D <D@EXAMPLE.org>,,,\n"
    )
    assert "\n".join(faults(tmp_path, text)) == (
        "list.csv:2:1: 'ada' is not the address of a mailbox;"
        " write name@example.org, or Name <name@example.org>\n"
        "list.csv:3:1: there is no 'huge'; choose brief, standard or full\n"
        "list.csv:4:1: the article would travel along, with the sections that are left out;"
        " choose another value of 'embed'\n"
        "list.csv:5:1: there is no address; fill in the column 'address'\n"
        f"list.csv:7:1: D@example.org stands here again, after {tmp_path}/list.csv:6:1; keep one of them"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "list.csv: there is nobody on this list"),
        ("address\n", "list.csv: there is nobody on this list"),
        ("ada@example.org\n", "list.csv:1:1: 'ada@example.org' is no name for a column"),
        ("name\nAda\n", "list.csv:1:1: there is no column 'address'"),
        ("address,email\na@example.org,b\n", "list.csv:1:1: the column 'address' stands twice"),
        ("address,Title\na@example.org,Dr\n", "list.csv:1:1: the field 'title' is the briefing's own"),
        ("address\na@example.org,x\n", "list.csv:2:1: 'x' stands in no column that has a name"),
        (
            "address,\na@example.org,x\n",
            (
                "list.csv:2:1: 'x' stands in no column that has a name;"
                " name the column, or put a cell with a comma in quotation marks"
            ),
        ),
        ('address\n"a@example.org\n', "list.csv:2:1: this is not CSV"),
        ('address,name\n"a@example.org" x,y\n', "list.csv:2:1: this is not CSV"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert caught.value.code == "recipients-invalid"
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "address: a@example.org\n",
            "list.yaml:1:1: this is not a list; write '- address: ada@example.org' to a line",
        ),
        ("- a@example.org\n", "list.yaml:1:3: this is not a person; write '- address: ada@example.org'"),
        ("- address: {a: b}\n", "list.yaml:1:12: this is not a single value; write one word here"),
        (
            "- address: a@example.org\n  a.b: x\n",
            "list.yaml:2:3: 'a.b' is no name for a column; write letters, digits and hyphens, a letter first",
        ),
        ("- address: a\n", "list.yaml:1:12: 'a' is not the address of a mailbox;"),
        ("- unit: Sea\n", "list.yaml:1:3: there is no address; fill in the column 'address'"),
        (
            "- address: a@example.org\n- address: a@example.org\n",
            "list.yaml:2:3: a@example.org stands here again, after",
        ),
    ],
)
def test_what_is_no_list_in_yaml_is_told(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text, "list.yaml")
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(expected)


def test_a_value_of_nothing_is_empty(tmp_path: Path) -> None:
    text = "- address: a@example.org\n  style: ~\n  unit:\n  sections: [summary, ~]\n"
    (one,) = read(tmp_path, text, "list.yaml")
    assert (one.settings.style, one.fields) == ("default", {"unit": ""})
    assert one.choice == (("sections", "summary,"),)


def test_the_error_of_a_list_is_that_of_its_first_fault(tmp_path: Path) -> None:
    with pytest.raises(RecipientsError) as caught:
        read(tmp_path, "address\nada\nben@example.org\nbob\n")
    error = caught.value
    assert (error.code, error.what) == ("recipients-invalid", "'ada' is not the address of a mailbox")
    assert error.where == f"{tmp_path}/list.csv:2:1"
    assert error.remedy == "write name@example.org, or Name <name@example.org>"
    assert [line.partition(": ")[0] for line in error.lines] == [
        f"{tmp_path}/list.csv:{row}:1" for row in (2, 4)
    ]


def test_no_more_than_a_hundred_faults_are_told(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "address\n" + "ada\n" * 150)) == 100


def test_a_list_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes("address,name\na@example.org,Zo\xeb\n".encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8; save the list as UTF-8"):
        read_recipients(tmp_path / "list.csv", SETTINGS)


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: no such file or directory; check its path"):
        read_recipients(tmp_path / "list.csv", SETTINGS)


SIGNS = st.text(alphabet=st.sampled_from('address,name@example.org\n\r;\t"-: \u2028[{'))


@given(text=SIGNS, name=st.sampled_from(["list.csv", "list.yaml"]))
def test_any_text_is_a_list_or_is_told(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    found: tuple[Recipient, ...] = ()
    where = ""
    try:
        found = read(folder, text, name)
    except ConverterError as error:
        where = error.where
    assert found or str(folder) in where


@pytest.mark.parametrize("name", ["=?utf-8?q?x=0D=0ABcc:_eve@example.org?=", "=\u200b?utf-8?q?=0A?="])
def test_a_name_that_looks_encoded_is_parted_like_any_other(name: str, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"address,name\nada@example.org,{name}\n", "utf-8")
    (found,) = read_recipients(file, Settings())
    assert found.mailbox.name == name.replace("\u200b", "").replace("=?", "= ?")
