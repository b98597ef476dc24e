"""What Spanish points back with: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, cues, phrases, words

ES_POINTERS = Pointers(
    counts=words(
        "uno una dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien algunos algunas "
        "varios varias muchos muchas ninguno ninguna todos todas pocos cada ambos ambas"
    ),
    spans=words(
        "año años mes meses semana semanas día días hora horas minutos década décadas siglo noche tarde mañana "
        "verano invierno otoño primavera temporada lunes martes miércoles jueves viernes sábado domingo"
    ),
    nouns=words(
        "empresa compañía firma banco entidad grupo club partido equipo agencia organización asociación "
        "fabricante "
        "aseguradora editorial hombre mujer niño niña pareja actor actriz cantante jugador jugadora autor autora "
        "escritor sospechoso víctima acusado buque barco película libro novela álbum canción fármaco medicamento "
        "vacuna aparato"
    ),
    verbs=words(
        "sobrevivió sobrevivieron murió llegaron "
        "vinieron "
        "es son era eran fue fueron está están estaba estaban ha han había habían será serán dijeron murieron quedaron"
    ),
    standing=phrases(
        "después de <any>|después del|antes de|antes del|desde entonces hasta|así como|en respuesta a|"
        "en respuesta al|a cambio de|en lugar de|el resto de|el resto del|la mitad de|la mayoría de|"
        "lo mismo que|el mismo <any> que|al mismo tiempo que|luego de|a pesar de|uno de los|una de las|"
        "todos los|todas las|lo que <any>"
    ),
    ordinals=words("segundo segunda tercero tercera tercer cuarto cuarta"),
    times=phrases(
        "el <span> siguiente|la <span> siguiente|al <span> siguiente|a la <span> siguiente|el <span> anterior|"
        "la <span> anterior|el <span> después|el mismo <span>|la misma <span>|ese mismo <span>|"
        "esa misma <span>|en ese <span>|en aquel <span>|aquel <span>|aquella <span>|ese <span>|esa <span>|"
        "entonces|luego|después|desde entonces|hasta entonces|para entonces|mientras tanto|al mismo tiempo|"
        "en ese momento|en aquel momento|por aquel entonces|en aquella época|más tarde|poco después|poco antes|"
        "antes|anteriormente|posteriormente|a continuación|después de eso|la víspera|un <span> después|"
        "una <span> después|<number> <span> después|<number> <span> antes|un <span> antes|una <span> antes"
    ),
    later=phrases(
        "<number> <span> más tarde|un <span> más tarde|una <span> más tarde|<number> <span> después|"
        "un <span> después|una <span> después|el <span> siguiente|la <span> siguiente|al <span> siguiente|"
        "a la <span> siguiente|<number> <span> antes|poco después|el mismo <span>|la misma <span>"
    ),
    places=cues("allí allá ahí", "en ese lugar|en el mismo lugar"),
    parts=phrases(
        "<number> <verb>|"
        "<number> de ellos|<number> de ellas|<number> de los dos|<number> de estos|<number> de estas|"
        "entre ellos|entre ellas|otros|otras|los otros|las otras|los demás|las demás|otro|otra|otro <any>|"
        "otra <any>|otros <any>|otras <any>|el otro|la otra|el otro <any>|la otra <any>|el resto|este último|"
        "esta última|estos últimos|estas últimas|los dos|las dos|los dos <any>|las dos <any>|ambos|ambas|"
        "los tres|las tres|todos ellos|cada uno|cada una|la mitad de ellos|la mitad de ellas|"
        "la mayoría de ellos|ni uno ni otro|una de ellas|<number> otros|aquel|aquella|aquellos|aquellas|"
        "todos <verb>|todas <verb>|ninguno <verb>|ninguna <verb>|algunos <verb>|algunas <verb>|varios <verb>|"
        "varias <verb>|muchos <verb>|muchas <verb>|uno <verb>|una <verb>|la mitad <verb>|la mayoría <verb>|"
        "el último <verb>|el primero <verb>|la primera <verb>|el <ordinal> <verb>|la <ordinal> <verb>|"
        "un <ordinal> <any>|una <ordinal> <any>|<number> más <verb>"
    ),
    clauses=phrases(
        "por eso|por ello|por esto|por lo tanto|por tanto|por consiguiente|en consecuencia|como resultado|"
        "como consecuencia|así|de ahí|de este modo|de esta manera|de esta forma|por esa razón|por esta razón|"
        "por este motivo|por ese motivo|debido a eso|debido a ello|gracias a ello|en ese caso|en este caso|"
        "en su lugar|en lugar de eso|lo mismo|lo contrario|lo mismo ocurrió|tampoco|al contrario|"
        "a la inversa|de lo contrario|si no|en respuesta|a cambio|para ello|a pesar de ello|a pesar de eso|"
        "pese a ello|pese a eso|tal|tales|tal <any>|un <any> así|lo cual|lo que|eso <verb>"
    ),
    ellipses=phrases(
        "no|sí|tampoco|también|no lo hizo|no lo hicieron|no lo hace|lo hizo|lo hizo también|también lo hizo|"
        "hizo lo mismo|hicieron lo mismo|en cambio no|tampoco lo hizo"
    ),
    references=phrases("este último|esta última|estos últimos|estas últimas"),
    definites=phrases("el <noun>|la <noun>|los <noun>|las <noun>"),
    additions=cues("también tampoco"),
    hanging=phrases(
        "también|ellos|ellas|ella|lo ha|la ha|lo han|la han|los ha|las ha|los han|las han|de ello|por ello|con ello"
    ),
    openers=words("que quien quienes cuyo donde si cuando porque como aunque mientras dijo"),
)
