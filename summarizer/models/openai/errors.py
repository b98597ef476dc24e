"""What an error of the `openai` client means in this library's tree of errors."""

from __future__ import annotations

import datetime as dt
import email.utils
import math
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from summarizer.errors import ContextOverflow, ModelBusy, ModelError, ModelRejected, ModelUnavailable, in_seconds

if TYPE_CHECKING:
    import openai

_MESSAGE_LIMIT = 400  # characters of a server's own words: enough for any one-line reason, too few for an HTML page

_HINTS: Mapping[int, str] = {
    400: "the server does not accept this request; see its reason",
    401: "the API key is missing or wrong; give api_key= or set OPENAI_API_KEY",
    402: "the account has no credit left",
    403: "the API key may not use this model or this server; look at its permissions",
    404: "the server does not know this model name, or the base URL is wrong (most end in /v1)",
    413: "the request is too large for the server; use smaller chunks",
    422: "the server does not accept this request; see its reason",
}
_OVERFLOW_HINT = "the request does not fit the model's context; use smaller chunks or a model with a longer context"
_SCHEMA_HINT = "the server does not take a JSON schema; use a model or server that does"
_QUOTA_HINT = "the account's quota is used up, so that waiting does not help; look at plan and billing"

_OVERFLOW_MARKS = ("context length", "context size", "context window", "maximum context", "prompt is too long")
_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_FILTER_CODES = frozenset({"content_filter", "content_policy_violation"})


def translate(error: openai.OpenAIError, *, call_id: str, server: str, mask: Callable[[str], str]) -> ModelError:
    """The `ModelError` that this error means: retryable exactly when another try of the same request may succeed.

    Args:
        error: what the client raised.
        call_id: the call that got no reply.
        server: the base URL as it may be shown.
        mask: hides secrets in a text that comes from outside.

    Returns:
        The error to raise; its message names the server, the reason that it gave, and what to do.
    """
    words = mask(_reason(error))  # before it is cut: half a secret is not recognized
    if len(words) > _MESSAGE_LIMIT:
        words = words[:_MESSAGE_LIMIT] + "…"
    for cls in type(error).__mro__:
        judge = TABLE.get(cls.__name__)
        if judge is not None:
            return judge(error, call_id, f"{server}: {words}")
    raise TypeError(f"not an error of the openai client: {type(error).__name__}")


def is_content_filter(error: openai.APIStatusError) -> bool:
    """True when the server answered 400 because its content filter stopped the prompt, as Azure does."""
    return error.status_code == 400 and bool(_codes(error) & _FILTER_CODES)


def is_overflow(error: openai.APIStatusError) -> bool:
    """True when the request did not fit the model's context, by the code or the words of the server."""
    if error.status_code not in (400, 413, 422):
        return False
    codes, words = _codes(error), _reason(error).lower()
    return any("context_length" in c or "context_size" in c for c in codes) or any(m in words for m in _OVERFLOW_MARKS)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds that a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as an HTTP date.

    A date is read by the server's own clock, where its `Date` header tells that, as two clocks may differ by hours.

    Returns:
        At least 0 and finite; None when no header says so in a form that can be read.
    """
    for header, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(header, "")) * scale
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    until = _moment(headers.get("retry-after", ""))
    if until is None:
        return None
    now = _moment(headers.get("date", ""))
    return max(0.0, until - (time.time() if now is None else now))


def _moment(date: str) -> float | None:
    """Seconds since 1970 of an HTTP date; None for anything else."""
    try:
        moment = email.utils.parsedate_to_datetime(date)
        if moment.tzinfo is None:  # "-0000": the time is UTC, and of the place nothing is known
            moment = moment.replace(tzinfo=dt.UTC)
        return moment.timestamp()
    except (ValueError, OverflowError):
        return None


def _unavailable(error: openai.OpenAIError, call_id: str, reason: str) -> ModelError:
    return ModelUnavailable(reason, call_id=call_id, status=getattr(error, "status_code", None))


def _rejected(error: openai.OpenAIError, call_id: str, reason: str) -> ModelError:
    return ModelRejected(reason, call_id=call_id, status=getattr(error, "status_code", None))


def _by_status(error: openai.OpenAIError, call_id: str, reason: str) -> ModelError:
    error = cast("openai.APIStatusError", error)  # the table sends only these here
    status = error.status_code
    wait = retry_after(error.response.headers)
    if status == 429 and _codes(error) & _QUOTA_CODES:
        return ModelRejected(f"{reason} ({_QUOTA_HINT})", call_id=call_id, status=status)
    # 503 with Retry-After is the same request to slow down, in HTTP's own words (RFC 9110, 10.2.3).
    if status == 429 or (status == 503 and wait is not None):
        asked = f" (the server asks to wait {in_seconds(wait)})" if wait else ""
        return ModelBusy(f"{reason}{asked}", call_id=call_id, status=status, retry_after=wait)
    if status in (408, 409) or status >= 500:
        return ModelUnavailable(reason, call_id=call_id, status=status)
    if is_overflow(error):
        return ContextOverflow(f"{reason} ({_OVERFLOW_HINT})", call_id=call_id, status=status)
    if status == 413:  # smaller requests are the answer to it as well
        return ContextOverflow(f"{reason} ({_HINTS[status]})", call_id=call_id, status=status)
    hint = _HINTS.get(status, "the server does not accept this request; look at the base URL")
    if status in (400, 422) and ("response_format" in reason or "json_schema" in reason):
        hint = _SCHEMA_HINT
    return ModelRejected(f"{reason} ({hint})", call_id=call_id, status=status)


_Judge: TypeAlias = "Callable[[openai.OpenAIError, str, str], ModelError]"

# Every class of errors that the client can raise, by its name, so that the SDK need not be loaded to read this.
TABLE: Mapping[str, _Judge] = {
    "APITimeoutError": _unavailable,
    "APIConnectionError": _unavailable,
    "APIResponseValidationError": _unavailable,
    "APIStatusError": _by_status,
    "BadRequestError": _by_status,
    "AuthenticationError": _by_status,
    "OAuthError": _by_status,
    "PermissionDeniedError": _by_status,
    "NotFoundError": _by_status,
    "ConflictError": _by_status,
    "UnprocessableEntityError": _by_status,
    "RateLimitError": _by_status,
    "InternalServerError": _by_status,
    "APIError": _rejected,
    "OpenAIError": _rejected,
    # Raised by parts of the client that are not used here; listed so that none is unaccounted for.
    "LengthFinishReasonError": _rejected,
    "ContentFilterFinishReasonError": _rejected,
    "SubjectTokenProviderError": _rejected,
    "WebSocketConnectionClosedError": _rejected,
    "WebSocketQueueFullError": _rejected,
}


def _codes(error: openai.APIStatusError) -> frozenset[str]:
    return frozenset(str(code) for code in (error.code, error.type) if code is not None)


def _reason(error: openai.OpenAIError) -> str:
    """The server's words in one line, with the cause where the client only says "Connection error."."""
    words = str(error)
    cause = error.__cause__
    if cause is not None:
        words += f" {type(cause).__name__}: {cause}"
    body = getattr(error, "body", None)
    if isinstance(body, str) and body:
        words += f" - {body}"  # not JSON: a proxy's page, or plain text
    elif isinstance(body, dict) and " - " not in words:
        words += f" - {body}"  # JSON without the usual `error.message`
    return " ".join(words.split())
