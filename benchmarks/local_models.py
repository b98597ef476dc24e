"""Measures small local models over the twenty articles of benchmarks/articles, through the whole path.

Run it from the root of the repository, with the name of any model:

    python benchmarks/local_models.py llama:PATH.gguf [--base-url URL] [--articles 14 15 …] [--as-large] [--show]
        [--json OUT]

`--as-large` asks it as a large model is asked, which is what *before* means in RESULTS.md. It prints one line for each
article, then the totals and the tokens and seconds by stage. `--show` prints the facts and sentences too, to be read:
whether a ticked fact is true and reads well no number here says.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarizer import Call, ChatModel, Reply, Result, Summarizer
from summarizer.models.profile import LARGE_MODEL, ModelProfile, profile_of
from summarizer.models.registry import resolve

ARTICLES = Path(__file__).parent / "articles"
STAGES = ("extract", "judge_facts", "write", "judge_summary")


class Timed:
    """A model that notes how long each of its calls took; calls come one after the other."""

    def __init__(self, model: ChatModel, *, as_large: bool) -> None:
        self.inner = model
        self.as_large = as_large
        self.calls: list[Call] = []
        self.seconds: dict[str, float] = defaultdict(float)

    @property
    def name(self) -> str:
        """The model's own."""
        return self.inner.name

    @property
    def profile(self) -> ModelProfile:
        """The model's own; or with the path of a large one, in the context that this one has."""
        own = profile_of(self.inner)
        return (
            replace(own, plain=False, judge_form="assertions", room_tokens=LARGE_MODEL.room_tokens)
            if self.as_large
            else own
        )

    def send(self, call: Call) -> Reply:
        """The model's reply, timed."""
        began = time.perf_counter()
        try:
            return self.inner.send(call)
        finally:
            self.calls.append(call)
            self.seconds[call.stage] += time.perf_counter() - began

    async def asend(self, call: Call) -> Reply:
        """The model's reply."""
        return await self.inner.asend(call)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one article gave."""

    article: str
    seconds: float
    calls: int
    unparsed: int
    drafts: int
    located: int
    supported: int
    ticked: int
    chosen: int
    duplicates: int
    mended: int
    sentences: int
    dropped: int
    written_by: str
    failures: tuple[str, ...]
    stages: dict[str, tuple[int, int, int, int, float]] = field(default_factory=dict)


def measured(article: Path, *, model: ChatModel, as_large: bool) -> tuple[Row, Result]:
    """The article summarised once, and what that took."""
    timed = Timed(model, as_large=as_large)
    began = time.perf_counter()
    result = Summarizer(model=timed, workers=1).summarize(article.read_text("utf-8"))
    seconds = time.perf_counter() - began
    drafted = [f for f in (*result.facts, *result.rejected) if f.id.startswith("c")]
    failures = tuple(f"{f.stage}: {f.error}" for f in result.failures)
    by_stage = {
        stage: (u.calls, u.tokens_in, u.tokens_cached, u.tokens_out, timed.seconds[stage])
        for stage, u in result.usage.by_stage.items()
    }
    return Row(
        article=article.stem,
        seconds=seconds,
        calls=result.usage.calls,
        unparsed=sum(f.error in ("ReplyMalformed", "ReplyTruncated", "ReplyEmpty") for f in result.failures),
        drafts=len(drafted),
        located=sum(bool(f.evidence) for f in drafted),
        supported=sum(f.verdict == "supported" for f in drafted),
        ticked=len(result.facts),
        chosen=sum(f.id.startswith("c") for f in result.facts),
        duplicates=sum(f.outcome == "merged" for f in result.rejected),
        mended=sum(f.statement != f.drafted for f in result.facts),
        sentences=len(list(result.summary.sentences())),
        dropped=len(result.summary.dropped),
        written_by=result.summary.written_by,
        failures=failures,
        stages=by_stage,
    ), result


def show(result: Result) -> None:
    """What the model wrote, to be read."""
    for fact in result.facts:
        changed = "" if fact.statement == fact.drafted else f"   <= {fact.drafted}"
        print(f"    + {fact.decided_by}: {fact.statement}{changed}")
    for fact in result.rejected:
        print(f"    - {fact.outcome}, {fact.verdict}: {fact.statement} | {fact.reason}")
    print(f"    # {result.summary.headline}")
    for sentence in result.summary.sentences():
        print(f"    . {sentence.decided_by}: {sentence.text}")
    for dropped in result.summary.dropped:
        print(f"    x {dropped.verdict}: {dropped.text} | {dropped.reason}")
    for failure in result.failures:
        print(f"    ! {failure.stage} {failure.call_id} {failure.error}: {failure.message[:300]}")


def table(rows: list[Row], *, name: str) -> str:
    """The totals as a Markdown table, with the tokens and seconds by stage under it."""
    count = len(rows)
    drafts = sum(r.drafts for r in rows) or 1
    calls = sum(r.calls for r in rows) or 1
    lines = [
        f"| {name}, {count} articles | |",
        "| --- | --- |",
        f"| replies that parse | {1 - sum(r.unparsed for r in rows) / calls:.0%} of {calls} |",
        f"| drafted facts | {sum(r.drafts for r in rows)} |",
        f"| drafts with evidence | {sum(r.located for r in rows) / drafts:.0%} |",
        f"| drafts supported | {sum(r.supported for r in rows) / drafts:.0%} |",
        f"| drafts that repeat another | {sum(r.duplicates for r in rows) / drafts:.0%} |",
        f"| ticked facts an article | {sum(r.ticked for r in rows) / count:.1f} |",
        f"| of these drafted by the model | {sum(r.chosen for r in rows) / count:.1f} |",
        f"| of these not in the words first drafted | {sum(r.mended for r in rows)} |",
        f"| articles with at least 4 ticked facts of the model's | {sum(r.chosen >= 4 for r in rows) / count:.0%} |",
        f"| articles with at least 4 ticked facts | {sum(r.ticked >= 4 for r in rows) / count:.0%} |",
        f"| summary sentences kept, dropped | {sum(r.sentences for r in rows)}, {sum(r.dropped for r in rows)} |",
        f"| summaries written by | {dict(Counter(r.written_by for r in rows))} |",
        f"| calls an article | {calls / count:.1f} |",
        f"| seconds an article | {sum(r.seconds for r in rows) / count:.0f} |",
        "",
        "| stage | calls | tokens in | of these cached | tokens out | seconds |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for stage in (*STAGES, "all"):
        parts = [v for r in rows for s, v in r.stages.items() if stage in (s, "all")]
        n, tin, cached, out, seconds = (sum(part[i] for part in parts) / count for i in range(5))
        share = cached / tin if tin else 0
        lines.append(f"| {stage} | {n:.1f} | {tin:.0f} | {share:.0%} | {out:.0f} | {seconds:.1f} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--base-url")
    parser.add_argument("--articles", nargs="*", default=[], help="first letters of file names (default: all)")
    parser.add_argument("--as-large", action="store_true", help="ask as a large model is asked")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    opened = resolve(arguments.model, base_url=arguments.base_url)
    if opened is None:
        parser.error("a model is needed")
    wanted = tuple(arguments.articles)
    rows = []
    for article in sorted(p for p in ARTICLES.iterdir() if p.stem != "README"):
        if wanted and not article.name.startswith(wanted):
            continue
        row, result = measured(article, model=opened.model, as_large=arguments.as_large)
        rows.append(row)
        print(
            f"{row.article}: {row.ticked} ticked, {row.chosen} of {row.drafts} drafted; {row.sentences} kept, "
            f"{row.dropped} dropped ({row.written_by}); {row.seconds:.0f} s, {row.calls} calls",
            *row.failures,
            flush=True,
        )
        if arguments.show:
            show(result)
        if arguments.json:
            arguments.json.write_text(json.dumps([{s: getattr(r, s) for s in Row.__slots__} for r in rows], indent=1))
    print(table(rows, name=opened.model.name))


if __name__ == "__main__":
    main()
