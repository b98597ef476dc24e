"""Finds what a claim points back with and has lost: its source has another sentence before it, or the text has none.

source   "Smith resigned in May. Jones followed. He was convicted in 2019."
claim    "Then Jones came. He was convicted in 2019."      ->  None: Jones both times
claim    "In May Smith resigned. He was convicted in 2019." ->  “He” points at what stands before it, and here another …
claim    "He was convicted in 2019." with nothing before it ->  “He” points at what stands before it, and here nothing …
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarizer.document.document import Document
from summarizer.text.pointers import Pointer, PointerKind, pointers_of
from summarizer.text.words import words
from summarizer.verification.rules.antecedents.likeness import (
    content,
    dates,
    figures,
    first_name,
    has_capitals,
    names,
    places,
    repeats,
    share,
)

# How many sentences back the antecedent of a pronoun of the source is looked for, each with a pronoun of its own.
_BACK: Final = 3
# A chain of sentences that stand behind one another in text and source alike is followed so far.
_CHAIN: Final = 6
# A sentence says what another says, for what follows it, with this share of its words: so a shortened or reordered
# sentence keeps what leans on it, and one about something else does not. A first choice, never varied;
# run benchmarks/elsewhere.py with other values when what it refuses is in doubt.
_SAME: Final = 0.6
_SAME_WITHOUT_NAME: Final = 0.5

# What of a sentence before matters to what points: "he" of it asks who "he" is there, "the next year" when that was.
_CHAINED: Final[Mapping[PointerKind, frozenset[PointerKind]]] = {
    "pronoun": frozenset(("pronoun", "noun", "part")),
    "noun": frozenset(("noun",)),
    "time": frozenset(("time",)),
    "place": frozenset(("place",)),
    "part": frozenset(("part", "pronoun")),
    "clause": frozenset(("clause", "pronoun", "part", "noun")),
    "addition": frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A statement in its own text and in the source.

    Attributes:
        statement: What both say.
        behind: What stands before it in its own text, the nearest last.
        before: What stands before it in the source, the nearest last.
        document: The source.
        title: Its title, or that of the one of several sources that says it; "" if it has none.
    """

    statement: str
    behind: Sequence[str]
    before: Sequence[str]
    document: Document
    title: str

    @property
    def language(self) -> str:
        """The language of the source."""
        return self.document.language

    def back(self) -> Place:
        """The sentence before this one in text and source, with what stands before that."""
        return replace(self, statement=self.behind[-1], behind=self.behind[:-1], before=self.before[:-1])


def lost_antecedent(
    statement: str, *, behind: Sequence[str], document: Document, sentence: int, is_sound: Callable[[str], bool]
) -> str | None:
    """Why a statement may mean another one than the source does; None where it stands alone, or stands as there.

    `lost_antecedent(s, behind=b, …) is None` where `pointers_of(s)` is empty, and where `b` ends as the source does
    before the sentence.

    Args:
        statement: What the source says word for word.
        behind: The sentences before it in its own text, the nearest last; without headings.
        document: The source.
        sentence: Index of the source's sentence that says the same.
        is_sound: Whether the source does not speak against a sentence; asked of the last one of `behind`.
    """
    pointers = pointers_of(statement, document.language)
    if not pointers:
        return None
    place = Place(
        statement=statement,
        behind=behind,
        before=_before_in_source(document, sentence, statement),
        document=document,
        title=document.title_at(document.sentences[sentence].start),
    )
    pointer = next((pointer for pointer in pointers if not _holds(pointer, place, depth=0)), None)
    if pointer is None and behind and not _stands_as_there(place) and not is_sound(behind[-1]):
        pointer = pointers[0]
    if pointer is None:
        return None
    what = "another sentence does" if behind else "nothing does"
    return f"“{pointer.words}” points at what stands before it, and here {what}"


def _before_in_source(document: Document, sentence: int, statement: str) -> tuple[str, ...]:
    """The source's sentences before a statement, headings left out, with what its own sentence says before it."""
    found: list[str] = []
    head = _head_of(document.prose(document.sentences[sentence].body), statement)
    if head:
        found.append(head)
    part = document.part_at(document.sentences[sentence].start)
    first, number = part.first if part else 0, sentence - 1
    while number >= first and len(found) < _CHAIN + _BACK:
        if document.block_of(number).kind != "heading":
            prose = document.prose(document.sentences[number].body)
            if words(prose):
                found.append(prose)
        number -= 1
    return tuple(reversed(found))


def _head_of(sentence: str, statement: str) -> str:
    """What a sentence says before a statement that is its second part; "" where it says nothing before it."""
    first = next(iter(words(statement)), None)
    there = words(sentence)
    size = len(words(statement))
    if first is None or not there or there[0].text == first.text or len(there) <= size:
        return ""
    start = next((word.start for word in there[1:] if word.text == first.text), None)
    head = "" if start is None else sentence[:start]
    # A few words before it are a connective that the claim leaves out: "However, ".
    return head if len(words(head)) > _BACK else ""


def _stands_as_there(place: Place) -> bool:
    return bool(place.behind and place.before) and repeats(place.behind[-1], place.before[-1])


def _holds(pointer: Pointer, place: Place, *, depth: int) -> bool:
    """Whether words point at the same in the text as in the source, as far as can be read."""
    if not place.behind:
        return not place.before or pointer.kind in ("noun", "addition")
    if not place.before:
        return _holds_at_start(pointer, place)
    if _stands_as_there(place):
        return depth >= _CHAIN or _chain_holds(pointer, place.back(), depth=depth + 1)
    if pointer.kind == "noun" and _is_named_so(pointer, place):
        return True
    return _ALIKE[pointer.kind](place)


def _chain_holds(pointer: Pointer, place: Place, *, depth: int) -> bool:
    """Whether the sentence before, which is the same in both, itself points at the same."""
    chained = _CHAINED[pointer.kind]
    if pointer.kind == "time" and dates(place.statement, place.language):
        return True
    inner = [one for one in pointers_of(place.statement, place.language) if one.kind in chained]
    return all(_holds(one, place, depth=depth) for one in inner)


def _holds_at_start(pointer: Pointer, place: Place) -> bool:
    """Where the source begins so, its title may name whom it means."""
    if pointer.kind in ("pronoun", "noun"):
        return _names_meet(place, place.title)
    return pointer.kind == "addition"


def _source_context(place: Place) -> str:
    """The source's sentences before, back to the first that does not point back itself; the title at last."""
    found: list[str] = []
    for prose in list(reversed(place.before))[:_BACK]:
        found.append(prose)
        if not any(one.kind == "pronoun" for one in pointers_of(prose, place.language)):
            return " ".join(found)
    if len(place.before) <= _BACK:
        found.append(place.title)
    return " ".join(found)


def _names_meet(place: Place, context: str) -> bool:
    """Whether the first name of the sentence before, or half of its words where it has none, stands in a context."""
    before = place.behind[-1]
    name = first_name(before, place.document) if has_capitals(before) else ()
    if name:
        return not content(context).isdisjoint(name)
    return share(before, context) >= (_SAME_WITHOUT_NAME if has_capitals(before) else _SAME)


def _is_same_pronoun(place: Place) -> bool:
    return _names_meet(place, _source_context(place))


def _is_named_so(pointer: Pointer, place: Place) -> bool:
    """Whether the sentence before calls it so already, in the text and in the source."""
    noun = words(pointer.words)[-1].text
    return all(noun in {word.text for word in words(side[-1])} for side in (place.behind, place.before))


def _is_same_noun(place: Place) -> bool:
    """False where a name stands nearest before it in the text, and others in the source."""
    if not has_capitals(place.statement):
        return _is_same_pronoun(place)
    here, there = _nearest_names(place.behind, place.document), _nearest_names(place.before, place.document)
    return not here or not there or not here.isdisjoint(there)


def _nearest_names(sentences: Sequence[str], document: Document) -> frozenset[str]:
    for prose in list(reversed(sentences))[:_BACK]:
        if found := names(prose, document):
            return found
    return frozenset()


def _is_same_time(place: Place) -> bool:
    """The last date that the source gives, or what it says last."""
    here = dates(place.behind[-1], place.language)
    there = (dates(prose, place.language) for prose in list(reversed(place.before))[:_BACK])
    last = next((found for found in there if found), frozenset())
    return bool(here) and here <= last if here or last else _is_same_sentence(place)


def _is_same_place(place: Place) -> bool:
    here = places(place.behind[-1], place.document)
    return not here.isdisjoint(places(place.before[-1], place.document)) or _is_same_sentence(place)


def _is_same_sentence(place: Place) -> bool:
    """Whether most words of the sentence before, and all its figures, stand before it in the source too."""
    before, context = place.behind[-1], _source_context(place)
    return share(before, context) >= _SAME and figures(before) <= figures(context)


def _is_same_topic(place: Place) -> bool:
    """Whether the sentence before speaks of anything of which the source speaks there."""
    return not content(place.behind[-1]).isdisjoint(content(f"{_source_context(place)} {place.statement}"))


_ALIKE: Final[Mapping[PointerKind, Callable[[Place], bool]]] = {
    "pronoun": _is_same_pronoun,
    "noun": _is_same_noun,
    "time": _is_same_time,
    "place": _is_same_place,
    "part": _is_same_sentence,
    "clause": _is_same_sentence,
    "addition": _is_same_topic,
}
