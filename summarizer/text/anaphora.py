"""Finds the pronoun with which a sentence opens, for somebody or something that stands before it.

anaphor("She said so.", "en")         ->  "She"
anaphor("In this case it is.", "en")  ->  "this"
anaphor("Mary said so.", "en")        ->  ""
"""

from __future__ import annotations

from typing import Final, NamedTuple

from summarizer.languages.record import Anaphora
from summarizer.languages.registry import language_of
from summarizer.text.terms import is_function, stem

_OPENERS: Final = "\"'“‘„«»‚‹›「『—–-(*_ "
# How far into a sentence a pronoun is looked for; past half of it only where a clause begins.
_OPENING_WORDS: Final = 12
_READ: Final = 160


class Opening(NamedTuple):
    """The first words of a sentence, as they stand and folded (`head`), and whether a comma follows each."""

    words: tuple[str, ...]
    head: tuple[str, ...]
    commas: tuple[bool, ...]

    @classmethod
    def of(cls, prose: str) -> Opening:
        """The opening of one sentence."""
        raw = prose[:_READ].replace("’", "'").lstrip(_OPENERS).split()[:_OPENING_WORDS]
        stripped = tuple(word.strip(",.;:!?()") for word in raw)
        return cls(stripped, tuple(word.casefold() for word in stripped), tuple(word.endswith(",") for word in raw))

    def is_no_article(self) -> bool:
        """German "Das" is an article before a noun or an adjective in -e, else a pronoun before its verb."""
        after = self.words[1] if self.words[1:] else ""
        if after[:1].isupper() or after[:1].isdigit():
            return False
        return not after.endswith("e") or after.endswith(("te", "rde"))

    def points_at_time(self, anaphora: Anaphora) -> bool:
        """True for "This year": it points at the article's date."""
        return len(self.head) > 1 and self.head[1] in anaphora.times

    def pointing_back(self, anaphora: Anaphora) -> str:
        """The pronoun near the front, behind the first word, with no name before it: the "she" of "As she said".

        Only behind an opening that is no subject itself: in "Residents said they" the residents are meant.
        """
        found = self._demonstrative(anaphora) or self._pronoun_behind_verb(anaphora)
        if not found and self._begins_without_subject(anaphora):
            found = self._person(anaphora)
        return found

    def person_behind_nobody(self, anaphora: Anaphora) -> str:
        """The "he" of "However, he", "On Monday he": behind words that name nobody a person is meant."""
        for word, head in zip(self.words, self.head, strict=True):
            if head not in anaphora.nameless and not head.isdecimal():
                return word if head in anaphora.somebody else ""
        return ""

    def _demonstrative(self, anaphora: Anaphora) -> str:
        """The "this" of "In this case"; none in "In this year"."""
        for place in range(1, min(3, len(self.head))):
            after = self.head[place + 1] if place + 1 < len(self.head) else ""
            if (self.head[place], after) in anaphora.no_demonstratives:
                continue
            if self.head[place] in anaphora.demonstratives and after not in anaphora.times:
                return self.words[place]
        return ""

    def _begins_without_subject(self, anaphora: Anaphora) -> bool:
        """True for "As", "Later", "Suddenly"; false for "The" and "Residents", which begin a subject."""
        if not self.head or self.head[0] in anaphora.articles:
            return False
        return is_function(stem(self.head[0])) or self.head[0].endswith("ly")

    def _person(self, anaphora: Anaphora) -> str:
        """The "she" of "As she said": a pronoun behind the first word, with no name before it."""
        for place in range(1, len(self.words)):
            # "After years in Oslo, she left": a place is not who is meant.
            if self.words[place][:1].isupper() and self.head[place - 1] not in anaphora.before_places:
                return ""
            if self._is_person_at(place, anaphora):
                return self.words[place]
        return ""

    def _is_person_at(self, place: int, anaphora: Anaphora) -> bool:
        """True for the "she" of "As she said", not for that of "said she"; late in the opening only behind a comma."""
        if self.head[place] not in anaphora.persons:
            return False
        if self.head[place - 1] in anaphora.speech_words:
            return False
        return place <= _OPENING_WORDS // 2 or self.commas[place - 1]

    def _pronoun_behind_verb(self, anaphora: Anaphora) -> str:
        """The "sie" of "Seit 2019 kostet sie": a pronoun after the verb, and no noun behind the first word."""
        if not anaphora.behind_verb:
            return ""
        for place in range(1, min(5, len(self.words))):
            if self.words[place][:1].isupper():
                return ""
            if self.head[place] in anaphora.behind_verb and place > 1:
                said = self.head[place - 1] in anaphora.speech_words or self.commas[place - 1]
                return "" if said else self.words[place]
        return ""


def anaphor(prose: str, language: str) -> str:
    """The word for somebody or something named before with which a sentence opens; "" where it has none.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; there is none in a language whose record has no pronouns.
    """
    anaphora, opening = language_of(language).anaphora, Opening.of(prose)
    if not anaphora.persons or not opening.head or opening.points_at_time(anaphora):
        return ""
    if opening.head[0] in anaphora.article_pronouns:
        return opening.words[0] if opening.is_no_article() else ""
    # "It's" is "it"; "C'est" is itself.
    first = opening.head[0]
    for ending in ("'s", "'re", "'ve", "'d", "'ll"):
        first = first.removesuffix(ending)
    if any(first in words for words in (anaphora.persons, anaphora.demonstratives, anaphora.first_pronouns)):
        return opening.words[0]
    return opening.pointing_back(anaphora) or opening.person_behind_nobody(anaphora)
