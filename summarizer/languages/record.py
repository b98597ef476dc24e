"""A language's record: one value that holds every word and phrase that some part of the library asks a language for.

    DE = Language(code="de", calendar=Calendar(months=spellings("januar jan|…")), …)

A field that is left empty is legal: the part that reads it then goes by the form of the text alone. Words are written
in small letters, as `text/fold.py` folds them; the readers of `record_text.py` make "ss" of "ß".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from summarizer.languages.mail_words import MailWords
from summarizer.languages.number_words import NumberWords
from summarizer.languages.page_words import PageWords
from summarizer.languages.pointer_words import Pointers
from summarizer.languages.record_text import Phrase, cues, groups, pairs, phrases, spellings, words
from summarizer.languages.turns import Turns
from summarizer.languages.unasserted import Unasserted

__all__ = [
    "Anaphora",
    "Calendar",
    "Capitals",
    "CueKind",
    "Cues",
    "Discourse",
    "Language",
    "PageWords",
    "Phrase",
    "Pointers",
    "Prose",
    "Quantities",
    "Unasserted",
    "Vocabulary",
    "cues",
    "groups",
    "pairs",
    "phrases",
    "spellings",
    "words",
]

CueKind: TypeAlias = Literal["negation", "modality", "quantifier", "attribution", "direction", "bound", "condition"]
"""What a cue does to the statement that it stands in."""

Words: TypeAlias = frozenset[str]
Phrases: TypeAlias = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How dates are written.

    Attributes:
        dotted_dates: "12.03.2026", "12/03/2026" and "12-03-2026" are the twelfth of March.
        day_dot: A day stands with a full stop before its month: "12. März".
        month_first: The month may stand before the day: "March 12".
        hour_word: What stands behind a time of day: "uhr".
        hour_marks: What stands between hour and minutes: "h" of "7 h 42".
        minute_marks: What may stand behind the minutes then: 分 of 7点42分.
        day_links: What may stand between day and month: "12 de marzo".
        year_links: What may stand between month and year: "marzo de 2026".
        days: Words that number a day before its month and are no number words: "premier", "fünften".
        months: Twelve tuples of spellings, January first; the first spelling is the full name.
        weekdays: Seven tuples of spellings, Monday first.
        month_leads: Words before a shortened month that stands alone: "since Mar".
        day_leads: Words before a shortened weekday: "on Mon".
        day_tails: Words behind a shortened weekday: "Mon morning".
        date_labels: What stands before the date of an article: "published".
        date_links: What stands between that label, the date and the time: "on", "at".
        bylines: What stands before the author in such a line: "by".
        named_times: Words for a time of day: "noon".
        day_words: Words for a day as seen from the article's: "today".
        near_days: Words for a day as seen from another: "yesterday", "lendemain".
        period_words: Words for stretches of time: "year", "week".
        forms_of_address: Short forms before a person's name: "mr".
    """

    dotted_dates: bool = False
    day_dot: bool = False
    month_first: bool = False
    hour_word: str = ""
    hour_marks: Words = frozenset()
    minute_marks: Words = frozenset()
    day_links: Words = frozenset()
    year_links: Words = frozenset()
    days: Mapping[str, int] = field(default_factory=dict)
    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    month_leads: Words = frozenset()
    day_leads: Words = frozenset()
    day_tails: Words = frozenset()
    date_labels: Phrases = ()
    date_links: Phrases = ()
    bylines: Words = frozenset()
    named_times: Words = frozenset()
    day_words: Words = frozenset()
    near_days: Words = frozenset()
    period_words: Words = frozenset()
    forms_of_address: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words and phrases that turn or bound a statement, as sequences of tokens.

    Of two cues that begin at one place the longer is meant: "sans doute" hedges, though "sans" denies. A cue that ends
    in an apostrophe is the beginning of a word: French "n'".

    Attributes:
        negation: "not", "never", "without".
        modality: Hedges and what is only planned, allowed or expected: "may", "reportedly", "will".
        quantifier: "all", "most", "several".
        attribution: Who says so: "said", "according to".
        direction: "rose", "before", "first".
        bound: What bounds a number: "at least", "up to", "about".
        condition: "if", "unless".
        no_cues: Words and phrases that hold a cue and are none: "sin embargo" is "however", though "sin" is "without";
            成都 is a city, though 都 is "all".
    """

    negation: Phrases = ()
    modality: Phrases = ()
    quantifier: Phrases = ()
    attribution: Phrases = ()
    direction: Phrases = ()
    bound: Phrases = ()
    condition: Phrases = ()
    no_cues: Phrases = ()

    def by_kind(self) -> Mapping[CueKind, Phrases]:
        """The seven lists by the kind of their cues."""
        return {
            "negation": self.negation,
            "modality": self.modality,
            "quantifier": self.quantifier,
            "attribution": self.attribution,
            "direction": self.direction,
            "bound": self.bound,
            "condition": self.condition,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphora:
    """Words that point at something named before.

    Attributes:
        persons: Pronouns for persons and things, wherever no name stands before them.
        demonstratives: "this", "those".
        no_demonstratives: Two words of which the first is one of them and points nowhere: "such as".
        first_pronouns: Pronouns that point back where they open a sentence; inside it they may stand for nothing.
        times: Behind a demonstrative these point at the article itself or its date: "this year".
        speech_words: Words that tell who speaks, or stand before a person's name: "said", "dr".
        articles: Articles; a sentence that opens with one names its subject.
        article_pronouns: Words that are an article before a noun and else a pronoun: "das".
        behind_verb: Pronouns that follow the verb where something else opens the sentence: "Gestern kam sie".
        somebody: Pronouns for persons behind words that name nobody: "However, he".
        nameless: Such words: "however", "later", "on monday".
        before_places: Prepositions after which a name is a place and not who is meant: "in".
        place_prepositions: The same where the subject of a sentence is looked for.
        leaning: First words of a sentence that needs the one before it: "she", "but", "however".
        leaning_phrases: First two to four words that do the same: "for example".
        first_person: A sentence with one of these is somebody's own voice: "we".
        own_name: Behind these somebody says their own name: "my name is".
    """

    persons: Words = frozenset()
    demonstratives: Words = frozenset()
    no_demonstratives: Phrases = ()
    first_pronouns: Words = frozenset()
    times: Words = frozenset()
    speech_words: Words = frozenset()
    articles: Words = frozenset()
    article_pronouns: Words = frozenset()
    behind_verb: Words = frozenset()
    somebody: Words = frozenset()
    nameless: Words = frozenset()
    before_places: Words = frozenset()
    place_prepositions: Words = frozenset()
    leaning: Words = frozenset()
    leaning_phrases: Phrases = ()
    first_person: Words = frozenset()
    own_name: Phrases = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """How sentences are tied together, and how one takes back or only supposes another.

    Attributes:
        markers: Openings that only tie a sentence to the one before it and may be left out: "however".
        bare_markers: The same where no comma follows: "and".
        not_behind_bare: Words that make a phrase with a bare marker: "but for".
        denying: Words of a lead-in or heading that denies what it leads to: "myth".
        following_words: "the following".
        that_words: A lead-in that ends in one of these leads to a statement: "that".
        taken_back: A regular expression for the start of a sentence that takes back the one before it.
        supposed: The same for a sentence that makes the next one a mere thought: "suppose".
        fragment: The same for a fragment that does so: "what if …?"
        cut_denial: The same for a denial that an abbreviation seems to end.
    """

    markers: Phrases = ()
    bare_markers: Words = frozenset()
    not_behind_bare: Words = frozenset()
    denying: Words = frozenset()
    following_words: Words = frozenset()
    that_words: Words = frozenset()
    taken_back: str = ""
    supposed: str = ""
    fragment: str = ""
    cut_denial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """What stands beside numbers.

    Attributes:
        decimal_comma: Twelve hundred and a half is written 1.200,5; else it is 1,200.5.
        m_is_metre: A lone "m" behind a number is metres, never millions.
        ordinal_endings: What makes an ordinal of figures: "th".
        about: Hedges of a number that may lie on either side of it: "about".
        almost: Hedges of a number that is not reached: "nearly".
        over: Hedges of a number that is exceeded: "over".
        open_ended: Words that leave open how many more there are than a number beside them says: 多 of 二十多.
        counters: What stands between a number word and what is counted; without one a short number word is part of
            another word, as 三 of 三星. Empty where words are set apart by blanks.
        minus: Words that are a sign before a number: "minus 5".
        no_minus: Phrases that end in such a word and are no sign: Spanish "al menos" is "at least".
        falling: Words behind which a number is a loss: "fell".
        range_words: What stands between the two numbers of a range: "to".
        relative_times: Words that mean a year without naming it: "last".
        no_plurals: Words that end as a plural does and are none: "this".
        dozens: Words for twelve: "dozen".
        amounts: Words that are a number and its unit, by both: {"14 day": "fortnight", "100 percent": "doubled"}.
        shares: Words for parts of a whole by their percentage: {"50": "half"}.
        money: Names of currencies, by the name that they are compared under: {"EUR": "euro", "euros"}.
        percent: "percent".
        percentage_points: "percentage points".
        units: Units of measure by the name that they are compared under: {"km": "kilometre", "kilometres"}.
    """

    decimal_comma: bool = False
    m_is_metre: bool = False
    ordinal_endings: Words = frozenset()
    about: Words = frozenset()
    almost: Words = frozenset()
    over: Words = frozenset()
    open_ended: Words = frozenset()
    counters: Words = frozenset()
    minus: Words = frozenset()
    no_minus: Phrases = ()
    falling: Words = frozenset()
    range_words: Words = frozenset()
    relative_times: Words = frozenset()
    no_plurals: Words = frozenset()
    dozens: Words = frozenset()
    amounts: Mapping[str, Words] = field(default_factory=dict)
    shares: Mapping[str, Phrases] = field(default_factory=dict)
    money: Mapping[str, Phrases] = field(default_factory=dict)
    percent: Phrases = ()
    percentage_points: Phrases = ()
    units: Mapping[str, Phrases] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """How running text is written.

    Attributes:
        capital_nouns: Every noun has a capital, so that a capital makes no name.
        ordinal_dots: Ordinals in figures have a full stop: "19. Jahrhundert".
        before_names: Abbreviations before a name, as they are written, that sentencex takes for an end: "Mme".
        titles: Abbreviations behind which a sentence goes on: "dr".
        abbreviations: Abbreviations whose full stop carries nothing when texts are compared.
        short_forms: Short forms and what they stand for, hyphens as words: "yoy" is "year - over - year".
        short_places: Abbreviations of places that stand behind a comma: "Santa Clara, Calif.".
        spaced_abbreviations: Two letters that are also written apart, as German "z. B." for "z.B.": "zb".
        abbreviations_before_number: Abbreviations that a number follows, as regular expressions: "figs?".
        ordinal_nouns: Nouns behind an ordinal that is written with a full stop: "19. Jahrhundert".
        part_headings: What a numbered part of a text is called: "chapter".
        summary_headings: What an article's own summary is called: "key findings".
        text_names: What a text calls itself, or its author: "article".
        verbs: Finite verbs, where endings do not tell them.
        imperatives: A list item that opens with one of these asks for something and states nothing.
    """

    capital_nouns: bool = False
    ordinal_dots: bool = False
    before_names: Words = frozenset()
    titles: Words = frozenset()
    abbreviations: Words = frozenset()
    short_forms: Mapping[str, Phrase] = field(default_factory=dict)
    short_places: Mapping[str, Phrase] = field(default_factory=dict)
    spaced_abbreviations: Words = frozenset()
    abbreviations_before_number: Words = frozenset()
    ordinal_nouns: Words = frozenset()
    part_headings: Words = frozenset()
    summary_headings: Phrases = ()
    text_names: Words = frozenset()
    verbs: Words = frozenset()
    imperatives: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words by how little they say.

    Attributes:
        function_words: Words that say little in any text; none that means something in English ("die", "war").
        own_function_words: Words that say little in texts of this language alone.
        bare_articles: Two statements that differ in these alone say the same.
        light_words: A difference in these alone is no hard one.
        linking_prepositions: What joins two nouns to one phrase: "of".
        conjunctions: Words at which a clause may end: "and".
        denial_terms: Words whose presence the support score counts as a denial.
    """

    function_words: Words = frozenset()
    own_function_words: Words = frozenset()
    bare_articles: Words = frozenset()
    light_words: Words = frozenset()
    linking_prepositions: Words = frozenset()
    conjunctions: Words = frozenset()
    denial_terms: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capitals:
    """Words that are written with a capital, and what it tells.

    Attributes:
        no_names: Words with a capital in titles and forms of address that are no names by themselves: "president".
        demonyms: Peoples and their places: ("dutch", "netherlands").
        aliases: Other words by which a name may be known: "us" is "usa", "america".
        short_titles: What a short form stands for: "st" is "saint" or "street".
        cased_words: Words that are another word, or a name, when their case differs: "Polish".
        either_case: Offices and things that are written either way: "president".
        spelled_names: Surnames that two spellings of one word would make one: Mr Grey is not Mr Gray.
        sharp_s_words: Words that folding makes of two: "masse" of "Masse" and "Maße".
    """

    no_names: Words = frozenset()
    demonyms: tuple[tuple[str, str], ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short_titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cased_words: Words = frozenset()
    either_case: Words = frozenset()
    spelled_names: Words = frozenset()
    sharp_s_words: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything that the library knows of one language; what is empty is read by form alone.

    Attributes:
        code: ISO 639-1.
        names: What it is called, in small letters, its English name first: ("german", "deutsch").
        known: There is a record with its cues and pronouns; of other languages a result says that there is none.
        script: Its script by the names of `scripts.py`; of a script other than Latin the language named first is meant
            where no words tell another: "cyrillic".
        detection: Frequent words that tell a text of this language from others of its script.
        antonyms: Pairs of words that say the contrary of each other.
    """

    code: str
    names: tuple[str, ...] = ()
    known: bool = False
    script: str = "latin"
    detection: Words = frozenset()
    calendar: Calendar = field(default_factory=Calendar)
    cues: Cues = field(default_factory=Cues)
    anaphora: Anaphora = field(default_factory=Anaphora)
    pointers: Pointers = field(default_factory=Pointers)
    page_words: PageWords = field(default_factory=PageWords)
    mail_words: MailWords = field(default_factory=MailWords)
    discourse: Discourse = field(default_factory=Discourse)
    unasserted: Unasserted = field(default_factory=Unasserted)
    numbers: NumberWords = field(default_factory=NumberWords)
    quantities: Quantities = field(default_factory=Quantities)
    prose: Prose = field(default_factory=Prose)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    capitals: Capitals = field(default_factory=Capitals)
    turns: Turns = field(default_factory=Turns)
    antonyms: tuple[tuple[str, str], ...] = ()
