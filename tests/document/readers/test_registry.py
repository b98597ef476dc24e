"""The registry of readers, and a reader of a test's own that is one value and one registration."""

from __future__ import annotations

import re
from typing import get_args

import pytest

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.reader import AnyReader, BytesReader, Reader, ReadText
from summarizer.document.readers.registry import (
    READERS,
    Format,
    bytes_reader_for,
    check_format,
    format_of_file,
    reader_for,
    reads_bytes,
    suffixes_of,
)
from summarizer.errors import InputError
from summarizer.result import Result

_CUE = re.compile(r"^\d+\n\d\d:\d\d:\d\d,\d{3} --> .*\n", re.MULTILINE)

LYRICS = Reader(
    name="lyrics",
    suffixes=(".lrc",),
    markdown=False,
    recognizes=lambda text: _CUE.match(text) is not None,
    read=lambda text: ReadText(text=_CUE.sub("", text).replace("\n\n", " "), language="en"),
)
CUES = """1
00:00:01,000 --> 00:00:04,000
The Marlow ferry sank on 3 May 2026

2
00:00:04,500 --> 00:00:07,000
with 40 people on board."""


def test_the_type_for_users_names_every_reader() -> None:
    """What `format=` may be by its type is what the registry has."""
    assert get_args(Format) == tuple(dict.fromkeys(reader.name for reader in READERS))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_is_found_by_its_name_and_its_endings(reader: AnyReader) -> None:
    """By name whatever the text or the bytes look like, and by each ending in any case."""
    if isinstance(reader, BytesReader):
        assert bytes_reader_for(b"<html>", format=reader.name, named="auto", readers=READERS) is reader
        assert bytes_reader_for(b"<html>", format="auto", named=reader.name, readers=READERS) is reader
        assert reads_bytes(reader.name)
    else:
        assert reader_for("<html>", format=reader.name) is reader
    assert set(reader.suffixes) <= suffixes_of()
    for suffix in reader.suffixes:
        assert format_of_file(f"a.b{suffix.upper()}") == reader.name


def test_bytes_of_a_text_have_no_reader_of_bytes() -> None:
    """They are decoded."""
    assert bytes_reader_for(b"It rains.", format="auto", named="auto", readers=READERS) is None
    assert bytes_reader_for(b"It rains.", format="plain", named="auto", readers=READERS) is None
    assert not reads_bytes("plain")
    assert not reads_bytes("auto")


@pytest.mark.parametrize("file", ["-", "a", "a.txt", ".md", "a.md.gz", ""])
def test_other_files_are_looked_at(file: str) -> None:
    """A name without an ending that a reader claims says nothing."""
    assert format_of_file(file) == "auto"


@pytest.mark.parametrize("given", ["odt", "", None, "Markdown", 5])
def test_an_unknown_format_is_an_error(given: object) -> None:
    """The message names what there is."""
    names = ", ".join(dict.fromkeys(reader.name for reader in READERS))
    message = re.escape(f"format must be one of auto, {names}, not {given!r}")
    with pytest.raises(InputError, match=message):
        check_format(given)
    with pytest.raises(InputError, match=message):
        Document.of("It rained.", format=given)  # type: ignore[arg-type]


def test_a_reader_of_ones_own() -> None:
    """A value and its registration: it knows its texts by signs, name and ending, and facts come of them."""
    readers = (*READERS, LYRICS)
    assert reader_for(CUES, format="auto", readers=readers) is LYRICS
    assert reader_for("It rained.", format="auto", readers=readers).name == "plain"
    assert str(format_of_file("a.lrc", readers=readers)) == "lyrics"
    document = Document.of(CUES, readers=readers)
    assert (document.format, document.language) == ("lyrics", "en")
    result = summarizer.summarize(document, model=None)
    said = "The Marlow ferry sank on 3 May 2026 with 40 people on board."
    assert [fact.statement for fact in result.facts] == [said]
    again = Result.model_validate_json(result.model_dump_json())
    assert again.document.format == "lyrics"
