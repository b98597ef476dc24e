"""Dutch, as far as the library knows it: `NL` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.languages.number_words import NumberWords, either, first_letters
from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Discourse,
    Language,
    Prose,
    Quantities,
    Unasserted,
    Vocabulary,
    phrases,
    spellings,
    words,
)
from summarizer.languages.records.page_words.mail import NL_MAIL
from summarizer.languages.records.page_words.nl import NL_PAGE_WORDS
from summarizer.languages.records.pointers.nl import NL_POINTERS
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
    half="half|halve",
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
        bylines=words("door"),
        dotted_dates=True,
        months=spellings(
            "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept|"
            "oktober okt|november nov|december dec"
        ),
        near_days=words("gisteren eergisteren vandaag morgen overmorgen daags daarna daarvoor"),
    ),
    anaphora=Anaphora(
        persons=words("hij zij ze hem haar hen hun"),
        demonstratives=words("dit deze"),
        first_pronouns=words("zijn diens die dat"),
        times=words("jaar week maand zomer winter herfst lente kwartaal weekend ochtend avond"),
        articles=words("het een"),
        before_places=words("in te uit bij"),
        place_prepositions=words("in te uit bij van"),
        own_name=phrases("ik heet|ik heette|mijn naam is|noem me"),
    ),
    pointers=NL_POINTERS,
    page_words=NL_PAGE_WORDS,
    mail_words=NL_MAIL,
    discourse=Discourse(
        that_words=words("dat"),
        denying=words("onwaar vals valse gerucht geruchten mythe mythes leugen leugens ontkende ontkent ontkennen"),
        following_words=words("volgende"),
        taken_back=(
            r"(?:(?:dat|dit|het) (?:is|was) (?:\w+ ){0,2}(?:niet waar|onwaar|gelogen|onzin|verzonnen|een leugen)|"
            r"(?:dat|dit) klopt niet)\b(?! dat\b)"
        ),
        supposed=r"(?:stel|stel je voor|veronderstel|laten we aannemen)\b",
    ),
    unasserted=Unasserted(
        topics=(
            r"(?:(?:de|het|een|veel|andere|bekende|hardnekkige|veelvoorkomende|valse|oude|nieuwe) ){0,3}"
            r"(?:bewering(?:en)?|beschuldiging(?:en)?|aantijging(?:en)?|aanklacht(?:en)?|mythen?|mythes|geruchten|"
            r"gerucht|"
            r"legendes?|misinformatie|desinformatie|nepnieuws|misvatting(?:en)?|leugens?|complottheorie(?:ën)?|fictie|"
            r"speculaties?|scenario's?|hypothesen?|verhaallijn|plot|synopsis|satire|waar of niet waar)(?: \d{1,2})?"
            r"(?: (?:over|tegen|van|rond|die|in|en|op|uit)\b.{0,60})?"
            r"|wat (?:\w+ ){0,3}(?:beweerd|beweert|gezegd|verteld)(?: (?:wordt|werd|is))?"
            r"|(?:de )?(?:opties|voorstellen)(?: (?:op|in|ter) .{1,40})?"
        ),
        suppositions=r"(?:als(?! (?:u|je|jij)\b)|wat als|stel|indien|mocht|in geval)\b.*",
        settled=r"(?:ons |het |de )?(?:oordeel|feiten|waarheid|werkelijkheid|conclusie|beoordeling|rectificatie)",
        lead_ins=(
            r"(?:dit|dat|zo|hier)\b.{0,20}\b(?:is|staat|vertelt|beschrijft|beweert|schrijft|zegt|ziet|luidt)\b.*"
            r"\b(?:zegt|beweert|schrijft|brief|aanklacht|vertelt|het|staat|folder|verdachte|aanklager)"
            r"|.*\b(?:vertelt|beschrijft|beweert|zegt|zei|schrijft|verklaarde|stelt)\b.*\b(?:zo|als volgt|het volgende|"
            r"op deze manier|in deze woorden)"
            r"|(?:de|het|een) (?:\w+ ){0,3}(?:brief|aanklacht|klacht|bericht|gerucht|legende|mythe|pamflet)"
            r" (?:zegt|beweert|luidt|vertelt)(?: (?:dit|zo))?"
            r"|(?:de|het|een) (?:roman|film|verhaal|toneelstuk|serie|opera|sprookje) (?:vertelt|gaat|begint|speelt|"
            r"beschrijft)\b.*"
        ),
        own_lead_ins=r"\b(?:hierom|om (?:deze|de volgende) redenen|redenen|omdat|want|bijvoorbeeld|namelijk)\b",
        doubting=(
            r"\b(?:opties|voorstellen|ideeën|scenario's|geruchten|beweringen|beschuldigingen|aantijgingen|mythes|"
            r"ter discussie|op tafel|besproken|overwogen|waar of niet waar)\b"
        ),
        tasks=(
            r"(?:kruis|bepaal|beslis|geef|kies|markeer|zeg|omcirkel)\b.*\b(?:waar|onwaar|juist|onjuist|goed|fout)\b"
            r"|welke? (?:van (?:deze|de)|zin|zinnen|bewering|beweringen|antwoord)\b.*|waar of (?:niet waar|onwaar)\b"
        ),
        taken_back=(
            r"(?:niet waar|onwaar|klopt niet|onzin|gelogen|een leugen)\s?[.!,]"
            r"|(?:de|het|deze|dit|die|dat) (?:bewering|verklaring|verhaal|bericht|beschuldiging|gerucht|brief|artikel|"
            r"versie|beweringen|beschuldigingen|geruchten) (?:(?:is|zijn|was|waren|werd|werden|bleek|bleken|inmiddels|"
            r"later|sindsdien|ondertussen|te|volledig) ){1,5}(?:ingetrokken|weerlegd|ontkend|gecorrigeerd|"
            r"gerectificeerd|"
            r"onwaar|vals|verzonnen|ongegrond|onjuist|herroepen|betwist)\b"
            r"|(?:dat|zo) (?:is|zegt|beweert)?\s?(?:tenminste |althans )?(?:wat )?(?:\w+ ){0,4}(?:beweert|zegt|gelooft|"
            r"vertelt|beweren|zeggen)\b|(?:tenminste|althans),? (?:volgens|dat)\b"
            r"|(?:correctie|rectificatie|erratum)\s?[:.–—-]+ |(?:dat|dit) is nooit gebeurd\b|(?:in werkelijkheid|"
            r"de waarheid is|het tegendeel)\b"
            r"|(?:\w+ ){1,3}(?:ontkent|ontkende|betwist|betwistte|weerspreekt) (?:dit|dat|deze \w+|het)\s?[.!]"
        ),
        all_taken_back=r"niets (?:hiervan|daarvan) is\b|dit alles is (?:\w+ ){0,2}(?:onwaar|verzonnen|gelogen)\b",
        no_speakers=words(
            "noot foto bron auteur datum plaats adres prijs ingrediënten uitslag vraag antwoord feit mythe tip"
        ),
    ),
    numbers=_NUMBERS,
    quantities=Quantities(
        dozens=words("dozijn"),
        about=words("ongeveer circa zo'n rond"),
        almost=words("bijna"),
        over=words("meer"),
        shares={
            "50": phrases("helft"),
            "33.333": phrases("derde"),
            "66.667": phrases("twee derde"),
            "25": phrases("kwart"),
            "75": phrases("driekwart|drie kwart"),
            "20": phrases("vijfde"),
            "10": phrases("tiende"),
        },
        percent=phrases("procent"),
        units={
            "day": phrases("dagen"),
            "week": phrases("weken"),
            "month": phrases("maand|maanden"),
            "year": phrases("jaar|jaren"),
            "minute": phrases("minuut"),
            "second": phrases("seconden"),
            "km": phrases("kilometer"),
            "metre": phrases("meter"),
            "mile": phrases("mijl"),
            "tonne": phrases("ton"),
            "litre": phrases("liter"),
        },
    ),
    prose=Prose(
        text_names=words("artikel tekst passage verhaal auteur interview"), before_names=words("Mevr mevr Dhr dhr")
    ),
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
        reversals=phrases("integendeel"),
        conditions=phrases("als|indien|mits|tenzij|op voorwaarde"),
        hedges=phrases("misschien|waarschijnlijk|vermoedelijk|mogelijk|blijkbaar|bijna|naar verluidt|vermeende"),
        qualifiers=phrases("voormalig|voormalige|ex|toenmalig|toenmalige|vice|plaatsvervangend|plaatsvervangende"),
        limits=phrases("alleen|slechts|uitsluitend"),
        role_words=words("van in op aan bij door voor met zonder tegen naar uit over onder tussen sinds tot als"),
    ),
)
