"""Measures how the time of everything that reads a text grows with the text, over hostile texts of every kind.

Run: `python benchmarks/growth.py` (an hour on two busy cores), or `--sizes 10000 20000 40000` for a look.

Each text is read at each size by `summarize`, `verify` (as claim and as source), `verify_text`, `locate` (as quote and
as text) and the parsers of a reply, without a model. Where the largest takes a second or more, the processor's time per
character may have grown to three times that of the smallest; the exit status is 1 where it has grown more.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from summarizer import SummarizerError, locate, summarize, verify, verify_text
from summarizer.calls.json_objects import objects_in
from summarizer.calls.json_text import bare, whole_items
from summarizer.models.openai.error_body import read_error
from summarizer.models.openai.response import read_completion

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from hostile_texts import TEXTS

SIZES: Final = (100_000, 200_000, 400_000)
_PROSE: Final = (
    "The port of Lund closed on 3 May 2019. Ada Corvi said repairs would cost 4.2 million euros. It rained. "
)
# Below a second the clock tells little, and a cost that does not grow weighs much.
_TELLING_SECONDS: Final = 1.0
MOST_GROWTH: Final = 3.0

READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "summarize": lambda text: summarize(text, model=None),
    "verify, as a claim": lambda text: verify([text], _PROSE * 20, model=None),
    "verify, as a source": lambda text: verify(["The port closed in May.", "Ada paid 5 euros."], text, model=None),
    "verify_text": lambda text: verify_text(text, _PROSE * 20, model=None),
    "verify_text, with itself": lambda text: verify_text(text, text, model=None),
    "locate, as a quote": lambda text: locate(f"the port {text} closes", _PROSE * 200),
    "locate, as a text": lambda text: locate("the harbour closed in may of the year", text),
    "objects in a reply": objects_in,
    "a bare reply": bare,
    "items of a reply": lambda text: whole_items('{"facts": [' + text, key="facts"),
    "a completion": lambda text: read_completion(text.encode("utf-8", "replace")),
    "an error's body": lambda text: read_error(text.encode("utf-8", "replace")),
}


def seconds_of(reader: Callable[[str], object], text: str) -> float:
    """The processor's time for a text; one that is refused by a clear error was read."""
    begun = time.process_time()
    with contextlib.suppress(SummarizerError, ValueError):
        reader(text)
    return time.process_time() - begun


def growth_of(reader: Callable[[str], object], text: Callable[[int], str], *, sizes: list[int]) -> tuple[float, float]:
    """The seconds for the largest text, and how often the time per character of the smallest its own is."""
    first, *_, last = (seconds_of(reader, text(size)) for size in sizes)
    return last, (last / sizes[-1]) / max(first / sizes[0], 1e-9)


def main() -> int:
    """Run, print, and say by the exit status whether everything is about linear."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="characters, the smallest first")
    parser.add_argument("--readers", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--texts", nargs="+", choices=TEXTS, default=list(TEXTS))
    given = parser.parse_args()
    worse = 0
    print("| reader | slowest text | seconds | most growth | of |\n|---|---|---|---|---|")
    for name in given.readers:
        found = {text: growth_of(READERS[name], TEXTS[text], sizes=given.sizes) for text in given.texts}
        slowest = max(found, key=lambda text: found[text][0])
        telling = {text: growth for text, (seconds, growth) in found.items() if seconds >= _TELLING_SECONDS}
        most = max(telling, key=lambda text: telling[text], default="")
        worse += sum(growth > MOST_GROWTH for growth in telling.values())
        print(f"| {name} | {slowest} | {found[slowest][0]:.1f} | {telling.get(most, 1.0):.1f} | {most} |", flush=True)
    print(f"\n{worse} of {len(given.readers) * len(given.texts)} grow by more than {MOST_GROWTH:g} times a character")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
