"""The format "html" is the page of a result."""

from __future__ import annotations

import pytest
from shown_pages import report_result

from summarizer import MismatchError
from summarizer.render.html import HTML
from summarizer.render.page.of_result import content_of
from summarizer.render.page.page import page_of
from summarizer.render.renderer import RenderOptions


def test_html_is_the_page() -> None:
    """With all that is on it, and nothing without the article's text."""
    result = report_result()
    assert HTML.render(result, RenderOptions()) == page_of(content_of(result))
    with pytest.raises(MismatchError):
        HTML.render(result.without_text(), RenderOptions())
