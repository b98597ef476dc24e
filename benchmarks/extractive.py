"""Measures what the engine without a model costs and what its summaries cover, beside first and random sentences.

    python benchmarks/extractive.py [ARTICLE ...] [--data DIR]
    python benchmarks/extractive.py --read [ARTICLE ...]

Times are the median of several runs for each article (those of examples/articles by default): reading the document,
picking six facts, planning a long summary, and, as the naive baseline in the same run, taking the first six sentences.

With --data, DIR holds refs_squality_dev.jsonl.gz: JSON lines with `document` (a story of about 5,000 words) and
`references` (summaries by people). Printed is the recall of the references' content words (each counted as often as
both have it, as in ROUGE-1 recall; terms without function words), the mean over references and stories, for our key
facts and long summary, for the opening of the story and for random sentences of it (the mean of 20 draws), all cut to
the number of words that ours has.

With --read the results are printed instead, those of benchmarks/articles and benchmarks/forms by default, for a person
to read, and below each what can be counted: sentences shown, of how many, how many twice, and where titles come from.
RESULTS.md says what was found.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import summarizer
from summarizer.document.document import Document
from summarizer.extractive.key_sentences import pick_key_sentences
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.extractive.summary_plan import plan_summary
from summarizer.text.terms import is_function, terms

FACTS: Final = 6
RUNS: Final = 7
DRAWS: Final = 20
HERE: Final = Path(__file__).parent
ARTICLES: Final = Path(__file__).parent.parent / "examples" / "articles"


def main() -> None:
    """Print the times and, where there is data, the coverage."""
    parser = argparse.ArgumentParser(description="Cost and coverage of the engine without a model.")
    parser.add_argument("articles", nargs="*", type=Path, help="text or Markdown files (default: the example articles)")
    parser.add_argument("--data", type=Path, help="directory with refs_squality_dev.jsonl.gz")
    parser.add_argument("--read", action="store_true", help="print the results, for a person to read")
    options = parser.parse_args()
    if options.read:
        for path in options.articles or sorted((HERE / "articles").iterdir()) + sorted((HERE / "forms").iterdir()):
            if path.name != "README.md":
                print_result(path)
        return
    articles = options.articles or sorted(path for path in ARTICLES.iterdir() if path.name != "README.md")
    print(f"{'milliseconds':28}{'sentences':>10}{'document':>10}{'pick':>8}{'compose':>9}{'lead 6':>8}")
    for path in articles:
        print_times(path)
    if options.data:
        print_coverage(options.data / "refs_squality_dev.jsonl.gz")


def print_result(path: Path) -> None:
    """What came of a text, and what can be counted of it."""
    result = summarizer.summarize(path.read_text(encoding="utf-8"), model=None)
    summary = result.summary
    print(f"{'=' * 20} {path.name}\n{result.to_text(width=110)}\n")
    told = [fact.statement for fact in result.facts] + [sentence.text for sentence in summary.sentences()]
    if summary.headline and summary.headline != result.document.title:
        told.append(summary.headline)
    twice = sum(count - 1 for text, count in Counter(text.rstrip(".。") for text in told if text).items())
    titled = sum(bool(section.title) for section in summary.sections)
    source = "own" if summary.headline == result.document.title else "a sentence" if summary.headline else "none"
    print(
        f"-- {len(told)} shown of {result.document.sentences} sentences, {twice} twice; headline: {source}; "
        f"sections: {titled} with a heading, {len(summary.sections) - titled} without\n"
    )


def print_times(path: Path) -> None:
    """One line of the median times for an article."""
    text = path.read_text(encoding="utf-8")
    document = Document.of(text)
    facts = [one.sentence for one in pick_key_sentences(document, count=FACTS)]
    read = median_ms(lambda: Document.of(text))
    picked = median_ms(lambda: pick_key_sentences(document, count=FACTS))
    planned = median_ms(lambda: plan_summary(document, scores=score_sentences(document), facts=facts, length="long"))
    lead = median_ms(lambda: tuple(document.prose(one.body) for one in document.sentences[:FACTS]))
    count = len(document.sentences)
    print(f"{path.name[:27]:28}{count:10}{read:10.1f}{picked:8.1f}{planned:9.1f}{lead:8.2f}")


def median_ms(work: Callable[[], object]) -> float:
    """The median time of several runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def print_coverage(path: Path) -> None:
    """The share of the references' content words that each kind of summary has, at equal length."""
    covered = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            covered.append(coverage(row["document"], row["references"]))
    words = statistics.mean(one.words for one in covered)
    print(f"\ncoverage of the content words of {len(covered)} stories' references, {words:.0f} words each")
    print(f"{'long summary':16}{statistics.mean(one.summary for one in covered):7.3f}")
    print(f"{'opening':16}{statistics.mean(one.opening for one in covered):7.3f}")
    print(f"{'random':16}{statistics.mean(one.chance for one in covered):7.3f}")
    openings = sum(one.summary > one.opening for one in covered)
    chances = sum(one.summary > one.chance for one in covered)
    print(f"better than the opening on {openings}, than random on {chances} of {len(covered)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Recall of our summary of a text, of its opening and of random sentences, and how many words each has."""

    summary: float
    opening: float
    chance: float
    words: int


def coverage(text: str, references: Sequence[str]) -> Coverage:
    """What our summary covers, and what the opening and random sentences of the same length do."""
    document = Document.of(text)
    facts = [one.sentence for one in pick_key_sentences(document, count=FACTS)]
    plan = plan_summary(document, scores=score_sentences(document), facts=facts, length="long")
    proses = [document.prose(sentence.body) for sentence in document.sentences]
    # The summary does not say again what the key facts say.
    summary = " ".join(proses[index] for index in sorted({*facts, *plan.sentences()}))
    size = len(summary.split())
    dice = random.Random(0)
    draws = []
    for _ in range(DRAWS):
        drawn = dice.sample(proses, len(proses))
        draws.append(recall(first_words(drawn, size), references))
    return Coverage(
        summary=recall(summary, references),
        opening=recall(first_words(proses, size), references),
        chance=statistics.mean(draws),
        words=size,
    )


def first_words(proses: Sequence[str], count: int) -> str:
    """The first words of some sentences."""
    return " ".join(" ".join(proses).split()[:count])


def recall(summary: str, references: Sequence[str]) -> float:
    """The mean share of the references' content words that a summary has, each counted as often as both have it."""
    have = content_terms(summary)
    wanted = [content_terms(reference) for reference in references]
    return statistics.mean((have & want).total() / want.total() for want in wanted)


def content_terms(text: str) -> Counter[str]:
    """The content terms of a text with their counts."""
    return Counter(term for term in terms(text) if not is_function(term))


if __name__ == "__main__":
    main()
