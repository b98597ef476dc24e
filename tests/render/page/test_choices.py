"""A choice of what is shown."""

from __future__ import annotations

from shown_pages import Parsed

from summarizer.render.page.choices import choice


def test_each_option_has_its_input_and_its_label() -> None:
    """One is chosen, and those who listen hear of what."""
    inputs, labels = choice("show", [("all", "All"), ("some", "Some 3")], chosen="some", told="What to show")
    assert Parsed(inputs).ids == ["show-all", "show-some"]
    assert [name for _, name, _ in Parsed(inputs).attributes].count("checked") == 1
    assert inputs.index("checked") > inputs.index("show-some")
    page = Parsed(labels)
    assert page.words == "AllSome 3"
    assert ("label", "for", "show-some") in page.attributes
    assert ("div", "aria-label", "What to show") in page.attributes
