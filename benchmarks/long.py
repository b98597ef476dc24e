"""Measures how long the rules take on a long document: reading it once, then twenty claims about it, first ones cold.

The texts named are repeated, their figures drawn anew each time, until the document has the size asked for. A claim is
a sentence of it as it stands, one with a word changed, one with a number put in, or the half of one with the half of
another. With --whole the document is summarized without a model instead, and the peak of memory printed.

    python benchmarks/long.py TEXT [TEXT ...] [--size 1000000] [--claims 20] [--seed 7] [--whole]
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from summarizer import summarize
from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules


def document_text(paths: Sequence[Path], *, size: int, rng: random.Random) -> str:
    """The texts one after the other, again and again, their figures drawn anew from the second time on."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    text = "\n\n".join(texts)
    while len(text) < size:
        text += "\n\n" + re.sub(r"\d", lambda _: str(rng.randrange(1, 10)), rng.choice(texts))
    return text[:size]


def claims_about(document: Document, *, count: int, rng: random.Random) -> list[str]:
    """As many claims, a quarter of them as the document has them."""
    sentences = [" ".join(sentence.body.of(document.text).split()) for sentence in document.sentences]
    whole = [sentence for sentence in sentences if 40 <= len(sentence) <= 250 and sentence.endswith((".", "。"))]
    some = whole or sentences
    claims: list[str] = []
    for number in range(count):
        words = rng.choice(some).split()
        middle = len(words) // 2
        if number % 4 == 1:
            words[middle] = rng.choice(rng.choice(some).split())
        elif number % 4 == 2:
            words.insert(middle, str(rng.randrange(100, 9_999)))
        elif number % 4 == 3:
            other = rng.choice(some).split()
            words = words[:middle] + other[len(other) // 2 :]
        claims.append(" ".join(words))
    return claims


def main() -> None:
    """Read, rule, print the times."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+", help="plain texts to make the document of")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the document (default 1,000,000)")
    parser.add_argument("--claims", type=int, default=20, help="claims ruled on (default 20)")
    parser.add_argument("--seed", type=int, default=7, help="seed of every draw")
    parser.add_argument("--whole", action="store_true", help="summarize the document without a model, and that alone")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    text = document_text(options.texts, size=options.size, rng=rng)
    if options.whole:
        print_whole(text)
        return
    moments = [(time.perf_counter(), time.process_time())]
    document = Document.of(text)
    moments.append((time.perf_counter(), time.process_time()))
    index = Index.of(document)
    moments.append((time.perf_counter(), time.process_time()))
    rules = Rules.of(index)
    moments.append((time.perf_counter(), time.process_time()))
    claims = claims_about(document, count=options.claims, rng=rng)
    start = (time.perf_counter(), time.process_time())
    verdicts = Counter[str](rules.rule_on(claim).verdict for claim in claims)
    end = (time.perf_counter(), time.process_time())
    numbers = len(rules.facts.values)
    print(f"{len(text):,} characters, {len(document.sentences):,} sentences, {numbers:,} different numbers")
    print(f"{'':34} {'seconds':>8} {'of CPU':>8}")
    names = ("Document.of", "Index.of", "Rules.of")
    for name, before, after in zip(names, moments[:-1], moments[1:], strict=True):
        print(_line(name, before, after))
    print(_line("reading it, all three", moments[0], moments[-1]))
    print(_line(f"{len(claims)} claims, the first ones cold", start, end))
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))


def print_whole(text: str) -> None:
    """The time that a summary without a model takes, and how much memory the process grew by at most."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = (time.perf_counter(), time.process_time())
    result = summarize(text, model=None)
    end = (time.perf_counter(), time.process_time())
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{len(text):,} characters, {len(result.facts)} facts, {grown:,.0f} MB more at the peak")
    print(_line("summarized without a model", start, end))


def _line(name: str, before: tuple[float, float], after: tuple[float, float]) -> str:
    return f"{name:34} {after[0] - before[0]:8.2f} {after[1] - before[1]:8.2f}"


if __name__ == "__main__":
    main()
