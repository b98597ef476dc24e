"""Where a claim and a sentence that nearly says the same differ, and what kind of difference it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from summarizer.languages.record import CueKind
from summarizer.languages.registry import groups_together, together
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.cues import cues_at, opposite
from summarizer.verification.reading.names import aliases, plain_letters
from summarizer.verification.reading.numbers.units import may_be_one
from summarizer.verification.reading.values import Time
from summarizer.verification.verdict import CheckKind

# Articles and the like: a difference in them alone says nothing hard.
_LIGHT_MARKS: Final = frozenset((",", ";", ":", "-", "(", ")"))
# Words that come and go with a negation: "did not go" for "went" is not seen as one.
_WITH_NEGATION: Final = frozenset("do does did ever any some to has will".split())
_VALUES: Final = frozenset(("number", "percent", "points", "money", "ordinal", "unit"))
_DATES: Final = frozenset(("date", "weekday", "time"))
_NOUNS: Final = frozenset(("word", "weekday"))
# How much of claim and sentence must be equal, in order, for a difference in a small word to be read as a change of
# meaning and not as other wording. From benchmarks/corruption.py and the supported claims of the verification sets:
# lower values start to flag paraphrase. Run both again when it moves.
MATCHING: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A stretch where claim and source part: `claim` and `source` are the tokens there, either may be empty.

    `hard` says that the two cannot both be true of the same thing (or that one turns what the other says); a soft
    difference may be mere wording. `kind` is None for plain wording.
    """

    kind: CheckKind | None
    hard: bool
    claim: tuple[Token, ...]
    source: tuple[Token, ...]
    said: str
    meant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A claim beside one sentence.

    Attributes:
        covered: Share of the claim's tokens that stand in the sentence, in order, 0..1.
        whole: The same share of the sentence's tokens, 0..1.
        differences: What stands between the equal stretches.
    """

    covered: float
    whole: float
    differences: tuple[Difference, ...]


def compare(claim: CanonicalText, source: CanonicalText, *, language: str) -> Comparison:
    """Align a claim with a sentence, token by token, and name each difference.

    `compare(c, c, language="en").differences == ()`.
    """
    mine, theirs = claim.keys, source.keys
    head = 0
    while head < min(len(mine), len(theirs)) and mine[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(mine), len(theirs)) - head and mine[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    equal = head + tail
    cuts: list[tuple[int, int, int, int]] = []
    inner_mine, inner_theirs = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    for tag, a, b, c, d in SequenceMatcher(None, inner_theirs, inner_mine, autojunk=False).get_opcodes():
        if tag == "equal":
            equal += b - a
        else:
            cuts.append((head + c, head + d, head + a, head + b))
    differences = tuple(_difference(claim, source, cut, language) for cut in cuts)
    return Comparison(
        covered=equal / len(mine) if mine else 0.0,
        whole=equal / len(theirs) if theirs else 0.0,
        differences=_with_swaps(claim, source, differences),
    )


def _difference(
    claim: CanonicalText, source: CanonicalText, cut: tuple[int, int, int, int], language: str
) -> Difference:
    first, end, start, stop = cut
    mine, theirs = claim.tokens[first:end], source.tokens[start:stop]
    end, stop = first + _without_comma(mine, theirs), start + _without_comma(theirs, mine)
    mine, theirs = claim.tokens[first:end], source.tokens[start:stop]
    mine_cues, their_cues = cues_at(claim.keys, language)[first:end], cues_at(source.keys, language)[start:stop]
    kind, hard = _kind(claim, mine, theirs, (mine_cues, their_cues), opening=first == 0 or start == 0)
    return Difference(
        kind=kind,
        hard=hard,
        claim=mine,
        source=theirs,
        said=_in_words(claim, first, end),
        meant=_in_words(source, start, stop),
    )


def _without_comma(tokens: Sequence[Token], others: Sequence[Token]) -> int:
    """How many tokens a stretch has without the comma that a weekday in its place takes to itself.

    As in "am Museum, 14. Februar" beside "am Freitag, 14. Februar".
    """
    takes = [token.kind for token in others] == ["weekday"]
    return 1 if takes and len(tokens) == 2 and tokens[1].key == "," else len(tokens)


def _in_words(form: CanonicalText, first: int, end: int) -> str:
    """The words of a stretch as written; a lone unit or sign comes with the number before it."""
    if first < end and first and form.tokens[first].kind == "unit":
        first -= 1
    return " ".join(form.words_of(first, end).split())


def _kind(
    claim: CanonicalText,
    mine: Sequence[Token],
    theirs: Sequence[Token],
    cues: tuple[Sequence[frozenset[CueKind]], Sequence[frozenset[CueKind]]],
    *,
    opening: bool,
) -> tuple[CheckKind | None, bool]:
    if _only(mine, _VALUES) and _only(theirs, _VALUES):
        return "number", _understood(mine) and _understood(theirs) and not _same_sums(mine, theirs)
    if _only(mine, _DATES | {"number", "ordinal"}) and _only(theirs, _DATES | {"number", "ordinal"}):
        return "date", _understood(mine) and _understood(theirs) and not _same_clock(mine, theirs)
    roles_mine: set[CueKind] = set().union(*cues[0])
    roles_theirs: set[CueKind] = set().union(*cues[1])
    if ("negation" in roles_mine) != ("negation" in roles_theirs) and _light_but_negation(mine, theirs, cues):
        return "negation", True
    if len(mine) == len(theirs) == 1:
        if opposite(mine[0].key, theirs[0].key):
            return ("quantifier" if "quantifier" in roles_mine else "direction"), True
        if not opening and _names(mine, claim) and theirs[0].shape in ("title", "upper"):
            return "name", not _may_be_one_name(mine, theirs)
    if mine and theirs and _all_names(mine) and _all_names(theirs) and not opening and not claim.uniform:
        return "name", not _may_be_one_name(mine, theirs)
    return _soft_kind(roles_mine, roles_theirs), False


def _soft_kind(mine: set[CueKind], theirs: set[CueKind]) -> CheckKind | None:
    """A word of weight that only one side has: it may change the meaning, so it is worth a check."""
    for role, kind in _SOFT:
        if (role in mine) != (role in theirs):
            return kind
    return None


_SOFT: Final[tuple[tuple[CueKind, CheckKind], ...]] = (
    ("negation", "negation"),
    ("attribution", "attribution"),
    ("modality", "modality"),
    ("condition", "modality"),
    ("bound", "quantifier"),
    ("quantifier", "quantifier"),
)


def _only(tokens: Sequence[Token], kinds: frozenset[str]) -> bool:
    return (
        bool(tokens)
        and all(token.kind in kinds or token.key in ("-", "per") for token in tokens)
        and any(token.kind in kinds for token in tokens)
    )


def _same_sums(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """As in "$5" beside "US$5": the sums are equal, and the sign of one may mean the currency of the other."""
    return len(mine) == len(theirs) and all(
        one.key == other.key
        or (one.kind == other.kind == "money" and one.number == other.number and may_be_one(one.unit, other.unit))
        for one, other in zip(mine, theirs, strict=True)
    )


def _understood(tokens: Sequence[Token]) -> bool:
    """False where a letter or figures stand that may mean several things: "5m", "4/7/2020", "09.00".

    A time that leaves half a day open is understood as far as it goes: `_same_clock` compares the hands.
    """
    return all(token.kind == "time" or token.value.certainty == "whole" for token in tokens)


def _same_clock(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """As in "9 a.m." beside "09:00" or "21:30": the hands of the clock stand alike."""
    one, other = _hands(mine), _hands(theirs)
    return bool(one) and one == other


def _hands(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """What a clock shows at each time among the tokens."""
    return [token.value.on_dial for token in tokens if isinstance(token.value, Time)]


def _may_be_one_name(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """As in "US" beside "United States", "WHO" beside its full name, "Zürich" beside "Zurich": not surely another."""
    one, other = [token.word for token in mine], [token.word for token in theirs]
    if [plain_letters(word) for word in one] == [plain_letters(word) for word in other]:
        return True
    return _is_short_for(one, other) or _is_short_for(other, one)


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one word is the initials, an alias or the short title of a name."""
    if len(short) != 1:
        return False
    if "".join(word[:1] for word in long) == short[0] or not set(long).isdisjoint(aliases(short[0])):
        return True
    return len(long) == 1 and long[0] in groups_together("capitals.short_titles").get(short[0], ())


def _light_but_negation(
    mine: Sequence[Token],
    theirs: Sequence[Token],
    cues: tuple[Sequence[frozenset[CueKind]], Sequence[frozenset[CueKind]]],
) -> bool:
    """True where nothing but the negation, and light words that come with it, stands on either side."""
    light = together("vocabulary.light_words") | _LIGHT_MARKS | _WITH_NEGATION
    for token, kinds in zip((*mine, *theirs), (*cues[0], *cues[1]), strict=True):
        if "negation" not in kinds and token.key not in light:
            return False
    return True


def _names(tokens: Sequence[Token], form: CanonicalText) -> bool:
    return not form.uniform and all(token.shape in ("title", "upper") for token in tokens)


def _all_names(tokens: Sequence[Token]) -> bool:
    return all(token.kind in _NOUNS and token.shape in ("title", "upper") for token in tokens)


def _with_swaps(
    claim: CanonicalText, source: CanonicalText, differences: tuple[Difference, ...]
) -> tuple[Difference, ...]:
    """Who did what to whom: the same words in another order, names among them, make each stretch one of order.

    "Ann beat Bob" and "Bob beat Ann" hold the same words. A place that moved ("in Paris") changes nothing.
    """
    mine = sorted(token.key for one in differences for token in one.claim)
    theirs = sorted(token.key for one in differences for token in one.source)
    if len(differences) < 2 or mine != theirs or _people(claim.tokens) == _people(source.tokens):
        return differences
    return tuple(replace(one, kind="order", hard=True) for one in differences)


def _people(tokens: Sequence[Token]) -> list[str]:
    """The names in order, those of places ("in Paris") left out."""
    named = [i for i, token in enumerate(tokens) if token.kind in _NOUNS and token.shape in ("title", "upper")]
    return [tokens[i].key for i in named if i == 0 or tokens[i - 1].key not in ("in", "at", "near", "on")]
