"""What somebody wrote in a mail, told from what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.readers.mail.own_words import own_words

OWN = "The ferry sank on Monday.\n\nNobody was hurt, the harbour master said."


@pytest.mark.parametrize(
    "below",
    [
        "On Mon, 3 May 2026 at 10:12, Ben Carr <ben@example.org> wrote:\n> Did it sank?\n>\n> Ben",
        "On Mon, 3 May 2026 at 10:12, Ben Carr\n<ben@example.org> wrote:\n\n> Did it sank?",
        "Am 03.05.2026 um 10:12 schrieb Ben Carr:\n> Ist sie gesunken?",
        "Le lun. 3 mai 2026 à 10:12, Ben Carr <ben@example.org> a écrit :\n> A-t-il coulé ?",
        "El 3 may 2026, a las 10:12, Ben Carr escribió:\n> ¿Se hundió?",
        "2026年3月3日 10:12，王芳 <w@example.org> 写道：\n> 沉了吗？",
        "03.05.2026 10:12, Ben Carr пишет:\n> Did it sink?",
        "-----Original Message-----\nFrom: Ben Carr\nSent: Monday\nTo: Ada\nSubject: Ferry\n\nDid it sink?",
        "________________________________\nFrom: Ben <ben@example.org>\nSent: 3 May\nTo: Ada\nSubject: Re\n\nDid it?",
        "*Von:* Ben Carr\n*Gesendet:* Montag, 3. Mai 2026\n*An:* Ada\n*Betreff:* Fähre\n\nIst sie gesunken?",
        "On 3 May 2026 Ben Carr wrote:\n\nDid it sink?\n\nBen",
        "---------- Forwarded message ---------\nFrom: Ben\nDate: 3 May\nSubject: Ferry\nTo: Ada\n\nDid it sink?",
        "> Did it sink?\n> Ben",
    ],
)
def test_quoted_mail_is_set_aside(below: str) -> None:
    """In the forms of many programs and languages."""
    found = own_words(f"{OWN}\n\n{below}")
    assert found.text == OWN
    assert found.quoted


@pytest.mark.parametrize(
    "below",
    [
        "-- \nAda Bell\nHarbour Authority\nTel. +44 20 1234",
        "Best regards,\nAda Bell\nHead of Press | Harbour Authority\nwww.example.org",
        "Thanks, Ada",
        "Mit freundlichen Grüßen\n\nAda Bell",
        "Sent from my iPhone",
        "Get Outlook for iOS",
    ],
)
def test_signatures_are_set_aside(below: str) -> None:
    """Below the sign for one, or below a greeting."""
    found = own_words(f"{OWN}\n\n{below}")
    assert (found.text, found.quoted) == (OWN, 0)
    assert found.signature


@pytest.mark.parametrize(
    "below",
    [
        "This e-mail and any attachments are confidential. If you are not the intended\nrecipient, delete it.",
        "_______________\nDiese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen.",
        "You are receiving this because you are subscribed to this thread.",
        "Ce message est confidentiel.\n\nPensez à la planète avant d'imprimer.",
    ],
)
def test_notices_are_set_aside(below: str) -> None:
    """Below the mail, and below the signature."""
    assert own_words(f"{OWN}\n\n{below}").text == OWN
    both = own_words(f"{OWN}\n\nBest regards,\nAda\n\n{below}")
    assert both.text == OWN
    assert both.legal


def test_answers_between_quoted_lines() -> None:
    """What was written below each of them is kept, in order."""
    text = "Hello Ben,\n\nOn 3 May 2026 Ben wrote:\n> Did it sink?\n\nIt did.\n\n> Was anybody hurt?\n\nNobody was."
    found = own_words(text)
    assert found.text.split("\n\n")[0] == "Hello Ben,"
    assert [line for line in found.text.split("\n") if line] == ["Hello Ben,", "It did.", "Nobody was."]


@pytest.mark.parametrize(
    "text",
    [
        f"---------- Forwarded message ---------\nFrom: Ada\nDate: 3 May\nSubject: Ferry\nTo: Ben\n\n{OWN}",
        "\n".join(f"> {line}" for line in OWN.split("\n")),
        f"-- \nBen Carr\n\nBegin forwarded message:\n\nFrom: Ada\nSubject: Ferry\nDate: 3 May\n\n{OWN}",
    ],
)
def test_a_mail_that_only_passes_another_on(text: str) -> None:
    """The other is what it says."""
    assert own_words(text).text == OWN


@pytest.mark.parametrize(
    "text",
    [
        "He wrote:\n\nThe ferry sank on 3 May.",
        "Here is what we know:\nFrom Marlow it sails at 10:30.\n\nThe date is 3 May.",
        "Thanks to the crew, nobody was hurt.\n\nThe ferry sank on Monday.",
        "The signature of the contract is confidential, she said.",
        "Thank you for the report. It is good.",
    ],
)
def test_other_words_stay(text: str) -> None:
    """Words that only look like those around a mail."""
    assert own_words(text).text == text


@given(st.lists(st.sampled_from(["It sank.", "", "> a", "-- ", "On 3 May Ben wrote:", "From: a", "Best,", "x" * 99])))
def test_only_lines_of_the_mail_come_out(lines: list[str]) -> None:
    """In order, and none that was not in it."""
    kept = iter(line.strip("> ") for line in lines)
    assert all(line in kept for line in own_words("\n".join(lines)).text.split("\n") if line)
