"""Measures how many sentences that stand word for word in a document are ticked without a judge, and why not all.

    python benchmarks/verbatim.py --data DIR [--documents 150] [--seed 7] [--show REASON]

The sentences are cut by a plain splitter that knows nothing of the library: at line ends, and behind a full stop,
question mark or exclamation mark with white space or the end behind it (in Chinese behind "。"). Of every document at
most twelve are drawn. A piece counts as a sentence if it begins with a capital, figure or quotation mark where the text
has capitals, has at least five words and ends in a full stop. Pieces that are cut inside one, behind an abbreviation
such as "Mr.", are left out: they say something else than the document.

Two shares are printed for each set: of all such sentences, and of those outside a quotation, where no quotation mark is
open at their place in their paragraph, and their paragraph does not open one anew that the last left open. What is said
in interviews and dialogue counts as outside, and is refused with its reason. What is refused is counted by reason.
Wanted: 95 % of those outside.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from json_lines import read_json_lines

import summarizer

_SENTENCES: Final = 12  # drawn of a document, so that long ones do not outweigh the others
_LEAST_WORDS: Final = 5
_LEAST_HAN: Final = 8
_PIECE: Final = re.compile(r"\S.*?(?:[.!?]+[\"”’')]*(?=\s|$)|[。！？]+[”’」』]*|(?=\n)|$)", re.MULTILINE)
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:[A-Z]|[a-z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|etc|al|No|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|ed|vol|p|pp|Maj|Brig|Ch|Div|Fla|Calif|Mass|Penn|eg|Bros|Mt|Ft|Messrs|Mme|Sec|e\.g|i\.e|(?:\w\.)+\w))\.[\"”’')]*$"
)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence as the plain splitter cuts it; `quoted` where a quotation is open before or inside it."""

    text: str
    quoted: bool


def plain_sentences(document: str) -> Iterator[Piece]:
    """The sentences of a text, cut at line ends and full stops."""
    capitals = document != document.lower()
    left_open = False
    for paragraph in filter(str.strip, document.split("\n")):
        goes_on = left_open and paragraph.lstrip()[0] in "\"“‘'"
        left_open = _is_open(paragraph)
        cut = False
        for match in _PIECE.finditer(paragraph):
            text, behind_cut = match[0].strip(), cut
            cut = _ABBREVIATION.search(text) is not None
            if not cut and not behind_cut and _is_sentence(text, capitals=capitals):
                yield Piece(text=text, quoted=goes_on or _is_open(paragraph[: match.start()]) or _is_open(text))


def _is_sentence(text: str, *, capitals: bool) -> bool:
    if _HAN.search(text):
        return text[-1] == "。" and len(_HAN.findall(text)) >= _LEAST_HAN
    begins = text.lstrip("\"“‘'`( ")[:1]
    small = capitals and begins.islower()
    return not small and text.rstrip("\"”’')")[-1:] == "." and len(text.split()) >= _LEAST_WORDS


def _is_open(text: str) -> bool:
    """Whether a text opens a quotation that it does not close, or the other way round."""
    marks = [(text.count("“"), text.count("”")), (text.count("``") + text.count("` `"), text.count("''"))]
    opened = any(opens != closes for opens, closes in marks) or text.count('"') % 2 == 1
    single = len(re.findall(r"(?<!\w)[‘'](?=\w)", text)) != len(re.findall(r"(?<=[.,!?…])[’'](?!\w)", text))
    return opened or single or text.count("「") != text.count("」")


def measure(path: Path, *, documents: int, seed: int, show: str) -> tuple[Counter[bool], Counter[bool], Counter[str]]:
    """How many sentences of a set are ticked, of all and of those outside quotations; and why others are not.

    Args:
        path: The set.
        documents: How many of its documents are drawn.
        seed: Of the draws.
        show: The refused sentences outside quotations whose reason holds these words are printed; "" for none.
    """
    rng = random.Random(seed)
    texts = sorted({str(row["document"]) for row in read_json_lines(path)})
    every, outside, reasons = Counter[bool](), Counter[bool](), Counter[str]()
    with summarizer.Summarizer(model=None) as one:
        for text in rng.sample(texts, min(documents, len(texts))):
            pieces = list(plain_sentences(text))
            drawn = rng.sample(pieces, min(_SENTENCES, len(pieces)))
            for piece, result in zip(drawn, one.verify([p.text for p in drawn], text) if drawn else (), strict=True):
                ticked = result.verdict == "supported"
                every[ticked] += 1
                if piece.quoted:
                    continue
                outside[ticked] += 1
                if not ticked:
                    reasons[f"{result.verdict}: {re.sub('“[^”]*”', '“…”', result.reason)}"] += 1
                    if show and show in result.reason:
                        print(f"  [{path.name.partition('.')[0]}] {result.reason}\n      {piece.text[:300]}")
    return every, outside, reasons


def main() -> None:
    """Measure every set of a folder and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz with documents")
    parser.add_argument("--documents", type=int, default=150, help="documents drawn of each set")
    parser.add_argument("--seed", type=int, default=7, help="seed of every draw")
    parser.add_argument("--show", default="", help="print the refused sentences whose reason holds these words")
    options = parser.parse_args()
    every, outside, reasons = Counter[bool](), Counter[bool](), Counter[str]()
    print(f"{'set':32} {'ticked of all':>22} {'of those outside quotations':>32}")
    for path in sorted(options.data.glob("*.jsonl*")):
        found = measure(path, documents=options.documents, seed=options.seed, show=options.show)
        print(f"{path.name.partition('.')[0]:32} {_share(found[0]):>22} {_share(found[1]):>32}")
        every, outside, reasons = every + found[0], outside + found[1], reasons + found[2]
    print(f"{'ALL':32} {_share(every):>22} {_share(outside):>32}\n")
    for reason, count in reasons.most_common():
        print(f"{count:>6}  {reason}")


def _share(ticked: Counter[bool]) -> str:
    return f"{ticked[True]} of {ticked.total()} {100 * ticked[True] / max(ticked.total(), 1):.1f} %"


if __name__ == "__main__":
    main()
