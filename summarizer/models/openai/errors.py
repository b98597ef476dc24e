"""Each error of the `openai` client is one of this library's, which says whether another try may help.

translate(RateLimitError(…), call_id="write", …)  ->  ModelBusy("https://…: … (the server asks to wait 7 s)")
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast
from urllib.parse import urlsplit

from summarizer.errors import ContextOverflow, ModelBusy, ModelError, ModelRejected, ModelUnavailable, in_seconds
from summarizer.models.openai.rate_limits import retry_after

if TYPE_CHECKING:
    import openai

# What the transport raises where no connection came about; the last where a proxy let it down.
_NO_CONNECTION = ("ConnectError", "ConnectTimeout", "ProxyError")
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

_OVERFLOW_CODES = ("context_length", "context_size")
_OVERFLOW_MARKS = ("context length", "context size", "context window", "maximum context", "prompt is too long")
_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_FILTER_CODES = frozenset({"content_filter", "content_policy_violation"})


def translate(
    error: openai.OpenAIError, *, call_id: str, server: str, mask: Callable[[str], str], via: str = ""
) -> ModelError:
    """The `ModelError` that this error means: retryable exactly when another try of the same request may succeed.

    Args:
        error: what the client raised.
        call_id: the call that got no reply.
        server: the base URL as it may be shown.
        mask: hides secrets in a text that comes from outside.
        via: the proxy that the request went through, as a message calls it; "" for none.

    Returns:
        The error to raise; its message names the server, the reason that it gave, and what to do.
    """
    unreached = _unreached(error, via=via)
    if unreached:
        return ModelUnavailable(f"{server}: {mask(unreached)}", call_id=call_id)
    words = mask(_servers_words(error))  # before it is cut: half a secret is not recognized
    if len(words) > _MESSAGE_LIMIT:
        words = words[:_MESSAGE_LIMIT] + "…"
    for cls in type(error).__mro__:
        make = TABLE.get(cls.__name__)
        if make is not None:
            return make(error, call_id, f"{server}: {words}")
    raise TypeError(f"not an error of the openai client: {type(error).__name__}")


def _unreached(error: openai.OpenAIError, *, via: str) -> str:
    """Why there was no connection at all, and what to do about it; "" for any other error."""
    cause = error.__cause__
    if type(cause).__name__ not in _NO_CONNECTION:
        return ""
    why = _systems_error(cause)
    reason = " ".join((_reason_of(why) or str(cause) or "no answer in time").split())
    if isinstance(why, ssl.SSLError):
        return (
            f"no connection that can be trusted ({reason}): look at the base URL, and name the file of your own "
            "authority with RequestPolicy(ca_file=…) or SSL_CERT_FILE"
        )
    if via:
        return f"no connection through {via} ({reason}): is the proxy right, and the server running? check base_url"
    return f"no connection ({reason}): is it running? check base_url"


def _systems_error(error: BaseException | None) -> OSError | None:
    """What the system said, which lies at the bottom of what a transport raises: "Connection refused"."""
    found = None
    while error is not None:
        if isinstance(error, OSError) and error.strerror:
            found = error
        each = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else None  # one for each address of a name
        error = each or error.__cause__ or error.__context__
    return found


def _reason_of(error: OSError | None) -> str:
    """The system's words for an error; asyncio writes addresses in their place."""
    if error is None:
        return ""
    if isinstance(error, ConnectionError) and error.errno is not None:
        return os.strerror(error.errno)
    return error.strerror or ""


def is_content_filter(error: openai.APIStatusError) -> bool:
    """True when the server answered 400 because its content filter stopped the prompt, as Azure does."""
    return error.status_code == 400 and bool(_error_codes(error) & _FILTER_CODES)


def is_overflow(error: openai.APIStatusError) -> bool:
    """True when the request did not fit the model's context, by the code or the words of the server."""
    if error.status_code not in (400, 413, 422):
        return False
    if any(mark in code for code in _error_codes(error) for mark in _OVERFLOW_CODES):
        return True
    words = _servers_words(error).lower()
    return any(mark in words for mark in _OVERFLOW_MARKS)


def _unavailable(error: openai.OpenAIError, call_id: str, reason: str) -> ModelError:
    return ModelUnavailable(reason, call_id=call_id, status=getattr(error, "status_code", None))


def _rejected(error: openai.OpenAIError, call_id: str, reason: str) -> ModelError:
    return ModelRejected(reason, call_id=call_id, status=getattr(error, "status_code", None))


def _by_status(error: openai.OpenAIError, call_id: str, reason: str) -> ModelError:
    error = cast("openai.APIStatusError", error)  # the table sends only these here
    status = error.status_code
    wait = retry_after(error.response.headers)
    if status == 429 and _error_codes(error) & _QUOTA_CODES:
        return ModelRejected(f"{reason} ({_QUOTA_HINT})", call_id=call_id, status=status)
    # 503 with Retry-After is the same request to slow down, in HTTP's own words (RFC 9110, 10.2.3).
    if status == 429 or (status == 503 and wait is not None):
        asked = f" (the server asks to wait {in_seconds(wait)})" if wait else ""
        return ModelBusy(f"{reason}{asked}", call_id=call_id, status=status, retry_after=wait)
    if status in (408, 409) or status >= 500:
        return ModelUnavailable(reason, call_id=call_id, status=status)
    if is_overflow(error):
        return ContextOverflow(f"{reason} ({_OVERFLOW_HINT})", call_id=call_id, status=status)
    hint = _hint(status, reason) if status >= 400 else _redirect_hint(error.response.headers.get("location", ""))
    kind = ContextOverflow if status == 413 else ModelRejected  # smaller requests are the answer to 413 as well
    return kind(f"{reason} ({hint})", call_id=call_id, status=status)


def _redirect_hint(location: str) -> str:
    """What to do about a redirect, of which the origin is shown alone: the rest may hold what the request did."""
    try:
        parts = urlsplit(location)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else "another place"
    except ValueError:
        origin = "no place that there is"
    return f"the server redirects to {origin}, and nothing is sent there; if that is right, give it as base_url"


def _hint(status: int, reason: str) -> str:
    """What to do about a request that the server refused."""
    if status in (400, 422) and any(name in reason for name in ("response_format", "json_schema")):
        return _SCHEMA_HINT
    return _HINTS.get(status, "the server does not accept this request; look at the base URL")


_MakeError: TypeAlias = "Callable[[openai.OpenAIError, str, str], ModelError]"

# Every class of errors that the client can raise, by its name, so that the SDK need not be loaded to read this.
TABLE: Mapping[str, _MakeError] = {
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


def _error_codes(error: openai.APIStatusError) -> frozenset[str]:
    return frozenset(str(code) for code in (error.code, error.type) if code is not None)


def _servers_words(error: openai.OpenAIError) -> str:
    """The server's words in one line, with the cause where the client only says "Connection error."."""
    words = str(error)
    cause = error.__cause__
    if cause is not None:
        words += f" {type(cause).__name__}: {cause}"
    body = getattr(error, "body", None)
    is_page = isinstance(body, str) and body != ""  # not JSON: a proxy's page, or plain text
    is_unusual = isinstance(body, dict) and " - " not in words  # JSON without the usual `error.message`
    if is_page or is_unusual:
        words += f" - {body}"
    return " ".join(words.split())
