"""Pages of the web."""

from tests.fuzz.packed.trees import change_html
from tests.fuzz.target import Chance, Change, Target
from tests.fuzz.targets.reading import reading
from tests.readers.html.making import PROSE, news

_HEAD = """<title>Harbour reopens | The Lund Gazette</title><meta charset=utf-8>
<meta name=author content="Ada Example"><meta property=article:published_time content=2026-03-14T10:00:00Z>
<meta property=og:locale content=en_GB><link rel=canonical href=https://example.org/a>
<script type=application/ld+json>{"@type": "NewsArticle", "headline": "Harbour", "author": [{"name": "Ada"}],
"datePublished": "2026-03-14", "@graph": [{"@type": ["Person"]}]}</script><base href="https://example.org/b/">"""
_BODY = (
    f"<h1>Harbour reopens</h1><p class=byline>By <a rel=author href=/ada>Ada</a> <time datetime=2026-03-14>then</time>"
    f"<p>{PROSE[0]} <a href='javascript:x'>x</a> <a href=../c>y</a><sup><a href=#n1 id=r1>1</a></sup></p>"
    f"<h2 id=b>Background</h2><p>{PROSE[1]}<br><b><i>bold</i></b> <del>gone</del><q>said</q></p>"
    "<ul><li>one<ul><li>two</ul><li>three</ul><ol start=7 reversed type=a><li value=3>x</ol><dl><dt>t<dd>d</dl>"
    "<table><caption>c</caption><thead><tr><th colspan=2 rowspan=3>a<th>b</thead><tr><td>1<td rowspan=0>2</table>"
    f"<blockquote><p>{PROSE[2]}<footer>Bob</footer></blockquote><pre><code>depth = 4\n\tx</code></pre>"
    "<figure><img src=data:image/png;base64,AAAA alt=ship><figcaption>A ship</figcaption></figure>"
    f"<div hidden>no</div><p style='display:none'>no</p><svg><text>s</text></svg><math><mi>x</mi></math>{PROSE[0]}"
    "<section role=doc-endnotes><ol><li id=n1>A note. <a href=#r1>back</a></ol></section>"
)  # fmt: skip


def _inside(data: bytes, change: Change, chance: Chance) -> bytes:
    if chance.randrange(2):
        return change(data)
    try:
        return change_html(data, chance)
    except ValueError:
        return change(data)


TARGET = Target(
    "html",
    reading("html"),
    lambda: [
        news(_BODY, _HEAD).encode(),
        f"<html lang=de><body>{_BODY}".encode("utf-16"),
        f'<meta charset="windows-1251"><p>{PROSE[0]}'.encode("cp1251"),
        f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{PROSE[0]}</p></body></html>".encode(),
        b"<p>x<p>y<![CDATA[z]]><!-- a -- b --><b>",
        (f"<div><p>{PROSE[0]}</p>" * 9).encode(),
    ],
    (
        *(b"<p>", b"</p>", b"<div>", b"</div>", b"<table>", b"<tr>", b"<td rowspan=", b" colspan=", b"<ul>", b"<li>"),
        *(b"<article>", b"<!--", b"-->", b"<![CDATA[", b"<script>", b"<style>", b"<svg>", b"<template>", b"<noscript>"),
        *(b"<base href=", b"<meta charset=", b' href="', b' src="', b"&#x110000;", b"&#0;", b"&lt", b"<a id=n1 href=#r1>"),
        *(b"hidden", b"http://[::1", b"<img src=data:", b"<title>", b"<frameset>", b"<plaintext>", b"datetime=", b"2026-02-30"),
    ),
    inside=_inside,
)  # fmt: skip
