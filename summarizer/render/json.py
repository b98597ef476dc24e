"""A result is written as JSON that holds everything, so that it can be read back.

Result.model_validate_json(JSON.render(result, RenderOptions())) == result
"""

from __future__ import annotations

from typing import Final

from summarizer.render.renderer import RenderedResult, Renderer, RenderOptions


def _render(result: RenderedResult, options: RenderOptions) -> str:
    shown = result if options.with_text else result.without_text()
    return shown.model_dump_json(indent=2)


JSON: Final = Renderer(name="json", writes="JSON with everything", render=_render, leaves_text_out=True)
