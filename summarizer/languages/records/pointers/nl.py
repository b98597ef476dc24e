"""What Dutch points back with: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, cues, phrases, words

NL_POINTERS = Pointers(
    counts=words(
        "een één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd enkele veel "
        "vele "
        "sommige meerdere weinig alle geen elk ieder beide"
    ),
    spans=words(
        "jaar jaren maand maanden week weken dag dagen uur uren minuten decennium decennia eeuw avond "
        "ochtend nacht "
        "zomer winter herfst lente weekend seizoen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    ),
    nouns=words(
        "bedrijf onderneming firma concern bank maatschappij groep club partij ploeg team bureau organisatie "
        "vereniging fabrikant verzekeraar uitgeverij man vrouw jongen meisje stel acteur actrice zanger zangeres "
        "speler speelster auteur schrijver verdachte slachtoffer schip film boek roman album lied geneesmiddel "
        "vaccin apparaat"
    ),
    verbs=words(
        "is zijn was waren heeft hebben had hadden werd werden wordt worden kan kunnen kwamen gingen stierven zeiden"
    ),
    standing=phrases(
        "later dit <span>|eerder dit <span>|eerder deze <span>|later deze <span>|volgend <span>|"
        "in plaats van|als reactie op|in ruil voor|de rest van|de helft van de|de helft van het|"
        "de meeste <any>|hetzelfde als|dan ook|een van de|later in <any>|later op <any>|eerder in <any>|"
        "toen de|toen het|toen een|anders dan"
    ),
    ordinals=words("tweede derde vierde vijfde"),
    times=phrases(
        "het <span> daarop|het <span> daarna|de <span> daarop|de <span> daarna|de <span> erop|"
        "het <span> erop|het volgende <span>|de volgende <span>|het <span> ervoor|de <span> ervoor|"
        "het <span> daarvoor|de <span> daarvoor|hetzelfde <span>|dezelfde <span>|in hetzelfde <span>|"
        "in dezelfde <span>|op dezelfde <span>|dat <span>|die <span>|in dat <span>|op die <span>|daarna|"
        "daarvoor|toen|dan|later|vervolgens|sindsdien|tot dan|tot dan toe|intussen|ondertussen|inmiddels|"
        "tegelijkertijd|tegelijk|op dat moment|in die tijd|destijds|kort daarna|kort daarop|kort daarvoor|"
        "eerder|voordien|nadien|daaropvolgend|een <span> daarna|een <span> ervoor|<number> <span> daarna|"
        "<number> <span> ervoor|<number> <span> eerder|een <span> eerder"
    ),
    later=phrases(
        "<number> <span> later|een <span> later|een paar <span> later|het <span> daarop|de <span> daarop|"
        "de <span> erna|het <span> erna|de volgende <span>|hetzelfde <span>|dezelfde <span>|kort daarna"
    ),
    places=phrases("daar|daarheen|op dezelfde plek|ter plaatse|op die plaats"),
    no_places=words("is was zijn waren wordt werd worden werden komt kwam komen kwamen heeft had staat stond"),
    parts=phrases(
        "<number> <verb>|"
        "<number> van hen|<number> van de twee|<number> ervan|<number> daarvan|onder hen|onder wie|anderen|"
        "de anderen|de andere|het andere|een ander|een andere|de andere <any>|een andere <any>|nog een|"
        "de rest|de overige|de overigen|laatstgenoemde|laatstgenoemden|eerstgenoemde|de twee|de beide|beiden|"
        "alle twee|allebei|alle drie|elk van hen|ieder van hen|geen van beide|geen van beiden|geen van hen|"
        "de helft van hen|de helft ervan|de meesten|sommigen|enkelen|velen|weinigen|<number> anderen|"
        "<number> andere|elk <verb>|ieder <verb>|sommige <verb>|sommigen <verb>|enkele <verb>|velen <verb>|"
        "alle <verb>|de helft <verb>|de meesten <verb>|de <ordinal> <verb>|het <ordinal> <verb>|"
        "een <ordinal> <any>|andere|de laatste <verb>|beide"
    ),
    clauses=phrases(
        "daarom|daardoor|daarvoor|daarmee|daarbij|daarop|daarover|daarvan|daartoe|daaraan|daarin|daaruit|"
        "daartegen|dus|derhalve|bijgevolg|als gevolg daarvan|als gevolg hiervan|om die reden|om deze reden|"
        "hierdoor|hiervoor|hiermee|hierbij|hierop|hierover|hiervan|hiertoe|in dat geval|in dit geval|"
        "op die manier|op deze manier|in plaats daarvan|hetzelfde|dezelfde|het tegendeel|omgekeerd|anders|"
        "als reactie|in ruil daarvoor|zo ook|evenmin|evenzo|desondanks|niettemin|zo'n|dergelijke|"
        "een dergelijke <any>|vandaar|zulke <any>"
    ),
    ellipses=phrases(
        "niet|ook niet|evenmin|ook|wel|deed het niet|deed dat niet|deed dat ook|deed hetzelfde|deden hetzelfde|"
        "deed dat|echter niet|volgde"
    ),
    references=phrases("laatstgenoemde|laatstgenoemden|eerstgenoemde"),
    definites=phrases("de <noun>|het <noun>"),
    additions=cues("ook evenmin eveneens"),
    hanging=phrases(
        "ook|hij|zij|hem|hen|ervan|ervoor|ermee|erin|erop|daarvan|daarvoor|daarmee|daarin|daarna|toen|dan <any>"
    ),
    openers=words("dat die wie wat waar of als omdat toen terwijl nadat voordat hoewel zei zegt"),
)
