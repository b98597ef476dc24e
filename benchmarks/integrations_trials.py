"""The examples of embedding as used by somebody who copies them: two at once, no text, a huge one, German, a wrong key.

`benchmarks/integrations_run.py` runs this where the packages are. Each trial is a row; an error that is none of this
library's is a surprise, and ends it badly.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from model_server import honest_server
from scripted_server import status

from summarizer import Summarizer, TextVerification

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
FERRY = (ARTICLES / "harbor-ferry.txt").read_text("utf-8")
GERMAN = (ARTICLES / "moorwald.de.txt").read_text("utf-8")
HUGE = "\n\n".join(FERRY.replace("Kittiwake", f"Kittiwake{n}") for n in range(200_000 // len(FERRY) + 1))
SHARES = "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday."
TRUE_GERMAN = "Am 3. Oktober 2025 schloss das Forstamt Ahrenfeld den letzten von 61 Dämmen."
WRONG_GERMAN = "Am 4. Oktober 2025 schloss das Forstamt Ahrenfeld den letzten von 61 Dämmen."
KINDS = ("two at once", "no text", "huge", "German", "wrong key")


@contextmanager
def refusing() -> Iterator[Summarizer]:
    """A summarizer whose server refuses its key."""
    with (
        honest_server(lambda _call, _number: status(401, "bad key")) as server,
        Summarizer(model="gpt-5-mini", base_url=server.base_url, api_key="sk-wrong") as summarizer,
    ):
        yield summarizer


def verdicts(found: TextVerification | None) -> str:
    """The verdicts in one word each, or that nothing was checked."""
    return "not checked" if found is None else ", ".join(one.verdict for one in found.sentences)


def both(ask: Callable[[Any], Any], first: object, second: object) -> str:
    """Two threads at once, each with its own."""
    with ThreadPoolExecutor(2) as pool:
        return " / ".join(map(str, pool.map(ask, (first, second))))


def langchain(kind: str, summarizer: Summarizer) -> str:
    """A chain's answer against its documents, and documents to a summary."""
    example = import_module("langchain_runnable")
    from langchain_core.documents import Document  # noqa: PLC0415 - not everywhere

    check, summary = example.checking_runnable(summarizer), example.summary_runnable(summarizer)

    def asked(answer: str, text: str) -> str:
        return verdicts(check.invoke({"answer": answer, "documents": [Document(text)]}))

    if kind == "two at once":
        found = check.batch([{"answer": SHARES, "documents": [Document(text)]} for text in (FERRY, GERMAN)])

        async def together() -> Any:
            return await asyncio.gather(*(summary.ainvoke([Document(text)]) for text in (FERRY, GERMAN)))

        return f"{' / '.join(map(verdicts, found))}; {[len(one.facts) for one in asyncio.run(together())]} facts"
    if kind == "no text":
        return asked(SHARES, "")
    if kind == "German":
        return asked(f"{TRUE_GERMAN} {WRONG_GERMAN}", GERMAN)
    return asked(SHARES, HUGE if kind == "huge" else FERRY.replace("fell", "went down by"))


def llamaindex(kind: str, summarizer: Summarizer) -> str:
    """A query engine over an index of one text."""
    example = import_module("llamaindex_checked_answer")
    from llama_index.core import Document, MockEmbedding, VectorStoreIndex  # noqa: PLC0415 - not everywhere

    def asked(text: str) -> str:
        index = VectorStoreIndex.from_documents([Document(text=text)], embed_model=MockEmbedding(embed_dim=8))
        engine = index.as_query_engine(llm=example.YourModel(), similarity_top_k=3)
        response = example.CheckedQueryEngine(engine=engine, summarizer=summarizer).query("What?")
        return verdicts(response.metadata["checked"])

    if kind == "two at once":
        return both(asked, FERRY, GERMAN)
    return asked({"no text": "", "huge": HUGE, "German": GERMAN}.get(kind, FERRY.replace("five", "5 people")))


def haystack(kind: str, summarizer: Summarizer) -> str:
    """The component by itself, as a pipeline calls it."""
    example = import_module("haystack_component")
    from haystack import Document  # noqa: PLC0415 - not everywhere
    from haystack.dataclasses import ChatMessage  # noqa: PLC0415 - not everywhere

    checker = example.ReplyChecker(model=None)
    checker._summarizer = summarizer  # noqa: SLF001 - the trial's own

    def asked(given: tuple[str, str]) -> str:
        reply, text = given
        found = checker.run(replies=[ChatMessage.from_assistant(reply)], documents=[Document(content=text)] * 2)
        return f"{' / '.join(map(verdicts, found['checked'])) or 'not checked'}, {len(found['supported'])} let through"

    if kind == "two at once":
        return both(asked, (SHARES, FERRY), (SHARES, GERMAN))
    if kind == "no text":
        return f"{asked((SHARES, ''))}; {asked(('', FERRY))}"
    if kind == "German":
        return asked((f"{TRUE_GERMAN} {WRONG_GERMAN}", GERMAN))
    return asked((SHARES, HUGE if kind == "huge" else SHARES.replace("fell", "went down")))


def pydantic_ai(kind: str, summarizer: Summarizer) -> str:
    """An agent whose answer has to hold."""
    example = import_module("pydantic_ai_tool")
    from pydantic_ai.exceptions import AgentRunError  # noqa: PLC0415 - not everywhere
    from pydantic_ai.models.function import FunctionModel  # noqa: PLC0415 - not everywhere

    async def asked(text: str) -> str:
        try:
            run = await example.agent.run(
                "How?", model=FunctionModel(example.your_model), deps=example.Desk(text, summarizer)
            )
        except (AgentRunError, example.NotChecked) as error:
            return f"no answer: {error}"
        return str(run.output)

    async def together() -> list[str]:
        return list(await asyncio.gather(asked(FERRY), asked(FERRY)))

    if kind == "two at once":
        return " / ".join(asyncio.run(together()))
    texts = {"no text": "", "huge": HUGE, "German": GERMAN}
    return asyncio.run(asked(texts.get(kind, FERRY.replace("fell", "went down by"))))


def pandas(kind: str, summarizer: Summarizer) -> str:
    """A column of two."""
    example = import_module("pandas_facts")
    import pandas as pd  # noqa: PLC0415 - not everywhere

    def asked(text: str) -> str:
        frame = pd.DataFrame({"name": [1, 2], "body": [text, None]})
        facts, articles = example.facts_of(frame, text="body", id="name", summarizer=summarizer)
        return f"{len(facts)} facts, {list(articles['error'].fillna('fine'))}"

    if kind == "two at once":
        return both(asked, FERRY, GERMAN)
    return asked({"no text": "", "huge": HUGE, "German": GERMAN}.get(kind, FERRY))


TRIED = {
    "LangChain": langchain,
    "LlamaIndex": llamaindex,
    "Haystack": haystack,
    "pydantic-ai": pydantic_ai,
    "pandas": pandas,
}


def main() -> int:
    """A row for each trial; what raises something else than an error of this library's own is a surprise."""
    surprises = 0
    print("| example | trial | seconds | outcome |\n|---|---|---|---|")
    for name, ask in TRIED.items():
        for kind in KINDS:
            began = time.perf_counter()
            with refusing() if kind == "wrong key" else Summarizer(model=None) as summarizer:
                outcome, surprised = _outcome(partial(ask, kind, summarizer))
            surprises += surprised
            took = time.perf_counter() - began
            print(f"| {name} | {kind} | {took:.1f} | {' '.join(outcome.split())[:240]} |", flush=True)
    return int(bool(surprises))


def _outcome(tried: Callable[[], str]) -> tuple[str, bool]:
    try:
        return tried(), False
    except Exception as error:  # noqa: BLE001 - each trial is a row, whatever comes
        ours = type(error).__module__.startswith("summarizer.")
        if not ours:
            traceback.print_exc(file=sys.stderr)
        return f"{'' if ours else 'SURPRISE: '}{type(error).__name__}: {error}", not ours


if __name__ == "__main__":
    os.environ.pop("OPENAI_API_KEY", None)
    sys.exit(main())
