"""What a renderer is, by the least that one can say of itself."""

from __future__ import annotations

import inspect

from summarizer.render.renderer import Renderer, RenderOptions
from summarizer.result import Result


def test_a_renderer_can_do_nothing_special_unless_it_says_so() -> None:
    """A format numbers no sentences and leaves no text out until it is said to."""
    plain = Renderer(name="plain", writes="plain text", render=lambda result, options: "text")
    assert not plain.takes_references
    assert not plain.leaves_text_out


def test_what_is_not_chosen_is_as_in_the_methods_of_a_result() -> None:
    """The defaults of the options are those that `to_text` and `to_markdown` state."""
    assert inspect.signature(Result.to_text).parameters["width"].default == RenderOptions().width
    assert inspect.signature(Result.to_markdown).parameters["references"].default == RenderOptions().references
    assert RenderOptions().with_text
