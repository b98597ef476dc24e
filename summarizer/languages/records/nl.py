"""Dutch, as far as the library knows it: `NL` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.languages.number_words import NumberWords, either, first_letters
from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Language,
    Prose,
    Quantities,
    Vocabulary,
    phrases,
    spellings,
    words,
)
from summarizer.languages.turns import Turns, contrast

_UNITS: Final = "twee drie vier vijf zes zeven acht negen"
_TEENS: Final = "elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
_ONE: Final = "(?:een|één)"
_UNIT: Final = either(_UNITS)
_TENS: Final = either("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_BELOW_100: Final = f"(?:(?:(?:{_ONE}|{_UNIT})[eë]n)?{_TENS}|tien|{either(_TEENS)}|{_UNIT}|{_ONE})"
_AND_ONE: Final = f"(?:en| en ){_ONE}"
_BELOW_1000: Final = f"(?:(?:{_UNIT}|{either(_TEENS)})?honderd(?:{_AND_ONE}|(?:en)?{_BELOW_100})?|{_BELOW_100})"
_BELOW_MILLION: Final = f"(?:{_BELOW_1000} ?)?duizend(?:{_AND_ONE}|(?:en| )?{_BELOW_1000})?|{_BELOW_1000}|nul"
_NUMBERS: Final = NumberWords(
    begins=first_letters("nul een één tien honderd duizend anderhalf", _UNITS, _TEENS, "twintig dertig tachtig"),
    word=_BELOW_MILLION,
    below_million=_BELOW_MILLION,
    thousand="duizend",
    scales={"miljoen": 6, "miljard": 9, "biljoen": 12},
    scales_behind_figures={"mln": 6, "mld": 9},
    conjunction="en",
    articles=words("een"),
    between=words("tussen"),
    going_on="derden?|kwart|half|halve|dozijn|tiental(?:len)?|honderdtal(?:len)?|honderden|duizenden"
    f"|(?:{_BELOW_MILLION})(?:d|st)en?",
    going_on_joined="half|nog",
    decimal="komma",
    alone={"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")},
)

NL = Language(
    code="nl",
    names=(
        "dutch",
        "nederlands",
        "niederländisch",
        "néerlandais",
        "neerlandés",
        "holandés",
        "olandese",
        "holandês",
        "荷兰语",
    ),
    known=False,
    detection=words(
        "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar "
        "heeft hij werd door over ze wordt"
    ),
    calendar=Calendar(
        hour_word="uur",
        dotted_dates=True,
        months=spellings(
            "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept|"
            "oktober okt|november nov|december dec"
        ),
    ),
    anaphora=Anaphora(
        articles=words("het een"),
    ),
    numbers=_NUMBERS,
    quantities=Quantities(
        percent=phrases("procent"),
        units={
            "km": phrases("kilometer"),
            "metre": phrases("meter"),
            "mile": phrases("mijl"),
            "tonne": phrases("ton"),
            "litre": phrases("liter"),
        },
    ),
    prose=Prose(before_names=words("Mevr mevr Dhr dhr")),
    vocabulary=Vocabulary(
        function_words=words("aan een het niet ook te van voor"),
        linking_prepositions=words("van"),
    ),
    turns=Turns(
        contrasts=(
            contrast(
                "unit",
                "seconde seconden|minuut minuten|uur uren|dag dagen|week weken|maand maanden|jaar jaren|eeuw eeuwen",
            ),
            contrast(
                "modality",
                "kan kunnen kon konden zou zouden|moet moeten moest moesten|zal zullen|is "
                "zijn was waren heeft hebben had hadden",
            ),
            contrast("tense", "is zijn heeft hebben|was waren had hadden|zal zullen"),
            contrast("person", "hij hem zijn|zij haar"),
            contrast(
                "quantifier",
                "alle alles iedereen elke beide|veel vele meerdere|sommige enkele|weinig|geen niemand niets",
            ),
            contrast("bound", "meer_dan minstens|minder_dan hoogstens|bijna|precies|ongeveer circa"),
            contrast("direction", "voor|na|tijdens"),
        ),
        conditions=phrases("als|indien|mits|tenzij|op voorwaarde"),
        hedges=phrases("misschien|waarschijnlijk|vermoedelijk|mogelijk|blijkbaar|bijna|naar verluidt|vermeende"),
        qualifiers=phrases("voormalig|voormalige|ex|toenmalig|toenmalige|vice|plaatsvervangend|plaatsvervangende"),
        limits=phrases("alleen|slechts|uitsluitend"),
        role_words=words("van in op aan bij door voor met zonder tegen naar uit over onder tussen sinds tot als"),
    ),
)
