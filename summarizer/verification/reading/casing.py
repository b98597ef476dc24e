"""Where case, or the German ß, tells two words apart that fold to one key."""

from __future__ import annotations

from typing import Final

from summarizer.text.fold import folded
from summarizer.text.terms import is_function
from summarizer.verification.reading.values import CanonicalText, Token

# Words that are another word, or a name, when their case differs. Acronyms that read as a word, nationalities that are
# verbs,
# months, and first names and firms that are common words.
CASED: Final = frozenset(
    "us who it may march august polish turkey china aids bill will mark rose grace hope faith frank grant drew pat "
    "nick jack "
    "rich bush apple amazon shell target gap orange sun wed sat mars mercury earth job jobs gates ford banks brown "
    "black "
    "white green young long short rice stone wood woods bell cook baker butler carter mason potter smith wells hill "
    "field "
    "lake brooks rivers dean king prince duke pope nice reading bath cork lima java python rust ai or in ok me pa ma "
    "la al "
    "sad mad who's pin cars art arts rest past star stem swift crisp labour labor conservative democratic republican "
    "liberal "
    "green greens independent union state congress parliament cabinet house senate church crown guardian times "
    "independent "
    "finish danish swedish dutch scotch german welsh swiss slim sky meta uber visa square block chase general dick "
    "dolly "
    "guy hank harry herb iris ivy jay joy june ken lance lily melody miles norm olive patience pearl penny peter ray "
    "sie ihr ihre ihren ihrem ihrer ihres ihnen "
    "weg morgen recht arm band robin ruby rusty sandy scarlett skip sue summer ted terry "
    "tony victor violet wade warren worth".split()
)


# Offices and things that are written either way.
_EITHER: Final = frozenset(
    "president prime minister chancellor mayor governor senator chairman director professor government internet web "
    "percent".split()
)
# Surnames that British and American spelling would make one: Mr Grey is not Mr Gray.
_SPELLED_NAMES: Final = frozenset("gray grays armor harbor mold molt savior denize honor arbor wooler".split())
_SHARP_S: Final = frozenset("masse massen busse bussen flosse flossen weisse weissen russe russen rosse rossen".split())


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
        if shapes == {"upper", "title"} and not (mine.kind == "unit" or mine.key in CASED):
            continue
        titled, place = (claim, first + offset) if mine.shape == "title" else (source, start + offset)
        moved = first + offset != start + offset and 0 in (first + offset, start + offset)
        opens = shapes == {"title", "lower"} and _opens(titled, place)
        name = moved and mine.key in CASED and not is_function(mine.key)
        if mine.key not in _EITHER and (name or not opens):
            return False
    return True


def _opens(form: CanonicalText, place: int) -> bool:
    return place == 0 or form.tokens[place - 1].kind == "quote" or form.keys[place - 1] in (":", ".", "?", "!", "-")


def _same_written(claim: CanonicalText, mine: Token, source: CanonicalText, theirs: Token) -> bool:
    """False for a name, or a German word, that is written otherwise: Mr Grey is not Mr Gray, "Masse" not "Maße"."""
    if mine.shape == theirs.shape == "lower" and mine.key not in _SHARP_S:
        return True
    one, other = _written(claim, mine), _written(source, theirs)
    if mine.key in _SPELLED_NAMES:
        return folded(one) == folded(other)
    return mine.key not in _SHARP_S or ("ß" in one) == ("ß" in other)


def _has_case(token: Token) -> bool:
    """Words, and single letters behind a number ("5g", "5G")."""
    return token.kind == "word" or (token.kind == "unit" and token.value.certainty == "two_ways")


def _written(form: CanonicalText, token: Token) -> str:
    return form.text[token.start : token.end]
