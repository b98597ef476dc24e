"""A page is one file that loads nothing: its style and its script are in it, and by their hashes nothing else may run.

page_of(content)  ->  '<!DOCTYPE html>…<meta http-equiv="Content-Security-Policy" content="default-src 'none'; …'
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from summarizer.fragments.elements import Html, direction, tag
from summarizer.render.page.content import PageContent
from summarizer.render.page.masthead import masthead
from summarizer.render.page.result_pane import result_pane
from summarizer.render.page.source.cover import Cover, place_id
from summarizer.render.page.source.pane import source_pane

_POLICY: Final = (
    "default-src 'none'; style-src {style}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'"
)
# A browser looks at each of these rules whenever anything lights: 900 of them made a key take a second longer.
_MOST_RULES: Final = 60


def page_of(content: PageContent, *, original: Path | None = None) -> str:
    """The whole page.

    Every link `#…` of it has exactly one element with that id. Without a script every link works still, and lights the
    place that it leads to.

    Args:
        content: what it shows.
        original: the PDF that the source was read from, whose pages are shown then.

    Raises:
        InputError: the original cannot be read, or the text was not read from it.
        MissingExtra: there is an original, and what reads it is not installed.
    """
    style = Html(_served("page.css") + _lit_by_address(content))
    script = Html(_served("page.js"))
    policy = _POLICY.format(style=_hashed(style), script=_hashed(script))
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", content.title),
        tag("style", style),
    )
    body = tag(
        "body",
        tag("a", "Skip to the source", class_="skip", href="#source"),
        masthead(content),
        tag("main", result_pane(content), source_pane(content, original=original)),
        tag("div", id="stands", class_="stands", role="status", aria_live="polite"),
        tag("div", id="told", class_="unseen", role="status", aria_live="polite"),
        tag("script", script),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en', dir=direction(content.said))}\n"


@cache
def _served(name: str) -> str:
    return files("summarizer.render.page").joinpath(name).read_text(encoding="utf-8")


def _hashed(text: str) -> str:
    """What the policy calls the element with this text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _lit_by_address(content: PageContent) -> str:
    """The rules by which all of a place lights that the page's address names, where no script does it.

    The first stretch of a place lights by a rule of the style; these are for places that are cut into several.
    """
    cover = Cover(place.span for place in content.places())
    cut = [span for span in cover.spans if cover.cuts(*span)][:_MOST_RULES]
    lit = ",\n".join(f':root:not(.js):has(#{name}:target) [data-e~="{name}"].e' for name in map(place_id, cut))
    return f"{lit} {{ background: var(--lit); }}\n" if cut else ""
