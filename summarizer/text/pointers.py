"""Finds what a sentence points with at those before it: where it has nothing of the kind, it stands alone.

pointers_of("The next year it made $3 million.", "en")  ->  (Pointer("time", "The next year"), Pointer("pronoun", "it"))
pointers_of("Others came from abroad.", "en")           ->  (Pointer("part", "Others"),)
pointers_of("Ada Corvi paid in 2019.", "en")            ->  ()
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeAlias

from summarizer.languages.pointer_words import Pointers
from summarizer.languages.record import Language, Phrase
from summarizer.languages.registry import cached_by_records, cached_until_registered, language_of, languages, together
from summarizer.languages.scripts import is_unspaced
from summarizer.text.anaphora import Opening, anaphor
from summarizer.text.words import Word, words

PointerKind: TypeAlias = Literal["pronoun", "time", "place", "part", "clause", "noun", "addition"]

# So much of a sentence is looked at: what points in a longer one stands behind names of its own.
_READ: Final = 400
# A sentence with more words before "did not" has a predicate of its own.
_ELLIPSIS_SUBJECT: Final = 3
# A run of number words that is one number: "two hundred and fifty" has more, and is no count of what was named.
_NUMBER_WORDS: Final = 4
# "2019 was a good year" counts nothing.
_YEAR_DIGITS: Final = 4
# An opening such as "In May, on a Monday," is skipped so far.
_SKIPPED: Final = 12
_BREAKS: Final = ",;:，、；："
_COMMAS: Final = frozenset(_BREAKS)
# A sentence is asked about several times in turn: whether it leans, whether it stands alone.
_KEPT: Final = 256
# Under this all figures are looked up.
_FIGURES: Final = "0"
_PHRASES: Final[Mapping[str, tuple[tuple[str, PointerKind], ...]]] = {
    "front": (
        ("pronouns", "pronoun"),
        ("times", "time"),
        ("later", "time"),
        ("parts", "part"),
        ("clauses", "clause"),
        ("references", "part"),
        ("definites", "noun"),
    ),
    "midst": (("additions", "addition"), ("places", "place"), ("references", "part"), ("later", "time")),
    "standing": (("standing", "clause"),),
}
# "The company also …" says who did what, though another may be meant: a reader who knows the title is not lost.
_READS_ALONE: Final = frozenset(("noun", "addition"))
_ADVERBIAL: Final = frozenset(("time", "clause", "place"))


class Pointer(NamedTuple):
    """The words of a sentence that point at one before it, as they are written, and what they point at."""

    kind: PointerKind
    words: str


class _Hit(NamedTuple):
    kind: PointerKind
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as its words, and the record of its language."""

    text: str
    tokens: tuple[Word, ...]
    language: Language

    def pointer(self, kind: PointerKind, start: int, end: int) -> Pointer:
        """The words `start` to `end`, as they are written."""
        return Pointer(kind, self.text[self.tokens[start].start : self.tokens[end - 1].end])

    def gap(self, at: int) -> str:
        """What stands between the word before a place and the word there."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start] if at else ""

    def is_broken_before(self, at: int) -> bool:
        """Whether a comma or the like stands anywhere before a place."""
        return not _COMMAS.isdisjoint(self.text[: self.tokens[at].start])

    def is_time(self, at: int) -> bool:
        """Whether the word there is a figure, a month or a weekday."""
        word = self.tokens[at].text
        return word[0].isdecimal() or word in _calendar_words(self.language.code)

    def ends_clause(self, at: int) -> bool:
        """Whether the word before a place is the last of its clause."""
        return at == len(self.tokens) or bool(self.gap(at).strip())


@cached_until_registered(maxsize=_KEPT)
def pointers_of(prose: str, language: str) -> tuple[Pointer, ...]:
    """What a sentence points with at those before it, in the order in which it is looked for.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; in languages whose record has no such words, nothing points. "" for a text too short to
            tell its language: then it may be any of them.
    """
    if not language:
        in_any = (pointers_of(prose, one.code) for one in languages() if one.pointers != Pointers())
        return tuple(dict.fromkeys(chain.from_iterable(in_any)))
    record = language_of(language)
    text = prose[:_READ]
    sentence = _Sentence(text, words(text), record)
    if not sentence.tokens:
        return ()
    found = [*_at_front(sentence), *_in_midst(sentence)]
    word = anaphor(prose, language)
    if word and not any(one.kind == "pronoun" or word in one.words.split() for one in found):
        found.append(Pointer("pronoun", word))
    return tuple(dict.fromkeys(found))


def leans(prose: str, language: str) -> bool:
    """Whether a sentence says nothing without one before it: it points back with more than "the company" or "also"."""
    return bool(leaning_words(prose, language))


def leaning_words(prose: str, language: str) -> tuple[str, ...]:
    """The words for which a sentence says nothing without one before it."""
    return tuple(one.words for one in pointers_of(prose, language) if one.kind not in _READS_ALONE)


def goes_on(prose: str, language: str) -> bool:
    """Whether a sentence opens with a connective, such as "but" or "for example": what it says is whole without it."""
    anaphora, opening = language_of(language).anaphora, Opening.of(prose)
    head = opening.head
    if not head or opening.points_at_time(anaphora):
        return False
    return head[0] in anaphora.leaning or any(tuple(head[:size]) in anaphora.leaning_phrases for size in (2, 3, 4))


def _at_front(sentence: _Sentence) -> Iterator[Pointer]:
    """What opens a sentence, behind a connective, a date, or another opening that is no subject."""
    at, last, named = 0, None, False
    while at < min(len(sentence.tokens), _SKIPPED):
        hit = _opening(sentence, at)
        if hit is not None:
            yield sentence.pointer(hit.kind, at, hit.end)
            if hit.kind not in _ADVERBIAL:
                return
            at, last = hit.end, hit.kind
        elif behind := _skipped(sentence, at):
            # "Today it belongs to walkers"; but "in 2019 it rained".
            named = sentence.tokens[at].text in sentence.language.calendar.day_words
            at = behind
        else:
            break
    if (last is not None or named) and at < len(sentence.tokens) and _is_pronoun(sentence, at):
        yield sentence.pointer("pronoun", at, at + 1)


def _opening(sentence: _Sentence, at: int) -> _Hit | None:
    """The longest of the openings that stands at a place; none where a longer phrase there points nowhere."""
    best: _Hit | None = None
    for kind, phrase in _starting(sentence, at, "front"):
        end = _match(phrase, sentence, at)
        if end is not None and (best is None or end > best.end):
            best = _Hit(kind, end)
    return best if best is not None and best.end >= _behind_standing(sentence, at) else None


def _behind_standing(sentence: _Sentence, at: int) -> int:
    """The place behind a phrase that holds a pointing word and points nowhere; 0 where there is none."""
    return max((_match(phrase, sentence, at) or 0 for _, phrase in _starting(sentence, at, "standing")), default=0)


def _skipped(sentence: _Sentence, at: int) -> int:
    """The place behind a connective or a part of a date; 0 where there is none."""
    ends = [_match(marker, sentence, at) or 0 for _, marker in _starting(sentence, at, "markers")]
    if any(ends):
        return max(ends)
    if at and sentence.is_time(at - 1) and sentence.tokens[at].text in sentence.language.pointers.spans:
        return at + 1
    dated = sentence.is_time(at) or sentence.tokens[at].text in sentence.language.calendar.day_words
    leads = sentence.tokens[at].text in sentence.language.anaphora.before_places
    if leads and at + 1 < len(sentence.tokens) and sentence.is_time(at + 1):
        return at + 2
    return at + 1 if dated else 0


def _is_pronoun(sentence: _Sentence, at: int) -> bool:
    anaphora = sentence.language.anaphora
    word = sentence.tokens[at].text
    return word in anaphora.persons or word in anaphora.first_pronouns


def _in_midst(sentence: _Sentence) -> Iterator[Pointer]:
    """What points wherever it stands."""
    index = _index(sentence.language.code, "midst")
    for at, token in enumerate(sentence.tokens):
        longest: dict[PointerKind, int] = {}
        for kind, phrase in index.get(_FIGURES if token.text.isdecimal() else token.text, ()):
            end = _match(phrase, sentence, at)
            if end is not None and _points_in_midst(kind, sentence, at):
                longest[kind] = max(end, longest.get(kind, 0))
        for kind, end in longest.items():
            yield sentence.pointer(kind, at, end)
    yield from _ellipsis(sentence)


def _points_in_midst(kind: PointerKind, sentence: _Sentence, at: int) -> bool:
    """False for what the sentence itself explains before it; what opens a sentence is looked for elsewhere."""
    if kind == "addition":
        return at <= _ELLIPSIS_SUBJECT or not sentence.is_broken_before(at)
    if kind == "place":
        return not _behind_standing(sentence, at) and _is_pointing_place(sentence, at)
    if kind == "time":
        return at > 0 and not any(sentence.is_time(before) for before in range(at))
    return at > 0 and not sentence.is_broken_before(at)


def _is_pointing_place(sentence: _Sentence, at: int) -> bool:
    """False for the "there" of "there is" and "is there", and for one that a place of the same sentence explains."""
    beside = [1] if at == 0 else [at + 1] if at > 1 else [0, at + 1]
    words_beside = {sentence.tokens[place].text for place in beside if place < len(sentence.tokens)}
    if words_beside & sentence.language.pointers.no_places:
        return False
    leads = sentence.language.anaphora.before_places
    return not any(
        sentence.tokens[before].text in leads and not sentence.is_time(before + 1) for before in range(at - 1)
    )


def _ellipsis(sentence: _Sentence) -> Iterator[Pointer]:
    """The "did not" of "Denmark did not.": a subject, and no more."""
    size = len(sentence.tokens)
    phrases = sentence.language.pointers.ellipses
    if size > 2 * _ELLIPSIS_SUBJECT + max(map(len, phrases), default=0):
        return  # as nearly every sentence: none of the phrases would be close enough to its start
    for phrase in phrases:
        start = size - len(phrase)
        # A single word such as German "nicht" ends whole sentences too; it does not behind a subject of one word.
        most = _ELLIPSIS_SUBJECT if len(phrase) > 1 else 1 + _opens_with_article(sentence)
        if is_unspaced(phrase[0][0]):
            most = 0 if start > 0 and sentence.is_broken_before(start) else 2 * _ELLIPSIS_SUBJECT
        if 0 < start <= most and _match(phrase, sentence, start) == size:
            yield sentence.pointer("clause", start, size)
            return


def _opens_with_article(sentence: _Sentence) -> bool:
    first = sentence.tokens[0].text
    return first in together("anaphora.articles") or first in together("vocabulary.bare_articles")


def _match(phrase: Phrase, sentence: _Sentence, at: int) -> int | None:
    """The place behind a phrase that stands at a place; None where it does not. No comma stands inside it."""
    pointers = sentence.language.pointers
    for number, part in enumerate(phrase):
        if part == "<ordinal>" and at and _has_capital(sentence, at):
            return None  # "the Second World War"
        if part == "<end>":
            return at if sentence.ends_clause(at) else None
        end = _match_word(part, sentence.tokens, at, pointers)
        if end is None or (number and sentence.gap(at).strip(" -\u00a0")):
            return None
        at = end
    return at


def _has_capital(sentence: _Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.text[sentence.tokens[at].start].isupper()


def _match_word(part: str, tokens: Sequence[Word], at: int, pointers: Pointers) -> int | None:
    if at >= len(tokens):
        return None
    word = tokens[at].text
    prefix, is_slot, rest = part.partition("<")
    if not is_slot:
        return at + 1 if word == part else None
    slot, _, suffix = rest.partition(">")
    if not (word.startswith(prefix) and word.endswith(suffix)):
        return None
    if slot == "any":
        return at + 1
    choice = pointers.slot(slot)
    if slot == "number":
        return _behind_number(tokens, at, choice)
    if word.removeprefix(prefix).removesuffix(suffix) in choice:
        return at + 1
    return _behind_compound(tokens, at, choice)


def _behind_number(tokens: Sequence[Word], at: int, counts: frozenset[str]) -> int | None:
    """The place behind a number; in scripts without blanks it may have several characters."""
    if tokens[at].text.isdecimal():
        return None if len(tokens[at].text) == _YEAR_DIGITS else at + 1
    end = at
    while end < min(len(tokens), at + _NUMBER_WORDS) and tokens[end].text in counts:
        end += 1
        if not is_unspaced(tokens[end - 1].text[0]):
            break
    return end if end > at else None


def _behind_compound(tokens: Sequence[Word], at: int, choice: frozenset[str]) -> int | None:
    """The place behind a word of several characters, in scripts without blanks: 公司."""
    if not is_unspaced(tokens[at].text[0]):
        return None
    text = "".join(token.text for token in tokens[at : at + _NUMBER_WORDS])
    sizes = [size for size in range(1, len(text) + 1) if text[:size] in choice]
    return at + max(sizes) if sizes else None


def _starting(sentence: _Sentence, at: int, where: str) -> Sequence[tuple[PointerKind, Phrase]]:
    """The phrases that may begin with the word at a place."""
    index = _index(sentence.language.code, where)
    word = sentence.tokens[at].text
    return index.get(_FIGURES if word.isdecimal() else word, ())


@cached_by_records
def _index(code: str, where: str) -> Mapping[str, Sequence[tuple[PointerKind, Phrase]]]:
    """The phrases of a language for one place of a sentence, by each word that they may begin with."""
    language = language_of(code)
    found: defaultdict[str, list[tuple[PointerKind, Phrase]]] = defaultdict(list)
    if where == "markers":
        bare = [(word,) for word in language.discourse.bare_markers]
        listed: list[tuple[PointerKind, Phrase]] = [("clause", one) for one in (*language.discourse.markers, *bare)]
    else:
        names = _PHRASES[where]
        listed = [(kind, one) for name, kind in names for one in getattr(language.pointers, name)]
    for kind, phrase in listed:
        for word in _first_words(phrase[0], language.pointers):
            found[word].append((kind, phrase))
    return found


def _first_words(part: str, pointers: Pointers) -> Iterator[str]:
    """The words that a phrase may begin with; in scripts without blanks the first characters of them."""
    prefix, is_slot, rest = part.partition("<")
    if not is_slot:
        yield part
        return
    slot, _, suffix = rest.partition(">")
    if slot == "number":
        yield _FIGURES
    for word in pointers.slot(slot):
        yield word[0] if is_unspaced(word[0]) else f"{prefix}{word}{suffix}"


@cached_by_records
def _calendar_words(code: str) -> frozenset[str]:
    calendar = language_of(code).calendar
    return frozenset(word for names in (*calendar.months, *calendar.weekdays) for word in names)
