"""A sentence is anaphoric if it opens with a word for somebody or something that stands before it.

is_anaphoric("She said so.", "en")       ->  True
is_anaphoric("In this case it is.", "en")->  True
is_anaphoric("Mary said so.", "en")      ->  False
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from summarizer.languages.registry import cached_by_records, language_of, together
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

    def points_at_time(self) -> bool:
        """True for "This year": it points at the article's date."""
        return len(self.head) > 1 and self.head[1] in together("anaphora.times")

    def points_back(self, language: str) -> bool:
        """True for a pronoun near the front, behind the first word, with no name before it: "As she said".

        Only behind an opening that is no subject itself: in "Residents said they" the residents are meant.
        """
        if self._has_demonstrative() or self._behind_verb(language_of(language).anaphora.behind_verb):
            return True
        return self._begins_without_subject() and self._has_person()

    def names_nobody(self) -> bool:
        """True for "However, he", "Later she", "On Monday he": behind words that name nobody a person is meant."""
        nameless = together("anaphora.nameless")
        behind = next((head for head in self.head if head not in nameless and not head.isdecimal()), "")
        return behind in together("anaphora.somebody")

    def _has_demonstrative(self) -> bool:
        """True for "In this case", and false for "In this year"."""
        for place in range(1, min(3, len(self.head))):
            after = self.head[place + 1] if place + 1 < len(self.head) else ""
            if self.head[place] in together("anaphora.demonstratives") and after not in together("anaphora.times"):
                return True
        return False

    def _begins_without_subject(self) -> bool:
        """True for "As", "Later", "Suddenly"; false for "The" and "Residents", which begin a subject."""
        if not self.head or self.head[0] in together("anaphora.articles"):
            return False
        return is_function(stem(self.head[0])) or self.head[0].endswith("ly")

    def _has_person(self) -> bool:
        """True for "As she said": a pronoun behind the first word, with no name before it."""
        for place in range(1, len(self.words)):
            # "After years in Oslo, she left": a place is not who is meant.
            if self.words[place][:1].isupper() and self.head[place - 1] not in together("anaphora.before_places"):
                return False
            if self._is_person_at(place):
                return True
        return False

    def _is_person_at(self, place: int) -> bool:
        """True for the "she" of "As she said", not for that of "said she"; late in the opening only behind a comma."""
        if self.head[place] not in together("anaphora.persons"):
            return False
        if self.head[place - 1] in together("anaphora.speech_words"):
            return False
        return place <= _OPENING_WORDS // 2 or self.commas[place - 1]

    def _behind_verb(self, pronouns: Collection[str]) -> bool:
        """True for "Seit 2019 kostet sie": such a pronoun after the verb, and no noun behind the first word."""
        if not pronouns:
            return False
        for place in range(1, min(5, len(self.words))):
            if self.words[place][:1].isupper():
                return False
            if self.head[place] in pronouns and place > 1:
                return self.head[place - 1] not in together("anaphora.speech_words") and not self.commas[place - 1]
        return False


def is_anaphoric(prose: str, language: str) -> bool:
    """True when a sentence opens with a word for somebody or something named before: `is_anaphoric("He left.", "en")`.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; never true for a language whose record has no pronouns.
    """
    opening = Opening.of(prose)
    if not language_of(language).anaphora.persons or not opening.head or opening.points_at_time():
        return False
    # "It's" is "it"; "C'est" is itself.
    first = opening.head[0]
    for ending in ("'s", "'re", "'ve", "'d", "'ll"):
        first = first.removesuffix(ending)
    if first in _pointing_words() or opening.points_back(language):
        return True
    return bool(language_of(language).anaphora.somebody) and opening.names_nobody()


@cached_by_records
def _pointing_words() -> frozenset[str]:
    """The words that point back where they open a sentence, in all languages."""
    fields = ("anaphora.persons", "anaphora.demonstratives", "anaphora.first_pronouns")
    return frozenset[str]().union(*map(together, fields))
