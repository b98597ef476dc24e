"""A key, or credentials in a base URL, leave the request in no way: every place where they might show is searched."""

from __future__ import annotations

import base64
import logging
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
import scripted_server as act
from model_server import honest_server
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from summarizer import Event, OpenAIChat, RetryPolicy, Summarizer, SummarizerError

NEWS = (Path(__file__).parents[1] / "examples" / "articles" / "harbor-ferry.txt").read_text("utf-8")
KEY = "sk-very-secret-0123456789"
PASSWORD = "pass-word-0123456789"  # noqa: S105 -- made up
BASIC = base64.b64encode(f"user:{PASSWORD}".encode()).decode()
SECRETS = {"key": (KEY,), "login in the URL": (PASSWORD, BASIC)}

Fault = Callable[[str, int], "act.Action | None"]


def echo(code: int, words: str) -> act.Action:
    """An error in whose words and headers the server repeats what it was sent."""
    return act.status(code, f"bad: {words}", headers={"x-echo": words})


def page(words: str) -> act.Action:
    """A page in place of a completion, which repeats it too, at the place where a message would cut it."""
    return act.send(f"<p>{'.' * 65}{words}</p>".encode(), headers={"content-type": "text/html"})


FAULTS: dict[str, Fault] = {
    "none": lambda words, number: None,
    "401": lambda words, number: echo(401, words),
    "400 at times": lambda words, number: echo(400, words) if number % 3 == 1 else None,
    "500 at times": lambda words, number: echo(500, words) if number % 3 == 1 else None,
    "429 for ever": lambda words, number: echo(429, words),
    "a long 400": lambda words, number: echo(400, "." * 380 + words),
    "reset": lambda words, number: act.reset_in_body() if number % 2 else None,
    "no completion": lambda words, number: act.send({"error": f"echo {words}"}),
    "HTML": lambda words, number: page(words),
}


@pytest.mark.parametrize("kind", SECRETS)
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_no_secret_shows_anywhere(
    fault: Fault,
    kind: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Log at DEBUG, errors and what hangs on them, reprs, result, cache, events and spans hold no secret."""
    secrets, login = SECRETS[kind], kind != "key"
    exporter, provider, told = InMemorySpanExporter(), TracerProvider(), list[Event]()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    shown: list[str] = []
    with (
        honest_server(lambda call, number: fault(" ".join(secrets), number)) as server,
        caplog.at_level(logging.DEBUG, logger="summarizer"),
    ):
        url = server.base_url.replace("//", f"//user:{PASSWORD}@") if login else server.base_url
        model = OpenAIChat("m", base_url=url, api_key=None if login else KEY, timeout=5)
        with Summarizer(
            model=model,
            retry=RetryPolicy(tries=2, first_wait=0, longest_wait=0),
            cache=tmp_path / "replies",
            on_event=told.append,
            telemetry=provider,
        ) as summarizer:
            try:
                result = summarizer.summarize(NEWS)
                shown += [result.model_dump_json(), repr(result), result.to_text()]
            except SummarizerError as error:
                shown += ["".join(traceback.format_exception(error)), repr(error), repr(vars(error))]
            shown += [repr(summarizer), repr(vars(summarizer)), repr(model), summarizer.usage.model_dump_json()]
            shown += [path.read_bytes().decode("latin-1") for path in tmp_path.iterdir()]
        model.close()
        assert server.requests
        assert all(secrets[-1] in r.headers["authorization"] for r in server.requests)
    shown += [repr(told), caplog.text, *(repr(vars(record)) for record in caplog.records)]
    shown += [span.to_json() for span in exporter.get_finished_spans()]
    assert told
    assert exporter.get_finished_spans()
    for secret in secrets:
        assert not [text for text in shown if secret[:10] in text]


def test_the_clients_own_log_holds_no_key(caplog: pytest.LogCaptureFixture) -> None:
    """Even with every logger at DEBUG, those of the SDK and of its transport included, no key is written."""
    with honest_server() as server, caplog.at_level(logging.DEBUG):
        model = OpenAIChat("m", base_url=server.base_url, api_key=KEY)
        Summarizer(model=model).summarize(NEWS)
        model.close()
    assert caplog.records
    assert not [record for record in caplog.records if KEY in repr(vars(record)) or KEY in record.getMessage()]
