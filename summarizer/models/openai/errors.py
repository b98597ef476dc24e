"""Each error of the `openai` client is one of this library's, which says whether another try may help.

translate(RateLimitError(…), call_id="write", …)  ->  ModelBusy("https://…: … (the server asks to wait 7 s)")
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, cast
from urllib.parse import urlsplit

from summarizer.errors import ContextOverflow, ModelBusy, ModelError, ModelRejected, ModelUnavailable, in_seconds
from summarizer.models.http.connection import why_unreached
from summarizer.models.http.rate_limits import retry_after
from summarizer.models.openai.error_body import read_error

if TYPE_CHECKING:
    import openai

Size: TypeAlias = Literal["", "perhaps", "too large"]
"""Whether a refused prompt was too large: nobody thinks so, it may have been, or the server says so."""

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
_PERHAPS_HINT = "the server does not say why; the prompt is a large one, and may not fit: try smaller chunks"
_SCHEMA_HINT = "the server does not take a JSON schema; use a model or server that does"
_QUOTA_HINT = "the account's quota is used up, so that waiting does not help; look at plan and billing"

_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failed:
    """What is known of a failed request: the client's error, the call, the reason in words, and its size."""

    error: openai.OpenAIError
    call_id: str
    reason: str
    size: Size


def translate(
    error: openai.OpenAIError,
    *,
    call_id: str,
    server: str,
    mask: Callable[[str], str],
    size: Size = "",
    via: str = "",
) -> ModelError:
    """The `ModelError` that this error means: retryable exactly when another try of the same request may succeed.

    Args:
        error: what the client raised.
        call_id: the call that got no reply.
        server: the base URL as it may be shown.
        mask: hides secrets in a text that comes from outside.
        size: whether the prompt was too large, or perhaps was.
        via: the proxy that the request went through, as a message calls it; "" for none.

    Returns:
        The error to raise; its message names the server, the reason that it gave, and what to do.
    """
    unreached = why_unreached(error, via=via)
    if unreached:
        return ModelUnavailable(f"{server}: {mask(unreached)}", call_id=call_id)
    words = mask(_servers_words(error))  # before it is cut: half a secret is not recognized
    if len(words) > _MESSAGE_LIMIT:
        words = words[:_MESSAGE_LIMIT] + "…"
    for cls in type(error).__mro__:
        make = TABLE.get(cls.__name__)
        if make is not None:
            return make(_Failed(error=error, call_id=call_id, reason=f"{server}: {words}", size=size))
    raise TypeError(f"not an error of the openai client: {type(error).__name__}")


def _unavailable(failed: _Failed) -> ModelError:
    status = getattr(failed.error, "status_code", None)
    return ModelUnavailable(failed.reason, call_id=failed.call_id, status=status)


def _rejected(failed: _Failed) -> ModelError:
    return ModelRejected(failed.reason, call_id=failed.call_id, status=getattr(failed.error, "status_code", None))


def _by_status(failed: _Failed) -> ModelError:
    error = cast("openai.APIStatusError", failed.error)  # the table sends only these here
    status, reason, call_id = error.status_code, failed.reason, failed.call_id
    if failed.size == "too large":
        return ContextOverflow(f"{reason} ({_OVERFLOW_HINT})", call_id=call_id, status=status)
    wait = retry_after(error.response.headers)
    if status == 429 and _error_codes(error) & _QUOTA_CODES:
        return ModelRejected(f"{reason} ({_QUOTA_HINT})", call_id=call_id, status=status)
    is_of_the_moment = status in (408, 409) or status >= 500
    # One of these with Retry-After is the same request to slow down as 429, in HTTP's own words (RFC 9110, 10.2.3).
    if status == 429 or (is_of_the_moment and wait is not None):
        asked = f" (the server asks to wait {in_seconds(wait)})" if wait else ""
        return ModelBusy(f"{reason}{asked}", call_id=call_id, status=status, retry_after=wait)
    if is_of_the_moment:
        return ModelUnavailable(reason, call_id=call_id, status=status)
    perhaps = failed.size == "perhaps"
    if status < 400:
        hint = _redirect_hint(error.response.headers.get("location", ""))
    else:
        hint = _PERHAPS_HINT if perhaps else _hint(status, reason)
    return ModelRejected(f"{reason} ({hint})", call_id=call_id, status=status, perhaps_too_large=perhaps)


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


_MakeError: TypeAlias = "Callable[[_Failed], ModelError]"

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
    response = getattr(error, "response", None)
    if response is not None:
        status = f"Error code: {response.status_code}"
        said = read_error(response.content).words
        return f"{status} - {said}" if said else f"{status}, and the server says no more"
    words = str(error)
    if error.__cause__ is not None:
        words += f" {type(error.__cause__).__name__}: {error.__cause__}"
    return " ".join(words.split())
