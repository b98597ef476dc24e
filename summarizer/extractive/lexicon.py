"""The small word lists of the engine without a model, by language; a language without a list is no error."""

from __future__ import annotations

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def _phrases(line: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in line.split("|"))


# First words that point back at the sentence before. Only for languages whose list was checked by reading what it let
# through; in others a leaning sentence costs nothing, which is the lesser harm than refusing good ones.
LEANING: Final = {
    "en": _words(
        "he she it they we i you this that these those his her hers its their theirs such him them both neither "
        "either another others but and or nor so yet however moreover furthermore nevertheless nonetheless "
        "meanwhile instead therefore thus hence then still besides otherwise accordingly consequently similarly "
        "likewise conversely here also too because which who whose there's it's that's he's she's they're we're "
        "i'm you're what's afterwards afterward indeed additionally alternatively"
    ),
    "de": _words(
        "er sie es dies diese dieser dieses diesem diesen jene jener jenes jenem jenen ihm ihn ihr ihre ihrer "
        "ihrem ihren sein seine seiner seinem seinen ihnen solche solcher solches beide beides aber und oder doch "
        "denn sondern jedoch dennoch trotzdem deshalb deswegen daher darum dabei dafür dagegen damit danach davon "
        "dazu daran darauf daraus darin darüber dadurch dann dort da hier also außerdem zudem ferner hingegen "
        "allerdings auch so somit nämlich schließlich stattdessen inzwischen wir ich man"
    ),
    "fr": _words(
        "il elle ils elles on nous vous je ce c'est cela ça ceci cet cette ces celui celle ceux celles celui-ci "
        "celle-ci son sa ses leur leurs lui mais et ou donc or car cependant toutefois pourtant néanmoins ainsi "
        "alors ensuite puis aussi enfin c'était j'ai qui ceux-ci celles-ci"
    ),
    "es": _words(
        "él ella ellos ellas ello este esta estos estas ese esa esos esas esto eso aquel aquella aquellos "
        "aquellas su sus le les lo pero y e o u sino además también así entonces luego ahí allí nosotros yo "
        "aunque incluso"
    ),
}
# Openings of two to four words that do the same.
LEANING_OPENINGS: Final = {
    "en": _phrases(
        "for example|for instance|in addition|as a result|in contrast|by contrast|on the other hand|"
        "in other words|after that|before that|at the same time|one of them|some of them|most of them|the latter|"
        "the former|the same|the two|the following|even so|that said|as such|in that|at that|with that|for that|"
        "despite that|since then|until then|by then|to do so|none of them|part of that|in that case"
    ),
    "de": _phrases(
        "das heißt|zum beispiel|im gegenteil|unter ihnen|vor allem|genau daran|aus diesem grund|noch immer|nicht nur"
    ),
    "fr": _phrases(
        "en effet|par ailleurs|de plus|en revanche|par exemple|au contraire|en outre|à ce|dans ce|dans cette|pour cela"
    ),
    "es": _phrases(
        "sin embargo|no obstante|por ejemplo|por eso|por lo tanto|en cambio|de hecho|al mismo tiempo|por ello|"
        "entre ellos"
    ),
}
# A sentence in the first person is somebody's voice, and whose, the reader of one sentence cannot tell.
FIRST_PERSON: Final = _words(
    "i we our us my me ours mine wir unser unsere unseren unserer ich mich nous notre nos je nosotros nuestro nuestra"
)
# English alone is poor enough in endings that a short list finds nearly every finite verb.
VERBS_EN: Final = _words(
    "is are was were be been has have had do does did will would can could may might must shall should said "
    "says say make makes went go goes came come comes took take takes rose rise fell fall grew grow began "
    "begin became become met meet put cut let set kept keep held hold led lead left leave lost lose paid pay "
    "ran run sat sent sold saw see made spent stood told thought found find got get gave give knew know meant "
    "brought bought built caught chose drew drove felt fought hit hurt read spoke struck taught won wrote "
    "shut cost broke bore beat lay lies sank swam wore flew wasn't aren't weren't don't doesn't didn't won't "
    "can't couldn't wouldn't hasn't haven't hadn't remain depend showed isn't"
)
# A list item that opens with one of these asks for something and states nothing.
IMPERATIVES: Final = _words(
    "add agree allow avoid build check choose close consider create decide define develop do ensure establish finish "
    "fix follow give improve increase keep let make move open plan prepare publish put reduce remove report require "
    "restore review set start stop take try use write"
)
# Dates are capitalised in English and German and are no title.
CALENDAR: Final = _words(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday januar februar märz mai juni juli oktober dezember montag "
    "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mr mrs ms dr prof herr frau herrn today "
    "yesterday tomorrow"
)
# Quantities and vague words that no title should begin or end with, beyond function words and English verbs.
VAGUE: Final = _words(
    "many much several few every each any another last next first second third new two three four five six "
    "seven eight nine ten eleven twelve hundred thousand million billion per percent cent according well even "
    "still now today ago later least less around between without within against among across since because "
    "though although whether however never always often way thing things lot kind mehr viele einige zwei drei "
    "vier fünf sechs sieben acht neun zehn jahr jahre jahren prozent rund etwa millionen euro bereits deux "
    "trois plusieurs dos tres varios like back away little great good long quite rather seemed looked "
    "kilometer kilometers kilometre kilometres meter meters zentimeter hektar hectares tonnen tons tonnes "
    "miles hours days weeks months years minutes stunden tage wochen monate minuten grad degrees uhr such "
    "same other don't i'm i'll i've it's that's there's didn't can't won't couldn't"
)
# Function words that mean something in another language, so that they count as such in their own alone.
FUNCTION: Final = {
    "de": _words(
        "die war man am an in hat haben habe wurde wurden werden sei seien worden diese dieser dieses mehr was"
    ),
    "fr": _words("son on des en a ont été aux leurs plus tout"),
    "es": _words("son sin fue han ser entre sobre"),
}
# What joins two nouns to one phrase.
OF: Final = _words("of de du des del della di da do das dos van von")
# Characters of Chinese and Japanese that join or end words; a phrase neither begins nor ends with one.
JOINING: Final = frozenset(
    "的了是在和与及也就都而但或把被将對对从到为為有这那其之不我你他她它们們个個上下中时時年月日一二三四五六七八九十百千万亿萬億名第两兩每各该該可会會能要"
)
