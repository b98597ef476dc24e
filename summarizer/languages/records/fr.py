"""French, as far as the library knows it: `FR` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from typing import Final

from summarizer.languages.number_words import NumberWords, any_word, either, first_letters
from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Cues,
    Discourse,
    Language,
    Prose,
    Quantities,
    Unasserted,
    Vocabulary,
    cues,
    pairs,
    phrases,
    spellings,
    words,
)
from summarizer.languages.records.page_words.fr import FR_PAGE_WORDS
from summarizer.languages.records.page_words.mail import FR_MAIL
from summarizer.languages.records.pointers.fr import FR_POINTERS
from summarizer.languages.turns import Turns, backshifts, contrast

_UNITS: Final = "deux trois quatre cinq six sept huit neuf"
_TEENS: Final = "onze douze treize quatorze quinze seize"
_TENS: Final = "vingt trente quarante cinquante septante huitante octante nonante"
_UNIT: Final = either(_UNITS)
_TEEN: Final = f"(?:dix(?: (?:sept|huit|neuf))?|{either(_TEENS)})"
_BELOW_100: Final = (
    f"(?:{either(_TENS)}(?: et une?| {_UNIT})?"
    f"|soixante(?: et (?:une?|onze)| {_UNIT}| {_TEEN})?"
    f"|quatre vingts?(?:(?: et)? une?| {_UNIT}| {_TEEN})?"
    f"|{_TEEN}|{_UNIT}|une?)"
)
# "Onze cents" is said up to "dix-neuf cents"; "cents" alone are coins.
_HUNDREDS: Final = f"(?:cent|(?:{_UNIT}|{either(_TEENS)}|dix (?:sept|huit|neuf)) cents?)"
_BELOW_1000: Final = f"(?:{_HUNDREDS}(?: {_BELOW_100}| et une?)?|{_BELOW_100})"
_NUMBERS: Final = NumberWords(
    begins=first_letters("zéro un dix soixante cent mille", _UNITS, _TEENS, _TENS),
    word=any_word("zéro un une dix soixante vingts cent cents mille", _UNITS, _TEENS, _TENS),
    below_million=f"(?:{_BELOW_1000} )?mille(?: {_BELOW_1000}| et une?)?|{_BELOW_1000}|zéro",
    thousand="mille",
    scales={"million": 6, "millions": 6, "milliard": 9, "milliards": 9, "billion": 12, "billions": 12},
    scale_link="de",
    half="demie?",
    conjunction="et",
    articles=words("un une"),
    between=words("entre"),
    going_on=r".+ièmes?|tiers|quarts?|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|milliers?",
    going_on_joined="demie?|quart|quelques|des",
    decimal="virgule",
    per="pour",
    hyphens=True,
)

FR = Language(
    code="fr",
    names=("french", "français", "französisch", "francés", "francese", "francês", "frans", "法语", "法文"),
    known=True,
    detection=words(
        "le la les de des et à en un une du que est pour qui dans il elle sur pas plus ne se au par ce avec "
        "sont son aux mais nous vous ont cette été d l"
    ),
    calendar=Calendar(
        hour_marks=words("h"),
        dotted_dates=True,
        day_links=words("de"),
        days={"premier": 1},
        months=spellings(
            "janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept|"
            "octobre oct|novembre nov|décembre déc"
        ),
        weekdays=spellings("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"),
        date_labels=phrases("publié"),
        date_links=phrases("le|à"),
        bylines=words("par"),
        near_days=words("hier avant-hier aujourd'hui demain lendemain surlendemain veille avant-veille"),
    ),
    anaphora=Anaphora(
        persons=words("elle ils elles leurs leur"),
        demonstratives=words("cette ces"),
        first_pronouns=words(
            "il ce cet son sa ses cela ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci"
        ),
        times=words("année semaine mois soir été hiver automne printemps trimestre"),
        speech_words=words("dit déclaré affirme affirmé ajouté expliqué mme"),
        articles=words("le la les un une"),
        before_places=words("à en"),
        place_prepositions=words("à en de"),
        leaning=words(
            "il elle ils elles on nous vous je ce c'est cela ça ceci cet cette ces celui celle ceux celles "
            "celui-ci celle-ci son sa ses leur leurs lui mais et ou donc or car cependant toutefois pourtant "
            "néanmoins ainsi alors ensuite puis aussi enfin c'était j'ai qui ceux-ci celles-ci"
        ),
        leaning_phrases=phrases(
            "en effet|par ailleurs|de plus|en revanche|par exemple|au contraire|en outre|à ce|dans ce|"
            "dans cette|pour cela"
        ),
        first_person=words("nous notre nos je"),
        own_name=phrases("je m'appelle|je m'appelais|mon nom est|appelez-moi"),
    ),
    pointers=FR_POINTERS,
    page_words=FR_PAGE_WORDS,
    mail_words=FR_MAIL,
    discourse=Discourse(
        markers=phrases("cependant|toutefois|par ailleurs|en outre|de plus|néanmoins|pendant ce temps"),
        bare_markers=words("et mais"),
        not_behind_bare=words("pas non sans"),
        denying=words("faux fausse fausses rumeur rumeurs mythe mythes mensonge mensonges démenti dément démentent"),
        following_words=words("suivantes"),
        that_words=words("que"),
        taken_back=(
            r"(?:c'est|c'était|cela est|tout cela est|tout est|ce sont)"
            r"(?: tout simplement| totalement| entièrement| un| une| des| que des)* "
            r"(?:faux|mensonges?|inventé|rumeurs?|mythes?|inexact)\b(?! que\b)"
            r"|(?:ce n'est|cela n'est|rien de tout cela n'est|rien n'est) (?:pas )?(?:vrai|exact)\b(?! que\b)"
        ),
        supposed=r"(?:supposons|imaginons|admettons|imaginez|supposez)\b",
        cut_denial=(r"il est faux que\b.{0,60}\.$"),
    ),
    unasserted=Unasserted(
        topics=(
            r"(?:(?:les|la|le|l'|des|une?|quelques|autres|principales|fausses|faux|grands|vieux|nouvelles) ?){0,3}"
            r"(?:affirmations?|allégations?|accusations?|mythes?|rumeurs?|idées reçues|fausses? (?:informations?|"
            r"nouvelles?)|infox|intox|désinformation|légendes?|mensonges?|théories? du complot|fiction|spéculations?|"
            r"scénarios?|hypothèses?|intrigue|synopsis|satire|quiz|vrai ou faux)(?: \d{1,2})?"
            r"(?: (?:sur|contre|de|du|des|d'|qui|en|à|autour|et|fréquentes|répandues|courantes|populaires)\b.{0,60})?"
            r"|ce (?:qui|que|qu') ?(?:\w+ ){0,3}(?:affirmé|affirme|prétendu|prétend|dit|raconte)\b.{0,20}"
            r"|(?:les )?(?:options|propositions|pistes)(?: (?:à|en) (?:l'étude|discussion|débat|l'examen).{0,30})?"
        ),
        suppositions=r"(?:si(?! (?:vous|tu)\b)|et si|s'il|au cas où|supposons|imaginons)\b.*",
        settled=(
            r"(?:notre |le |la |les )?(?:verdict|faits|vérité|réalité|conclusion|évaluation|rectificatif|"
            r"ce qui est vrai)"
        ),
        lead_ins=(
            r"(?:voici|voilà|c'est) (?:ce (?:que|qu'|qui)|comment)\b.*\b(?:dit|dire|affirme|prétend|raconte|écrit|lit|"
            r"lettre|acte|plainte|accusation|décrit|présente|voit)\b.*"
            r"|.*\b(?:raconte|décrit|présente|affirme|dit|déclare|écrit|relate|expose)\b.*\b(?:ainsi|ceci|comme suit|"
            r"de cette (?:façon|manière)|en ces termes|ce qui suit)"
            r"|(?:le|la|l'|un|une) ?(?:\w+ ){0,3}(?:lettre|plainte|tract|message|rumeur|légende|mythe|"
            r"article)(?: \w+)? "
            r"(?:dit|affirme|prétend|raconte)(?: (?:ceci|ainsi))?"
            r"|(?:le|la|l'|un|une) ?(?:roman|film|pièce|nouvelle|histoire|série|opéra|conte) (?:raconte|commence|"
            r"se passe|"
            r"décrit|parle|suit)\b.*"
        ),
        own_lead_ins=(
            r"\b(?:voici pourquoi|pour (?:ces|plusieurs|les) raisons|raisons?|car|parce que|par exemple|"
            r"comprend)\b"
        ),
        doubting=(
            r"\b(?:options?|propositions?|pistes|scénarios?|rumeurs?|affirmations?|allégations?|accus\w+|mythes?|"
            r"à l'étude|en discussion|sur la table|envisagée?s?|vrai ou faux)\b"
        ),
        tasks=(
            r"(?:cochez|coche|dites|dis|indiquez|indique|choisissez|choisis|décidez|décide|marquez|marque)\b.*"
            r"\b(?:vraie?s?|fausses?|faux|correctes?|juste)\b|(?:lequel|laquelle|lesquels|lesquelles|quelles?) "
            r"(?:de ces |des |phrases?|affirmations?|réponses?)\b.*|vrai ou faux\b"
        ),
        taken_back=(
            r"(?:(?:c'est )?faux|pas vrai|ce n'est pas (?:vrai|le cas)|mensonges?|c'est un mensonge)\s?[.!,]"
            r"|(?:l'|la |le |les |cette |cet |ce |ces )(?:affirmation|déclaration|histoire|information|accusation|"
            r"rumeur|"
            r"nouvelle|article|lettre|allégation|rapport|version)s? (?:(?:a|ont|est|sont|était|étaient|s'est|été|"
            r"depuis|"
            r"ensuite|plus|tard|révélée?s?|avérée?s?|totalement|entièrement) ){1,5}(?:retirée?s?|démentie?s?|"
            r"réfutée?s?|"
            r"corrigée?s?|rectifiée?s?|fausses?|faux|inventée?s?|contestée?s?|infondée?s?|mensongères?|inexacte?s?)\b"
            r"|(?:du moins,? |en tout cas,? )?c'est(?: du moins| en tout cas)? ce (?:que|qu') ?(?:\w+ ){0,4}"
            r"(?:affirme|prétend|dit|soutient|croit|raconte|affirment|prétendent|disent)\b"
            r"|(?:du moins|en tout cas),? (?:selon|d'après)\b"
            r"|(?:rectificatif|correction|erratum|démenti)\s?[:.–—-]+ "
            r"|(?:cela|ça|ce) n'(?:est|a) jamais (?:arrivé|eu lieu|été)\b"
            r"|(?:en réalité|la vérité est|c'est le contraire)\b"
            r"|(?:\w+ ){1,3}(?:dément|nie|conteste|a démenti|a nié|a contesté)(?: (?:cela|ceci|ces \w+|"
            r"cette \w+))?\s?[.!]"
        ),
        all_taken_back=(
            r"rien de (?:tout )?(?:cela|ça) n'|tout (?:cela|ça) est (?:\w+ ){0,2}(?:faux|inventé|mensonger)\b"
        ),
        no_speakers=words(
            "note photo source crédit auteur date lieu adresse prix conclusion contexte ingrédients résultat question "
            "réponse fait faits mythe météo né mort exemple conseil rappel"
        ),
    ),
    numbers=_NUMBERS,
    quantities=Quantities(
        dozens=words("douzaine douzaines"),
        shares={
            "50": phrases("moitié"),
            "33.333": phrases("tiers"),
            "66.667": phrases("deux tiers"),
            "25": phrases("quart"),
            "75": phrases("trois quarts"),
            "20": phrases("cinquième"),
            "10": phrases("dixième"),
        },
        ordinal_endings=words("er ère e ème"),
        about=words("environ"),
        almost=words("presque"),
        over=words("plus"),
        minus=words("moins"),
        no_minus=phrases("au moins|du moins|le moins|ou moins"),
        range_words=words("à et"),
        no_plurals=words("les dans mais vers pas plus"),
        money={
            "EUR": phrases("d'euros"),
            "dollar": phrases("de dollars|de dollar"),
            "USD": phrases("de dollars américains|dollars américains"),
            "pound": phrases("livres sterling|de livres sterling"),
            "CHF": phrases("francs suisses|de francs suisses"),
        },
        percent=phrases("pour cent"),
        percentage_points=phrases("points de pourcentage|point de pourcentage"),
        units={
            "cent": phrases("centime|centimes"),
            "day": phrases("jour|jours"),
            "week": phrases("semaine|semaines"),
            "month": phrases("mois"),
            "year": phrases("ans|années"),
            "hour": phrases("heure|heures"),
            "second": phrases("secondes"),
            "km": phrases("kilomètre|kilomètres"),
            "metre": phrases("mètre|mètres"),
            "cm": phrases("centimètres"),
            "mm": phrases("millimètres"),
            "m2": phrases("mètres carrés"),
            "celsius": phrases("degrés celsius"),
        },
    ),
    prose=Prose(
        text_names=words("article texte passage récit auteur entretien"),
        abbreviations_before_number=words("art env"),
        before_names=words("M MM Mgr Me Mlle Mme Mmes Dr Pr St Ste sté Sté bd J.-C"),
        titles=words("sté cie gén pdte mons"),
        abbreviations=words("mme mlle"),
        part_headings=words("chapitre partie"),
        summary_headings=phrases("résumé|en bref"),
    ),
    vocabulary=Vocabulary(
        function_words=words(
            "au aux avec ce ces cette dans de du elle en est et il ils la le les leur lui mais ne ou où par "
            "pas pour que qui sa se ses sont sur un une"
        ),
        own_function_words=words("son on des en a ont été aux leurs plus tout"),
        light_words=words("a ont est sont avait avaient était étaient a-t-il"),
        bare_articles=words("le la les un une"),
        linking_prepositions=words("de du des"),
        conjunctions=words("et mais"),
        denial_terms=words("pas jamais"),
    ),
    cues=Cues(
        negation=cues(
            "ne pas n' non jamais rien aucun aucune ni sans nul nulle nullement aucunement guère nie nient nié "
            "démenti "
            "dément refusé refuse refusent"
        ),
        modality=cues(
            "peut peuvent pourra pourront pourrait pourraient devra devront devrait devraient doit doivent possible "
            "probable probablement vraisemblablement éventuellement apparemment prétendument présumé présumée "
            "présumés "
            "censé censée semble semblent prévoit prévoient espère envisage si aurait serait auraient seraient va vont",
            "peut-être|sans doute",
        ),
        quantifier=cues(
            "tous toutes tout toute chaque plupart plusieurs quelques certains certaines peu beaucoup nombreux "
            "nombreuses majorité minorité moitié exclusivement entièrement partiellement "
            "seulement seul seule uniquement toujours souvent parfois rarement presque",
            "tous deux|toutes deux|tous les deux|toutes les deux",
        ),
        attribution=cues(
            "selon dit disent déclaré affirme affirment affirmé annoncé indiqué expliqué précisé assuré ajouté "
            "d'après "
            "estime estiment rapporté",
            "aux dires de",
        ),
        direction=cues(
            "hausse baisse augmente augmenté diminue diminué baissé monté tombé plus moins avant après supérieur "
            "inférieur gagné perdu croissance recul progressé reculé acheté vendu premier dernier"
        ),
        bound=cues(
            "moins plus environ près presque jusqu' maximum minimum quelque",
            "au-delà|au moins|au plus|tout au plus|au maximum|au minimum|plus de|moins de|près de|autour de",
        ),
        condition=cues(
            "si s'il s'ils sauf lorsque lorsqu' quand",
            "à condition|à condition que|à moins que|pourvu que|tant que|en cas de",
        ),
        no_cues=phrases(
            "sans cesse|d'autant plus|de plus en plus|de moins en moins|plus ou moins|tout à fait|"
            "tout de même|quand même"
        ),
    ),
    antonyms=pairs(
        "ouvert:fermé ouverte:fermée ouvre:ferme augmenté:baissé "
        "hausse:baisse augmente:diminue augmenté:diminué plus:moins avant:après gagne:perd gagné:perdu acheté:vendu "
        "supérieur:inférieur supérieure:inférieure maximum:minimum premier:dernier première:dernière début:fin "
        "victoire:défaite croissance:recul toujours:jamais nord:sud"
    ),
    turns=Turns(
        contrasts=(
            contrast(
                "unit",
                "seconde secondes|minute minutes|heure heures|jour jours|semaine semaines|mois|an ans année années|"
                "décennie décennies|siècle siècles",
            ),
            contrast(
                "unit",
                "kilomètre kilomètres km|mètre mètres|mille milles|tonne tonnes|kilo "
                "kilos kilogrammes|hectare hectares",
            ),
            contrast("unit", "millier milliers|million millions|milliard milliards|billion billions"),
            contrast(
                "modality",
                "peut peuvent pourrait pourraient|va vont|doit doivent devrait devraient|devait devaient|"
                "est sont était étaient a ont avait avaient",
            ),
            contrast("tense", "est sont a ont|était étaient avait avaient|sera seront aura auront"),
            contrast("person", "il lui|elle"),
            contrast("person", "ils|elles"),
            contrast(
                "quantifier",
                "tous toutes chaque|la_plupart|beaucoup plusieurs nombreux "
                "nombreuses|certains certaines quelques|peu|"
                "aucun aucune nul nulle",
            ),
            contrast("quantifier", "toujours|souvent généralement|parfois|rarement|jamais"),
            contrast(
                "bound",
                "plus_de au_moins plus_d'|moins_de au_plus jusqu'à moins_d'|presque près_de|exactement|environ quelque",
            ),
            contrast("bound", "au_plus_tôt|au_plus_tard"),
            contrast("direction", "avant|après|pendant"),
            contrast(
                "direction",
                "premier première premiers premières|deuxième second seconde|dernier dernière derniers dernières",
            ),
        ),
        reversals=phrases("au contraire|bien au contraire"),
        conditions=phrases("si|s'il|s'ils|à condition|à moins|pourvu que|sauf si|en cas"),
        hedges=phrases(
            "peut-être|probablement|sans doute|apparemment|vraisemblablement|presque|"
            "éventuellement|prétendument|présumé|présumée|"
            "présumés|partiellement"
        ),
        qualifiers=phrases("ancien|ancienne|anciens|anciennes|ex|adjoint|adjointe|vice|futur|future|soi-disant"),
        limits=phrases("seulement|uniquement|exclusivement|seul|seule"),
        role_words=words(
            "de du des d' à au aux en dans par pour avec sans contre sur sous chez vers entre depuis comme"
        ),
        backshift=backshifts("est:était sont:étaient a:avait ont:avaient"),
    ),
)
