"""Portuguese, as far as the library knows it: `PT` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from typing import Final

from summarizer.languages.number_words import NumberWords, any_word, either, first_letters
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
from summarizer.languages.records.page_words.mail import PT_MAIL
from summarizer.languages.records.page_words.pt import PT_PAGE_WORDS
from summarizer.languages.records.pointers.pt import PT_POINTERS
from summarizer.languages.turns import Turns, contrast

_UNITS: Final = "um uma dois duas três quatro cinco seis sete oito nove"
_TEENS: Final = (
    "dez onze doze treze catorze quatorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove"
)
_TENS: Final = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_HUNDREDS: Final = (
    "cento duzentos duzentas trezentos trezentas quatrocentos quatrocentas quinhentos quinhentas seiscentos "
    "seiscentas setecentos setecentas oitocentos oitocentas novecentos novecentas"
)
_BELOW_100: Final = f"(?:{any_word(_UNITS, _TEENS)}|{either(_TENS)}(?: e {either(_UNITS)})?)"
_BELOW_1000: Final = f"(?:cem|{either(_HUNDREDS)}(?: e {_BELOW_100})?|{_BELOW_100})"
_NUMBERS: Final = NumberWords(
    begins=first_letters("zero cem mil", _UNITS, _TEENS, _TENS, _HUNDREDS),
    word=any_word("zero cem mil", _UNITS, _TEENS, _TENS, _HUNDREDS),
    below_million=f"(?:{_BELOW_1000} )?mil(?:(?: e)? {_BELOW_1000})?|{_BELOW_1000}|zero",
    thousand="mil",
    # "Bilhão" is Brazilian and a thousand millions, "bilião" Portuguese and a million millions.
    scales={"milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9, "trilhão": 12, "trilhões": 12}
    | {"bilião": 12, "biliões": 12},
    scale_link="de",
    half="mei[oa]",
    conjunction="e",
    articles=words("um uma"),
    never_alone=words("cento"),  # "por cento"
    between=words("entre"),
    going_on=r"terços?|quart[oa]s?|quint[oa]s?|sext[oa]s?|sétim[oa]s?|oitav[oa]s?|non[oa]s?|décim[oa]s?"
    r"|centésim[oa]s?|milésim[oa]s?|avos|dúzias?|(?:de|vin|trin|cen)\w*enas?|milhar(?:es)?",
    going_on_joined="mei[oa]|quarto|tant[oa]s|poucos|picos?",
    decimal="vírgula|ponto",
    commas=True,
    conjunction_behind_scale=True,
)

PT = Language(
    code="pt",
    names=("portuguese", "português", "portugiesisch", "portugais", "portugués", "portoghese", "portugees", "葡萄牙语"),
    known=False,
    detection=words(
        "o a os as de e que em um uma do da dos das para com não por no na se é ao mais como mas foi ele à sua "
        "seu pelo são nos já também"
    ),
    calendar=Calendar(
        hour_marks=words("h"),
        dotted_dates=True,
        day_links=words("de"),
        days={"primeiro": 1},
        year_links=words("de"),
        months=spellings(
            "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|"
            "outubro out|novembro nov|dezembro dez"
        ),
        weekdays=spellings("segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo"),
        near_days=words("ontem anteontem hoje amanhã véspera seguinte anterior"),
    ),
    anaphora=Anaphora(
        persons=words("ele ela eles elas dele dela deles delas"),
        demonstratives=words("este esta estes estas esse essa esses essas aquele aquela aqueles aquelas"),
        first_pronouns=words("seu sua seus suas isso isto aquilo"),
        times=words("ano semana mês noite manhã verão inverno outono primavera trimestre"),
        articles=words("os uma"),
        before_places=words("em no na"),
        place_prepositions=words("em no na de"),
        own_name=phrases("chamo-me|me chamo|meu nome é|chamem-me"),
    ),
    pointers=PT_POINTERS,
    page_words=PT_PAGE_WORDS,
    mail_words=PT_MAIL,
    discourse=Discourse(
        that_words=words("que"),
        denying=words("falso falsa falsos falsas boato boatos mito mitos mentira mentiras desmentiu desmente negou"),
        following_words=words("seguinte seguintes"),
        taken_back=(
            r"(?:(?:isso|isto|tudo isso|tudo isto) )?(?:não é verdade|não era verdade|é falso|era falso|é mentira|"
            r"não é assim)\b(?! que\b)"
        ),
        supposed=r"(?:suponhamos|imaginemos|imagine|suponha)\b",
    ),
    unasserted=Unasserted(
        topics=(
            r"(?:(?:as|a|os|o|outras|outros|principais|falsas|falsos|comuns|velhos|novos) ){0,3}"
            r"(?:afirmaç(?:ão|ões)|alegaç(?:ão|ões)|acusaç(?:ão|ões)|mitos?|boatos?|rumor(?:es)?|lendas?|desinformação|"
            r"notícias? falsas?|mentiras?|teorias? da conspiração|ficção|especulações|cenários?|hipóteses?|enredo|"
            r"sinopse|trama|sátira|verdadeiro ou falso)(?: \d{1,2})?"
            r"(?: (?:sobre|contra|de|do|da|que|em|e|comuns|frequentes|populares)\b.{0,60})?"
            r"|o que (?:se |foi |é |era |está a ser )?(?:afirma|afirmado|dito|diz|alega|alegado|alegava)\b.{0,20}"
            r"|(?:as )?(?:opções|propostas)(?: (?:em|sobre|a) .{1,40})?"
        ),
        suppositions=r"(?:se|e se|o que acontece se|caso|suponhamos|imaginemos)\b.*",
        settled=(
            r"(?:o nosso |nosso |o |a |os )?(?:veredicto|veredito|factos|fatos|verdade|realidade|conclusão|"
            r"avaliação)"
        ),
        lead_ins=(
            r"(?:isto|isso|assim|eis)\b.*\b(?:diz|conta|afirma|relata|descreve|carta|acusação|vê|escreve)\b.*"
            r"|.*\b(?:conta|relata|descreve|afirma|diz|disse|declarou|escreve|expõe)\b.*\b(?:assim|isto|isso|"
            r"o seguinte|"
            r"como se segue|desta (?:forma|maneira)|nestes termos)"
            r"|(?:o|a|um|uma) (?:\w+ ){0,3}(?:carta|queixa|denúncia|mensagem|boato|lenda|artigo|acusação)(?: \w+)? "
            r"(?:diz|afirma|conta)(?: (?:isto|isso|assim))?"
            r"|(?:o|a|um|uma) (?:romance|filme|peça|conto|história|série|ópera) (?:conta|trata|começa|narra|"
            r"descreve)\b.*"
        ),
        own_lead_ins=r"\b(?:eis porquê|por (?:estas|várias) razões|razões|motivos|porque|por exemplo|incluem?)\b",
        doubting=(
            r"\b(?:opções|propostas|ideias|cenários?|boatos|rumores|afirmações|alega\w+|acusa\w+|mitos|em discussão|"
            r"em estudo|em cima da mesa|verdadeiro ou falso)\b"
        ),
        tasks=(
            r"(?:marque|marca|assinale|assinala|indique|indica|escolha|escolhe|decida|decide|diga|diz)\b.*"
            r"\b(?:verdadeir[oa]s?|fals[oa]s?|corret[oa]s?|cert[oa]s?)\b|(?:qual|quais) (?:destas|dessas|das|frases?|"
            r"afirmaç\w+|respostas?)\b.*|verdadeiro ou falso\b"
        ),
        taken_back=(
            r"(?:falso|mentira|não é verdade|não é bem assim)\s?[.!,]"
            r"|(?:a|o|as|os|esta|este|essa|esse|estas|estes) (?:afirmação|declaração|história|notícia|acusação|"
            r"alegação|"
            r"artigo|carta|versão|boato|afirmações|acusações|alegações|boatos) (?:(?:foi|foram|é|são|era|eram|já|"
            r"entretanto|"
            r"desde|então|depois|sido|tem|mais|tarde|revelou-se|totalmente) ){1,5}(?:retirad[oa]s?|retratad[oa]s?|"
            r"desmentid[oa]s?|refutad[oa]s?|corrigid[oa]s?|fals[oa]s?|inventad[oa]s?|negad[oa]s?|infundad[oa]s?)\b"
            r"|(?:pelo menos,? |ao menos,? )?(?:isso|isto|assim|é) (?:é )?(?:pelo menos )?(?:o que )?(?:\w+ ){0,4}"
            r"(?:afirma|alega|diz|sustenta|acredita|conta|afirmam|alegam|dizem)\b"
            r"|(?:pelo|ao) menos,? segundo\b|(?:correção|retificação|errata|esclarecimento)\s?[:.–—-]+ "
            r"|(?:isso|isto) nunca (?:aconteceu|ocorreu)\b"
            r"|(?:na realidade|a verdade é|é o contrário)\b"
            r"|(?:\w+ ){1,3}(?:nega|negou|desmente|desmentiu)(?: (?:isso|isto|ess[ea]s? \w+|a alegação))?\s?[.!]"
        ),
        all_taken_back=r"nada disso é\b|nada disto é\b|tudo (?:isso|isto) é (?:\w+ ){0,2}(?:falso|mentira|inventado)\b",
        no_speakers=words(
            "nota foto fonte autor data local endereço preço ingredientes resultado pergunta resposta mito"
        ),
    ),
    numbers=_NUMBERS,
    quantities=Quantities(
        dozens=words("dúzia dúzias"),
        about=words("cerca aproximadamente"),
        almost=words("quase"),
        over=words("mais"),
        shares={
            "50": phrases("metade"),
            "33.333": phrases("terço"),
            "66.667": phrases("dois terços"),
            "25": phrases("quarto"),
            "75": phrases("três quartos"),
            "20": phrases("quinto"),
            "10": phrases("décimo"),
        },
        minus=words("menos"),
        no_minus=phrases("pelo menos|ao menos|ou menos"),
        money={
            "EUR": phrases("de euros"),
            "dollar": phrases("dólares|de dólares"),
            "BRL": phrases("reais|de reais"),
            "pound": phrases("libras esterlinas|de libras esterlinas"),
        },
        percent=phrases("por cento"),
        units={
            "cent": phrases("cêntimo|cêntimos"),
            "day": phrases("dias"),
            "month": phrases("mês"),
            "year": phrases("anos"),
            "km": phrases("quilômetro|quilômetros|quilómetro|quilómetros"),
            "metre": phrases("metros"),
            "mile": phrases("milhas"),
            "kg": phrases("quilogramas|quilos"),
            "tonne": phrases("toneladas"),
            "mwh": phrases("megawatts-hora|megawatt-hora"),
            "hectare": phrases("hectares"),
            "litre": phrases("litros"),
        },
    ),
    prose=Prose(
        text_names=words("artigo texto trecho autor entrevista"),
        before_names=words("Av"),
        abbreviations_before_number=words("n pág"),
    ),
    vocabulary=Vocabulary(
        function_words=words("ao com dos foi mais na não nas nos os pela pelo são seu sua um uma"),
        linking_prepositions=words("da do das dos"),
    ),
    turns=Turns(
        contrasts=(
            contrast(
                "unit",
                "segundo segundos|minuto minutos|hora horas|dia dias|semana semanas|mês meses|ano anos|século séculos",
            ),
            contrast(
                "modality",
                "pode podem poderia poderiam|deve devem deveria deveriam|é são era eram foi foram tem têm tinha tinham",
            ),
            contrast("tense", "é são tem têm|era eram foi foram tinha tinham|será serão terá terão"),
            contrast(
                "quantifier",
                "todos todas cada ambos ambas|muitos muitas vários várias|alguns algumas|"
                "poucos poucas|nenhum nenhuma ninguém",
            ),
            contrast("bound", "mais_de pelo_menos|menos_de até|quase|exatamente|cerca_de aproximadamente"),
            contrast("direction", "antes|depois|durante"),
        ),
        reversals=phrases("ao contrário|pelo contrário"),
        conditions=phrases("se|desde que|a menos que|caso|contanto que"),
        hedges=phrases(
            "talvez|provavelmente|possivelmente|supostamente|alegadamente|aparentemente|quase|suposto|suposta"
        ),
        qualifiers=phrases("ex|antigo|antiga|então|vice|futuro|futura"),
        limits=phrases("só|somente|apenas|exclusivamente"),
        role_words=words("de do da dos das a ao à em no na por para com sem contra sobre entre desde até"),
    ),
)
