"""A cell is a fragment of HTML with its style in it, which reaches nothing else and needs nothing else.

cell(tag("p", "The port closes."))  ->  <div class="summarizer-1f0c… …"><style>…</style><p>The port closes.</p></div>
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from summarizer.fragments.elements import Content, Html, tag

# What MathJax 2 and 3 pass over: two sums of money are no formula.
_NO_MATH: Final = "tex2jax_ignore mathjax_ignore"


def cell(*content: Content) -> Html:
    """The content in its own style, for a notebook and any other page.

    Each rule of the style is for what is inside an element of a class that the style itself names, so that it changes
    nothing beside it, and two versions of this library in one notebook do not meet. It follows the colours of
    JupyterLab, VS Code and Colab, else what the reader's system prefers. Without the style it reads as a plain page.

    Args:
        content: what to show.
    """
    name, style = _style()
    return tag("div", tag("style", Html(style)), *content, class_=f"{name} {_NO_MATH}", dir="ltr", lang="en")


@cache
def _style() -> tuple[str, str]:
    """The name of the class, which is that of this style alone, and the style."""
    written = files("summarizer.fragments").joinpath("cell.css").read_text(encoding="utf-8")
    lines = (line.strip() for line in written.split("*/")[-1].splitlines())
    name = f"summarizer-{hashlib.sha256(written.encode()).hexdigest()[:8]}"
    return name, "".join(filter(None, lines)).replace("CELL", name)
