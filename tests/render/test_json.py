"""JSON: everything is in it, and the article's text only where it is wanted."""

from __future__ import annotations

import summarizer
from summarizer.render.json import JSON
from summarizer.render.renderer import RenderOptions
from summarizer.result import Result

TEXT = "The port of Lund closes on 3 May. It handled 40 ships a year."


def test_everything_can_be_read_back() -> None:
    """A result that was written is the result, with its text and without."""
    result = summarizer.summarize(TEXT, model=None)
    assert Result.model_validate_json(JSON.render(result, RenderOptions())) == result
    bare = JSON.render(result, RenderOptions(with_text=False))
    assert Result.model_validate_json(bare) == result.without_text()
    assert Result.model_validate_json(bare).attach(TEXT) == result
