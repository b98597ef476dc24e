"""E-mail as a document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.mail.eml import EML, EML_BYTES, is_eml, read_eml
from summarizer.errors import InputError

MAIL = """Return-Path: <ada@example.org>
Received: from mail.example.org
\tby mx.example.org; Tue, 3 Mar 2026 10:00:00 +0000
From: Ada Bell <ada@example.org>
To: press@example.org
Subject: Re: [harbour] AW: The Marlow ferry
Date: Tue, 3 Mar 2026 09:59:00 +0100
Content-Type: text/plain; charset=utf-8

Dear all,

The Marlow ferry sank on Monday with 40 people on board. Nobody was hurt, the
harbour master said.

Best regards,
Ada Bell

On Mon, 2 Mar 2026 at 18:00, Ben Carr <ben@example.org> wrote:
> The ferry is late and 400 people are dead.
"""


def test_a_mail_is_its_newest_message() -> None:
    """Subject, day and words; what was set aside is named, and in no fact."""
    document = Document.of(MAIL)
    assert (document.format, document.title, document.date) == ("eml", "The Marlow ferry", dt.date(2026, 3, 3))
    assert document.text.endswith("Nobody was hurt, the\nharbour master said.")
    assert [one.line for one in document.unused] == ["2 lines of quoted or forwarded mail", "2 lines of a signature"]
    result = summarizer.summarize(MAIL, model=None)
    assert any("40 people" in fact.statement for fact in result.facts)
    assert not any("400" in fact.statement for fact in (*result.facts, *result.rejected))


def test_a_mail_of_bytes_in_another_charset(tmp_path: Path) -> None:
    """From a file or as bytes, each part as it says."""
    data = MAIL.replace("utf-8", "iso-8859-1").replace("Nobody", "Niemand in Malmö").encode("latin-1")
    file = tmp_path / "a.eml"
    file.write_bytes(data)
    assert "Malmö" in Document.of(data).text
    assert Document.of(file).text == Document.of(data).text


def test_a_mail_that_is_a_page() -> None:
    """Its blocks are paragraphs, and what it quotes is set aside."""
    mail = MAIL.split("\n\n", maxsplit=1)[0].replace("plain", "html")
    mail += "\n\n<div>The ferry sank on Monday.</div><div class='gmail_quote'>On 3 May: it swims</div>"
    document = Document.of(mail)
    assert document.text == "The ferry sank on Monday."
    assert [one.line for one in document.unused] == ["quoted mail"]


def test_attachments_are_named() -> None:
    """With what to do about them; a mail of nothing else says so."""
    head = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    attached = '--b\nContent-Type: application/pdf; name="r.pdf"\n\nx\n--b--\n'
    read = read_eml(f"{head}--b\nContent-Type: text/plain\n\nSee the report on the ferry.\n{attached}")
    assert [one.line for one in read.unused] == ["an attachment (r.pdf)"]
    assert "Save" in read.unused[0].advice
    with pytest.raises(InputError, match=r"save and give r\.pdf"):
        read_eml(head + attached)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "From: the harbour\nTo: the sea\n\nIt is a poem.",
        "Subject: x\nDate: y\n\nIt sank.",
        "Title: The ferry\nAuthor: Ada Bell\nDate: 3 May 2026\n\nIt sank.",
        "It sank.\nFrom: a@b.example\nTo: b\nSubject: c",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    """A memo without an address, other fields, and a mail below an article."""
    assert not is_eml(text)


@pytest.mark.parametrize(
    "text",
    ["From: a@b.example\nTo: b\nSubject: c\n\nIt sank.", "From x Mon\nReceived: a\nMessage-ID: b\nFrom: c\n\nIt sank."],
)
def test_headers_tell_a_mail(text: str) -> None:
    """Who sent it to whom, or what programs write."""
    assert is_eml(text)
    assert EML_BYTES.recognizes(text.encode())
    assert EML.suffixes == EML_BYTES.suffixes == (".eml",)
