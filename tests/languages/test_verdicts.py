"""What the rules make of claims in German, French, Spanish and Chinese: by the records, through the public door."""

from __future__ import annotations

import pytest

import summarizer

GERMAN = (
    "Mindestens 5 Menschen starben bei dem Unfall am 12. März 2024. Die Firma verlor 30 Mio. Euro. Aber der Preis "
    "stieg um 5 Prozent. Der Zug kommt nie pünktlich. Falls der Rat das Gesetz annimmt, steigt die Steuer. Das "
    "Projekt kostet bis zu 12 Millionen Euro. Der Rat traf sich am Montag. Einunddreißig Häuser brannten. Der "
    "Bürgermeister trat zurück. Das ist falsch."
)
FRENCH = (
    "Au moins 5 personnes sont mortes dans l'accident du 12 mars 2024. La société a perdu 30 millions d'euros. "
    "Mais le prix a augmenté de 5 %. Le train n'arrive jamais à l'heure. Quatre-vingt-dix soldats ont été "
    "blessés. Le projet coûte jusqu'à 12 millions d'euros. Il est sans doute parti. Tous les deux sont partis. Le "
    "maire démissionne. C'est faux."
)
SPANISH = (
    "Al menos 5 personas murieron en el accidente del 12 de marzo de 2024. La empresa perdió 30 millones de "
    "euros. Sin embargo, el precio subió un 5 %. El tren nunca llega a tiempo. Treinta y una casas ardieron. El "
    "proyecto cuesta hasta 12 millones de euros. Tal vez gane el equipo local. El alcalde renuncia. Eso no es "
    "cierto."
)
CHINESE = (
    "至少5人在2024年3月12日的事故中死亡。但价格上涨了5%。火车从不准时。三十一间房屋被烧毁。这条河长12公里。"
    "比赛中无人受伤。所有学生都参加了会议。习近平主席访问莫斯科。市长辞职了。这是谣言。"
)
SAME = [
    (GERMAN, "Mindestens fünf Menschen starben bei dem Unfall am 12. März 2024."),
    (GERMAN, "Die Firma verlor 30 Millionen Euro."),
    (GERMAN, "Der Preis stieg um 5 %."),
    (GERMAN, "31 Häuser brannten."),
    (FRENCH, "Au moins cinq personnes sont mortes dans l'accident du 12 mars 2024."),
    (FRENCH, "Le prix a augmenté de 5 pour cent."),
    (FRENCH, "90 soldats ont été blessés."),
    (SPANISH, "Al menos cinco personas murieron en el accidente del 12 de marzo de 2024."),
    (SPANISH, "El precio subió un 5 por ciento."),
    (SPANISH, "31 casas ardieron."),
    (CHINESE, "价格上涨了5%。"),
    (CHINESE, "31间房屋被烧毁。"),
    (CHINESE, "这条河长12千米。"),
]
OTHER = [
    (GERMAN, "Höchstens 5 Menschen starben bei dem Unfall am 12. März 2024."),
    (GERMAN, "5 Menschen starben bei dem Unfall am 12. März 2024."),
    (GERMAN, "Der Preis sank um 5 Prozent."),
    (GERMAN, "Der Preis stieg um 5 Prozentpunkte."),
    (GERMAN, "Der Zug kommt pünktlich."),
    (GERMAN, "Die Steuer steigt."),
    (GERMAN, "Das Projekt kostet 12 Millionen Euro."),
    (GERMAN, "Der Rat traf sich am Dienstag."),
    (GERMAN, "Der Bürgermeister trat zurück."),
    (FRENCH, "Moins 5 personnes sont mortes dans l'accident du 12 mars 2024."),
    (FRENCH, "Au plus 5 personnes sont mortes dans l'accident du 12 mars 2024."),
    (FRENCH, "Le prix a diminué de 5 %."),
    (FRENCH, "Le train arrive à l'heure."),
    (FRENCH, "Quatre-vingt soldats ont été blessés."),
    (FRENCH, "Le projet coûte 12 millions d'euros."),
    (FRENCH, "Il est parti."),
    (FRENCH, "Tous les trois sont partis."),
    (FRENCH, "Le maire démissionne."),
    (SPANISH, "5 personas murieron en el accidente del 12 de marzo de 2024."),
    (SPANISH, "El precio bajó un 5 %."),
    (SPANISH, "El tren siempre llega a tiempo."),
    (SPANISH, "Treinta casas ardieron."),
    (SPANISH, "Gane el equipo local."),
    (SPANISH, "El alcalde renuncia."),
    (CHINESE, "最多5人在2024年3月12日的事故中死亡。"),
    (CHINESE, "价格下跌了5%。"),
    (CHINESE, "火车准时。"),
    (CHINESE, "这条河长12米。"),
    (CHINESE, "比赛中有人受伤。"),
    (CHINESE, "部分学生参加了会议。"),
    (CHINESE, "习近平主席没有访问莫斯科。"),
    (CHINESE, "市长辞职了。"),
]


@pytest.mark.parametrize(("source", "claim"), SAME)
def test_the_same_said_otherwise_is_supported(source: str, claim: str) -> None:
    """Numbers, units and percent by value, and what only ties a sentence to the one before left out."""
    (verified,) = summarizer.verify([claim], source, model=None)
    assert verified.verdict == "supported"


@pytest.mark.parametrize(("source", "claim"), OTHER)
def test_what_says_another_thing_is_never_supported(source: str, claim: str) -> None:
    """Another number, date or unit, an opposite, a negation or hedge left out, and what the text takes back."""
    (verified,) = summarizer.verify([claim], source, model=None)
    assert verified.verdict != "supported"
