"""An `OpenAIChat` asks OpenAI, or any server that speaks the same: Azure, vLLM, Ollama, llama.cpp and others.

OpenAIChat("qwen3", base_url="http://localhost:11434/v1").send(call)  ->  Reply(text="…", …)
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from summarizer.as_given import AsGiven
from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError, ContextOverflow, ModelError, ModelUnavailable
from summarizer.models.http.connection import Connection, connection_of, transport_of
from summarizer.models.http.endpoint import Endpoint, endpoint, secrets_to_mask
from summarizer.models.http.rate_limits import allowance_of
from summarizer.models.loop_thread import LoopThread
from summarizer.models.openai.by_batch.endpoint import OpenAIBatches
from summarizer.models.openai.by_batch.lines import BatchLines
from summarizer.models.openai.cut_prompt import cut_prompt
from summarizer.models.openai.errors import Size, translate
from summarizer.models.openai.learnt import learnt_of
from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.openai.refusal import Refusal
from summarizer.models.openai.request import request_body
from summarizer.models.openai.request_shape import RequestShape
from summarizer.models.openai.response import read_completion
from summarizer.models.openai.second_tries import Next, SecondTries
from summarizer.models.request_policy import RequestPolicy

if TYPE_CHECKING:
    import openai

# Names of models that take no temperature: o1, o3-mini, o4-mini-2025…, gpt-5, gpt-5-mini, gpt-5.2-pro; not
# gpt-5-chat-latest, which does.
_REASONING = r"o\d+(-.*)?|gpt-5(?!-chat)([.-].*)?"


class OpenAIChat(AsGiven):
    """A chat model behind an OpenAI-compatible server; satisfies `ChatModel`.

    One `send` or `asend` is one try, and ends within `timeout` seconds with a `Reply` or a `ModelError`. The same
    object serves any number of threads and event loops, one after the other or at once. The key is in no `repr`, error
    or log.

    The request asks for temperature 0, which reasoning models do not take and are not sent. The output limit goes as
    `max_completion_tokens` to OpenAI and Azure, whose reasoning models refuse the old name, and as `max_tokens` to all
    others, because many of them silently ignore the new name and would then write without a limit. The schema goes in
    the strictest mode that the server takes: a strict JSON schema, a JSON object with the schema in the prompt, a tool
    call, or the prompt alone.

    What a server refuses, or fails at, gets one second try of the right kind within the same try: without a parameter
    that it names, with the number that it names, with the system's words in front of the user's, in a form lower
    (`summarizer.models.openai.second_tries`). What then works is remembered for this model at this base URL, for the
    life of the process (`summarizer.models.openai.learnt`).
    """

    def __init__(
        self,
        name: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = 120.0,
        request: RequestPolicy | None = None,
    ) -> None:
        """Nothing is sent and no connection is opened yet.

        Args:
            name: the model's name as the server knows it, such as `gpt-5-mini`; on Azure the deployment's name.
            base_url: the root of the API, mostly ending in `/v1`; default `OPENAI_BASE_URL`, else OpenAI's own.
            api_key: default `OPENAI_API_KEY`, read now; a server of your own may need none.
            timeout: seconds for one try, from connecting to the last byte, above 0; 120 lets a reasoning model think
                and a small machine write, and is far below the client's own 600, after which few servers still answer.
            request: what else is set for each request; its `timeout`, where it has one, comes before the other.

        Raises:
            ConfigError: a name, URL, key, timeout, proxy or file of certificates that cannot work.
        """
        if not name.strip():
            raise ConfigError("the model's name is empty; give one such as 'gpt-5-mini'")
        asked = request or RequestPolicy()
        within = RequestPolicy(timeout=timeout if asked.timeout is None else asked.timeout).timeout or timeout
        import openai  # noqa: PLC0415 -- heavy: 0.3 s

        self._sdk = openai
        self._name = name.strip()
        where = endpoint(base_url=base_url, api_key=api_key, headers=asked.extra_headers)
        connection = connection_of(where.url, request=asked)
        self._endpoint = replace(where, secrets=secrets_to_mask((*where.secrets, *connection.secrets)))
        self._via = connection.via
        self._request = asked
        self._timeout = within
        first = RequestShape(
            form=OutputForm(),
            limit_name="max_completion_tokens" if self._endpoint.is_openai else "max_tokens",
            dropped=frozenset() if self._asked_temperature is not None else frozenset({"temperature"}),
        )
        self._learnt = learnt_of(url=self._endpoint.url, model=self._name, first=first)
        client = partial(_open_client, where, connection, timeout=within, headers=asked.extra_headers)
        self._thread = LoopThread(client, name="summarizer-openai")

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
        where = self._endpoint
        hidden = (where.url, where.key, where.fingerprint, sorted(self._request.extra_headers.items()))
        return hashlib.sha256(repr(hidden).encode()).hexdigest()

    @property
    def settings(self) -> Mapping[str, object]:
        """What is asked for by the model's name and the policy; what a server then refuses follows from it.

        What the base URL holds beside the address goes in as a hash: another query may be another deployment.
        """
        asked = self._request.shaping
        if self._asked_temperature is not None:
            asked["temperature"] = self._asked_temperature
        hidden = self._endpoint.fingerprint
        return asked if hidden is None else {**asked, "url_sha256": hidden}

    @property
    def batches(self) -> OpenAIBatches:
        """The server's batch endpoint for this model; whether there is one shows when it is used."""
        extra = dict(self._request.extra_body)
        lines = BatchLines(
            where=self._endpoint,
            learnt=self._learnt,
            bounded=self._bounded,
            body_of=lambda call, shape: {**self._body(call, shape), **extra},
        )
        return OpenAIBatches(self._thread, lines=lines, via=self._via)

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
                return await self._ask_until_taken(client, call)
        except TimeoutError:
            text = f"{self._endpoint.shown}: no complete answer within {seconds:.3g} seconds"
        raise ModelUnavailable(text, call_id=call.id)

    async def _ask_until_taken(self, client: openai.AsyncOpenAI, call: Call) -> Reply:
        """Send the call; again where the server refused or failed at something that a second try may mend."""
        call = self._bounded(call)
        tries = SecondTries(call, learnt=self._learnt)
        while True:
            try:
                reply = await self._post(client, call, tries.shape)
                break
            except self._sdk.APIStatusError as error:
                further = tries.after(Refusal.of(error))
                failure = self._error_of(error, call, size=further.size)
            except self._sdk.OpenAIError as error:
                further, failure = Next(), self._error_of(error, call)
            except ModelError as error:
                further, failure = Next(), error
            # Raised out here, so that the client's error, whose words are not masked, does not hang on to it.
            if further.reply is not None:
                return replace(further.reply, requests=tries.requests)
            if further.shape is None:
                failure.requests = tries.requests
                raise failure
        tries.note_taken(reply)
        return replace(reply, requests=tries.requests)

    def _error_of(self, error: openai.OpenAIError, call: Call, *, size: Size = "") -> ModelError:
        where = self._endpoint
        return translate(error, call_id=call.id, server=where.shown, mask=where.mask, size=size, via=self._via)

    @property
    def _asked_temperature(self) -> float | None:
        """The temperature that is asked for; None for a model that takes none, unless the policy has one."""
        if self._request.temperature is not None:
            return self._request.temperature
        return 0 if _takes_temperature(self._name) else None

    def _bounded(self, call: Call) -> Call:
        """The call with the output limit that the policy allows."""
        most = self._request.max_output_tokens
        return call if most is None else replace(call, max_output_tokens=min(call.max_output_tokens, most))

    def _body(self, call: Call, shape: RequestShape) -> dict[str, Any]:
        """The body of a request, without the fields that the policy adds."""
        asked = self._request
        body: dict[str, Any] = {
            "model": self._name,
            **request_body(call, form=shape.form, merged=shape.merged),
            "temperature": self._asked_temperature,
            shape.limit_name: shape.limit_of(call),
        }
        if call.top_logprobs:
            body |= {"logprobs": True, "top_logprobs": shape.chances_of(call)}
        if asked.seed is not None:
            body["seed"] = asked.seed
        if asked.reasoning_effort:
            body["reasoning_effort"] = asked.reasoning_effort
        return {name: value for name, value in body.items() if name not in shape.dropped}

    async def _post(self, client: openai.AsyncOpenAI, call: Call, shape: RequestShape) -> Reply:
        """Send one request."""
        body = self._body(call, shape)
        # The raw body: what the client makes of one that is no completion depends on its content type.
        response = await client.chat.completions.with_raw_response.create(
            **body, extra_body=self._request.extra_body or None
        )
        try:
            reply = read_completion(response.content, mask=self._endpoint.mask)
        except ValueError as error:
            text = f"{self._endpoint.shown}: {error} (is the base URL right? most end in /v1)"
        else:
            cut = cut_prompt(call, tokens_in=reply.tokens.tokens_in)
            if cut:
                raise ContextOverflow(f"{self._endpoint.shown}: {cut}", call_id=call.id)
            return replace(reply, allowance=allowance_of(response.headers))
        raise ModelUnavailable(text, call_id=call.id)


def _open_client(
    where: Endpoint, connection: Connection, *, timeout: float, headers: Mapping[str, str]
) -> openai.AsyncOpenAI:
    """A client of the server; it retries nothing and follows no redirect to another origin."""
    import openai  # noqa: PLC0415 -- heavy; loaded by then

    transport = transport_of(where, connection, limits=openai.DEFAULT_CONNECTION_LIMITS)
    login = {"Authorization": where.authorization} if where.authorization else {}
    return openai.AsyncOpenAI(
        base_url=where.url,
        api_key=where.key,
        default_headers={**login, **headers},
        timeout=timeout,
        max_retries=0,  # retries are made in one place, summarizer.runtime.retry
        http_client=openai.DefaultAsyncHttpxClient(transport=transport, timeout=timeout, follow_redirects=False),
    )


def _takes_temperature(name: str) -> bool:
    # The last part, because routers write the maker first: openai/gpt-5-mini.
    return re.fullmatch(_REASONING, name.rpartition("/")[2]) is None
