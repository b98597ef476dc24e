"""Tests of names in a claim of another language."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.rules.translated.names import check_names_by_form

SOURCE = "Yesterday the mayor of London, Ada Corví, met Europeans from Munich."


def found(claim: str, language: str, *, source: str = SOURCE, source_language: str = "en") -> list[tuple[str, str]]:
    """The names of a claim, and where they were found."""
    held = FactIndex.of([canonicalize(source, language=source_language)])
    checks = check_names_by_form(
        canonicalize(claim, language=language),
        language=language,
        evidence=held,
        document=held,
        source_language=source_language,
    )
    assert all(check.outcome == ("question" if check.found == "absent" else "agrees") for check in checks)
    return [(check.item, check.found) for check in checks]


@pytest.mark.parametrize(
    ("claim", "language", "names"),
    [
        ("Die Mutter von Ada Corvi ist da.", "de", [("Ada", "in_span"), ("Corvi", "in_span")]),
        ("Er war in London.", "de", [("London", "in_span")]),
        ("Hier war Londons alte Brücke.", "de", [("Londons", "in_span")]),
        ("La ville de Corvi est là.", "fr", [("Corvi", "in_span")]),
        ("Il a vu des Européens.", "fr", [("Européens", "in_span")]),
    ],
)
def test_a_name_is_found_in_its_forms(claim: str, language: str, names: list[tuple[str, str]]) -> None:
    """Endings and accents differ by language."""
    assert found(claim, language) == names


def test_a_name_that_is_not_found_is_a_question() -> None:
    """It may be what the language calls a place; where nouns have capitals a lone one may be a noun."""
    assert found("Elle est partie à Varsovie.", "fr") == [("Varsovie", "absent")]
    assert found("Sie fuhr nach Warschau.", "de") == []
    assert found("Sie traf Berta Kessel.", "de") == [("Berta Kessel", "absent")]
    assert found("Es waren sechs Mann Besatzung.", "de") == []


def test_nothing_is_looked_for_in_another_script() -> None:
    """Whether 德国 is Germany, no letter tells."""
    assert found("Norda sits in Berlin.", "en", source="诺尔达位于柏林。", source_language="zh") == []
    assert found("他在德国。", "zh") == []
