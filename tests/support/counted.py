"""The honest model with token counts, and articles to give it."""

from __future__ import annotations

import json
from pathlib import Path

from scripts import honest

from summarizer.calls.call import Call, Reply, Tokens
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.retry import RetryPolicy

_ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
NEWS = (_ARTICLES / "harbor-ferry.txt").read_text("utf-8")
REPORT = (_ARTICLES / "coastal-grid-report.md").read_text("utf-8")[:9000]
QUICK = RetryPolicy(tries=3, first_wait=0, longest_wait=0)
USED = Tokens(tokens_in=1000, tokens_out=100, tokens_cached=200, tokens_reasoning=40)


def reworded(text: str) -> str:
    """The sentence with an opener that rules cannot see through, so that the judge is asked."""
    return f"Readers learn that {text}"


def counting() -> ScriptedModel:
    """The honest model, with token counts as a server gives them."""
    said = honest(reword=reworded)

    def answer(call: Call) -> Reply:
        return Reply(text=json.dumps(said(call)), tokens=USED)

    return ScriptedModel(answer)
