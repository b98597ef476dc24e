"""A prompt that was cut in silence is noticed, and one that was read is not."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
import scripted_server as server
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer, always

from summarizer import ContextOverflow, OpenAIChat
from summarizer.calls.message import Message
from summarizer.document.tokens import counter_for
from summarizer.models.openai.cut_prompt import cut_prompt

ARTICLES = Path(__file__).parents[3] / "benchmarks" / "articles"
TEXTS = sorted(path for path in ARTICLES.rglob("*.md") if path.stat().st_size > 3000)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_prompts_in_every_language(path: Path) -> None:
    """Half of the tokens are a cut; a vocabulary that is a fifth more sparing than o200k is none."""
    text = path.read_text("utf-8")
    (tokens,) = counter_for("gpt-4o").count([text])
    call = a_call(messages=(Message(role="user", content=text),))
    assert "says nothing of the rest" in cut_prompt(call, tokens_in=tokens // 2)
    assert cut_prompt(call, tokens_in=int(tokens * 0.8)) == ""
    assert cut_prompt(call, tokens_in=0) == ""


@given(st.text(max_size=300), st.integers(0, 400))
def test_short_prompts_are_never_cut(text: str, tokens: int) -> None:
    """No server runs with a context that small."""
    call = a_call(messages=(Message(role="user", content=text),))
    if tokens >= len(text.encode("utf-8", "replace")) / 6:
        assert cut_prompt(call, tokens_in=tokens) == ""


def test_a_cut_prompt_is_a_prompt_too_large() -> None:
    """The answer to a part of the prompt is not used; the error says how much was read, and what to do."""
    text = "The council of Brenta closed the old bridge on Monday. " * 400
    usage = {"prompt_tokens": 2048, "completion_tokens": 7}
    with (
        ScriptedServer(always(server.reply(json.dumps({"facts": []}), usage=usage))) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
        pytest.raises(ContextOverflow, match=r"read 2,048 of about [\d,]+ tokens.*num_ctx"),
    ):
        model.send(a_call(messages=(Message(role="user", content=text),)))
