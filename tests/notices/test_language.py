"""Another language than asked for is always told, and the same one never."""

from __future__ import annotations

import pytest

from summarizer.notices.language import ShownPart, code_in, language_notices

ENGLISH = "The council closed the old bridge on Monday, because engineers had found cracks in two of its piers."
GERMAN = "Der Rat hat die alte Brücke am Montag gesperrt, weil Ingenieure Risse in zwei ihrer Pfeiler gefunden haben."
SPANISH = "El consejo cerró el puente viejo el lunes, porque los ingenieros habían encontrado grietas en sus pilares."
RUSSIAN = "Совет закрыл старый мост в понедельник, потому что инженеры нашли трещины в двух его опорах."


def shown(facts: str, summary: str, *, why: str = "", advice: str = "") -> tuple[ShownPart, ShownPart]:
    """What a result shows; `why` is why its summary is in the article's own words."""
    return ShownPart(name="the key facts", verb="are", text=facts), ShownPart(
        name="the summary", verb="is", text=summary, why=why, advice=advice
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("German", "de"),
        ("deutsch", "de"),
        ("de", "de"),
        ("pt-BR", "pt"),
        ("Brazilian Portuguese", "pt"),
        ("español de México", "es"),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_the_code_of_a_language_as_people_say_it(name: str, code: str) -> None:
    """A name, a code, and a name with a country in it."""
    assert code_in(name) == code


@pytest.mark.parametrize("asked", ["German", "de", "Swiss German"])
def test_a_language_that_was_kept_is_no_news(asked: str) -> None:
    """German was asked for, and all is in German."""
    assert language_notices(asked=asked, own="en", known=True, parts=shown(GERMAN, GERMAN)) == ()


def test_a_summary_that_stands_in_is_told_with_its_cause() -> None:
    """The notice names both languages, why, and what to do."""
    parts = shown(GERMAN, ENGLISH, why="nothing that the model wrote for it held", advice="Do this.")
    (notice,) = language_notices(asked="German", own="en", known=True, parts=parts)
    assert notice.message == (
        "The summary is in English, the article's language, although German was asked for: nothing that the model "
        "wrote for it held."
    )
    assert notice.advice == "Do this."
    assert not notice.quiet


@pytest.mark.parametrize(
    ("text", "named"), [(ENGLISH, "English, the article's language"), (SPANISH, "Spanish"), (RUSSIAN, "Russian")]
)
def test_a_model_that_does_not_keep_to_a_language_is_told_of(text: str, named: str) -> None:
    """What it wrote is read, whatever language it took instead."""
    (notice,) = language_notices(asked="German", own="en", known=True, parts=shown(text, text))
    assert notice.message == f"The key facts and the summary are in {named}, although German was asked for."


def test_the_article_s_own_language_is_kept_unasked() -> None:
    """Where none was asked for, the article's own is meant."""
    assert language_notices(asked=None, own="de", known=True, parts=shown(GERMAN, GERMAN)) == ()
    (notice,) = language_notices(asked=None, own="de", known=True, parts=shown(GERMAN, ENGLISH))
    assert notice.message == "The summary is in English, although the article is in German."


def test_a_language_without_a_record_is_read_by_form() -> None:
    """That is a quiet line; that the article's language came instead is not."""
    (form,) = language_notices(asked="Klingon", own="en", known=True, parts=shown("tlhIngan Hol", "nuqneH"))
    assert form.message.startswith("No words of Klingon are known here")
    assert form.quiet
    stray, _ = language_notices(asked="Klingon", own="en", known=True, parts=shown(ENGLISH, ENGLISH))
    assert "are in English, the article's language, although Klingon was asked for" in stray.message


def test_a_variety_of_the_article_s_language_is_that_language() -> None:
    """British English is no other language than English."""
    assert language_notices(asked="British English", own="en", known=True, parts=shown(ENGLISH, ENGLISH)) == ()


def test_an_article_in_an_unknown_language_is_a_quiet_line() -> None:
    """A language of which no words are known is named, and one that nobody can tell may be given; figures need none."""
    (named,) = language_notices(asked=None, own="sv", known=False, parts=())
    assert named.message == ("No words of the article's language (Swedish) are known here: it was read by form alone.")
    (untold,) = language_notices(asked=None, own="", known=True, parts=shown("Rain fell.", "Rain fell."))
    assert "Document.of(text, language=…)" in untold.advice
    assert named.quiet
    assert untold.quiet
    assert language_notices(asked=None, own="", known=True, parts=shown("12 34.", "")) == ()
