"""A result is written as one HTML page, in which every fact and sentence leads to its place in the source.

HTML.render(result, RenderOptions())  ->  "<!DOCTYPE html>…"
"""

from __future__ import annotations

from typing import Final

from summarizer.render.page.of_result import content_of
from summarizer.render.page.page import page_of
from summarizer.render.renderer import RenderedResult, Renderer, RenderOptions


def _render(result: RenderedResult, options: RenderOptions) -> str:
    return page_of(content_of(result), original=options.original)


HTML: Final = Renderer(name="html", writes="one HTML page", render=_render)
