"""Cuts whole texts into documents of the size of an article, and tells the language of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from summarizer.document.document import Document

_LEAST_CHARS = 4_000
_MOST_CHARS = 6_000


def cut_into_pieces(path: Path) -> Iterable[str]:
    """A plain text cut between paragraphs, in pieces of 4 to 6 thousand characters; those in another language left out.

    A paragraph longer than that is a piece of its own.
    """
    text = path.read_text(encoding="utf-8")
    language = language_of(text)
    for piece in _cut_between_paragraphs(text):
        if language_of(piece) == language:
            yield piece


def _cut_between_paragraphs(text: str) -> Iterable[str]:
    piece = ""
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        too_long = bool(piece) and len(piece) + len(paragraph) > _MOST_CHARS
        if len(piece) >= _LEAST_CHARS or too_long:
            yield piece.strip()
            piece = ""
        piece += f"{paragraph}\n\n"
    if piece.strip():
        yield piece.strip()


def language_of(text: str) -> str:
    """The language, of those that have kinds of their own, in which a text is read, and "en" for others."""
    found = Document.of(text).language
    return found if found in ("de", "fr", "es", "zh") else "en"
