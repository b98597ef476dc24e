"""What German points back with: part of the record of German, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, cues, phrases, words

DE_POINTERS = Pointers(
    counts=words(
        "einer eine eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert "
        "einige "
        "viele mehrere manche wenige alle keiner keine keines jeder jede jedes beide etliche"
    ),
    spans=words(
        "jahr jahre jahren jahres monat monate monaten monats woche wochen tag tage tagen tages stunde stunden "
        "minuten jahrzehnt jahrzehnte jahrzehnten abend morgen nacht sommer winter frühjahr herbst wochenende "
        "montag dienstag mittwoch donnerstag freitag samstag sonntag"
    ),
    nouns=words(
        "unternehmen firma konzern bank gesellschaft verein club partei gruppe behörde organisation hersteller "
        "versicherer verlag mann frau männer frauen junge mädchen paar schauspieler schauspielerin sänger "
        "sängerin "
        "spieler spielerin autor autorin verdächtige verdächtiger angeklagte opfer täter schiff film buch roman "
        "album lied medikament impfstoff gerät"
    ),
    verbs=words(
        "sind waren haben hatten wurden werden wird ist war hat hatte kamen kommen gingen gehen blieben "
        "starben sagten kann können will wollen"
    ),
    standing=phrases(
        "im nächsten jahr|später am|früher am|statt dessen von|so wie|so viel|so lange|so hoch|der rest der|"
        "die hälfte der|die hälfte des|die meisten <any>|im gegensatz zu|als reaktion auf|im gegenzug für|"
        "zur gleichen zeit wie|dafür dass|dabei sein|damit die|damit der|damit das|damit sie"
    ),
    ordinals=words("zweite zweiter zweites zweiten dritte dritter drittes dritten vierte vierter viertes vierten"),
    times=phrases(
        "im <span> darauf|am <span> darauf|in der <span> darauf|im folgenden <span>|am folgenden <span>|"
        "in der folgenden <span>|im selben <span>|am selben <span>|in derselben <span>|im gleichen <span>|"
        "am gleichen <span>|in der gleichen <span>|im <span> davor|am <span> davor|in der <span> davor|"
        "im <span> zuvor|am <span> zuvor|in der <span> zuvor|in jenem <span>|an jenem <span>|in jener <span>|"
        "im <span> danach|am <span> danach|in der <span> danach|tags darauf|tags zuvor|anderntags|"
        "das <span> darauf|danach|dann|später|daraufhin|anschließend|zuvor|vorher|davor|damals|seitdem|"
        "seither|bis dahin|von da an|inzwischen|unterdessen|währenddessen|gleichzeitig|zugleich|"
        "zur gleichen zeit|zu dieser zeit|zu jener zeit|kurz darauf|kurz danach|kurz zuvor|bald darauf|"
        "wenig später|nachher|hierauf|im vorjahr|im folgejahr|am vortag|am folgetag|"
        "im darauffolgenden <span>|am darauffolgenden <span>|in der darauffolgenden <span>|"
        "am nächsten <span>|einen <span> zuvor|eine <span> zuvor|ein <span> zuvor|<number> <span> zuvor|"
        "<number> <span> davor|<number> <span> vorher|<number> <span> früher|ein <span> vorher"
    ),
    later=phrases(
        "<number> <span> später|ein <span> später|eine <span> später|einen <span> später|"
        "<number> <span> danach|<number> <span> darauf|ein <span> danach|eine <span> danach|"
        "einen <span> danach|ein <span> darauf|eine <span> darauf|einen <span> darauf|am <span> darauf|"
        "im <span> darauf|wenige <span> später|ein paar <span> später"
    ),
    places=cues("dort dorthin daselbst", "von dort|da drüben|am selben ort|am gleichen ort"),
    parts=phrases(
        "<number> <verb>|nur <number> <verb>|"
        "<number> von ihnen|<number> davon|<number> dieser|<number> der beiden|einer der beiden|"
        "eine der beiden|unter ihnen|die anderen|der andere|die andere|das andere|der andere <any>|"
        "die andere <any>|das andere <any>|die anderen <any>|die übrigen|die restlichen|der rest|letzterer|"
        "letztere|letzteres|ersterer|erstere|ersteres|die beiden|beide|beides|die zwei|alle drei|alle vier|"
        "jeder von ihnen|keine von beiden|keiner von beiden|die hälfte davon|die hälfte von ihnen|"
        "ein <ordinal>|eine <ordinal>|<number> andere|<number> weitere|letztere <any>|jeder <verb>|"
        "jede <verb>|keiner <verb>|keine <verb>|einige <verb>|viele <verb>|manche <verb>|mehrere <verb>|"
        "wenige <verb>|alle <verb>|die hälfte <verb>|die meisten <verb>|der <ordinal> <verb>|"
        "die <ordinal> <verb>|das <ordinal> <verb>|die <ordinal> <any> <verb>|ein weiterer|eine weitere|"
        "ein weiteres|weitere|ein anderer|eine andere|ein anderes|andere|darunter"
    ),
    clauses=phrases(
        "hinzu kamen|hinzu kam|hinzu kommt|hinzu kommen|"
        "die entscheidung <verb>|der vorfall <verb>|"
        "dafür|dagegen|dabei|dadurch|damit|daran|darauf|daraus|darin|darüber|darum|darunter|davon|davor|dazu|"
        "dazwischen|daher|deshalb|deswegen|demnach|demzufolge|infolgedessen|folglich|somit|also|"
        "aus diesem grund|aus diesen gründen|stattdessen|hierfür|hierzu|hierbei|hierdurch|hiermit|hieraus|"
        "hierin|hierüber|hiervon|trotzdem|andernfalls|ansonsten|sonst|ebenso|ebenfalls|gleiches|das gleiche|"
        "dasselbe|dasselbe gilt|das gegenteil|umgekehrt|im gegenzug|wofür|womit|wodurch|weshalb|so auch|"
        "in diesem fall|in dem fall|auf diese weise|infolge dessen|der grund dafür|ein solcher|eine solche|"
        "ein solches|als reaktion darauf|grund dafür|solche <any>"
    ),
    ellipses=phrases(
        "nicht|auch nicht|ebenfalls nicht|ebenso wenig|tat es nicht|tat dies nicht|tat das nicht|tut es nicht|"
        "tat es auch|tat das auch|tat dies auch|tat es ebenfalls|tat dasselbe|tat das gleiche|auch|ebenfalls|"
        "ebenso|dagegen nicht|hingegen nicht|jedoch nicht|aber nicht|schon|zog nach|tat es"
    ),
    references=phrases("letzterer|letztere|letzteres|letzterem|letzteren|ersterer|erstere|ersteres|ersteren"),
    definites=phrases(
        "der <noun>|die <noun>|das <noun>|dem <noun>|den <noun>|des <noun>|jener <noun>|jene <noun>|jenes <noun>"
    ),
    additions=cues("auch ebenfalls ebenso"),
    hanging=phrases(
        "auch|ebenfalls|zudem|er|sie|ihn|ihm|ihnen|sollen es|sind es|waren es|wären es|werden es|wurden es|"
        "dafür|davon|dazu|daran|damit|dabei|dadurch|darin|darauf|darüber|dagegen|dann|danach|dort|dessen|deren"
    ),
    openers=words(
        "dass ob weil wenn als da nachdem bevor während obwohl damit wer wie wo warum sagte sagt sagten erklärte teilte"
    ),
)
