"""Which sentences of a document state exactly what a claim states: equality of canonical forms, and nothing less."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from summarizer.document.document import Document, Sentence
from summarizer.text.fold import folded
from summarizer.text.line_hyphens import whole_words
from summarizer.text.span import Span
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.casing import same_case
from summarizer.verification.reading.numbers.units import ANY_DOLLAR, may_be_one, pounds_in
from summarizer.verification.reading.values import Quantity
from summarizer.verification.rules.boundaries import fragment_sentences, further_sentences, unasserted_sentences
from summarizer.verification.rules.discourse_markers import discourse_marker

_ENDS: Final = (("?",), ("!",), ('"',), ("...",))  # of a sentence, but a full stop, as tokens
_MOST: Final = 12  # sentences in one claim; a longer text is no claim, and each start costs a comparison


class Statement(NamedTuple):
    """Sentences `first` to `last` (inclusive) of the document say what the claim says; `verbatim` once folded."""

    first: int
    last: int
    verbatim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """All sentences of a document in canonical form: `canons[i]` is `document.sentences[i]`."""

    document: Document
    canons: tuple[CanonicalText, ...]
    # The first keys of a sentence, from its start and from behind its opener, to the sentence and the place.
    starts: Mapping[tuple[str, ...], tuple[tuple[int, int], ...]]
    # Where a further sentence begins inside one, for which the splitter saw no end: the places of its first tokens.
    inner: tuple[tuple[int, ...], ...]
    # Sentences that only go on with the one before, and list items that a lead-in such as "He denied:" bears on.
    fragment_sentences: frozenset[int]
    unasserted_sentences: frozenset[int]
    sterling: bool
    # What "$" in a claim means: US dollars where the document writes "US$" and never a bare "$", else any dollar.
    dollar: str

    @classmethod
    def of(cls, document: Document) -> Statements:
        """The canonical sentences of a document; reads each of them once."""
        sterling = "£" in document.text or "sterling" in document.text.casefold()
        forms = tuple(
            _canon(_readable(document, sentence), document.language, sterling=sterling)
            for sentence in document.sentences
        )
        starts: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        inner = tuple(further_sentences(form) for form in forms)
        for index, form in enumerate(forms):
            for begin in (0, *inner[index]):
                for place in {begin, begin + discourse_marker(form.keys[begin:])}:
                    starts[form.keys[place : place + 1]].append((index, place))
        return cls(
            document=document,
            canons=forms,
            starts={keys: tuple(places) for keys, places in starts.items()},
            inner=inner,
            fragment_sentences=frozenset(fragment_sentences(document, forms)),
            unasserted_sentences=frozenset(unasserted_sentences(document, forms)),
            sterling=sterling,
            dollar=_dollar_of(forms),
        )

    def read(self, claim: str) -> CanonicalText:
        """The canonical form of a claim, read as the document's own sentences are."""
        form = _canon(claim, self.document.language, sterling=self.sterling)
        return form if self.dollar == ANY_DOLLAR else _with_dollar(form, self.dollar)

    def find(self, claim: CanonicalText, *, first: Sequence[int] = ()) -> Statement | None:
        """The sentences that state the claim, whole sentences and one after the other; None if there are none.

        Args:
            claim: From `read`.
            first: Sentence indexes to prefer, such as those that a model cited.
        """
        if not claim.keys:
            return None
        places = self.starts.get(claim.keys[:1], ())
        preferred = set(first)
        for index, place in sorted(places, key=lambda pair: pair[0] not in preferred):
            last = self._last(claim, index, place)
            if last is not None:
                return Statement(index, last, self._verbatim(claim, index, last))
        return None

    def _last(self, claim: CanonicalText, index: int, place: int) -> int | None:
        """The last of the sentences from `index` on that the claim equals, token for token; None if it does not."""
        if (index in self.fragment_sentences and place not in self.inner[index]) or index in self.unasserted_sentences:
            return None
        at = 0
        for number in range(index, min(index + _MOST, len(self.canons))):
            form = self.canons[number]
            rest = len(claim.keys) - at
            length = len(form.keys) - place
            if (
                rest < length and place + rest + 1 in self.inner[number]
            ):  # the claim ends where a further sentence begins
                length = rest
            if claim.keys[at : at + length] != form.keys[place : place + length] or not same_case(
                claim, at, form, place, length
            ):
                return None
            ends_inside = place + length < len(form.keys)
            at, place = at + length, 0
            if at == len(claim.keys):
                return None if number + 1 in self.fragment_sentences and not ends_inside else number
            # What ends a sentence is no ornament: "Smith knew. The mayor lied." is not "Smith knew the mayor lied."
            if form.closed and claim.keys[at] == ".":
                at += 1
            elif form.closed or form.keys[-1:] not in _ENDS:
                return None
        return None

    def _verbatim(self, claim: CanonicalText, first: int, last: int) -> bool:
        if first == last and self.canons[first].text == claim.text:
            return True
        return folded(self.span(first, last).of(self.document.text)).strip() == folded(claim.text).strip()

    def span(self, first: int, last: int) -> Span:
        """The place of sentences `first` to `last`, without list marker or heading sign at its start."""
        sentences = self.document.sentences
        return Span(sentences[first].body.start, sentences[last].body.end)


def _canon(text: str, language: str, *, sterling: bool) -> CanonicalText:
    return canonicalize(text, language=language, pounds=pounds_in(text) if sterling else "weight")


def _dollar_of(forms: Iterable[CanonicalText]) -> str:
    units = {token.unit for form in forms for token in form.tokens if token.kind == "money"}
    dollars = {unit for unit in units if may_be_one(ANY_DOLLAR, unit)}
    return "USD" if dollars == {"USD"} else ANY_DOLLAR


def _with_dollar(form: CanonicalText, dollar: str) -> CanonicalText:
    """The same text with "$" read as the dollar named."""
    return form.with_tokens(_in_dollar(token, dollar) for token in form.tokens)


def _in_dollar(token: Token, dollar: str) -> Token:
    """A token whose "$" is read as the dollar named, others as they are."""
    value = token.value
    return (
        token.meaning(replace(value, unit=dollar))
        if isinstance(value, Quantity) and value.unit == ANY_DOLLAR
        else token
    )


def _readable(document: Document, sentence: Sentence) -> str:
    """The words of a sentence without marks of structure and inline markup."""
    if document.format == "plain" and document.blocks[sentence.block].kind != "quote":
        return whole_words(sentence.body.of(document.text), source=document.text)
    return whole_words(document.stripped(sentence.span).text, source=document.text)
