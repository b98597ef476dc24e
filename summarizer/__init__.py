"""Checked key facts and a quick summary of an article, every sentence tied to the place in it that says so.

`summarize(text)` is the main job, `verify(claims, text)` checks claims that anyone wrote, `locate(quote, text)` finds a
quote. To read the code, follow the data: text/document, text/chunk, facts/extract, verify/rules, verify/judge,
verify/conclude, facts/merge, facts/rank, summary/write, summary/hold; pipeline joins them, engine drives them.
"""

from summarizer.api import asummarize, averify, summarize, verify
from summarizer.engine import Summarizer
from summarizer.errors import (
    ConfigError,
    InputError,
    MismatchError,
    MissingExtra,
    ModelBusy,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    PromptError,
    ReplyEmpty,
    ReplyError,
    ReplyIncomplete,
    ReplyMalformed,
    ReplyRefused,
    ReplyTruncated,
    SummarizerError,
)
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.models.base import Call, ChatModel, Message, Reply, Tokens
from summarizer.models.openai_chat import OpenAIChat
from summarizer.models.scripted import ScriptedModel
from summarizer.result import DocumentRecord, PromptRef, Result, Trace, Usage, UsageReport
from summarizer.runtime.retry import RetryPolicy
from summarizer.summary.summary import DroppedSentence, Section, Summary, SummarySentence
from summarizer.text.chunk import ChunkPolicy
from summarizer.text.document import Document
from summarizer.text.locate import Alignment, locate
from summarizer.text.span import Evidence, Span
from summarizer.text.tokens import TokenCounter
from summarizer.verify.verdict import Assertion, Check, CheckedClaim
from summarizer.version import __version__

__all__ = [
    "Alignment",
    "Assertion",
    "Call",
    "ChatModel",
    "Check",
    "CheckedClaim",
    "CheckedFact",
    "ChunkPolicy",
    "ConfigError",
    "Document",
    "DocumentRecord",
    "DroppedSentence",
    "Evidence",
    "Failure",
    "InputError",
    "Message",
    "MismatchError",
    "MissingExtra",
    "ModelBusy",
    "ModelError",
    "ModelRejected",
    "ModelUnavailable",
    "OpenAIChat",
    "PromptError",
    "PromptRef",
    "Reply",
    "ReplyEmpty",
    "ReplyError",
    "ReplyIncomplete",
    "ReplyMalformed",
    "ReplyRefused",
    "ReplyTruncated",
    "Result",
    "RetryPolicy",
    "ScriptedModel",
    "Section",
    "Span",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "SummarySentence",
    "TokenCounter",
    "Tokens",
    "Trace",
    "Usage",
    "UsageReport",
    "__version__",
    "asummarize",
    "averify",
    "locate",
    "summarize",
    "verify",
]
