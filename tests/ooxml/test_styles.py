import pytest

from converter.ooxml.styles import chain
from converter.ooxml.xml import attribute, children, parse
from tests.ooxml.making import part


def based(**styles: str) -> str:
    return "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{base}"/></w:style>' for one, base in styles.items()
    )


@pytest.mark.parametrize(
    ("style", "expected"), [("A", "ABC"), ("C", "C"), ("D", "D"), ("none", ""), ("", ""), ("E", "EF" * 10)]
)
def test_a_style_is_followed_by_those_it_is_based_on(style: str, expected: str) -> None:
    root = parse(part("styles", based(A="B", B="C", C="", D="none", E="F", F="E")))
    styles = {attribute(one, "styleId"): one for one in children(root, "style")}
    assert "".join(attribute(one, "styleId") for one in chain(styles, style)) == expected
