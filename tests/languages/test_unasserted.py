"""Every language says in its own words that a text does not assert what stands in it."""

from __future__ import annotations

import re

import pytest

from summarizer.document.document import Document
from summarizer.languages.record import Language
from summarizer.languages.registry import languages
from summarizer.languages.unasserted import Unasserted
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules, Ruling

STATEMENTS = {
    "en": "The ferry sank with all of its cars near Lund.",
    "de": "Die Fähre sank mit allen ihren Autos bei Lund.",
    "fr": "Le ferry a coulé avec toutes ses voitures près de Lund.",
    "es": "El ferri se hundió con todos sus coches cerca de Lund.",
    "it": "Il traghetto è affondato con tutte le sue auto vicino a Lund.",
    "pt": "O ferry afundou com todos os seus carros perto de Lund.",
    "nl": "De veerboot zonk met al haar auto's bij Lund.",
    "zh": "渡轮连同所有车辆在隆德附近沉没。",
}
# By language, texts that hold its statement at "{}" and do not say it.
NOT_SAID = {
    "en": [
        "What was claimed\n\n{}\n\nOur verdict\n\nFalse. It closed two.",
        "Claim: the bank left.\n{}\n\nVerdict: False.",
        "Options under discussion:\n- {}\n- The bank has sold them.",
        "Mark each sentence as true or false.\n\n1. {}\n2. It has sold them.",
        "Smith: We are done here.\n{}\nJones: That is a lie.",
        "# News\n\n## Allegations\n\n{}",
        "# News\n\n## Misinformation going round\n\n{}",
        "# News\n\n## Common myths\n\n{} It is old.",
        "# News\n\n## If the plan fails\n\n{}",
        "# News\n\n## Scenario 2\n\n{}",
        "# The lost ferry\n\n## Plot\n\n{}",
        "This is what the fake letter says. {}",
        "The indictment tells it this way. {}",
        "{} Not true.",
        "{} The claim has since been retracted.",
        "{} At least, that is what Smith claims.",
        "{} Correction: it has closed only two.",
        "{} Smith denies this.",
        "{} None of this is true.",
        "Prosecutors allege the following. {}",
        "The film tells of a bank. {}",
        "Which of these statements is true?\n\n- {}\n- It rained.",
        "The leaflet goes like this: \n\n{}",
        "{} That was wrong.",
        "{} This turned out to be a hoax.",
        "{} So says Smith.",
        "The board is discussing these proposals:\n\n* {}\n* It rained.",
        "Rumours\n\n{} It is old and small.\n\nFacts\n\nIt closed two branches in May.",
        "Q: What happened?\nA: It was bad.\n{}\nQ: Why?\nA: I do not know.",
        "INTERVIEWER: What happened?\n\nSMITH: It was bad.\n\n{}\n\nINTERVIEWER: Why?",
        '"We are done. {}\n\n"We lost," said Smith.',
        "> {}\n\nSmith wrote that.",
        "In the novel, a bank fails. {}",
        "Here is the story as Smith tells it. {}",
        "{} The report was later withdrawn.",
        "{} Police say this is untrue.",
        "{} That is not what happened.",
        "{} There is no evidence for this.",
        "{} The story is made up.",
    ],
    "de": [
        "Was behauptet wurde\n\n{}\n\nUnser Urteil\n\nFalsch. Es waren zwei.",
        "Zur Diskussion stehende Optionen:\n- {}\n- Sie hat sie verkauft.",
        "Kreuze an, welche Sätze richtig sind.\n\n1. {}\n2. Es regnet.",
        "Schmidt: Wir sind hier fertig.\n{}\nJansen: Das ist gelogen.",
        "# Nachrichten\n\n## Vorwürfe\n\n{}",
        "# Nachrichten\n\n## Gerüchte\n\n{}",
        "# Nachrichten\n\n## Falls der Plan scheitert\n\n{}",
        "Das steht in dem gefälschten Brief. {}",
        "Die Anklage schildert es so. {}",
        "{} Das stimmt nicht.",
        "{} Nicht wahr.",
        "{} Die Behauptung wurde inzwischen zurückgezogen.",
        "{} Das behauptet jedenfalls Schmidt.",
        "{} Korrektur: Es waren nur zwei.",
        "# Film\n\n## Handlung\n\n{}",
        "# N\n\n## Verbreitete Falschmeldungen\n\n{}",
        "{} So jedenfalls behauptet es Schmidt.",
    ],
    "fr": [
        "Ce qui a été affirmé\n\n{}\n\nNotre verdict\n\nFaux. Elle en a fermé deux.",
        "Options à l'étude :\n- {}\n- Elle les a vendues.",
        "Dites si chaque phrase est vraie ou fausse.\n\n1. {}\n2. Il pleut.",
        "Martin : Nous avons fini.\n{}\nDurand : C'est un mensonge.",
        "# Nouvelles\n\n## Allégations\n\n{}",
        "# Nouvelles\n\n## Rumeurs\n\n{}",
        "# Nouvelles\n\n## Si le plan échoue\n\n{}",
        "Voici ce que dit la fausse lettre. {}",
        "L'acte d'accusation le raconte ainsi. {}",
        "{} C'est faux.",
        "{} Faux.",
        "{} L'affirmation a depuis été retirée.",
        "{} C'est du moins ce qu'affirme Martin.",
        "{} Rectificatif : elle n'en a fermé que deux.",
    ],
    "es": [
        "Lo que se afirmó\n\n{}\n\nNuestro veredicto\n\nFalso. Cerró dos.",
        "Opciones en discusión:\n- {}\n- Las ha vendido.",
        "Marque si cada frase es verdadera o falsa.\n\n1. {}\n2. Llueve.",
        "Gómez: Hemos terminado aquí.\n{}\nPérez: Eso es mentira.",
        "# Noticias\n\n## Acusaciones\n\n{}",
        "# Noticias\n\n## Rumores\n\n{}",
        "# Noticias\n\n## Si el plan fracasa\n\n{}",
        "Esto es lo que dice la carta falsa. {}",
        "La acusación lo cuenta así. {}",
        "{} No es cierto.",
        "{} Falso.",
        "{} La afirmación ha sido retirada desde entonces.",
        "{} Al menos, eso es lo que afirma Gómez.",
        "{} Corrección: solo cerró dos.",
    ],
    "it": [
        "Che cosa è stato affermato\n\n{}\n\nIl nostro verdetto\n\nFalso. Ne ha chiuse due.",
        "Opzioni in discussione:\n- {}\n- Le ha vendute.",
        "Indica se ogni frase è vera o falsa.\n\n1. {}\n2. Piove.",
        "Rossi: Abbiamo finito qui.\n{}\nBianchi: È una bugia.",
        "# Notizie\n\n## Accuse\n\n{}",
        "# Notizie\n\n## Voci\n\n{}",
        "# Notizie\n\n## Se il piano fallisce\n\n{}",
        "Ecco che cosa dice la lettera falsa. {}",
        "L'accusa la racconta così. {}",
        "{} Non è vero.",
        "{} L'affermazione è stata poi ritirata.",
        "{} Almeno, questo è quanto afferma Rossi.",
        "{} Rettifica: ne ha chiuse solo due.",
    ],
    "pt": [
        "O que foi afirmado\n\n{}\n\nO nosso veredicto\n\nFalso. Fechou duas.",
        "Opções em discussão:\n- {}\n- Vendeu-as.",
        "Indique se cada frase é verdadeira ou falsa.\n\n1. {}\n2. Chove.",
        "Silva: Já acabámos aqui.\n{}\nCosta: Isso é mentira.",
        "# Notícias\n\n## Acusações\n\n{}",
        "# Notícias\n\n## Boatos\n\n{}",
        "# Notícias\n\n## Se o plano falhar\n\n{}",
        "Isto é o que diz a carta falsa. {}",
        "A acusação conta isto assim. {}",
        "{} Não é verdade.",
        "{} A afirmação foi entretanto retirada.",
        "{} Pelo menos, é o que afirma Silva.",
        "{} Correção: fechou só duas.",
    ],
    "nl": [
        "Wat er werd beweerd\n\n{}\n\nOns oordeel\n\nOnwaar. Ze sloot er twee.",
        "Opties ter discussie:\n- {}\n- Ze heeft ze verkocht.",
        "Geef aan of elke zin waar of niet waar is.\n\n1. {}\n2. Het regent.",
        "Jansen: We zijn hier klaar.\n{}\nDe Vries: Dat is gelogen.",
        "# Nieuws\n\n## Beschuldigingen\n\n{}",
        "# Nieuws\n\n## Geruchten\n\n{}",
        "# Nieuws\n\n## Als het plan mislukt\n\n{}",
        "Dit is wat de valse brief zegt. {}",
        "De aanklacht vertelt het zo. {}",
        "{} Niet waar.",
        "{} De bewering is inmiddels ingetrokken.",
        "{} Dat is althans wat Jansen beweert.",
        "{} Rectificatie: het waren er maar twee.",
    ],
    "zh": [
        "网传说法\n\n{}\n\n核查结果\n\n假的。它只关闭了两家。",
        "讨论中的方案：\n- {}\n- 它已出售。",
        "请判断下列句子的对错。\n\n1. {}\n2. 下雨了。",
        "王明：我们谈完了。\n{}\n李华：这是谎言。",
        "# 新闻\n\n## 指控\n\n{}",
        "# 新闻\n\n## 谣言\n\n{}",
        "# 新闻\n\n## 如果计划失败\n\n{}",
        "这就是那封假信的内容。{}",
        "起诉书是这样说的。{}",
        "{}这不是真的。",
        "{}不是真的。",
        "{}该说法现已被撤回。",
        "{}至少王明是这么说的。",
        "{}更正：它只关闭了两家。",
    ],
}
# Texts that do say it, for all that stands around it.
SAID = {
    "en": [
        "# News\n\n## Background\n\n{}",
        "# News\n\n## Analysis\n\n{}",
        "I believe X could be a good investment, and here is why:\n- {}\n- It costs $5.",
        "July 1960:\n{}",
        "# Claims against banks rise by a tenth\n\n{}",
        "{} The bank was founded in 1900. It makes cars.",
        "Smith said so. {} Correct.",
        "{} That is the largest number so far.",
        "# Insurance\n\n## Claims process\n\n{}",
        "He said it was bad. {}",
        "{} The report was published on Monday.",
        "{} Critics say the plan is wrong.",
        "Note: We are closed.\n{}",
        "Attendance: 24,765.\nReferee: J. Moss.\n{}",
        "{} “It is sad,” he said.",
        "{} Police said the claim was being investigated.",
        "# The bank\n\n{}\n\n## Options\n\nIt rained.",
    ],
    "de": [
        "# Bank\n\n## Hintergrund\n\n{}",
        "{} Das ist der grösste Wert bisher.",
        "Das Institut schreibt rote Zahlen. {}",
        "{} So viele waren es noch nie.",
    ],
    "fr": [
        "# Banque\n\n## Contexte\n\n{}",
        "{} C'est le plus grand nombre.",
    ],
    "es": [
        "{} Es el mayor número.",
        "# Banco\n\n## Contexto\n\n{}",
    ],
    "it": [
        "{} È il numero più alto.",
    ],
    "pt": [
        "{} É o maior número.",
    ],
    "nl": [
        "{} Dat is het grootste aantal.",
    ],
    "zh": [
        "{}这是最大的数字。",
        "# 新闻\n\n## 背景\n\n{}",
    ],
}


def _ruling(text: str, language: str) -> Ruling:
    statement = STATEMENTS[language]
    document = Document.of(text.replace("{}", statement), language=language)
    return Rules.of(Index.of(document)).rule_on(statement)


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in NOT_SAID.items() for text in texts])
def test_what_is_not_asserted_is_open(language: str, text: str) -> None:
    """It is neither supported nor refused, and the reason says that the words stand there and what bears on them."""
    ruling = _ruling(text, language)
    assert ruling.verdict == "unchecked"
    assert ruling.reason.startswith("the source ")
    source = " ".join(text.replace("{}", STATEMENTS[language]).split())
    shown = re.findall("“([^”]*)”", ruling.reason)
    assert shown
    assert all(words in source for words in shown)


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in SAID.items() for text in texts])
def test_what_is_asserted_is_supported(language: str, text: str) -> None:
    """Ordinary headings, labels, lead-ins and sentences behind it change nothing."""
    assert _ruling(text, language).verdict == "supported"


@pytest.mark.parametrize("language", [one for one in languages() if one.code in STATEMENTS], ids=lambda one: one.code)
def test_a_language_has_every_field(language: Language) -> None:
    """None of the expressions is forgotten, and each is legal and matches no empty text."""
    group = language.unasserted
    for field in Unasserted.__dataclass_fields__:
        value = getattr(group, field)
        assert value, field
        assert isinstance(value, frozenset) or re.compile(value).match("") is None
