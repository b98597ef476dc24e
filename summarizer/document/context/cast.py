"""The cast of a document is who is who in it: names that come back, each with the sentence that introduces it.

cast_of(document)                   ->  (Introduction(name="Mira Hanlon", sentence=3), …)
document.prose(document.sentences[3].span)  ->  "Mira Hanlon, the harbour master, closed the gate."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from summarizer.document.context.name_forms import NameForms
from summarizer.document.context.names import Name, names_of
from summarizer.document.context.sentence_words import WORD, no_names
from summarizer.document.context.speakers import Speakers
from summarizer.document.document import Document
from summarizer.languages.registry import language_of, phrases_together, together

# How far behind a name, and before it, what somebody is may be said.
_REACH: Final = 80
_APPOSITION: Final = re.compile(r"\s*,\s*([^\W_]+)[^.;:]{3,80}[,.;]")
_COPULA: Final = re.compile(r"\s+([^\W\d_]+)\s+([^\W\d_]+['’]?)")
_LOWER_WORDS: Final = re.compile(r"([^\W\d_]+['’]?)\s*((?:[^\W\d_]+\s+){1,3})$")
_OPENING_QUOTES: Final = frozenset('"“„«‘「')
_CLOSING_QUOTES: Final = frozenset('"”“»’」')
_STOPS: Final = frozenset(",.!?")
# A document in which this share of the sentences that stand in no quotation speak of "I" has a narrator; a report with
# one such sentence in a hundred has none.
_TOLD_BY_SOMEBODY: Final = 0.2
# Who somebody is, is said at the first few mentions; "Hatter was the first to speak" in the middle tells nothing.
_FIRST_MENTIONS: Final = 5


class Introduction(NamedTuple):
    """Somebody or some body of a document, and the index of the sentence that introduces it."""

    name: str
    sentence: int


class _Mention(NamedTuple):
    """A sentence that names somebody; `full` with the whole name, `tells` if it says what they are.

    A mention that is the label before what somebody says, in a transcript, introduces nobody.
    """

    sentence: int
    full: bool
    tells: bool
    labels: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """One of the cast: the name to show, the sentences that name it in order, and whether it tells the story."""

    name: str
    mentions: tuple[_Mention, ...]
    sentences: int
    narrates: bool

    def introduction(self, until: int) -> Introduction | None:
        """The sentence before `until` that introduces it best; None where it is not named before."""
        before = self.mentions[: bisect_left(self.mentions, until, key=lambda mention: mention.sentence)]
        seen = islice((mention for mention in before if not mention.labels), _FIRST_MENTIONS)
        best = min(
            seen,
            key=lambda mention: (not (mention.full and mention.tells), not mention.tells, not mention.full),
            default=None,
        )
        return Introduction(self.name, best.sentence) if best else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody who comes back in a document, read once: `Cast.of(document).before(sentence)` for each of its parts."""

    members: tuple[_Member, ...]  # who comes back most first

    @classmethod
    def of(cls, document: Document) -> Cast:
        """The cast of a document; linear in its length.

        Args:
            document: in any language; where it is written without capitals nobody is found.
        """
        return cls(members=tuple(_members(document)))

    def before(self, sentence: int, *, most: int = 12) -> tuple[Introduction, ...]:
        """Who has been introduced before a sentence, in the order of the text: at most `most`, who come back most.

        `all(one.sentence < sentence for one in result)`. How often somebody comes back is counted over the whole text.

        Args:
            sentence: the index of a sentence; the number of sentences for everybody.
            most: a prompt shows the sentence of each, about 30 tokens; 12 is about what a story of novel length needs.
        """
        found: list[Introduction] = []
        for member in self.members:
            introduction = member.introduction(sentence)
            if introduction is not None and len(found) < most:
                found.append(introduction)
        return tuple(sorted(found, key=lambda one: one.sentence))


def cast_of(document: Document, *, until: int | None = None, most: int = 12) -> tuple[Introduction, ...]:
    """Who is who in a document, in the order of the text: `len(cast_of(document)) <= most`.

    For one question; `Cast.of(document)` answers for every part of it.

    Args:
        document: in any language.
        until: only who is introduced before the sentence with this index; None for all.
        most: how many at most; who comes back most stays.
    """
    return Cast.of(document).before(len(document.sentences) if until is None else until, most=most)


def _members(document: Document) -> list[_Member]:
    """Everybody who is named in two sentences or the title, or tells the story; who comes back most first."""
    names = names_of(document)
    speakers = Speakers.of(document)
    titles = speakers.titles(names, document=document)
    forms = NameForms(names, text=document.text, titles=titles)
    reader = _Reader(document, forms, labelled=frozenset(speakers.labels))
    groups = _groups(names, forms=forms, places=reader.places(names))
    narrators = reader.narrators(names)
    titled = frozenset(WORD.findall(document.title or ""))
    found: list[_Member] = []
    for core, group in groups.items():
        if core[-1].casefold() in titles:
            continue  # "Madam Chair" is what somebody is called to
        sentences = len(group.sentences)
        narrates = core in narrators
        if group.mentions and (sentences > 1 or narrates or core[-1] in titled):
            found.append(
                _Member(
                    name=_shown(core, group.mentions, forms=forms),
                    mentions=tuple(reader.mention(name, core=core) for name in group.mentions),
                    sentences=sentences,
                    narrates=narrates,
                )
            )
    return sorted(found, key=lambda member: (not member.narrates, -member.sentences))


@dataclass(frozen=True, slots=True)
class _Group:
    """The mentions of somebody, and every sentence in which they are named, alone or as one of two of that name."""

    mentions: list[Name] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)


def _groups(names: Sequence[Name], *, forms: NameForms, places: frozenset[str]) -> Mapping[tuple[str, ...], _Group]:
    """The mentions of everybody, by the longest form of the name without titles."""
    groups: dict[tuple[str, ...], _Group] = defaultdict(_Group)
    for name in names:
        core = forms.core_of(name.words)
        meant = () if core[0] in places and len(core) == 1 else forms.meant_by(core)
        for one in meant:
            groups[one].sentences.add(name.sentence)
        if len(meant) == 1:
            groups[meant[0]].mentions.append(name)
    return groups


def _shown(core: tuple[str, ...], mentions: Sequence[Name], *, forms: NameForms) -> str:
    """The name as it is shown: in full, with a title before it where it mostly has one."""
    written = Counter(name.words for name in mentions if forms.core_of(name.words) == core)
    most = max(written.values())
    usual = [words for words, times in written.items() if times == most]
    longest = max(usual, key=len)
    return " ".join(longest)


class _Reader:
    """Reads around the names of a document: what is said of whom, who is a place, who tells the story."""

    def __init__(self, document: Document, forms: NameForms, *, labelled: frozenset[int]) -> None:
        self._labelled = labelled
        self._text = document.text
        self._document = document
        self._forms = forms
        record = language_of(document.language)
        self._articles = record.anaphora.articles or together("anaphora.articles")
        self._first_person = record.anaphora.first_person
        self._before_places = record.anaphora.before_places
        joining = record.vocabulary.conjunctions | record.vocabulary.linking_prepositions
        self._no_copula = joining | record.anaphora.before_places | record.anaphora.place_prepositions
        self._no_names = no_names(document.language)
        self._own_name = phrases_together("anaphora.own_name")

    def mention(self, name: Name, *, core: tuple[str, ...]) -> _Mention:
        """What a mention does for a reader who does not know who that is."""
        own = self._forms.core_of(name.words)
        full = own == core
        tells = self._tells_behind(name) or (full and self._tells_before(name))
        labels = name.sentence in self._labelled and self._text.startswith(":", name.span.end)
        return _Mention(name.sentence, full, tells, labels)

    def places(self, names: Sequence[Name]) -> frozenset[str]:
        """The single words that mostly stand behind the preposition of a place: "in Lund"."""
        behind: dict[str, list[bool]] = defaultdict(list)
        for name in names:
            if len(name.words) == 1:
                behind[name.words[0]].append(name.behind in self._before_places)
        return frozenset(word for word, found in behind.items() if 2 * sum(found) > len(found))

    def narrators(self, names: Sequence[Name]) -> frozenset[tuple[str, ...]]:
        """Who says "my name is", and, of a story that is told by an "I", who is only ever spoken to."""
        own = {self._forms.core_of(name.words) for name in names if self._says_own_name(name)}
        if self._is_told_by_somebody():
            spoken_to: dict[tuple[str, ...], bool] = {}
            for name in names:
                core = self._forms.core_of(name.words)
                spoken_to[core] = spoken_to.get(core, True) and self._is_spoken_to(name)
            own |= {core for core, always in spoken_to.items() if always}
        return frozenset(own)

    def _tells_behind(self, name: Name) -> bool:
        """Whether what stands behind a name says who it is: ", the harbour master,", " (EMA)", " was the first"."""
        behind = self._text[name.span.end : min(name.span.end + _REACH, self._end(name))]
        if behind.lstrip().startswith("("):
            return True
        apposition = _APPOSITION.match(behind)
        if apposition:
            word = apposition[1]
            return word.casefold() in self._articles or word.isdigit() or word.casefold() not in self._no_names
        copula = _COPULA.match(behind)
        if not copula or copula[2].casefold() not in self._articles:
            return False
        return copula[1].casefold() in self._no_names and copula[1].casefold() not in self._no_copula

    def _tells_before(self, name: Name) -> bool:
        """Whether what stands before a name says who it is: "the harbour master Mira Hanlon"."""
        found = _LOWER_WORDS.search(self._text[max(name.span.start - _REACH, self._start(name)) : name.span.start])
        if not found or found[1].casefold() not in self._articles:
            return False
        words = found[2].split()
        return found[2].islower() and not any(word in self._no_names for word in words)

    def _says_own_name(self, name: Name) -> bool:
        before = self._text[self._start(name) : name.span.start].casefold().split()
        return any(tuple(before[-len(phrase) :]) == phrase for phrase in self._own_name)

    def _is_told_by_somebody(self) -> bool:
        """Whether many sentences, quotations left out, are in the voice of an "I"."""
        told = spoken = 0
        for sentence in self._document.sentences:
            inner = sentence.span.of(self._text)
            if any(mark in inner for mark in _OPENING_QUOTES):
                continue
            told += 1
            spoken += not self._first_person.isdisjoint(inner.casefold().replace("’", " ").replace("'", " ").split())
        return told > 0 and spoken >= _TOLD_BY_SOMEBODY * told

    def _is_spoken_to(self, name: Name) -> bool:
        """Whether a name ends or opens a quotation, and a comma sets it off: “You are late, Captain Roe,” said she."""
        words = self._text[self._start(name) : name.span.start].rstrip()
        before = words[-1:]
        if before == "," and not words.split()[-1][:1].islower():
            return False  # the name before goes on: "A. Wick, Collector."
        behind = self._text[name.span.end : name.span.end + 2]
        ends = before == "," and behind[:1] in _STOPS and behind[1:] in _CLOSING_QUOTES
        opens = before in _OPENING_QUOTES and behind[:1] == ","
        return ends or opens

    def _start(self, name: Name) -> int:
        return self._document.sentences[name.sentence].start

    def _end(self, name: Name) -> int:
        return self._document.sentences[name.sentence].end
