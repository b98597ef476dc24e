"""The registry lists every format that a result can be written in, in the order in which help names them.

rendered(result, "markdown")                         ->  "## Key Facts…"
renderer_of("toy", renderers=(*RENDERERS, TOY))      ->  TOY
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.errors import ConfigError
from summarizer.render.html import HTML
from summarizer.render.json import JSON
from summarizer.render.markdown import MARKDOWN
from summarizer.render.renderer import RenderedResult, Renderer, RenderOptions
from summarizer.render.terminal import TERMINAL

# A format to write is one line here; the first is what the command line writes unless told otherwise.
RENDERERS: Final[tuple[Renderer, ...]] = (
    TERMINAL,
    MARKDOWN,
    JSON,
    HTML,
)
_NO_CHOICES: Final = RenderOptions()


def renderer_of(name: str, *, renderers: Sequence[Renderer] = RENDERERS) -> Renderer:
    """The renderer of a format.

    Args:
        name: what users call the format.
        renderers: which there are.

    Raises:
        ConfigError: no renderer has this name.
    """
    for renderer in renderers:
        if renderer.name == name:
            return renderer
    known = ", ".join(renderer.name for renderer in renderers)
    raise ConfigError(f"there is no format {name!r} to write; take one of {known}")


def rendered(
    result: RenderedResult,
    name: str,
    *,
    options: RenderOptions = _NO_CHOICES,
    renderers: Sequence[Renderer] = RENDERERS,
) -> str:
    """The result in the format of this name.

    Args:
        result: what to show.
        name: what users call the format.
        options: what a user chose about it.
        renderers: which formats there are.

    Raises:
        ConfigError: no renderer has this name, or an option is out of its range.
        MismatchError: the format shows the article, and the result holds no text.
    """
    return renderer_of(name, renderers=renderers).render(result, options)
