"""The page of a mail as text."""

from __future__ import annotations

import pytest

from summarizer.document.readers.mail.page_text import page_text


def test_blocks_become_paragraphs() -> None:
    """Words of one block stay together, cells and lines are apart, and what nobody sees is left out."""
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><p>It <b>sank</b>\n on Monday.</p>"
        "<div>Nobody &amp; nothing<br>was hurt.</div><div style='display:none'>preview</div>"
        "<table><tr><td>Year</td><td>2026</td></tr></table></body></html>"
    )
    assert page_text(page).text == "It sank on Monday.\n\nNobody & nothing\nwas hurt.\n\nYear 2026"


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote type='cite'><p>Did it?</p></blockquote>",
        "<div class='gmail_quote'><div class='gmail_attr'>Ben wrote:</div><blockquote>Did it?</blockquote></div>",
        "<div class='moz-cite-prefix'>On 3 May Ben wrote:<br></div><blockquote type='cite'>Did it?</blockquote>",
        "<div id='divRplyFwdMsg'><b>From:</b> Ben</div><div>Did it?</div>",
        "<div id='appendonsend'></div><hr><div>Did it?</div>",
    ],
)
def test_quoted_mail_is_left_out(quote: str) -> None:
    """Wherever a program says that it is quoted."""
    text, quoted = page_text(f"<div>It sank.</div>{quote}")
    assert text == "It sank."
    assert quoted >= 1


def test_a_quotation_of_the_writer_stays() -> None:
    """A blockquote alone is a quotation like any other."""
    assert page_text("<p>She said:</p><blockquote>It sank.</blockquote>").text == "She said:\n\nIt sank."
