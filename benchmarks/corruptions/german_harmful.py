"""Changes after which a German sentence says something else; none of them may be accepted."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from corruptions.harmful import digit, foreign, other_name, quotation, roles, spliced
from corruptions.material import Change, Material, mapped, next_of, substituted, tidy
from corruptions.reports import MONTHS, WEEKDAYS

_MONTH = "|".join(MONTHS)
_NUMBER = r"(?<![\w.,/-])\d+(?:\.\d{3})*(?:,\d+)?(?![\w/]|[.,]\d)"
_DATE = rf"\b(\d{{1,2}})\. ({_MONTH}) (\d{{4}})\b"
_FINITE = "ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|soll|sollen|will|kann|konnte|stieg|sank"
_BOUND = "mindestens|höchstens|rund|etwa|knapp|fast|bis zu|mehr als|weniger als|über|kaum|ungefähr"
_HEDGE = "angeblich|vermutlich|offenbar|möglicherweise|vielleicht|wahrscheinlich|wohl|mutmaßlich|scheinbar|beinahe"
_WORDS = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()


def _both_ways(pairs: str) -> dict[str, str]:
    split = [pair.split(":") for pair in pairs.split()]
    return {pair[0]: pair[1] for pair in split} | {pair[1]: pair[0] for pair in split}


def _comma_moved(match: re.Match[str]) -> str:
    whole, _, decimals = match[0].partition(",")
    return (
        f"{whole}{decimals[0]},{decimals[1:]}".rstrip(",") if len(whole) < 2 else f"{whole[:-1]},{whole[-1]}{decimals}"
    )


def _with_bound(match: re.Match[str]) -> str:
    return ("mindestens ", "bis zu ", "mehr als ", "höchstens ")[len(match.string) % 4] + match[0]


def _clock(match: re.Match[str]) -> str:
    return f"{int(match[1]) % 23 + 1}{match[2]}"


def _attribution(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    match = re.fullmatch(r"(?:Der|Die) \w+ sagte, (.+)", text) or re.fullmatch(
        r"([^„“\"»«]{20,}), (?:sagte|erklärte|meinte|dachte|so) [^,„“»«]{3,40}\.", text
    )
    if match:
        return tidy(match[1].rstrip(".") + ".")
    shorter = re.sub(r"\b(?:nach Angaben|laut) (?:einer|der|dem|des) \w+ |\blaut \w+ ", "", text, flags=re.IGNORECASE)
    return tidy(shorter) if shorter != text else None


def _condition(material: Material, _: random.Random) -> str | None:
    match = re.fullmatch(r"([^„“»«]{15,}), (?:wenn|falls|sofern|sobald|ob) [^,]{6,}\.", material.sentence)
    return f"{match[1]}." if match else None


def _unquoted(material: Material, _: random.Random) -> str | None:
    text = re.sub(r"[„»]([^„“»«]{3,90})[“«]", r"\1", material.sentence, count=1)
    return tidy(text) if text != material.sentence else None


GERMAN_HARMFUL: Mapping[str, Change] = {
    "number": substituted(_NUMBER, digit),
    "decimal comma moved": substituted(r"(?<![\w.,])\d+,\d+(?![\w,.]\w)", _comma_moved),
    "decimal comma dropped": substituted(r"(?<=\d),(?=\d)", lambda _: ""),
    "decimal comma to dot": substituted(
        r"(?<=\d),(?=\d{3})|(?<=\d)\.(?=\d{3}\b)", lambda m: "," if m[0] == "." else "."
    ),
    "thousands dropped": substituted(r"(?<=\d)\.\d{3}(?![\d.])", lambda _: ""),
    "scale": mapped(_both_ways("Millionen:Milliarden Mio:Mrd Million:Milliarde") | {"Tausend": "Millionen"}),
    "scale dropped": substituted(r"(?<=\d) (?:Millionen|Milliarden|Mio\.|Mrd\.)", lambda _: ""),
    "scale of another language": substituted(r"(?<=\d )Milliarden", lambda _: "Billionen"),
    "number word": mapped(next_of(_WORDS)),
    "date day": substituted(rf"\b\d{{1,2}}(?=\. (?:{_MONTH})\b)", lambda m: str(int(m[0]) % 28 + 1)),
    "date month": substituted(rf"\b(?:{_MONTH})\b", lambda m: MONTHS[(MONTHS.index(m[0]) + 3) % 12]),
    "date year": substituted(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + (1 if int(m[0]) % 2 else -2))),
    "date in figures, day and month swapped": substituted(
        _DATE, lambda m: f"{MONTHS.index(m[2]) + 1}.{m[1]}.{m[3]}" if m[1] != str(MONTHS.index(m[2]) + 1) else None
    ),
    "range end": substituted(r"\b(\d+ (?:bis|und) )(\d+)(?= [A-Z])", lambda m: m[1] + str(int(m[2]) + 1)),
    "range dropped": substituted(r"\b\d+ bis (?=\d+ [A-Z])", lambda _: ""),
    "sharp s": mapped({"Maßen": "Massen", "Maße": "Masse", "Buße": "Busse", "Flöße": "Flösse", "Bußen": "Bussen"}),
    "weekday": mapped(next_of(WEEKDAYS)),
    "clock time": substituted(r"\b(\d{1,2})(\.\d\d)(?= Uhr)", _clock),
    "percent to points": substituted(r"(?<=\d )Prozent\b(?!punkt)", lambda _: "Prozentpunkte"),
    "points to percent": substituted(r"(?<=\d )Prozentpunkte\b", lambda _: "Prozent"),
    "percent dropped": substituted(r"(?<=\d) (?:Prozent\b|%)", lambda _: ""),
    "currency": substituted(r"\bEuro\b|€", lambda m: {"Euro": "Dollar", "€": "$"}[m[0]]),
    "unit": mapped(
        {"Kilometer": "Meter", "Meter": "Kilometer", "Metern": "Zentimetern", "Tonnen": "Kilogramm", "Stunden": "Tage"}
        | {"Kilogramm": "Gramm", "Quadratmetern": "Hektar", "Megawatt": "Kilowatt", "Minuten": "Stunden"}
        | {"Tage": "Wochen", "Jahr": "Monat", "Monat": "Jahr", "Stunde": "Minute", "Schritte": "Meilen"}
    ),
    "sign": substituted(r"\bminus ", lambda _: ""),
    "bound added": substituted(
        r"(?<=[a-z] )(?<!als )(?<!zu )(?<!etwa )(?<!rund )(?<!knapp )(?<!stens )\d[\d.,]*(?= [A-Z][a-zäöüß]{3,})",
        _with_bound,
    ),
    "bound dropped": substituted(rf"\b(?:{_BOUND}) (?=\d|eine |zwei|drei|zehn)", lambda _: "", flags=re.IGNORECASE),
    "bound turned": mapped(
        {"mindestens": "höchstens", "höchstens": "mindestens", "mehr als": "weniger als", "weniger als": "mehr als"}
        | {"bis zu": "mindestens", "knapp": "mehr als", "fast": "über", "rund": "höchstens", "etwa": "genau"}
    ),
    "negation added": substituted(rf"\b(?:{_FINITE})\b(?! nicht)", lambda m: f"{m[0]} nicht"),
    "negation dropped": substituted(r"\b(?:nicht|nie|niemals|kaum) |\b[kK](?=ein(?:e|en|em|er|es)?\b)", lambda _: ""),
    "negation word": mapped(
        {"ohne": "mit", "mit": "ohne", "niemand": "jemand", "nichts": "alles", "immer": "nie", "jede": "keine"}
        | {"ein": "kein", "eine": "keine", "einen": "keinen", "einem": "keinem", "einer": "keiner"}
    ),
    "quantifier": mapped(
        {"alle": "einige", "viele": "wenige", "einige": "alle", "beide": "keine", "mehrere": "alle", "jeder": "mancher"}
        | {"oft": "selten", "meist": "selten", "ganz": "halb", "ganze": "halbe", "wenige": "viele", "allen": "manchen"}
    ),
    "hedge dropped": substituted(rf"\b(?:{_HEDGE}) ", lambda _: "", flags=re.IGNORECASE),
    "modal hardened": mapped(
        {"soll": "wird", "sollen": "werden", "könnte": "wird", "dürfte": "wird", "kann": "muss", "will": "wird"}
        | {"könne": "müsse", "sollte": "musste", "konnte": "musste", "wollte": "musste", "möchte": "wird"}
    ),
    "umlaut dropped": mapped(
        {"würde": "wurde", "würden": "wurden", "hätte": "hatte", "hätten": "hatten", "könnte": "konnte", "wäre": "war"}
        | {"müsste": "musste", "müßte": "mußte", "dürfte": "durfte", "könnten": "konnten", "schließen": "schlossen"}
    ),
    "attribution dropped": _attribution,
    "condition dropped": _condition,
    "direction": mapped(
        _both_ways(
            "stieg:sank steigt:sinkt gestiegen:gesunken mehr:weniger gewann:verlor kaufte:verkaufte größer:kleiner "
            "erste:letzte ersten:letzten vor:nach über:unter höher:niedriger Norden:Süden früher:später "
            "öffnen:schließen größte:kleinste fiel:stieg "
            "oben:unten links:rechts hinauf:hinunter lange:kurze beginnt:endet gegen:für"
        )
    ),
    "quotation edited": quotation(r"[„»]([^„“»«]{12,})[“«]", "wirklich"),
    "quotation marks dropped": _unquoted,
    "only dropped": substituted(r"\b[Nn]ur ", lambda _: ""),
    "only added": substituted(r"(?<=[a-z] )(?=(?:zwei|drei|vier|fünf|die|das|\d+) [A-Z])", lambda _: "nur "),
    "tense": mapped({"wird": "wurde", "ist": "war", "war": "ist", "hat": "hatte", "hatte": "hat", "wurde": "wird"}),
    "pronoun": mapped({"er": "sie", "sie": "er", "sein": "ihr", "ihr": "sein", "seine": "ihre", "ihre": "seine"}),
    "formal address": substituted(
        r"(?<=[a-z,] )(?:sie|ihnen|ihr(?:e[mnrs]?)?)\b", lambda m: m[0].swapcase()[0] + m[0][1:], flags=re.IGNORECASE
    ),
    "noun of the same document": other_name(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}(?: [A-ZÄÖÜ][a-zäöüß]{3,})?\b"),
    "roles swapped": roles(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}\b"),
    "spliced": spliced,
    "sentence of another document": foreign,
    "clause of a sentence": substituted(r"^.*?\b(?:dass|daß|ob|sagte,|wenn) (?=\w+ \w+ \w+)", lambda _: ""),
    "question made of it": substituted(r"\.$", lambda _: "?"),
}
