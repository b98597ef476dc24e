"""Telemetry makes OpenTelemetry spans of a run and of its calls, after the semantic conventions for generative AI.

summarize                                   the run
  chat gpt-5-mini    gen_ai.usage.input_tokens = 1800    each try
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from summarizer.calls.call import Call, Reply
from summarizer.errors import MissingExtra, ModelError
from summarizer.models.base import Addressed, ChatModel
from summarizer.runtime.observing.watch import End, Watcher
from summarizer.version import __version__

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer, TracerProvider

TelemetrySetting: TypeAlias = "bool | TracerProvider"
_Attributes: TypeAlias = "dict[str, str | int | float | bool | list[str]]"

# The registry's name for the provider at a host; any other speaks OpenAI's protocol, and the convention asks for that.
_PROVIDERS = {
    "api.openai.com": "openai",
    "openai.azure.com": "azure.ai.openai",
    "api.anthropic.com": "anthropic",
    "generativelanguage.googleapis.com": "gcp.gemini",
    "api.groq.com": "groq",
    "api.mistral.ai": "mistral_ai",
}


class Telemetry:
    """Makes spans: one for a run, and inside it one of kind CLIENT for each try of a call.

    Names and attributes are those of the OpenTelemetry GenAI conventions as of semantic conventions 1.42 (status:
    development). No span holds a word of the article, of a prompt or of a reply, nor of a server's message.
    """

    def __init__(self, telemetry: TelemetrySetting) -> None:
        """Nothing is sent; what becomes of the spans is the provider's.

        Args:
            telemetry: True for the provider that the process has set, or a provider.

        Raises:
            MissingExtra: `opentelemetry-api` is not installed.
        """
        try:
            from opentelemetry import trace  # noqa: PLC0415 -- an extra
        except ImportError:
            raise MissingExtra(what="telemetry", extra="otel") from None
        provider = None if telemetry is True else telemetry
        self._api = trace
        self._tracer: Tracer = trace.get_tracer("summarizer", __version__, provider or None)

    @contextmanager
    def run(self, name: str, *, model_of: Callable[[Call], ChatModel]) -> Iterator[Watcher]:
        """A span around a run; what it yields makes one for each try, as a child whatever thread that is in."""
        with self._tracer.start_as_current_span(name, record_exception=False, set_status_on_exception=False) as span:
            inside = self._api.set_span_in_context(span)

            def watch(call: Call) -> End:
                model = model_of(call)
                span_of_try = self._tracer.start_span(
                    f"chat {model.name}",
                    context=inside,
                    kind=self._api.SpanKind.CLIENT,
                    attributes=_request_attributes(call, model),
                )

                def end(outcome: Reply | BaseException) -> None:
                    if isinstance(outcome, Reply):
                        span_of_try.set_attributes(_response_attributes(outcome))
                    else:
                        span_of_try.set_attributes(_error_attributes(outcome))
                        span_of_try.set_status(self._api.StatusCode.ERROR)
                    span_of_try.end()

                return end

            try:
                yield watch
            except BaseException as error:
                span.set_attributes(_error_attributes(error))
                span.set_status(self._api.StatusCode.ERROR)
                raise


def _request_attributes(call: Call, model: ChatModel) -> _Attributes:
    attributes: _Attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": model.name,
        "gen_ai.request.max_tokens": call.max_output_tokens,
        "gen_ai.output.type": "json" if call.schema else "text",
        "summarizer.stage": call.stage,
        "summarizer.call.id": call.id,
        "summarizer.prompt.id": call.prompt_id,
    }
    if isinstance(model, Addressed):
        where = urlsplit(model.address)
        host = where.hostname or ""
        attributes["server.address"] = host
        attributes["server.port"] = where.port or (443 if where.scheme == "https" else 80)
        known = (name for end, name in _PROVIDERS.items() if host == end or host.endswith(f".{end}"))
        attributes["gen_ai.provider.name"] = next(known, "openai")
        if isinstance(temperature := model.settings.get("temperature"), int | float):
            attributes["gen_ai.request.temperature"] = float(temperature)
    return attributes


def _response_attributes(reply: Reply) -> _Attributes:
    return {
        "gen_ai.response.finish_reasons": [reply.finish],
        "gen_ai.usage.input_tokens": reply.tokens.tokens_in,
        "gen_ai.usage.output_tokens": reply.tokens.tokens_out,
        "gen_ai.usage.cache_read.input_tokens": reply.tokens.tokens_cached,
        "gen_ai.usage.reasoning.output_tokens": reply.tokens.tokens_reasoning,
    }


def _error_attributes(error: BaseException) -> _Attributes:
    status = error.status if isinstance(error, ModelError) else None
    attributes: _Attributes = {"error.type": type(error).__name__}
    if status is not None:
        attributes["http.response.status_code"] = status
    return attributes
