"""German, as far as the library knows it: `DE` is its record; `record.py` says what each field is for."""

from __future__ import annotations

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

DE = Language(
    code="de",
    names=words("deutsch german"),
    known=True,
    detection=words(
        "der die das und in zu den mit von sich auf für ist im dem nicht ein eine als auch es an werden aus er "
        "hat dass sie nach wird bei einer um am sind noch wie einem über so war ich"
    ),
    calendar=Calendar(
        dotted_dates=True,
        day_dot=True,
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
    ),
    anaphora=Anaphora(
        persons=words("er sie ihm ihn ihnen ihren ihrer ihrem seinen seiner seinem"),
        demonstratives=words("dies diese dieser dieses diesem diesen"),
        first_pronouns=words("ihr ihre sein seine jener jene jenes"),
        times=words("jahr woche monat"),
        speech_words=words("sagt sagte sagten erklärt erklärte erklärten meint prof herr frau"),
        articles=words("der die das ein eine"),
        behind_verb=words("er sie ihn ihm ihnen"),
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
    ),
    discourse=Discourse(
        markers=phrases("jedoch|außerdem|zudem|dennoch|allerdings|unterdessen|darüber hinaus"),
        denying=words("falsch gerücht gerüchte mythos mythen dementierte dementiert dementieren"),
        denied_topics=words("falsch mythen mythos"),
        following_words=words("folgende folgenden"),
        that_words=words("dass daß"),
        cut_denial=(r"es (?:ist|stimmt) (?:nicht|falsch)\b.{0,40}\bdass\b.{0,60}\.$"),
    ),
    quantities=Quantities(
        about=words("etwa rund ungefähr circa ca"),
        almost=words("fast knapp"),
        over=words("über"),
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
        capital_nouns=True,
        ordinal_dots=True,
        titles=words("insb bspw evtl ehem stellv geb gem inkl einschl bzgl abg pfr präs vors ing frl hptm hrn prof dr"),
        abbreviations=words("bzw usw nr mio mrd tsd ud"),
        spaced_abbreviations=words("zb ua dh oä vh ug su so"),
        abbreviations_before_number=words("ca nrs? abb abs kap bd ziff rn anm vgl"),
        ordinal_nouns=words(
            "Jahrhundert Jahrtausend Jahrestag Geburtstag Todestag Hochzeitstag Lebensjahr Jahr Januar Jänner "
            "Februar März April Mai Juni Juli August September Oktober November Dezember Stock Etage Klasse "
            "Platz Rang Mal Kapitel Auflage Ausgabe Weltkrieg Sinfonie Armee Division Bezirk Runde Minute "
            "Stunde Spieltag Spielminute Bundestag Wahlperiode Legislaturperiode Quartal Halbjahr Tag Woche "
            "Monat Semester Schuljahr Staffel Folge Etappe Parteitag Breitengrad Längengrad Dynastie"
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
        vague_words=words(
            "mehr viele einige zwei drei vier fünf sechs sieben acht neun zehn jahr jahre jahren prozent rund "
            "etwa millionen zentimeter hektar tonnen stunden tage wochen monate minuten grad uhr euro "
            "kilometer meter"
        ),
        linking_prepositions=words("von"),
        conjunctions=words("und aber"),
        denial_terms=words("nicht kein nie ohne"),
    ),
    cues=Cues(
        negation=cues(
            "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne nirgends "
            "bestritt bestreitet verweigerte kaum"
        ),
        modality=cues(
            "kann könnte könnten dürfte dürften soll sollen sollte sollten möglicherweise vielleicht "
            "wahrscheinlich vermutlich angeblich mutmaßlich mutmasslich offenbar wohl wird werden würde würden "
            "will wollen muss müssen falls wenn ob"
        ),
        quantifier=cues(
            "alle allen aller alles jeder jede jedes viele einige wenige manche mehrere beide nur meisten "
            "immer oft manchmal selten fast ganze lediglich ausschließlich ausschliesslich"
        ),
        attribution=cues(
            "sagte sagt zufolge laut erklärte teilte berichtete behauptet behauptete meinte warnte kündigte",
            "nach angaben|nach aussage|nach einschätzung|nach auskunft",
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
        condition=cues("wenn falls sofern außer", "es sei denn"),
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
)
