"""Spans name the host, the provider and the settings, whatever the thread, and nothing that is secret."""

from __future__ import annotations

import threading

import pytest
from calls import a_call
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from summarizer.calls.call import Call, Reply
from summarizer.errors import ModelBusy
from summarizer.models.base import ChatModel
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.observing.telemetry import Telemetry


def spans_of(model: ChatModel, *ends: Reply | BaseException, within: BaseException | None = None) -> list[ReadableSpan]:
    """The spans of a run whose tries end so, the first made in another thread; the run may end in an error too."""
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))

    def asked(call: Call) -> ChatModel:
        return model

    def run() -> None:
        with Telemetry(provider).run("verify", model_of=asked) as watch:
            for end in ends:
                thread = threading.Thread(target=lambda what=end: watch(a_call())(what))
                thread.start()
                thread.join()
            if within is not None:
                raise within

    if within is None:
        run()
    else:
        with pytest.raises(type(within)):
            run()
    return list(exporter.get_finished_spans())


@pytest.mark.parametrize(
    ("url", "provider", "host", "port"),
    [
        ("https://api.openai.com/v1", "openai", "api.openai.com", 443),
        ("https://mine.openai.azure.com/openai/v1", "azure.ai.openai", "mine.openai.azure.com", 443),
        ("https://api.groq.com/openai/v1", "groq", "api.groq.com", 443),
        ("http://user:secret-word@localhost:8080/v1", "openai", "localhost", 8080),
    ],
)
def test_where_a_call_went(url: str, provider: str, host: str, port: int) -> None:
    """Host and port are those of the base URL, without what opens the door there."""
    model = OpenAIChat("m", base_url=url, api_key=None if "@" in url else "sk-secret-word")
    one, root = spans_of(model, Reply(text="x"))
    assert one.attributes is not None
    assert one.attributes["gen_ai.provider.name"] == provider
    assert (one.attributes["server.address"], one.attributes["server.port"]) == (host, port)
    assert one.attributes["gen_ai.request.temperature"] == 0
    assert one.attributes["gen_ai.request.max_tokens"] == a_call().max_output_tokens
    assert one.parent
    assert one.parent.span_id == root.context.span_id
    assert "secret-word" not in one.to_json() + root.to_json()


def test_how_tries_ended() -> None:
    """A failed try has its error's class and status and no more; the run's own error is on its span, by class."""
    failed, good, root = spans_of(
        ScriptedModel({}),
        ModelBusy("words of the server", status=429),
        Reply(text="words of the model", finish="length"),
        within=ModelBusy("words of the server", status=429),
    )
    for span in (failed, root):
        assert span.attributes is not None
        assert (span.attributes["error.type"], span.attributes["http.response.status_code"]) == ("ModelBusy", 429)
        assert not span.status.is_ok
        assert not span.events
    assert good.attributes is not None
    assert good.attributes["gen_ai.response.finish_reasons"] == ("length",)
    assert "server.address" not in good.attributes
    assert not any("words of" in span.to_json() for span in (failed, good, root))
