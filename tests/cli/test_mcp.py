"""`summarizer mcp` over real standard input and output: the official client at one end, raw lines at the other."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from articles import ARTICLES, text_of
from model_server import honest_server

from summarizer.cli.main import main

mcp = pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

ROOT = Path(__file__).parents[2]
FERRY = text_of(next(path for path in ARTICLES if path.stem == "harbor-ferry"))
FIRST_LINE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
# A model that writes to standard output as a careless library does: by print, and below Python.
NOISY = """
import os
import summarizer
from summarizer.integrations.mcp import mcp_server

def script(call):
    print("a line of print")
    os.write(1, b"a line from below\\n")
    return {"claims": []}

with summarizer.Summarizer(model=summarizer.ScriptedModel(script)) as kept:
    mcp_server(kept).run("stdio")
"""


def test_the_official_client_summarizes_with_a_model_over_standard_input_and_output() -> None:
    """Started as an assistant starts it, with the key in its settings; it ends when the client goes."""

    async def exchange(environment: dict[str, str]) -> Any:
        started = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "summarizer", "mcp", "--model", "gpt-5-mini"], env=environment
        )
        async with mcp.Client(started) as client:
            answer = await client.call_tool("summarize", {"source": FERRY})
            refused = await client.call_tool("summarize", {"source": ""})
            return answer, refused

    with honest_server() as server:
        given = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "test-key", "PYTHONPATH": str(ROOT)}
        answer, refused = asyncio.run(exchange(given))
        assert server.requests
    places = [place for fact in answer.structured_content["facts"] for place in fact["places"]]
    assert places
    assert all(FERRY[place["start"] : place["end"]] == place["text"] for place in places)
    assert refused.is_error


@pytest.mark.parametrize(
    "command",
    [["-m", "summarizer", "mcp"], ["-c", NOISY]],
    ids=["the command", "with a model that prints"],
)
def test_standard_output_holds_nothing_but_the_protocol(command: list[str]) -> None:
    """Every line is JSON-RPC, whatever else is said goes to standard error, and the end of input ends it well."""
    calls = [
        FIRST_LINE,
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "verify", "arguments": {"statements": ["Rain came down."], "source": "Rain fell."}},
        },
    ]
    # Buffered, as for most users: what is printed must not come out when standard output is given back.
    other = ("OPENAI", "SUMMARIZER", "PYTHONUNBUFFERED")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(other)}
    process = subprocess.Popen(
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**bare, "PYTHONPATH": str(ROOT)},
        text=True,
        encoding="utf-8",
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    with process:
        process.stdin.write("".join(json.dumps(call) + "\n" for call in calls))
        process.stdin.flush()
        lines = [process.stdout.readline(), process.stdout.readline()]
        process.stdin.close()
        lines += process.stdout.readlines()
        said = process.stderr.read()
        assert process.wait(30) == 0, said
    answers = {answer["id"]: answer for answer in map(json.loads, lines)}
    assert answers.keys() == {1, 2}
    assert answers[2]["result"]["structuredContent"]["statements"][0]["verdict"] == "unchecked"
    assert "Traceback" not in said
    assert said  # that no model is configured, or what was printed


def test_wrong_arguments_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """As of every command, before anything is served."""
    assert main(["mcp", "--model", "none", "--max-characters", "0"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("summarizer: max_characters must be")
    assert captured.err.count("\n") == 1
