"""Where statements begin and end: sentences that stand alone, those that do not, and those run together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.record import CueKind
from summarizer.languages.registry import cached_by_records, languages, together
from summarizer.text.fold import folded
from summarizer.text.terms import is_function
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.rules.speech import quoted

_UNTICKED: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[ \]")
_LABEL: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ .'’-]{1,30}: ")
_BEARING: Final = frozenset(("negation", "modality", "attribution", "condition"))
# What a sentence before may do to the next: make it a mere thought, or deny it from behind an abbreviation.
_SUPPOSING: Final = ("supposed", "fragment", "cut_denial")
_WORD: Final = 5  # letters that a lower-case word needs before a full stop not to be taken for an abbreviation


def further_sentences(form: CanonicalText) -> tuple[int, ...]:
    """The places where a further sentence surely begins inside one: behind "word. Capital", outside quotation marks.

    A splitter that sees no end in `he left. "Why?" she asked.` gives one sentence for two.
    """
    if "." not in form.keys:
        return ()
    found: list[int] = []
    quoted = bracketed = False
    for place, token in enumerate(form.tokens[:-1]):
        if token.kind == "quote":
            quoted = not quoted
        elif token.key in ("(", ")"):
            bracketed = token.key == "("
        elif token.key == "." and place and not quoted and not bracketed:
            before, after = form.tokens[place - 1], form.tokens[place + 1]
            ended = before.kind == "quote" or (before.shape == "lower" and len(before.key) >= _WORD)
            if ended and (after.kind == "quote" or after.shape == "title"):
                found.append(place + 1)
    return tuple(found)


def fragment_sentences(document: Document, forms: Sequence[CanonicalText]) -> Iterable[int]:
    """Sentences cut off from the one before, as after an abbreviation: neither part says what the whole says."""
    cased = document.text != document.text.lower()
    for one, two in pairwise(document.sentences):
        before, after = forms[one.index], forms[two.index]
        if not before.tokens or not after.tokens:
            continue
        if one.block != two.block:
            prose = {document.blocks[one.block].kind, document.blocks[two.block].kind} == {"paragraph"}
            cut = not before.closed and before.tokens[-1].kind in ("word", "number")
            if prose and cut and after.tokens[0].shape == "lower":
                yield two.index
            continue
        last, first = before.tokens[-1], after.tokens[0]
        # "George W. | Bush" is one name; "under Option B. | Its cost" are two sentences.
        initial = last.shape == "title" and len(last.key) == 1 and last.key != "i" and not is_function(first.key)
        rank = last.key == "no" and first.kind == "number"
        line_break = "\n" in document.text[one.end : two.start]
        cut_off = last.key in together("prose.titles") or ((initial or rank) and not line_break)
        abbreviated = before.closed and cut_off and len(before.tokens) > 1  # a lone "Ms." takes nothing with it
        ended = before.closed and (line_break or (last.shape == "lower" and len(last.key) > _WORD))
        lower = cased and first.shape == "lower" and last.kind != "quote" and not ended
        unfinished = not (before.closed or line_break) and last.kind not in ("mark", "quote") and last.key.isascii()
        if abbreviated or lower or unfinished:
            yield two.index


def unasserted_sentences(document: Document, forms: Sequence[CanonicalText]) -> Iterable[int]:
    """Sentences that are not said, though they stand there: denied, supposed, taken back, or in somebody's mouth.

    Items and paragraphs under a lead-in or heading that denies, doubts, conditions or attributes them; what follows a
    supposition or stands before "That is a lie."; sentences inside a quotation of several; the speech of a labelled
    speaker.
    """
    yield from _led(document, forms)
    yield from _turned(document)
    yield from quoted(document)


def _led(document: Document, forms: Sequence[CanonicalText]) -> Iterable[int]:
    topic = led = lead = False  # under such a heading, under a lead-in with its list, right behind a lead-in
    for block in document.blocks:
        numbers = range(block.first, block.last)
        own = [forms[i] for i in numbers]
        bears = [_bears(form, document.language) for form in own]
        if block.kind == "heading":
            topic = any(not together("discourse.denied_topics").isdisjoint(form.keys) for form in own)
            led, lead = topic or any(bears), bears[-1] if bears else lead
            continue
        if block.kind == "item" and numbers and _UNTICKED.match(document.text, document.sentences[block.first].start):
            yield from numbers
        if block.kind == "code" or (led and (block.kind == "item" or topic or lead)):
            yield from numbers
        elif True in bears[:-1]:
            yield from list(numbers)[bears.index(True) + 1 :]
        led = topic or bears[-1:] == [True] or (led and block.kind == "item")
        lead = bears[-1] if bears else lead


def _bears(form: CanonicalText, language: str) -> bool:
    """True for a lead-in ("He denied:", "It is false that", "The following is false.") that bears on what follows."""
    if not form.keys:
        return False
    denies = not together("discourse.denying").isdisjoint(form.keys)
    if form.closed or form.keys[-1] in ("?", "!"):
        return denies and not together("discourse.following_words").isdisjoint(form.keys)
    roles = frozenset[CueKind]().union(*cues_at(form.keys, language))
    leads = form.keys[-1] == ":" or form.keys[-1] in together("discourse.that_words")
    return leads and (denies or not _BEARING.isdisjoint(roles))


def _turned(document: Document) -> Iterable[int]:
    """Sentences taken back by the next one, or supposed by the one before."""
    said = [folded(sentence.body.of(document.text)) for sentence in document.sentences]
    for number, text in enumerate(said):
        if number + 1 < len(said) and _pattern("taken_back").match(said[number + 1]):
            yield number
        if not number or not text:
            continue
        before, one = document.sentences[number - 1], document.sentences[number]
        labelled = one.block == before.block and _LABEL.match(document.text, before.body.start)
        if labelled or any(_pattern(pattern).match(said[number - 1]) for pattern in _SUPPOSING):
            yield number


@cached_by_records
def _pattern(field: str) -> re.Pattern[str]:
    """What all languages say of such sentences, as one regular expression that matches at their start."""
    patterns = [getattr(language.discourse, field) for language in languages()]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns if pattern))
