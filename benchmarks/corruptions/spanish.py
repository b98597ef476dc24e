"""Spanish reports, and changes after which their sentences say something else, or the same.

`SPANISH_HARMFUL["unit of time"]` makes another statement; `SPANISH_HARMLESS["date as ISO"]` does not.
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

_MONTHS: Final = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_WEEKDAYS: Final = "lunes martes miércoles jueves viernes sábado domingo".split()
_PEOPLE: Final = (
    "Ana Salcedo|Luis Marrero|Carmen Ibarra|Diego Fuentes|Elena Rojas|Pablo Quintana|Marta Olmedo|Javier Prado".split(
        "|"
    )
)
_TOWNS: Final = "Montealba Riofrío Valdeluna Puertosol Campoverde Sierranueva Lagomar Peñalta".split()
_FIRMS: Final = "Nortelec Solvera Transibérica Lumina Verdemar Octavia Brisamar".split()
_WORDS: Final = "dos tres cuatro cinco seis siete ocho nueve diez once doce".split()
_MONTH = "|".join(_MONTHS)
_NUMBER = r"(?<![\w.,/-])\d+(?:[ .]\d{3})*(?:,\d+)?(?![\w/]|[.,]\d)"
_DATE = rf"\b(\d{{1,2}}) de ({_MONTH}) de (\d{{4}})\b"
_NAME = r"(?<=[a-záéíóúñàâçèêëîïôûü,] )[A-Z][a-zéèêïôçáíóúñ]{3,}\b"

SPANISH_FRAMES: Final = """
El consejo de {town} aprobó el {weekday} la construcción de {decimal} kilómetros de tranvía.
La empresa {firm} facturó el año pasado {decimal} millones de euros.
El beneficio de {firm} subió un {decimal} % en {year}.
Según la policía, al menos {number} personas se manifestaron el {weekday} en {town}.
Más de {number} hogares quedaron sin luz el {weekday} en {town}.
El nuevo túnel podría costar {small} millones de euros a la ciudad de {town}.
«No tenemos otra opción que cerrar la planta», declaró {person} en {town}.
{person} habló de un «paso valiente en la buena dirección» para {firm}.
El museo de {town} abrió sus puertas el {date} ante {number} visitantes.
{person} no firmó el contrato con {firm} el {date}.
La dirección de {firm} nunca confirmó estas cifras en {town}.
La fábrica de {town} va a cerrar en {month} de {year} si el consejo aprueba el plan.
El puente será reabierto el {date}, indicó {person}.
Unos {number} visitantes llegaron a {town} el {date}.
La reparación duró {small} horas y costó {number} euros.
{firm} compró la fábrica de {town} por {decimal} millones de euros.
{firm} vendió sus acciones de {firm} en {month} de {year}.
El precio del billete bajó un {decimal} % en {month} de {year}.
Todas las escuelas de {town} siguen cerradas el {weekday}.
Algunos vecinos de {town} presentaron una demanda el {date}.
La causa del incendio en {town} es probablemente un fallo técnico.
Solo {small} de las {number} solicitudes fueron atendidas por {firm}.
Las autoridades detuvieron a {word} hombres y {word} mujeres el {weekday} en {town}.
El juicio de {person} duró {small} días en {town}.
La torre de {town} mide {small} metros y es de {year}.
{person} venció a {person} en la final del {weekday}.
El estadio de {town} tenía {number} plazas antes de las obras.
Menos del {small} % de los alumnos de {town} comen en la escuela.
El ayuntamiento de {town} puede conceder una ayuda de {number} euros.
El equipo de {town} ganó {word} partidos desde {month} de {year}.
El contrato de {firm} dura {small} años y termina en {year}.
""".strip().split("\n")


def _written_date(rng: random.Random) -> str:
    return f"{rng.randrange(2, 29)} de {rng.choice(_MONTHS)} de {rng.randrange(1995, 2026)}"


SPANISH_SLOTS: Final = slots_of(
    towns=_TOWNS,
    firms=_FIRMS,
    people=_PEOPLE,
    weekdays=_WEEKDAYS,
    months=_MONTHS,
    words=_WORDS,
    date=_written_date,
    thousands=".",
)


def _drop_attribution(material: Material, _: random.Random) -> str | None:
    match = re.fullmatch(r"(.+), indicó .+\.|Según la policía, (.+)", material.sentence)
    return tidy(next(part for part in match.groups() if part).rstrip(".") + ".") if match else None


def _drop_condition(material: Material, _: random.Random) -> str | None:
    match = re.fullmatch(r"(.{15,}?),? si .{6,}\.", material.sentence)
    return f"{match[1]}." if match else None


SPANISH_HARMFUL: Mapping[str, Change] = {
    "number": replace_one(_NUMBER, change_digit),
    "decimal comma moved": replace_one(r"(?<![\w.,])\d+,\d+(?![\w,.]\w)", move_comma),
    "scale": replace_by_table(both_ways("millones:billones")),
    "scale dropped": drop_one(r"(?<=\d) (?:millones|billones)(?: (?:d'|de )?)?(?=euros)"),
    "number word": replace_by_table(cycle(_WORDS)),
    "date day": replace_one(rf"\b\d{{1,2}}(?= (?:de )?(?:{_MONTH})\b)", lambda m: str(int(m[0]) % 28 + 1)),
    "date month": replace_one(rf"\b(?:{_MONTH})\b", lambda m: _MONTHS[(_MONTHS.index(m[0]) + 3) % 12]),
    "date year": replace_one(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + (1 if int(m[0]) % 2 else -2))),
    "weekday": replace_by_table(cycle(_WEEKDAYS)),
    "percent to points": replace_one(r"(?<=\d )%", lambda _: "puntos porcentuales"),
    "currency": replace_one(r"\beuros\b", lambda _: "dólares"),
    "unit": replace_by_table(both_ways("kilómetros:metros")),
    "unit of time": replace_by_table(both_ways("horas:días|años:meses", between="|")),
    "bound dropped": drop_one(r"\b(?:al menos|más de|unos) (?=\d)", flags=re.IGNORECASE),
    "bound added": replace_one(
        r"(?<=[a-z] )(?<!de )(?<!que )(?<!moins )(?<!menos )\d[\d.]* (?=[a-z]{4,})",
        lambda m: "al menos " + m[0],
    ),
    "bound turned": replace_by_table(both_ways("más de:menos de|al menos:como máximo", between="|")),
    "negation added": replace_one(
        r"\b(?:aprobó|subió|abrió|compró|vendió|bajó|ganó|duró|costó)\b", lambda m: "no " + m[0]
    ),
    "negation dropped": drop_one(r"\b(?:no|nunca) (?=firmó|confirmó)"),
    "quantifier": replace_by_table(both_ways("todas:algunas|algunos:todos", between="|")),
    "hedge dropped": drop_one(r"\b(?:probablemente) ", flags=re.IGNORECASE),
    "modal hardened": replace_by_table({"podría": "va a", "puede": "debe"}),
    "tense": replace_by_table({"es": "era", "tenía": "tiene", "será": "fue"}),
    "attribution dropped": _drop_attribution,
    "condition dropped": _drop_condition,
    "direction": replace_by_table(
        both_ways("subió:bajó|abrió:cerró|compró:vendió|ganó:perdió|antes:después", between="|")
    ),
    "quotation edited": edit_quotation(r"« ?([^»]{12,}?) ?»", "realmente"),
    "quotation marks dropped": drop_guillemets,
    "only dropped": drop_one(r"\b(?:Solo|solo) "),
    "name of the same document": swap_name(_NAME),
    "roles swapped": swap_roles(_NAME),
    "spliced": splice_sentences,
    "sentence of another document": take_foreign,
    "question made of it": replace_one(r"\.$", lambda _: "?"),
}


def _iso(match: re.Match[str]) -> str:
    return f"{match[3]}-{_MONTHS.index(match[2]) + 1:02d}-{int(match[1]):02d}"


def _respace(match: re.Match[str]) -> str:
    return match[0].replace(".", " ")


SPANISH_HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda material, _: material.sentence,
    "final stop dropped": drop_final_stop,
    "white space": change_space,
    "accents decomposed": decompose_accents,
    "lower case": lower_case,
    "next sentence added": add_next_sentence,
    "soft hyphen": insert_hidden("\u00ad"),
    "date as ISO": replace_one(_DATE, _iso),
    "thousands spaced otherwise": replace_one(r"\b\d{2}[ .]\d{3}\b", _respace),
    "percent spelled out": replace_one(r"(?<=\d) ?%", lambda _: " por ciento"),
    "euro sign": replace_one(r"(?<=\d) euros\b", lambda _: " €"),
    "kilometre shortened": replace_one(r"(?<=\d )(kilómetros)\b", lambda _: "km"),
    "number word as figure": replace_one(
        r"\b(?:" + "|".join(_WORDS) + r")\b(?! %)", lambda m: str(_WORDS.index(m[0]) + 2)
    ),
}
