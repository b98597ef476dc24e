"""Values in their many forms: what is equal is ticked, what may be is left open, what is not is never ticked."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.verdict import Verdict

_FRAMES = {
    "en": "The report from the council in Halden says it was {}, and nothing else was of note there.",
    "de": "Der Bericht des Rates aus Halden sagt, es waren {}, und sonst war dort nichts von Belang.",
    "fr": "Le rapport du conseil de Halden dit que c'étaient {}, et rien d'autre n'y était notable.",
    "es": "El informe del consejo de Halden dice que eran {}, y nada más fue notable en la ciudad.",
    "it": "Il rapporto del consiglio di Halden dice che erano {}, e nient'altro era notevole nella città.",
    "pt": "O relatório do conselho de Halden diz que eram {}, e nada mais foi notável na cidade.",
    "nl": "Het rapport van de raad van Halden zegt dat het {} waren, en verder was er niets bijzonders.",
    "zh": "哈尔登市议会的报告说，共有{}，除此之外那里没有什么值得注意的事情。",
}
_EQUAL = """
en: 2,470.30 = 2470.30 | 1.000.000 euros = 1,000,000 euros | .5% = 0.5% | 3 1/2 miles = 3.5 miles
en: 3½ miles = 3 1/2 miles | four dollars and ninety cents = $4.90 | a million and a half people = 1.5 million people
en: three quarters of a million people = 750,000 people | a quarter of voters = 25 percent of voters
en: half of voters = 50% of voters | three quarters of voters = 75% of voters | 5ft 10in tall = 5 feet 10 inches tall
en: 5 ft. 10 in. tall = 5 feet 10 inches tall | 12.8–13.0 = 12.8–13 | 2012–13 = 2012–2013 | 2012/13 = 2012/2013
en: from 2012 to 13 = from 2012 to 2013 | $5-10 million = $5 million-$10 million | 19% year-over-year = 19% YoY
en: 235, 000 people = 235,000 people | $ 5 = $5 | 5 % = 5% | two and three quarters = 2.75 | $4.5m = $4.5 million
en: in 1996-04 = in April 1996 | in 04/1996 = in April 1996 | in April '96 = in April 1996
en: in April of 1996 = in April 1996 | on the fifth of September 2017 = on 5 September 2017
en: on September fifth, 2017 = on 5 September 2017 | on 2003.06.11 = on 11 June 2003
en: on 5-Sep-2021 = on 5 September 2021
en: in the spring of '96 = in the spring of 1996 | open Sept. 25-Oct. 3, 2021 = open Sept. 25 – Oct. 3, 2021
en: on January 2-5, 2020 = on January 2, 2020-January 5, 2020 | near Reno, Nev., today = near Reno, Nevada, today
de: 2.470,30 Euro = 2470,30 Euro | dreieinhalb Jahre = 3,5 Jahre | 2012/13 = 2012/2013 | 12,8–13,0 = 12,8–13
de: vier Euro und neunzig Cent = 4,90 Euro | am 5.9.2017 = am fünften September 2017 | 3 1/2 Meilen = 3,5 Meilen
de: am 5. Sept. 2017 = am 5. September 2017 | im April '96 = im April 1996
fr: un million et demi d'euros = 1,5 million d'euros | quatre euros et quatre-vingt-dix centimes = 4,90 euros
fr: dix-sept navires = 17 navires | quatre-vingt-dix navires = 90 navires | trois heures et demie = 3,5 heures
fr: le 5 septembre 2017 = le cinq septembre 2017 | le 1er mars 2017 = le premier mars 2017
fr: le 05/09/2017 = le 5 septembre 2017 | 2012-13 = 2012-2013
es: 5 billones de euros = 5 millones de millones de euros | un millón y medio de euros = 1,5 millones de euros
es: medio millón de euros = 500.000 euros | el primero de marzo de 2017 = el 1 de marzo de 2017
es: el 5-9-2017 = el 5 de septiembre de 2017 | cuatro euros y noventa céntimos = 4,90 euros
it: un milione e mezzo di euro = 1,5 milioni di euro | mezzo milione di euro = 500.000 euro
it: il 1º marzo 2017 = il primo marzo 2017 | il 5/9/2017 = il cinque settembre 2017
pt: um milhão e meio de euros = 1,5 milhões de euros | meio milhão de euros = 500.000 euros
pt: em 05/09/2017 = em cinco de setembro de 2017
nl: anderhalf miljoen euro = 1,5 miljoen euro | op 05-09-2017 = op vijf september 2017
zh: 四分之一的选民 = 25%的选民 | 一半的选民 = 50%的选民 | 3.2亿元 = 3亿2000万元 | 2017.9.5 = 2017年9月5日
"""
_OPEN = """
en: two thirds of voters = 67% of voters | a third of voters = 33% of voters | Rs 500 = ₹500 | 24 months = two years
en: 10 miles away = 16 km away | 48 hours = two days | about 214 people = about 210 people | 3.1 percent = 3 percent
en: 90 cents = $0.90 | 4.5m = 4.5 million | $5 to $10 million = $5 million to $10 million | pages 120-25 = pages 120-125
en: 214 people = some 200 people | 23 pounds = about 10 kg | 5'10 tall = 5 feet 10 inches tall
en: on 4/7/2020 = on 4 July 2020 | on 4 July 2020 = in 2020 | 12 people = a dozen people | 1,5 million = 1.5 million
en: 90 minutes = an hour and a half | 30 minutes = half an hour | 10 years = a decade | 14 days = a fortnight
de: ein Viertel der Wähler = 25 Prozent der Wähler | die Hälfte der Wähler = 50 Prozent der Wähler
de: zwei Drittel der Wähler = 67 Prozent der Wähler | 24 Monate = zwei Jahre | rund 214 Schiffe = rund 210 Schiffe
de: 5 bis 10 Millionen Euro = 5 Millionen bis 10 Millionen Euro | 22 Pfund = zehn Kilogramm
de: ein Dutzend Schiffe = 12 Schiffe
fr: un quart des électeurs = 25 % des électeurs | la moitié des électeurs = 50 % des électeurs
fr: 24 mois = deux ans | environ 214 navires = environ 210 navires | une douzaine de navires = 12 navires
es: un cuarto de los votantes = 25 % de los votantes | 24 meses = dos años | unos 214 barcos = unos 210 barcos
it: un quarto degli elettori = 25% degli elettori | due terzi degli elettori = 67% degli elettori | 24 mesi = due anni
pt: um quarto dos eleitores = 25% dos eleitores | 24 meses = dois anos
nl: een kwart van de kiezers = 25 procent van de kiezers | ongeveer 214 schepen = ongeveer 210 schepen
zh: 三分之二的选民 = 67%的选民
"""
_OTHER = """
en: 100 Mbps = 100 MBps | 3.1 percent = 3.4 percent | 10 miles away = 25 km away | 2012–13 = 2012–2014 | $4.90 = $4.09
en: on 5 May 2025 = on 6 May 2025 | two years = two months | a quarter of voters = 20 percent of voters | 5% = 5
fr: dix-sept navires = 10 navires | quatre-vingt-dix navires = 4 navires | deux ans = deux mois
de: zwei Jahre = zwei Monate | am 3.4.2020 = am 4.3.2020
"""


def _rows(text: str) -> list[tuple[str, str, str]]:
    found = []
    for line in text.strip().split("\n"):
        language, _, pairs = line.partition(": ")
        for pair in pairs.split(" | "):
            one, _, other = pair.partition(" = ")
            found.append((language, one, other))
    return found


def _verdict(language: str, source: str, claim: str) -> Verdict:
    document = Document.of(_FRAMES[language].format(source), language=language)
    return Rules.of(Index.of(document)).rule_on(_FRAMES[language].format(claim)).verdict


@pytest.mark.parametrize(("language", "one", "other"), _rows(_EQUAL))
def test_equal_forms_are_ticked(language: str, one: str, other: str) -> None:
    """Either may be said for the other."""
    assert _verdict(language, one, other) == "supported"
    assert _verdict(language, other, one) == "supported"


@pytest.mark.parametrize(("language", "one", "other"), _rows(_OPEN))
def test_what_may_be_equal_is_left_open(language: str, one: str, other: str) -> None:
    """What may be rounded, converted or read in two ways is neither ticked nor refused."""
    assert _verdict(language, one, other) == "unchecked"


@pytest.mark.parametrize(("language", "one", "other"), _rows(_OTHER))
def test_other_values_are_never_ticked(language: str, one: str, other: str) -> None:
    """However alike they look."""
    assert _verdict(language, one, other) != "supported"
    assert _verdict(language, other, one) != "supported"
