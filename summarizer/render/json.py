"""A result is written as JSON that holds everything, so that it can be read back.

Result.model_validate_json(JSON.render(result, RenderOptions())) == result
"""

from __future__ import annotations

import re
import struct
from typing import Final

from summarizer.render.renderer import RenderedResult, Renderer, RenderOptions

# None of these is a part of JSON itself; they stand in its strings alone.
_UNFIT: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufff9-\ufffb\U000e0000-\U000e0fff]")


def _render(result: RenderedResult, options: RenderOptions) -> str:
    shown = result if options.with_text else result.without_text()
    return json_to_show(shown.model_dump_json(indent=2))


def json_to_show(document: str) -> str:
    """The same JSON, which reads back as the same; what could drive a terminal is written by number."""
    return _UNFIT.sub(lambda match: "".join(f"\\u{unit:04x}" for unit in _units(match[0])), document)


def _units(char: str) -> tuple[int, ...]:
    """The UTF-16 code units of a character, as JSON counts them."""
    return struct.unpack(f"<{len(char.encode('utf-16-le')) // 2}H", char.encode("utf-16-le"))


JSON: Final = Renderer(name="json", writes="JSON with everything", render=_render, leaves_text_out=True)
