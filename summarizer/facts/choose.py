"""Asks a small model which sentences of a chunk matter most.

Each call lists the sentences under letters and asks for one letter; the order is read from the probabilities of all::

    A. The ferry stopped in May.        A  0.2
    B. It rained.                       B  0.1      ->  C, A, B
    C. The city bought a new ferry.     C  0.7
"""

from __future__ import annotations

import math
import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import first_words
from summarizer.calls.task import Scenario, Task
from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk
from summarizer.document.split_chunk import split_chunk
from summarizer.errors import MOST_HALVINGS, ReplyMalformed, SummarizerError, halvings_worth
from summarizer.facts.chunk_draft import ChunkDraft, join_drafts
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure

# Servers give the probabilities of at most 20 candidates for a token (OpenAI's reference, `top_logprobs`).
MOST_OPTIONS = 20
# A letter that is not among those candidates is less likely than the least likely of them; by how much, no server says.
_BELOW_LEAST = 1.0
# The logarithm of a salience needs a floor, and a sentence with none may still be chosen.
_LEAST_SALIENCE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOption:
    """A sentence that may be chosen, and its salience in 0..1 as the engine without a model sees it."""

    unit: Unit
    salience: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChoice:
    """A chunk, at most `MOST_OPTIONS` of its sentences, and how many of them are wanted."""

    chunk: Chunk
    options: tuple[SentenceOption, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answers:
    """The log-probability of each option, once for each order that was answered; why the next order was not."""

    by_order: tuple[Sequence[float], ...]
    error: SummarizerError | None = None
    failures: tuple[Failure, ...] = ()


def choose_sentences(choice: SentenceChoice, *, document: Document) -> Flow[ChunkDraft]:
    """Draft the sentences that the model finds most important: `fact.statement` is what stands at `fact.cited`.

    The model is asked for one letter, twice, the second time with the sentences in reverse, because a small model
    prefers letters by their place. A sentence counts by the mean of the two log-probabilities and the logarithm of its
    salience: a model without an opinion leaves the order that code found. One answer with all the facts, as a large
    model gives it, is not asked for: a small model that writes out six facts merges and rewords them, and one that
    copies them repeats itself (benchmarks/RESULTS.md, "Local models").

    A chunk that does not fit the model's context is halved: `c3a`, `c3b`.

    Args:
        choice: what to read, and which of its sentences may be chosen.
        document: what it is a chunk of.
    """
    return (yield from _choose(choice, document=document, halvings=MOST_HALVINGS))


def _choose(choice: SentenceChoice, *, document: Document, halvings: int) -> Flow[ChunkDraft]:
    answers = yield from _ask_in_both_orders(choice, document=document)
    if answers.by_order:
        return _draft_best(choice, answers, document=document)
    halved = []
    left = min(halvings, halvings_worth(answers.error))
    if left:
        halved = _halve_choice(choice, document=document)
    if not halved:
        return ChunkDraft(
            facts=(),
            failures=answers.failures,
            answered=False,
            error=answers.error,
        )
    drafts = []
    for half in halved:
        draft = yield from _choose(half, document=document, halvings=left - 1)
        drafts.append(draft)
    return join_drafts(drafts)


def _ask_in_both_orders(choice: SentenceChoice, *, document: Document) -> Flow[_Answers]:
    """Ask for a letter in the order of the chunk and in reverse; what is answered counts although the other is not."""
    by_order: list[Sequence[float]] = []
    for turned in (False, True):
        call = choice_call(choice, turned=turned, document=document)
        try:
            reply = yield call
            found = _log_probabilities(reply, call=call, count=len(choice.options))
        except SummarizerError as error:
            lost = f"half of its choice in chunk {choice.chunk.id}"
            if not by_order:
                lost = f"the model's choice in chunk {choice.chunk.id}"
            failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=lost)
            return _Answers(by_order=tuple(by_order), error=error, failures=(failure,))
        by_order.append(found[::-1] if turned else found)
    return _Answers(by_order=tuple(by_order))


def _draft_best(choice: SentenceChoice, answers: _Answers, *, document: Document) -> ChunkDraft:
    scores = []
    for place, option in enumerate(choice.options):
        mean = math.fsum(order[place] for order in answers.by_order) / len(answers.by_order)
        scores.append(mean + math.log(max(option.salience, _LEAST_SALIENCE)))
    ranked = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    best = ranked[: choice.count]
    facts = []
    for position, place in enumerate(best, start=1):
        span = choice.options[place].unit.span
        fact = DraftedFact(
            id=f"{choice.chunk.id}.{position}",
            chunk_id=choice.chunk.id,
            statement=document.prose(span),
            cited=(span,),
            # In the model's order, on half of the scale: which of two chunks matters more it is not asked.
            importance=1 - (position - 1) / (2 * len(best)),
        )
        facts.append(fact)
    return ChunkDraft(facts=tuple(facts), failures=answers.failures, answered=True)


def _halve_choice(choice: SentenceChoice, *, document: Document) -> list[SentenceChoice]:
    """The halves of a chunk, each with its options and its share of what is wanted; none where it is not halved."""
    halved = []
    for half in split_chunk(choice.chunk, document=document) or ():
        spans = {unit.span for unit in half.units}
        options = tuple(option for option in choice.options if option.unit.span in spans)
        if options:
            count = math.ceil(choice.count * len(options) / len(choice.options))
            halved.append(SentenceChoice(chunk=half, options=options, count=count))
    return halved


def choice_call(choice: SentenceChoice, *, turned: bool, document: Document) -> Call:
    """The call for one letter; it begins as all calls about the chunk do.

    Args:
        choice: what to read, and which of its sentences may be chosen.
        turned: True for the sentences in reverse.
        document: what it is a chunk of.
    """
    listing = numbered_chunk(document, choice.chunk)
    sentences = [document.prose(option.unit.span) for option in choice.options]
    if turned:
        sentences.reverse()
    lettered = zip(string.ascii_uppercase, sentences, strict=False)
    options = "\n".join(f"{letter}. {sentence}" for letter, sentence in lettered)
    prompt = load_prompt("select.v2")
    return Call(
        id=f"extract:{choice.chunk.id}" + (":turned" if turned else ""),
        stage="extract",
        messages=prompt.render(fence=fence_for(listing, avoiding=[options]), source=listing, options=options),
        schema_name="letter",
        schema={},
        max_output_tokens=1,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
        top_logprobs=MOST_OPTIONS,
    )


def _log_probabilities(reply: Reply, *, call: Call, count: int) -> list[float]:
    """The log-probability of each of the first letters.

    Raises:
        ReplyError: the model declined, the server gives no probabilities, or none of the letters is likely.
    """
    probabilities = first_words(reply, call=call)
    letters = string.ascii_lowercase[:count]
    if probabilities.keys().isdisjoint(letters):
        raise ReplyMalformed(
            f"the reply to {call.id} begins with none of the letters asked for but {reply.text!r}; use another model",
            call_id=call.id,
            raw=reply.text,
        )
    least = math.log(min(probabilities.values())) - _BELOW_LEAST
    found: list[float] = []
    for letter in letters:
        known = letter in probabilities
        found.append(math.log(probabilities[letter]) if known else least)
    return found


# Further apart than any two saliences, so that these letters alone decide.
_LETTER_LIKELY, _LETTER_UNLIKELY = 0.0, -20.0


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """Letters that are all as likely, so that salience decides; sentences first that make more calls follow."""
    options = load_prompt("select.v2").values_of(call.messages)["options"]
    chances = []
    for option in options.split("\n"):
        letter, _, sentence = option.partition(". ")
        preferred = scenario.is_costly(sentence)
        chances.append(TokenChance(letter, _LETTER_LIKELY if preferred else _LETTER_UNLIKELY))
    return Reply(text=max(chances, key=lambda chance: chance.logprob).text, first_token=tuple(chances))


CHOOSE_SENTENCES: Final = Task(stages=("extract",), prompts=("select.v2",), stand_in=_stand_in)
