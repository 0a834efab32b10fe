"""What a text says of its own encoding."""

import pytest

from converter.readers.declared import codec_name, declared, known


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b'<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
        (b"\n<?xml version='1.0' encoding='Shift_JIS' ?>", "cp932"),
        (b'<!DOCTYPE html><html><head><META charset="windows-1251">', "cp1251"),
        (b'<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        (b'From: x\r\nContent-Type: text/plain;\r\n\tcharset="iso-8859-2"\r\n\r\nText', "iso8859-2"),
        (b"-*- mode: text; coding: latin-1-unix -*-\nText", "cp1252"),
        (b"#!/bin/sh\n# -*- coding: utf-8 -*-\n", "utf-8"),
        (b"Text\n" * 400 + b"vim: set tw=72 fileencoding=cp1250 :\n", "cp1250"),
        (b"Text\n// vim:fenc=euc-jp\n", "euc_jp"),
        (b"Text about <meta charset=koi8-r>", ""),
        (b"a\n" * 9 + b"-*- coding: latin-1 -*-" + b"\na" * 9, ""),
        (b"-*- coding: klingon -*-", ""),
        (b'<?xml version="1.0" encoding="UTF-16"?>', ""),
        (b"coding: latin-1", ""),
        (b"", ""),
    ],
)
def test_a_declaration_is_found_where_it_belongs(data: bytes, encoding: str) -> None:
    assert declared(data) == encoding


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("ISO-8859-1", "cp1252"),
        (" 'us-ascii' ", "cp1252"),
        ("windows-31j", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("UTF8", "utf-8"),
        ("utf-7", ""),
        ("rot13", ""),
        ("é" * 300, ""),
    ],
)
def test_names_are_understood_as_the_web_has_it(label: str, encoding: str) -> None:
    assert known(label) == encoding


def test_what_the_user_names_is_taken_at_their_word() -> None:
    assert codec_name("latin-1") == "iso8859-1"
