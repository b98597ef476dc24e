"""Measures what a shared beginning of prompts saves: the same calls of one article with the server's cache and without.

Run it from the root of the repository:

    python benchmarks/prompt_cache.py llama:smollm2 [--article 01]

The calls are those of the path that drafts facts and judges each claim in a call of its own. Both passes are in one
run, in the same order, on a fresh server each; the answers are held to one length by their limits.
"""

from __future__ import annotations

import argparse
import secrets
import time
from dataclasses import replace
from pathlib import Path

import xllamacpp

from summarizer import Call, OpenAIChat
from summarizer.facts.extract import extraction_call
from summarizer.models.llama import LlamaChat
from summarizer.models.llama_server import SLOT_TOKENS
from summarizer.text.chunk import ChunkPolicy, chunk
from summarizer.text.document import Document
from summarizer.text.tokens import counter_for
from summarizer.verification.judge import Question, judge
from summarizer.verification.source import Source

ARTICLES = Path(__file__).parent / "articles"
CLAIMS = 6
# Long enough for a judgement of one claim by a model that keeps to the task, and the same for both passes.
ANSWER_TOKENS = 48


def calls_of(article: Path) -> list[Call]:
    """Extraction, then the judgement of each of six of its sentences as a claim."""
    document = Document.of(article.read_text("utf-8"))
    chunks = chunk(document, policy=ChunkPolicy(), counter=counter_for(None))
    source = Source.of(document, chunks=chunks)
    calls = [extraction_call(one, document=document, language="the language of the article") for one in chunks]
    for number, unit in enumerate(chunks[0].units[1 : CLAIMS + 1], start=1):
        asked = Question(id=f"c1.{number}", statement=document.prose(unit.span), spans=(unit.span,), checks=())
        flow = judge([asked], source=source, stage="judge_facts", call_id=f"judge:{number}", chunk_id=chunks[0].id)
        calls.append(next(flow))
    return [replace(call, max_output_tokens=ANSWER_TOKENS) for call in calls]


def passed(name: str, calls: list[Call], *, cached: bool) -> tuple[float, int, int]:
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
    calls = calls_of(next(ARTICLES.glob(f"{arguments.article}*")))
    print("| pass | seconds | prompt tokens | of these cached |\n| --- | --- | --- | --- |")
    found = {}
    for label, cached in (("cache off", False), ("cache on", True)):
        seconds, tokens, kept = passed(arguments.model, calls, cached=cached)
        found[cached] = seconds
        print(f"| {label} | {seconds:.1f} | {tokens} | {kept / tokens:.0%} |", flush=True)
    print(f"\n{arguments.model}, {len(calls)} calls: {found[False] / found[True]:.2f} times as fast with the cache")


if __name__ == "__main__":
    main()
