r"""A mail is taken apart into its subject, its day, its text or page, and the names of what is attached.

parts_of(b"Subject: =?utf-8?q?F=C3=A4hre?=\n\nSie sank.").subject  ->  "Fähre"
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from summarizer.document.readers.opening.likely_encoding import likely_encoding
from summarizer.document.readers.reader import with_line_feeds

# Programs write the name of an older set than the one that they use.
_WIDER: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-1": "cp1252",
}
_ENOUGH: Final = 200  # bytes of a page beside which a plain text without words is a stand-in


@dataclass(frozen=True, slots=True, kw_only=True)
class MailParts:
    """What a mail consists of.

    Attributes:
        subject: Decoded, in one line; "" if it has none.
        date: The day on which it was sent, where it was sent; None if it does not say.
        plain: Its text, as it was typed; "" if there is none.
        page: The same as HTML; "" if there is none.
        attached: The names of what is attached.
    """

    subject: str
    date: dt.date | None
    plain: str
    page: str
    attached: tuple[str, ...]


def parts_of(data: bytes) -> MailParts:
    """The parts of a mail, whatever is wrong with it.

    Args:
        data: The mail as it was sent.
    """
    # A line "From …" begins a mail in a mailbox file, and blank lines may stand before the headers.
    message = message_from_bytes(re.sub(rb"\A\s*(?:From [^\n]*\n)?", b"", data.removeprefix(b"\xef\xbb\xbf")))
    plain: list[str] = []
    pages: list[str] = []
    attached: list[str] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}:
            attached.append(_name_of(part))
        elif kind == "text/plain":
            plain.append(_flowing(part, _text_of(part)))
        else:
            pages.append(_text_of(part))
    text, page = "\n\n".join(filter(str.strip, plain)), "\n".join(filter(str.strip, pages))
    if page and len(page) > _ENOUGH and not re.search(r"\w+\W+\w+", text):
        text = ""
    return MailParts(
        subject=_header(message, "subject"),
        date=_date(message),
        plain=text,
        page=page,
        attached=tuple(filter(None, attached)),
    )


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that have no parts; a mail that is attached is one."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    else:
        yield message


def _name_of(part: Message) -> str:
    """What an attachment is called; "" for pictures that stand in the page, or have no name."""
    name = "" if part.get("content-id") and part.get_content_maintype() == "image" else part.get_filename()
    if name:
        return " ".join(_decoded_words(name).split())
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        subject = _header(inner[0], "subject") if isinstance(inner, list) and isinstance(inner[0], Message) else ""
        return f"a mail “{subject}”" if subject else "a mail"
    return "" if part.get_content_maintype() in {"image", "multipart"} else f"a part of type {part.get_content_type()}"


def _text_of(part: Message) -> str:
    """The text of a part: what fits UTF-8 is that, whatever it says; else as it says, else as Windows has it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    stated = str(part.get_content_charset() or "")
    # Few bytes of another encoding are UTF-8 by chance; plain ASCII may be one that shifts, as ISO-2022-JP does.
    guesses = (stated, "utf-8") if data.isascii() else ("utf-8", stated, likely_encoding(data) or "")
    for charset in guesses:
        try:
            return with_line_feeds(data.decode(_WIDER.get(charset, charset)))
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return with_line_feeds(data.decode("cp1252", "replace"))


def _flowing(part: Message, text: str) -> str:
    """Lines that end in a blank go on in the next, where the mail says that they flow."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    keep = str(part.get_param("delsp") or "").lower() != "yes"
    found: list[str] = []
    open_ = False
    for line in text.split("\n"):
        words = line.removeprefix(" ")
        if open_ and not words.startswith(">"):
            found[-1] += words
        else:
            found.append(words)
        open_ = words.endswith(" ") and words != "-- " and not words.startswith(">")
        if open_ and not keep:
            found[-1] = found[-1][:-1]
    return "\n".join(found)


def _header(message: Message, name: str) -> str:
    return " ".join(_decoded_words(str(message.get(name) or "")).split())


def _decoded_words(value: str) -> str:
    """A header's words, decoded where they can be."""
    try:
        pieces = [(words, _WIDER.get(charset or "", charset)) for words, charset in decode_header(value)]
        return str(make_header(pieces))
    except (HeaderParseError, LookupError, UnicodeDecodeError, ValueError):
        return value


def _date(message: Message) -> dt.date | None:
    try:
        return parsedate_to_datetime(str(message.get("date") or "")).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
