"""Where case, or the German ß, tells two words apart that fold to one key."""

from __future__ import annotations

from typing import Final

from summarizer.languages.registry import together
from summarizer.text.fold import folded
from summarizer.text.terms import is_function
from summarizer.verification.reading.canonical_text import CanonicalText, Token

_MOST_LABEL: Final = 6  # tokens, the colon among them, that a speaker's label has


def same_case(claim: CanonicalText, first: int, source: CanonicalText, start: int, length: int) -> bool:
    """False where words whose keys are equal differ in case so that another thing may be meant.

    An acronym is no word ("ICE", "ice"), a name no noun ("Windows", "windows"; every German noun). The first word of
    either text, and one behind a quotation mark or colon, may have a capital for that alone; a text in one case
    throughout tells nothing. False too for names and German words that only spelling or folding made equal.
    """
    places = zip(range(first, first + length), range(start, start + length), strict=True)
    return all(_is_same_case(claim, here, source, there) for here, there in places)


def is_other_word(claim: CanonicalText, here: int, source: CanonicalText, there: int) -> bool:
    """True where case or spelling surely makes two words of one key: "us" and "US", "Sie" and "sie", "5g" and "5G"."""
    if _is_same_case(claim, here, source, there) or claim.headline:
        return False
    if _opens(claim, here) or _opens(source, there):
        return False
    mine, theirs = claim.tokens[here], source.tokens[there]
    if not _same_written(claim, mine, source, theirs) or mine.kind == "unit":
        return True
    shapes = {mine.shape, theirs.shape}
    return mine.key in together("capitals.cased_words") or (shapes == {"upper", "lower"} and is_function(mine.key))


def _is_same_case(claim: CanonicalText, here: int, source: CanonicalText, there: int) -> bool:
    mine, theirs = claim.tokens[here], source.tokens[there]
    if mine.kind == "word" and not _same_written(claim, mine, source, theirs):
        return False
    if claim.uniform or source.uniform:
        return True
    if _is_other_unit(claim, here, _written(source, theirs)):
        return False
    if _is_in_label(claim, here) or _is_in_label(source, there):
        return True
    return not _may_differ(mine, theirs) or _is_moved_to_front(claim, here, source, there)


def _is_in_label(form: CanonicalText, place: int) -> bool:
    """Whether a word stands in the label of a speaker in capitals, which would be written so whoever it is: "BELL:"."""
    end = form.keys.index(":") if ":" in form.keys[:_MOST_LABEL] else 0
    return place < end and all(token.shape == "upper" for token in form.tokens[:end])


def _is_moved_to_front(claim: CanonicalText, here: int, source: CanonicalText, there: int) -> bool:
    """Whether a word that may differ has its capital for standing first, in the one text or in the other."""
    mine, theirs = claim.tokens[here], source.tokens[there]
    if {mine.shape, theirs.shape} != {"title", "lower"}:
        return False
    if not (_opens(claim, here) if mine.shape == "title" else _opens(source, there)):
        return False
    moved = here != there and 0 in (here, there)
    return not (moved and mine.key in together("capitals.cased_words") and not is_function(mine.key))


def _is_other_unit(claim: CanonicalText, place: int, other: str) -> bool:
    """Whether a word behind a number has its capitals at other places, which tell units apart: "MBps", "Mbps"."""
    token = claim.tokens[place]
    if not place or token.kind != "word" or claim.tokens[place - 1].kind != "number":
        return False
    own = _written(claim, token)
    return own[1:] != other[1:] and own.lower() == other.lower()


def _may_differ(mine: Token, theirs: Token) -> bool:
    """Whether the case in which two equal tokens are written may make them two things: "ice" and "ICE"."""
    if mine.shape == theirs.shape or "none" in (mine.shape, theirs.shape) or not _has_case(mine):
        return False
    if mine.key in together("capitals.either_case"):
        return False
    return "lower" in (mine.shape, theirs.shape) or mine.kind == "unit" or mine.key in together("capitals.cased_words")


def _opens(form: CanonicalText, place: int) -> bool:
    return place == 0 or form.tokens[place - 1].kind == "quote" or form.keys[place - 1] in (":", ".", "?", "!", "-")


def _same_written(claim: CanonicalText, mine: Token, source: CanonicalText, theirs: Token) -> bool:
    """False for a name, or a German word, that is written otherwise: Mr Grey is not Mr Gray, "Masse" not "Maße"."""
    sharp_s = together("capitals.sharp_s_words")
    if mine.shape == theirs.shape == "lower" and mine.key not in sharp_s:
        return True
    one, other = _written(claim, mine), _written(source, theirs)
    if mine.key in together("capitals.spelled_names"):
        return folded(one) == folded(other)
    return mine.key not in sharp_s or ("ß" in one) == ("ß" in other)


def _has_case(token: Token) -> bool:
    """Words, and single letters behind a number ("5g", "5G")."""
    return token.kind == "word" or (token.kind == "unit" and token.value.certainty == "two_ways")


def _written(form: CanonicalText, token: Token) -> str:
    return form.text[token.start : token.end]
