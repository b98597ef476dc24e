"""Finds who speaks in a transcript, by the labels before what they say, such as "CHAIR OKONKWO: Good evening".

Speakers.of(document).labels   ->  {10: ("Chair", "Okonkwo"), …}: the words of the label that opens a sentence
Speakers.of(document).titles(names, document=document)   ->  {"chair", "clerk"}: what somebody is, and no name
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.context.names import Name
from summarizer.document.context.sentence_words import WORD
from summarizer.document.document import Document

# A label is a name of up to five words, each with a capital, before a colon.
_LABEL: Final = re.compile(r"((?:[^\W\d_][\w.'’-]*\s+){0,4}[^\W\d_][\w.'’-]*)\s*:\s")
# Whoever speaks once is no speaker of a transcript: "Note: …" opens a sentence of any text.
_FEWEST_TURNS: Final = 2
# A text is a transcript where two people at least take turns, in one of ten sentences or more.
_FEWEST_SPEAKERS: Final = 2
_SHARE_OF_TURNS: Final = 0.1
# A word that stands before so many surnames is what several people are: "Council Member Ruiz, Council Member Farrow".
_PEOPLE_OF_A_TITLE: Final = 3
# How far behind a full name it is said what somebody is: "Marcus Devereux, Director of Public Works".
_REACH: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """The labels of a transcript; none of any other text.

    Attributes:
        labels: the words of the label that opens a sentence, by the sentence's index.
        surnames: their last words, as they are written in small letters.
    """

    labels: Mapping[int, tuple[str, ...]]
    surnames: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Speakers:
        """Who takes turns in a document; linear in its length.

        Args:
            document: in any language that writes names with capitals.
        """
        labels = dict(_labels(document))
        turns = Counter(map(_small, labels.values()))
        found = {index: words for index, words in labels.items() if turns[_small(words)] >= _FEWEST_TURNS}
        speakers = {words[-1].casefold() for words in found.values()}
        if len(speakers) < _FEWEST_SPEAKERS or len(found) < _SHARE_OF_TURNS * len(document.sentences):
            return cls(labels={}, surnames=frozenset())
        return cls(labels=found, surnames=frozenset(speakers))

    def titles(self, names: Sequence[Name], *, document: Document) -> frozenset[str]:
        """The words before surnames that say what somebody is: "chair", "clerk", "member".

        Such a word stands in a label, and behind the full name of who speaks ("Ifeoma Okonkwo (Chair)"); or it stands
        before several surnames.

        Args:
            names: every mention of a name in the document.
            document: whose names they are.
        """
        if not self.labels:
            return frozenset()
        said: defaultdict[str, set[str]] = defaultdict(set)
        borne: defaultdict[str, set[str]] = defaultdict(set)
        for name in names:
            *first, last = map(str.casefold, name.words)
            if last in self.surnames and first:
                end = min(document.sentences[name.sentence].end, name.span.end + _REACH)
                said[last].update(map(str.casefold, WORD.findall(document.text, name.span.end, end)))
                for word in first:
                    borne[word].add(last)
        labels = map(_small, self.labels.values())
        labelled = {word for *before, last in labels for word in said[last].intersection(before)}
        return frozenset(labelled | {word for word, lasts in borne.items() if len(lasts) >= _PEOPLE_OF_A_TITLE})


def _labels(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sentences that open with a label, and its words."""
    for sentence in document.sentences:
        label = _LABEL.match(document.text, sentence.body.start, sentence.body.end)
        words = WORD.findall(label[1]) if label else []
        if words and all(word[0].isupper() for word in words):
            yield sentence.index, tuple(words)


def _small(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(str.casefold, words))
