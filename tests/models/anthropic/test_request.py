"""How a call becomes a request of the Messages API."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from calls import a_call

from summarizer.calls.call import Call
from summarizer.calls.message import Message
from summarizer.calls.prompts import fence_for
from summarizer.models.anthropic.request import MODES, keeping_article, request_body, shared_part
from summarizer.models.openai.output_modes import OutputMode


def about(article: str, task: str) -> Call:
    """A call about an article."""
    fence = fence_for(article)
    return a_call(messages=(Message(role="user", content=f"{fence}\n{article}\n{fence}\n\n{task}"),))


@pytest.mark.parametrize("mode", MODES)
def test_what_is_kept_changes_no_word(mode: OutputMode) -> None:
    """The blocks of the first message, joined, are what it said in one."""
    body = request_body(about("[1] A text.", "Draft."), mode=mode)
    kept = keeping_article(body)
    (whole,) = cast("list[dict[str, Any]]", body["messages"])
    (split,) = cast("list[dict[str, Any]]", kept["messages"])
    assert "".join(block["text"] for block in split["content"]) == whole["content"]
    assert [("cache_control" in block) for block in split["content"]] == [True, False]
    assert {**kept, "messages": None} == {**body, "messages": None}


def test_what_requests_share() -> None:
    """The article in one form is shared by all tasks; another form or text is not, and without one nothing is."""
    draft, judge = (request_body(about("[1] A text.", task), mode="json_schema") for task in ("Draft.", "Judge."))
    assert shared_part(draft) == shared_part(judge) != ""
    assert shared_part(request_body(about("[1] A text.", "Draft."), mode="tool")) != shared_part(draft)
    assert shared_part(request_body(about("[1] Other.", "Draft."), mode="json_schema")) != shared_part(draft)
    assert shared_part(request_body(a_call(), mode="json_schema")) == ""
    assert shared_part({"messages": []}) == ""


def test_in_the_prompt_alone_all_shapes_share_an_article() -> None:
    """The schema stands behind the article then."""
    call = about("[1] A text.", "Draft.")
    other = replace(call, schema={"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]})
    assert shared_part(request_body(call, mode="text")) == shared_part(request_body(other, mode="text"))
    assert shared_part(request_body(call, mode="json_schema")) != shared_part(request_body(other, mode="json_schema"))
