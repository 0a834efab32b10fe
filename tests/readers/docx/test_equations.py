"""Equations, written in a line."""

import pytest

from tests.ooxml.making import p, r
from tests.readers.docx.making import from_docx
from tests.readers.reading import codes


def t(text: str) -> str:
    return f"<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>{text}</m:t></m:r>"


def made(name: str, properties: str = "", **arguments: str) -> str:
    """Return a structure; an argument is text, or elements."""
    inner = "".join(f"<m:{key}>{of(content)}</m:{key}>" for key, content in arguments.items())
    return f"<m:{name}><m:{name}Pr>{properties}<m:ctrlPr/></m:{name}Pr>{inner}</m:{name}>"


def of(content: str) -> str:
    return content if content.startswith("<") or not content else t(content)


def f(num: str, den: str, kind: str = "bar") -> str:
    return made("f", f"<m:type m:val='{kind}'/>", num=num, den=den)


def sup(base: str, script: str) -> str:
    return made("sSup", e=base, sup=script)


def sub(base: str, script: str) -> str:
    return made("sSub", e=base, sub=script)


def d(*contents: str, properties: str = "") -> str:
    return f"<m:d><m:dPr>{properties}</m:dPr>{''.join(f'<m:e>{of(one)}</m:e>' for one in contents)}</m:d>"


def rows(*matrix: tuple[str, ...]) -> str:
    inner = "".join(f"<m:mr>{''.join(f'<m:e>{of(one)}</m:e>' for one in cells)}</m:mr>" for cells in matrix)
    return f"<m:m><m:mPr/>{inner}</m:m>"


def nary(sign: str, properties: str = "", **arguments: str) -> str:
    return made("nary", (f"<m:chr m:val='{sign}'/>" if sign else "") + properties, **arguments)


SQUARE = "<m:begChr m:val='['/><m:endChr m:val=']'/>"


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        (t("x=1"), "x=1"),
        # fractions
        (f("1", "2"), "1/2"),
        (f("a+b", "2"), "(a+b)/2"),
        (f("1", "2a"), "1/(2a)"),
        (f("2a", "b"), "2a/b"),
        (f("km", "h"), "km/h"),
        (f("1,5", "10.25"), "1,5/10.25"),
        (f("∂y", "∂x"), "∂y/∂x"),
        (f(f("1", "2"), "3"), "(1/2)/3"),
        (f(t("f") + d("x"), d("a+b")), "f(x)/(a+b)"),
        (f(sup("x", "2"), sup("y", "2")), "x^2/y^2"),
        (f("n", "k", "noBar"), "n¦k"),
        (d(f("n", "k", "noBar")), "(n¦k)"),
        (t("2") + f("1", "2"), "2 1/2"),
        (t("x=") + f("1", "2") + t("y"), "x=1/2 y"),
        (t("-") + f("1", "2") + t("+y"), "-1/2+y"),
        (f("1", "2") + f("3", "4"), "1/2 3/4"),
        # scripts
        (sup("x", "2"), "x^2"),
        (sup("x", "n+1"), "x^(n+1)"),
        (sup("10", "-3"), "10^-3"),
        (sup("x", f("1", "2")), "x^(1/2)"),
        (sup(f("1", "2"), "n"), "(1/2)^n"),
        (sup(sup("x", "2"), "3"), "(x^2)^3"),
        (sup(d("a+b"), "2"), "(a+b)^2"),
        (sup("2x", "2"), "2x^2"),
        (sup("f", "′") + d("x"), "f′(x)"),
        (sup("x", "2") + t("y"), "x^2 y"),
        (sub("x", "i") + t("+1"), "x_i+1"),
        (sub("CO", "2"), "CO_2"),
        (made("sSubSup", e="x", sub="i", sup="2"), "x_i^2"),
        (made("sPre", sub="6", sup="14", e="C"), "_6^14 C"),
        (made("sPre", sub="", sup="14", e="C"), "^14 C"),
        (sup("x", ""), "x"),
        # roots
        (made("rad", "<m:degHide m:val='1'/>", deg="", e="x"), "√x"),
        (made("rad", "<m:degHide/>", deg="", e="x+1"), "√(x+1)"),
        (t("2") + made("rad", deg="", e="2") + t("x"), "2√2 x"),
        (made("rad", deg="3", e="x+1"), "(x+1)^(1/3)"),
        (made("rad", deg="n-1", e="x"), "x^(1/(n-1))"),
        # sums, functions, limits
        (nary("∑", sub="i=1", sup="n", e=sub("x", "i")), "∑_(i=1)^n x_i"),
        (nary("", sub="0", sup="1", e="x dx"), "∫_0^1 x dx"),
        (nary("∫", "<m:subHide m:val='1'/><m:supHide m:val='1'/>", sub="", sup="", e="x"), "∫ x"),
        (made("func", fName="sin", e="2x"), "sin 2x"),
        (made("func", fName="sin", e=d("x")) + t("+1"), "sin(x)+1"),
        (made("func", fName="log", e=f("a", "b")), "log(a/b)"),
        (made("func", fName=made("limLow", e="lim", lim="x→0"), e="x"), "lim_(x→0) x"),
        (made("limUpp", e="=", lim="def"), "=^def"),
        # brackets and rows
        (d("a", "b"), "(a|b)"),
        (d("a", "b", properties="<m:sepChr m:val=','/>" + SQUARE), "[a,b]"),
        (d("x", properties="<m:begChr m:val='|'/><m:endChr m:val='|'/>"), "|x|"),
        (d("x", properties="<m:begChr m:val='{'/><m:endChr m:val=''/>"), "{x"),
        (d(rows(("a", "b"), ("c", "d")), properties=SQUARE), "[a, b; c, d]"),
        (t("A=") + rows(("a", "b"), ("c", "d")), "A=(a, b; c, d)"),
        ("<m:eqArr><m:e>" + t("x&amp;=1") + "</m:e><m:e>" + t("y&amp;=2") + "</m:e></m:eqArr>", "x=1; y=2"),
        # signs above and below
        (made("acc", "<m:chr m:val='\u20d7'/>", e="v"), "v\u20d7"),
        (made("acc", e="x+y"), "(x+y)\u0302"),
        (made("bar", "<m:pos m:val='top'/>", e="AB"), "A\u0305B\u0305"),
        (made("bar", e="x"), "x\u0332"),
        (made("groupChr", e="a+b"), "a+b"),
        (made("groupChr", "<m:chr m:val='→'/>", e="heat"), "→^heat"),
        (made("groupChr", "<m:chr m:val='→'/><m:pos m:val='top'/>", e="a b"), "→_(a b)"),
        # wrapped
        (made("box", e="x") + made("borderBox", e="y"), "xy"),
        (made("phant", "<m:show m:val='0'/>", e="gone") + made("phant", e="x"), "x"),
        (f"<w:ins w:id='1'>{t('x')}</w:ins><w:bookmarkStart/>" + r("y"), "xy"),
        (t("sin\u2061x\u2062y"), "sin xy"),
        ("<m:r><m:t>x</m:t><w:br/><m:t>y</m:t></m:r>", "x y"),
    ],
)
def test_equations_stand_in_a_line(equation: str, line: str) -> None:
    article = from_docx(p("", runs=r("a ") + f"<m:oMath>{equation}</m:oMath>" + r(" c")))
    assert (article.text, codes(article)) == (f"a {line} c", [])


def test_equations_of_a_paragraph_of_their_own_are_parted() -> None:
    whole = f"<m:oMathPara><m:oMathParaPr/><m:oMath>{t('x=1')}</m:oMath><m:oMath>{t('y=2')}</m:oMath></m:oMathPara>"
    assert from_docx(p("", runs=whole)).text == "x=1 y=2"


def test_what_is_deleted_in_an_equation_is_left_out_and_told() -> None:
    for gone in (t("gone"), r("gone"), "<w:r><w:delText>gone</w:delText></w:r>"):
        runs = f"<m:oMath>{t('x')}<w:del w:id='1'>{gone}</w:del></m:oMath>"
        article = from_docx(p("", runs=runs))
        assert (article.text, codes(article)) == ("x", ["deletions-left-out"])


def test_equations_may_nest_as_deep_as_xml_may() -> None:
    deep = "x"
    for _ in range(120):
        deep = f(deep, "2")
    assert from_docx(p("", runs=f"<m:oMath>{deep}</m:oMath>")).text.count("/2") == 120
    wrapped = "<w:ins>" * 240 + t("x") + "</w:ins>" * 240
    assert from_docx(p("", runs=f"<m:oMath>{wrapped}</m:oMath>")).text == "x"
