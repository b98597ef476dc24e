"""A choice of what is shown works without a script: the inputs stand before all that they show or hide.

inputs, labels = choice("show", [("all", "All"), ("ticked", "Ticked")], chosen="all", told="Which statements to show")
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.fragments.elements import Html, tag, together


def choice(group: str, options: Sequence[tuple[str, str]], *, chosen: str, told: str) -> tuple[Html, Html]:
    """The inputs, and the labels by which they are chosen.

    They are apart because a style tells what follows an input at once, and what merely holds one only by looking at the
    whole page whenever anything lights: with 900 facts that took a second.

    Args:
        group: of the inputs, such as "show".
        options: the name and the words of each.
        chosen: the name of the one that is chosen at first.
        told: what is chosen, for those who listen.
    """
    inputs = [
        tag(
            "input",
            type="radio",
            name=group,
            id=f"{group}-{name}",
            class_="unseen",
            checked=name == chosen,
            autocomplete="off",
        )
        for name, _ in options
    ]
    labels = [tag("label", words, for_=f"{group}-{name}") for name, words in options]
    return together(inputs), tag("div", *labels, class_="choice", role="group", aria_label=told)
