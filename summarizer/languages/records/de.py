"""German, as far as the library knows it: `DE` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.languages.number_words import NumberWords, either, first_letters
from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Capitals,
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
from summarizer.languages.records.de_unasserted import DE_UNASSERTED
from summarizer.languages.records.page_words.de import DE_PAGE_WORDS
from summarizer.languages.records.page_words.mail import DE_MAIL
from summarizer.languages.records.pointers.de import DE_POINTERS
from summarizer.languages.turns import Turns, backshifts, contrast

_UNITS: Final = "zwei zwo drei vier fünf sechs sieben acht neun"
_TEENS: Final = "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_UNIT: Final = either(f"ein {_UNITS}")
_TEEN: Final = either(_TEENS)
_TENS: Final = either("zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig")
_BELOW_100: Final = f"(?:(?:{_UNIT}und)?{_TENS}|zehn|{_TEEN}|{_UNIT}|eins)"
# Behind a hundred or a thousand "und" is glued to any number, and stands apart before one alone: "hundert und eins".
_AND_ONE: Final = "(?:und| und )ein[es]?"
_BELOW_1000: Final = f"(?:(?:{_UNIT} ?|{_TEEN})?hundert(?:{_AND_ONE}|(?:und| )?{_BELOW_100})?|{_BELOW_100})"
_BELOW_MILLION: Final = f"(?:{_BELOW_1000} ?)?tausend(?:{_AND_ONE}|(?:und| )?{_BELOW_1000})?|{_BELOW_1000}|einer?|null"
_HALVES: Final = {
    word + "einhalb": Decimal(value) + Decimal("0.5")
    for value, word in enumerate("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), start=1)
}
_NUMBERS: Final = NumberWords(
    begins=first_letters("null ein zehn hundert tausend anderthalb", _UNITS, _TEENS, "zwanzig dreißig"),
    word=_BELOW_MILLION,
    below_million=_BELOW_MILLION,
    thousand="tausend",
    scales={"million": 6, "millionen": 6, "milliarde": 9, "milliarden": 9, "billion": 12, "billionen": 12},
    scales_behind_figures={"tsd": 3, "mio": 6, "mrd": 9},
    half="halbe[nr]?",
    conjunction="und",
    articles=words("ein eine einer"),
    between=words("zwischen"),
    going_on="drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel|(?:ein)?halb(?:e[nrsm]?)?|dutzend"
    f"|hunderte[nr]?|tausende[nr]?|(?:{_BELOW_MILLION})st(?:e[nrsm]?|eln?)",
    going_on_joined="(?:ein)?halb|etliche|einige|mehr",
    decimal="komma",
    spelled_otherwise={"^einer?$": "ein", "einstausend": "eintausend"},
    alone=_HALVES | {"anderthalb": Decimal("1.5"), "anderthalbe": Decimal("1.5")},
)
# "der fünfte", "am fünften": the days of a month in words.
_ORDINALS: Final = (
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte "
    "fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste einundzwanzigste zweiundzwanzigste "
    "dreiundzwanzigste vierundzwanzigste fünfundzwanzigste sechsundzwanzigste siebenundzwanzigste "
    "achtundzwanzigste neunundzwanzigste dreissigste einunddreissigste"
).split()
_DAYS: Final = {word + ending: day for day, word in enumerate(_ORDINALS, start=1) for ending in ("", "n", "r", "s")}

DE = Language(
    code="de",
    names=("german", "deutsch", "allemand", "alemán", "tedesco", "alemão", "duits", "德语", "德文"),
    known=True,
    detection=words(
        "der die das und in zu den mit von sich auf für ist im dem nicht ein eine als auch es an werden aus er "
        "hat dass sie nach wird bei einer um am sind noch wie einem über so war ich"
    ),
    calendar=Calendar(
        dotted_dates=True,
        hour_word="uhr",
        day_dot=True,
        days=_DAYS,
        months=spellings(
            "januar jan jänner|februar feb|märz mär|april apr|mai|juni jun|juli jul|august aug|"
            "september sep sept|oktober okt|november nov|dezember dez"
        ),
        weekdays=spellings("montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag"),
        date_labels=phrases("veröffentlicht|erschienen|stand|datum"),
        date_links=phrases("am|um|den"),
        bylines=words("von"),
        period_words=words("jahr jahre tag woche monat"),
        forms_of_address=words("herr frau herrn"),
        near_days=words("gestern vorgestern heute morgen übermorgen vortag folgetag tags tag darauf zuvor danach"),
    ),
    anaphora=Anaphora(
        persons=words("er sie ihm ihn ihnen ihren ihrer ihrem ihres seinen seiner seinem seines"),
        demonstratives=words("dies diese dieser dieses diesem diesen"),
        first_pronouns=words("ihr ihre sein seine jener jene jenes jenem jenen deren dessen"),
        times=words("jahr jahres woche monat monats quartal sommer herbst winter frühjahr frühling wochenende"),
        speech_words=words(
            "sagt sagte sagten erklärt erklärte erklärten meint meinte betont betonte berichtet berichtete prof dr "
            "herr herrn frau"
        ),
        articles=words("der die das ein eine"),
        article_pronouns=words("das"),
        behind_verb=words("er sie ihn ihm ihnen"),
        before_places=words("in aus bei"),
        place_prepositions=words("in im aus bei"),
        leaning=words(
            "er sie es dies diese dieser dieses diesem diesen jene jener jenes jenem jenen ihm ihn ihr ihre "
            "ihrer ihrem ihren sein seine seiner seinem seinen ihnen solche solcher solches beide beides aber "
            "und oder doch denn sondern jedoch dennoch trotzdem deshalb deswegen daher darum dabei dafür "
            "dagegen damit danach davon dazu daran darauf daraus darin darüber dadurch dann dort da hier also "
            "außerdem zudem ferner hingegen allerdings auch so somit nämlich schließlich stattdessen "
            "inzwischen wir ich man"
        ),
        leaning_phrases=phrases(
            "das heißt|zum beispiel|im gegenteil|unter ihnen|vor allem|genau daran|aus diesem grund|"
            "noch immer|nicht nur"
        ),
        first_person=words("wir unser unsere unseren unserer ich mich"),
        own_name=phrases("ich heiße|mein name ist|ich hieß|nennt mich|nennen sie mich"),
    ),
    pointers=DE_POINTERS,
    page_words=DE_PAGE_WORDS,
    mail_words=DE_MAIL,
    discourse=Discourse(
        markers=phrases("jedoch|außerdem|zudem|dennoch|allerdings|unterdessen|darüber hinaus"),
        bare_markers=words("und aber doch"),
        not_behind_bare=words("nicht ohne"),
        denying=words(
            "falsch unwahr gerücht gerüchte mythos mythen lüge lügen irrtum irrglaube falschmeldung falschmeldungen "
            "dementierte dementiert dementieren"
        ),
        following_words=words("folgende folgenden"),
        that_words=words("dass daß"),
        taken_back=(
            r"(?:das|dies|es|all das|alles davon|beides) (?:ist|war|sind|waren|stimmt|stimmte)"
            r"(?: aber| jedoch| alles| nur| so| einfach| schlicht| frei| ein| eine)* "
            r"(?:nicht(?: wahr| richtig| der fall)?[.!]|(?:falsch|unwahr|gelogen|erfunden|lügen?|gerüchte?|mythos|"
            r"mythen|unsinn)\b(?!,? dass\b))|nichts davon (?:ist wahr|stimmt)"
        ),
        supposed=r"(?:angenommen|nehmen wir an|stellen wir uns vor|stellen sie sich vor|gesetzt den fall)\b",
        cut_denial=(r"es (?:ist|stimmt) (?:nicht|falsch)\b.{0,40}\bdass\b.{0,60}\.$"),
    ),
    unasserted=DE_UNASSERTED,
    numbers=_NUMBERS,
    quantities=Quantities(
        dozens=words("dutzend"),
        shares={
            "50": phrases("hälfte"),
            "33.333": phrases("drittel"),
            "66.667": phrases("zwei drittel"),
            "25": phrases("viertel"),
            "75": phrases("drei viertel|dreiviertel"),
            "20": phrases("fünftel"),
            "40": phrases("zwei fünftel"),
            "60": phrases("drei fünftel"),
            "80": phrases("vier fünftel"),
            "10": phrases("zehntel"),
        },
        m_is_metre=True,
        about=words("etwa rund ungefähr circa ca"),
        almost=words("fast knapp"),
        over=words("über"),
        minus=words("minus"),
        range_words=words("bis und"),
        money={
            "USD": phrases("us-dollar"),
            "pound": phrases("pfund sterling"),
            "CHF": phrases("schweizer franken"),
            "RUB": phrases("rubel"),
        },
        percent=phrases("prozent"),
        percentage_points=phrases("prozentpunkte|prozentpunkten|prozentpunkt"),
        units={
            "pounds": phrases("pfund"),
            "cent": phrases("cent|cents"),
            "day": phrases("tage|tagen"),
            "week": phrases("woche|wochen"),
            "month": phrases("monat|monate|monaten"),
            "year": phrases("jahr|jahre|jahren"),
            "hour": phrases("stunde|stunden"),
            "minute": phrases("minuten"),
            "second": phrases("sekunden"),
            "km": phrases("kilometern"),
            "metre": phrases("metern"),
            "cm": phrases("zentimeter|zentimetern"),
            "mm": phrases("millimeter|millimetern"),
            "mile": phrases("meile|meilen"),
            "km2": phrases("quadratkilometer|quadratkilometern"),
            "m2": phrases("quadratmeter|quadratmetern"),
            "m3": phrases("kubikmeter|kubikmetern"),
            "hectare": phrases("hektar"),
            "kg": phrases("kilogramm"),
            "gram": phrases("gramm"),
            "mg": phrases("milligramm"),
            "tonne": phrases("tonnen"),
            "litre": phrases("litern"),
            "kmh": phrases("kilometer pro stunde|stundenkilometer|stundenkilometern"),
            "celsius": phrases("grad celsius"),
        },
    ),
    prose=Prose(
        text_names=words("artikel text passage beitrag bericht geschichte interview autor autorin"),
        capital_nouns=True,
        ordinal_dots=True,
        before_names=words("Frl Fa ehem stellv geb inkl exkl einschl bzgl insb bspw evtl Dipl.-Ing"),
        titles=words("insb bspw evtl ehem stellv geb gem inkl einschl bzgl abg pfr präs vors ing frl hptm hrn prof dr"),
        abbreviations=words("bzw usw nr mio mrd tsd ud"),
        spaced_abbreviations=words("zb ua dh oä vh ug su so"),
        abbreviations_before_number=words("ca nrs? abb abs kap bd ziff rn anm vgl"),
        ordinal_nouns=words(
            "Jahrhundert Jahrtausend Jahrestag Geburtstag Todestag Hochzeitstag Lebensjahr Jahr Januar Jänner "
            "Febr Sept Okt Nov Dez Februar März April Mai Juni Juli August September Oktober November Dezember Stock "
            "Etage Klasse Platz Rang Mal Kapitel Auflage Ausgabe Weltkrieg Sinfonie Armee Division Bezirk Runde Minute "
            "Stunde Spieltag Spielminute Bundestag Wahlperiode Legislaturperiode Quartal Halbjahr Tag Woche "
            "Monat Semester Schuljahr Staffel Folge Etappe Parteitag Breitengrad Längengrad Dynastie FC FSV "
            "Bundesliga Liga Halbzeit Bürgermeister Vorsitzende Vorsitzender Senat Strafsenat Zivilsenat Kammer "
            "Advent"
        ),
        part_headings=words("kapitel teil abschnitt buch anhang"),
        summary_headings=phrases("zusammenfassung|fazit|auf einen blick"),
    ),
    vocabulary=Vocabulary(
        function_words=words(
            "aber alle als auch auf aus bei bis da das dass dem den der des doch du durch ein eine einem einen "
            "einer eines er es für hatte ich ihm ihn ihr im ist ja kein mit nach nicht noch nun nur ob oder "
            "sich sie sind über um und uns vom von vor waren wenn wie wir wird zu zum zur"
        ),
        own_function_words=words(
            "die war man am an in hat haben habe wurde wurden werden sei seien worden diese dieser dieses mehr was"
        ),
        bare_articles=words("der die das dem den des ein eine einen einem einer"),
        light_words=words("ein eine einen einem einer eines der die das den dem des"),
        linking_prepositions=words("von"),
        conjunctions=words("und aber"),
        denial_terms=words("nicht kein nie ohne"),
    ),
    cues=Cues(
        negation=cues(
            "nicht kein keine keinen keinem keiner keines keinerlei keineswegs nie niemals niemand niemandem "
            "niemanden nichts weder ohne nirgends nirgendwo bestritt bestreitet bestritten verweigerte verweigert "
            "dementierte dementiert kaum",
            "nicht mehr als|nicht weniger als",
        ),
        modality=cues(
            "kann können könne könnte könnten darf dürfen dürfte dürften soll sollen solle sollte sollten möge "
            "möglicherweise womöglich eventuell möglich vielleicht wahrscheinlich voraussichtlich vermutlich "
            "angeblich mutmaßlich offenbar anscheinend wohl wird werden werde würde würden will wollen wolle muss "
            "müssen müsse müsste müssten plant planen geplant erwartet hofft falls wenn ob",
            "unter umständen|aller voraussicht nach",
        ),
        quantifier=cues(
            "alle allen aller alles jeder jede jedes jedem jeden viele vielen einige einigen wenige wenigen manche "
            "manchen mehrere mehreren beide beiden sämtliche sämtlichen etliche zahlreiche zahlreichen mehrheit "
            "minderheit hälfte nur meisten immer stets oft häufig manchmal selten fast nahezu beinahe ganze "
            "teilweise größtenteils überwiegend lediglich ausschließlich"
        ),
        attribution=cues(
            "sagte sagt sagten zufolge laut gemäß erklärte erklärt erklärten teilte berichtete berichtet meldete "
            "behauptet behauptete meinte betonte warnte kündigte",
            "nach angaben|nach eigenen angaben|nach aussage|nach einschätzung|nach auskunft|nach ansicht|nach meinung",
        ),
        direction=cues(
            "stieg steigt gestiegen sank sinkt gesunken fiel fällt gefallen wuchs wächst schrumpfte mehr "
            "weniger höher niedriger über unter vor nach gewann verlor gewonnen verloren erhöhte senkte kaufte "
            "verkaufte erste letzte größer kleiner"
        ),
        bound=cues(
            "mindestens höchstens etwa rund fast knapp über unter maximal minimal ungefähr circa ca mehr weniger",
            "bis zu|mehr als|weniger als|nicht mehr als|nicht weniger als",
        ),
        condition=cues("wenn falls sofern solange außer", "es sei denn|unter der bedingung"),
        no_cues=phrases("nach wie vor|vor allem|unter anderem|unter anderen|vor kurzem|nach und nach|ohne zweifel"),
    ),
    capitals=Capitals(
        cased_words=words("sie ihr ihre ihren ihrem ihrer ihres ihnen weg morgen recht arm band"),
        sharp_s_words=words("masse massen busse bussen flosse flossen weisse weissen russe russen rosse rossen"),
    ),
    antonyms=pairs(
        "stieg:sank steigt:sinkt gestiegen:gesunken gewann:verlor mehr:weniger höher:niedriger über:unter "
        "vor:nach kaufte:verkaufte größer:kleiner fiel:stieg gefallen:gestiegen fällt:steigt "
        "mindestens:höchstens erste:letzte ersten:letzten norden:süden osten:westen nördlich:südlich "
        "östlich:westlich mit:ohne immer:nie alle:keine viele:wenige größte:kleinste höchste:niedrigste "
        "beginnt:endet früher:später gewinnt:verliert gewonnen:verloren kauft:verkauft gekauft:verkauft "
        "erhöht:gesenkt erhöhte:senkte gewinn:verlust mehrheit:minderheit jemand:niemand alles:nichts "
        "zunahme:abnahme maximal:minimal oft:selten links:rechts"
    ),
    turns=Turns(
        contrasts=(
            contrast(
                "unit",
                "sekunde sekunden|minute minuten|stunde stunden|tag tage tagen|woche "
                "wochen|monat monate monaten monats|"
                "jahr jahre jahren jahres|jahrzehnt jahrzehnte jahrzehnten|jahrhundert jahrhunderte jahrhunderten",
            ),
            contrast(
                "unit",
                "kilometer kilometern km|meter metern|zentimeter zentimetern|millimeter|"
                "meile meilen|schritt schritte schritten|"
                "tonne tonnen|kilogramm kilo|gramm|quadratmeter quadratmetern|hektar|"
                "liter litern|megawatt|kilowatt|gigawatt",
            ),
            contrast("unit", "tausend|million millionen|milliarde milliarden|billion billionen"),
            contrast(
                "modality",
                "kann können könne könnte könnten dürfte dürften mag möge|soll sollen "
                "solle sollte sollten|wird werden werde|"
                "muss müssen müsse müßte müsste musste mußte mussten|konnte konnten|will wollen wolle möchte möchten|"
                "wollte wollten|durfte durften|darf dürfen|ist sind war waren hat haben hatte hatten wurde wurden",
            ),
            contrast("modality", "würde würden|wurde wurden"),
            contrast("modality", "hätte hätten|hatte hatten"),
            contrast("modality", "wäre wären|war waren"),
            contrast("tense", "ist sind hat haben|war waren hatte hatten|wird werden|wurde wurden"),
            contrast("tense", "schließen schliesst schließt|schlossen schloss"),
            contrast(
                "person", "er ihm ihn sein seine seinen seinem seiner seines|sie ihr ihre ihren ihrem ihrer ihres ihnen"
            ),
            contrast(
                "quantifier",
                "alle allen aller jeder jede jedes jeden jedem beide beiden sämtliche|die_meisten meisten|"
                "viele vielen zahlreiche mehrere mehreren|einige einigen manche "
                "manchen mancher manches|wenige wenigen|"
                "keine keinen keiner kein keines keinem niemand nichts",
            ),
            contrast("quantifier", "ganz ganze ganzen ganzer ganzes|halb halbe halben halber halbes"),
            contrast(
                "quantifier", "immer stets|meist meistens oft häufig|manchmal gelegentlich|selten kaum|nie niemals"
            ),
            contrast(
                "bound",
                "mindestens mehr_als über|höchstens weniger_als unter bis_zu maximal|knapp fast beinahe|genau exakt|"
                "etwa rund ungefähr circa ca",
            ),
            contrast("bound", "frühestens|spätestens"),
            contrast("direction", "vor|nach|während"),
            contrast("direction", "gegen|für"),
            contrast("direction", "oben|unten"),
            contrast("direction", "hinauf|hinunter|herauf|herunter"),
            contrast("direction", "lang lange langen langer langes|kurz kurze kurzen kurzer kurzes"),
            contrast("direction", "größer größere größeren|kleiner kleinere kleineren"),
            contrast("direction", "öffnen öffnet öffnete|schließen schließt schloss"),
            contrast(
                "direction", "erste ersten erster erstes|zweite zweiten zweiter zweites|letzte letzten letzter letztes"
            ),
        ),
        reversals=phrases("im gegenteil|ganz im gegenteil"),
        conditions=phrases(
            "wenn|falls|sofern|sobald|solange|ob|nur wenn|es sei denn|unter der bedingung|vorausgesetzt"
        ),
        hedges=phrases(
            "angeblich|vermutlich|offenbar|möglicherweise|vielleicht|wahrscheinlich|"
            "wohl|mutmaßlich|mutmaßliche|mutmaßlichen|"
            "scheinbar|beinahe|fast|teilweise|vermeintlich|anscheinend|womöglich|voraussichtlich"
        ),
        qualifiers=phrases(
            "ehemalige|ehemaliger|ehemaligen|frühere|früherer|früheren|"
            "stellvertretende|stellvertretender|stellvertretenden|"
            "kommissarische|damalige|damaliger|damaligen|vize|zweit|ex|sogenannte|sogenannten"
        ),
        limits=phrases(
            "nur|lediglich|bloß|ausschließlich|allein|einige|manche|wenige|viele|meist|meistens|manchmal|selten|oft"
        ),
        role_words=words(
            "in im am an auf aus bei beim bis durch für gegen mit nach ohne seit über um "
            "unter vom von vor zu zum zur zwischen "
            "als wie der die das den dem des ein eine einen einem einer eines"
        ),
        backshift=backshifts("kann:könne soll:solle wird:werde ist:sei hat:habe muss:müsse will:wolle"),
    ),
)
