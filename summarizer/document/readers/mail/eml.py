r"""E-mail as it was sent (`.eml`): what its sender wrote, with the subject for a title.

EML.recognizes("From: a@b.example\nSubject: Ferry\nDate: …\n\nIt sank.")  ->  True
EML.read(text)  ->  ReadText(text="It sank.", title="Ferry", date=…, unused=(…))
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.document.readers.mail.own_words import OwnWords, own_words
from summarizer.document.readers.mail.page_text import page_text
from summarizer.document.readers.mail.parts import MailParts, parts_of
from summarizer.document.readers.reader import BytesReader, Reader, ReadText, head_of
from summarizer.document.readers.unused import Unused
from summarizer.errors import InputError
from summarizer.languages.registry import cached_by_records, together

_FIELD: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:[ \t]|$)")
_MOST_HEADERS: Final = 300  # lines
# What programs write and people do not; beside them a mail says from whom it is.
_TECHNICAL: Final = frozenset(
    "message-id mime-version received return-path content-type content-transfer-encoding delivered-to dkim-signature "
    "x-mailer reply-to in-reply-to references list-id".split()
)
_COMMON: Final = frozenset("from to cc subject date sender".split())
_FEWEST: Final = 3
_MOST_NAMED: Final = 5
_SENDER: Final = re.compile(r"^(?:from|sender):[^\n]*\S@\S", re.IGNORECASE | re.MULTILINE)
_LINK: Final = re.compile(
    r"[ \t]*(?:<(?:https?|mailto):[^<>\s]+>|\[(?:https?:|cid:|image\b)[^\[\]]*\]|\(https?://[^()\s]{30,}\))",
    re.IGNORECASE,
)
_LINK_LINE: Final = re.compile(r"^[ \t]*\(?\s*https?://\S+\s*\)?[ \t]*$", re.MULTILINE)


def is_eml(text: str) -> bool:
    """True for a text that opens with the headers of a mail: who sent it, and what programs write.

    Args:
        text: Any text.
    """
    lines = re.sub(r"\A\s*(?:From [^\n]*\n)?", "", head_of(text)).split("\n")[:_MOST_HEADERS]
    names: list[str] = []
    end = 0
    for end, line in enumerate(lines):  # noqa: B007 - where it ends is used below
        found = _FIELD.match(line)
        if found is not None:
            names.append(found[1].lower())
        elif not names or not line[:1].isspace() or not line.strip():
            break
    known = [name for name in names if name in _COMMON or name in _TECHNICAL]
    if len(set(known)) < _FEWEST or not {"from", "sender", "return-path"} & set(known):
        return False
    return not _TECHNICAL.isdisjoint(known) or _SENDER.search("\n".join(lines[: end + 1])) is not None


def read_eml(text: str) -> ReadText:
    """What the sender wrote, of a mail that was decoded already.

    Args:
        text: The mail, with its headers.

    Raises:
        InputError: There are no words in it.
    """
    return read_mail(text.encode("utf-8", "surrogatepass"))


def read_mail(data: bytes) -> ReadText:
    """What the sender wrote: no quoted or forwarded mail below it, no signature, no notices; attachments are named.

    Args:
        data: The mail as it was sent.

    Raises:
        InputError: There are no words in it.
    """
    parts = parts_of(data)
    quoted = 0
    text = _LINK_LINE.sub("", _LINK.sub("", parts.plain))
    if not parts.plain and parts.page:
        text, quoted = page_text(parts.page)
    own = own_words(text)
    if not own.text:
        raise InputError(_nothing(parts))
    title = _subject_prefix().sub("", parts.subject).strip()
    return ReadText(text=own.text, title=title or None, date=parts.date, unused=_unused(own, parts, quoted=quoted))


def _nothing(parts: MailParts) -> str:
    if parts.attached:
        named = ", ".join(parts.attached)
        return f"this mail has no words of its own; what it says may stand in what is attached: save and give {named}"
    return "this mail has no words of its own: it is empty, or quotes and notices are all that is in it"


def _unused(own: OwnWords, parts: MailParts, *, quoted: int) -> tuple[Unused, ...]:
    """What of a mail is in no fact."""
    found = [
        _lines(own.quoted, "of quoted or forwarded mail"),
        "quoted mail" if quoted and not own.quoted else "",
        _lines(own.signature, "of a signature"),
        _lines(own.legal, "of notices below it"),
    ]
    unused = [Unused(what=what) for what in found if what]
    if parts.attached:
        several = f"{len(parts.attached)} attachments" if len(parts.attached) > 1 else "an attachment"
        named = ", ".join(parts.attached[:_MOST_NAMED]) + (", …" if len(parts.attached) > _MOST_NAMED else "")
        unused.append(Unused(what=several, where=named, advice="Save what is attached, and give it by itself."))
    return tuple(unused)


def _lines(count: int, what: str) -> str:
    return f"{count} line{'s' if count > 1 else ''} {what}" if count else ""


@cached_by_records
def _subject_prefix() -> re.Pattern[str]:
    """What programs put before the subject of a reply: "Re: Fwd: AW:", and the name of a list in brackets."""
    words = "|".join(map(re.escape, sorted(together("mail_words.replies"), key=len, reverse=True)))
    return re.compile(
        rf"^\s*(?:(?:{words})(?:\s?\[\d+\]|\(\d+\))?\s?[:：]\s*|\[[^\[\]]{{1,40}}\]\s*(?=\S))*", re.IGNORECASE
    )


def _recognizes_bytes(data: bytes) -> bool:
    return is_eml(data[:50_000].decode("utf-8", "replace"))


EML = Reader(name="eml", suffixes=(".eml",), markdown=False, recognizes=is_eml, read=read_eml)
EML_BYTES = BytesReader(name="eml", suffixes=(".eml",), markdown=False, recognizes=_recognizes_bytes, read=read_mail)
