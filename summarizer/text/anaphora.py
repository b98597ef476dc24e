"""A sentence is anaphoric if it opens with a word for somebody or something that stands before it.

is_anaphoric("She said so.", "en")       ->  True
is_anaphoric("In this case it is.", "en")->  True
is_anaphoric("Mary said so.", "en")      ->  False
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

    def points_at_time(self, anaphora: Anaphora) -> bool:
        """True for "This year": it points at the article's date."""
        return len(self.head) > 1 and self.head[1] in anaphora.times

    def points_back(self, anaphora: Anaphora) -> bool:
        """True for a pronoun near the front, behind the first word, with no name before it: "As she said".

        Only behind an opening that is no subject itself: in "Residents said they" the residents are meant.
        """
        if self._has_demonstrative(anaphora) or self._has_pronoun_behind_verb(anaphora):
            return True
        return self._begins_without_subject(anaphora) and self._has_person(anaphora)

    def names_nobody(self, anaphora: Anaphora) -> bool:
        """True for "However, he", "Later she", "On Monday he": behind words that name nobody a person is meant."""
        behind = next((head for head in self.head if head not in anaphora.nameless and not head.isdecimal()), "")
        return behind in anaphora.somebody

    def _has_demonstrative(self, anaphora: Anaphora) -> bool:
        """True for "In this case", and false for "In this year"."""
        for place in range(1, min(3, len(self.head))):
            after = self.head[place + 1] if place + 1 < len(self.head) else ""
            if self.head[place] in anaphora.demonstratives and after not in anaphora.times:
                return True
        return False

    def _begins_without_subject(self, anaphora: Anaphora) -> bool:
        """True for "As", "Later", "Suddenly"; false for "The" and "Residents", which begin a subject."""
        if not self.head or self.head[0] in anaphora.articles:
            return False
        return is_function(stem(self.head[0])) or self.head[0].endswith("ly")

    def _has_person(self, anaphora: Anaphora) -> bool:
        """True for "As she said": a pronoun behind the first word, with no name before it."""
        for place in range(1, len(self.words)):
            # "After years in Oslo, she left": a place is not who is meant.
            if self.words[place][:1].isupper() and self.head[place - 1] not in anaphora.before_places:
                return False
            if self._is_person_at(place, anaphora):
                return True
        return False

    def _is_person_at(self, place: int, anaphora: Anaphora) -> bool:
        """True for the "she" of "As she said", not for that of "said she"; late in the opening only behind a comma."""
        if self.head[place] not in anaphora.persons:
            return False
        if self.head[place - 1] in anaphora.speech_words:
            return False
        return place <= _OPENING_WORDS // 2 or self.commas[place - 1]

    def _has_pronoun_behind_verb(self, anaphora: Anaphora) -> bool:
        """True for "Seit 2019 kostet sie": such a pronoun after the verb, and no noun behind the first word."""
        if not anaphora.behind_verb:
            return False
        for place in range(1, min(5, len(self.words))):
            if self.words[place][:1].isupper():
                return False
            if self.head[place] in anaphora.behind_verb and place > 1:
                return self.head[place - 1] not in anaphora.speech_words and not self.commas[place - 1]
        return False


def is_anaphoric(prose: str, language: str) -> bool:
    """True when a sentence opens with a word for somebody or something named before: `is_anaphoric("He left.", "en")`.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; never true for a language whose record has no pronouns.
    """
    anaphora, opening = language_of(language).anaphora, Opening.of(prose)
    if not anaphora.persons or not opening.head or opening.points_at_time(anaphora):
        return False
    # "It's" is "it"; "C'est" is itself.
    first = opening.head[0]
    for ending in ("'s", "'re", "'ve", "'d", "'ll"):
        first = first.removesuffix(ending)
    if any(first in words for words in (anaphora.persons, anaphora.demonstratives, anaphora.first_pronouns)):
        return True
    return opening.points_back(anaphora) or (bool(anaphora.somebody) and opening.names_nobody(anaphora))
