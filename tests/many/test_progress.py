"""A bar counts what is handed on."""

from __future__ import annotations

import pytest

from summarizer.many.progress import bar_over


def test_no_bar_is_shown_unless_wanted() -> None:
    """Nothing is loaded for it either."""
    assert bar_over([1], wanted=False) is None


@pytest.mark.parametrize(("items", "shown"), [([1, 2], "1/2"), (iter([1, 2]), "1article")])
def test_a_bar_shows_how_many_are_done(items: object, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And of how many, where that is known."""
    bar = bar_over(items, wanted=True)
    assert bar is not None
    bar.update()
    bar.close()
    assert shown in capsys.readouterr().err
