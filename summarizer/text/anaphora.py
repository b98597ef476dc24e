"""Whether a sentence opens with a word that refers to one before it: "She said", "In this case"."""

from __future__ import annotations

from typing import Final, NamedTuple

from summarizer.text.terms import is_function, stem


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Languages whose pronouns are listed below; in others no sentence is held to refer to another.
LANGUAGES: Final = frozenset(("en", "de", "fr", "es"))
# Pronouns for persons and things that point back wherever no name stands before them.
_PERSONS: Final = _words(
    "he she they him them his her hers their it its er sie ihm ihn ihnen ihren ihrer ihrem seinen seiner "
    "seinem elle ils elles leurs leur sus ellos ellas"
)
_DEMONSTRATIVES: Final = _words(
    "this these those such dies diese dieser dieses diesem diesen cette ces esta este estos estas"
)
# Pronouns that refer where they open a sentence; further inside they may stand for nothing or for what follows.
_FIRST: Final = _words(
    "both neither either theirs ihr ihre sein seine jener jene jenes il ce cet son sa ses él ella su"
)
# "This year" and the like point at the article's own date, not at a sentence.
TIMES: Final = _words(
    "year week month morning afternoon evening spring summer autumn fall winter jahr woche monat année "
    "semaine mois año semana mes"
)
# Words that tell who speaks, or stand before the name of a person.
SAYING: Final = _words(
    "said says say told called added asked sagt sagte sagten erklärt erklärte erklärten meint dit déclaré dijo afirma "
    "dr mr mrs ms prof herr frau"
)
ARTICLES: Final = _words("the a an all der die das ein eine le la les un une el los las het een gli uno una os uma")
# German subjects and objects behind the verb: "Gestern kostete sie"; "es" there often stands for nothing.
_BEHIND_VERB: Final = frozenset(("er", "sie", "ihn", "ihm", "ihnen"))
_SOMEBODY: Final = frozenset("he she they".split())
_NAMELESS: Final = _words(
    "however later yesterday today now instead then still once afterwards afterward meanwhile but and so also "
    "on in since until by two three four five several many some years year months month weeks week days day "
    "earlier after before the next that same monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december nevertheless moreover "
    "therefore eventually finally soon"
)
_BEFORE_PLACES: Final = frozenset("in at from near".split())
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
        return len(self.head) > 1 and self.head[1] in TIMES

    def points_back(self, language: str) -> bool:
        """True for a pronoun near the front, behind the first word, with no name before it: "As she said".

        Only behind an opening that is no subject itself: in "Residents said they" the residents are meant.
        """
        words, head, commas = self
        for place in range(1, min(3, len(words))):
            after = head[place + 1] if place + 1 < len(head) else ""
            if head[place] in _DEMONSTRATIVES and after not in TIMES:
                return True
        if language == "de" and self._behind_verb():
            return True
        if not head or head[0] in ARTICLES or not (is_function(stem(head[0])) or head[0].endswith("ly")):
            return False
        near = _OPENING_WORDS // 2
        for place in range(1, len(words)):
            # "After years in Oslo, she left": a place is not who is meant.
            if words[place][:1].isupper() and head[place - 1] not in _BEFORE_PLACES:
                return False
            if head[place] in _PERSONS and head[place - 1] not in SAYING and (place <= near or commas[place - 1]):
                return True
        return False

    def names_nobody(self) -> bool:
        """True for "However, he", "Later she", "On Monday he": behind words that name nobody a person is meant."""
        behind = next((head for head in self.head if head not in _NAMELESS and not head.isdecimal()), "")
        return behind in _SOMEBODY

    def _behind_verb(self) -> bool:
        """True for "Seit 2019 kostet sie": a German pronoun after the verb, and no noun behind the first word."""
        for place in range(1, min(5, len(self.words))):
            if self.words[place][:1].isupper():
                return False
            if self.head[place] in _BEHIND_VERB and place > 1:
                return self.head[place - 1] not in SAYING and not self.commas[place - 1]
        return False


def is_anaphoric(prose: str, language: str) -> bool:
    """True when a sentence opens with a word for somebody or something named before: `is_anaphoric("He left.", "en")`.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; known for English, German, French and Spanish, and never true for others.
    """
    opening = Opening.of(prose)
    if language not in LANGUAGES or not opening.head or opening.points_at_time():
        return False
    # "It's" is "it"; "C'est" is itself.
    first = opening.head[0]
    for ending in ("'s", "'re", "'ve", "'d", "'ll"):
        first = first.removesuffix(ending)
    if first in _PERSONS or first in _DEMONSTRATIVES or first in _FIRST or opening.points_back(language):
        return True
    return language == "en" and opening.names_nobody()
