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
from dataclasses import replace
from pathlib import Path

import xllamacpp
from local_models import Timed

from summarizer import Call, LlamaChat, OpenAIChat, Summarizer
from summarizer.models.llama.server import SLOT_TOKENS

ARTICLES = Path(__file__).parent / "articles"


def calls_of(article: Path, *, model: LlamaChat) -> list[Call]:
    """The calls that the article takes."""
    noted = Timed(model, as_large=False)
    Summarizer(model=noted, workers=1).summarize(article.read_text("utf-8"))
    return noted.calls


def passed(name: str, calls: Sequence[Call], *, cached: bool) -> tuple[float, int, int]:
    """Seconds, prompt tokens and cached prompt tokens of the calls, one after the other, on a fresh server."""
    local = LlamaChat(name)
    params = xllamacpp.CommonParams()
    params.model.path = str(local.file.path)
    params.n_ctx, params.n_parallel = SLOT_TOKENS, 1
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.ui, params.warmup, params.verbosity = False, False, 0
    params.cache_prompt = cached
    params.cache_ram_mib = params.cache_ram_mib if cached else 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    key = secrets.token_urlsafe(16)
    params.api_keys = [key]
    server = xllamacpp.Server(params)
    model = OpenAIChat(name, base_url=f"{server.listening_address}/v1", api_key=key, timeout=1800)
    model.send(replace(calls[0], messages=calls[0].messages[:1], max_output_tokens=1))  # what only the first call pays
    began = time.perf_counter()
    replies = [model.send(call) for call in calls]
    seconds = time.perf_counter() - began
    model.close()
    del server
    return seconds, sum(r.tokens.tokens_in for r in replies), sum(r.tokens.tokens_cached for r in replies)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--article", default="01")
    arguments = parser.parse_args()
    article = next(ARTICLES.glob(f"{arguments.article}*"))
    calls = calls_of(article, model=LlamaChat(arguments.model))
    print("| pass | seconds | prompt tokens | of these cached |\n| --- | --- | --- | --- |")
    found = {}
    for label, cached in (("cache off", False), ("cache on", True)):
        seconds, tokens, kept = passed(arguments.model, calls, cached=cached)
        found[cached] = seconds
        print(f"| {label} | {seconds:.1f} | {tokens} | {kept / tokens:.0%} |", flush=True)
    print(f"\n{arguments.model}, {len(calls)} calls: {found[False] / found[True]:.2f} times as fast with the cache")


if __name__ == "__main__":
    main()
