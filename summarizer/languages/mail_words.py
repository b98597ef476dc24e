"""What stands around the words of an e-mail, in one language's words: the group `mail_words` of a record.

    EN.mail_words.wrote      ->  {"wrote", …}: the end of a line above a mail that is quoted
    EN.mail_words.sign_offs  ->  {"best regards", …}: whole lines above a signature

Every entry is written in small letters, with one blank between words and no marks at its ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.languages.page_words import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWords:
    """Words that tell what somebody wrote in a mail from what the program put around it.

    Attributes:
        wrote: What stands before the colon of the line above a quoted mail: "wrote".
        originals: Whole lines, dashes aside, above a mail that is quoted or forwarded: "original message".
        fields: What stands before the colon in the lines above such a mail: "from", "sent", "subject".
        replies: What stands before the colon of a subject that was replied to or forwarded: "re", "fwd".
        sent_from: How a line begins that a program put below a mail: "sent from my".
        sign_offs: Whole lines above a signature: "best regards".
        legal: What a notice at a mail's end holds: "intended recipient".
    """

    wrote: Lines = frozenset()
    originals: Lines = frozenset()
    fields: Lines = frozenset()
    replies: Lines = frozenset()
    sent_from: Lines = frozenset()
    sign_offs: Lines = frozenset()
    legal: Lines = frozenset()
