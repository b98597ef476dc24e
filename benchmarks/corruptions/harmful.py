"""Changes after which a sentence says something else; none of them may be accepted."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from corruptions.material import (
    CALENDAR,
    MONTH,
    MONTHS,
    NAME,
    WEEKDAYS,
    Change,
    Material,
    mapped,
    next_of,
    substituted,
    tidy,
)

_NUMBER = r"(?<![\w.,/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/])"
_BOUND = (
    r"\b(?:more than|less than|fewer than|at least|at most|up to|over|under|nearly|almost|about|around|approximately) "
)
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_INVENTED = ("Marlow", "Ostrander", "Kessel", "Brightwater", "Velasco", "Ingram", "Tamworth", "Okonjo")


def digit(match: re.Match[str]) -> str:
    """One figure of a number changed."""
    text = match[0]
    places = [i for i, char in enumerate(text) if char.isdigit()]
    place = places[len(text) % len(places)]
    digit = int(text[place])
    return text[:place] + str(digit % 9 + 1) + text[place + 1 :]


def _decimal(match: re.Match[str]) -> str:
    text = match[0]
    if "." in text:
        whole, _, rest = text.partition(".")
        return whole + rest[0] + ("." + rest[1:] if rest[1:] else "")
    return text[:-1] + "." + text[-1] if "," not in text and len(text) > 1 else text + "0"


def _with_bound(match: re.Match[str]) -> str:
    return ("at least ", "up to ", "more than ", "fewer than ")[len(match.string) % 4] + match[0]


def other_name(pattern: str) -> Change:
    """A name, of those that the pattern finds, replaced by another one of the document."""

    def change(material: Material, rng: random.Random) -> str | None:
        found = [m for m in re.finditer(pattern, material.sentence) if m[0] not in CALENDAR]
        others = [name for name in material.names if name not in material.sentence]
        if not found or not others:
            return None
        match = rng.choice(found)
        return material.sentence[: match.start()] + rng.choice(others) + material.sentence[match.end() :]

    return change


def _invented(material: Material, rng: random.Random) -> str | None:
    found = [m for m in NAME.finditer(material.sentence) if m[0] not in CALENDAR]
    if not found:
        return None
    match = rng.choice(found)
    return material.sentence[: match.start()] + rng.choice(_INVENTED) + material.sentence[match.end() :]


def _surname(material: Material, rng: random.Random) -> str | None:
    found = [m for m in NAME.finditer(material.sentence) if " " in m[0]]
    if not found:
        return None
    match = rng.choice(found)
    first = match[0].rsplit(" ", 1)[0]
    return material.sentence[: match.start()] + f"{first} {rng.choice(_INVENTED)}" + material.sentence[match.end() :]


def roles(pattern: str) -> Change:
    """The first two names that the pattern finds, each in the place of the other."""

    def change(material: Material, _: random.Random) -> str | None:
        text = material.sentence
        found = [m for m in re.finditer(pattern, text) if m[0] not in CALENDAR]
        if len(found) < 2 or found[0][0] == found[1][0]:
            return None
        one, two = found[0], found[1]
        return text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]

    return change


def spliced(material: Material, rng: random.Random) -> str | None:
    """The first half of the sentence with the second half of another one of the document."""
    if not material.others:
        return None
    mine, other = material.sentence.split(), rng.choice(material.others).split()
    text = " ".join(mine[: len(mine) // 2] + other[len(other) // 2 :])
    return text if text != material.sentence and text not in material.others else None


def foreign(material: Material, _: random.Random) -> str | None:
    """A sentence of another document."""
    return material.foreign or None


def _attribution(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    match = re.match(
        r"(?:[A-Z][\w.'’ -]{2,60}?) (?:said|says|claimed|believes|argued|warned|told \w+|added)(?: that)? (.+)", text
    )
    if match and '"' not in text and "“" not in text:
        return tidy(match[1])
    match = re.fullmatch(r"(.+), (?:[\w.'’ -]{2,60}) (?:said|says|told \w+|added)\.", text)
    if match and '"' not in text and "“" not in text:
        return match[1] + "."
    match = re.match(r"According to [^,]{3,60}, (.+)", text)
    return tidy(match[1]) if match else None


def _condition(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    match = re.match(r"(?:If|Unless) [^,]{5,80}, (.+)", text) or re.fullmatch(
        r"(.{20,}?),? (?:if|unless) .{8,}\.", text
    )
    return tidy(match[1]).rstrip(".") + "." if match else None


def quotation(pattern: str, inserted: str, *, separator: str = " ") -> Change:
    """A word of the quotation that the pattern finds left out, or one put in."""

    def change(material: Material, rng: random.Random) -> str | None:
        match = re.search(pattern, material.sentence)
        if not match:
            return None
        words = match[1].split() if separator else list(match[1])
        place = rng.randrange(len(words))
        more = [*words[:place], inserted, *words[place:]]
        changed = words[:place] + words[place + 1 :] if rng.random() < 0.5 else more
        return material.sentence[: match.start(1)] + separator.join(changed) + material.sentence[match.end(1) :]

    return change


def _unquoted(material: Material, _: random.Random) -> str | None:
    text = re.sub(r'["“]([^"“”]{3,40})["”]', r"\1", material.sentence, count=1)
    return text if text != material.sentence else None


def _joined_range(match: re.Match[str]) -> str:
    return match[1] + match[2]


def _range_end(match: re.Match[str]) -> str:
    return match[1] + match[2] + str(int(match[3]) + 1)


HARMFUL: Mapping[str, Change] = {
    "digit changed": substituted(_NUMBER, digit),
    "decimal moved": substituted(_NUMBER, _decimal),
    "scale changed": mapped(
        {
            "million": "billion",
            "billion": "million",
            "thousand": "million",
            "trillion": "billion",
            "hundred": "thousand",
        }
    ),
    "scale dropped": substituted(r"(?<=\d) (?:million|billion|trillion|thousand)\b", lambda _: ""),
    "sign added": substituted(r"(?<=[ (])\d[\d.,]*(?=%| per ?cent\b| degrees)", lambda m: f"-{m[0]}"),
    "sign dropped": substituted(r"(?<=[ (])[-−–](?=[$£€]?\d)", lambda _: ""),
    "currency": substituted(r"[$£€]", lambda m: {"$": "€", "£": "$", "€": "£"}[m[0]]),
    "dollars of another country": substituted(r"(?<![A-Z])\$(?=\d)", lambda _: "A$"),
    "currency dropped": substituted(r"[$£€](?=\d)", lambda _: ""),
    "unit": mapped(
        {
            "miles": "kilometres",
            "km": "miles",
            "kilometers": "miles",
            "kilometres": "miles",
            "kg": "tonnes",
            "feet": "metres",
        }
        | {"metres": "feet", "hours": "days", "days": "weeks", "weeks": "months", "months": "years", "years": "months"}
        | {
            "minutes": "hours",
            "seconds": "minutes",
            "pounds": "kilos",
            "tonnes": "kilos",
            "acres": "hectares",
            "mph": "km/h",
        }
    ),
    "percent to points": substituted(r"(?<=\d)(?:%| per ?cent\b)", lambda _: " percentage points"),
    "percent dropped": substituted(r"(?<=\d)(?:%| per ?cent\b)", lambda _: ""),
    "bound added": substituted(
        r"(?<=[a-z] )(?<!than )(?<!about )(?<!to )(?<!over )(?<!least )\d[\d,.]* (?=[a-z]{4,})", _with_bound
    ),
    "bound dropped": substituted(_BOUND + r"(?=[$£€]?\d|two|three|four|five|half|a )", lambda _: ""),
    "bound turned": mapped(
        {
            "more than": "less than",
            "less than": "more than",
            "at least": "at most",
            "over": "under",
            "up to": "at least",
        }
    ),
    "range end": substituted(r"\b(\d{1,3})(-|–| to | and )(\d{1,3})\b", _range_end),
    "range joined": substituted(r"\b(\d{1,3})[-–](\d{1,3})\b", _joined_range),
    "number word": mapped(next_of(_WORDS)),
    "ordinal": mapped(next_of(_ORDINALS)),
    "date day": substituted(
        rf"\b\d{{1,2}}(?= (?:{MONTH})\b)|(?<=[a-z] )\d{{1,2}}(?=, \d{{4}})", lambda m: str(int(m[0]) % 28 + 1)
    ),
    "date month": substituted(
        rf"\b(?:{MONTH})\b(?= \d)|(?<=\d )(?:{MONTH})\b|(?<=[Ii]n )(?:{MONTH})\b",
        lambda m: MONTHS[(MONTHS.index(m[0]) + 3) % 12],
    ),
    "date year": substituted(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + (1 if int(m[0]) % 2 else -2))),
    "weekday": mapped(next_of(WEEKDAYS)),
    "clock time": substituted(
        r"\b(\d{1,2})([:.]\d\d)(?= ?[ap]\.?m)|\b(\d{1,2}):\d\d\b",
        lambda m: re.sub(r"^\d+", lambda d: str(int(d[0]) % 12 + 1), m[0]),
    ),
    "am to pm": substituted(r"(?<=\d)( ?)([ap])(\.?m\b)", lambda m: m[1] + ("p" if m[2] == "a" else "a") + m[3]),
    "name of the same document": other_name(NAME.pattern),
    "name invented": _invented,
    "surname changed": _surname,
    "roles swapped": roles(NAME.pattern),
    "negation added": substituted(
        r"\b(?:is|are|was|were|will|would|could|should|has|have|had|can)\b(?! not|n)", lambda m: f"{m[0]} not"
    ),
    "negation dropped": substituted(
        r"(?<=\w\w)(?<!ca)(?<!wo)n['’]t\b|(?<=can)['’]t\b|(?<=can)not\b| not\b(?! only)|\bnever |\bno (?=[a-z])",
        lambda _: "",
    ),
    "negation word": mapped(
        {"with": "without", "without": "with", "always": "never", "never": "always", "nobody": "everybody"}
    ),
    "quantifier": mapped(
        {
            "all": "some",
            "every": "no",
            "most": "few",
            "many": "few",
            "some": "all",
            "few": "many",
            "both": "neither",
            "several": "all",
        }
        | {"each": "neither", "often": "always", "sometimes": "always", "usually": "rarely", "none": "all"}
    ),
    "hedge dropped": substituted(
        r"\b(?:allegedly|reportedly|possibly|perhaps|probably|apparently|likely|nearly|almost|partly) ", lambda _: ""
    ),
    "modal hardened": mapped(
        {"may": "will", "might": "will", "could": "will", "should": "did", "can": "must", "would": "will"}
    ),
    "attribution dropped": _attribution,
    "condition dropped": _condition,
    "direction": mapped(
        {
            "rose": "fell",
            "fell": "rose",
            "increase": "decrease",
            "increased": "decreased",
            "more": "less",
            "higher": "lower",
            "above": "below",
        }
        | {
            "before": "after",
            "after": "before",
            "won": "lost",
            "lost": "won",
            "up": "down",
            "down": "up",
            "first": "last",
            "better": "worse",
        }
        | {
            "growth": "decline",
            "north": "south",
            "east": "west",
            "bought": "sold",
            "opened": "closed",
            "best": "worst",
            "lower": "higher",
        }
    ),
    "quotation edited": quotation(r'["“]([^"“”]{12,})["”]', "truly"),
    "quotation marks dropped": _unquoted,
    "only dropped": substituted(r"\bonly ", lambda _: ""),
    "only added": substituted(r"(?<=[a-z] )(?=(?:two|three|four|five|the|a) [a-z]{4,})", lambda _: "only "),
    "superlative": mapped(
        {
            "largest": "second largest",
            "biggest": "smallest",
            "oldest": "youngest",
            "highest": "lowest",
            "best": "second best",
            "most": "least",
        }
    ),
    "former dropped": substituted(r"\b(?:former|deputy|acting|vice|assistant|then|ex-) ?", lambda _: ""),
    "tense": mapped({"will": "did", "was": "will be", "were": "will be", "is": "was", "has": "had", "are": "were"}),
    "pronoun": mapped({"he": "she", "she": "he", "his": "her", "her": "his", "they": "he", "him": "her"}),
    "country to pronoun": substituted(r"(?<=[a-z] )U\.?S\.?(?=[ ,])", lambda _: "us"),
    "spliced": spliced,
    "sentence of another document": foreign,
    "clause of a sentence": substituted(r"^.*?\b(?:that|if|whether|denied|claims|hopes) (?=\w+ \w+ \w+)", lambda _: ""),
    "question made of it": substituted(r"\.$", lambda _: "?"),
}
