"""Texts, paths and bytes are read by what they are; what cannot be read is named with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.given import FileBytes, is_given, read_given
from summarizer.document.readers.reader import BytesReader, ReadText
from summarizer.document.readers.registry import READERS
from summarizer.document.readers.unused import Unused
from summarizer.document.sources.article import Article
from summarizer.document.sources.join import alone, joined
from summarizer.document.sources.origin import Origin
from summarizer.errors import InputError
from summarizer.result import Result

TEXT = "The Marlow ferry sank on 3 May 2026 with 40 people on board. Nobody drowned."
# A format of the test's own, whose bytes are no UTF-8.
TAPE = BytesReader(
    name="tape",
    suffixes=(".tape",),
    markdown=False,
    recognizes=lambda data: data.startswith(b"\xffTAPE"),
    read=lambda data: ReadText(
        text=data[5:].decode("utf-16-le"),
        language="en",
        origins=(Origin(start=0, end=60, page=4),),
        unused=(Unused(what="a picture", where="page 5", advice="Look at it."),),
    ),
)
READ = (*READERS, TAPE)
TAPED = b"\xffTAPE" + TEXT.encode("utf-16-le")


def test_a_text_its_file_and_its_bytes_are_one_document(tmp_path: Path) -> None:
    """Whether it is given itself, by its path, or as bytes with or without a mark."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    for given in (path, TEXT.encode(), TEXT.encode("utf-8-sig"), bytearray(TEXT.encode()), memoryview(TEXT.encode())):
        assert is_given(given)
        assert Document.of(given) == Document.of(TEXT)
    assert Document.of(TEXT.encode("utf-16")).text == TEXT


def test_the_first_bytes_tell_the_format_and_then_the_name(tmp_path: Path) -> None:
    """Signs go before endings; an ending decides where bytes show nothing."""
    for name in ("a.tape", "a.txt", "a"):
        (tmp_path / name).write_bytes(TAPED)
        reader, read = read_given(tmp_path / name, format="auto", readers=READ)
        assert (reader.name, read.text) == ("tape", TEXT)
    (tmp_path / "b.md").write_text("One *star*.")
    assert Document.of(tmp_path / "b.md").format == "markdown"
    (tmp_path / "b.txt").write_text(
        "<!DOCTYPE html><html><body><p>Rain fell on the town all day long.</p></body></html>"
    )
    assert Document.of(tmp_path / "b.txt").format == "html"
    assert Document.of(tmp_path / "b.md", format="plain").format == "plain"


def test_every_door_takes_paths_and_bytes(tmp_path: Path) -> None:
    """`summarize`, `verify`, `verify_text`, articles, lists of sources, and rows of `map`."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    facts = summarizer.summarize(TEXT, model=None).facts
    assert (
        summarizer.summarize(path, model=None).facts == summarizer.summarize(TEXT.encode(), model=None).facts == facts
    )
    assert summarizer.verify(["Nobody drowned."], path)[0].verdict == "supported"
    assert summarizer.verify_text(TEXT.encode(), path).score == 1
    two = summarizer.summarize([Article(path, id="a"), {"text": TEXT.encode()}], model=None)
    assert [source.id for source in two.document.sources] == ["a", "2"]
    with summarizer.Summarizer(model=None) as kept:
        rows = list(kept.map([path, {"text": TEXT.encode(), "id": "b"}, Path("missing.txt"), "a.txt", {"text": path}]))
        checked = list(
            kept.map_verify([(["Nobody drowned."], path), {"claims": ["It rained."], "text": TEXT.encode()}])
        )
    assert [row.id for row in rows][:3] == [str(path), "b", "missing.txt"]
    failed = [isinstance(row, summarizer.Failed) and row.message for row in rows]
    assert failed[2] == "cannot read missing.txt: No such file or directory"
    assert "pathlib.Path('a.txt')" in str(failed[3])
    assert not any((failed[0], failed[1], failed[4]))
    assert next(one.claims[0].verdict for one in checked if not isinstance(one, summarizer.Failed)) == "supported"


def test_what_was_not_used_is_in_the_result_and_in_a_quiet_notice() -> None:
    """It comes from the reader, survives saving, and names the source where there are several."""
    document = Document.of(TAPED, readers=READ)
    assert document.unused == TAPE.read(TAPED).unused
    result = summarizer.summarize(document, model=None)
    assert Result.model_validate_json(result.model_dump_json()).document.unused == document.unused
    notice = next(one for one in result.notices if one.kind == "unused")
    assert (notice.line, notice.quiet) == ("Not used: a picture (page 5). Look at it.", True)
    assert "a picture (page 5)" in result.to_text()
    assert "a picture (page 5)" in result.to_markdown()
    assert "a picture (page 5)" in result.to_html()
    two = joined([Article(document, id="a"), Article(TEXT, id="b")])
    assert [one.line for one in two.unused] == ["a picture (source a, page 5)"]
    assert alone(two, two.parts[0]) == document
    assert joined([Article(document, id="a")]).unused == document.unused


def test_a_format_that_comes_as_bytes_is_no_text() -> None:
    """A str is refused with what to give, whatever it holds."""
    with pytest.raises(InputError, match=r"its pathlib.Path or its bytes, not a str"):
        Document.of(TEXT, format="tape", readers=READ)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("report.pdf", "pathlib.Path('report.pdf')"),
        ("https://example.org/a", "summarizer.fetch('https://example.org/a')"),
        (__file__, "pathlib.Path"),
    ],
)
def test_a_str_that_names_a_file_or_address_is_never_summarized(text: str, hint: str) -> None:
    """It gets a hint; a named format takes it as the text that it is."""
    with pytest.raises(InputError, match=re.escape(hint)):
        summarizer.summarize(text, model=None)
    with pytest.raises(InputError, match=re.escape(hint)):
        summarizer.verify(["It rains."], text)
    assert Document.of(text, format="plain").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the data is empty"),
        (b" \n", "the data is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "the data is a PNG picture, which is not read here: it holds no text"),
        (
            "Malmö är en stad".encode("latin-1"),
            "the data is not UTF-8: byte 0xf6 at offset 4; it reads as windows-1252",
        ),
    ],
)
def test_bytes_that_nobody_reads_are_named(data: bytes, said: str) -> None:
    """What they are, and what to do."""
    with pytest.raises(InputError, match=re.escape(said)):
        Document.of(data)


def test_an_error_of_a_reader_names_the_file() -> None:
    """Whoever reads many sees which it was."""

    def refuse(data: bytes) -> ReadText:
        raise InputError("it is torn")

    torn = BytesReader(name="tape", suffixes=(), markdown=False, recognizes=TAPE.recognizes, read=refuse)
    with pytest.raises(InputError, match=r"a\.tape: it is torn"):
        read_given(FileBytes(data=TAPED, name="a.tape"), format="auto", readers=(*READERS, torn))


def test_what_is_neither_text_nor_file_is_refused() -> None:
    """By the name of its type."""
    assert not is_given(7)
    with pytest.raises(InputError, match=r"a str, a pathlib.Path or bytes, not int"):
        read_given(7, format="auto")
