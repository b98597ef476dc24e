"""A mail taken apart: headers, charsets, parts."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.readers.mail.parts import parts_of


def _mail(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(["From: Ada <ada@example.org>", *headers, "", ""]).encode("ascii") + body


def test_headers_are_decoded() -> None:
    """Words in any charset, folded over lines, and one whose charset is named too narrowly."""
    head = "Subject: =?utf-8?q?F=C3=A4hre?=\r\n =?iso-8859-1?q?_gesunken_=E4?="
    parts = parts_of(_mail(b"It sank.", head, "Date: Tue, 3 Mar 2026 23:30:00 -0800"))
    assert (parts.subject, parts.date) == ("Fähre gesunken ä", dt.date(2026, 3, 3))
    assert parts_of(_mail(b"x", "Subject: =?gb2312?B?iEA=?=")).subject == b"\x88\x40".decode("gb18030")
    assert parts_of(_mail(b"x", "Subject: =?nope?q?a?=")).subject == "=?nope?q?a?="
    assert parts_of(_mail(b"x", "Date: soon")).date is None


def test_charsets() -> None:
    """As stated; UTF-8 in spite of what is stated; as Windows has it where nothing fits."""
    for body, kind in (
        ("Fähre".encode("latin-1"), "charset=iso-8859-1"),
        ("Fähre".encode(), "charset=us-ascii"),
        ("Fähre".encode(), "charset=iso-8859-1"),
        ("Fähre war „gut“".encode("cp1252"), "charset=nonsense"),
    ):
        assert parts_of(_mail(body, f"Content-Type: text/plain; {kind}")).plain.startswith("Fähre")
    japanese = "フェリー".encode("iso-2022-jp")
    assert parts_of(_mail(japanese, "Content-Type: text/plain; charset=iso-2022-jp")).plain == "フェリー"


def test_the_plain_text_of_a_mail_goes_before_its_page() -> None:
    """Attachments are named, pictures of the page are not, and a page stands in for a text without words."""
    message = EmailMessage()
    message["From"] = "ada@example.org"
    message.set_content("It sank.\n")
    message.add_alternative("<p>It <b>sank</b>.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Bericht für alle.pdf")
    inner = EmailMessage()
    inner["Subject"] = "Old news"
    inner.set_content("It swam.")
    message.add_attachment(inner)
    parts = parts_of(message.as_bytes())
    assert (parts.plain.strip(), parts.page.strip()) == ("It sank.", "<p>It <b>sank</b>.</p>")
    assert parts.attached == ("Bericht für alle.pdf", "a mail “Old news”")


def test_flowing_lines() -> None:
    """Lines that end in a blank go on in the next one, if the mail says so."""
    body = b"It rained all \r\nday long.\r\nNobody was hurt.\r\n-- \r\nAda"
    flowed = parts_of(_mail(body, "Content-Type: text/plain; format=flowed"))
    assert flowed.plain == "It rained all day long.\nNobody was hurt.\n-- \nAda"
    assert parts_of(_mail(body)).plain.startswith("It rained all \nday")


def test_a_mail_out_of_a_mailbox() -> None:
    """A line of the mailbox and blank ones may stand above the headers."""
    assert parts_of(b"\nFrom ada@example.org Tue Mar  3\n" + _mail(b"It sank.", "Subject: Ferry")).subject == "Ferry"


@given(st.binary(max_size=300))
def test_nothing_makes_it_fail(data: bytes) -> None:
    """Whatever comes is taken apart."""
    parts_of(data)
    parts_of(_mail(b"", "Content-Type: multipart/mixed; boundary=x", "MIME-Version: 1.0") + data)
