"""Toyish, a language of nobody: all that a language brings to the library, in one file."""

from __future__ import annotations

from decimal import Decimal

from summarizer.languages.number_words import NumberWords, first_letters
from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Cues,
    Discourse,
    Language,
    Prose,
    Quantities,
    Vocabulary,
    cues,
    pairs,
    phrases,
    spellings,
    words,
)

TOYISH = Language(
    code="qt",
    known=True,
    detection=words("zu zi ko zal vem ple dro mik tas uzo"),
    calendar=Calendar(
        day_dot=True,
        months=spellings("unar un|duar|triar|kvar|kinar|sesar|separ|okar|novar|dekar|elvar|tolvar"),
        weekdays=spellings("lunzo|marzo|mirzo|juvzo|venzo|sabzo|solzo"),
        date_labels=phrases("skribita"),
    ),
    cues=Cues(
        negation=cues("nenu", "ne plu"),
        modality=cues("povus"),
        quantifier=cues("ciuj"),
        attribution=cues("diris"),
        direction=cues("supren malsupren"),
        bound=cues("almenau", "pli ol"),
        condition=cues("sevo"),
    ),
    anaphora=Anaphora(persons=words("shili"), leaning=words("shili")),
    discourse=Discourse(markers=phrases("tamezo|tiel do"), denying=words("falsozo"), that_words=words("kezo")),
    numbers=NumberWords(begins=first_letters("kinzo sepzo"), alone={"kinzo": Decimal(5), "sepzo": Decimal(7)}),
    quantities=Quantities(range_words=words("ghiso"), units={"km": phrases("kilozo")}, percent=phrases("procozo")),
    prose=Prose(titles=words("dokz"), before_names=words("Dokz"), abbreviations_before_number=words("paghz")),
    vocabulary=Vocabulary(function_words=words("zu zi ko"), light_words=words("zu zi")),
    antonyms=pairs("kresko:falo"),
)
