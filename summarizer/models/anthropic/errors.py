"""Each error of the `anthropic` client is one of this library's, which says whether another try may help.

translate(OverloadedError(…), call_id="write", …)  ->  ModelUnavailable("https://…: Overloaded (overloaded_error)")
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from summarizer.errors import ContextOverflow, ModelBusy, ModelError, ModelRejected, ModelUnavailable, in_seconds
from summarizer.models.http.connection import why_unreached
from summarizer.models.http.rate_limits import retry_after

if TYPE_CHECKING:
    import anthropic

_MESSAGE_LIMIT = 400  # characters of a server's own words: enough for any one-line reason, too few for an HTML page

_HINTS: Mapping[int, str] = {
    400: "the server does not accept this request; see its reason",
    401: "the API key is missing or wrong; give api_key= or set ANTHROPIC_API_KEY",
    402: "the account has no credit left; look at its billing",
    403: "the API key may not use this model or this server; look at its permissions",
    404: "the server does not know this model name, or the base URL is wrong (it is what stands before /v1/messages)",
    422: "the server does not accept this request; see its reason",
}
_OVERFLOW_HINT = "the request does not fit the model's context; use smaller chunks or a model with a longer context"
_QUOTA_HINT = "a spending limit is reached, so that waiting does not help; look at plan and billing"
_NO_RETRY_HINT = "the server says that another try does not help"

# "prompt is too long: 212000 tokens > 200000 maximum", "input length and `max_tokens` exceed context limit: …".
_OVERFLOW_MARKS = ("too long", "context limit", "context window", "context length", "too many tokens")
_FILTER_MARK = "content filter"


def translate(
    error: anthropic.AnthropicError, *, call_id: str, server: str, mask: Callable[[str], str], via: str = ""
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
    unreached = why_unreached(error, via=via)
    if unreached:
        return ModelUnavailable(f"{server}: {mask(unreached)}", call_id=call_id)
    words = mask(servers_words(error))  # before it is cut: half a secret is not recognized
    if len(words) > _MESSAGE_LIMIT:
        words = words[:_MESSAGE_LIMIT] + "…"
    for cls in type(error).__mro__:
        make = TABLE.get(cls.__name__)
        if make is not None:
            return make(error, call_id, f"{server}: {words}")
    raise TypeError(f"not an error of the anthropic client: {type(error).__name__}")


def is_content_filter(error: anthropic.APIStatusError) -> bool:
    """True when the server answered 400 because its content filter stopped prompt or answer."""
    return error.status_code == 400 and _FILTER_MARK in servers_words(error).lower()


def is_overflow(error: anthropic.APIStatusError) -> bool:
    """True when the request did not fit the model's context, by the status or the words of the server."""
    if error.status_code not in (400, 413, 422):
        return False
    words = servers_words(error).lower()
    return error.status_code == 413 or any(mark in words for mark in _OVERFLOW_MARKS)


def servers_words(error: anthropic.AnthropicError) -> str:
    """What the server said, in one line, whatever shape its error has; the cause where no answer came."""
    body = getattr(error, "body", None)
    inner = body.get("error") if isinstance(body, dict) else None
    if isinstance(inner, dict) and inner.get("message"):
        request_id = getattr(error, "request_id", None)
        marks = [str(mark) for mark in (inner.get("type"), request_id) if mark]
        words = f"{inner['message']} ({', '.join(marks)})" if marks else str(inner["message"])
    elif body:
        words = f"Error code {getattr(error, 'status_code', '?')}: {body}"
    else:
        cause = error.__cause__
        words = str(error) if cause is None else f"{error} {type(cause).__name__}: {cause}"
    return " ".join(words.split())


def _unavailable(error: anthropic.AnthropicError, call_id: str, reason: str) -> ModelError:
    return ModelUnavailable(reason, call_id=call_id, status=getattr(error, "status_code", None))


def _rejected(error: anthropic.AnthropicError, call_id: str, reason: str) -> ModelError:
    return ModelRejected(reason, call_id=call_id, status=getattr(error, "status_code", None))


def _by_status(error: anthropic.AnthropicError, call_id: str, reason: str) -> ModelError:
    error = cast("anthropic.APIStatusError", error)  # the table sends only these here
    status, headers = error.status_code, error.response.headers
    if status in (408, 409, 429) or status >= 500:
        return _for_now(error, call_id, reason)
    if is_overflow(error):
        return ContextOverflow(f"{reason} ({_OVERFLOW_HINT})", call_id=call_id, status=status)
    if 300 <= status < 400:
        where = headers.get("location", "")
        hint = f"the server redirects{f' to {where}' if where else ''}; give the address where it is as base_url"
    else:
        hint = _HINTS.get(status, "the server does not accept this request; look at the base URL")
    return ModelRejected(f"{reason} ({hint})", call_id=call_id, status=status)


def _for_now(error: anthropic.APIStatusError, call_id: str, reason: str) -> ModelError:
    """A refusal of this moment, unless the server says that the next one will be no better."""
    status, headers = error.status_code, error.response.headers
    marks = f"{error.type} {error.error_code}"
    if status == 429 and ("spend_limit" in marks or "billing" in marks):
        return ModelRejected(f"{reason} ({_QUOTA_HINT})", call_id=call_id, status=status)
    if headers.get("x-should-retry") == "false":
        return ModelRejected(f"{reason} ({_NO_RETRY_HINT})", call_id=call_id, status=status)
    wait = retry_after(headers)
    # Any of these with Retry-After is the same request to slow down as 429 (RFC 9110, 10.2.3).
    if status == 429 or wait is not None:
        asked = f" (the server asks to wait {in_seconds(wait)})" if wait else ""
        return ModelBusy(f"{reason}{asked}", call_id=call_id, status=status, retry_after=wait)
    return ModelUnavailable(reason, call_id=call_id, status=status)


_MakeError: TypeAlias = "Callable[[anthropic.AnthropicError, str, str], ModelError]"

# The classes of errors that a request can raise, by name, so that the SDK need not be loaded to read this. Those that
# are made for a status or a code of the API derive from `APIStatusError`.
TABLE: Mapping[str, _MakeError] = {
    "APIConnectionError": _unavailable,
    "APIResponseValidationError": _unavailable,
    "APIStatusError": _by_status,
    "AnthropicError": _rejected,
}
