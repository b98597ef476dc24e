"""Bytes become text by their marks, as UTF-8, or as a page says; all else is named with what it probably is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.readers.opening.decoding import text_of
from summarizer.errors import InputError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_say_the_encoding(encoding: str) -> None:
    """And are no part of the text."""
    assert text_of("Malmö is a town.\r\n".encode(encoding), name="a") == "Malmö is a town.\r\n"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "cp1251"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859-2"),
        ("<meta charset=Shift_JIS>", "shift_jis"),
    ],
)
def test_a_page_says_its_own_encoding(head: str, encoding: str) -> None:
    """As browsers read the name, where the bytes are no UTF-8."""
    words = {"cp1252": "“Brücke”", "cp1251": "мост", "iso8859-2": "łódź", "shift_jis": "東京の橋"}[encoding]
    assert text_of((head + words).encode(encoding), name="a.html") == head + words


def test_who_sent_it_may_name_the_encoding() -> None:
    """A name that is none, or does not fit, is passed over."""
    assert text_of(b"Malm\xf6", name="a", charset="latin-1") == "Malmö"
    for charset in ("no-such", "ascii\0", "euc-kr"):
        with pytest.raises(InputError, match="is not UTF-8"):
            text_of(b"<p>Malm\xf6", name="a", charset=charset)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Malmö är en stad".encode("latin-1"), "a.txt is not UTF-8: byte 0xf6 at offset 4; it reads as windows-1252"),
        ("Die Brücke ist gesperrt".encode("utf-16-le"), "a.txt is not UTF-8.*it reads as utf-16-le"),
        ("It rains in Kessel.".encode("utf-16-be"), "a.txt is not UTF-8.*it reads as utf-16-be"),
        (b"It rains. " * 20 + b"\xc3", "not UTF-8: byte 0xc3 at offset 200; it is damaged, or cut"),
        (bytes(range(256)) * 4, "no text in another encoding either"),
        (b"abc\0\0\0\0def" * 9, "a.txt is no text: it holds NUL bytes"),
        (b"\xff\xfea", "a.txt is not UTF-16-LE: byte 0x61 at offset 2; it is damaged, or cut"),
        (b"\xef\xbb\xbf \n", "a.txt is empty"),
    ],
)
def test_what_is_no_text_here_is_named(data: bytes, said: str) -> None:
    """With its place, what it probably is, and what to do."""
    with pytest.raises(InputError, match=said):
        text_of(data, name="a.txt")


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are(data: bytes) -> None:
    """They are a text whose bytes they are, or an error of this library."""
    try:
        text = text_of(data, name="a")
    except InputError as error:
        text = str(error)
    assert text.strip()
