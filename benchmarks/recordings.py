"""Whole runs with a strong model, recorded once and replayed: what was ticked, told and dropped, and at what price.

    python benchmarks/recordings.py                                              replay all, and print the table
    python benchmarks/recordings.py record NAME --model M [--base-url URL]       ask a model, and keep its answers
    python benchmarks/recordings.py show NAME                                    print facts and summary

A recording is for one set of prompts: where a prompt or a rule changes what is asked, the replay has no answer and says
so, and the run is recorded anew. Those in `recordings/` were answered by hand, by somebody who read nothing but the
requests, as no strong model can be reached from here; so their prose is that of such a model, and their calls, tokens
and checks are the library's.
"""

from __future__ import annotations

import argparse
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import summarizer
from summarizer.document.tokens import counter_for
from summarizer.runtime.budget import prompt_tokens

FOLDER: Final = Path(__file__).parent / "recordings"
ARTICLES: Final = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One recorded run: the articles that it reads, and the options that it reads them with."""

    articles: tuple[str, ...]
    options: Mapping[str, Any] = field(default_factory=dict)

    def texts(self) -> list[str]:
        """The articles, in order."""
        return [(ARTICLES / name).read_text("utf-8") for name in self.articles]

    def made(self, model: summarizer.ChatModel) -> summarizer.Result:
        """The result of the run, answered by a model; tokens are counted exactly, whoever answers."""
        retry = summarizer.RetryPolicy(tries=1)
        options = {"exam": "never", "counter": counter_for("gpt-5"), "retry": retry, **self.options}
        with summarizer.Summarizer(model=model, **options) as kept:
            return kept.summarize(self.texts()[0])


RUNS: Final[Mapping[str, Run]] = {
    "news": Run(articles=("26-news-report.txt",)),
    "news-fast": Run(articles=("26-news-report.txt",), options={"verification": "fast"}),
    "news-in-german": Run(articles=("26-news-report.txt",), options={"language": "German"}),
    "web-page": Run(articles=("27-web-page.txt",)),
    "interview": Run(articles=("29-interview.txt",)),
    "german-feature": Run(articles=("31-german-feature.txt",)),
    "french-news": Run(articles=("32-french-news.txt",)),
    "chinese-news": Run(articles=("34-chinese-news.txt",)),
    "biography": Run(articles=("35-biography.txt",)),
    "court-case": Run(articles=("37-court-case.txt",)),
    "story": Run(articles=("39-story.txt",)),
    "science-report": Run(articles=("40-science-report.txt",)),
    "long-feature": Run(articles=("25-long-feature.txt",)),
    "report": Run(articles=("23-report.md",)),
    "transcript": Run(articles=("22-transcript.txt",), options={"chunks": summarizer.ChunkPolicy(max_tokens=3000)}),
    "contract-focus": Run(
        articles=("24-contract.txt",), options={"focus": "What must the tenant pay, and when can the rent change?"}
    ),
}


class Counted:
    """Answers by another model, and adds up the tokens of what it was asked."""

    def __init__(self, model: summarizer.Replay) -> None:
        self._model = model
        self._lock = threading.Lock()
        self.calls = self.tokens = 0

    @property
    def name(self) -> str:
        """The name of who answers."""
        return self._model.name

    @property
    def profile(self) -> summarizer.ModelProfile:
        """What who answers can be trusted with."""
        return self._model.profile

    def send(self, call: summarizer.Call) -> summarizer.Reply:
        """The answer that was kept."""
        tokens = prompt_tokens(call, counter=counter_for("gpt-5"))
        with self._lock:  # calls of one round come from several threads
            self.calls += 1
            self.tokens += tokens
        return self._model.send(call)

    async def asend(self, call: summarizer.Call) -> summarizer.Reply:
        """The answer that was kept."""
        return self.send(call)


def recorded() -> list[str]:
    """The names of the runs that have a recording."""
    return [name for name in RUNS if (FOLDER / f"{name}.jsonl").exists()]


def replayed(name: str) -> tuple[summarizer.Result, Counted]:
    """A run again, answered from its recording, with what it asked."""
    model = Counted(summarizer.Replay(FOLDER / f"{name}.jsonl"))
    return RUNS[name].made(model), model


def table() -> None:
    """Print what each recorded run came to."""
    print("| run | tokens | calls | tokens asked, × article | drafted | ticked | refused | sentences | dropped |")
    print("|---|---|---|---|---|---|---|---|---|")
    counter = counter_for("gpt-5")
    for name in recorded():
        result, asked = replayed(name)
        size = sum(counter.count(RUNS[name].texts()))
        refused = sum(fact.outcome == "refused" for fact in result.rejected)
        drafted = len(result.facts) + len(result.rejected)
        sentences, dropped = len(list(result.summary.sentences())), len(result.summary.dropped)
        print(
            f"| {name} | {size:,} | {asked.calls} | {asked.tokens:,} ({asked.tokens / size:.1f}) | {drafted} | "
            f"{len(result.facts)} | {refused} | {sentences} | {dropped} |"
        )


def record(options: argparse.Namespace) -> None:
    """Ask a model, and keep its answers; a recording of an earlier try is gone on with."""
    name, path = options.name, FOLDER / f"{options.name}.jsonl"
    model = summarizer.OpenAIChat(options.model, base_url=options.base_url, api_key=options.api_key, timeout=3000.0)
    result = RUNS[name].made(summarizer.Recording(path, model=model))
    print(result.to_markdown())
    print(f"{name}: {result.usage.calls} calls; failures: {[failure.message for failure in result.failures]}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command")
    recording = commands.add_parser("record")
    recording.add_argument("name", choices=RUNS)
    recording.add_argument("--model", default="by-hand")
    recording.add_argument("--base-url", default=None)
    recording.add_argument("--api-key", default="none")
    commands.add_parser("show").add_argument("name", choices=recorded() or list(RUNS))
    options = parser.parse_args()
    if options.command == "record":
        record(options)
    elif options.command == "show":
        print(replayed(options.name)[0].to_markdown())
    else:
        table()


if __name__ == "__main__":
    main()
