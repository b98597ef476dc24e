"""Where statements begin and end: sentences that stand alone, those that do not, and those run together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from summarizer.document.document import Document
from summarizer.text.fold import folded
from summarizer.text.terms import is_function
from summarizer.verification.reading.cues import cues_of
from summarizer.verification.reading.values import CanonicalText
from summarizer.verification.rules.speech import quoted

_TITLES: Final = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt rev hon maj cmdr adm vs st fig approx cllr ald coun amb "
    "cmdt chm atty ft vol ed phd ba ma md univ sra insb bspw evtl ehem stellv geb gem inkl einschl bzgl abg pfr "
    "präs vors ing frl hptm hrn sté cie gén pdte mons cía rvdo aprox".split()
)
# What denies, doubts or only imagines the items, sentences or paragraphs that it leads to, beyond the roles below.
_DENYING: Final = frozenset(
    "false falsely untrue wrong myth myths hoax hoaxes fake rumour rumours rumor rumors misconception "
    "misconceptions lie lies fiction novel disputed disputes dispute rejected rejects reject dismissed dismisses "
    "dismiss debunked debunks refuted refutes rebutted fear fears feared complain complains complained demand "
    "demands demanded scenario suppose imagine assume pretend falsch gerücht gerüchte mythos mythen dementierte "
    "dementiert dementieren faux fausse rumeur rumeurs mythe mythes démenti falso falsa falsos falsas rumor "
    "rumores mito mitos desmintió 谣 假 谎 誤 嘘".split()
)
_DENIED_TOPICS: Final = frozenset(
    "myth myths hoax hoaxes false fake rumour rumours rumors falsch mythen mythos".split()
)
_POINTING: Final = frozenset("following folgende folgenden suivantes siguientes".split())
_THAT: Final = frozenset("that dass daß que".split())
# A sentence that takes back the one before it.
_TAKEN_BACK: Final = re.compile(
    r"(?:that|this|it|these|those|none of (?:this|that|it|these)|all of (?:this|that)) "
    r"(?:is|was|are|were|has been|turned out to be)(?:n't| not| never| simply| just| all| completely| an?)* "
    r"(?:false|untrue|wrong|true|lies?|myths?|hoax|rumou?rs?|fiction|incorrect|invented|made up|nonsense|what )"
    r"|(?:or )?so (?:they|he|she|it is) (?:says?|claims?|said)|not\.|none of it is true"
)
# A fragment before a sentence that it makes a mere thought, or a question that it is the subject of.
_SUPPOSED: Final = re.compile(r"(?:suppose|imagine|assume|let us (?:suppose|assume|imagine)|pretend|true or false)\b")
_FRAGMENT: Final = re.compile(r"(?:if|unless|what if|assuming)\b[^,]{1,60}[.?…]$")
# A denial that an abbreviation seems to end: "It is not true that Prof. | Jones lied."
_CUT_DENIAL: Final = re.compile(
    r"(?:it is|it's|it was) (?:not true|false|untrue|a lie|a myth) that\b.{0,60}\.$"
    r"|es (?:ist|stimmt) (?:nicht|falsch)\b.{0,40}\bdass\b.{0,60}\.$|il est faux que\b.{0,60}\.$"
)
_UNTICKED: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[ \]")
_LABEL: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ .'’-]{1,30}: ")
_BEARING: Final = frozenset(("negation", "modality", "attribution", "condition"))
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
        cut_off = last.key in _TITLES or ((initial or rank) and not line_break)
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
            topic = any(not _DENIED_TOPICS.isdisjoint(form.keys) for form in own)
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
    denies = not _DENYING.isdisjoint(form.keys)
    if form.closed or form.keys[-1] in ("?", "!"):
        return denies and not _POINTING.isdisjoint(form.keys)
    roles = {role for key in form.keys for role in cues_of(key, language)}
    leads = form.keys[-1] == ":" or form.keys[-1] in _THAT
    return leads and (denies or not _BEARING.isdisjoint(roles))


def _turned(document: Document) -> Iterable[int]:
    """Sentences taken back by the next one, or supposed by the one before."""
    said = [folded(sentence.body.of(document.text)) for sentence in document.sentences]
    for number, text in enumerate(said):
        if number + 1 < len(said) and _TAKEN_BACK.match(said[number + 1]):
            yield number
        if not number or not text:
            continue
        before, one = document.sentences[number - 1], document.sentences[number]
        labelled = one.block == before.block and _LABEL.match(document.text, before.body.start)
        if labelled or any(pattern.match(said[number - 1]) for pattern in (_SUPPOSED, _FRAGMENT, _CUT_DENIAL)):
            yield number
