"""The sentences that changes work on, and the ways to make a change.

A `Change` gets a `Material` (a sentence with what stands around it) and a seeded draw, and gives the changed sentence,
or None where the sentence has nothing that it could change.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


def replace_one(pattern: str, replacement: Callable[[re.Match[str]], str | None], *, flags: int = 0) -> Change:
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
        return tidy(with_new(material.sentence, match, new))

    return change


def with_new(sentence: str, match: re.Match[str], new: str) -> str:
    """A sentence with other words in the place of a match."""
    return sentence[: match.start()] + new + sentence[match.end() :]


def drop_one(pattern: str, *, flags: int = 0) -> Change:
    """A change that leaves out one place, drawn among those that the pattern finds."""
    return replace_one(pattern, lambda _: "", flags=flags)


def replace_by_table(table: Mapping[str, str]) -> Change:
    """A change of one word by a table, its capital kept."""

    def replacement(match: re.Match[str]) -> str:
        word = match[0]
        new = table.get(word) or table[word.lower()]
        if word[:1].isupper() and new[:1].islower():
            return new[:1].upper() + new[1:]
        return new

    return replace_one(any_word_of(table), replacement, flags=re.IGNORECASE)


def any_word_of(words: Iterable[str]) -> str:
    """A pattern for any of some words and phrases, the longest first."""
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return rf"\b(?:{'|'.join(longest_first)})\b"


def cycle(words: Sequence[str]) -> Mapping[str, str]:
    """Each word with the one that follows it, the last with the first."""
    return {word: words[(place + 1) % len(words)] for place, word in enumerate(words)}


def both_ways(pairs: str, *, between: str = " ") -> dict[str, str]:
    """A table of pairs such as "rose:fell up:down", each word for the other; what stands between pairs may be a bar."""
    split = [pair.partition(":") for pair in pairs.split(between)]
    return {one: other for one, _, other in split} | {other: one for one, _, other in split}


def move_comma(match: re.Match[str]) -> str:
    """The decimal comma of a figure one place to the left, or of a single figure to the right."""
    whole, _, decimals = match[0].partition(",")
    if len(whole) < 2:
        return f"{whole}{decimals[0]},{decimals[1:]}".rstrip(",")
    return f"{whole[:-1]},{whole[-1]}{decimals}"


def replace_all(pattern: str, replacement: Callable[[re.Match[str]], str]) -> Change:
    """A change of every place that the pattern finds."""
    compiled = re.compile(pattern)

    def change(material: Material, _: random.Random) -> str | None:
        text = compiled.sub(replacement, material.sentence)
        return text if text != material.sentence else None

    return change


def drop_guillemets(material: Material, _: random.Random) -> str | None:
    """The first quotation between "«" and "»" without its marks."""
    text = re.sub(r"« ?([^»]{3,90}?) ?»", r"\1", material.sentence, count=1)
    return tidy(text) if text != material.sentence else None


def tidy(text: str) -> str:
    """One space between words and a capital at the start, as a writer would leave it."""
    text = re.sub(r" {2,}", " ", text)
    text = re.sub(r" +([,.])", r"\1", text).strip()
    return text[:1].upper() + text[1:]


def draw_materials(documents: Mapping[str, Sequence[str]], rng: random.Random) -> Iterator[tuple[str, Material]]:
    """Every usable sentence with its document, in an order drawn from `rng`.

    Args:
        documents: Document text to its sentences.
        rng: Seeded.
    """
    places = []
    for document, sentences in documents.items():
        places += [(document, number) for number in range(len(sentences))]
    rng.shuffle(places)
    everything = list(documents)
    for document, number in places:
        sentences = documents[document]
        if not is_usable(sentences[number]):
            continue
        other = rng.choice(everything)
        foreign = rng.choice(documents[other]) if other != document and documents[other] else ""
        material = Material(
            sentence=sentences[number],
            following=sentences[number + 1] if number + 1 < len(sentences) else "",
            others=tuple(one for one in sentences if one != sentences[number] and is_usable(one)),
            names=_names_in(sentences),
            foreign=foreign if is_usable(foreign) else "",
        )
        yield document, material


def _names_in(sentences: Sequence[str]) -> tuple[str, ...]:
    """The distinct names inside sentences, in order; months and days of the week are none."""
    found = []
    for sentence in sentences:
        found += [name for name in NAME.findall(sentence) if name not in CALENDAR]
    return tuple(dict.fromkeys(found))


def is_usable(sentence: str) -> bool:
    """A whole sentence of 6 to 60 words, or 10 to 150 characters of a script without spaces."""
    if re.search(r"[\u4e00-\u9fff]", sentence):
        return 10 <= len(sentence) <= 150 and sentence.endswith("。")
    if re.search(r"\w- \w", sentence):  # a word that a line's end had cut
        return False
    if not 6 <= len(sentence.split()) <= 60:
        return False
    return sentence.lstrip("„»")[:1].isupper() and sentence.endswith((".", '."', ".”", ".“", ".«"))
