"""The link allow-list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.links import MAX_LENGTH, host_of, safe_link


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a?b=c&d=%20#e",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "mailto:press@example.org?subject=Hi",
        "#implications",
        "https://пример.рф/путь",
    ],
)
def test_web_mail_and_own_anchors_are_allowed(target: str) -> None:
    assert safe_link(f" {target}\n") == target


@pytest.mark.parametrize(
    "target",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "//example.org",
        "relative/page.html",
        "https://",
        "https:///path",
        "https://example.org/a b",
        "https://example.org/\u2028",
        "https://example.org/\u202egnp.exe",
        "https://exam\u200bple.org/",
        "https://example.org/\u2066a\u2069",
        "https://example.org/\ufeff\ufdd0",
        "https://example.org/\U000e0041",
        'https://example.org/"onclick',
        "https://example.org/<script>",
        "https://example.org\\@evil.example",
        "mailto:",
        "#a b",
        "#",
        "https://example.org/" + "a" * MAX_LENGTH,
    ],
)
def test_everything_else_is_refused(target: str) -> None:
    assert safe_link(target) is None


def test_a_target_as_long_as_may_be_is_allowed() -> None:
    target = "https://example.org/".ljust(MAX_LENGTH, "X")
    assert safe_link(target) == target
    assert safe_link(f"{target}X") is None


def test_only_white_space_around_a_target_is_dropped() -> None:
    assert safe_link("\t\r\n mailto:a@X") == "mailto:a@X"
    assert safe_link("Xhttps://example.org") is None


@given(st.text())
def test_what_is_allowed_begins_with_an_allowed_scheme(target: str) -> None:
    link = safe_link(target)
    assert link is None or link.lower().startswith(("http://", "https://", "mailto:", "#"))


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org/a.html?b#c", "example.org"),
        ("http://News.Example.org:8080", "news.example.org"),
        ("article.txt", ""),
        ("ftp://example.org", ""),
        ("http://[::1", ""),
        ("http://", ""),
        ("", ""),
    ],
)
def test_an_address_has_a_host_and_nothing_else_has(address: str, host: str) -> None:
    assert host_of(address) == host
