"""Spanish, as far as the library knows it: `ES` is its record; `record.py` says what each field is for."""

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
from summarizer.languages.records.page_words.es import ES_PAGE_WORDS
from summarizer.languages.records.page_words.mail import ES_MAIL
from summarizer.languages.records.pointers.es import ES_POINTERS
from summarizer.languages.turns import Turns, backshifts, contrast

_UNITS: Final = "dos tres cuatro cinco seis siete ocho nueve"
_TEENS: Final = (
    "diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiún "
    "veintiun "
    "veintiuno veintiuna veintidós veintidos veintitrés veintitres veinticuatro veinticinco veintiséis veintiseis "
    "veintisiete veintiocho veintinueve"
)
_TENS: Final = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS: Final = (
    "ciento doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas "
    "seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos novecientas"
)
_UNIT: Final = f"(?:un[oa]?|{either(_UNITS)})"
_BELOW_100: Final = f"(?:{_UNIT}|{either(_TEENS)}|{either(_TENS)}(?: y {_UNIT})?)"
_BELOW_1000: Final = f"(?:cien|{either(_HUNDREDS)}(?: {_BELOW_100})?|{_BELOW_100})"
_NUMBERS: Final = NumberWords(
    begins=first_letters("cero un cien mil", _UNITS, _TEENS, _TENS, _HUNDREDS),
    word=any_word("cero un uno una cien mil", _UNITS, _TEENS, _TENS, _HUNDREDS),
    below_million=f"(?:{_BELOW_1000} )?mil(?: {_BELOW_1000}| y un[oa]?)?|{_BELOW_1000}|cero",
    thousand="mil",
    scales={"millón": 6, "millones": 6, "billón": 12, "billones": 12},
    scale_link="de",
    half="medi[oa]",
    conjunction="y",
    articles=words("un uno una"),
    never_alone=words("ciento"),  # "por ciento"
    between=words("entre"),
    going_on=r"tercios?|cuart[oa]s?|quint[oa]s?|sext[oa]s?|séptim[oa]s?|octav[oa]s?|noven[oa]s?|décim[oa]s?"
    r"|centésim[oa]s?|milésim[oa]s?|\w+avos?|(?:do|de|quin|vein|trein|cin|cen)\w*enas?|centenar(?:es)?"
    r"|miles|millar(?:es)?|cientos|cientas",
    going_on_joined="medi[oa]|cuarto|pico|tant[oa]s",
    decimal="coma|punto",
    spelled_otherwise={
        "^veinti[uú]n$": "veintiuno",
        "(?<=i)seis$": "séis",
        "veintidos": "veintidós",
        "veintitres": "veintitrés",
    },
)

ES = Language(
    code="es",
    names=("spanish", "español", "castellano", "spanisch", "espagnol", "spagnolo", "espanhol", "spaans", "西班牙语"),
    known=True,
    detection=words(
        "el la los las de y que en un una por con no su para es se del al lo como más pero sus le ya o fue "
        "este ha sí porque esta entre cuando muy sin sobre"
    ),
    calendar=Calendar(
        months=spellings(
            "enero ene|febrero feb|marzo mar|abril abr|mayo|junio jun|julio jul|agosto ago|"
            "septiembre sep sept setiembre|octubre oct|noviembre nov|diciembre dic"
        ),
        dotted_dates=True,
        day_links=words("de"),
        days={"primero": 1},
        year_links=words("de del"),
        weekdays=spellings("lunes|martes|miércoles|jueves|viernes|sábado|domingo"),
        date_labels=phrases("publicado"),
        date_links=phrases("el|em|a las"),
        bylines=words("por"),
        near_days=words("ayer anteayer hoy mañana víspera siguiente anterior"),
    ),
    anaphora=Anaphora(
        persons=words("sus ellos ellas"),
        demonstratives=words("este esta estos estas ese esa esos esas"),
        first_pronouns=words("él ella su ello esto eso aquel aquella aquellos aquellas aquello"),
        times=words("año semana mes verano invierno otoño primavera trimestre"),
        speech_words=words("dijo afirma afirmó explicó declaró"),
        articles=words("el la los las un una"),
        before_places=words("en"),
        place_prepositions=words("en de"),
        leaning=words(
            "él ella ellos ellas ello este esta estos estas ese esa esos esas esto eso aquel aquella aquellos "
            "aquellas su sus le les lo pero y e o u sino además también así entonces luego ahí allí nosotros "
            "yo aunque incluso"
        ),
        leaning_phrases=phrases(
            "sin embargo|no obstante|por ejemplo|por eso|por lo tanto|en cambio|de hecho|al mismo tiempo|"
            "por ello|entre ellos"
        ),
        first_person=words("nosotros nuestro nuestra"),
        own_name=phrases("me llamo|me llamaba|mi nombre es|llámenme|llamadme"),
    ),
    pointers=ES_POINTERS,
    page_words=ES_PAGE_WORDS,
    mail_words=ES_MAIL,
    discourse=Discourse(
        markers=phrases("sin embargo|además|no obstante|por otra parte|mientras tanto|asimismo"),
        bare_markers=words("y pero"),
        not_behind_bare=words("sin"),
        denying=words(
            "falso falsa falsos falsas rumor rumores mito mitos bulo bulos mentira mentiras desmintió desmiente "
            "desmienten"
        ),
        following_words=words("siguientes"),
        that_words=words("que"),
        taken_back=(
            r"(?:(?:eso|esto|todo(?: eso| esto)?|ello) )?no (?:es|era|son) (?:cierto|verdad)\b(?! que\b)"
            r"|(?:(?:eso|esto|todo(?: eso| esto)?|ello) )?es(?: totalmente| completamente| todo| una| un)* "
            r"(?:falso|mentira|bulo|mito|rumor|invento)\b(?! que\b)|nada de (?:eso|esto|ello) es (?:cierto|verdad)"
        ),
        supposed=r"(?:supongamos|imaginemos|imaginen|pongamos por caso)\b",
        cut_denial=(r"es falso que\b.{0,60}\.$"),
    ),
    unasserted=Unasserted(
        topics=(
            r"(?:(?:las|la|los|el|unos|unas|otras|otros|principales|falsas|falsos|comunes|viejos|nuevos) ){0,3}"
            r"(?:afirmaci(?:ón|ones)|acusaci(?:ón|ones)|alegaciones|alegato|mitos?|rumor(?:es)?|bulos?|desinformación|"
            r"noticias? falsas?|información falsa|mentiras?|leyendas?|teorías? (?:de la|conspirativas?)\w*|ficción|"
            r"especulaciones|escenarios?|hipótesis|argumento|sinopsis|trama|sátira|verdadero o falso)(?: \d{1,2})?"
            r"(?: (?:sobre|contra|de|del|que|en|a|y|comunes|frecuentes|populares|extendidos)\b.{0,60})?"
            r"|(?:lo )?que (?:se )?(?:\w+ ){0,3}(?:afirma|afirmó|afirmaba|dice|dijo|decía|cuenta|alega)\b.{0,20}"
            r"|(?:las )?(?:opciones|propuestas)(?: (?:en|sobre|a) .{1,40})?"
        ),
        suppositions=r"(?:si|y si|qué pasa si|qué pasaría si|en caso de|supongamos|imaginemos)\b.*",
        settled=r"(?:nuestro |el |la |los )?(?:veredicto|hechos|verdad|realidad|conclusión|valoración|rectificación)",
        lead_ins=(
            r"(?:esto|eso|así) (?:es|lo)\b.*\b(?:dice|cuenta|afirma|relata|describe|carta|acusación|ve|escribe)\b.*"
            r"|.*\b(?:cuenta|relata|describe|afirma|dice|dijo|declaró|escribe|expone)\b.*\b(?:así|esto|lo siguiente|"
            r"como sigue|de esta (?:forma|manera)|en estos términos)"
            r"|(?:el|la|un|una) (?:\w+ ){0,3}(?:carta|querella|denuncia|mensaje|rumor|leyenda|mito|artículo|acusación)"
            r"(?: \w+)? (?:dice|afirma|cuenta)(?: (?:esto|así))?"
            r"|(?:el|la|un|una) (?:novela|película|obra|cuento|historia|serie|ópera) (?:cuenta|trata|comienza|empieza|"
            r"narra|describe|transcurre)\b.*"
        ),
        own_lead_ins=r"\b(?:por (?:estas|las siguientes|varias) razones|razones|porque|por ejemplo|incluyen?)\b",
        doubting=(
            r"\b(?:opciones|propuestas|ideas|escenarios?|rumores|afirmaciones|acusa\w+|alega\w+|mitos|bulos|"
            r"en (?:discusión|estudio|debate)|sobre la mesa|verdadero o falso)\b"
        ),
        tasks=(
            r"(?:marca|marque|marquen|decide|decida|indica|indique|elige|elija|di|diga|señala|señale|escoge|escoja)\b.*"
            r"\b(?:verdader[oa]s?|fals[oa]s?|correct[oa]s?|ciert[oa]s?)\b|(?:cuál|cuáles|qué) (?:de (?:estas|las)|"
            r"frases?|afirmaci\w+|respuestas?)\b.*|¿?verdadero o falso\b"
        ),
        taken_back=(
            r"(?:(?:es )?falso|mentira|no es (?:cierto|verdad|así)|no fue así)\s?[.!,]"
            r"|(?:la|el|las|los|esta|este|estas|estos|esa|ese) (?:afirmación|declaración|historia|información|"
            r"acusación|"
            r"noticia|artículo|carta|denuncia|versión|informe|rumor|afirmaciones|acusaciones|rumores)"
            r" (?:(?:ha|han|fue|fueron|es|son|era|eran|sido|desde|entonces|luego|después|ya|resultó|ser|"
            r"totalmente) ){1,5}"
            r"(?:retirad[oa]s?|desmentid[oa]s?|refutad[oa]s?|corregid[oa]s?|rectificad[oa]s?|fals[oa]s?|inventad[oa]s?|"
            r"negad[oa]s?|infundad[oa]s?|incorrect[oa]s?)\b"
            r"|(?:al menos,? |por lo menos,? )?(?:eso|esto|así) (?:es )?(?:al menos )?(?:lo que )?(?:lo )?(?:\w+ ){0,4}"
            r"(?:afirma|asegura|dice|sostiene|cree|cuenta|afirman|aseguran|dicen|sostienen)\b"
            r"|(?:al menos|por lo menos),? según\b"
            r"|(?:corrección|rectificación|fe de erratas|aclaración)\s?[:.–—-]+ "
            r"|(?:eso|esto) nunca (?:pasó|ocurrió|sucedió|ha (?:pasado|ocurrido|sucedido))\b"
            r"|(?:en realidad|la verdad es|lo contrario)\b"
            r"|(?:\w+ ){1,3}(?:lo )?(?:niega|negó|desmiente|desmintió|rechaza|rechazó)(?: (?:eso|esto|"
            r"es[ao]s? \w+))?\s?[.!]"
        ),
        all_taken_back=(
            r"nada de (?:eso|esto|ello) es\b|todo (?:eso|esto) es (?:\w+ ){0,2}(?:falso|mentira|inventado)\b"
        ),
        no_speakers=words(
            "nota foto fuente autor fecha lugar dirección precio conclusión contexto ingredientes resultado pregunta "
            "respuesta hecho hechos mito tiempo nacido ejemplo consejo"
        ),
    ),
    numbers=_NUMBERS,
    quantities=Quantities(
        dozens=words("docena docenas"),
        shares={
            "50": phrases("mitad"),
            "33.333": phrases("tercio|tercera parte"),
            "66.667": phrases("dos tercios|dos terceras partes"),
            "25": phrases("cuarto de|cuarta parte"),
            "75": phrases("tres cuartos|tres cuartas partes"),
            "20": phrases("quinta parte"),
            "10": phrases("décima parte"),
        },
        about=words("unos unas aproximadamente cerca"),
        almost=words("casi"),
        over=words("más"),
        minus=words("menos"),
        no_minus=phrases("al menos|lo menos|cuando menos|o menos"),
        range_words=words("a y"),
        money={
            "EUR": phrases("de euros"),
            "pound": phrases("libras esterlinas|de libras esterlinas"),
            "dollar": phrases("dólares|de dólares"),
            "USD": phrases("dólares estadounidenses|de dólares estadounidenses"),
        },
        percent=phrases("por ciento"),
        percentage_points=phrases("puntos porcentuales|punto porcentual"),
        units={
            "cent": phrases("céntimo|céntimos|centavo|centavos"),
            "day": phrases("días"),
            "week": phrases("semana|semanas"),
            "month": phrases("meses"),
            "year": phrases("año|años"),
            "hour": phrases("hora|horas"),
            "minute": phrases("minuto|minutos"),
            "second": phrases("segundos"),
            "km": phrases("kilómetro|kilómetros"),
            "metre": phrases("metro|metros"),
            "cm": phrases("centímetros"),
            "mm": phrases("milímetros"),
            "litre": phrases("litro|litros"),
            "celsius": phrases("grados celsius"),
        },
    ),
    prose=Prose(
        text_names=words("artículo texto pasaje relato autor autora entrevista"),
        titles=words("sra cía rvdo aprox"),
        abbreviations=words("sra srta"),
        before_names=words("D Dña Mons Profa"),
        abbreviations_before_number=words("núm págs? aprox"),
        part_headings=words("capítulo capitulo parte"),
        summary_headings=phrases("resumen|conclusiones"),
    ),
    vocabulary=Vocabulary(
        function_words=words("como del el ella esta este hay lo los las más muy para pero por porque su sus una y ya"),
        own_function_words=words("son sin fue han ser entre sobre"),
        light_words=words("es son ha han fue fueron era eran había"),
        bare_articles=words("el la los las un una"),
        linking_prepositions=words("de del"),
        conjunctions=words("y pero"),
        denial_terms=words("sin nunca"),
    ),
    cues=Cues(
        negation=cues(
            "no nunca jamás nada nadie ningún ninguna ninguno ni sin tampoco negó niega niegan desmintió desmiente "
            "rechazó rechaza"
        ),
        modality=cues(
            "puede pueden podrá podrán podría podrían debe deben deberá deberán debería deberían quizás quizá "
            "posible "
            "probable probablemente posiblemente supuestamente supuesto supuesta presuntamente presunto presunta "
            "aparentemente parece prevé prevén espera si habría habrían sería serían va van",
            "tal vez|a lo mejor",
        ),
        quantifier=cues(
            "todos todas todo toda cada mayoría minoría mitad muchos muchas algunos algunas pocos pocas varios "
            "varias "
            "ambos ambas numerosos numerosas solo sólo solamente únicamente exclusivamente parcialmente siempre "
            "frecuentemente raramente casi",
            "a menudo|a veces",
        ),
        attribution=cues(
            "según dijo dijeron dice afirma afirman afirmó declaró anunció indicó señaló explicó aseguró informó",
            "de acuerdo con",
        ),
        direction=cues(
            "subió bajó aumentó disminuyó creció cayó más menos antes después superior inferior ganó perdió "
            "aumento descenso compró vendió primero último mayor menor"
        ),
        bound=cues(
            "menos más casi unos unas alrededor aproximadamente cerca hasta máximo mínimo",
            "al menos|por lo menos|como máximo|como mínimo|más de|menos de|alrededor de|cerca de",
        ),
        condition=cues("si salvo cuando excepto", "siempre que|a menos que|con tal de que|en caso de"),
        no_cues=phrases("sin embargo|no obstante|sin duda|cada vez más|cada vez menos|más bien|ante todo|nada más"),
    ),
    antonyms=pairs(
        "abrió:cerró abierto:cerrado abierta:cerrada abre:cierra "
        "subió:bajó aumenta:disminuye aumentó:disminuyó aumento:descenso más:menos antes:después ganó:perdió "
        "creció:cayó compró:vendió superior:inferior mayor:menor máximo:mínimo primero:último primera:última "
        "victoria:derrota siempre:nunca norte:sur"
    ),
    turns=Turns(
        contrasts=(
            contrast(
                "unit",
                "segundo segundos|minuto minutos|hora horas|día días|semana semanas|mes "
                "meses|año años|década décadas|siglo siglos",
            ),
            contrast(
                "unit",
                "kilómetro kilómetros km|metro metros|milla millas|tonelada toneladas|"
                "kilo kilos kilogramos|hectárea hectáreas",
            ),
            contrast("unit", "mil miles|millón millones|billón billones"),
            contrast(
                "modality",
                "puede pueden podría podrían|va_a van_a|debe deben debería deberían|debía debían|"
                "es son era eran fue fueron ha han había habían",
            ),
            contrast("tense", "tiene tienen|tenía tenían|tendrá tendrán"),
            contrast(
                "tense",
                "es son está están ha han|era eran fue fueron estaba estaban había habían|será serán estará estarán",
            ),
            contrast("person", "él|ella"),
            contrast("person", "ellos|ellas"),
            contrast(
                "quantifier",
                "todos todas cada ambos ambas|la_mayoría|muchos muchas varios varias "
                "numerosos|algunos algunas|pocos pocas|"
                "ningún ninguno ninguna nadie nada",
            ),
            contrast("quantifier", "siempre|a_menudo generalmente|a_veces|raramente rara_vez|nunca jamás"),
            contrast(
                "bound",
                "más_de al_menos|menos_de como_máximo hasta|casi|exactamente|unos unas aproximadamente cerca_de",
            ),
            contrast("direction", "antes|después|durante"),
            contrast("direction", "primer primero primera|segundo segunda|último última|tercer tercero tercera"),
        ),
        reversals=phrases("al contrario|por el contrario|todo lo contrario"),
        conditions=phrases("si|siempre que|a menos que|a condición|salvo que|en caso de"),
        hedges=phrases(
            "quizás|quizá|tal vez|probablemente|posiblemente|supuestamente|"
            "presuntamente|aparentemente|casi|presunto|presunta|"
            "presuntos|parcialmente|al parecer"
        ),
        qualifiers=phrases("ex|antiguo|antigua|entonces|vice|adjunto|adjunta|futuro|futura|supuesto|supuesta"),
        limits=phrases("solo|sólo|solamente|únicamente|exclusivamente"),
        role_words=words("de del a al en por para con sin contra sobre bajo hacia entre desde hasta como según"),
        backshift=backshifts("es:era son:eran ha:había han:habían puede:podía"),
    ),
)
