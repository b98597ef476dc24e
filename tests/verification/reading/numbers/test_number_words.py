"""Numbers in words by value, and the law that reading undoes writing in every language with a reader."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from summarizer.text.fold import fold
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.number_words import number_test, number_words, ordinal_words, scale_of

_UNITS = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

# Every language with a reader that num2words writes, its variants there, and a sentence around the number.
WRITTEN = {
    "en": ("en en_IN en_NG", "The town has {} residents."),
    "de": ("de", "Die Stadt hat {} Einwohner."),
    "fr": ("fr fr_BE fr_CH fr_DZ", "La ville compte {} habitants."),
    "es": ("es es_CO es_CR es_GT es_NI es_VE", "La ciudad tiene {} habitantes."),
    "pt": ("pt pt_BR", "A cidade tem {} habitantes."),
    "nl": ("nl", "De stad heeft {} inwoners."),
    "it": ("it", "La città conta {} abitanti."),
}
# What is written, and not read: "un" and "uno" are articles and pronouns, the Italian "sei" is "you are", too.
UNREAD = {"fr": {1}, "es": {1}, "pt": {1}, "it": {1, 6}}
ROUND = [figure * 10**power for figure in (*range(1, 30), 70, 71, 80, 81, 90, 91, 99) for power in range(2, 7)]
MOST = 10**7
ANY = st.one_of(st.integers(2, 99), st.integers(2, 2000), st.integers(2, MOST))


def numbers_in(sentence: str, language: str) -> list[Decimal]:
    """The numbers in words of a sentence, each read where the one before it ends."""
    found = lexemes(fold(sentence).text)
    values: list[Decimal] = []
    at = 0
    while at < len(found):
        read = number_words(found, at, language) if number_test(language)(found[at].text) else None
        if read is None:
            at += 1
        else:
            values.append(read[0])
            at = read[1]
    return values


def misread(language: str, variant: str, numbers: Sequence[int]) -> list[tuple[str, list[Decimal]]]:
    """The numbers that are not read back from their words, with what is read."""
    sentence = WRITTEN[language][1]
    wrong = []
    for number in numbers:
        words = num2words(number, lang=variant)
        read = numbers_in(sentence.format(words), language)
        expected = [] if number in UNREAD.get(language, ()) else [number]
        if read != expected:
            wrong.append((words, read))
    return wrong


@pytest.mark.parametrize("language", WRITTEN)
def test_small_and_round_numbers_are_read_back(language: str) -> None:
    """Whatever num2words writes for 0 to 2000 and for round numbers is read as that number, but for what is named."""
    variants = WRITTEN[language][0].split()
    assert misread(language, variants[0], [*range(2001), *ROUND]) == []
    for variant in variants[1:]:
        assert misread(language, variant, [*range(130), *range(200, 2001, 83), *ROUND[::3]]) == []


@pytest.mark.parametrize("language", WRITTEN)
def test_numbers_up_to_ten_million_are_read_back(language: str) -> None:
    """So are 300 numbers from a thousand to ten million, evenly spread by their logarithm."""
    sample = [int(10 ** (3 + step / 75)) + step * step % 89 for step in range(300)]
    for variant in WRITTEN[language][0].split():
        assert misread(language, variant, sample) == []


@pytest.mark.parametrize("language", WRITTEN)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), number=st.integers(0, MOST))
def test_no_number_is_read_as_another(language: str, data: st.DataObject, number: int) -> None:
    """The number is read as it is or not at all: in its sentence, and typed in the canonical form."""
    variant = data.draw(st.sampled_from(WRITTEN[language][0].split()))
    sentence = WRITTEN[language][1].format(num2words(number, lang=variant))
    assert numbers_in(sentence, language) in ([number], [])
    typed = [token.number for token in canonicalize(sentence, language=language).tokens if token.number is not None]
    assert typed in ([number], [])


@pytest.mark.parametrize("language", WRITTEN)
@settings(max_examples=60, deadline=None)
@given(number=st.integers(10, MOST), cut=st.integers(1, 12))
@example(number=17, cut=1)
@example(number=31, cut=1)
@example(number=90, cut=2)
def test_a_part_is_not_the_whole(language: str, number: int, cut: int) -> None:
    """The first or last words of a number never give its value."""
    words = num2words(number, lang=language).replace("-", " - ").split()
    cut = min(cut, len(words) - 1)
    for part in (words[:cut], words[cut:]) if cut else ():
        assert number not in numbers_in(WRITTEN[language][1].format(" ".join(part).replace(" - ", "-")), language)


@pytest.mark.parametrize("language", [language for language in WRITTEN if language != "en"])
@settings(max_examples=100, deadline=None)
@given(first=ANY, second=ANY)
def test_a_longer_phrase_is_not_read_as_its_beginning(language: str, first: int, second: int) -> None:
    """Two numbers with nothing between them are never read one by one: no number ends or starts where they meet."""
    one, other = num2words(first, lang=language), num2words(second, lang=language)
    found = lexemes(fold(f"{one} {other}").text)
    meeting = len(lexemes(fold(one).text))
    read = {at: number_words(found, at, language) for at in range(len(found))}
    assert read[meeting] is None
    assert meeting not in {number[1] for number in read.values() if number is not None}


@pytest.mark.parametrize(
    ("language", "sentence", "values"),
    [
        ("fr", "Elle a dix-sept ans.", [17]),
        ("fr", "Elle a quatre-vingt-dix ans.", [90]),
        ("fr", "vingt et une pages et vingt-et-un chapitres", [21, 21]),
        ("fr", "deux cent mille euros, deux cents euros, cent euros", [200_000, 200, 100]),
        ("fr", "septante ans, huitante-deux ans, nonante et un ans", [70, 82, 91]),
        ("fr", "dix-neuf cent quatorze, mille neuf cent quatorze", [1914, 1914]),
        ("fr", "deux à trois jours, quatre ou cinq", [2, 3, 4, 5]),
        ("fr", "un trente pour cent, un million", [30, 1_000_000]),
        ("es", "treinta y una personas, treinta y un días, treinta y uno", [31, 31, 31]),
        ("es", "veintiún mil, veintiuna mujeres, doscientas mil, ciento dos", [21_000, 21, 200_000, 102]),
        ("es", "cuatro o cinco, dos y tres", [4, 5, 2, 3]),
        ("es", "entre treinta y cinco y cuarenta, entre cien y mil", [35, 40, 100, 1000]),
        ("es", "mil y una noches, dos mil millones, un cuarenta por ciento", [1001, 2 * 10**9, 40]),
        ("de", "zweiundzwanzigtausend, einundzwanzigtausend dreihundert", [22_000, 21_300]),
        ("de", "hundert und eins, hundertundeins, tausendundeine Nacht", [101, 101]),
        ("de", "zwischen zweihundert und fünftausend", [200, 5000]),
        ("de", "neunzehnhundertneunzig, dreißig, dreissig", [1990, 30, 30]),
        ("de", "eine Million, rund einer Million, anderthalb, zweieinhalb", [10**6, 10**6, 1.5, 2.5]),
        ("de", "die zwei größten Städte, zwei und ein Kind", [2, 2]),
        ("pt", "duzentos e cinco mil, dezesseis, dezasseis, vinte e uma", [205_000, 16, 16, 21]),
        ("pt", "entre vinte e cinco e trinta", [25, 30]),
        ("pt", "mil, duzentos, trezentos", [1000, 200, 300]),
        ("it", "ventun giorni, ventuno, duecento mila", [21, 21, 200_000]),
        ("it", "un milione e duecentomila, tra cento e duecento", [1_200_000, 100, 200]),
        ("nl", "tweeëntwintig, tweeduizend driehonderd, één man, anderhalf", [22, 2300, 1, 1.5]),
        ("en", "a hundred and five, a thousand and one, half a million", [105, 1001, 500_000]),
        ("en", "one thousand, two hundred and five", [1205]),
        ("en", "twenty-two and a half, two and a half million", [22.5, 2_500_000]),
        ("en", "between one hundred and fifty and two hundred", [150, 200]),
    ],
)
def test_numbers_of_a_sentence(language: str, sentence: str, values: list[float]) -> None:
    """Spellings, genders and lists that are met in texts."""
    assert numbers_in(sentence, language) == values


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "deux tiers, trois quarts, deux virgule cinq, deux douzaines, deux et demi"),
        ("fr", "la vingt-deuxième fois, le dix-septième et le vingt et unième siècle, deux cent vingtième"),
        ("fr", "cent et dix, vingt et deux, un enfant, une trentaine, cinquante cents, deux trois jours"),
        ("es", "dos tercios, tres docenas, veinte y pico, tres coma dos, por ciento, una vez"),
        ("es", "dos tres, entre treinta y cinco mil, mil y cien"),
        ("de", "zwei Drittel, drei Komma fünf, zwei Dutzend, drei und ein halb, zwei- und"),
        ("de", "zweihundert und fünf, drei und vierzig, zwanzig zwanzig, ein Kind, einer Frau, Achtung"),
        ("pt", "dois terços, uma vez, por cento, entre duzentos e cinco mil"),
        ("it", "due terzi, tu sei felice, una volta"),
        ("nl", "twee derde, een man, twee en twintig"),
        ("en", "one hundred and first, one hundred twenty-first, two hundredths, a hundred and a half"),
    ],
)
def test_what_cannot_be_read_whole_has_no_value(language: str, sentence: str) -> None:
    """Parts of other numbers, numbers read in two ways, and words that are no numbers."""
    assert numbers_in(sentence, language) == []


def test_a_language_without_a_reader_has_no_values() -> None:
    """Number words that nothing is known of are compared as written."""
    assert numbers_in("treogtyve mand", "da") == []
    assert canonicalize("Tre mand", language="da").keys == ("tre", "mand")


@pytest.mark.parametrize(
    ("language", "words", "value", "used"),
    [
        ("en", "three hundred and five men", 305, 4),
        ("en", "two hundred and five thousand", 205_000, 5),
        ("en", "twenty one-day matches", 20, 1),
        ("en", "twenty-one days", 21, 3),
        ("en", "one hundred and two hundred", 100, 2),
        ("en", "ten million and five million", 10_000_000, 2),
        ("en", "nineteen eighty-four", 19, 1),
        ("en", "two thousand and twenty", 2020, 4),
        ("en", "two two", 2, 1),
        ("de", "dreihundertfünf", 305, 1),
        ("de", "drei millionen", 3_000_000, 2),
        ("fr", "deux cent trente", 230, 3),
        ("es", "treinta y dos", 32, 3),
        ("zh", "一亿二千万", 120_000_000, 5),
    ],
)
def test_value_and_length(language: str, words: str, value: int, used: int) -> None:
    """The number is read as far as it goes and no further."""
    assert number_words(lexemes(words), 0, language) == (Decimal(value), used)


@pytest.mark.parametrize("words", ["million", "hundred", "a million-dollar house", "house", "dozen", "a house"])
def test_no_number(words: str) -> None:
    """A bare scale word or any other word starts no number."""
    assert number_words(lexemes(words), 0, "en") is None


def test_between_keeps_two_numbers_apart() -> None:
    """After "between", "and" joins two numbers, not the parts of one."""
    assert number_words(lexemes("between two hundred and five thousand"), 1, "en") == (Decimal(200), 3)


@given(st.integers(min_value=1, max_value=999))
def test_below_a_thousand_round_trip(number: int) -> None:
    """Every number below a thousand is read back from its English words."""
    hundreds, rest = divmod(number, 100)
    parts = [f"{_UNITS[hundreds - 1]} hundred"] if hundreds else []
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        parts.append(_TENS[tens - 2] + (f"-{_UNITS[unit - 1]}" if unit else ""))
    elif rest >= 10:
        names = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
        parts.append(names[rest - 10])
    elif rest:
        parts.append(_UNITS[rest - 1])
    found = lexemes(" and ".join(parts))
    assert number_words(found, 0, "en") == (Decimal(number), len(found))


def test_scales_differ_by_language() -> None:
    """A German Billion is a thousand English billions."""
    assert (scale_of("billion", "en"), scale_of("billion", "de"), scale_of("house", "en")) == (9, 12, 0)


def test_ordinals_are_english_only() -> None:
    """Inflected ordinals of other languages are compared as written."""
    assert ordinal_words(lexemes("third"), 0, "en") == (3, 1)
    assert ordinal_words(lexemes("dritte"), 0, "de") is None
