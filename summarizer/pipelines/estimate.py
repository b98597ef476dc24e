"""Foretells what a run will ask for, from the real chunks and the real prompts, before anything is spent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from summarizer.calls.call import Call, Stage, Tokens
from summarizer.calls.flow import Flow
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.tokens import TokenCounter
from summarizer.extractive.key_sentences import pick_key_sentences
from summarizer.extractive.self_containedness import needs_context
from summarizer.facts.choose import choice_call
from summarizer.facts.draft import draft_facts
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.facts.resolve_pronouns import pronoun_call
from summarizer.frozen import Frozen
from summarizer.models.profile import LARGE_MODEL, ModelProfile
from summarizer.pipelines.selecting import sentence_choices
from summarizer.runtime.budget import tokens_in
from summarizer.runtime.observing.prices import Pricer
from summarizer.settings.options import Options
from summarizer.summary.size import SIZES
from summarizer.summary.write import write_summary
from summarizer.text.span import Evidence, Span
from summarizer.verification.judging.assertions import Question
from summarizer.verification.judging.assertions import judge as asked
from summarizer.verification.judging.source import Source
from summarizer.verification.judging.yes_no import yes_no_call
from summarizer.verification.policy import CLAIMS_PER_CALL, JudgePolicy, Level

# Tokens that a reply spends on one fact, one judged claim and one summary sentence, the JSON around them included: the
# numbers behind the output limits in facts/draft.py, verification/judging/assertions.py and summary/write.py; on a
# sentence with a name put in, and on one word.
_PER_FACT, _PER_CLAIM, _PER_SENTENCE, _PER_MENDED, _PER_WORD = 80, 120, 50, 40, 1
# How many claims share the call of each look at a claim: when standard, the second look is alone in its call,
# and when strict every look is, two before a correction and two after it.
_LIKELY_LOOKS: dict[Level, tuple[int, ...]] = {
    "fast": (CLAIMS_PER_CALL,),
    "standard": (CLAIMS_PER_CALL,),
    "strict": (1, 1),
}
_MOST_LOOKS: dict[Level, tuple[int, ...]] = {
    "fast": (CLAIMS_PER_CALL, CLAIMS_PER_CALL),
    "standard": (CLAIMS_PER_CALL, 1),
    "strict": (1, 1, 1, 1),
}
# Which judge each of these looks is the first's of, as long as it lasts; the others are the second's.
_FIRST_LOOKS: dict[Level, tuple[int, ...]] = {"fast": (0, 1), "standard": (0,), "strict": (0, 2)}
# What extraction asks of a chunk: a fact for every two sentences, 10 at most.
_SENTENCES_PER_FACT, _MOST_FACTS = 2, 10


class StageEstimate(Frozen):
    """What one stage will ask for: probably, and at most."""

    calls_likely: int = 0
    calls_most: int = 0
    tokens_in_likely: int = 0
    tokens_in_most: int = 0
    tokens_out_likely: int = 0
    tokens_out_most: int = 0


class Estimate(StageEstimate):
    """What a run will ask for, each total the sum over `by_stage`; `*_likely <= *_most`.

    Likely: the model writes as many facts and sentences as it is asked for, and each is judged once (strict: twice).
    Most: every chunk gives ten facts, every fact and sentence is judged, then judged again or corrected and judged
    anew, and every reply runs to its limit. A small model picks sentences, puts names into those that lean, and judges
    these alone.
    Tries that fail, replies that have to be asked for again and a provider's own prompt cache are not foretold. Costs
    are in US dollars, None where no price is known.
    """

    by_stage: dict[str, StageEstimate]
    cost_likely: Decimal | None
    cost_most: Decimal | None


def estimate(
    document: Document,
    *,
    chunks: Sequence[Chunk],
    options: Options,
    counter: TokenCounter,
    price: Pricer,
    profile: ModelProfile = LARGE_MODEL,
) -> Estimate:
    """What a run over this document will ask for.

    Sentences of the article stand in for the statements that a model will write: they are about as long.

    Args:
        document: the article.
        chunks: the article cut for the model.
        options: how much will be written.
        counter: counts the model's tokens.
        price: what they cost.
        profile: what the model can be trusted with.
    """
    source = Source.of(document, chunks=chunks)
    likely, most = _Sum(counter=counter, price=price), _Sum(counter=counter, price=price, full=True)
    if profile.plain:
        _picks(likely, most, source=source, chunks=chunks, options=options)
        return _joined(likely, most)
    for chunk in chunks:
        asked = min(_MOST_FACTS, max(1, len(chunk.units) // _SENTENCES_PER_FACT))
        call = _first(draft_facts(chunk, document=document, language=options.written_in))
        for sum_ in (likely, most):
            sum_.add(call, out=asked * _PER_FACT)
        spans = [unit.span for unit in chunk.units]
        few, many = spans[:: max(1, len(spans) // asked)][:asked], [spans[i % len(spans)] for i in range(_MOST_FACTS)]
        _judge(likely, few, source=source, chunk_id=chunk.id, judge=options.judge, looks=_LIKELY_LOOKS)
        _judge(most, many, source=source, chunk_id=chunk.id, judge=options.judge, looks=_MOST_LOOKS)
    size, supply = SIZES[options.length], max(SIZES[options.length].facts, options.max_facts)
    picked = [document.sentences[p.sentence].body for p in pick_key_sentences(document, count=supply)]
    facts = [_fact(span, number, document=document) for number, span in enumerate(picked, start=1)]
    if facts:
        call = _first(write_summary(facts, document=document, length=options.length, language=options.written_in))
        sentences = max(2, min(size.sentences, len(facts) * 3 // 2))
        for sum_ in (likely, most):
            sum_.add(call, out=sentences * _PER_SENTENCE)
        spans = [picked[i % len(picked)] for i in range(sentences)]
        titles = [picked[i % len(picked)] for i in range(size.sections + 1)]
        for sum_, looks in ((likely, _LIKELY_LOOKS), (most, _MOST_LOOKS)):
            _judge(sum_, spans, source=source, chunk_id="", judge=options.judge, looks=looks)
            _judge(sum_, titles, source=source, chunk_id="", judge=options.judge, looks=looks)
    return _joined(likely, most)


def _picks(likely: _Sum, most: _Sum, *, source: Source, chunks: Sequence[Chunk], options: Options) -> None:
    """The calls of a small model: two letters a chunk, names for picks that lean, and a look at each of those."""
    document = source.document
    for wanted in sentence_choices(chunks, document, max_facts=options.max_facts):
        for turned in (False, True):
            call = choice_call(wanted, turned=turned, document=document)
            likely.add(call, out=_PER_WORD)
            most.add(call, out=_PER_WORD)
        spans = [o.unit.span for o in sorted(wanted.options, key=lambda o: -o.salience)]
        leaning = [span for span in spans if needs_context(document.prose(span), document.language)]
        for sum_, mended, looks in (
            (likely, [span for span in spans[: wanted.count] if span in leaning], _LIKELY_LOOKS),
            (most, leaning[: wanted.count], _MOST_LOOKS),
        ):
            for span in mended:
                draft = DraftedFact(
                    id="", chunk_id=wanted.chunk.id, statement=document.prose(span), cited=(span,), importance=1
                )
                sum_.add(pronoun_call(draft, chunk=wanted.chunk, document=document), out=_PER_MENDED)
            _judge(sum_, mended, source=source, chunk_id=wanted.chunk.id, judge=options.judge, looks=looks)


def _judge(
    to: _Sum,
    spans: Sequence[Span],
    *,
    source: Source,
    chunk_id: str,
    judge: JudgePolicy,
    looks: Mapping[Level, tuple[int, ...]],
) -> None:
    stage: Stage = "judge_facts" if chunk_id else "judge_summary"
    for look, together in enumerate(looks[judge.level]):
        first = look in _FIRST_LOOKS[judge.level]
        if (judge.first if first else judge.second).form == "yes_no":
            for span in spans:
                words = source.document.prose(span)
                page = source.closest(words, wide=not first)
                to.add(yes_no_call(words, page=page, stage=stage, call_id=stage, role="main"), out=_PER_WORD)
            continue
        for start in range(0, len(spans), together):
            batch = spans[start : start + together]
            questions = [
                _question(number, span, source=source, wide=together == 1)
                for number, span in enumerate(batch, start=start)
            ]
            call = _first(asked(questions, source=source, stage=stage, call_id=stage, chunk_id=chunk_id))
            to.add(call, out=len(batch) * _PER_CLAIM)


def _question(number: int, span: Span, *, source: Source, wide: bool) -> Question:
    words = source.document.prose(span)
    spans = (span, *source.places(words)) if wide else (span,)
    return Question(id=f"x{number}", statement=words, spans=spans, checks=())


def _first(flow: Flow[object]) -> Call:
    call = next(flow)
    flow.close()
    return call


def _fact(span: Span, number: int, *, document: Document) -> CheckedFact:
    words = document.prose(span)
    return CheckedFact(
        id=f"c{number}.1",
        statement=words,
        drafted=words,
        verdict="supported",
        evidence=(Evidence.cut(document.text, span),),
        checks=(),
        decided_by="verbatim",
        reason="",
        score=1.0,
        importance=1.0,
        outcome="ticked",
    )


class _Sum:
    """Adds up calls by stage; `full` takes every reply to run to its limit."""

    def __init__(self, *, counter: TokenCounter, price: Pricer, full: bool = False) -> None:
        self._full = full
        self._counter = counter
        self._price = price
        self.calls: dict[Stage, int] = {}
        self.tokens: dict[Stage, Tokens] = {}
        self.cost: Decimal | None = Decimal(0)

    def add(self, call: Call, *, out: int) -> None:
        """One call more, with a reply of so many tokens."""
        limit = call.max_output_tokens
        one = Tokens(
            tokens_in=tokens_in(call, counter=self._counter), tokens_out=limit if self._full else min(out, limit)
        )
        so_far = self.tokens.get(call.stage, Tokens())
        self.calls[call.stage] = self.calls.get(call.stage, 0) + 1
        self.tokens[call.stage] = Tokens(
            tokens_in=so_far.tokens_in + one.tokens_in, tokens_out=so_far.tokens_out + one.tokens_out
        )
        cost = self._price(call, one)
        self.cost = None if self.cost is None or cost is None else self.cost + cost


def _joined(likely: _Sum, most: _Sum) -> Estimate:
    stages = {
        stage: StageEstimate(
            calls_likely=likely.calls[stage],
            calls_most=most.calls[stage],
            tokens_in_likely=likely.tokens[stage].tokens_in,
            tokens_in_most=most.tokens[stage].tokens_in,
            tokens_out_likely=likely.tokens[stage].tokens_out,
            tokens_out_most=most.tokens[stage].tokens_out,
        )
        for stage in likely.calls
    }
    total = stages.values()
    return Estimate(
        calls_likely=sum(s.calls_likely for s in total),
        calls_most=sum(s.calls_most for s in total),
        tokens_in_likely=sum(s.tokens_in_likely for s in total),
        tokens_in_most=sum(s.tokens_in_most for s in total),
        tokens_out_likely=sum(s.tokens_out_likely for s in total),
        tokens_out_most=sum(s.tokens_out_most for s in total),
        by_stage=stages,
        cost_likely=likely.cost,
        cost_most=most.cost,
    )
