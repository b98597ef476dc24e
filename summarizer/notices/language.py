"""Of languages is told where the text is in another one than asked for, and where a language is known by form alone.

language_notices(asked="German", own="en", …, parts=shown)  ->  (Notice("language", "The summary is in English, …"),)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.languages.claim_language import claim_language
from summarizer.languages.detect import guess_language
from summarizer.languages.registry import code_of, language_of, name_of
from summarizer.notices.notice import Notice

_SHORTEST_NAME: Final = 3  # letters; what is shorter is a code, or a word such as the "de" of "español de México"
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """A part of a result, as far as its language goes.

    Attributes:
        name: what it is, in the plural or the singular that `verb` goes with: "the key facts", "the summary".
        verb: "is" or "are".
        text: all that it says.
        why: why it is in the article's own words, as a clause; "" where a model was to choose the words.
        advice: what to do where it is in another language than asked for.
    """

    name: str
    verb: str
    text: str
    why: str = ""
    advice: str = ""


def code_in(name: str) -> str:
    """The code of a language in its name as people say it, "" for none: `code_in("Brazilian Portuguese") == "pt"`."""
    words = _WORD.findall(name)
    names = [name, *(word for word in words if len(word) >= _SHORTEST_NAME), *words[:1]]
    return next(filter(None, map(code_of, names)), "")


def language_notices(*, asked: str | None, own: str, known: bool, parts: Sequence[ShownPart]) -> tuple[Notice, ...]:
    """What is to be said of the languages of a result.

    Args:
        asked: the language that was asked for, by name or code; None for the article's own.
        own: the article's language, ISO 639-1; "" where nobody can tell.
        known: whether words of the article's language are known.
        parts: what is shown.
    """
    return (*_not_kept(asked, own=own, parts=parts), *_by_form(asked, own=own, known=known, parts=parts))


def _not_kept(asked: str | None, *, own: str, parts: Sequence[ShownPart]) -> list[Notice]:
    """A notice for the parts that are in another language than asked for, those of one language and cause together."""
    wanted = code_in(asked or "") if asked else own
    strays: dict[tuple[str, str, str], list[ShownPart]] = {}
    for part in parts:
        found = _language_of(part, asked=asked, wanted=wanted, own=own)
        if found is not None and found != wanted:
            strays.setdefault((found, part.why, part.advice), []).append(part)
    notices = []
    for (found, why, advice), strayed in strays.items():
        names = " and ".join(part.name for part in strayed)
        verb = strayed[0].verb if len(strayed) == 1 else "are"
        language = _said(found, own=own, verbatim=bool(why))
        instead = f"although {_named(asked)} was asked for" if asked else f"although the article is in {_named(own)}"
        message = f"{names[:1].upper()}{names[1:]} {verb} in {language}, {instead}{': ' if why else ''}{why}."
        notices.append(Notice(kind="language", message=message, advice=advice))
    return notices


def _language_of(part: ShownPart, *, asked: str | None, wanted: str, own: str) -> str | None:
    """The code of the language that a part is in, "" for one that is not known; None where nothing tells."""
    if not part.text.strip():
        return None
    if part.why:
        return own
    if wanted:
        return claim_language(part.text, source=own, told=wanted)
    # Nothing is known of the language asked for; that of the article is not it.
    guessed = guess_language(part.text) if asked else ""
    return guessed if guessed and guessed == own else None


def _by_form(asked: str | None, *, own: str, known: bool, parts: Sequence[ShownPart]) -> list[Notice]:
    """Quiet notices of the languages that are read by form alone."""
    notices = []
    if not known:
        message = f"No words of the article's language ({_named(own)}) are known here: it was read by form alone."
        notices.append(Notice(kind="language", message=message, quiet=True))
    elif not own and any(map(_WORD.search, (part.text for part in parts))):
        message = "The article's language could not be told, so that it was read by form, and by English words."
        advice = "Name it: Document.of(text, language=…)."
        notices.append(Notice(kind="language", message=message, advice=advice, quiet=True))
    if asked and not _has_words(code_in(asked)):
        message = f"No words of {asked} are known here: what was written in it was checked by form and by judges alone."
        notices.append(Notice(kind="language", message=message, quiet=True))
    return notices


def _has_words(code: str) -> bool:
    return bool(code) and language_of(code).known


def _said(code: str, *, own: str, verbatim: bool) -> str:
    if not code:
        return "the article's own language" if verbatim else "another language"
    return f"{_named(code)}, the article's language" if code == own else _named(code)


def _named(language: str | None) -> str:
    """A language by its English name where there is one, else as it was given."""
    code = code_in(language or "")
    given = language or "another language"
    # "Swiss German" says more than "German"; a code, or a name in its own language, says less.
    return given if " " in given else name_of(code) or given
