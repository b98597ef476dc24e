"""The MCP server, asked by the official client: typed answers with places, bounds, and errors that say what to do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from articles import ARTICLES, text_of
from model_server import honest_server
from scripted_server import status

from summarizer import ConfigError, MissingExtra, ScriptedModel, Summarizer
from summarizer.integrations.mcp import MAX_CHARACTERS, mcp_server

mcp = pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

FERRY = text_of(next(path for path in ARTICLES if path.stem == "harbor-ferry"))
GERMAN = text_of(next(path for path in ARTICLES if path.stem == "moorwald.de"))


def asked(
    ask: Callable[[Any], Awaitable[Any]], *, summarizer: Summarizer | None = None, most: int = MAX_CHARACTERS
) -> Any:
    """What comes of an exchange with a server, whose client is in this process."""

    async def exchange() -> Any:
        with summarizer or Summarizer(model=None) as kept:
            async with mcp.Client(mcp_server(kept, max_characters=most)) as client:
                return await ask(client)

    return asyncio.run(exchange())


def error_of(name: str, arguments: dict[str, Any], **settings: Any) -> str:
    """The words of the error that a call of a tool is."""
    answer = asked(lambda client: client.call_tool(name, arguments), **settings)
    assert answer.is_error
    assert answer.structured_content is None
    return str(answer.content[0].text)


def places_in(value: Any) -> list[dict[str, Any]]:
    """Every place in an answer, however deep."""
    if isinstance(value, dict):
        own = [value] if value.keys() == {"start", "end", "text"} else []
        return own + [place for one in value.values() for place in places_in(one)]
    return [place for one in value for place in places_in(one)] if isinstance(value, list) else []


def test_the_tools_say_what_they_take_and_give() -> None:
    """Three tools, each with a schema of its answer; nothing that an assistant need not fill in is shown to it."""
    tools = asked(lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["summarize", "verify", "locate"]
    for tool in tools:
        assert tool.output_schema["type"] == "object"
        assert tool.annotations.read_only_hint
        assert "context" not in tool.input_schema["properties"]
        assert "summarizer." not in json.dumps(tool.input_schema)


@pytest.mark.parametrize("source", [FERRY, GERMAN], ids=["English", "German"])
def test_every_place_of_a_summary_is_in_the_source(source: str) -> None:
    """`source[start:end] == text`, and there are facts and sentences."""
    answer = asked(lambda client: client.call_tool("summarize", {"source": source, "max_facts": 3})).structured_content
    assert len(answer["facts"]) == 3
    assert len(answer["summary"]) > 3
    assert answer["read_text"] is None
    places = places_in(answer)
    assert len(places) >= 6
    assert all(source[place["start"] : place["end"]] == place["text"] for place in places)


def test_places_of_a_page_are_in_the_text_that_was_read() -> None:
    """Of HTML the extracted words come back, and places are in these."""
    page = f"<html><body><article><h1>Ferry</h1>{''.join(f'<p>{p}</p>' for p in FERRY.split(chr(10) * 2))}</article>"
    answer = asked(lambda client: client.call_tool("summarize", {"source": page})).structured_content
    read = answer["read_text"]
    assert read
    assert all(read[place["start"] : place["end"]] == place["text"] for place in places_in(answer))


def test_a_text_is_checked_by_sentence_and_claims_as_they_are() -> None:
    """A string has the places of its sentences, a list has none; the score is the share that is supported."""
    source = "Rain fell on Monday. It was 6 cm."

    async def both(client: Any) -> Any:
        text = await client.call_tool("verify", {"statements": "Rain fell on Monday. It was 5 cm.", "source": source})
        claims = await client.call_tool("verify", {"statements": ["Rain fell on Monday."], "source": source})
        return text.structured_content, claims.structured_content

    text, claims = asked(both)
    assert [one["verdict"] for one in text["statements"]] == ["supported", "contradicted"]
    assert text["score"] == 0.5
    assert text["statements"][1]["place"] == {"start": 21, "end": 33, "text": "It was 5 cm."}
    assert text["statements"][1]["places"] == [{"start": 21, "end": 33, "text": "It was 6 cm."}]
    assert claims["score"] == 1.0
    assert claims["statements"][0]["place"] is None


def test_a_quote_is_found_or_not() -> None:
    """What is not there is an answer and no error."""

    async def both(client: Any) -> Any:
        there = await client.call_tool("locate", {"quote": "rain fell", "source": "Rain fell."})
        not_there = await client.call_tool("locate", {"quote": "shares rose sharply", "source": "Rain fell."})
        return there.structured_content, not_there.structured_content

    there, not_there = asked(both)
    assert there == {
        "found": True,
        "kind": "folded",
        "score": 1.0,
        "place": {"start": 0, "end": 9, "text": "Rain fell"},
    }
    assert not_there == {"found": False, "kind": None, "score": 0.0, "place": None}


def test_what_cannot_be_used_is_a_tool_error_that_says_what_to_do() -> None:
    """Empty, too long, too many, too few, decoded wrongly: each with the message of this library, and no traceback."""
    assert "InputError: the text is empty" in error_of("summarize", {"source": " "})
    assert "1,001 characters, and 1,000 are taken" in error_of("summarize", {"source": "x" * 1001}, most=1000)
    assert "statements holds 1,001" in error_of("verify", {"statements": "x" * 1001, "source": "It rains."}, most=1000)
    assert "give 1 to 200" in error_of("verify", {"statements": [], "source": "It rains."})
    assert "give 1 to 200" in error_of("verify", {"statements": ["It rains."] * 201, "source": "It rains."})
    assert "claim 1 is blank" in error_of("verify", {"statements": [" "], "source": "It rains."})
    assert "the quote is blank" in error_of("locate", {"quote": "", "source": "It rains."})
    assert "quote holds 10,001" in error_of("locate", {"quote": "x" * 10_001, "source": "It rains."})
    assert "Field required" in error_of("summarize", {})
    assert "less than or equal to 1000" in error_of("summarize", {"source": "It rains.", "max_facts": 5000})


def test_a_model_that_refuses_is_a_tool_error() -> None:
    """A wrong key comes back in the server's words, without the key."""
    with honest_server(lambda call, number: status(401, "Incorrect API key")) as server:
        wrong = Summarizer(model="gpt-5-mini", base_url=server.base_url, api_key="sk-very-secret")
        said = error_of("summarize", {"source": FERRY}, summarizer=wrong)
    assert "ModelRejected" in said
    assert "Incorrect API key" in said
    assert "sk-very-secret" not in said


def test_whoever_waits_is_told_of_progress() -> None:
    """Each answer of a model is a notification that counts, so that a client with a time limit goes on waiting."""
    told: list[tuple[float, str | None]] = []

    async def on_progress(progress: float, total: float | None, message: str | None) -> None:
        told.append((progress, message))

    async def ask(client: Any) -> Any:
        answer = await client.call_tool("summarize", {"source": FERRY}, progress_callback=on_progress)
        await asyncio.sleep(0)
        return answer

    with honest_server() as server:
        kept = Summarizer(model="gpt-5-mini", base_url=server.base_url, api_key="test-key")
        answer = asked(ask, summarizer=kept).structured_content
    assert answer["model"] == "gpt-5-mini"
    assert answer["calls"] >= 3
    assert answer["facts"]
    assert [progress for progress, _ in told] == sorted(progress for progress, _ in told)
    assert len(told) >= 2


def test_two_calls_at_once_answer_each_for_itself() -> None:
    """One summarizer serves both; neither waits for the other to end, and nothing is mixed."""

    async def ask(client: Any) -> Any:
        calls = [client.call_tool("summarize", {"source": source}) for source in (FERRY, GERMAN)]
        return [answer.structured_content for answer in await asyncio.gather(*calls)]

    first, second = asked(ask)
    assert all(FERRY[place["start"] : place["end"]] == place["text"] for place in places_in(first))
    assert all(GERMAN[place["start"] : place["end"]] == place["text"] for place in places_in(second))


def test_instructions_say_that_there_is_no_model() -> None:
    """An assistant is told what `unchecked` is to be expected of rules alone."""

    async def told(client: Any) -> Any:
        return client.instructions

    scripted = Summarizer(model=ScriptedModel({}))
    assert "No model is set up" in asked(told)
    assert "No model is set up" not in asked(told, summarizer=scripted)


def test_a_bound_that_is_none_is_refused() -> None:
    """Before anything is served."""
    with Summarizer(model=None) as kept, pytest.raises(ConfigError, match="max_characters"):
        mcp_server(kept, max_characters=0)


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of every extra."""
    monkeypatch.setitem(__import__("sys").modules, "mcp.server.mcpserver", None)
    with Summarizer(model=None) as kept, pytest.raises(MissingExtra, match=r"summarizer\[mcp\]"):
        mcp_server(kept)
