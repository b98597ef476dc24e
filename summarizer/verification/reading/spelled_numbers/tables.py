"""A table a language says how it writes numbers in words: `NUMBER_WORDS["fr"].conjunction == "et"`.

`below_million` is the grammar of one number: "vingt et un mille trois cents" matches it, "dix et deux" does not. It is
stricter than text2num, which reads "dix et deux" as 12.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How a language writes numbers in words. All words are folded, all patterns are matched whole.

    Attributes:
        begins: The first two letters of all words that a number begins with: most words of a text are told by them.
        word: Pattern of a lexeme that a number below a million is made of.
        below_million: Pattern of a number below a million, one blank between its lexemes.
        thousand: The word for a thousand.
        scales: Words for a million and more, by their power of ten.
        conjunction: The "and" that may stand inside a number.
        articles: Words for one that are articles or pronouns as well: alone they are no number.
        never_alone: Number words that alone mean something else: the "ciento" of "por ciento".
        per: The "per" of "per cento", behind which a bare hundred is no number.
        between: Words after which the conjunction joins two numbers: "zwischen zweihundert und dreihundert".
        going_on: Pattern of a lexeme that makes another number of the one before it: "tiers", "douzaines".
        going_on_joined: The same where the conjunction stands between: "et demi", "y pico".
        decimal: Pattern of the word between a whole number and its decimals.
        hyphens: Words of a number may be joined by hyphens.
        commas: A comma may stand behind a thousand or a million inside a number.
        conjunction_behind_scale: The conjunction may stand behind a million: "un milione e duecentomila".
        spelled_otherwise: Patterns in a word and what to put there, so that text2num reads it.
        alone: Words that are a number of their own and part of no other: "anderthalb".
    """

    begins: frozenset[str]
    word: str
    below_million: str
    scales: Mapping[str, int]
    conjunction: str
    articles: frozenset[str]
    between: frozenset[str]
    going_on: str
    going_on_joined: str
    decimal: str
    thousand: str
    never_alone: frozenset[str] = frozenset()
    per: str = ""
    hyphens: bool = False
    commas: bool = False
    conjunction_behind_scale: bool = False
    spelled_otherwise: Mapping[str, str] = field(default_factory=dict)
    alone: Mapping[str, Decimal] = field(default_factory=dict)


def _either(words: str) -> str:
    """`_either("a b") == "(?:a|b)"`."""
    return f"(?:{'|'.join(words.split())})"


def _any_word(*texts: str) -> str:
    """A pattern of every word that stands in some texts: `_any_word("a b", "c") == "(?:a|b|c)"`."""
    return _either(" ".join(texts))


def _begins(*texts: str) -> frozenset[str]:
    """The first two letters of every word that stands in some texts."""
    return frozenset(word[:2] for text in texts for word in text.split())


# French -----------------------------------------------------------------------------------------------------------

_FR_UNITS: Final = "deux trois quatre cinq six sept huit neuf"
_FR_TEENS: Final = "onze douze treize quatorze quinze seize"
_FR_TENS: Final = "vingt trente quarante cinquante septante huitante octante nonante"
_FR_UNIT: Final = _either(_FR_UNITS)
_FR_TEEN: Final = f"(?:dix(?: (?:sept|huit|neuf))?|{_either(_FR_TEENS)})"
_FR_BELOW_100: Final = (
    f"(?:{_either(_FR_TENS)}(?: et une?| {_FR_UNIT})?"
    f"|soixante(?: et (?:une?|onze)| {_FR_UNIT}| {_FR_TEEN})?"
    f"|quatre vingts?(?:(?: et)? une?| {_FR_UNIT}| {_FR_TEEN})?"
    f"|{_FR_TEEN}|{_FR_UNIT}|une?)"
)
# "Onze cents" is said up to "dix-neuf cents"; "cents" alone are coins.
_FR_HUNDREDS: Final = f"(?:cent|(?:{_FR_UNIT}|{_either(_FR_TEENS)}|dix (?:sept|huit|neuf)) cents?)"
_FR_BELOW_1000: Final = f"(?:{_FR_HUNDREDS}(?: {_FR_BELOW_100}| et une?)?|{_FR_BELOW_100})"
_FRENCH: Final = NumberWords(
    begins=_begins("zéro un dix soixante cent mille", _FR_UNITS, _FR_TEENS, _FR_TENS),
    word=_any_word("zéro un une dix soixante vingts cent cents mille", _FR_UNITS, _FR_TEENS, _FR_TENS),
    below_million=f"(?:{_FR_BELOW_1000} )?mille(?: {_FR_BELOW_1000}| et une?)?|{_FR_BELOW_1000}|zéro",
    thousand="mille",
    scales={"million": 6, "millions": 6, "milliard": 9, "milliards": 9, "billion": 12, "billions": 12},
    conjunction="et",
    articles=frozenset(("un", "une")),
    between=frozenset(("entre",)),
    going_on=r".+ièmes?|tiers|quarts?|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|milliers?",
    going_on_joined="demie?|quart|quelques|des",
    decimal="virgule",
    per="pour",
    hyphens=True,
)

# Spanish ----------------------------------------------------------------------------------------------------------

_ES_UNITS: Final = "dos tres cuatro cinco seis siete ocho nueve"
_ES_TEENS: Final = (
    "diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiún veintiun "
    "veintiuno veintiuna veintidós veintidos veintitrés veintitres veinticuatro veinticinco veintiséis veintiseis "
    "veintisiete veintiocho veintinueve"
)
_ES_TENS: Final = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_HUNDREDS: Final = (
    "ciento doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas "
    "seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos novecientas"
)
_ES_UNIT: Final = f"(?:un[oa]?|{_either(_ES_UNITS)})"
_ES_BELOW_100: Final = f"(?:{_ES_UNIT}|{_either(_ES_TEENS)}|{_either(_ES_TENS)}(?: y {_ES_UNIT})?)"
_ES_BELOW_1000: Final = f"(?:cien|{_either(_ES_HUNDREDS)}(?: {_ES_BELOW_100})?|{_ES_BELOW_100})"
_SPANISH: Final = NumberWords(
    begins=_begins("cero un cien mil", _ES_UNITS, _ES_TEENS, _ES_TENS, _ES_HUNDREDS),
    word=_any_word("cero un uno una cien mil", _ES_UNITS, _ES_TEENS, _ES_TENS, _ES_HUNDREDS),
    below_million=f"(?:{_ES_BELOW_1000} )?mil(?: {_ES_BELOW_1000}| y un[oa]?)?|{_ES_BELOW_1000}|cero",
    thousand="mil",
    scales={"millón": 6, "millones": 6, "billón": 12, "billones": 12},
    conjunction="y",
    articles=frozenset(("un", "uno", "una")),
    never_alone=frozenset(("ciento",)),  # "por ciento"
    between=frozenset(("entre",)),
    going_on=r"tercios?|cuart[oa]s?|quint[oa]s?|sext[oa]s?|séptim[oa]s?|octav[oa]s?|noven[oa]s?|décim[oa]s?"
    r"|centésim[oa]s?|milésim[oa]s?|\w+avos?|(?:do|de|quin|vein|trein|cin|cen)\w*enas?|centenar(?:es)?"
    r"|miles|millar(?:es)?|cientos|cientas",
    going_on_joined="medi[oa]|cuarto|pico|tant[oa]s",
    decimal="coma|punto",
    spelled_otherwise={
        "^veinti[uú]n$": "veintiuno",
        "(?<=i)seis$": "séis",
        "veintidos": "veintidós",
        "veintitres": "veintitrés",
    },
)

# Portuguese -------------------------------------------------------------------------------------------------------

_PT_UNITS: Final = "um uma dois duas três quatro cinco seis sete oito nove"
_PT_TEENS: Final = (
    "dez onze doze treze catorze quatorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove"
)
_PT_TENS: Final = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_PT_HUNDREDS: Final = (
    "cento duzentos duzentas trezentos trezentas quatrocentos quatrocentas quinhentos quinhentas seiscentos "
    "seiscentas setecentos setecentas oitocentos oitocentas novecentos novecentas"
)
_PT_BELOW_100: Final = f"(?:{_any_word(_PT_UNITS, _PT_TEENS)}|{_either(_PT_TENS)}(?: e {_either(_PT_UNITS)})?)"
_PT_BELOW_1000: Final = f"(?:cem|{_either(_PT_HUNDREDS)}(?: e {_PT_BELOW_100})?|{_PT_BELOW_100})"
_PORTUGUESE: Final = NumberWords(
    begins=_begins("zero cem mil", _PT_UNITS, _PT_TEENS, _PT_TENS, _PT_HUNDREDS),
    word=_any_word("zero cem mil", _PT_UNITS, _PT_TEENS, _PT_TENS, _PT_HUNDREDS),
    below_million=f"(?:{_PT_BELOW_1000} )?mil(?:(?: e)? {_PT_BELOW_1000})?|{_PT_BELOW_1000}|zero",
    thousand="mil",
    # "Bilhão" is Brazilian and a thousand millions, "bilião" Portuguese and a million millions.
    scales={"milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9, "trilhão": 12, "trilhões": 12}
    | {"bilião": 12, "biliões": 12},
    conjunction="e",
    articles=frozenset(("um", "uma")),
    never_alone=frozenset(("cento",)),  # "por cento"
    between=frozenset(("entre",)),
    going_on=r"terços?|quart[oa]s?|quint[oa]s?|sext[oa]s?|sétim[oa]s?|oitav[oa]s?|non[oa]s?|décim[oa]s?"
    r"|centésim[oa]s?|milésim[oa]s?|avos|dúzias?|(?:de|vin|trin|cen)\w*enas?|milhar(?:es)?",
    going_on_joined="mei[oa]|quarto|tant[oa]s|poucos|picos?",
    decimal="vírgula|ponto",
    commas=True,
    conjunction_behind_scale=True,
)

# German -----------------------------------------------------------------------------------------------------------

_DE_UNITS: Final = "zwei zwo drei vier fünf sechs sieben acht neun"
_DE_TEENS: Final = "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_DE_UNIT: Final = _either(f"ein {_DE_UNITS}")
_DE_TEEN: Final = _either(_DE_TEENS)
_DE_TENS: Final = _either("zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig")
_DE_BELOW_100: Final = f"(?:(?:{_DE_UNIT}und)?{_DE_TENS}|zehn|{_DE_TEEN}|{_DE_UNIT}|eins)"
# Behind a hundred or a thousand "und" is glued to any number, and stands apart before one alone: "hundert und eins".
_DE_AND_ONE: Final = "(?:und| und )ein[es]?"
_DE_BELOW_1000: Final = (
    f"(?:(?:{_DE_UNIT} ?|{_DE_TEEN})?hundert(?:{_DE_AND_ONE}|(?:und| )?{_DE_BELOW_100})?|{_DE_BELOW_100})"
)
_DE_BELOW_MILLION: Final = (
    f"(?:{_DE_BELOW_1000} ?)?tausend(?:{_DE_AND_ONE}|(?:und| )?{_DE_BELOW_1000})?|{_DE_BELOW_1000}|einer?|null"
)
_DE_HALVES: Final = {
    word + "einhalb": Decimal(value) + Decimal("0.5")
    for value, word in enumerate("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), start=1)
}
_GERMAN: Final = NumberWords(
    begins=_begins("null ein zehn hundert tausend anderthalb", _DE_UNITS, _DE_TEENS, "zwanzig dreißig"),
    word=_DE_BELOW_MILLION,
    below_million=_DE_BELOW_MILLION,
    thousand="tausend",
    scales={"million": 6, "millionen": 6, "milliarde": 9, "milliarden": 9, "billion": 12, "billionen": 12},
    conjunction="und",
    articles=frozenset(("ein", "eine", "einer")),
    between=frozenset(("zwischen",)),
    going_on="drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel|(?:ein)?halb(?:e[nrsm]?)?|dutzend"
    f"|hunderte[nr]?|tausende[nr]?|(?:{_DE_BELOW_MILLION})st(?:e[nrsm]?|eln?)",
    going_on_joined="(?:ein)?halb|etliche|einige|mehr",
    decimal="komma",
    spelled_otherwise={"^einer?$": "ein", "einstausend": "eintausend"},
    alone=_DE_HALVES | {"anderthalb": Decimal("1.5"), "anderthalbe": Decimal("1.5")},
)

# Dutch ------------------------------------------------------------------------------------------------------------

_NL_UNITS: Final = "twee drie vier vijf zes zeven acht negen"
_NL_TEENS: Final = "elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
_NL_ONE: Final = "(?:een|één)"
_NL_UNIT: Final = _either(_NL_UNITS)
_NL_TENS: Final = _either("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_NL_BELOW_100: Final = (
    f"(?:(?:(?:{_NL_ONE}|{_NL_UNIT})[eë]n)?{_NL_TENS}|tien|{_either(_NL_TEENS)}|{_NL_UNIT}|{_NL_ONE})"
)
_NL_AND_ONE: Final = f"(?:en| en ){_NL_ONE}"
_NL_BELOW_1000: Final = (
    f"(?:(?:{_NL_UNIT}|{_either(_NL_TEENS)})?honderd(?:{_NL_AND_ONE}|(?:en)?{_NL_BELOW_100})?|{_NL_BELOW_100})"
)
_NL_BELOW_MILLION: Final = (
    f"(?:{_NL_BELOW_1000} ?)?duizend(?:{_NL_AND_ONE}|(?:en| )?{_NL_BELOW_1000})?|{_NL_BELOW_1000}|nul"
)
_DUTCH: Final = NumberWords(
    begins=_begins("nul een één tien honderd duizend anderhalf", _NL_UNITS, _NL_TEENS, "twintig dertig tachtig"),
    word=_NL_BELOW_MILLION,
    below_million=_NL_BELOW_MILLION,
    thousand="duizend",
    scales={"miljoen": 6, "miljard": 9, "biljoen": 12},
    conjunction="en",
    articles=frozenset(("een",)),
    between=frozenset(("tussen",)),
    going_on="derden?|kwart|half|halve|dozijn|tiental(?:len)?|honderdtal(?:len)?|honderden|duizenden"
    f"|(?:{_NL_BELOW_MILLION})(?:d|st)en?",
    going_on_joined="half|nog",
    decimal="komma",
    alone={"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")},
)

# Italian ----------------------------------------------------------------------------------------------------------

_IT_UNITS: Final = "due tre tré quattro cinque sei sette nove"
_IT_TEENS: Final = "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto dicotto diciannove"
_IT_STEMS: Final = _either("vent trent quarant cinquant sessant settant ottant novant")
_IT_ONE: Final = "un[oa]?"
_IT_BELOW_100: Final = (
    f"(?:(?:venti|{_IT_STEMS}a){_either(_IT_UNITS)}?|{_IT_STEMS}(?:{_IT_ONE}|otto)|{_either(_IT_TEENS)}"
    f"|{_either(_IT_UNITS)}|otto|{_IT_ONE})"
)
# Before "otto", "ottanta" and "uno" the hundred may lose its vowel: "centotto", "duecentottanta".
_IT_BELOW_1000: Final = (
    f"(?:(?:{_either(_IT_UNITS)}|otto)?(?:cento(?: ?{_IT_BELOW_100}| e {_IT_ONE})?|cent(?=ott|un){_IT_BELOW_100})"
    f"|{_IT_BELOW_100})"
)
_IT_BELOW_MILLION: Final = (
    f"(?:{_IT_BELOW_1000} ?mila|mille)(?: ?{_IT_BELOW_1000}| e {_IT_BELOW_100})?|{_IT_BELOW_1000}|zero"
)
_ITALIAN: Final = NumberWords(
    begins=_begins("zero un otto venti cento mille", _IT_UNITS, _IT_TEENS, "trenta ottanta"),
    word=f"{_IT_BELOW_MILLION}|mila",
    below_million=_IT_BELOW_MILLION,
    thousand="mille",
    scales={"milione": 6, "milioni": 6, "miliardo": 9, "miliardi": 9, "bilione": 12, "bilioni": 12},
    conjunction="e",
    articles=frozenset(("un", "uno", "una")),
    never_alone=frozenset(("sei",)),  # also "you are"
    per="per",
    between=frozenset(("tra", "fra")),
    going_on="terz[oi]|quart[oi]|quint[oi]|sest[oi]|settim[oi]|ottav[oi]|non[oi]|decim[oi]|centesim[oi]|millesim[oi]"
    "|dozzin[ae]|(?:dec|vent|trent|quarant|cinquant)in[ae]|centinai[oa]|migliai[oa]",
    going_on_joined="mezz[oa]|quart[oi]|passa|rotti",
    decimal="virgola|punto",
    conjunction_behind_scale=True,
    spelled_otherwise={"centott": "centoott", "dicotto": "diciotto"},
)

NUMBER_WORDS: Final[Mapping[str, NumberWords]] = {
    "fr": _FRENCH,
    "es": _SPANISH,
    "pt": _PORTUGUESE,
    "de": _GERMAN,
    "nl": _DUTCH,
    "it": _ITALIAN,
}
