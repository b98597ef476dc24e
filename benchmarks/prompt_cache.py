"""Measures what a shared beginning of prompts saves: the calls of one article with the server's cache and without.

Run it from the root of the repository:

    python benchmarks/prompt_cache.py llama:smollm2 [--article 01]

The article is summarized once, and its calls are noted. Then they are made twice more, one after the other in their
order, on a fresh server each: without the cache, as a naive sequence of the same calls, and with it.
"""

from __future__ import annotations

import argparse
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import xllamacpp
from local_models import TimedModel

from summarizer import Call, LlamaChat, OpenAIChat, Summarizer
from summarizer.models.llama.server import SLOT_TOKENS

ARTICLES = Path(__file__).parent / "articles"


def calls_of(article: Path, *, model: LlamaChat) -> list[Call]:
    """The calls that the article takes."""
    noted = TimedModel(model, as_large=False)
    Summarizer(model=noted, workers=1).summarize(article.read_text("utf-8"))
    return noted.calls


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What all calls together took, one after the other."""

    seconds: float
    tokens: int
    tokens_cached: int


def make_calls(name: str, calls: Sequence[Call], *, cached: bool) -> Pass:
    """Make the calls one after the other on a fresh server, with its cache or without."""
    key = secrets.token_urlsafe(16)
    server = xllamacpp.Server(server_params(name, key=key, cached=cached))
    model = OpenAIChat(name, base_url=f"{server.listening_address}/v1", api_key=key, timeout=1800)
    # What only the first call of a server pays is no part of the measurement.
    model.send(replace(calls[0], messages=calls[0].messages[:1], max_output_tokens=1))
    began = time.perf_counter()
    replies = [model.send(call) for call in calls]
    seconds = time.perf_counter() - began
    model.close()
    del server
    return Pass(
        seconds=seconds,
        tokens=sum(reply.tokens.tokens_in for reply in replies),
        tokens_cached=sum(reply.tokens.tokens_cached for reply in replies),
    )


def server_params(name: str, *, key: str, cached: bool) -> xllamacpp.CommonParams:
    """A server of one slot and one thread on 127.0.0.1, as the library starts it but for the cache."""
    params = xllamacpp.CommonParams()
    params.model.path = str(LlamaChat(name).file.path)
    params.n_ctx = SLOT_TOKENS
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.ui = False
    params.warmup = False
    params.verbosity = 0
    params.cache_prompt = cached
    if not cached:
        params.cache_ram_mib = 0
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.api_keys = [key]
    return params


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--article", default="01")
    arguments = parser.parse_args()
    article = next(ARTICLES.glob(f"{arguments.article}*"))
    calls = calls_of(article, model=LlamaChat(arguments.model))
    print("| pass | seconds | prompt tokens | of these cached |\n| --- | --- | --- | --- |")
    without = make_calls(arguments.model, calls, cached=False)
    print_pass("cache off", without)
    with_cache = make_calls(arguments.model, calls, cached=True)
    print_pass("cache on", with_cache)
    times = without.seconds / with_cache.seconds
    print(f"\n{arguments.model}, {len(calls)} calls: {times:.2f} times as fast with the cache")


def print_pass(label: str, one: Pass) -> None:
    """A line of the table."""
    print(f"| {label} | {one.seconds:.1f} | {one.tokens} | {one.tokens_cached / one.tokens:.0%} |", flush=True)


if __name__ == "__main__":
    main()
