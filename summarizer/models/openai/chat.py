"""An `OpenAIChat` asks OpenAI, or any server that speaks the same: Azure, vLLM, Ollama, llama.cpp and others.

OpenAIChat("qwen3", base_url="http://localhost:11434/v1").send(call)  ->  Reply(text="…", …)
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import math
import re
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError, ModelError, ModelUnavailable
from summarizer.models.loop_thread import LoopThread
from summarizer.models.openai.endpoint import Endpoint, endpoint
from summarizer.models.openai.errors import is_content_filter, translate
from summarizer.models.openai.output_modes import OutputForm, matches_schema, modes_of
from summarizer.models.openai.rate_limits import allowance_of
from summarizer.models.openai.request import request_body
from summarizer.models.openai.request_shape import LimitName, Refusal, RequestShape
from summarizer.models.openai.response import read_completion

if TYPE_CHECKING:
    import openai

# Names of models that take no temperature: o1, o3-mini, o4-mini-2025…, gpt-5, gpt-5-mini, gpt-5.2-pro; not
# gpt-5-chat-latest, which does.
_REASONING = r"o\d+(-.*)?|gpt-5(?!-chat)([.-].*)?"

_log = logging.getLogger(__name__)


class OpenAIChat:
    """A chat model behind an OpenAI-compatible server; satisfies `ChatModel`.

    One `send` or `asend` is one try, and ends within `timeout` seconds with a `Reply` or a `ModelError`. The same
    object serves any number of threads and event loops, one after the other or at once. The key is in no `repr`, error
    or log.

    The request asks for temperature 0, which reasoning models do not take and are not sent. The output limit goes as
    `max_completion_tokens` to OpenAI and Azure, whose reasoning models refuse the old name, and as `max_tokens` to all
    others, because many of them silently ignore the new name and would then write without a limit. Where a server
    answers 400 and names one of these parameters, the call is sent again without it, or with the other name, and what
    then works is remembered for this object. The schema goes in the strictest mode that the server takes: a strict JSON
    schema, a JSON object with the schema in the prompt, a tool call, or the prompt alone; which one is found by the
    server's answers and remembered for the process (`summarizer.models.openai.output_modes`).
    """

    def __init__(
        self,
        name: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = 120.0,
    ) -> None:
        """Nothing is sent and no connection is opened yet.

        Args:
            name: the model's name as the server knows it, such as `gpt-5-mini`; on Azure the deployment's name.
            base_url: the root of the API, mostly ending in `/v1`; default `OPENAI_BASE_URL`, else OpenAI's own.
            api_key: default `OPENAI_API_KEY`, read now; a server of your own may need none.
            timeout: seconds for one try, from connecting to the last byte, above 0; 120 lets a reasoning model think
                and a small machine write, and is far below the client's own 600, after which few servers still answer.

        Raises:
            ConfigError: a name, URL, key or timeout that cannot work.
        """
        if not name.strip():
            raise ConfigError("the model's name is empty; give one such as 'gpt-5-mini'")
        if not (math.isfinite(timeout) and timeout > 0):
            raise ConfigError(f"timeout must be a number of seconds above 0, not {timeout!r}")
        import openai  # noqa: PLC0415 -- heavy: 0.3 s

        self._sdk = openai
        self._name = name.strip()
        self._endpoint = endpoint(base_url=base_url, api_key=api_key)
        self._timeout = timeout
        self._temperature = _takes_temperature(self._name)
        self._limit_name: LimitName = "max_completion_tokens" if self._endpoint.is_openai else "max_tokens"
        self._modes = modes_of(url=self._endpoint.url, model=self._name)
        self._thread = LoopThread(partial(_open_client, self._endpoint, timeout), name="summarizer-openai")

    @property
    def kind(self) -> str:
        """The name under which a cache keeps its replies; older caches know it by this one."""
        return "summarizer.models.openai_chat.OpenAIChat"

    @property
    def name(self) -> str:
        """The model's name as the server knows it."""
        return self._name

    @property
    def address(self) -> str:
        """The base URL, its credentials and query masked."""
        return self._endpoint.shown

    @property
    def account(self) -> str:
        """A fingerprint of base URL and key: equal for models that draw on the same rate limits."""
        return hashlib.sha256(f"{self._endpoint.url}\n{self._endpoint.key}".encode()).hexdigest()

    @property
    def settings(self) -> Mapping[str, object]:
        """What is asked for by the model's name; what a server then refuses follows from it and its address."""
        return {"temperature": 0} if _takes_temperature(self._name) else {}

    def __repr__(self) -> str:
        return f"OpenAIChat({self._name!r}, base_url={self._endpoint.shown!r})"

    def send(self, call: Call) -> Reply:
        """Answer one call.

        Raises:
            ModelError: no reply came; `ModelUnavailable`, `ModelBusy` or `ModelRejected` say why.
        """
        future = self.start_call(call)
        try:
            return future.result()
        finally:
            future.cancel()  # after an interrupt nobody waits for the reply; nothing happens when it is there

    async def asend(self, call: Call) -> Reply:
        """Answer one call without blocking the event loop; same replies and errors as `send`."""
        return await asyncio.wrap_future(self.start_call(call))

    def close(self) -> None:
        """Close the connections; calls under way end with a `ModelError`, and a later call opens new ones."""
        self._thread.close()

    async def aclose(self) -> None:
        """Close the connections without blocking the event loop; same as `close`."""
        await asyncio.to_thread(self._thread.close)

    def start_call(self, call: Call) -> Future[Reply]:
        """Begin one call; cancelling the future breaks it off, whatever it waits for."""
        closed = ModelError("the model was closed while the call was under way", call_id=call.id)
        return self._thread.submit(lambda client: self._within_time(client, call), closed=closed)

    async def _within_time(self, client: openai.AsyncOpenAI, call: Call) -> Reply:
        # The client's own timeout starts anew with every byte: a server that drips would hold the call for ever.
        seconds = self._timeout if call.seconds is None else min(self._timeout, call.seconds)
        try:
            async with asyncio.timeout(seconds):
                return await self._ask_and_learn(client, call)
        except TimeoutError:
            text = f"{self._endpoint.shown}: no complete answer within {seconds:.3g} seconds"
        raise ModelUnavailable(text, call_id=call.id)

    async def _ask_and_learn(self, client: openai.AsyncOpenAI, call: Call) -> Reply:
        """Send the call; a reply that shows that the server ignores the schema is for a repair, in the next mode."""
        reply, form = await self._ask_until_taken(client, call)
        is_whole = reply.finish == "stop" and bool(reply.text.strip())
        if call.schema and is_whole and not self._modes.is_trusted(form):
            self._modes.note_reply(form, good=matches_schema(reply.text, schema=call.schema))
        return reply

    async def _ask_until_taken(self, client: openai.AsyncOpenAI, call: Call) -> tuple[Reply, OutputForm]:
        """Send the call; again for each parameter, bound or mode that the server refuses by name, each of them once."""
        first = shape = self._known_shape()
        requests = 0
        while True:
            requests += 1
            try:
                reply = await self._post(client, call, shape)
                break
            except self._sdk.APIStatusError as error:
                if is_content_filter(error):
                    return Reply(text="", finish="content_filter", requests=requests), shape.form
                refusal = Refusal.of(error)
                other = shape.after(refusal, has_schema=bool(call.schema)) if refusal else None
                failure = self._error_of(error, call)
            except self._sdk.OpenAIError as error:
                other = None
                failure = self._error_of(error, call)
            # Raised out here, so that the client's error, whose words are not masked, does not hang on to it.
            if other is None:
                failure.requests = requests
                raise failure
            shape = other
        self._remember(shape, first=first)
        return replace(reply, requests=requests), shape.form

    def _known_shape(self) -> RequestShape:
        return RequestShape(form=self._modes.form, temperature=self._temperature, limit_name=self._limit_name)

    def _remember(self, taken: RequestShape, *, first: RequestShape) -> None:
        """Begin with what the server took; only with what changed, as another call may have learnt something else."""
        changed = []
        if taken.temperature != first.temperature:
            self._temperature = taken.temperature
            changed.append("temperature")
        if taken.limit_renamed:
            self._limit_name = taken.limit_name
            changed.append(first.limit_name)
        if changed:
            text = "%s at %s is asked without its refused parameters from now on: %s"
            _log.info(text, self._name, self._endpoint.shown, ", ".join(changed))
        if taken.form != first.form:
            self._modes.note_accepted(taken.form)

    def _error_of(self, error: openai.OpenAIError, call: Call) -> ModelError:
        return translate(error, call_id=call.id, server=self._endpoint.shown, mask=self._endpoint.mask)

    async def _post(self, client: openai.AsyncOpenAI, call: Call, shape: RequestShape) -> Reply:
        """Send one request."""
        omit = self._sdk.omit
        body: dict[str, Any] = {
            "model": self._name,
            **request_body(call, form=shape.form),
            "temperature": 0 if shape.temperature else omit,
            shape.limit_name: call.max_output_tokens,
            "logprobs": True if call.top_logprobs else omit,
            "top_logprobs": call.top_logprobs or omit,
        }
        # The raw body: what the client makes of one that is no completion depends on its content type.
        response = await client.chat.completions.with_raw_response.create(**body)
        try:
            reply = read_completion(response.content, mask=self._endpoint.mask)
        except ValueError as error:
            text = f"{self._endpoint.shown}: {error} (is the base URL right? most end in /v1)"
        else:
            return replace(reply, allowance=allowance_of(response.headers))
        raise ModelUnavailable(text, call_id=call.id)


def _open_client(where: Endpoint, timeout: float) -> openai.AsyncOpenAI:
    import openai  # noqa: PLC0415 -- heavy; loaded by then

    try:
        return openai.AsyncOpenAI(
            base_url=where.url,
            api_key=where.key,
            default_headers={"Authorization": where.authorization} if where.authorization else None,
            timeout=timeout,
            default_query=dict(where.query),  # the client would write the path behind it
            max_retries=0,  # retries are made in one place, summarizer.runtime.retry
        )
    except (ValueError, ImportError) as error:
        raise ConfigError(f"cannot use the proxy of the environment (HTTPS_PROXY and the like): {error}") from error


def _takes_temperature(name: str) -> bool:
    # The last part, because routers write the maker first: openai/gpt-5-mini.
    return re.fullmatch(_REASONING, name.rpartition("/")[2]) is None
