"""What the changes work on: a sentence, its neighbours, and the names and texts around it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
MONTHS = "January February March April May June July August September October November December".split()
MONTH = "|".join(MONTHS)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One sentence of a document, with what changes may borrow.

    Attributes:
        sentence: The sentence as it stands in the document.
        following: The next sentence of the same document, "" at its end.
        others: Other sentences of the document.
        names: Names that the document has inside its sentences.
        foreign: A sentence of another document.
    """

    sentence: str
    following: str
    others: tuple[str, ...]
    names: tuple[str, ...]
    foreign: str


Change = Callable[[Material, random.Random], str | None]


def substituted(pattern: str, replacement: Callable[[re.Match[str]], str | None], *, flags: int = 0) -> Change:
    """A change of one place, drawn among those that the pattern finds; None where it finds none."""
    compiled = re.compile(pattern, flags)

    def change(material: Material, rng: random.Random) -> str | None:
        matches = list(compiled.finditer(material.sentence))
        if not matches:
            return None
        match = rng.choice(matches)
        new = replacement(match)
        if new is None or new == match[0]:
            return None
        text = material.sentence[: match.start()] + new + material.sentence[match.end() :]
        return tidy(text)

    return change


def mapped(table: Mapping[str, str]) -> Change:
    """A change of one word by a table, its capital kept."""
    pattern = r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b"

    def replacement(match: re.Match[str]) -> str:
        word = match[0]
        new = table.get(word) or table[word.lower()]
        return new[:1].upper() + new[1:] if word[:1].isupper() and new[:1].islower() else new

    return substituted(pattern, replacement, flags=re.IGNORECASE)


def next_of(words: Sequence[str]) -> Mapping[str, str]:
    """Each word with the one that follows it, the last with the first."""
    return {word: words[(place + 1) % len(words)] for place, word in enumerate(words)}


def everywhere(pattern: str, replacement: Callable[[re.Match[str]], str]) -> Change:
    """A change of every place that the pattern finds."""
    compiled = re.compile(pattern)

    def change(material: Material, _: random.Random) -> str | None:
        text = compiled.sub(replacement, material.sentence)
        return text if text != material.sentence else None

    return change


def tidy(text: str) -> str:
    """One space between words and a capital at the start, as a writer would leave it."""
    text = re.sub(r" +([,.])", r"\1", re.sub(r" {2,}", " ", text)).strip()
    return text[:1].upper() + text[1:]


def materials(documents: Mapping[str, Sequence[str]], rng: random.Random) -> Iterator[tuple[str, Material]]:
    """Every usable sentence with its document, in an order drawn from `rng`.

    Args:
        documents: Document text to its sentences.
        rng: Seeded.
    """
    places = [(document, number) for document, found in documents.items() for number in range(len(found))]
    rng.shuffle(places)
    everything = list(documents)
    for document, number in places:
        found = documents[document]
        sentence = found[number]
        if not usable(sentence):
            continue
        other = rng.choice(everything)
        foreign = rng.choice(documents[other]) if other != document and documents[other] else ""
        yield (
            document,
            Material(
                sentence=sentence,
                following=found[number + 1] if number + 1 < len(found) else "",
                others=tuple(one for one in found if one != sentence and usable(one)),
                names=tuple(dict.fromkeys(n for one in found for n in NAME.findall(one) if n not in CALENDAR)),
                foreign=foreign if usable(foreign) else "",
            ),
        )


def usable(sentence: str) -> bool:
    """A whole sentence of 6 to 60 words, or 10 to 150 characters of a script without spaces."""
    if re.search(r"[\u4e00-\u9fff]", sentence):
        return 10 <= len(sentence) <= 150 and sentence.endswith("。")
    if re.search(r"\w- \w", sentence):  # a word that a line's end had cut
        return False
    words = len(sentence.split())
    return 6 <= words <= 60 and sentence.lstrip("„»")[:1].isupper() and sentence.endswith((".", '."', ".”", ".“", ".«"))
