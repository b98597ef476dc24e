"""The pairs of the exam: short texts, and of each a claim that follows from it and one that is false by a hair.

exam_texts()[0].claims  ->  (ExamClaim(statement="…", holds=True), ExamClaim(statement="…", holds=False, kind="number"))

They are this library's own, and stand nowhere in its tests, examples and benchmarks. What holds is said in other words
than the text's, and what does not keeps its words, so that likeness points the wrong way; the rules leave both open.
Twelve texts are English, two each German, French, Spanish and Chinese.
"""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from summarizer.document.document import Document
from summarizer.verification.claim import Claim
from summarizer.verification.judging.source import Source

_FILE: Final = "pairs.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamClaim:
    """A claim of the exam, and whether it holds; `kind` says what it has wrong, "" where nothing is."""

    claim: Claim
    kind: str

    @property
    def holds(self) -> bool:
        """True if a careful reader of the text would accept it."""
        return not self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamText:
    """A text of the exam, as any source is, with its claims."""

    source: Source
    claims: tuple[ExamClaim, ...]


@functools.cache
def exam_texts() -> tuple[ExamText, ...]:
    """The texts; the ids of their claims differ from each other."""
    return tuple(_text_of(listed, number) for number, listed in enumerate(json.loads(_bytes()), start=1))


@functools.cache
def exam_sha256() -> str:
    """The SHA-256 of the file: another exam has another result."""
    return hashlib.sha256(_bytes()).hexdigest()


def _text_of(listed: dict[str, object], number: int) -> ExamText:
    document = Document.of(str(listed["text"]), language=str(listed["language"]), format="plain")
    pairs = listed["claims"]
    if not isinstance(pairs, list):
        raise TypeError(f"{_FILE} holds no claims at {number}")
    claims = [
        ExamClaim(
            claim=Claim(id=f"x{number}{'ab'[place]}", statement=one["claim"], group="claims"), kind=one.get("wrong", "")
        )
        for place, one in enumerate(pairs)
    ]
    return ExamText(source=Source.of(document), claims=tuple(claims))


def _bytes() -> bytes:
    return files(__package__).joinpath(_FILE).read_bytes()
