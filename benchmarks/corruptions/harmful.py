"""Changes after which an English sentence says something else; none of them may be accepted.

`HARMFUL["scale changed"]` makes "4 million people" of "4 billion people".
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from itertools import pairwise

from corruptions.material import (
    CALENDAR,
    MONTH,
    MONTHS,
    NAME,
    WEEKDAYS,
    Change,
    Material,
    cycle,
    drop_one,
    replace_by_table,
    replace_one,
    tidy,
    with_new,
)

_NUMBER = r"(?<![\w.,/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/])"
_BOUND = (
    r"\b(?:more than|less than|fewer than|at least|at most|up to|over|under|nearly|almost|about|around|approximately) "
)
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_IN_LIST = ("", ",", "and", ", and", "und", "et", "y")  # between names of one list, whose order says nothing
_QUOTED = 3  # words that a quotation needs to have one inside
_INVENTED = ("Marlow", "Ostrander", "Kessel", "Brightwater", "Velasco", "Ingram", "Tamworth", "Okonjo")


# "The mayor said that", and ", the mayor said."
_SAYS_THAT = r"(?:[A-Z][\w.'’ -]{2,60}?) (?:said|says|claimed|believes|argued|warned|told \w+|added)(?: that)? (.+)"
_SO_SAID = r"(.+), (?:[\w.'’ -]{2,60}) (?:said|says|told \w+|added)\."


def change_digit(match: re.Match[str]) -> str:
    """One figure of a number changed."""
    text = match[0]
    places = [i for i, char in enumerate(text) if char.isdigit()]
    place = places[len(text) % len(places)]
    other = int(text[place]) % 9 + 1
    return f"{text[:place]}{other}{text[place + 1 :]}"


def _move_decimal(match: re.Match[str]) -> str:
    whole, point, decimals = match[0].partition(".")
    if point:
        rest = f".{decimals[1:]}" if decimals[1:] else ""
        return whole + decimals[0] + rest
    if "," in whole or len(whole) == 1:
        return f"{whole}0"
    return f"{whole[:-1]}.{whole[-1]}"


def _add_bound(match: re.Match[str]) -> str:
    return ("at least ", "up to ", "more than ", "fewer than ")[len(match.string) % 4] + match[0]


def swap_name(pattern: str) -> Change:
    """A name, of those that the pattern finds, replaced by another one of the document."""

    def change(material: Material, rng: random.Random) -> str | None:
        found = _names_found(pattern, material.sentence)
        others = [name for name in material.names if name not in material.sentence]
        if not found or not others:
            return None
        match = rng.choice(found)
        return with_new(material.sentence, match, rng.choice(others))

    return change


def _names_found(pattern: str, sentence: str) -> list[re.Match[str]]:
    return [match for match in re.finditer(pattern, sentence) if match[0] not in CALENDAR]


def _invent_name(material: Material, rng: random.Random) -> str | None:
    found = _names_found(NAME.pattern, material.sentence)
    if not found:
        return None
    match = rng.choice(found)
    return with_new(material.sentence, match, rng.choice(_INVENTED))


def _change_surname(material: Material, rng: random.Random) -> str | None:
    found = [match for match in NAME.finditer(material.sentence) if " " in match[0]]
    if not found:
        return None
    match = rng.choice(found)
    first = match[0].rsplit(" ", 1)[0]
    return with_new(material.sentence, match, f"{first} {rng.choice(_INVENTED)}")


def swap_roles(pattern: str) -> Change:
    """The first two names that the pattern finds, each in the place of the other."""

    def change(material: Material, _: random.Random) -> str | None:
        text = material.sentence
        found = _names_found(pattern, text)
        if len(found) < 2:
            return None
        pairs = [(one, two) for one, two in pairwise(found) if text[one.end() : two.start()].strip() not in _IN_LIST]
        if not pairs or pairs[0][0][0] == pairs[0][1][0]:
            return None
        one, two = pairs[0]  # a word stands between them: what stands side by side is one name
        between = text[one.end() : two.start()]
        return f"{text[: one.start()]}{two[0]}{between}{one[0]}{text[two.end() :]}"

    return change


def splice_sentences(material: Material, rng: random.Random) -> str | None:
    """The first half of the sentence with the second half of another one of the document."""
    if not material.others:
        return None
    mine, other = material.sentence.split(), rng.choice(material.others).split()
    text = " ".join(mine[: len(mine) // 2] + other[len(other) // 2 :])
    if text == material.sentence or text in material.others:
        return None
    return text


def take_foreign(material: Material, _: random.Random) -> str | None:
    """A sentence of another document."""
    return material.foreign or None


def _drop_attribution(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    if '"' not in text and "“" not in text:
        if match := re.match(_SAYS_THAT, text):
            return tidy(match[1])
        if match := re.fullmatch(_SO_SAID, text):
            return f"{match[1]}."
    match = re.match(r"According to [^,]{3,60}, (.+)", text)
    return tidy(match[1]) if match else None


def _drop_condition(material: Material, _: random.Random) -> str | None:
    match = re.match(r"(?:If|Unless) [^,]{5,80}, (.+)", material.sentence)
    match = match or re.fullmatch(r"(.{20,}?),? (?:if|unless) .{8,}\.", material.sentence)
    return tidy(match[1]).rstrip(".") + "." if match else None


def edit_quotation(pattern: str, inserted: str, *, separator: str = " ") -> Change:
    """A word of the quotation that the pattern finds left out, or one put in."""

    def change(material: Material, rng: random.Random) -> str | None:
        match = re.search(pattern, material.sentence)
        if not match:
            return None
        words = match[1].split() if separator else list(match[1])
        if len(words) < _QUOTED:
            return None
        place = rng.randrange(1, len(words) - 1)  # what is cut off at an end leaves a true quotation
        changed = [*words[:place], inserted, *words[place:]]
        if rng.random() < 0.5:
            changed = words[:place] + words[place + 1 :]
        return material.sentence[: match.start(1)] + separator.join(changed) + material.sentence[match.end(1) :]

    return change


def _drop_quotes(material: Material, _: random.Random) -> str | None:
    text = re.sub(r'["“]([^"“”]{3,40})["”]', r"\1", material.sentence, count=1)
    return text if text != material.sentence else None


def _join_range(match: re.Match[str]) -> str:
    return match[1] + match[2]


def _raise_range_end(match: re.Match[str]) -> str:
    return match[1] + match[2] + str(int(match[3]) + 1)


HARMFUL: Mapping[str, Change] = {
    "digit changed": replace_one(_NUMBER, change_digit),
    "decimal moved": replace_one(_NUMBER, _move_decimal),
    "scale changed": replace_by_table(
        {
            "million": "billion",
            "billion": "million",
            "thousand": "million",
            "trillion": "billion",
            "hundred": "thousand",
        }
    ),
    "scale dropped": drop_one(r"(?<=\d) (?:million|billion|trillion|thousand)\b"),
    "sign added": replace_one(r"(?<=[ (])\d[\d.,]*(?=%| per ?cent\b| degrees)", lambda m: f"-{m[0]}"),
    "sign dropped": drop_one(r"(?<=[ (])[-−–](?=[$£€]?\d)"),
    "currency": replace_one(r"[$£€]", lambda m: {"$": "€", "£": "$", "€": "£"}[m[0]]),
    "dollars of another country": replace_one(r"(?<![A-Z])\$(?=\d)", lambda _: "A$"),
    "currency dropped": drop_one(r"[$£€](?=\d)"),
    "unit": replace_by_table(
        {
            "miles": "kilometres",
            "km": "miles",
            "kilometers": "miles",
            "kilometres": "miles",
            "kg": "tonnes",
            "feet": "metres",
            "metres": "feet",
            "hours": "days",
            "days": "weeks",
            "weeks": "months",
            "months": "years",
            "years": "months",
            "minutes": "hours",
            "seconds": "minutes",
            "pounds": "kilos",
            "tonnes": "kilos",
            "acres": "hectares",
            "mph": "km/h",
        }
    ),
    "percent to points": replace_one(r"(?<=\d)(?:%| per ?cent\b)", lambda _: " percentage points"),
    "percent dropped": drop_one(r"(?<=\d)(?:%| per ?cent\b)"),
    "bound added": replace_one(
        r"(?<=[a-z] )(?<!than )(?<!about )(?<!to )(?<!over )(?<!least )\d[\d,.]* (?=[a-z]{4,})", _add_bound
    ),
    "bound dropped": drop_one(_BOUND + r"(?=[$£€]?\d|two|three|four|five|half|a )"),
    "bound turned": replace_by_table(
        {
            "more than": "less than",
            "less than": "more than",
            "at least": "at most",
            "over": "under",
            "up to": "at least",
        }
    ),
    "range end": replace_one(r"\b(\d{1,3})(-|–| to | and )(\d{1,3})\b", _raise_range_end),
    "range joined": replace_one(r"\b(\d{1,3})[-–](\d{1,3})\b", _join_range),
    "number word": replace_by_table(cycle(_WORDS)),
    "ordinal": replace_by_table(cycle(_ORDINALS)),
    "date day": replace_one(
        rf"\b\d{{1,2}}(?= (?:{MONTH})\b)|(?<=[a-z] )\d{{1,2}}(?=, \d{{4}})", lambda m: str(int(m[0]) % 28 + 1)
    ),
    "date month": replace_one(
        rf"\b(?:{MONTH})\b(?= \d)|(?<=\d )(?:{MONTH})\b|(?<=[Ii]n )(?:{MONTH})\b",
        lambda m: MONTHS[(MONTHS.index(m[0]) + 3) % 12],
    ),
    "date year": replace_one(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + (1 if int(m[0]) % 2 else -2))),
    "weekday": replace_by_table(cycle(WEEKDAYS)),
    "clock time": replace_one(
        r"\b(\d{1,2})([:.]\d\d)(?= ?[ap]\.?m)|\b(\d{1,2}):\d\d\b",
        lambda m: re.sub(r"^\d+", lambda d: str(int(d[0]) % 12 + 1), m[0]),
    ),
    "am to pm": replace_one(r"(?<=\d)( ?)([ap])(\.?m\b)", lambda m: m[1] + ("p" if m[2] == "a" else "a") + m[3]),
    "name of the same document": swap_name(NAME.pattern),
    "name invented": _invent_name,
    "surname changed": _change_surname,
    "roles swapped": swap_roles(NAME.pattern),
    "negation added": replace_one(
        r"\b(?:is|are|was|were|will|would|could|should|has|have|had|can)\b(?! not|n)", lambda m: f"{m[0]} not"
    ),
    "negation dropped": drop_one(
        r"(?<=\w\w)(?<!ca)(?<!wo)n['’]t\b|(?<=can)['’]t\b|(?<=can)not\b| not\b(?! only)|\bnever |\bno (?=[a-z])"
    ),
    "negation word": replace_by_table(
        {
            "with": "without",
            "without": "with",
            "always": "never",
            "never": "always",
            "nobody": "everybody",
        }
    ),
    "quantifier": replace_by_table(
        {
            "all": "some",
            "every": "no",
            "most": "few",
            "many": "few",
            "some": "all",
            "few": "many",
            "both": "neither",
            "several": "all",
            "each": "neither",
            "often": "always",
            "sometimes": "always",
            "usually": "rarely",
            "none": "all",
        }
    ),
    "hedge dropped": drop_one(
        r"\b(?:allegedly|reportedly|possibly|perhaps|probably|apparently|likely|nearly|almost|partly) "
    ),
    "modal hardened": replace_by_table(
        {
            "may": "will",
            "might": "will",
            "could": "will",
            "should": "did",
            "can": "must",
            "would": "will",
        }
    ),
    "attribution dropped": _drop_attribution,
    "condition dropped": _drop_condition,
    "direction": replace_by_table(
        {
            "rose": "fell",
            "fell": "rose",
            "increase": "decrease",
            "increased": "decreased",
            "more": "less",
            "higher": "lower",
            "above": "below",
            "before": "after",
            "after": "before",
            "won": "lost",
            "lost": "won",
            "up": "down",
            "down": "up",
            "first": "last",
            "better": "worse",
            "growth": "decline",
            "north": "south",
            "east": "west",
            "bought": "sold",
            "opened": "closed",
            "best": "worst",
            "lower": "higher",
        }
    ),
    "quotation edited": edit_quotation(r'["“]([^"“”]{12,})["”]', "truly"),
    "quotation marks dropped": _drop_quotes,
    "only dropped": drop_one(r"\bonly "),
    "only added": replace_one(r"(?<=[a-z] )(?=(?:two|three|four|five|the|a) [a-z]{4,})", lambda _: "only "),
    "superlative": replace_by_table(
        {
            "largest": "second largest",
            "biggest": "smallest",
            "oldest": "youngest",
            "highest": "lowest",
            "best": "second best",
            "most": "least",
        }
    ),
    "former dropped": drop_one(r"\b(?:former|deputy|acting|vice|assistant|then|ex-) ?"),
    "tense": replace_by_table(
        {
            "will": "did",
            "was": "will be",
            "were": "will be",
            "is": "was",
            "has": "had",
            "are": "were",
        }
    ),
    "pronoun": replace_by_table({"he": "she", "she": "he", "his": "her", "her": "his", "they": "he", "him": "her"}),
    "country to pronoun": replace_one(r"(?<=[a-z] )U\.?S\.?(?=[ ,])", lambda _: "us"),
    "spliced": splice_sentences,
    "sentence of another document": take_foreign,
    "clause of a sentence": drop_one(r"^.*?\b(?:that|if|whether|denied|claims|hopes) (?=\w+ \w+ \w+)"),
    "question made of it": replace_one(r"\.$", lambda _: "?"),
}
