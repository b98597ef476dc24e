"""Opposites: whether a word of a claim stands where its source has the contrary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from summarizer.text.terms import stem

# Pairs that get turned around. A hint for the score, never a verdict: "lost" beside "won" is often true as well.
_PAIRS: Final = """
increase decrease|increase reduce|increase decline|increase drop|rise fall|rise drop|rose fell|grow shrink
grew shrank|raise lower|raise cut|gain loss|gain lose|profit loss|win lose|won lost|winner loser|victory defeat
success failure|succeed fail|more less|more fewer|most least|most few|many few|all none|all some|always never
often rarely|often seldom|usually rarely|high low|higher lower|highest lowest|big small|bigger smaller|large small
larger smaller|largest smallest|long short|longer shorter|old new|old young|older younger|early late|earlier later
earliest latest|first last|first final|before after|begin end|began ended|start stop|start end|started ended
open close|opened closed|opening closing|buy sell|bought sold|accept reject|accept refuse|agree disagree
agree refuse|approve reject|support oppose|supported opposed|allow ban|allow forbid|allow prevent|permit prohibit
confirm deny|admit deny|include exclude|add remove|arrive leave|arrive depart|enter leave|enter exit|join leave
strong weak|stronger weaker|strengthen weaken|improve worsen|better worse|best worst|good bad|positive negative
optimistic pessimistic|easy difficult|easy hard|simple complex|fast slow|quick slow|quickly slowly|rich poor
public private|major minor|male female|man woman|men women|boy girl|father mother|son daughter|brother sister
husband wife|north south|northern southern|east west|eastern western|left right|up down|above below|over under
inside outside|near far|hot cold|warm cold|wet dry|safe dangerous|guilty innocent|convicted acquitted|alive dead
survive die|born died|love hate|like dislike|remember forget|praise criticize|attack defend|friend enemy|ally rival
teacher student|employer employee|supply demand|import export|borrow lend|hire fire|promote demote|expand contract
expand reduce|extend shorten|delay advance|maximum minimum|majority minority|full empty|same different
similar different|with without|yes no|true false|right wrong|possible impossible|likely unlikely|able unable
known unknown|legal illegal|happy sad|happy unhappy|satisfied dissatisfied|encourage discourage|appear disappear
connect disconnect|cheap expensive|temporary permanent|voluntary mandatory|optional mandatory|optional required
domestic foreign|local global|national international|internal external|offline online|ancient modern|active passive
formal informal|direct indirect|frequent rare|common rare|common unusual|wide narrow|deep shallow|thick thin
heavy light|dark bright|loud quiet|morning evening|day night|today tomorrow|yesterday tomorrow|past future
previous next|both neither|everyone nobody|everything nothing|decrease expand|upgrade downgrade|upper lower
senior junior|surplus deficit
"""
_PREFIXES: Final = ("un", "in", "im", "dis", "non", "ir", "il", "mis")
_LEAST: Final = 4  # letters behind a prefix: "under" is no opposite of "der"


def has_antonym_in(term: str, held: Collection[str]) -> bool:
    """True when some terms lack a term and have its opposite: from the list, or by a prefix such as "un".

    Promise: `has_antonym_in(t, held)` implies `t not in held`.
    """
    return term not in held and not _contraries(term).isdisjoint(held)


@lru_cache(maxsize=1 << 12)
def _contraries(term: str) -> frozenset[str]:
    listed = _opposites().get(term, frozenset())
    if len(term) < _LEAST:
        return listed
    bare = (term.removeprefix(prefix) for prefix in _PREFIXES if term.startswith(prefix))
    return listed.union((prefix + term for prefix in _PREFIXES), (rest for rest in bare if len(rest) >= _LEAST))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in _PAIRS.replace("\n", "|").split("|"):
        if pair:
            one, two = map(stem, pair.split())
            found[one].add(two)
            found[two].add(one)
    return {term: frozenset(others) for term, others in found.items()}
