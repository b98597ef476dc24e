"""What a language points back with: a record's `pointers`, of phrases in which a slot stands for a word.

    EN.pointers.times    ->  (("the", "next", "<span>"), …): "The next year it made $3 million."
    EN.pointers.parts    ->  (("<number>", "of", "them"), …): "Four of them left."

A slot is one of `<number>` (a word of `counts`, or figures), `<span>` (of `spans`), `<noun>` (of `nouns`), `<ordinal>`
(of `ordinals`), `<verb>` (of `verbs`), `<any>` (one word, whatever it is) and `<end>` (no word: a clause ends there);
letters may stand beside a slot in its word: "l'<noun>".
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.languages.record_text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointers:
    """How a sentence points at another one. What opens a sentence may stand behind a connective or a date.

    Attributes:
        counts: Number words and quantifiers that count out of what was named: "four", "some".
        spans: Stretches of time, each in all its forms: "year", "years".
        nouns: What is called by its kind once its name is known: "company".
        ordinals: "second"; not "first", which also tells what came first of all.
        verbs: Verbs that make a quantifier before them stand for what was named: the "were" of "some were".
        standing: Openings that hold one of the others and point nowhere: "as a result of", "later this <span>".
        pronouns: Openings for somebody or something, in scripts without blanks: 他.
        times: Openings that count from a time told before: "the next <span>", "then".
        later: The same wherever they stand, with no time before them in their sentence: "a <span> later".
        places: Words for a place told before, wherever they stand: "there".
        no_places: What makes such a word point nowhere, behind it: "there is".
        parts: Openings for some of those told before: "<number> of them", "others".
        clauses: Openings that go on from all that was said before: "as a result", "so did".
        ellipses: Ends of a short sentence that says the rest of the one before: "did not".
        references: Such words wherever they stand with no comma before them: "the latter".
        definites: Openings for what was called by its name before: "the <noun>".
        additions: Words that add to what was said before, in its first clause: "also".
        hanging: Words that point back where no clause has ended before them, behind a verb too: "it" of "that confirmed
            it". They may point nowhere ("it rained"), so they are a suspicion, for one who can do without the sentence.
        openers: Words at which another clause begins, whose pronouns may mean what stands before: "that", "said".
    """

    counts: frozenset[str] = frozenset()
    spans: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    standing: tuple[Phrase, ...] = ()
    pronouns: tuple[Phrase, ...] = ()
    times: tuple[Phrase, ...] = ()
    later: tuple[Phrase, ...] = ()
    places: tuple[Phrase, ...] = ()
    no_places: frozenset[str] = frozenset()
    parts: tuple[Phrase, ...] = ()
    clauses: tuple[Phrase, ...] = ()
    ellipses: tuple[Phrase, ...] = ()
    references: tuple[Phrase, ...] = ()
    definites: tuple[Phrase, ...] = ()
    additions: tuple[Phrase, ...] = ()
    hanging: tuple[Phrase, ...] = ()
    openers: frozenset[str] = frozenset()

    def slot(self, name: str) -> frozenset[str]:
        """The words that may stand in a slot, by its name without the brackets."""
        fields = {"number": self.counts, "span": self.spans, "noun": self.nouns, "ordinal": self.ordinals}
        return fields.get(name, self.verbs)
