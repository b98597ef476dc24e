"""What the library adds to a call: CPU, calls per second and memory with 1,000 in flight, beside the bare client.

Run: `python benchmarks/overhead.py` (two minutes). A server in a process of its own answers at once with a canned
completion, so that what is measured is the client. Each way sends the same prompts (7.5 kB and a JSON schema) from a
fresh process, in turns, and the median of the rounds is shown:

- `openai`: `AsyncOpenAI.chat.completions.create`, as the package comes, gathered behind a semaphore;
- `summarizer`: the same calls as flows through everything that surrounds a call in a run: retries, pace, counts by
  stage and by try, the log, and events to a hook;
- `summarizer, cold cache` and `warm cache`: the same with a cache that stores each reply, and one that holds them all;
- `summarizer, threads`: the same as `summarizer` for a caller that blocks, with 32 worker threads, each in one call.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SCHEMA = {
    "type": "object",
    "properties": {
        "facts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "statement": {"type": "string"},
                    "sentences": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["statement", "sentences"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["facts"],
    "additionalProperties": False,
}
SYSTEM = "List the key facts of the article. " * 40
ARTICLE = "The council of Brenta closed the old bridge on 3 May 2026. " * 104
REPLY = json.dumps({"facts": [{"statement": f"The bridge was closed, fact {n}.", "sentences": [n]} for n in range(12)]})
WAYS = ("openai", "summarizer", "summarizer, cold cache", "summarizer, warm cache", "summarizer, threads")
THREADS = 32  # more only wait for each other: one thread speaks to the server, and one at a time runs Python


async def serve() -> None:
    """Answer every request at once; the port is printed."""
    body = json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": REPLY}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1800, "completion_tokens": 200, "total_tokens": 2000},
        }
    ).encode()
    answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body) + body

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
                writer.write(answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


async def bare(base_url: str, *, calls: int, in_flight: int) -> None:
    """The calls by the client alone."""
    from openai import AsyncOpenAI  # noqa: PLC0415 -- not in the other ways' processes before they load it

    gate = asyncio.Semaphore(in_flight)
    async with AsyncOpenAI(base_url=base_url, api_key="sk-none", max_retries=0, timeout=120.0) as client:

        async def one(number: int) -> None:
            async with gate:
                reply = await client.chat.completions.create(
                    model="m",
                    messages=[
                        {"role": "system", "content": SYSTEM},
                        {"role": "user", "content": f"{number} {ARTICLE}"},
                    ],
                    response_format={
                        "type": "json_schema",
                        "json_schema": {"name": "facts", "schema": SCHEMA, "strict": True},
                    },
                    max_tokens=2500,
                    temperature=0,
                )
            assert reply.choices[0].message.content == REPLY

        await asyncio.gather(*(one(number) for number in range(calls)))


def ours(base_url: str, *, calls: int, in_flight: int, cache: str | None, threads: bool) -> None:
    """The calls as flows of a run, on an event loop or with threads."""
    from summarizer import CachePolicy, Call, LimitPolicy, Message, OpenAIChat, Reply, RetryPolicy  # noqa: PLC0415
    from summarizer.calls.flow import Flow, Plan, each  # noqa: PLC0415
    from summarizer.document.tokens import counter_for  # noqa: PLC0415
    from summarizer.runtime.cache import ReplyCache  # noqa: PLC0415
    from summarizer.runtime.concurrency import ConcurrencyLimit  # noqa: PLC0415
    from summarizer.runtime.limits import limiter_for  # noqa: PLC0415
    from summarizer.runtime.observing.prices import unpriced  # noqa: PLC0415
    from summarizer.runtime.observing.usage import Meter  # noqa: PLC0415
    from summarizer.runtime.session import RunSettings, Session  # noqa: PLC0415

    seen: list[object] = []
    model = OpenAIChat("m", base_url=base_url, api_key="sk-none")
    limiter = limiter_for(model, policy=LimitPolicy())
    settings = RunSettings(
        retry=RetryPolicy(tries=1),  # a call that fails shall end the measurement, as it does for the client alone
        workers=in_flight,
        concurrency=ConcurrencyLimit(in_flight),
        counter=counter_for("m"),
        price=unpriced,
        model_of=lambda _call: model,
        limiter_of=lambda _call: limiter,
        article_budget=None,
        budget=None,
        cache=ReplyCache(CachePolicy(path=cache)) if cache else None,
        on_event=seen.append,
        telemetry=None,
        total=Meter(),
    )

    def flow(number: int) -> Flow[Reply]:
        messages = (Message(role="system", content=SYSTEM), Message(role="user", content=f"{number} {ARTICLE}"))
        reply = yield Call(
            id=f"extract:c{number}",
            stage="extract",
            messages=messages,
            schema_name="facts",
            schema=SCHEMA,
            max_output_tokens=2500,
            prompt_id="bench",
            prompt_sha256="0" * 64,
        )
        return reply

    def plan() -> Plan[list[Reply]]:
        return (yield from each([flow(number) for number in range(calls)]))

    session = Session("bench", article="0" * 64, settings=settings)
    replies = session.run(plan()) if threads else asyncio.run(session.arun(plan()))
    assert all(reply.text == REPLY for reply in replies)
    model.close()
    if settings.cache:
        settings.cache.close()


def measure(way: str, *, base_url: str, calls: int, in_flight: int, cache: str) -> None:
    """Send the calls one way, in this process, and print what it took as JSON."""

    def send(count: int, base: str | None) -> None:
        if way == "openai":
            asyncio.run(bare(base_url, calls=count, in_flight=in_flight))
        else:
            threads = way == "summarizer, threads"
            ours(base_url, calls=count, in_flight=THREADS if threads else in_flight, cache=base, threads=threads)

    folder = tempfile.TemporaryDirectory()
    cold = str(Path(folder.name) / "cold")
    send(20, f"{cold}-first" if "cache" in way else None)  # imports, and the first connection
    before, begun = _cpu(), time.perf_counter()
    send(calls, {"summarizer, cold cache": cold, "summarizer, warm cache": cache}.get(way))
    wall, cpu = time.perf_counter() - begun, _cpu() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu / calls * 1000, "rate": calls / wall, "peak": peak}))
    folder.cleanup()


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main(argv: Sequence[str] | None = None) -> None:
    """Start the server, measure each way in turns, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=3000)
    parser.add_argument("--in-flight", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--base-url", help=argparse.SUPPRESS)
    parser.add_argument("--cache", help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    if given.serve:
        asyncio.run(serve())
        return
    if given.way:
        measure(given.way, base_url=given.base_url, calls=given.calls, in_flight=given.in_flight, cache=given.cache)
        return
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout
            url = f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
            for number in range(given.rounds + 1):
                for way in WAYS:
                    arguments = ["--way", way, "--base-url", url, "--cache", str(Path(folder) / "warm")]
                    arguments += ["--calls", str(given.calls), "--in-flight", str(given.in_flight)]
                    out = subprocess.run(
                        [sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True, check=True
                    )
                    if number:  # the first round fills the warm cache
                        found[way].append(json.loads(out.stdout))
        finally:
            server.kill()
    base = statistics.median(r["cpu"] for r in found["openai"])
    print(f"{given.calls} calls, {given.in_flight} in flight, median of {given.rounds} rounds (smallest to largest)\n")
    print("| way | CPU ms a call | beside openai | calls/s | peak MB |\n|---|---|---|---|---|")
    for way, rounds in found.items():
        cpu = sorted(r["cpu"] for r in rounds)
        mid = statistics.median(cpu)
        rate, peak = (statistics.median(r[name] for r in rounds) for name in ("rate", "peak"))
        print(f"| {way} | {mid:.2f} ({cpu[0]:.2f} to {cpu[-1]:.2f}) | {mid / base:.2f} | {rate:.0f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
