"""Measures how well and how fast quotes are located, beside rapidfuzz and (where installed) langextract.

    python benchmarks/locate.py TEXT [TEXT ...] [--quotes 200] [--seed 1]

Each text is roughened by code (no-break and double spaces, soft hyphens), then quotes are made from it by code: exact,
typographic, with an ellipsis, paraphrased by one to three words, and invented (from another text, recombined, spliced
from halves of two places). Right means: at least 0.85 of the true place (intersection over union), or None where the
quote is invented. The size of 1 MB is made by adding sentences of the same text with their words shuffled, so that no
quote has two places.
Times are processor time a quote, after the index is built; the time to build it is given apart.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from summarizer.text.fold import fold, folded
from summarizer.text.locate import Locator
from summarizer.text.span import Span

ARTICLE_SIZE: Final = 60_000
LONG_SIZE: Final = 1_000_000
OVERLAP: Final = 0.85
# The cutoffs at which notes of earlier measurements found rapidfuzz best, raw and over folded text.
RAW_CUTOFF: Final = 80
FOLDED_CUTOFF: Final = 76


class Case(NamedTuple):
    """A quote, what was done to it, and its true place (None: invented)."""

    quote: str
    kind: str
    place: Span | None


Find = Callable[[str], Span | None]


def roughen(text: str, rng: random.Random) -> str:
    """Give the text the typography that real pages have."""
    out = []
    for part in re.split(r"( +)", text):
        dice = rng.random()
        if part.isspace() and dice < 0.02:
            out.append("\u00a0" if dice < 0.01 else "  ")
        elif len(part) > 7 and part.isalpha() and dice < 0.02:
            out.append(part[:4] + "\u00ad" + part[4:])
        else:
            out.append(part)
    return "".join(out)


def grow(text: str, size: int, rng: random.Random) -> str:
    """Let the text be followed by its own sentences with shuffled words, up to a size."""
    sentences = [sentence.split() for sentence in re.split(r"(?<=[.!?])\s+", text)]
    out, length = [text], len(text)
    while length < size:
        shuffled = list(rng.choice(sentences))
        rng.shuffle(shuffled)
        out.append(" ".join(shuffled))
        length += len(out[-1]) + 1
    return " ".join(out)


class QuoteMaker:
    """Makes quotes from one text; `other` is what quotes from elsewhere are cut from."""

    def __init__(self, text: str, other: str, rng: random.Random) -> None:
        self.text = text
        self.rng = rng
        self.spots = [match.span() for match in re.finditer(r"\S+", text)]
        self.other = other.split()
        self.flat = folded(text)

    def stretch(self, low: int, high: int) -> tuple[int, int]:
        """First and one past the last word of a random stretch that stands once in the text."""
        while True:
            count = self.rng.randint(low, high)
            first = self.rng.randrange(len(self.spots) - count)
            if self.flat.count(folded(self.cut(first, first + count)).strip()) == 1:
                return first, first + count

    def cut(self, first: int, last: int) -> str:
        """The text of the words `first..last`."""
        return self.text[self.spots[first][0] : self.spots[last - 1][1]]

    def span(self, first: int, last: int) -> Span:
        """The place of the words `first..last`."""
        return Span(self.spots[first][0], self.spots[last - 1][1])

    def exact(self) -> Case:
        """A stretch as it is."""
        first, last = self.stretch(5, 35)
        return Case(self.cut(first, last), "exact", self.span(first, last))

    def typographic(self) -> Case:
        """A stretch with two changes of quotes, dashes, case, spaces, wrapping or the final stop."""
        first, last = self.stretch(5, 35)
        quote = self.cut(first, last)
        changes: list[Callable[[str], str]] = [
            str.lower,
            str.upper,
            lambda q: " ".join(q.split()),
            lambda q: re.sub(r"\s+", "\n", q, count=3),
            lambda q: q.replace("\u00ad", "").replace("\u00a0", " "),
            lambda q: q.translate(str.maketrans("‘’“”—–", "''\"\"--")),
            lambda q: q.translate(str.maketrans("'\"-", "’”–")),
            lambda q: f"“{q}”",
            lambda q: q.rstrip(".,;:!?") + ".",
        ]
        for change in self.rng.sample(changes, 2):
            quote = change(quote)
        return Case(quote, "typographic", self.span(first, last))

    def ellipsis(self) -> Case:
        """Two stretches with an ellipsis for 5 to 60 words between them."""
        first, middle = self.stretch(4, 12)
        second = middle + self.rng.randint(5, 60)
        last = second + self.rng.randint(4, 12)
        if last >= len(self.spots):
            return self.ellipsis()
        sign = self.rng.choice([" ... ", " … ", " [...] ", "... ", " . . . "])
        return Case(self.cut(first, middle) + sign + self.cut(second, last), "ellipsis", self.span(first, last))

    def paraphrased(self) -> Case:
        """A stretch of 12 to 35 words of which one to three were replaced, dropped or added."""
        first, last = self.stretch(12, 35)
        tokens = self.cut(first, last).split()
        for _ in range(self.rng.randint(1, 3)):
            spot = self.rng.randrange(1, len(tokens) - 1)
            change = self.rng.choice(["replace", "drop", "add"])
            if change == "drop":
                tokens.pop(spot)
            elif change == "add":
                tokens.insert(spot, self.rng.choice(self.other))
            else:
                tokens[spot] = self.rng.choice(self.other)
        return Case(" ".join(tokens), "paraphrased", self.span(first, last))

    def invented(self) -> Case:
        """Words from another text, words of this text in no order, or halves of two places run together."""
        way = self.rng.randrange(3)
        if way == 0:
            return Case(self._foreign_words(), "invented", None)
        if way == 1:
            return Case(self._shuffled_words(), "invented", None)
        one = self.stretch(8, 15)
        two = self.stretch(8, 15)
        if abs(one[0] - two[0]) < 200:
            return self.invented()
        return Case(f"{self.cut(*one)} {self.cut(*two)}", "invented", None)

    def _foreign_words(self) -> str:
        first = self.rng.randrange(len(self.other) - 40)
        return " ".join(self.other[first : first + self.rng.randint(8, 30)])

    def _shuffled_words(self) -> str:
        spots = self.rng.sample(range(len(self.spots)), 15)
        return " ".join(self.cut(spot, spot + 1) for spot in spots)


def make_cases(text: str, other: str, count: int, seed: int) -> list[Case]:
    """Quotes of all kinds in the shares 30, 30, 10, 15 and 15 %."""
    maker = QuoteMaker(text, other, random.Random(seed))
    shares: list[tuple[Callable[[], Case], float]] = [
        (maker.exact, 0.30),
        (maker.typographic, 0.30),
        (maker.ellipsis, 0.10),
        (maker.paraphrased, 0.15),
        (maker.invented, 0.15),
    ]
    made = []
    for make, share in shares:
        made += [make() for _ in range(round(count * share))]
    return made


def is_right(found: Span | None, case: Case) -> bool:
    """True when the place is the true one, or None where there is none."""
    if found is None or case.place is None:
        return found is None and case.place is None
    shared = min(found.end, case.place.end) - max(found.start, case.place.start)
    whole = max(found.end, case.place.end) - min(found.start, case.place.start)
    return shared / whole >= OVERLAP


def find_with_library(text: str) -> Find:
    """This library."""
    locator = Locator.of(text)

    def find(quote: str) -> Span | None:
        found = locator.locate(quote)
        return Span(found.start, found.end) if found else None

    return find


def find_plainly(text: str) -> Find:
    """`str.find`."""

    def find(quote: str) -> Span | None:
        start = text.find(quote)
        return Span(start, start + len(quote)) if start >= 0 else None

    return find


def find_with_rapidfuzz(text: str) -> Find:
    """Rapidfuzz over the text as it is."""

    def find(quote: str) -> Span | None:
        found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=RAW_CUTOFF)
        return Span(found.dest_start, found.dest_end) if found else None

    return find


def find_folded(text: str) -> Find:
    """`find`, then rapidfuzz, both over our folded text: what folding alone brings."""
    copy = fold(text)

    def find(quote: str) -> Span | None:
        asked = folded(quote).strip()
        start = copy.text.find(asked)
        if start >= 0:
            return copy.span(start, start + len(asked))
        found = fuzz.partial_ratio_alignment(asked, copy.text, score_cutoff=FOLDED_CUTOFF)
        if not found or found.dest_end <= found.dest_start:
            return None
        return copy.span(found.dest_start, found.dest_end)

    return find


def find_with_langextract(text: str) -> Find:
    """Langextract's WordAligner with its defaults, a quote at a time."""
    resolver = importlib.import_module("langextract.resolver")
    data = importlib.import_module("langextract.data")
    aligner = resolver.WordAligner()

    def find(quote: str) -> Span | None:
        asked = data.Extraction(extraction_class="quote", extraction_text=quote)
        place = aligner.align_extractions([[asked]], text)[0][0].char_interval
        return Span(place.start_pos, place.end_pos) if place else None

    return find


def measure(name: str, build: Callable[[str], Find], text: str, rows: list[Case]) -> None:
    """One line of the table: accuracy, by kind, time to build, mean and 95th percentile a quote."""
    started = time.process_time()
    find = build(text)
    built = time.process_time() - started
    total = Counter(case.kind for case in rows)
    right: Counter[str] = Counter()
    times = []
    for case in rows:
        started = time.process_time()
        found = find(case.quote)
        times.append(1000 * (time.process_time() - started))
        right[case.kind] += is_right(found, case)
    times.sort()
    kinds = "  ".join(f"{kind} {right[kind]}/{count}" for kind, count in total.items())
    mean = sum(times) / len(times)
    slow = times[int(0.95 * len(times))]
    accuracy = right.total() / len(rows)
    print(f"| {name} | {accuracy:.3f} | {kinds} | {1000 * built:.0f} ms | {mean:.3f} | {slow:.2f} |")


def main() -> None:
    """Print one table a text and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--quotes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sources = [path.read_text(encoding="utf-8") for path in options.texts]
    methods: dict[str, Callable[[str], Find]] = {
        "summarizer.locate": find_with_library,
        "rapidfuzz partial_ratio_alignment": find_with_rapidfuzz,
        "folded find, then rapidfuzz": find_folded,
        "str.find": find_plainly,
    }
    if importlib.util.find_spec("langextract"):
        methods["langextract WordAligner"] = find_with_langextract
    for number, path in enumerate(options.texts):
        rng = random.Random(options.seed)
        # From a tenth on: books open and end with matter that several books share.
        start = len(sources[number]) // 10
        article = roughen(sources[number][start : start + ARTICLE_SIZE], rng)
        rest = sources[(number + 1) % len(sources)]
        other = rest[len(rest) // 10 : -len(rest) // 5]
        if len(sources) == 1:
            # What comes after the article in the same text serves as the other text.
            other = rest[start + ARTICLE_SIZE :]
        rows = make_cases(article, other, options.quotes, options.seed)
        for text in (article, grow(article, LONG_SIZE, rng)):
            print(f"\n{path.name}, {len(text):,} characters, {len(rows)} quotes, seed {options.seed}\n")
            print("| method | accuracy | right by kind | build | ms a quote | p95 |\n|---|---|---|---|---|---|")
            for name, build in methods.items():
                if len(text) < LONG_SIZE or name != "langextract WordAligner":
                    measure(name, build, text, rows)


if __name__ == "__main__":
    main()
