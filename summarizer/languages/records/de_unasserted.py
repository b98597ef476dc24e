"""How German says that a text does not assert what stands in it: `DE_UNASSERTED` is a group of the German record."""

from __future__ import annotations

from summarizer.languages.record import words
from summarizer.languages.unasserted import Unasserted

DE_UNASSERTED = Unasserted(
    topics=(
        r"(?:(?:die|der|das|eine?|viele|weitere|häufige|verbreitete|bekannte|beliebte|alte|neue|falsche|angebliche|"
        r"mögliche|\w+s) ){0,3}(?:behauptung|behauptungen|vorwurf|vorwürfe|anschuldigungen?|anklagen?|mythos|"
        r"mythen|"
        r"legenden?|gerüchte?|falschmeldung(?:en)?|falschinformation(?:en)?|falschbehauptung(?:en)?|desinformation|"
        r"fehlinformation(?:en)?|fake[- ]?news|irrtum|irrtümer|irrglaube|lügen?|verschwörungstheorien?|fiktion|"
        r"spekulation(?:en)?|szenario|szenarien|gedankenspiele?|handlung|inhaltsangabe|plot|satire|quiz|"
        r"richtig oder falsch|(?:die )?version \w+)(?: \d{1,2})?"
        r"(?: (?:über|um|gegen|zu|zum|zur|von|der|des|aus|im|in|und|die|rund)\b.{0,60})?"
        r"|was (?:\w+ ){0,3}(?:behauptet|erzählt|verbreitet)(?: (?:wird|wurde|worden ist))?"
        r"|(?:mögliche )?(?:optionen|vorschläge|varianten)(?: (?:in|zur) (?:der )?"
        r"(?:diskussion|debatte|beratung|prüfung|abstimmung).{0,30})?"
    ),
    suppositions=r"(?:falls|wenn(?! (?:sie|du|man|ihr)\b)|angenommen|was wäre,? wenn|was,? wenn)\b.*",
    settled=(
        r"(?:unser |unsere |das |die |der )?(?:urteil|fazit|fakten|fakt|wahrheit|bewertung|realität|einordnung|"
        r"faktencheck|richtigstellung|was stimmt|wirklichkeit)"
    ),
    lead_ins=(
        r"(?:das|dies|so|folgendes) (?:ist|steht|stand|schildert|erzählt|beschreibt|behauptet|schreibt|sagt|sieht|"
        r"stellt|heisst|lautet)\b.{0,80}"
        r"(?:behauptet|sagt|schreibt|steht|erzählt|brief|anklage|anklageschrift|flugblatt|klage|dar|beschuldigte|"
        r"kläger|zeuge|zeugin|angeklagte|staatsanwaltschaft)"
        r"|.*\b(?:erzählt|schildert|beschreibt|behauptet|sagt|sagte|schreibt|schrieb|erklärte|stellt)\b.*"
        r"\b(?:so|folgendes|wie folgt|folgendermassen|folgendermaßen|so dar)"
        r"|(?:der|das|die|ein|eine) (?:\w+ ){0,3}\w*(?:brief|anklage|anklageschrift|klage|beitrag|nachricht|"
        r"flugblatt|"
        r"gerücht|legende|mythos|märchen|fälschung) (?:sagt|behauptet|lautet|erzählt|besagt|geht)(?: (?:so|dies))?"
        r"|(?:der|das|die|ein|eine) (?:roman|film|stück|erzählung|geschichte|serie|oper|hörspiel|"
        r"komödie) (?:erzählt|"
        r"handelt|beginnt|spielt|schildert|beschreibt)\b.*"
    ),
    own_lead_ins=(
        r"\b(?:aus (?:folgenden|diesen|mehreren) gründen|gründe|und zwar|weil|nämlich|zum beispiel)\b|\bhier\b"
    ),
    doubting=(
        r"\b(?:optionen|vorschläge|varianten|ideen|szenarien|gerüchte|behauptungen|vorwürfe|mythen|"
        r"zur (?:diskussion|debatte|auswahl|wahl)|im gespräch|diskutiert|erwogen|angeblich|richtig oder falsch)\b"
    ),
    tasks=(
        r"(?:bitte )?(?:kreuze|kreuzen|entscheide|entscheiden|markiere|markieren|wähle|wählen|beurteile|beurteilen|"
        r"gib|geben|bestimme|bestimmen)\b.*\b(?:richtig|falsch|wahr|stimmt|stimmen|an)\b"
        r"|(?:welche|welcher|welches) (?:\w+ )?(?:der|dieser|aussagen?|sätze?|satz|antworten?)\b.*|"
        r"richtig oder falsch\b"
        r"|wahr oder falsch\b|(?:eine|zwei) (?:der|dieser) (?:folgenden )?(?:aussagen|behauptungen)\b.*"
    ),
    taken_back=(
        r"(?:stimmt nicht|nicht wahr|falsch|unwahr|unsinn|gelogen|alles (?:gelogen|erfunden|falsch))\s?[.!,]"
        r"|(?:die|diese|der|dieser|das|dieses|dies) (?:(?:behauptung|aussage|meldung|geschichte|darstellung|"
        r"bericht|"
        r"vorwurf|vorwürfe|behauptungen|angaben|nachricht|gerücht|brief|artikel|beitrag) )?(?:wurde|wurden|"
        r"ist|sind|"
        r"war|waren|hat sich|haben sich|erwies sich|erwiesen sich|stellte sich) (?:\w+ ){0,4}(?:zurückgezogen|"
        r"zurückgenommen|widerrufen|widerlegt|dementiert|bestritten|korrigiert|falsch|unwahr|erfunden|gefälscht|"
        r"unbelegt|unbewiesen|haltlos|unbegründet|umstritten|unzutreffend|nicht (?:wahr|richtig|zutreffend|"
        r"belegt))\b"
        r"(?!,? dass\b)"
        r"|(?:so|das|dies) (?:jedenfalls |zumindest )?(?:behauptet|behauptete|sagt|sagte|glaubt|meint|erzählt)\b"
        r"|(?:zumindest|jedenfalls|wenigstens) (?:behauptet|sagt|sagte|glaubt|meint|laut|so)\b"
        r"|(?:berichtigung|korrektur|richtigstellung|gegendarstellung)\s?[:.–—-]+ (?!in einer früheren)"
        r"|(?:das|dies|es) (?:ist|hat) (?:so )?nie (?:passiert|geschehen|stattgefunden)\b"
        r"|(?:in wahrheit|in wirklichkeit|das gegenteil)\b"
        r"|(?:\w+ ){1,3}(?:bestreitet|bestritt|dementiert|dementierte|widerspricht|widersprach) (?:das|dies|"
        r"dem|diesen?\b.*)\s?[.!]"
    ),
    all_taken_back=(
        r"(?:nichts|kein wort) davon\b|(?:all das|alles davon|beides|alles) (?:ist|"
        r"war) (?:\w+ ){0,2}(?:falsch|unwahr|"
        r"erfunden|gelogen|unsinn)\b"
    ),
    no_speakers=words(
        "hinweis tipp update foto fotos bild quelle autor datum ort telefon preis fazit hintergrund zutaten "
        "ergebnis tore frage antwort fakt fakten behauptung mythos wetter geboren gestorben adresse stand"
    ),
)
