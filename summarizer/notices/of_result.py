"""All that a reader has to know of a result: what stands in, languages, what failed, judges, and then what was dropped.

notices_of(result)  ->  (Notice("language", …), Notice("failure", …), Notice("dropped", …, quiet=True))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from summarizer.failure import Failure
from summarizer.notices.failures import FEW_HELD, NONE_HELD, called_failures, failure_notices, in_one_line
from summarizer.notices.fallbacks import UsedFallback, fallback_notices
from summarizer.notices.judges import TakenExam, judge_notices
from summarizer.notices.language import ShownPart, language_notices
from summarizer.notices.left_out import Beside, left_out_notices
from summarizer.notices.notice import Notice
from summarizer.notices.unused import NotRead, unused_notices

# What takes the place of a summary in a model's own words, by who wrote it.
_MADE_OF: Final = {"evidence": "sentences of the article", "facts": "the key facts as they are stated"}
_NO_FACT: Final = "no fact in the model's own words held"


class _Statement(Protocol):
    """A fact, as far as it is looked at here."""

    @property
    def statement(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def outcome(self) -> str: ...


class _Sentence(Protocol):
    @property
    def text(self) -> str: ...


class _Dropped(Protocol):
    @property
    def verdict(self) -> str: ...


class _Summary(Protocol):
    @property
    def written_by(self) -> str: ...
    @property
    def dropped(self) -> Sequence[_Dropped]: ...
    def sentences(self) -> Iterator[_Sentence]: ...


class _Document(Protocol):
    @property
    def language(self) -> str: ...
    @property
    def language_known(self) -> bool: ...
    @property
    def surroundings(self) -> Sequence[Beside]: ...
    @property
    def unused(self) -> Sequence[NotRead]: ...


class _Trace(Protocol):
    @property
    def engine(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def exam(self) -> str: ...
    @property
    def exams(self) -> Sequence[TakenExam]: ...
    @property
    def unexamined_judges(self) -> Sequence[str]: ...
    @property
    def fallbacks(self) -> Sequence[UsedFallback]: ...


class NotedResult(Protocol):
    """What is looked at of a result; a `Result` is one."""

    @property
    def document(self) -> _Document:
        """The document that it is about."""

    @property
    def facts(self) -> Sequence[_Statement]:
        """The ticked facts."""

    @property
    def rejected(self) -> Sequence[_Statement]:
        """Every other drafted fact."""

    @property
    def summary(self) -> _Summary:
        """The summary that stands on the facts."""

    @property
    def failures(self) -> Sequence[Failure]:
        """What failed."""

    @property
    def unanswered(self) -> Sequence[str]:
        """What a model found the article not to say of the focus."""

    @property
    def trace(self) -> _Trace:
        """Who wrote it, and what was asked for."""


def notices_of(result: NotedResult) -> tuple[Notice, ...]:
    """What a reader has to know of a result: `()` where nothing happened; the quiet ones last.

    Every failure of it is in one of them.

    Args:
        result: what is told of.
    """
    trace = result.trace
    unexamined = trace.unexamined_judges if trace.exam == "never" else ()
    languages = _languages(result)
    found = [
        *_stand_ins(result, told=languages),
        *languages,
        *_unanswered(result.unanswered),
        *failure_notices(result.failures),
        *fallback_notices(trace.fallbacks),
        *judge_notices(trace.exams, unexamined=unexamined),
        *_drops(result.summary),
        *_unchecked(result),
        *left_out_notices(result.document.surroundings),
        *unused_notices(result.document.unused),
    ]
    return tuple(sorted(found, key=lambda notice: notice.quiet))


def _stand_ins(result: NotedResult, *, told: Sequence[Notice]) -> Iterator[Notice]:
    """What is in the article's own words although a model was asked for its own, unless it is told already."""
    errors = {failure.error: failure for failure in result.failures}
    advice = _advice(result, at_fault=True)
    if NONE_HELD in errors and not _is_told(_NO_FACT, told):
        parts = "key facts" if result.summary.written_by == "model" else "key facts and the summary"
        message = f"The {parts} are sentences of the article, as {_NO_FACT}."
        yield Notice(kind="stand_in", message=message, advice=advice)
    if FEW_HELD in errors:
        said = in_one_line(errors[FEW_HELD].message)
        yield Notice(kind="stand_in", message=f"{said[:1].upper()}{said[1:]}.", advice=advice)
    why = _why_no_summary(result.summary)
    made_of = _MADE_OF.get(result.summary.written_by)
    if made_of and not _is_told(why, told):
        message = f"The summary is made of {made_of}, as {why}."
        advice = _advice(result, at_fault=bool(result.summary.dropped))
        yield Notice(kind="stand_in", message=message, advice=advice)


def _unanswered(questions: Sequence[str]) -> Iterator[Notice]:
    """What a reader wanted to know and is not told: it is a model's word that the article does not say it."""
    if questions:
        asked = "; ".join(map(in_one_line, questions))
        yield Notice(kind="unanswered", message=f"As far as the model found, the article does not say: {asked}.")


def _is_told(why: str, notices: Sequence[Notice]) -> bool:
    return any(why in notice.message for notice in notices)


def _why_no_summary(summary: _Summary) -> str:
    if not summary.dropped:
        return "none came from the model"
    if all(one.verdict == "unchecked" for one in summary.dropped):
        return "nothing that the model wrote for it could be checked"
    return "nothing that the model wrote for it held"


def _advice(result: NotedResult, *, at_fault: bool) -> str:
    """What to do so that the model's own words hold; a stronger model only where its words were the trouble.

    Args:
        result: what is told of.
        at_fault: whether the model wrote what did not hold.
    """
    if called_failures(result.failures) or any(not exam.passed for exam in result.trace.exams):
        return "Mend what failed, and run it again."
    return "A stronger model may do better." if at_fault else ""


def _languages(result: NotedResult) -> tuple[Notice, ...]:
    document, trace = result.document, result.trace
    facts = " ".join(fact.statement for fact in result.facts)
    summary = " ".join(sentence.text for sentence in result.summary.sentences())
    parts = (
        _part(result, name="the key facts", verb="are", text=facts),
        _part(result, name="the summary", verb="is", text=summary),
    )
    return language_notices(asked=trace.language, own=document.language, known=document.language_known, parts=parts)


def _part(result: NotedResult, *, name: str, verb: str, text: str) -> ShownPart:
    """A part of the result, with why it is in the article's own words and what to do about its language."""
    no_fact = any(failure.error == NONE_HELD for failure in result.failures)
    is_summary = name == "the summary"
    in_own_words = result.summary.written_by in {"model", "facts"} if is_summary else not no_fact
    if result.trace.engine == "extractive":
        why, advice = "only a model translates, and none was asked", "Pass a model."
    elif in_own_words:
        why, advice = "", "Run it again, or use another model." if result.trace.language else "Name it: language=…"
    else:
        because = _NO_FACT if no_fact else _why_no_summary(result.summary)
        why = f"sentences of the article stand in, as {because}"
        advice = _advice(result, at_fault=no_fact or bool(result.summary.dropped))
    return ShownPart(name=name, verb=verb, text=text, why=why, advice=advice)


def _drops(summary: _Summary) -> Iterator[Notice]:
    """What was written for a summary and not kept; where nothing was, that is told as what stands in."""
    count = len(summary.dropped)
    if count and summary.written_by == "model":
        many = "1 sentence or title" if count == 1 else f"{count} sentences or titles"
        verdicts = Counter(one.verdict.replace("_", " ") for one in summary.dropped).most_common()
        found = ", ".join(f"{times} {verdict}" if len(verdicts) > 1 else verdict for verdict, times in verdicts)
        message = f"Written for the summary and not kept: {many} ({found})."
        yield Notice(kind="dropped", message=message, advice="summary.dropped says why of each.", quiet=True)


def _unchecked(result: NotedResult) -> Iterator[Notice]:
    """Of a model's facts; the engine without one drafts more than it can settle, and shows what is settled."""
    count = sum(fact.outcome == "refused" and fact.verdict == "unchecked" for fact in result.rejected)
    if count and result.trace.engine == "model":
        many = "1 fact was drafted" if count == 1 else f"{count} facts were drafted"
        message = f"{many} that nobody could check, so that no key fact came of it."
        yield Notice(kind="unchecked", message=message, advice="result.rejected says why of each.", quiet=True)
