"""Checked key facts and a quick summary of an article, every sentence tied to the place in it that says so.

`summarize(text)` is the main job, `verify(claims, text)` checks claims that anyone wrote, `locate(quote, text)` finds
a quote. To read the code, follow the data: document/document, document/chunks, facts/draft, verification/rules/ruling,
verification/judging/assertions, verification/judging/conclusion, facts/merge, facts/rank, summary/write,
summary/standing. pipelines/writing joins them, calls/drivers/threads carries their calls, and engine.py is the door.
"""

from __future__ import annotations

import importlib

from summarizer.version import __version__ as __version__

# Each name and the module that it lives in. It is loaded when it is first asked for, so that `import summarizer` costs
# next to nothing in a program that may not use it; `__init__.pyi` says the same to type checkers, and a test holds both
# alike.
_HOMES = {
    "summarizer.api": "astream asummarize averify averify_text stream summarize verify verify_text",
    "summarizer.engine": "Summarizer",
    "summarizer.errors": (
        "BudgetReached ConfigError ContextOverflow DeadlineReached FetchError InputError MismatchError MissingExtra "
        "ModelBusy ModelError ModelRejected ModelUnavailable PromptError ReplayMissing ReplyEmpty ReplyError "
        "ReplyIncomplete ReplyMalformed ReplyRefused ReplyTruncated SummarizerError"
    ),
    "summarizer.pipelines.estimate": "Estimate StageEstimate",
    "summarizer.comparing.changes": "Changes Pair changes_between",
    "summarizer.facts.disagreements": "Disagreement",
    "summarizer.facts.fact": "CheckedFact",
    "summarizer.failure": "Failure",
    "summarizer.fetching.fetch": "fetch",
    "summarizer.fetching.policy": "FetchPolicy",
    "summarizer.many.batches.status": "BatchStatus BatchUnderWay",
    "summarizer.many.failed": "Failed",
    "summarizer.many.items": "VerifiedClaims",
    "summarizer.notices.notice": "Notice",
    "summarizer.calls.message": "Message",
    "summarizer.calls.call": "Call Reply TokenChance Tokens",
    "summarizer.models.anthropic.chat": "AnthropicChat",
    "summarizer.models.base": "Addressed ChatModel",
    "summarizer.models.llama.chat": "LlamaChat",
    "summarizer.models.openai.chat": "OpenAIChat",
    "summarizer.models.profile": "ModelProfile",
    "summarizer.models.provider": "OpenedModel Provider",
    "summarizer.models.recording": "Recording Replay",
    "summarizer.models.request_policy": "RequestPolicy",
    "summarizer.models.scripted": "ScriptedModel",
    "summarizer.result_parts.document_record": "DocumentRecord SourceRecord SurroundingRecord",
    "summarizer.many.frames": "to_frame",
    "summarizer.result": "Result",
    "summarizer.result_parts.trace": "PromptRef Trace",
    "summarizer.result_parts.usage_report": "TryUsage Usage UsageReport",
    "summarizer.many.batches.policy": "BatchPolicy",
    "summarizer.runtime.budget": "Budget BudgetPolicy Spent",
    "summarizer.runtime.cache": "CachePolicy",
    "summarizer.runtime.storage.shared_cache": "Cache",
    "summarizer.runtime.fallback": "FallbackUse",
    "summarizer.runtime.observing.events": (
        "BatchDelayed BatchEnded BatchLooked BatchSent CallAnswered CallFailed CallFellBack CallReplayed "
        "CallRetried CallSent CallWaiting Event StageFinished StageStarted"
    ),
    "summarizer.runtime.limits": "LimitPolicy",
    "summarizer.runtime.observing.prices": "Prices",
    "summarizer.runtime.retry": "RetryPolicy",
    "summarizer.streaming.run": "server_sent",
    "summarizer.telling.events": "FactHeld FactRejected FactTicked FailureNoted NoticeGiven SentenceKept",
    "summarizer.summary.summary": "DroppedSentence Section Summary SummarySentence",
    "summarizer.document.chunks": "ChunkPolicy",
    "summarizer.document.document": "Document",
    "summarizer.document.sources.origin": "Origin",
    "summarizer.document.readers.unused": "Unused",
    "summarizer.document.sources.article": "Article feed_items",
    "summarizer.text.locate": "Alignment locate",
    "summarizer.text.offsets": "Offsets",
    "summarizer.text.span": "Evidence Span",
    "summarizer.document.tokens": "TokenCounter",
    "summarizer.verification.exam.results": "ExamResult",
    "summarizer.result_parts.text_verification": "TextVerification",
    "summarizer.verification.text_check": "VerifiedSentence",
    "summarizer.verification.verdict": "Assertion Check CheckedClaim",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted([*_HOME_OF, "__version__"])  # noqa: PLE0605 - the stub has it in full


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
