"""A value shows itself in three forms, and a front end says which it wants."""

from __future__ import annotations

import pytest

from summarizer.fragments.elements import Html, tag
from summarizer.fragments.shown import Shown, ShowsItself


class Fact(ShowsItself):
    """Shows as many lines as it is told, and remembers what was made of it."""

    def __init__(self, lines: int = 2) -> None:
        self.lines = lines
        self.made: list[str] = []

    def __repr__(self) -> str:
        return "<Fact>"

    def _shown(self) -> Shown:
        return Shown(markdown=self._markdown, html=self._html, all_of_it="print(fact)")

    def _markdown(self) -> str:
        self.made.append("markdown")
        return "- a line\n" * self.lines

    def _html(self) -> Html:
        self.made.append("html")
        return tag("p", "a line")


ALL = {"text/plain": "<Fact>", "text/markdown": "- a line\n- a line\n", "text/html": "<p>a line</p>"}


@pytest.mark.parametrize(
    ("include", "exclude", "names"),
    [
        (None, None, set(ALL)),
        ((), (), set(ALL)),
        ({"text/html"}, None, {"text/html"}),
        (["text/plain", "image/png"], None, {"text/plain"}),
        (None, {"text/html"}, {"text/plain", "text/markdown"}),
        ({"text/html", "text/plain"}, {"text/html"}, {"text/plain"}),
        ({"image/png"}, None, set()),
    ],
)
def test_a_front_end_gets_what_it_asks_for(include: set[str] | None, exclude: set[str] | None, names: set[str]) -> None:
    """Those to include, but those to exclude; what is not asked for is not made."""
    fact = Fact()
    bundle = fact._repr_mimebundle_(include=include, exclude=exclude)
    assert bundle == {name: ALL[name] for name in names}
    assert {f"text/{name}" for name in fact.made} == names - {"text/plain"}


def test_each_form_is_what_the_bundle_has() -> None:
    """Front ends that ask for one form get the same."""
    assert Fact()._repr_html_() == ALL["text/html"]
    assert Fact()._repr_markdown_() == ALL["text/markdown"]


def test_what_is_long_is_cut_between_lines() -> None:
    """And says so, and what has all of it."""
    long = Fact(lines=20_000)._repr_markdown_()
    assert len(long) <= 60_100
    assert set(long.splitlines()) == {"- a line", "", "*The rest is left out: `print(fact)` has it.*"}
