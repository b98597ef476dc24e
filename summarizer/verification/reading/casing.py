"""Where case, or the German ß, tells two words apart that fold to one key."""

from __future__ import annotations

from summarizer.languages.registry import together
from summarizer.text.fold import folded
from summarizer.text.terms import is_function
from summarizer.verification.reading.values import CanonicalText, Token


def same_case(claim: CanonicalText, first: int, source: CanonicalText, start: int, length: int) -> bool:
    """False where words whose keys are equal differ in case so that another thing may be meant.

    An acronym is no word ("ICE", "ice"), a name no noun ("Windows", "windows"; every German noun). The first word of
    either text, and one behind a quotation mark or colon, may have a capital for that alone; a text in one case
    throughout tells nothing. False too for names and German words that only spelling or folding made equal.
    """
    uniform = claim.uniform or source.uniform
    for offset in range(length):
        mine, theirs = claim.tokens[first + offset], source.tokens[start + offset]
        if mine.kind == "word" and not _same_written(claim, mine, source, theirs):
            return False
        shapes = {mine.shape, theirs.shape}
        if uniform or len(shapes) == 1 or "none" in shapes or not _has_case(mine):
            continue
        if shapes == {"upper", "title"} and not (mine.kind == "unit" or mine.key in together("capitals.cased_words")):
            continue
        titled, place = (claim, first + offset) if mine.shape == "title" else (source, start + offset)
        moved = first + offset != start + offset and 0 in (first + offset, start + offset)
        opens = shapes == {"title", "lower"} and _opens(titled, place)
        name = moved and mine.key in together("capitals.cased_words") and not is_function(mine.key)
        if mine.key not in together("capitals.either_case") and (name or not opens):
            return False
    return True


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
