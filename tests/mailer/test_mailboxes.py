"""Addresses are read strictly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import UsageError
from converter.mailer.mailboxes import Mailbox, each_once, folded, parse_mailbox


@pytest.mark.parametrize(
    ("text", "mailbox"),
    [
        ("ada@example.org", Mailbox("ada@example.org")),
        (" <Ada.L+x@Example.ORG> ", Mailbox("Ada.L+x@example.org")),
        ("Ada Lovelace <ada@example.org>", Mailbox("ada@example.org", "Ada Lovelace")),
        (r'"Lovelace, \"Ada\"" <ada@example.org>', Mailbox("ada@example.org", 'Lovelace, "Ada"')),
        ("Lovelace, Ada (a@x.org) <ada@example.org>", Mailbox("ada@example.org", "Lovelace, Ada (a@x.org)")),
        ('"a@x.org, b" <ada@example.org>', Mailbox("ada@example.org", "a@x.org, b")),
        ("Հայկ <h@bücher.example>", Mailbox("h@xn--bcher-kva.example", "Հայկ")),
        ("ada@localhost", Mailbox("ada@localhost")),
    ],
)
def test_a_mailbox_is_an_address_with_or_without_a_name(text: str, mailbox: Mailbox) -> None:
    assert parse_mailbox(text, "--to") == mailbox


@pytest.mark.parametrize(
    "text",
    [
        *("", "ada", "@example.org", "ada@", "ada@example..org", "ada@-example.org", ".ada@example.org"),
        *(
            "a@example.org, b@example.org",
            "a@example.org b@example.org",
            "a@b@example.org",
            "ada@exam ple.org",
        ),
        *(
            "ada@example.org\r\nBcc: v@example.org",
            "ada\n@example.org",
            "x <ada@example.org> y",
            "é@example.org",
        ),
        *("a" * 65 + "@example.org", "ada@" + "a" * 64 + ".org", "ada@" + ".".join(["abc"] * 80)),
        *('"a b"@example.org', "ada@[127.0.0.1]", "<ada@example.org", "=?utf-8?q?a?= b@example.org"),
    ],
)
def test_what_is_not_plainly_one_mailbox_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not the address of a mailbox") as caught:
        parse_mailbox(text, "--to")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", "an empty text"), ("a" * 61, "a" * 59 + "…"), ("a" * 60, "a" * 60), ("a\nb", "a b")],
)
def test_what_is_refused_is_shown_shortened(text: str, shown: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_mailbox(text, "--to")
    error = caught.value
    assert (error.code, error.what) == ("address-invalid", f"'{shown}' is not the address of a mailbox")
    assert error.where == "--to"


@pytest.mark.parametrize(
    "text",
    [
        *("a@x.org, b@x.org", "a@x.org;b@x.org", "A <a@x.org> B <b@x.org>"),
        *("A <a@x.org>, B <b@x.org>", "a@x.org, B <b@x.org>", '"A" <a@x.org>; "B" <b@x.org>'),
    ],
)
def test_of_several_addresses_each_wants_a_place_of_its_own(text: str) -> None:
    with pytest.raises(UsageError, match="one address goes here; give each other one an option or a row"):
        parse_mailbox(text, "--to")


def test_an_address_is_as_long_as_it_may_be() -> None:
    longest = ".".join(["a" * 63] * 2 + ["b" * 57])
    local = "c" * 64
    address = f"{local}@{longest}.aaa"
    assert len(address) == 254
    assert parse_mailbox(address, "--to").address == address
    with pytest.raises(UsageError):
        parse_mailbox(f"{address}a", "--to")


def test_the_place_of_several_addresses_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        parse_mailbox("A <a@x.org>, B <b@x.org>", "list.csv:2:1")
    assert caught.value.where == "list.csv:2:1"


def test_each_mailbox_counts_once_in_whatever_letters_it_is_written() -> None:
    people = [Mailbox("Ada@x.org"), Mailbox("ben@x.org"), Mailbox("ada@X.ORG"), Mailbox("ada@x.org", "Ada")]
    assert each_once(people) == ("Ada@x.org", "ben@x.org")
    assert folded("STRASSE@x.org") == "strasse@x.org"


@given(st.text(max_size=80))
def test_any_text_is_a_mailbox_or_refused(text: str) -> None:
    try:
        mailbox = parse_mailbox(text, "--to")
    except UsageError:
        return
    assert mailbox.written.isascii()
    assert mailbox.address.count("@") == 1
