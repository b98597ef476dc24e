"""Measures how well an article is told from what stands around it on its page.

    python benchmarks/surroundings.py                   the pages of benchmarks/pages: precision and recall by sentence
    python benchmarks/surroundings.py --show            and each sentence that was told wrongly
    python benchmarks/surroundings.py FILE|FOLDER ...   how much of other texts is taken; with --show, what

A page is a text in which a line "@@ KIND" says what the lines below it are, up to the next such line; "@@ article" is
the article. `pages/tuned` is what the rules were made with; `pages/held_out` was written before them, and not read
while they were made.
Files of JSON lines, packed or not, are read for their field "document".
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.document.document import Document

PAGES = Path(__file__).parent / "pages"
ARTICLE = "article"


@dataclass
class Count:
    """Sentences by what they are and what they were taken for."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Precision and recall of being a surrounding at all, and how many of those found have the right kind."""
        taken = sum(n for (_, told), n in self.pairs.items() if told != ARTICLE)
        there = sum(n for (true, _), n in self.pairs.items() if true != ARTICLE)
        both = sum(n for (true, told), n in self.pairs.items() if ARTICLE not in {true, told})
        kind = sum(n for (true, told), n in self.pairs.items() if true == told != ARTICLE)
        return (
            f"{name}: {sum(self.pairs.values())} sentences, {there} around the article, {taken} taken; "
            f"precision {_share(both, taken)}, recall {_share(both, there)}, right kind {_share(kind, both)}"
        )


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", help="pages of one folder alone")
    options = parser.parse_args()
    if options.paths:
        others(options.paths, show=options.show)
        return
    for folder in sorted(PAGES.iterdir()):
        if folder.is_dir() and options.only in {None, folder.name}:
            count = Count()
            for path in sorted(folder.iterdir()):
                measure(path, count)
            print(count.line(folder.name))
            kinds = Counter(true for (true, told), n in count.pairs.items() for _ in range(n) if true != ARTICLE)
            found = Counter(true for (true, told), n in count.pairs.items() for _ in range(n) if told != ARTICLE)
            print("  recall by kind: " + ", ".join(f"{k} {found[k]} of {n}" for k, n in sorted(kinds.items())))
            if options.show:
                print("\n".join(count.wrong))


def measure(path: Path, count: Count) -> None:
    """Count the sentences of one page."""
    text, marks = read_page(path)
    document = Document.of(text)
    told = kinds_of(document)
    for sentence in document.sentences:
        words = document.prose(sentence.span)
        if not any(map(str.isalnum, words)):
            continue
        if document.format == "html":
            true = next((kind for kind, piece in marks if words[:40] in " ".join(piece.split())), ARTICLE)
        else:
            true = mark_at(marks, sentence.start)
        count.pairs[true, told[sentence.index]] += 1
        if true != told[sentence.index]:
            count.wrong.append(f"    {path.name}: {true} taken for {told[sentence.index]}: {words[:90]}")


def read_page(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """The text of a page without its marks, and its pieces in order, each with its kind."""
    pieces: list[tuple[str, str]] = []
    kind = ARTICLE
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if line.startswith("@@ "):
            pieces.append((kind, "".join(lines)))
            kind, lines = line[3:].strip(), []
        else:
            lines.append(line)
    pieces.append((kind, "".join(lines)))
    return "".join(piece for _, piece in pieces), pieces


def mark_at(marks: list[tuple[str, str]], place: int) -> str:
    """The kind of the piece that a place lies in."""
    here = 0
    for kind, piece in marks:
        here += len(piece)
        if place < here:
            return kind
    return ARTICLE


def kinds_of(document: Document) -> list[str]:
    """What each sentence was taken for."""
    told = [ARTICLE] * len(document.sentences)
    for one in document.surroundings:
        told[one.first : one.last] = [one.kind] * (one.last - one.first)
    return told


def others(paths: list[Path], *, show: bool) -> None:
    """Print how many sentences of texts are taken for surroundings, and how long that takes."""
    for path in paths:
        sentences, kinds, documents, touched = 0, Counter[str](), 0, 0
        start = time.process_time()
        for text in dict.fromkeys(texts_of(path)):
            document = Document.of(text)
            documents += 1
            sentences += len(document.sentences)
            touched += bool(document.surroundings)
            for one in document.surroundings:
                kinds[one.kind] += one.last - one.first
                if show:
                    print(
                        f"    {one.kind} ({one.last - one.first}): {' '.join(one.span.of(document.text).split())[:200]}"
                    )
        taken = sum(kinds.values())
        by_kind = ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
        print(
            f"{path.name}: {documents} texts, {touched} with surroundings; {taken} of {sentences} sentences "
            f"({_share(taken, sentences)}) {by_kind}; {time.process_time() - start:.1f} s"
        )


def texts_of(path: Path) -> Iterator[str]:
    """The texts in a file or a folder."""
    if path.is_dir():
        for inner in sorted(path.iterdir()):
            yield from texts_of(inner)
    elif ".jsonl" in path.suffixes:
        data = path.read_bytes()
        rows = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
        yield from (json.loads(row)["document"] for row in rows if row)
    elif path.name != "README.md":
        yield path.read_text("utf-8")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"


if __name__ == "__main__":
    main()
