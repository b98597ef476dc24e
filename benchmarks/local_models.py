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
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from summarizer import Call, ChatModel, CheckedFact, Reply, Result, Summarizer
from summarizer.models.profile import LARGE_MODEL, ModelProfile, profile_of
from summarizer.models.registry import resolve

ARTICLES = Path(__file__).parent / "articles"
# The errors of a reply that came and could not be read.
UNPARSED = ("ReplyMalformed", "ReplyTruncated", "ReplyEmpty")
STAGES = ("extract", "judge_facts", "write", "judge_summary")


class TimedModel:
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
        if not self.as_large:
            return own
        return replace(own, plain=False, judge_form="assertions", room_tokens=LARGE_MODEL.room_tokens)

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
class Spent:
    """What one stage took; two of them add up."""

    calls: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    seconds: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        return Spent(
            calls=self.calls + other.calls,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_out=self.tokens_out + other.tokens_out,
            seconds=self.seconds + other.seconds,
        )


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
    stages: dict[str, Spent] = field(default_factory=dict)


def measure(article: Path, *, model: ChatModel, as_large: bool) -> tuple[Row, Result]:
    """Summarize the article once, and count what that took."""
    timed = TimedModel(model, as_large=as_large)
    began = time.perf_counter()
    result = Summarizer(model=timed, workers=1).summarize(article.read_text("utf-8"))
    seconds = time.perf_counter() - began
    drafted = [fact for fact in (*result.facts, *result.rejected) if _is_of_model(fact)]
    row = Row(
        article=article.stem,
        seconds=seconds,
        calls=result.usage.calls,
        unparsed=sum(failure.error in UNPARSED for failure in result.failures),
        drafts=len(drafted),
        located=sum(bool(fact.evidence) for fact in drafted),
        supported=sum(fact.verdict == "supported" for fact in drafted),
        ticked=len(result.facts),
        chosen=sum(_is_of_model(fact) for fact in result.facts),
        duplicates=sum(fact.outcome == "merged" for fact in result.rejected),
        mended=sum(fact.statement != fact.drafted for fact in result.facts),
        sentences=len(list(result.summary.sentences())),
        dropped=len(result.summary.dropped),
        written_by=result.summary.written_by,
        failures=tuple(f"{failure.stage}: {failure.error}" for failure in result.failures),
        stages=_spent_by_stage(result, timed),
    )
    return row, result


def _is_of_model(fact: CheckedFact) -> bool:
    """True for a fact that the model drafted: its id begins with that of its chunk."""
    return fact.id.startswith("c")


def _spent_by_stage(result: Result, timed: TimedModel) -> dict[str, Spent]:
    spent = {}
    for stage, usage in result.usage.by_stage.items():
        spent[stage] = Spent(
            calls=usage.calls,
            tokens_in=usage.tokens_in,
            tokens_cached=usage.tokens_cached,
            tokens_out=usage.tokens_out,
            seconds=timed.seconds[stage],
        )
    return spent


def print_result(result: Result) -> None:
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


def table_of(rows: list[Row], *, name: str) -> str:
    """The totals as a Markdown table, with the tokens and seconds by stage under it."""
    return "\n".join([*_totals(rows, name=name), "", *_stages(rows)])


def _totals(rows: Sequence[Row], *, name: str) -> list[str]:
    def total(counted: str) -> float:
        found: float = sum(getattr(row, counted) for row in rows)
        return found

    def of_drafts(count: float) -> str:
        return f"{count / (total('drafts') or 1):.0%}"

    def of_articles(count: float) -> str:
        return f"{count / len(rows):.0%}"

    def each(count: float, *, decimals: int = 1) -> str:
        return f"{count / len(rows):.{decimals}f}"

    calls = total("calls") or 1
    figures = {
        "replies that parse": f"{1 - total('unparsed') / calls:.0%} of {calls}",
        "drafted facts": f"{total('drafts')}",
        "drafts with evidence": of_drafts(total("located")),
        "drafts supported": of_drafts(total("supported")),
        "drafts that repeat another": of_drafts(total("duplicates")),
        "ticked facts an article": each(total("ticked")),
        "of these drafted by the model": each(total("chosen")),
        "of these not in the words first drafted": f"{total('mended')}",
        "articles with at least 4 ticked facts of the model's": of_articles(sum(row.chosen >= 4 for row in rows)),
        "articles with at least 4 ticked facts": of_articles(sum(row.ticked >= 4 for row in rows)),
        "summary sentences kept, dropped": f"{total('sentences')}, {total('dropped')}",
        "summaries written by": f"{dict(Counter(row.written_by for row in rows))}",
        "calls an article": each(calls),
        "seconds an article": each(total("seconds"), decimals=0),
    }
    head = [f"| {name}, {len(rows)} articles | |", "| --- | --- |"]
    return head + [f"| {label} | {figure} |" for label, figure in figures.items()]


def _stages(rows: Sequence[Row]) -> list[str]:
    lines = [
        "| stage | calls | tokens in | of these cached | tokens out | seconds |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    spent: defaultdict[str, Spent] = defaultdict(Spent)
    for row in rows:
        for stage, one in row.stages.items():
            spent[stage] += one
            spent["all"] += one
    for stage in (*STAGES, "all"):
        one = spent[stage]
        share = one.tokens_cached / one.tokens_in if one.tokens_in else 0
        means = (one.calls / len(rows), one.tokens_in / len(rows), one.tokens_out / len(rows), one.seconds / len(rows))
        calls, tokens_in, tokens_out, seconds = means
        lines.append(f"| {stage} | {calls:.1f} | {tokens_in:.0f} | {share:.0%} | {tokens_out:.0f} | {seconds:.1f} |")
    return lines


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
    for article in sorted(ARTICLES.iterdir()):
        if article.stem == "README" or (wanted and not article.name.startswith(wanted)):
            continue
        row, result = measure(article, model=opened.model, as_large=arguments.as_large)
        rows.append(row)
        print(
            f"{row.article}: {row.ticked} ticked, {row.chosen} of {row.drafts} drafted; {row.sentences} kept, "
            f"{row.dropped} dropped ({row.written_by}); {row.seconds:.0f} s, {row.calls} calls",
            *row.failures,
            flush=True,
        )
        if arguments.show:
            print_result(result)
        if arguments.json:
            arguments.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))
    print(table_of(rows, name=opened.model.name))


if __name__ == "__main__":
    main()
