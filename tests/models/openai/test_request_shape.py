"""In which shape a call is sent again after a server refused a part of it by name."""

from __future__ import annotations

import openai
import pytest
import scripted_server as server
from scripted_server import ScriptedServer, always

from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.openai.request_shape import Refusal, RequestShape

FIRST = RequestShape(form=OutputForm(), temperature=True, limit_name="max_tokens")


def refusal(named: str, *, status: int = 400) -> Refusal:
    """A refusal that names a parameter."""
    return Refusal(status=status, named=named, words=f"{named} is wrong")


def test_a_temperature_that_is_refused_is_left_out() -> None:
    """Once; where it is refused again, something else is meant."""
    shape = FIRST.after(refusal("temperature"), has_schema=True)
    assert shape is not None
    assert not shape.temperature
    assert shape.after(refusal("temperature"), has_schema=True) is None


def test_a_limit_goes_by_its_other_name_once() -> None:
    """Both names refused are a limit that is wrong, whatever it is called."""
    shape = FIRST.after(refusal("max_tokens"), has_schema=True)
    assert shape is not None
    assert shape.limit_name == "max_completion_tokens"
    assert shape.after(refusal("max_completion_tokens"), has_schema=True) is None


def test_a_form_that_is_refused_gives_way_to_the_next() -> None:
    """Only for a call that has a schema."""
    shape = FIRST.after(refusal("response_format"), has_schema=True)
    assert shape is not None
    assert shape.form.mode == "json_object"
    assert FIRST.after(refusal("response_format"), has_schema=False) is None


@pytest.mark.parametrize("status", [401, 404, 500])
def test_other_statuses_refuse_no_parameter(status: int) -> None:
    """A key, a model or an outage is not mended by another shape."""
    assert FIRST.after(refusal("temperature max_tokens", status=status), has_schema=False) is None


def test_one_point_is_changed_at_a_time() -> None:
    """A server that names two parameters is asked twice more."""
    both = refusal("temperature, max_tokens")
    shape = FIRST.after(both, has_schema=True)
    assert shape is not None
    assert (shape.temperature, shape.limit_name) == (False, "max_tokens")
    shape = shape.after(both, has_schema=True)
    assert shape is not None
    assert (shape.temperature, shape.limit_name) == (False, "max_completion_tokens")


def status_error(message: str, *, param: str | None = None) -> openai.APIStatusError:
    """What the client raises for a status of 400."""
    with (
        ScriptedServer(always(server.status(400, message, param=param))) as http,
        openai.OpenAI(base_url=http.base_url, api_key="k", max_retries=0) as client,
        pytest.raises(openai.APIStatusError) as caught,
    ):
        client.chat.completions.create(model="m", messages=[{"role": "user", "content": "x"}])
    return caught.value


def test_what_a_server_said_is_read_from_the_clients_error() -> None:
    """The parameter it names, or all its words; a prompt that is too long refuses no shape."""
    named = Refusal.of(status_error("Unsupported value", param="temperature"))
    assert named is not None
    assert (named.status, named.named, named.of_temperature) == (400, "temperature", True)
    unnamed = Refusal.of(status_error("max_tokens is not supported"))
    assert unnamed is not None
    assert unnamed.of_limit_name
    assert Refusal.of(status_error("max_tokens is too large: the maximum context length is 32")) is None
