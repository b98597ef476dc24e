"""Changes after which a German sentence says something else; none of them may be accepted.

`GERMAN_HARMFUL["umlaut dropped"]` makes "Er konnte gehen." of "Er könnte gehen."
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from corruptions.harmful import change_digit, edit_quotation, splice_sentences, swap_name, swap_roles, take_foreign
from corruptions.material import (
    Change,
    Material,
    both_ways,
    cycle,
    drop_one,
    move_comma,
    replace_by_table,
    replace_one,
    tidy,
)
from corruptions.reports import MONTHS, WEEKDAYS

_MONTH = "|".join(MONTHS)
_NUMBER = r"(?<![\w.,/-])\d+(?:\.\d{3})*(?:,\d+)?(?![\w/]|[.,]\d)"
_DATE = rf"\b(\d{{1,2}})\. ({_MONTH}) (\d{{4}})\b"
_FINITE = "ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|soll|sollen|will|kann|konnte|stieg|sank"
_BOUND = "mindestens|höchstens|rund|etwa|knapp|fast|bis zu|mehr als|weniger als|über|kaum|ungefähr"
_HEDGE = "angeblich|vermutlich|offenbar|möglicherweise|vielleicht|wahrscheinlich|wohl|mutmaßlich|scheinbar|beinahe"
_WORDS = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()


def _add_bound(match: re.Match[str]) -> str:
    return ("mindestens ", "bis zu ", "mehr als ", "höchstens ")[len(match.string) % 4] + match[0]


def _next_hour(match: re.Match[str]) -> str:
    return f"{int(match[1]) % 23 + 1}{match[2]}"


def _drop_attribution(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    match = re.fullmatch(r"(?:Der|Die) \w+ sagte, (.+)", text)
    match = match or re.fullmatch(r"([^„“\"»«]{20,}), (?:sagte|erklärte|meinte|dachte|so) [^,„“»«]{3,40}\.", text)
    if match:
        return tidy(match[1].rstrip(".") + ".")
    shorter = re.sub(r"\b(?:nach Angaben|laut) (?:einer|der|dem|des) \w+ |\blaut \w+ ", "", text, flags=re.IGNORECASE)
    return tidy(shorter) if shorter != text else None


def _drop_condition(material: Material, _: random.Random) -> str | None:
    match = re.fullmatch(r"([^„“»«]{15,}), (?:wenn|falls|sofern|sobald|ob) [^,]{6,}\.", material.sentence)
    return f"{match[1]}." if match else None


def _drop_quotes(material: Material, _: random.Random) -> str | None:
    text = re.sub(r"[„»]([^„“»«]{3,90})[“«]", r"\1", material.sentence, count=1)
    return tidy(text) if text != material.sentence else None


GERMAN_HARMFUL: Mapping[str, Change] = {
    "number": replace_one(_NUMBER, change_digit),
    "decimal comma moved": replace_one(r"(?<![\w.,])\d+,\d+(?![\w,.]\w)", move_comma),
    "decimal comma dropped": drop_one(r"(?<=\d),(?=\d)"),
    "decimal comma to dot": replace_one(
        r"(?<=\d),(?=\d{3})|(?<=\d)\.(?=\d{3}\b)", lambda m: "," if m[0] == "." else "."
    ),
    "thousands dropped": drop_one(r"(?<=\d)\.\d{3}(?![\d.])"),
    "scale": replace_by_table(both_ways("Millionen:Milliarden Mio:Mrd Million:Milliarde") | {"Tausend": "Millionen"}),
    "scale dropped": drop_one(r"(?<=\d) (?:Millionen|Milliarden|Mio\.|Mrd\.)"),
    "scale of another language": replace_one(r"(?<=\d )Milliarden", lambda _: "Billionen"),
    "number word": replace_by_table(cycle(_WORDS)),
    "date day": replace_one(rf"\b\d{{1,2}}(?=\. (?:{_MONTH})\b)", lambda m: str(int(m[0]) % 28 + 1)),
    "date month": replace_one(rf"\b(?:{_MONTH})\b", lambda m: MONTHS[(MONTHS.index(m[0]) + 3) % 12]),
    "date year": replace_one(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + (1 if int(m[0]) % 2 else -2))),
    "date in figures, day and month swapped": replace_one(
        _DATE,
        lambda m: (
            f"{MONTHS.index(m[2]) + 1}.{m[1]}.{m[3]}"
            if int(m[1]) <= 12 and m[1] != str(MONTHS.index(m[2]) + 1)
            else None
        ),
    ),
    "range end": replace_one(r"\b(\d+ (?:bis|und) )(\d+)(?= [A-Z])", lambda m: m[1] + str(int(m[2]) + 1)),
    "range dropped": drop_one(r"\b\d+ bis (?=\d+ [A-Z])"),
    "sharp s": replace_by_table(
        {"Maßen": "Massen", "Maße": "Masse", "Buße": "Busse", "Flöße": "Flösse", "Bußen": "Bussen"}
    ),
    "weekday": replace_by_table(cycle(WEEKDAYS)),
    "clock time": replace_one(r"\b(\d{1,2})(\.\d\d)(?= Uhr)", _next_hour),
    "percent to points": replace_one(r"(?<=\d )Prozent\b(?!punkt)", lambda _: "Prozentpunkte"),
    "points to percent": replace_one(r"(?<=\d )Prozentpunkte\b", lambda _: "Prozent"),
    "percent dropped": drop_one(r"(?<=\d) (?:Prozent\b|%)"),
    "currency": replace_one(r"\bEuro\b|€", lambda m: {"Euro": "Dollar", "€": "$"}[m[0]]),
    "unit": replace_by_table(
        {
            "Kilometer": "Meter",
            "Meter": "Kilometer",
            "Metern": "Zentimetern",
            "Tonnen": "Kilogramm",
            "Stunden": "Tage",
            "Kilogramm": "Gramm",
            "Quadratmetern": "Hektar",
            "Megawatt": "Kilowatt",
            "Minuten": "Stunden",
            "Tage": "Wochen",
            "Jahr": "Monat",
            "Monat": "Jahr",
            "Stunde": "Minute",
            "Schritte": "Meilen",
        }
    ),
    "sign": drop_one(r"\bminus "),
    "bound added": replace_one(
        r"(?<=[a-z] )(?<!als )(?<!zu )(?<!etwa )(?<!rund )(?<!knapp )(?<!stens )\d[\d.,]*(?= [A-Z][a-zäöüß]{3,})",
        _add_bound,
    ),
    "bound dropped": drop_one(rf"\b(?:{_BOUND}) (?=\d|eine |zwei|drei|zehn)", flags=re.IGNORECASE),
    "bound turned": replace_by_table(
        {
            "mindestens": "höchstens",
            "höchstens": "mindestens",
            "mehr als": "weniger als",
            "weniger als": "mehr als",
            "bis zu": "mindestens",
            "knapp": "mehr als",
            "fast": "über",
            "rund": "höchstens",
            "etwa": "genau",
        }
    ),
    "negation added": replace_one(rf"\b(?:{_FINITE})\b(?! nicht)", lambda m: f"{m[0]} nicht"),
    "negation dropped": drop_one(r"\b(?:nicht|nie|niemals|kaum) |\b[kK](?=ein(?:e|en|em|er|es)?\b)"),
    "negation word": replace_by_table(
        {
            "ohne": "mit",
            "mit": "ohne",
            "niemand": "jemand",
            "nichts": "alles",
            "immer": "nie",
            "jede": "keine",
            "ein": "kein",
            "eine": "keine",
            "einen": "keinen",
            "einem": "keinem",
            "einer": "keiner",
        }
    ),
    "quantifier": replace_by_table(
        {
            "alle": "einige",
            "viele": "wenige",
            "einige": "alle",
            "beide": "keine",
            "mehrere": "alle",
            "jeder": "mancher",
            "oft": "selten",
            "meist": "selten",
            "ganz": "halb",
            "ganze": "halbe",
            "wenige": "viele",
            "allen": "manchen",
        }
    ),
    "hedge dropped": drop_one(rf"\b(?:{_HEDGE}) ", flags=re.IGNORECASE),
    "modal hardened": replace_by_table(
        {
            "soll": "wird",
            "sollen": "werden",
            "könnte": "wird",
            "dürfte": "wird",
            "kann": "muss",
            "will": "wird",
            "könne": "müsse",
            "sollte": "musste",
            "konnte": "musste",
            "wollte": "musste",
            "möchte": "wird",
        }
    ),
    "umlaut dropped": replace_by_table(
        {
            "würde": "wurde",
            "würden": "wurden",
            "hätte": "hatte",
            "hätten": "hatten",
            "könnte": "konnte",
            "wäre": "war",
            "müsste": "musste",
            "müßte": "mußte",
            "dürfte": "durfte",
            "könnten": "konnten",
            "schließen": "schlossen",
        }
    ),
    "attribution dropped": _drop_attribution,
    "condition dropped": _drop_condition,
    "direction": replace_by_table(
        both_ways(
            "stieg:sank steigt:sinkt gestiegen:gesunken mehr:weniger gewann:verlor kaufte:verkaufte größer:kleiner "
            "erste:letzte ersten:letzten vor:nach über:unter höher:niedriger Norden:Süden früher:später "
            "öffnen:schließen größte:kleinste fiel:stieg "
            "oben:unten links:rechts hinauf:hinunter lange:kurze beginnt:endet gegen:für"
        )
    ),
    "quotation edited": edit_quotation(r"[„»]([^„“»«]{12,})[“«]", "wirklich"),
    "quotation marks dropped": _drop_quotes,
    "only dropped": drop_one(r"\b[Nn]ur "),
    "only added": replace_one(r"(?<=[a-z] )(?=(?:zwei|drei|vier|fünf|die|das|\d+) [A-Z])", lambda _: "nur "),
    "tense": replace_by_table(
        {"wird": "wurde", "ist": "war", "war": "ist", "hat": "hatte", "hatte": "hat", "wurde": "wird"}
    ),
    "pronoun": replace_by_table(
        {"er": "sie", "sie": "er", "sein": "ihr", "ihr": "sein", "seine": "ihre", "ihre": "seine"}
    ),
    "formal address": replace_one(
        r"(?<=[a-z,] )(?:sie|ihnen|ihr(?:e[mnrs]?)?)\b", lambda m: m[0].swapcase()[0] + m[0][1:], flags=re.IGNORECASE
    ),
    "noun of the same document": swap_name(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}(?: [A-ZÄÖÜ][a-zäöüß]{3,})?\b"),
    "roles swapped": swap_roles(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}\b"),
    "spliced": splice_sentences,
    "sentence of another document": take_foreign,
    "clause of a sentence": drop_one(r"^.*?\b(?:dass|daß|ob|sagte,|wenn) (?=\w+ \w+ \w+)"),
    "question made of it": replace_one(r"\.$", lambda _: "?"),
}
