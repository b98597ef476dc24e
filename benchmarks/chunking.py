"""Measures how fast a long text is split and chunked under a budget of exact tokens, beside other splitters in one run.

    python benchmarks/chunking.py TEXT [TEXT ...] [--size 4000000] [--tokens 512] [--rounds 5]

Every way counts with the same vocabulary (o200k) and takes its turn in each round, made anew, so that none remembers
the round before. Printed is the median of CPU time, as millions of characters a second and beside ours, then how many
chunks come out, the largest as the vocabulary counts its text, and the share of chunks that end where a sentence or a
paragraph does. Ways whose package is not installed are left out: `pip install semchunk chonkie
langchain-text-splitters semantic-text-splitter`. Name texts that are long enough without repeating: some ways remember
what they have counted. The last line, the text encoded once as a whole, is the least that an exact count can take.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final, TypeAlias

from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.document.vocabulary import o200k

Split: TypeAlias = Callable[[str], Sequence[str]]

COUNTER: Final = counter_for("gpt-5")
ONCE: Final = "the text encoded once"
CLOSERS: Final = "\"'”’»)]*_ \n\r\t"


def ours(tokens: int) -> Split:
    """The document and its chunks, a line's number included in the budget."""

    def split(text: str) -> list[str]:
        document = Document.of(text)
        chunks = chunk(document, policy=ChunkPolicy(max_tokens=tokens, lead_tokens=0), counter=COUNTER)
        return [document.text[one.start : one.end] for one in chunks]

    return split


def semchunk(tokens: int) -> Split:
    """Semchunk with a counter of tokens, as its README shows it."""
    counter = partial(_count)  # a new one each time, for it is by the counter that semchunk keeps what it has counted
    chunker = import_module("semchunk").chunkerify(counter, tokens)
    return lambda text: list(chunker(text))


def langchain_recursive(tokens: int) -> Split:
    """Langchain's splitter of general text, counting tokens."""
    splitter = import_module("langchain_text_splitters").RecursiveCharacterTextSplitter
    made = splitter(chunk_size=tokens, chunk_overlap=0, length_function=_count)
    return lambda text: list(made.split_text(text))


def langchain_tokens(tokens: int) -> Split:
    """Langchain's cutter of tokens, which cuts words and sentences anywhere."""
    base = import_module("langchain_text_splitters.base")
    vocabulary = o200k()
    way = base.Tokenizer(
        chunk_overlap=0, tokens_per_chunk=tokens, decode=vocabulary.decode, encode=vocabulary.encode_ordinary
    )
    return lambda text: list(base.split_text_on_tokens(text=text, tokenizer=way))


def chonkie_recursive(tokens: int) -> Split:
    """Chonkie's recursive chunker."""
    made = import_module("chonkie").RecursiveChunker(tokenizer=o200k(), chunk_size=tokens)
    return lambda text: [one.text for one in made.chunk(text)]


def chonkie_sentences(tokens: int) -> Split:
    """Chonkie's chunker of sentences."""
    made = import_module("chonkie").SentenceChunker(tokenizer=o200k(), chunk_size=tokens)
    return lambda text: [one.text for one in made.chunk(text)]


def semantic_text_splitter(tokens: int) -> Split:
    """semantic-text-splitter with the vocabulary that it has in itself."""
    made = import_module("semantic_text_splitter").TextSplitter.from_tiktoken_model("gpt-4o", tokens)
    return lambda text: list(made.chunks(text))


WAYS: Final[dict[str, Callable[[int], Split]]] = {
    "ours": ours,
    "semchunk": semchunk,
    "langchain, recursive": langchain_recursive,
    "langchain, tokens": langchain_tokens,
    "chonkie, recursive": chonkie_recursive,
    "chonkie, sentences": chonkie_sentences,
    "semantic-text-splitter": semantic_text_splitter,
}


def _count(text: str) -> int:
    return len(o200k().encode_ordinary(text))


def ends_of(text: str, chunks: Sequence[str]) -> Iterator[bool]:
    """For each chunk whether a sentence or a paragraph ends with it."""
    here = 0
    for one in chunks:
        words = one.strip()
        found = text.find(words, here)
        here = found + len(words) if found >= 0 else here + len(one)
        behind = text[here : here + 40]
        at_break = not behind.strip() or "\n\n" in behind[: len(behind) - len(behind.lstrip())].replace(" ", "")
        yield at_break or words.rstrip(CLOSERS)[-1:] in tuple(".!?…:")


def installed() -> dict[str, Callable[[int], Split]]:
    """The ways whose packages are there."""
    found: dict[str, Callable[[int], Split]] = {}
    for name, make in WAYS.items():
        try:
            make(512)
        except ImportError:
            print(f"{name}: not installed")
        else:
            found[name] = make
    return found


def main() -> None:
    """Take turns, print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+", help="plain texts, joined by blank lines")
    parser.add_argument("--size", type=int, default=4_000_000, help="characters taken of them (default 4,000,000)")
    parser.add_argument("--tokens", type=int, default=512, help="most tokens of a chunk (default 512)")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each way (default 5)")
    options = parser.parse_args()
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in options.texts)[: options.size]
    ways = installed()
    times: dict[str, list[float]] = {name: [] for name in (*ways, ONCE)}
    chunks: dict[str, Sequence[str]] = {}
    _count("x")  # the vocabulary is loaded before the first turn
    for _ in range(options.rounds):
        start = time.process_time()
        _count(text)
        times[ONCE].append(time.process_time() - start)
        for name, make in ways.items():
            split = make(options.tokens)
            start = time.process_time()
            chunks[name] = split(text)
            times[name].append(time.process_time() - start)
    rates = {name: len(text) / 1e6 / statistics.median(taken) for name, taken in times.items()}
    print(f"{len(text):,} characters, at most {options.tokens} tokens a chunk, median of {options.rounds} rounds")
    print(f"{'':24}{'MB/s':>7}{'ours is':>9}{'chunks':>8}{'largest':>9}{'at an end':>11}")
    for name, rate in rates.items():
        line = f"{name:24}{rate:7.2f}{rates['ours'] / rate:8.2f}x"
        if name in WAYS:
            largest = max(_count(one) for one in chunks[name])
            ended = statistics.mean(ends_of(text, chunks[name]))
            line += f"{len(chunks[name]):8}{largest:9}{ended:11.1%}"
        print(line)


if __name__ == "__main__":
    main()
