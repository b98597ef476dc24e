r"""Bytes become text: UTF-8, or what a byte-order mark at their start, or the page itself, says.

text_of(b"\xef\xbb\xbfIt rains.", name="a.txt")  ->  "It rains."
text_of("Malmö".encode("latin-1"), name="a.txt")  raises InputError: a.txt is not UTF-8: … as windows-1252 …
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from summarizer.document.readers.opening.likely_encoding import likely_encoding
from summarizer.errors import InputError

# The marks that files may begin with, longest first: that of UTF-32 starts with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page says of its own encoding: browsers look at the first kilobyte.
_DECLARED: Final = re.compile(
    rb"<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})|<meta[^<>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_IN: Final = 1024
# Browsers read these names as the encoding of Windows, which has more characters and the same letters.
_READ_AS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_MOST_NULS: Final = 100  # one byte in so many; a text has none, but one that went through a database may have a few


def text_of(data: bytes, *, name: str, charset: str | None = None) -> str:
    r"""The text that bytes are: `text_of(t.encode(), name="a") == t`, without a byte-order mark at its start.

    Args:
        data: The bytes of a text.
        name: What messages call them.
        charset: The encoding that whoever sent them named; a mark goes before it, and so does UTF-8 that fits.

    Raises:
        InputError: They are in another encoding, or no text.
    """
    mark, marked = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", None))
    try:
        text = data[len(mark) :].decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        declared = None if marked else _as_declared(data, charset)
        if declared is not None:
            return declared
        raise _undecodable(data, at=len(mark) + error.start, encoding=marked or "utf-8", name=name) from error
    if not marked and data[:20_000].count(0) * _MOST_NULS > len(data[:20_000]):
        raise _binary(data, name=name)
    if not text.strip():
        raise InputError(f"{name} is empty or holds nothing but white space")
    return text


def _as_declared(data: bytes, charset: str | None) -> str | None:
    """The text in the encoding that its sender or the page itself names; None where it is in no such one."""
    found = _DECLARED.search(data[:_DECLARED_IN])
    inside = next(filter(None, found.groups()), b"").decode("ascii", "replace") if found else ""
    for named in filter(None, (charset, inside)):
        try:
            encoding = codecs.lookup(named).name
            return data.decode(_READ_AS.get(encoding, encoding))
        except (LookupError, UnicodeError, ValueError):
            continue
    return None


def _undecodable(data: bytes, *, at: int, encoding: str, name: str) -> InputError:
    fault = f"{name} is not {encoding.upper()}: byte 0x{data[at]:02x} at offset {at}"
    is_cut = at >= len(data) - 3 and at > 20  # its last character, of up to four bytes, is not whole
    likely = likely_encoding(data) if encoding == "utf-8" and not is_cut else None
    if likely is not None:
        return InputError(f"{fault}; {_reads_as(likely)}")
    if encoding == "utf-8" and not (data.startswith(codecs.BOM_UTF8) or is_cut):
        return InputError(
            f"{fault}, and it looks like no text in another encoding either; give the article's text, or a file of a "
            "kind that is read: PDF, DOCX, EPUB, HTML, Markdown or plain text"
        )
    return InputError(f"{fault}; it is damaged, or cut: get it again, or decode it with errors='replace'")


def _binary(data: bytes, *, name: str) -> InputError:
    likely = likely_encoding(data)
    if likely is not None:
        return InputError(f"{name} is not UTF-8, though no byte of it says so; {_reads_as(likely)}")
    return InputError(f"{name} is no text: it holds NUL bytes, as programs and pictures do; give the article's text")


def _reads_as(likely: str) -> str:
    return (
        f"it reads as {likely}: decode it with .decode({likely!r}), or convert it first, "
        f"for example with: iconv -f {likely.upper()} -t UTF-8 OLD > NEW"
    )
