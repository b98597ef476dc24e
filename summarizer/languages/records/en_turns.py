"""What turns an English statement; `languages/turns.py` says what each field is for."""

from __future__ import annotations

from typing import Final

from summarizer.languages.record_text import phrases, words
from summarizer.languages.turns import Turns, backshifts, contrast

EN_TURNS: Final = Turns(
    contrasts=(
        contrast(
            "unit",
            "second seconds|minute minutes|hour hours|day days|week weeks fortnight|month months|year years|"
            "decade decades|century centuries",
        ),
        contrast(
            "unit",
            "mile miles|kilometre kilometres kilometer kilometers km|metre metres meter meters|foot feet|inch inches|"
            "yard yards|acre acres|hectare hectares|pound pounds|kilo kilos "
            "kilogram kilograms kg|ton tons|tonne tonnes|"
            "ounce ounces|gram grams|gallon gallons|litre litres liter liters|mph|km/h kph",
        ),
        contrast("unit", "hundred hundreds|thousand thousands|million millions|billion billions|trillion trillions"),
        contrast(
            "modality",
            "may might could can may_be might_be could_be can_be|will shall will_be going_to is_to are_to set_to|"
            "must should must_be should_be has_to have_to had_to ought_to|would would_be|"
            "is are was were did do does has had have",
        ),
        contrast(
            "tense",
            "is are am has have do does 's 're|was were had did|will shall will_be will_have would would_be",
        ),
        contrast("person", "he him his himself|she her hers herself|it its itself they them their theirs themselves"),
        contrast(
            "quantifier",
            "all every each both everyone everybody everything|most majority mostly|"
            "many several much numerous|some certain|"
            "few little hardly_any|none no neither nobody nothing no_one|half|any",
        ),
        contrast(
            "quantifier",
            "always|usually often frequently regularly generally|sometimes occasionally|rarely seldom hardly|never",
        ),
        contrast(
            "bound",
            "more_than over above at_least exceeding|less_than fewer_than under below at_most up_to|"
            "nearly almost|exactly precisely|about around roughly approximately some",
        ),
        contrast("bound", "at_the_earliest|at_the_latest"),
        contrast("bound", "earliest|latest"),
        contrast("direction", "before|after|during"),
        contrast("direction", "first|second|third|fourth|fifth|last final|next"),
        contrast("direction", "included includes including|excluded excludes excluding did_not_include"),
    ),
    reversals=phrases("on the contrary|quite the opposite"),
    conditions=phrases("if|unless|provided|provided that|as long as|on condition that|only if|assuming|in case|should"),
    hedges=phrases(
        "allegedly|reportedly|possibly|perhaps|probably|apparently|likely|"
        "supposedly|presumably|seemingly|potentially|"
        "maybe|alleged|suspected|purported|nearly|almost|partly|partially"
    ),
    qualifiers=phrases(
        "former|deputy|acting|vice|assistant|then|ex|interim|outgoing|incoming|honorary|associate|second|third|"
        "would-be|so-called|step|co|non|half|sub"
    ),
    limits=phrases(
        "only|just|solely|exclusively|merely|most|mostly|some|few|several|many|mainly|largely|sometimes|rarely|seldom|usually"
    ),
    role_words=words(
        "of to in on at for by with from against than after before over under "
        "near behind between among via into onto "
        "through toward towards without within during since until as like about"
    ),
    backshift=backshifts(
        "will:would will_be:would_be is:was are:were has:had have:had can:could may:might do:did does:did"
    ),
)
