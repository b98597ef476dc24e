"""The modes of structured output, against servers that refuse, ignore, or know only one form; over real HTTP."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
import scripted_server as server
from calls import SCHEMA, a_call
from scripted_server import Action, ScriptedServer

from summarizer.errors import ContextOverflow, ModelRejected
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.openai.output_modes import OUTPUT_MODES, OutputForm, OutputModes

GOOD = '{"facts": ["It lies on a lake."]}'
PROSE = "Sure! Zürich lies on a lake."


def mode_of(body: Mapping[str, Any]) -> str:
    """The mode of a request."""
    if "response_format" in body:
        return str(body["response_format"]["type"])
    return "tool" if "tools" in body else "text"


def called(arguments: object) -> Action:
    """A reply that calls the tool."""
    call = {"id": "1", "type": "function", "function": {"name": "facts", "arguments": arguments}}
    body = server.completion(None, finish="tool_calls")
    body["choices"] = [{"index": 0, "finish_reason": "tool_calls", "message": {"content": None, "tool_calls": [call]}}]
    return server.send(body)


def answered(body: Mapping[str, Any]) -> Action:
    """A good reply in the form asked for."""
    return called(GOOD) if mode_of(body) == "tool" else server.reply(GOOD)


def known(**actions: Action) -> server.Script:
    """A server's script by what each mode gets; one that is not named gets a good reply."""
    return lambda body, _number: actions.get(mode_of(body)) or answered(body)


def modes_asked(script: server.Script, *, calls: int = 1, name: str) -> tuple[list[str], list[str]]:
    """The texts of so many calls one after the other, and the modes of all requests."""
    with ScriptedServer(script) as http, closing(OpenAIChat(name, base_url=http.base_url)) as model:
        texts = [model.send(a_call()).text for _ in range(calls)]
        return texts, [mode_of(request.body) for request in http.requests]


REFUSALS = [
    pytest.param(server.status(400, "Invalid parameter: 'response_format'", param="response_format"), id="openai"),
    pytest.param(
        server.status(400, "'response_format' of type 'json_schema' is not supported with this model."), id="o"
    ),
    pytest.param(
        server.send(
            {"detail": [{"type": "enum", "loc": ["body", "response_format", "type"], "msg": "Input should be 'text'"}]},
            code=422,
        ),
        id="fastapi",
    ),
    pytest.param(
        server.send(b"json_schema: unknown variant", code=400, headers={"content-type": "text/plain"}), id="text"
    ),
    pytest.param(server.status(404, "No endpoints found that support response_format"), id="router"),
    pytest.param(server.status(400, "This feature is not supported"), id="unnamed"),
    pytest.param(server.status(501, "structured outputs are not built in"), id="not built in"),
]


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_server_without_json_schema(refusal: Action) -> None:
    """A refusal costs one request, once; from then on a JSON object is asked for, and the schema is in the prompt."""
    name = f"modes-{id(refusal)}"
    script = known(json_schema=refusal)
    with ScriptedServer(script) as http, closing(OpenAIChat(name, base_url=http.base_url)) as model:
        assert [model.send(a_call()).text for _ in range(2)] == [GOOD, GOOD]
        assert [mode_of(r.body) for r in http.requests] == ["json_schema", "json_object", "json_object"]
        with closing(OpenAIChat(name, base_url=http.base_url)) as another:
            another.send(a_call())
        assert mode_of(http.requests[-1].body) == "json_object", "remembered for the process, not for the object"
    words = http.requests[-1].body["messages"][-1]["content"]
    assert words.startswith(a_call().messages[-1].content)
    found = re.search(r'"facts":\n(\{.*\})$', words, re.DOTALL)
    assert found is not None
    assert json.loads(found[1]) == SCHEMA
    assert http.requests[-1].body["messages"][0]["content"] == a_call().messages[0].content


def test_a_server_that_knows_only_tools() -> None:
    """Two refusals lead to a tool call, whose arguments are the reply's text."""
    no = server.status(400, "response_format is not supported")
    texts, asked = modes_asked(known(json_schema=no, json_object=no), calls=2, name="modes-tools")
    assert texts == [GOOD, GOOD]
    assert asked == ["json_schema", "json_object", "tool", "tool"]


def test_the_tool_is_the_schema() -> None:
    """The one tool offered has the call's name and schema, and has to be called."""
    no = server.status(400, "response_format is not supported")
    script = known(json_schema=no, json_object=no)
    with ScriptedServer(script) as http, closing(OpenAIChat("modes-tool", base_url=http.base_url)) as model:
        model.send(a_call())
    body = http.requests[-1].body
    (tool,) = body["tools"]
    assert tool["function"]["parameters"] == SCHEMA
    assert body["tool_choice"] == {"type": "function", "function": {"name": tool["function"]["name"]}}
    assert body["messages"] == [{"role": m.role, "content": m.content} for m in a_call().messages]


@pytest.mark.parametrize("arguments", [GOOD, json.loads(GOOD)])
def test_arguments_as_text_or_as_an_object(arguments: object) -> None:
    """Some servers send the arguments parsed."""
    no = server.status(400, "response_format is not supported")
    script = known(json_schema=no, json_object=no, tool=called(arguments))
    texts, _ = modes_asked(script, name=f"modes-{type(arguments).__name__}")
    assert json.loads(texts[0]) == json.loads(GOOD)


def test_a_server_that_knows_nothing() -> None:
    """The last mode is the prompt alone, and needs nothing of the server."""
    no = server.status(400, "response_format is not supported")
    tools = server.status(400, '"auto" tool choice requires --enable-auto-tool-choice')
    texts, asked = modes_asked(known(json_schema=no, json_object=no, tool=tools), calls=2, name="modes-nothing")
    assert texts == [GOOD, GOOD]
    assert asked == ["json_schema", "json_object", "tool", "text", "text"]


def test_a_server_that_ignores_the_schema() -> None:
    """A reply that has nothing of the schema is handed on, and after the second the next mode is asked."""
    texts, asked = modes_asked(known(json_schema=server.reply(PROSE)), calls=4, name="modes-ignores")
    assert texts == [PROSE, PROSE, GOOD, GOOD]
    assert asked == ["json_schema", "json_schema", "json_object", "json_object"]


def test_one_bad_reply_is_no_verdict() -> None:
    """The repair of a bad reply is asked for in the next mode, and all other calls go on as before."""
    script = server.in_turn(server.reply(PROSE), server.reply(GOOD))
    with ScriptedServer(script) as http, closing(OpenAIChat("modes-once", base_url=http.base_url)) as model:
        model.send(a_call())
        model.send(replace(a_call("extract:c1:repair"), prompt_id="repair.v1"))
        for _ in range(4):
            model.send(a_call())
        asked = [mode_of(request.body) for request in http.requests]
    assert asked == ["json_schema", "json_object", *["json_schema"] * 4]


def test_a_mode_that_was_left_gets_another_chance() -> None:
    """After ten calls, then after twenty; a server that has come to its senses is asked in the stricter mode again."""

    def script(body: Mapping[str, Any], number: int) -> Action:
        return server.reply(PROSE if mode_of(body) == "json_schema" and number < 30 else GOOD)

    texts, asked = modes_asked(script, calls=40, name="modes-chance")
    strict = [number for number, mode in enumerate(asked, start=1) if mode == "json_schema"]
    assert strict == [1, 2, 12, 32, 33, 34, 35, 36, 37, 38, 39, 40]
    assert texts.count(PROSE) == 3


def test_other_json_than_the_schemas_is_ignoring_it_too() -> None:
    """JSON with keys of the model's own choice shows that the schema was not enforced."""
    texts, asked = modes_asked(known(json_schema=server.reply({"fact_list": []})), calls=3, name="modes-other-json")
    assert (json.loads(texts[0]), texts[2]) == ({"fact_list": []}, GOOD)
    assert asked == ["json_schema", "json_schema", "json_object"]


def test_a_reply_is_one_request() -> None:
    """A model that writes nonsense in every mode is asked once for one call, in the next mode after two of them."""
    bad = server.reply(PROSE)
    script = known(json_schema=bad, json_object=bad, tool=bad, text=bad)
    texts, asked = modes_asked(script, calls=8, name="modes-nonsense")
    assert texts == [PROSE] * 8
    assert asked == [mode for mode in ("json_schema", "json_object", "tool", "text") for _ in range(2)]


def test_refused_requests_are_counted() -> None:
    """A reply, and an error, say how many requests they took: none that a server refused for its form is forgotten."""
    no = server.status(400, "response_format is not supported")
    script = known(json_schema=no, json_object=no)
    with ScriptedServer(script) as http, closing(OpenAIChat("modes-count", base_url=http.base_url)) as model:
        assert [model.send(a_call()).requests for _ in range(2)] == [3, 1]
        assert len(http.requests) == 4
    script = known(json_schema=no, json_object=server.status(401))
    with ScriptedServer(script) as http, closing(OpenAIChat("modes-count-2", base_url=http.base_url)) as model:
        with pytest.raises(ModelRejected) as raised:
            model.send(a_call())
        assert raised.value.requests == len(http.requests) == 2


@pytest.mark.parametrize(
    "action",
    [
        server.reply('{"facts": ["It', finish="length"),
        server.refusal("I cannot"),
        server.content_filter(),
        server.empty_choices(),
        server.reply(""),
    ],
)
def test_what_says_nothing_about_the_schema(action: Action) -> None:
    """A reply that is cut, refused, filtered or empty leaves the mode as it is."""
    _, asked = modes_asked(known(json_schema=action), calls=2, name=f"modes-{id(action)}")
    assert asked == ["json_schema", "json_schema"]


def test_one_bad_reply_among_good_ones_changes_nothing() -> None:
    """A mode that has brought a good reply is not left for a bad one."""

    def script(body: Mapping[str, Any], number: int) -> Action:
        return server.reply(PROSE if number in (2, 5, 6, 9) else GOOD)

    texts, asked = modes_asked(script, calls=10, name="modes-luck")
    assert asked == ["json_schema"] * 10
    assert texts.count(PROSE) == 4


BOUNDS = [
    ("maxItems", server.status(400, "Invalid schema for response_format 'facts': 'maxItems' is not permitted.")),
    ("enum", server.status(400, "schema keyword `enum` is unsupported")),
]


@pytest.mark.parametrize(("bound", "refusal"), BOUNDS)
def test_a_bound_that_is_refused_is_left_out(bound: str, refusal: Action) -> None:
    """The rest of the schema stays, in the same mode; a field of that name is no bound; what works is remembered."""
    schema = {
        "type": "object",
        "properties": {
            "facts": {"type": "array", "items": {"type": "string", "enum": ["a"]}, "maxItems": 3},
            "enum": {"type": "string"},
        },
        "required": ["facts", "enum"],
        "additionalProperties": False,
    }
    call = replace(a_call(), schema=schema)

    def script(body: Mapping[str, Any], number: int) -> Action:
        sent = body["response_format"]["json_schema"]["schema"]["properties"]["facts"]
        refused = bound in sent or bound in sent["items"]
        return refusal if refused else server.reply({"facts": ["a"], "enum": "x"})

    with ScriptedServer(script) as http, closing(OpenAIChat(f"modes-{bound}", base_url=http.base_url)) as model:
        model.send(call)
        model.send(call)
    assert len(http.requests) == 3
    sent = http.requests[-1].body["response_format"]["json_schema"]["schema"]
    assert set(sent["properties"]) == {"facts", "enum"}
    kept = {"maxItems", "enum"} - {bound}
    assert kept == {"maxItems", "enum"} & {*sent["properties"]["facts"], *sent["properties"]["facts"]["items"]}


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (server.status(400, "API key not valid. Please pass a valid API key."), ModelRejected),
        (server.status(401, "response_format"), ModelRejected),
        (server.status(404, "The model is not supported"), ModelRejected),
        (server.status(400, "maximum context length is 32; response_format"), ContextOverflow),
    ],
)
def test_other_refusals_are_final(action: Action, kind: type[Exception]) -> None:
    """A wrong key, an unknown model, a long prompt: no other form would help, and none is tried."""
    with ScriptedServer(server.always(action)) as http, closing(OpenAIChat("final", base_url=http.base_url)) as model:
        with pytest.raises(kind) as caught:
            model.send(a_call())
        assert type(caught.value) is kind
        assert len(http.requests) == 1


def test_a_server_that_refuses_every_form_remembers_nothing() -> None:
    """What did not work in the end is not taken for knowledge; the plainest request of all is tried once."""
    action = server.status(400, "response_format, tools and all else are not supported")
    with (
        ScriptedServer(server.always(action)) as http,
        closing(OpenAIChat("modes-all", base_url=http.base_url)) as model,
    ):
        for _ in range(2):
            with pytest.raises(ModelRejected, match="not supported"):
                model.send(a_call())
        asked = [mode_of(r.body) for r in http.requests]
    assert asked == [*OUTPUT_MODES, "text", *OUTPUT_MODES]


def test_a_call_without_a_schema_has_no_mode() -> None:
    """Plain words are asked for plainly, and tell nothing about the modes."""
    with ScriptedServer(server.always(server.reply("Yes"))) as http:
        with closing(OpenAIChat("modes-words", base_url=http.base_url)) as model:
            assert model.send(replace(a_call(), schema={})).text == "Yes"
        assert mode_of(http.requests[0].body) == "text"
        assert http.requests[0].body["messages"][-1]["content"] == a_call().messages[-1].content
        with closing(OpenAIChat("modes-words", base_url=http.base_url)) as model:
            model.send(a_call())
        assert mode_of(http.requests[-1].body) == "json_schema"


def test_many_threads_learn_one_thing() -> None:
    """Calls at once on a server that ignores schemas cost no other bad replies, and the next mode is the one in use."""
    script = known(json_schema=server.reply(PROSE))
    with ScriptedServer(script) as http, closing(OpenAIChat("modes-threads", base_url=http.base_url)) as model:
        with ThreadPoolExecutor(8) as pool:
            replies = list(pool.map(model.send, [a_call(f"extract:c{i}") for i in range(24)]))
        assert sum(reply.text != GOOD for reply in replies) <= 10
        assert len(http.requests) == 24
        for _ in range(3):
            model.send(a_call())
        assert [mode_of(request.body) for request in http.requests[24:]].count("json_object") >= 2


def test_what_was_found_is_logged_without_the_article(caplog: pytest.LogCaptureFixture) -> None:
    """One line at INFO names model, server and mode, and no word of prompt or reply."""
    with caplog.at_level(logging.INFO, logger="summarizer"):
        modes_asked(known(json_schema=server.reply(PROSE)), calls=4, name="modes-log")
    lines = [record.getMessage() for record in caplog.records if record.name == "summarizer.models.openai.output_modes"]
    (line,) = lines
    assert "modes-log" in line
    assert "127.0.0.1" in line
    assert "json_object" in line
    assert "Zürich" not in caplog.text


def test_a_good_reply_in_flight_brings_a_mode_back() -> None:
    """Bad replies that turn out to be the exception among calls at once cost nothing for long."""
    modes, top = OutputModes(shown="m"), OutputForm()
    for _ in range(2):
        modes.note_reply(top, good=False)
    assert modes.form == OutputForm(mode="json_object")
    modes.note_reply(top, good=True)
    assert modes.form == top


def test_a_mode_refused_by_name_never_comes_back() -> None:
    """A server that said no is not asked again, neither because of a late reply nor after many calls."""
    modes = OutputModes(shown="m")
    modes.note_refused(OutputForm(), taken=OutputForm(mode="tool"), named=True)
    modes.note_reply(OutputForm(), good=True)
    assert {modes.begin(a_call()) for _ in range(50)} == {OutputForm(mode="tool")}


def test_a_refusal_that_names_nothing_is_no_last_word() -> None:
    """The mode that worked is used, and the other is tried again after ten calls."""
    modes, lower = OutputModes(shown="m"), OutputForm(mode="json_object")
    modes.note_refused(OutputForm(), taken=lower, named=False)
    assert [modes.begin(a_call()) for _ in range(10)] == [lower] * 9 + [OutputForm()]


def test_a_mode_that_answered_is_not_given_up_for_one_refusal() -> None:
    """A router may have asked another provider this once."""
    modes = OutputModes(shown="m")
    modes.note_reply(OutputForm(), good=True)
    modes.note_refused(OutputForm(), taken=OutputForm(mode="json_object"), named=True)
    assert modes.form == OutputForm()


def test_watching_ends() -> None:
    """After three good replies a mode is trusted; the last one always is."""
    modes = OutputModes(shown="m")
    assert not modes.is_trusted(OutputForm())
    for _ in range(3):
        modes.note_reply(OutputForm(), good=True)
    assert modes.is_trusted(OutputForm())
    assert modes.is_trusted(OutputForm(mode="text"))


def test_a_protocol_may_know_fewer_modes() -> None:
    """What is refused or fails leads to the next of those that there are."""
    modes = OutputModes(shown="m", modes=("json_schema", "tool", "text"))
    for _ in range(2):
        modes.note_reply(OutputForm(), good=False)
    assert modes.form == OutputForm(mode="tool")
    modes.note_refused(OutputForm(mode="tool"), taken=OutputForm(mode="text"), named=True)
    assert modes.form == OutputForm(mode="text")
