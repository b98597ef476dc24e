"""How a result came about, as a value."""

from __future__ import annotations

from scripts import honest

from summarizer import ScriptedModel, Summarizer, Trace
from summarizer.errors import ModelUnavailable

TEXT = "The council of Brenta closed the old bridge on 3 May 2026. Engineers had found cracks in two of its piers."


def test_a_trace_names_all_that_took_part() -> None:
    """Model, prompts, version and options, and who stood in for whom; JSON keeps all of it."""
    down = ScriptedModel(lambda call: ModelUnavailable("down"), name="first")
    second = ScriptedModel(honest(), name="second")
    retry_nothing = Summarizer(model=down, fallback_model=second, length="short", exam="never")
    trace = retry_nothing.summarize(TEXT).trace
    assert (trace.engine, trace.model, trace.length, trace.fallback_models) == ("model", "first", "short", ("second",))
    assert [prompt.id for prompt in trace.prompts]
    assert {(one.model, one.fallback, one.error) for one in trace.fallbacks} == {
        ("first", "second", "ModelUnavailable")
    }
    assert Trace.model_validate_json(trace.model_dump_json()) == trace
