"""What reads a text takes time in proportion to it, whatever the text: `benchmarks/growth.py` in small."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from growth import MOST_GROWTH, READERS, growth_of
from hostile_texts import TEXTS

# Ten times as long: a square would take ten times as long for a character.
_SIZES = [500, 5_000]
# Seconds below which a growth tells nothing on a busy machine.
_TELLING = 0.5
# What reads whole texts takes a second for ten thousand characters of some; here it reads one text of each kind.
_WHOLE = ("summarize", "verify, as a source", "verify_text", "verify_text, with itself")
_KINDS = (
    *("letters", "blanks", "figures", "spaced stops", "quotations never closed", "brackets", "combining marks"),
    *("headed sentences", "right to left", "overrides", "table rows", "names", "pronouns", "ideographs", "speakers"),
)


def test_there_are_thirty_hostile_texts_at_least() -> None:
    """Of exactly the length that is asked for, or a letter or two more."""
    assert len(TEXTS) >= 30
    assert all(1000 <= len(make(1000)) <= 1002 for make in TEXTS.values())


@pytest.mark.parametrize("reader", READERS)
def test_time_grows_no_faster_than_the_text(reader: str) -> None:
    """Where the longer text takes a while, a character of it takes at most three times as long as of the shorter."""

    def slow(names: Iterable[str]) -> list[str]:
        found = {name: growth_of(READERS[reader], TEXTS[name], sizes=_SIZES) for name in names}
        return [name for name, (seconds, growth) in found.items() if seconds >= _TELLING and growth > MOST_GROWTH]

    suspects = slow(_KINDS if reader in _WHOLE else TEXTS)
    assert slow(suspects) == []  # once more, as another process may have had the cores
