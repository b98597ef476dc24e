"""A small model picks the key sentences of a chunk by one letter."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stepping import Answer, converse, step

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.errors import ContextOverflow, ModelRejected, ModelUnavailable
from summarizer.facts.choose import MOST_OPTIONS, SentenceChoice, SentenceOption, choose_sentences
from summarizer.facts.chunk_draft import ChunkDraft

TEXT = (
    "The council closed the “old” bridge on Monday. Repairs take six weeks. A ferry carries 28 cars. "
    "It costs 9 euros. The island has 5,100 people. A clinic stays open."
)
DOCUMENT = Document.of(TEXT, format="plain")
(CHUNK,) = chunk(DOCUMENT, policy=ChunkPolicy(), counter=counter_for(None))
PROSE = [DOCUMENT.prose(unit.span) for unit in CHUNK.units]


def choice_of(*salience: float, count: int = 3) -> SentenceChoice:
    """All sentences of the text, each of some salience to the code."""
    options = tuple(SentenceOption(unit=u, salience=w) for u, w in zip(CHUNK.units, salience or [0.5] * 6, strict=True))
    return SentenceChoice(chunk=CHUNK, options=options, count=count)


def shown(call: Call) -> dict[str, str]:
    """The sentences that a call offers, by letter."""
    return dict(re.findall(r"^([A-Z])\. (.*)$", call.messages[-1].content, re.MULTILINE))


def liking(*likes: str, by_place: float = 0.0) -> Callable[[Call], Answer]:
    """A model that likes the sentences with these words, the first most, and letters in front by their place."""

    def answer(call: Call) -> Answer:
        raw = {
            letter: sum(2.0 * (len(likes) - i) for i, words in enumerate(likes) if words in sentence) - by_place * place
            for place, (letter, sentence) in enumerate(shown(call).items())
        }
        total = math.log(sum(math.exp(x) for x in raw.values()))
        return Reply(text="A", first_token=tuple(TokenChance(letter, x - total) for letter, x in raw.items()))

    return answer


def picked(answer: Callable[[Call], Answer], wanted: SentenceChoice | None = None) -> list[str]:
    """The statements drafted, in their order."""
    extraction = converse(choose_sentences(wanted or choice_of(), document=DOCUMENT), answer)
    assert not extraction.failures
    return [fact.statement for fact in extraction.facts]


def test_picks_are_sentences_in_the_models_order() -> None:
    """Each draft is a sentence of the article, its span holds just that, and importance falls, not below half."""
    flow = choose_sentences(choice_of(), document=DOCUMENT)
    facts = converse(flow, liking("5,100", "28 cars", "bridge")).facts
    assert [fact.statement for fact in facts] == [PROSE[4], PROSE[2], PROSE[0]]
    assert [TEXT[s.start : s.end] for fact in facts for s in fact.cited] == [fact.statement for fact in facts]
    assert [fact.id for fact in facts] == ["c1.1", "c1.2", "c1.3"]
    assert facts[0].importance == 1
    assert sorted((fact.importance for fact in facts), reverse=True) == [fact.importance for fact in facts]
    assert facts[-1].importance > 0.5


@given(st.floats(-3, 3))
def test_a_preference_for_letters_by_their_place_changes_nothing(by_place: float) -> None:
    """It is asked in both orders, so that what it likes in A alone falls out."""
    assert picked(liking("5,100", "28 cars", "bridge", by_place=by_place)) == [PROSE[4], PROSE[2], PROSE[0]]


def test_a_model_without_an_opinion_leaves_the_order_of_salience() -> None:
    """Equal letters: the sentences that code found best come first."""
    assert picked(liking(), choice_of(0.1, 0.9, 0.2, 0.3, 0.8, 0.1)) == [PROSE[1], PROSE[4], PROSE[3]]


def test_it_is_asked_twice_in_words_that_begin_alike() -> None:
    """One letter with its probabilities; all up to the options is shared, for the server's prompt cache."""
    stepped = step(choose_sentences(choice_of(), document=DOCUMENT), *[liking("x")(a) for a in first_calls()])
    one, other = stepped.calls
    assert (one.max_output_tokens, one.top_logprobs, one.schema) == (1, MOST_OPTIONS, {})
    assert list(shown(one).values()) == list(shown(other).values())[::-1] == PROSE
    assert one.messages[-1].content.partition("A. ")[0].count(PROSE[0]) == 1
    assert len({call.id for call in stepped.calls}) == 2


def first_calls() -> list[Call]:
    """The two calls of a selection, made apart."""
    calls: list[Call] = []

    def note(call: Call) -> Answer:
        calls.append(call)
        return liking("x")(call)

    converse(choose_sentences(choice_of(), document=DOCUMENT), note)
    return calls


def test_a_letter_that_is_not_told_is_below_all_that_are() -> None:
    """Where the server cuts its list, what is missing comes last."""
    told = Reply(text="C", first_token=(TokenChance(" C", -0.1), TokenChance("b", -3.0), TokenChance("The", -4.0)))
    turned = Reply(text="D", first_token=(TokenChance("D", -0.1), TokenChance("E", -3.0)))
    facts = step(choose_sentences(choice_of(), document=DOCUMENT), told, turned).value.facts
    assert [fact.statement for fact in facts][:2] == [PROSE[2], PROSE[1]]


BROKEN: list[Answer] = [
    Reply(text="C"),
    Reply(text="", finish="refusal"),
    Reply(text="Sure", first_token=(TokenChance("Sure", -0.1),)),
    ModelRejected("no", call_id="x", status=400),
    ModelUnavailable("gone", call_id="x"),
]


@pytest.mark.parametrize("answer", BROKEN)
def test_what_failed_is_named(answer: Answer) -> None:
    """Probabilities that do not come, or of no letter, leave a failure that names the chunk, and no fact."""
    extraction: ChunkDraft = step(choose_sentences(choice_of(), document=DOCUMENT), answer).value
    assert extraction.facts == ()
    assert not extraction.answered
    assert extraction.failures[0].call_id == "extract:c1"
    assert "chunk c1" in extraction.failures[0].lost
    assert extraction.error is not None


def test_a_chunk_that_does_not_fit_is_halved() -> None:
    """Each half has its own options and its share of what is wanted, and no sentence is lost."""
    seen: list[str] = []

    def small_context(call: Call) -> Answer:
        seen.append(call.id)
        if len(shown(call)) > 4:
            return ContextOverflow("too long", call_id=call.id, status=400)
        return liking("5,100", "bridge")(call)

    extraction = converse(choose_sentences(choice_of(count=3), document=DOCUMENT), small_context)
    assert seen == ["extract:c1", "extract:c1a", "extract:c1a:turned", "extract:c1b", "extract:c1b:turned"]
    assert not extraction.failures
    assert [fact.statement for fact in extraction.facts if fact.importance == 1] == [PROSE[0], PROSE[4]]
    assert len({fact.id for fact in extraction.facts}) == len(extraction.facts) == 3


def test_a_chunk_that_never_fits_is_a_failure_by_name() -> None:
    """Halving ends, and what was lost is named."""
    overflow = ContextOverflow("too long", call_id="x", status=400)
    extraction = converse(choose_sentences(choice_of(), document=DOCUMENT), lambda call: overflow)
    assert not extraction.facts
    assert {failure.error for failure in extraction.failures} == {"ContextOverflow"}
    assert extraction.error is overflow


@pytest.mark.parametrize("answer", BROKEN)
def test_half_a_choice_stays(answer: Answer) -> None:
    """What the first of the two calls brought is used when the second fails, and the failure is named."""
    first = liking("5,100")(first_calls()[0])
    extraction = step(choose_sentences(choice_of(), document=DOCUMENT), first, answer).value
    assert extraction.facts[0].statement == PROSE[4]
    assert extraction.answered
    assert extraction.error is None
    assert [failure.call_id for failure in extraction.failures] == ["extract:c1:turned"]
