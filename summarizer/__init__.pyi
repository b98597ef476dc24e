# What `summarizer` offers, for type checkers and editors; `__init__.py` finds each name when it is asked for.

from summarizer.api import astream, asummarize, averify, averify_text, stream, summarize, verify, verify_text
from summarizer.calls.call import Call, Reply, TokenChance, Tokens
from summarizer.calls.message import Message
from summarizer.comparing.changes import Changes, Pair, changes_between
from summarizer.document.chunks import ChunkPolicy
from summarizer.document.document import Document
from summarizer.document.readers.unused import Unused
from summarizer.document.sources.article import Article, feed_items
from summarizer.document.sources.origin import Origin
from summarizer.document.tokens import TokenCounter
from summarizer.engine import Summarizer
from summarizer.errors import (
    BudgetReached,
    ConfigError,
    ContextOverflow,
    DeadlineReached,
    FetchError,
    InputError,
    MismatchError,
    MissingExtra,
    ModelBusy,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    PromptError,
    ReplayMissing,
    ReplyEmpty,
    ReplyError,
    ReplyIncomplete,
    ReplyMalformed,
    ReplyRefused,
    ReplyTruncated,
    SummarizerError,
)
from summarizer.facts.disagreements import Disagreement
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.fetching.fetch import fetch
from summarizer.fetching.policy import FetchPolicy
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.batches.status import BatchStatus, BatchUnderWay
from summarizer.many.failed import Failed
from summarizer.many.frames import to_frame
from summarizer.many.items import VerifiedClaims
from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.models.base import Addressed, ChatModel
from summarizer.models.llama.chat import LlamaChat
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.profile import ModelProfile
from summarizer.models.provider import OpenedModel, Provider
from summarizer.models.recording import Recording, Replay
from summarizer.models.request_policy import RequestPolicy
from summarizer.models.scripted import ScriptedModel
from summarizer.notices.notice import Notice
from summarizer.pipelines.estimate import Estimate, StageEstimate
from summarizer.result import Result
from summarizer.result_parts.document_record import DocumentRecord, SourceRecord, SurroundingRecord
from summarizer.result_parts.text_verification import TextVerification
from summarizer.result_parts.trace import PromptRef, Trace
from summarizer.result_parts.usage_report import TryUsage, Usage, UsageReport
from summarizer.runtime.budget import Budget, BudgetPolicy, Spent
from summarizer.runtime.cache import CachePolicy
from summarizer.runtime.fallback import FallbackUse
from summarizer.runtime.limits import LimitPolicy
from summarizer.runtime.observing.events import (
    BatchDelayed,
    BatchEnded,
    BatchLooked,
    BatchSent,
    CallAnswered,
    CallFailed,
    CallFellBack,
    CallReplayed,
    CallRetried,
    CallSent,
    CallWaiting,
    Event,
    StageFinished,
    StageStarted,
)
from summarizer.runtime.observing.prices import Prices
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.storage.shared_cache import Cache
from summarizer.streaming.run import server_sent
from summarizer.summary.summary import DroppedSentence, Section, Summary, SummarySentence
from summarizer.telling.events import FactHeld, FactRejected, FactTicked, FailureNoted, NoticeGiven, SentenceKept
from summarizer.text.locate import Alignment, locate
from summarizer.text.offsets import Offsets
from summarizer.text.span import Evidence, Span
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.text_check import VerifiedSentence
from summarizer.verification.verdict import Assertion, Check, CheckedClaim
from summarizer.version import __version__

__all__ = [
    "Addressed",
    "Alignment",
    "AnthropicChat",
    "Article",
    "Assertion",
    "BatchDelayed",
    "BatchEnded",
    "BatchLooked",
    "BatchPolicy",
    "BatchSent",
    "BatchStatus",
    "BatchUnderWay",
    "Budget",
    "BudgetPolicy",
    "BudgetReached",
    "Cache",
    "CachePolicy",
    "Call",
    "CallAnswered",
    "CallFailed",
    "CallFellBack",
    "CallReplayed",
    "CallRetried",
    "CallSent",
    "CallWaiting",
    "Changes",
    "ChatModel",
    "Check",
    "CheckedClaim",
    "CheckedFact",
    "ChunkPolicy",
    "ConfigError",
    "ContextOverflow",
    "DeadlineReached",
    "Disagreement",
    "Document",
    "DocumentRecord",
    "DroppedSentence",
    "Estimate",
    "Event",
    "Evidence",
    "ExamResult",
    "FactHeld",
    "FactRejected",
    "FactTicked",
    "Failed",
    "Failure",
    "FailureNoted",
    "FallbackUse",
    "FetchError",
    "FetchPolicy",
    "InputError",
    "LimitPolicy",
    "LlamaChat",
    "Message",
    "MismatchError",
    "MissingExtra",
    "ModelBusy",
    "ModelError",
    "ModelProfile",
    "ModelRejected",
    "ModelUnavailable",
    "Notice",
    "NoticeGiven",
    "Offsets",
    "OpenAIChat",
    "OpenedModel",
    "Origin",
    "Pair",
    "Prices",
    "PromptError",
    "PromptRef",
    "Provider",
    "Recording",
    "Replay",
    "ReplayMissing",
    "Reply",
    "ReplyEmpty",
    "ReplyError",
    "ReplyIncomplete",
    "ReplyMalformed",
    "ReplyRefused",
    "ReplyTruncated",
    "RequestPolicy",
    "Result",
    "RetryPolicy",
    "ScriptedModel",
    "Section",
    "SentenceKept",
    "SourceRecord",
    "Span",
    "Spent",
    "StageEstimate",
    "StageFinished",
    "StageStarted",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "SummarySentence",
    "SurroundingRecord",
    "TextVerification",
    "TokenChance",
    "TokenCounter",
    "Tokens",
    "Trace",
    "TryUsage",
    "Unused",
    "Usage",
    "UsageReport",
    "VerifiedClaims",
    "VerifiedSentence",
    "__version__",
    "astream",
    "asummarize",
    "averify",
    "averify_text",
    "changes_between",
    "feed_items",
    "fetch",
    "locate",
    "server_sent",
    "stream",
    "summarize",
    "to_frame",
    "verify",
    "verify_text",
]
