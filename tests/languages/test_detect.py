"""Tests of the language guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.languages.detect import guess_language
from summarizer.languages.registry import languages

SAMPLES = {
    "en": "The council said on Monday that the new bridge would not be open before the end of the year.",
    "de": "Der Rat teilte am Montag mit, dass die neue Brücke nicht vor dem Ende des Jahres für den Verkehr offen ist.",
    "fr": "Le conseil a dit lundi que le nouveau pont ne sera pas ouvert avant la fin de l'année pour les voitures.",
    "es": "El consejo dijo el lunes que el nuevo puente no estará abierto antes del final del año para los coches.",
    "it": "Il consiglio ha detto lunedì che il nuovo ponte non sarà aperto prima della fine dell'anno per le auto.",
    "pt": "O conselho disse na segunda-feira que a nova ponte não estará aberta antes do fim do ano para os carros.",
    "nl": "De raad zei op maandag dat de nieuwe brug niet voor het einde van het jaar open zal zijn voor auto's.",
    "sv": "Rådet sade på måndagen att den nya bron inte kommer att vara öppen för bilar innan året är slut.",
    "pl": "Rada powiedziała w poniedziałek, że nowy most nie będzie otwarty do końca roku, a to jest dla niej ważne.",
    "tr": "Konsey pazartesi günü yeni köprünün bu yıl için açık olmadığını ve bir yıl daha gerektiğini söyledi.",
    "ru": "Совет сказал в понедельник, что новый мост не будет открыт до конца года.",
    "uk": "Рада сказала в понеділок, що новий міст не буде відкритий до кінця року, і це його не здивувало.",
    "el": "Το συμβούλιο είπε τη Δευτέρα ότι η νέα γέφυρα δεν θα ανοίξει.",
    "zh": "市议会周一表示，新桥在年底之前不会开放。",
    "ja": "市議会は月曜日、新しい橋は年末まで開通しないと述べた。",
    "ko": "시의회는 월요일에 새 다리가 연말 전에 열리지 않을 것이라고 말했다.",
    "ar": "قال المجلس يوم الاثنين إن الجسر الجديد لن يفتح قبل نهاية العام.",
    "fa": "شورا روز دوشنبه گفت که این پل جدید را تا پایان سال برای خودروها باز نمی کند و از آن می گذرد.",
    "he": "המועצה אמרה ביום שני שהגשר החדש לא ייפתח לפני סוף השנה.",
    "hi": "परिषद ने सोमवार को कहा कि नया पुल साल के अंत से पहले नहीं खुलेगा।",
    "th": "สภากล่าวเมื่อวันจันทร์ว่าสะพานใหม่จะไม่เปิด",
}


@pytest.mark.parametrize(("code", "text"), SAMPLES.items())
def test_one_sentence_is_enough(code: str, text: str) -> None:
    """A single sentence of ordinary prose shows its language."""
    assert guess_language(text) == code


@pytest.mark.parametrize("text", ["", "12345 67 89", "😀 😀", "qwrt zxcv plmk hgfd", "a" * 1000])
def test_unknown(text: str) -> None:
    """What shows no language gives none."""
    assert guess_language(text) == ""


def test_every_language_that_has_a_script_or_words_can_be_told() -> None:
    """The records are all that is read: each has a script that a letter may have, or words."""
    for language in languages():
        assert language.detection or language.script != "latin", language.code


def test_the_first_language_of_a_script_is_meant_where_no_words_tell() -> None:
    """As Russian is of Cyrillic and Chinese of Han."""
    assert guess_language("Москва Париж Лондон") == "ru"
    assert guess_language("北京上海") == "zh"
    assert guess_language("თბილისი") == "ka"


def test_the_body_decides_and_not_the_preface() -> None:
    """An English preface before a long German text does not make it English."""
    assert guess_language(SAMPLES["en"] * 20 + " " + SAMPLES["de"] * 300) == "de"


@given(text=st.text(max_size=200))
def test_always_an_answer(text: str) -> None:
    """Any text gives two letters or none, the same each time."""
    code = guess_language(text)
    assert code == guess_language(text)
    assert len(code) in {0, 2}
