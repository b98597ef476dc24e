"""Italian, as far as the library knows it: `IT` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from typing import Final

from summarizer.languages.number_words import NumberWords, either, first_letters
from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Discourse,
    Language,
    Prose,
    Quantities,
    Unasserted,
    Vocabulary,
    phrases,
    spellings,
    words,
)
from summarizer.languages.records.page_words.it import IT_PAGE_WORDS
from summarizer.languages.records.page_words.mail import IT_MAIL
from summarizer.languages.records.pointers.it import IT_POINTERS
from summarizer.languages.turns import Turns, contrast

_UNITS: Final = "due tre tré quattro cinque sei sette nove"
_TEENS: Final = "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto dicotto diciannove"
_STEMS: Final = either("vent trent quarant cinquant sessant settant ottant novant")
_ONE: Final = "un[oa]?"
_BELOW_100: Final = (
    f"(?:(?:venti|{_STEMS}a){either(_UNITS)}?|{_STEMS}(?:{_ONE}|otto)|{either(_TEENS)}|{either(_UNITS)}|otto|{_ONE})"
)
# Before "otto", "ottanta" and "uno" the hundred may lose its vowel: "centotto", "duecentottanta".
_BELOW_1000: Final = (
    f"(?:(?:{either(_UNITS)}|otto)?(?:cento(?: ?{_BELOW_100}| e {_ONE})?|cent(?=ott|un){_BELOW_100})|{_BELOW_100})"
)
_BELOW_MILLION: Final = f"(?:{_BELOW_1000} ?mila|mille)(?: ?{_BELOW_1000}| e {_BELOW_100})?|{_BELOW_1000}|zero"
_NUMBERS: Final = NumberWords(
    begins=first_letters("zero un otto venti cento mille", _UNITS, _TEENS, "trenta ottanta"),
    word=f"{_BELOW_MILLION}|mila",
    below_million=_BELOW_MILLION,
    thousand="mille",
    scales={"milione": 6, "milioni": 6, "miliardo": 9, "miliardi": 9, "bilione": 12, "bilioni": 12},
    scales_behind_figures={"mila": 3, "mln": 6, "mld": 9},
    scale_link="di",
    half="mezz[oa]",
    conjunction="e",
    articles=words("un uno una"),
    never_alone=words("sei"),  # also "you are"
    per="per",
    between=words("tra fra"),
    going_on="terz[oi]|quart[oi]|quint[oi]|sest[oi]|settim[oi]|ottav[oi]|non[oi]|decim[oi]|centesim[oi]|millesim[oi]"
    "|dozzin[ae]|(?:dec|vent|trent|quarant|cinquant)in[ae]|centinai[oa]|migliai[oa]",
    going_on_joined="mezz[oa]|quart[oi]|passa|rotti",
    decimal="virgola|punto",
    conjunction_behind_scale=True,
    spelled_otherwise={"centott": "centoott", "dicotto": "diciotto"},
)

IT = Language(
    code="it",
    names=("italian", "italiano", "italienisch", "italien", "italiaans", "意大利语"),
    known=False,
    detection=words(
        "a il lo la gli le di e che in un una per con non è si del della dei al da sono ha più come anche nel ma "
        "alla delle suo i questo dal"
    ),
    calendar=Calendar(
        dotted_dates=True,
        days={"primo": 1},
        months=spellings(
            "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|"
            "settembre set sett|ottobre ott|novembre nov|dicembre dic"
        ),
        date_labels=phrases("pubblicato"),
        date_links=phrases("il"),
        bylines=words("di"),
        near_days=words("ieri oggi domani indomani vigilia seguente precedente"),
    ),
    anaphora=Anaphora(
        persons=words("egli ella lui lei essi esse loro"),
        demonstratives=words("questo questa questi queste quello quella quelli quelle"),
        first_pronouns=words("suo sua suoi sue ciò costui costei costoro esso essa"),
        times=words("anno settimana mese sera estate inverno autunno primavera trimestre mattina"),
        articles=words("gli uno una"),
        before_places=words("a in nel nella"),
        place_prepositions=words("a in nel nella di da"),
        own_name=phrases("mi chiamo|mi chiamavo|il mio nome è|chiamatemi"),
    ),
    pointers=IT_POINTERS,
    page_words=IT_PAGE_WORDS,
    mail_words=IT_MAIL,
    discourse=Discourse(
        that_words=words("che"),
        denying=words("falso falsa falsi false smentisce smentì smentiscono bufala bufale menzogna menzogne"),
        following_words=words("seguente seguenti"),
        taken_back=(
            r"(?:(?:questo|ciò|tutto ciò|tutto questo) )?(?:non è vero|non era vero|è falso|era falso|è una (?:bugia|"
            r"menzogna|bufala))\b(?! che\b)"
        ),
        supposed=r"(?:supponiamo|immaginiamo|ammettiamo|poniamo)\b",
    ),
    unasserted=Unasserted(
        topics=(
            r"(?:(?:le|la|i|il|gli|lo|l'|delle|altre|altri|principali|false|falsi|comuni|vecchi|nuove) ?){0,3}"
            r"(?:affermazion[ei]|accus[ae]|mit[oi]|leggend[ae]|voci|dicerie|bufal[ae]|disinformazione|"
            r"notizi[ae] fals[ae]|bugi[ae]|menzogn[ae]|teori[ae] del complotto|finzione|speculazioni|scenari|scenario|"
            r"ipotesi|trama|sinossi|satira|vero o falso)(?: \d{1,2})?"
            r"(?: (?:su|sul|sulla|contro|di|del|della|che|in|e|comuni|diffuse|diffusi|popolari)\b.{0,60})?"
            r"|(?:che )?cosa (?:si |è stato |viene |era stato )?(?:afferma|affermato|detto|dice|sostiene|"
            r"sostenuto)\b.{0,20}"
            r"|(?:le )?(?:opzioni|proposte)(?: (?:in|sul|allo) .{1,40})?"
        ),
        suppositions=r"(?:se|e se|cosa succede se|nel caso|supponiamo|immaginiamo)\b.*",
        settled=r"(?:il nostro |il |la |i )?(?:verdetto|fatti|verità|realtà|conclusione|valutazione|rettifica)",
        lead_ins=(
            r"(?:questo è|ecco|così)\b.*\b(?:dice|racconta|afferma|descrive|lettera|accusa|vede|scrive|sostiene)\b.*"
            r"|.*\b(?:racconta|descrive|afferma|dice|disse|dichiara|scrive|espone|presenta)\b.*\b(?:così|questo|"
            r"quanto segue|come segue|in questo modo|in questi termini)"
            r"|(?:il|la|lo|un|una|l') ?(?:\w+ ){0,3}(?:lettera|querela|denuncia|messaggio|diceria|leggenda|"
            r"articolo|accusa)"
            r"(?: \w+)? (?:dice|afferma|racconta)(?: (?:questo|così))?"
            r"|(?:il|la|lo|un|una) (?:romanzo|film|opera|racconto|storia|serie|favola) (?:racconta|parla|inizia|"
            r"comincia|"
            r"narra|descrive)\b.*"
        ),
        own_lead_ins=r"\b(?:ecco perché|per (?:questi|i seguenti|vari) motivi|motivi|ragioni|perché|per esempio)\b",
        doubting=(
            r"\b(?:opzioni|proposte|idee|scenari|voci|affermazioni|accus\w+|miti|bufale|in discussione|allo studio|"
            r"sul tavolo|vero o falso)\b"
        ),
        tasks=(
            r"(?:segna|segnate|indica|indicate|scegli|scegliete|decidi|decidete|di'|dite|stabilisci)\b.*"
            r"\b(?:ver[aoie]|fals[aoie]|corrett[aoie]|giust[aoie])\b|(?:quale|quali) (?:di queste|delle|frasi?|"
            r"affermazion[ei]|rispost[ae])\b.*|vero o falso\b"
        ),
        taken_back=(
            r"(?:falso|non è vero|non è così|bugie|una bugia)\s?[.!,]"
            r"|(?:l'|la |il |le |i |questa |questo |queste |quest')(?:affermazione|dichiarazione|storia|notizia|accusa|"
            r"articolo|lettera|versione|voce|affermazioni|accuse|notizie|voci) (?:(?:è|sono|era|erano|stat[aoei]|"
            r"poi|nel|"
            r"frattempo|in|seguito|si|rivelat[aoei]|risultat[aoei]|del|tutto) ){1,6}(?:ritirat[aoei]|ritrattat[aoei]|"
            r"smentit[aoei]|confutat[aoei]|corrett[aoei]|rettificat[aoei]|fals[aoei]|inventat[aoei]|infondat[aoei])\b"
            r"|(?:almeno,? )?(?:questo|così) (?:è )?(?:almeno )?(?:quello che |ciò che |quanto )?(?:\w+ ){0,4}"
            r"(?:afferma|sostiene|dice|crede|racconta|affermano|sostengono|dicono)\b"
            r"|almeno,? secondo\b|(?:rettifica|correzione|errata corrige|precisazione)\s?[:.–—-]+ "
            r"|(?:questo |ciò )?non è mai (?:successo|accaduto|avvenuto)\b"
            r"|(?:in realtà|la verità è|è il contrario)\b"
            r"|(?:\w+ ){1,3}(?:lo )?(?:nega|smentisce|ha smentito|ha negato)(?: (?:questo|ciò|quest\w+ \w+))?\s?[.!]"
        ),
        all_taken_back=r"niente di (?:questo|tutto ciò) è\b|tutto (?:questo|ciò) è (?:\w+ ){0,2}(?:falso|inventato)\b",
        no_speakers=words(
            "nota foto fonte autore data luogo indirizzo prezzo ingredienti risultato domanda risposta mito"
        ),
    ),
    numbers=_NUMBERS,
    quantities=Quantities(
        dozens=words("dozzina dozzine"),
        about=words("circa quasi"),
        almost=words("quasi"),
        over=words("oltre"),
        shares={
            "50": phrases("metà"),
            "33.333": phrases("terzo"),
            "66.667": phrases("due terzi"),
            "25": phrases("quarto"),
            "75": phrases("tre quarti"),
            "20": phrases("quinto"),
            "10": phrases("decimo"),
        },
        minus=words("meno"),
        no_minus=phrases("o meno"),
        money={
            "EUR": phrases("di euro"),
            "dollar": phrases("dollari|di dollari"),
            "pound": phrases("sterline|di sterline"),
            "CHF": phrases("franchi svizzeri|di franchi svizzeri"),
        },
        percent=phrases("per cento"),
        units={
            "cent": phrases("centesimi"),
            "day": phrases("giorno|giorni"),
            "week": phrases("settimana|settimane"),
            "month": phrases("mese|mesi"),
            "year": phrases("anni"),
            "minute": phrases("minuti"),
            "second": phrases("secondi"),
            "km": phrases("chilometro|chilometri"),
            "metre": phrases("metri"),
            "mile": phrases("miglia"),
            "kg": phrases("chilogrammi|chili"),
            "tonne": phrases("tonnellate"),
            "hectare": phrases("ettari"),
            "litre": phrases("litri"),
        },
    ),
    prose=Prose(
        text_names=words("articolo testo brano autore intervista"),
        before_names=words("on On"),
        abbreviations_before_number=words("fasc pag n"),
        part_headings=words("capitolo parte"),
    ),
    vocabulary=Vocabulary(
        function_words=words("che dei della di gli nel non si sono uno"),
        bare_articles=words("il lo la le un una"),
        linking_prepositions=words("del della di"),
    ),
    turns=Turns(
        contrasts=(
            contrast(
                "unit",
                "secondo secondi|minuto minuti|ora ore|giorno giorni|settimana "
                "settimane|mese mesi|anno anni|secolo secoli",
            ),
            contrast(
                "modality",
                "può possono potrebbe potrebbero|deve devono dovrebbe dovrebbero|è "
                "sono era erano ha hanno aveva avevano",
            ),
            contrast("tense", "è sono ha hanno|era erano aveva avevano|sarà saranno avrà avranno"),
            contrast(
                "quantifier",
                "tutti tutte ogni entrambi entrambe|molti molte parecchi|alcuni "
                "alcune|pochi poche|nessun nessuno nessuna",
            ),
            contrast("bound", "più_di oltre almeno|meno_di fino_a al_massimo|quasi|esattamente|circa"),
            contrast("direction", "prima|dopo|durante"),
        ),
        reversals=phrases("al contrario"),
        conditions=phrases("se|a condizione|purché|a meno che|in caso di"),
        hedges=phrases("forse|probabilmente|presumibilmente|apparentemente|quasi|presunto|presunta|presunti"),
        qualifiers=phrases("ex|vice|allora|futuro|futura|cosiddetto|cosiddetta"),
        limits=phrases("solo|soltanto|solamente|esclusivamente"),
        role_words=words("di del della dei a al alla in nel nella da dal dalla per con su sul sulla contro tra fra"),
    ),
)
