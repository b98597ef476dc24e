"""French reports, and changes after which their sentences say something else, or the same.

`FRENCH_HARMFUL["unit of time"]` makes another statement; `FRENCH_HARMLESS["date as ISO"]` does not.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import Final

from corruptions.harmful import change_digit, edit_quotation, splice_sentences, swap_name, swap_roles, take_foreign
from corruptions.harmless import (
    add_next_sentence,
    change_space,
    decompose_accents,
    drop_final_stop,
    insert_hidden,
    lower_case,
)
from corruptions.material import (
    Change,
    Material,
    both_ways,
    cycle,
    drop_guillemets,
    drop_one,
    move_comma,
    replace_by_table,
    replace_one,
    tidy,
)
from corruptions.reports import slots_of

_MONTHS: Final = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_WEEKDAYS: Final = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_PEOPLE: Final = (
    "Anne Morel|Lucas Perrin|Nadia Benali|Hugo Lambert|Claire Fontaine|Samir Haddad|Julie Marchand|Paul Garnier".split(
        "|"
    )
)
_TOWNS: Final = "Brévilliers Montclair Rochefleur Valbonne Saintreuil Beaumarais Lormont Vaucresse".split()
_FIRMS: Final = "Nordilec Savoya Transalpe Luméo Verdanse Octavia Brisaval".split()
_WORDS: Final = "deux trois quatre cinq six sept huit neuf dix onze douze".split()
_MONTH = "|".join(_MONTHS)
_NUMBER = r"(?<![\w.,/-])\d+(?:[ .]\d{3})*(?:,\d+)?(?![\w/]|[.,]\d)"
_DATE = rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b"
_NAME = r"(?<=[a-záéíóúñàâçèêëîïôûü,] )[A-Z][a-zéèêïôçáíóúñ]{3,}\b"

FRENCH_FRAMES: Final = """
Le conseil de {town} a voté {weekday} la construction de {decimal} kilomètres de tramway.
L'entreprise {firm} a réalisé l'an dernier un chiffre de {decimal} milliards d'euros.
Le bénéfice de {firm} a augmenté de {decimal} % en {year}.
Selon la police, au moins {number} personnes ont manifesté {weekday} à {town}.
Plus de {number} foyers étaient sans courant {weekday} à {town}.
Le nouveau tunnel pourrait coûter {small} millions d'euros à la ville de {town}.
« Nous n'avons pas d'autre choix que de fermer le site », a déclaré {person} à {town}.
{person} a parlé d'un « pas courageux dans la bonne direction » pour {firm}.
Le musée de {town} a ouvert ses portes le {date} devant {number} visiteurs.
{person} n'a pas signé le contrat avec {firm} le {date}.
La direction de {firm} n'a jamais confirmé ces chiffres à {town}.
L'usine de {town} va fermer en {month} {year} si le conseil approuve le plan.
Le pont sera rouvert le {date}, a indiqué {person}.
Environ {number} visiteurs sont venus à {town} le {date}.
La réparation a duré {small} heures et a coûté {number} euros.
{firm} a acheté l'usine de {town} pour {decimal} millions d'euros.
{firm} a vendu ses parts dans {firm} en {month} {year}.
Le prix du billet a baissé de {decimal} % en {month} {year}.
Toutes les écoles de {town} restent fermées {weekday}.
Certains habitants de {town} ont porté plainte le {date}.
La cause de l'incendie à {town} est probablement un défaut technique.
Seulement {small} des {number} demandes ont été traitées par {firm}.
{word} hommes et {word} femmes ont été arrêtés {weekday} à {town}.
Le procès de {person} a duré {small} jours à {town}.
La tour de {town} mesure {small} mètres et date de {year}.
{person} a battu {person} en finale {weekday}.
Le stade de {town} compte {number} places avant les travaux.
Moins de {small} % des élèves de {town} mangent à la cantine.
La mairie de {town} peut accorder une prime de {number} euros.
L'équipe de {town} a gagné {word} matchs depuis {month} {year}.
Le bail de {firm} court sur {small} ans et prend fin en {year}.
""".strip().split("\n")


def _written_date(rng: random.Random) -> str:
    return f"{rng.randrange(2, 29)} {rng.choice(_MONTHS)} {rng.randrange(1995, 2026)}"


FRENCH_SLOTS: Final = slots_of(
    towns=_TOWNS,
    firms=_FIRMS,
    people=_PEOPLE,
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    words=_WORDS,
    date=_written_date,
    thousands=" ",
)


def _drop_attribution(material: Material, _: random.Random) -> str | None:
    match = re.fullmatch(r"(.+), a indiqué .+\.|Selon la police, (.+)", material.sentence)
    return tidy(next(part for part in match.groups() if part).rstrip(".") + ".") if match else None


def _drop_condition(material: Material, _: random.Random) -> str | None:
    match = re.fullmatch(r"(.{15,}?),? si .{6,}\.", material.sentence)
    return f"{match[1]}." if match else None


FRENCH_HARMFUL: Mapping[str, Change] = {
    "number": replace_one(_NUMBER, change_digit),
    "decimal comma moved": replace_one(r"(?<![\w.,])\d+,\d+(?![\w,.]\w)", move_comma),
    "scale": replace_by_table(both_ways("millions:milliards|million:milliard", between="|")),
    "scale dropped": drop_one(r"(?<=\d) (?:millions|milliards)(?: (?:d'|de )?)?(?=euros)"),
    "number word": replace_by_table(cycle(_WORDS)),
    "date day": replace_one(rf"\b\d{{1,2}}(?= (?:de )?(?:{_MONTH})\b)", lambda m: str(int(m[0]) % 28 + 1)),
    "date month": replace_one(rf"\b(?:{_MONTH})\b", lambda m: _MONTHS[(_MONTHS.index(m[0]) + 3) % 12]),
    "date year": replace_one(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + (1 if int(m[0]) % 2 else -2))),
    "weekday": replace_by_table(cycle(_WEEKDAYS)),
    "percent to points": replace_one(r"(?<=\d )%", lambda _: "points de pourcentage"),
    "currency": replace_one(r"(?<!d')\beuros\b", lambda _: "dollars"),
    "unit": replace_by_table(both_ways("kilomètres:mètres")),
    "unit of time": replace_by_table(both_ways("heures:jours|ans:mois", between="|")),
    "bound dropped": drop_one(r"\b(?:au moins|plus de|moins de|environ) (?=\d)", flags=re.IGNORECASE),
    "bound added": replace_one(
        r"(?<=[a-z] )(?<!de )(?<!que )(?<!moins )(?<!menos )\d[\d.]* (?=[a-z]{4,})",
        lambda m: "au moins " + m[0],
    ),
    "bound turned": replace_by_table(both_ways("plus de:moins de|au moins:au plus", between="|")),
    "negation added": replace_one(r"\b(?:a|ont) (?=[a-zé]+é\b)", lambda m: "n'" + m[0].strip() + " pas "),
    "negation dropped": replace_one(r"\bn'(a|ont) (?:pas|jamais) ", lambda m: m[1] + " "),
    "quantifier": replace_by_table(both_ways("toutes:certaines|certains:tous", between="|")),
    "hedge dropped": drop_one(r"\b(?:probablement) ", flags=re.IGNORECASE),
    "modal hardened": replace_by_table({"pourrait": "va", "peut": "doit"}),
    "tense": replace_by_table({"est": "était", "a": "avait", "sera": "était"}),
    "attribution dropped": _drop_attribution,
    "condition dropped": _drop_condition,
    "direction": replace_by_table(
        both_ways("augmenté:baissé|ouvert:fermé|acheté:vendu|gagné:perdu|avant:après", between="|")
    ),
    "quotation edited": edit_quotation(r"« ?([^»]{12,}?) ?»", "vraiment"),
    "quotation marks dropped": drop_guillemets,
    "only dropped": drop_one(r"\b(?:Seulement|seulement) "),
    "name of the same document": swap_name(_NAME),
    "roles swapped": swap_roles(_NAME),
    "spliced": splice_sentences,
    "sentence of another document": take_foreign,
    "question made of it": replace_one(r"\.$", lambda _: "?"),
}


def _iso(match: re.Match[str]) -> str:
    return f"{match[3]}-{_MONTHS.index(match[2]) + 1:02d}-{int(match[1]):02d}"


def _respace(match: re.Match[str]) -> str:
    return match[0].replace(" ", "\u202f")


FRENCH_HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda material, _: material.sentence,
    "final stop dropped": drop_final_stop,
    "white space": change_space,
    "accents decomposed": decompose_accents,
    "lower case": lower_case,
    "next sentence added": add_next_sentence,
    "soft hyphen": insert_hidden("\u00ad"),
    "date as ISO": replace_one(_DATE, _iso),
    "thousands spaced otherwise": replace_one(r"\b\d{2}[ .]\d{3}\b", _respace),
    "percent spelled out": replace_one(r"(?<=\d) ?%", lambda _: " pour cent"),
    "euro sign": replace_one(r"(?<=\d) euros\b", lambda _: " €"),
    "kilometre shortened": replace_one(r"(?<=\d )(kilomètres)\b", lambda _: "km"),
    "number word as figure": replace_one(
        r"\b(?:" + "|".join(_WORDS) + r")\b(?! %)", lambda m: str(_WORDS.index(m[0]) + 2)
    ),
}
