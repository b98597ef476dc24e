"""Where case, or the German ß, tells two words apart that fold to one key."""

from __future__ import annotations

from typing import Final

from summarizer.text.fold import folded
from summarizer.verification.tokens import Canon, Token

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


# Surnames that British and American spelling would make one: Mr Grey is not Mr Gray.
_SPELLED_NAMES: Final = frozenset("gray grays armor harbor mold molt savior".split())
_SHARP_S: Final = frozenset("masse massen busse bussen flosse flossen weisse weissen russe russen rosse rossen".split())


def same_case(claim: Canon, first: int, source: Canon, start: int, length: int) -> bool:
    """False where a `CASED` word ("us" and "US", "Polish" and "polish") differs in case though its key is equal.

    The first word of either text may have a capital for that alone; a text in one case throughout tells nothing. False
    too for names and German words that only spelling or folding made equal.
    """
    uniform = claim.uniform or source.uniform
    for offset in range(length):
        mine, theirs = claim.tokens[first + offset], source.tokens[start + offset]
        if mine.key in _SPELLED_NAMES and not mine.shape == theirs.shape == "lower":
            if folded(_written(claim, mine)) != folded(_written(source, theirs)):
                return False
        elif mine.key in _SHARP_S and ("ß" in _written(claim, mine)) != ("ß" in _written(source, theirs)):
            return False
        if uniform or mine.shape == theirs.shape or not _is_cased(mine):
            continue
        opening = (first + offset == 0 or start + offset == 0) and "upper" not in (mine.shape, theirs.shape)
        if not opening:
            return False
    return True


def _is_cased(token: Token) -> bool:
    """Words whose case counts, and single letters behind a number ("5g", "5G")."""
    return token.key.endswith("?") if token.kind == "unit" else token.kind == "word" and token.key in CASED


def _written(form: Canon, token: Token) -> str:
    return form.text[token.start : token.end]
