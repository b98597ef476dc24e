"""The summarizer: a model and the policies of its use, over one pipeline, sync and async."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from types import TracebackType
from typing import Literal, Self, TypeVar

from summarizer.errors import ConfigError, InputError
from summarizer.flow import Plan, arun, run, without_calls
from summarizer.models.base import ChatModel
from summarizer.models.openai_chat import OpenAIChat
from summarizer.models.resolve import resolve
from summarizer.options import Options
from summarizer.pipeline import Outcomes, with_model, without_model
from summarizer.prompting import PromptId, load_prompt
from summarizer.result import DocumentRecord, PromptRef, Result, Trace, UsageReport
from summarizer.runtime.meter import Meter
from summarizer.runtime.retry import RetryPolicy, with_async_retries, with_retries
from summarizer.summary.size import Length
from summarizer.text.chunk import Chunk, ChunkPolicy, chunk
from summarizer.text.document import Document, Format
from summarizer.text.tokens import TokenCounter, counter_for
from summarizer.verify.source import Source
from summarizer.verify.verdict import CheckedClaim
from summarizer.verify.verifier import Claim, Verification, verify_claims
from summarizer.version import __version__

T = TypeVar("T")

_PROMPTS: tuple[PromptId, ...] = ("extract.v1", "judge.v1", "write.v1")


class Summarizer:
    """Holds a model and the policies of its use; one object serves many articles, from many threads.

    Args:
        model: a model's name, a `ChatModel`, None for the extractive engine, or "auto": SUMMARIZER_MODEL if set, else
            OpenAI if OPENAI_API_KEY or OPENAI_BASE_URL is set, else None. The environment is read here, once.
        base_url: an OpenAI-compatible server that serves the model; None for OpenAI's own, or OPENAI_BASE_URL.
        api_key: the key for it; None takes OPENAI_API_KEY.
        max_facts: key facts ticked at most, 1 to 1000; 6 as in the form that the summary follows.
        length: "short", "medium" or "long": about 5, 14 or 36 sentences.
        language: the language to write in, by name or code; None for the article's own.
        chunks: how an article is cut for the model.
        retry: how often and how long a failed call is tried again.
        workers: calls in flight at most, 1 or more; 8 stays below the limits of small accounts.
        counter: counts tokens for a model that is not OpenAI's; None estimates, and never too low.

    Raises:
        ConfigError: one of them is wrong; the message names it.
    """

    def __init__(
        self,
        *,
        model: str | ChatModel | None = "auto",
        base_url: str | None = None,
        api_key: str | None = None,
        max_facts: int = 6,
        length: Length = "medium",
        language: str | None = None,
        chunks: ChunkPolicy | None = None,
        retry: RetryPolicy | None = None,
        workers: int = 8,
        counter: TokenCounter | None = None,
    ) -> None:
        if workers < 1:
            raise ConfigError(f"workers must be 1 or more, not {workers}")
        self._options = Options(max_facts=max_facts, length=length, language=language, chunks=chunks or ChunkPolicy())
        self._retry = retry or RetryPolicy()
        self._workers = workers
        self._model = resolve(model, base_url=base_url, api_key=api_key)
        self._owned = self._model if isinstance(self._model, OpenAIChat) and self._model is not model else None
        self._counter = counter

    @property
    def engine(self) -> Literal["model", "extractive"]:
        """Which engine writes: a model, or the extractive one that needs none."""
        return "extractive" if self._model is None else "model"

    def summarize(
        self,
        text: str | Document,
        *,
        title: str | None = None,
        date: datetime.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
    ) -> Result:
        """Checked key facts and a quick summary of an article; works inside a running event loop too.

        Every evidence `e` in the result satisfies `result.document.text[e.start:e.end] == e.text`, and
        `len(result.facts) + len(result.rejected)` is the number of facts drafted.

        Args:
            text: the article (plain text, Markdown or HTML), or a `Document`.
            title: its title; None takes the one that it states.
            date: the day of its publication; None takes the one that it states.
            format: what `text` is; "auto" looks.

        Raises:
            InputError: the text cannot be used as it is.
            ModelError: the model could not be reached or refused every request.
        """
        document = _document(text, title=title, date=date, format=format)
        if self._model is None:
            return self._result(document, without_model(document, options=self._options), meter=Meter(), chunks=())
        meter, chunks = Meter(), self._chunks(document)
        plan = with_model(document, chunks=chunks, options=self._options)
        return self._result(document, self._run(plan, self._model, meter), meter=meter, chunks=chunks)

    async def asummarize(
        self,
        text: str | Document,
        *,
        title: str | None = None,
        date: datetime.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
    ) -> Result:
        """The same as `summarize`, without blocking the event loop while a model is waited for."""
        document = _document(text, title=title, date=date, format=format)
        if self._model is None:
            return self._result(document, without_model(document, options=self._options), meter=Meter(), chunks=())
        meter, chunks = Meter(), self._chunks(document)
        plan = with_model(document, chunks=chunks, options=self._options)
        return self._result(document, await self._arun(plan, self._model, meter), meter=meter, chunks=chunks)

    def verify(self, claims: Sequence[str], text: str | Document) -> list[CheckedClaim]:
        """Check claims that anyone wrote against a text: one verdict for each, in the order given.

        `len(result) == len(claims)` and `result[i].statement == claims[i]`.

        Args:
            claims: sentences to check; each is taken as it is and never rewritten.
            text: what they are checked against.

        Raises:
            InputError: a claim or the text cannot be used as it is.
        """
        plan = self._verification(claims, text)
        if self._model is None:
            return _checked(without_calls(plan))
        return _checked(self._run(plan, self._model, Meter()))

    async def averify(self, claims: Sequence[str], text: str | Document) -> list[CheckedClaim]:
        """The same as `verify`, without blocking the event loop while a model is waited for."""
        plan = self._verification(claims, text)
        if self._model is None:
            return _checked(without_calls(plan))
        return _checked(await self._arun(plan, self._model, Meter()))

    def close(self) -> None:
        """Close the connections of a model that was made from a name."""
        if self._owned is not None:
            self._owned.close()

    async def aclose(self) -> None:
        """Close the connections of a model that was made from a name, those of the running event loop too."""
        if self._owned is not None:
            await self._owned.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def _tokens(self) -> TokenCounter:
        return self._counter or counter_for(self._model.name if self._model else None)

    def _chunks(self, document: Document) -> tuple[Chunk, ...]:
        return chunk(document, policy=self._options.chunks, counter=self._tokens())

    def _run(self, plan: Plan[T], model: ChatModel, meter: Meter) -> T:
        return run(plan, send=with_retries(meter.wrap(model.send), policy=self._retry), workers=self._workers)

    async def _arun(self, plan: Plan[T], model: ChatModel, meter: Meter) -> T:
        send = with_async_retries(meter.awrap(model.asend), policy=self._retry)
        return await arun(plan, send=send, workers=self._workers)

    def _verification(self, claims: Sequence[str], text: str | Document) -> Plan[Verification]:
        asked = [
            Claim(id=f"q{number}", statement=claim, group="claims")
            for number, claim in enumerate(_claims(claims), start=1)
        ]
        document = _document(text, title=None, date=None, format="auto")
        source = Source.of(document, chunks=self._chunks(document) if self._model else ())
        return verify_claims(
            asked, source=source, stage="judge_claims", judged=self._model is not None, repaired=False
        )

    def _result(self, document: Document, outcomes: Outcomes, *, meter: Meter, chunks: Sequence[Chunk]) -> Result:
        prompts = [load_prompt(prompt) for prompt in _PROMPTS] if self._model else []
        counter = self._tokens() if self._model else None
        return Result(
            document=DocumentRecord(
                text=document.text,
                sha256=document.sha256,
                length=len(document.text),
                format=document.format,
                title=document.title,
                date=document.date,
                language=document.language,
                sentences=len(document.sentences),
            ),
            facts=outcomes.facts,
            rejected=outcomes.rejected,
            summary=outcomes.summary,
            failures=outcomes.failures,
            usage=UsageReport.of(meter.report()),
            trace=Trace(
                engine=self.engine,
                model=self._model.name if self._model else None,
                version=__version__,
                prompts=tuple(PromptRef(id=prompt.id, sha256=prompt.sha256) for prompt in prompts),
                tokenizer=counter.name if counter else None,
                tokenizer_exact=counter.exact if counter else False,
                chunks=len(chunks),
                chunk_tokens=self._options.chunks.max_tokens,
                max_facts=self._options.max_facts,
                length=self._options.length,
                language=self._options.language,
            ),
        )


def _document(
    text: str | Document,
    *,
    title: str | None,
    date: datetime.date | None,
    format: Literal["auto"] | Format,  # noqa: A002 - handed on under the name that users give
) -> Document:
    if not isinstance(text, Document):
        return Document.of(text, title=title, date=date, format=format)
    if title is not None or date is not None:
        raise InputError("a Document has its title and date already; give them to Document.of")
    return text


def _claims(claims: Sequence[str]) -> Sequence[str]:
    if isinstance(claims, str | bytes):
        raise InputError("claims must be a list of sentences, not one string; wrap it in a list")
    for number, claim in enumerate(claims, start=1):
        if not isinstance(claim, str):
            raise InputError(f"claim {number} is {type(claim).__name__}, not str")
        if not claim.strip():
            raise InputError(f"claim {number} is blank; leave it out")
        if any("\ud800" <= character <= "\udfff" for character in claim):
            raise InputError(f"claim {number} holds a lone surrogate: it was decoded wrongly; read it again as UTF-8")
    return claims


def _checked(verification: Verification) -> list[CheckedClaim]:
    return [
        CheckedClaim(
            id=v.id,
            statement=v.statement,
            verdict=v.conclusion.verdict,
            evidence=v.conclusion.evidence,
            checks=v.conclusion.checks,
            assertions=v.conclusion.assertions,
            decided_by=v.conclusion.decided_by,
            reason=v.conclusion.reason,
            score=v.conclusion.score,
        )
        for v in verification.verified
    ]
