"""An `AnthropicChat` asks Anthropic's models, or any server that speaks the Messages API.

AnthropicChat("claude-sonnet-5").send(call)  ->  Reply(text="…", …)
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError, MissingExtra, ModelError, ModelUnavailable
from summarizer.models.anthropic.errors import is_content_filter, translate
from summarizer.models.anthropic.kept_prefixes import Prefixes
from summarizer.models.anthropic.rate_limits import allowance_of
from summarizer.models.anthropic.request import MODES, asked_of, keeping_article, request_body, shared_part
from summarizer.models.anthropic.request_shape import Refusal, RequestShape, known_shape
from summarizer.models.anthropic.response import read_message
from summarizer.models.http.connection import Connection, connection_of, transport_of
from summarizer.models.http.endpoint import Endpoint, Service, endpoint, secrets_to_mask
from summarizer.models.loop_thread import LoopThread
from summarizer.models.openai.output_modes import OutputForm, modes_of
from summarizer.models.openai.schema_fit import matches_schema
from summarizer.models.request_policy import RequestPolicy

if TYPE_CHECKING:
    import anthropic

# The extra of this library that brings the SDK.
EXTRA = "anthropic"
SERVICE = Service(
    name="Anthropic",
    url="https://api.anthropic.com",
    hosts=("api.anthropic.com",),
    url_variable="ANTHROPIC_BASE_URL",
    key_variables=("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"),
)
_PATH = "/v1/messages"

_log = logging.getLogger(__name__)


class AnthropicChat:
    """A chat model behind the Messages API; satisfies `ChatModel`.

    One `send` or `asend` is one try, and ends within `timeout` seconds with a `Reply` or a `ModelError`. The same
    object serves any number of threads and event loops, one after the other or at once. The key is in no `repr`, error
    or log.

    The schema goes as the API's structured output, or, where a model or server does not take that, as a tool that has
    to be called, or in the prompt alone; what it takes is found by its answers and remembered for the process. An
    article is kept by the server from the second call on that asks for the same shape about it. A temperature is not
    sent unless the policy has one, as the present models take none.
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
            name: the model's name as the server knows it, such as `claude-sonnet-5`.
            base_url: what stands before `/v1/messages`; default `ANTHROPIC_BASE_URL`, else Anthropic's own.
            api_key: default `ANTHROPIC_API_KEY`, else `ANTHROPIC_AUTH_TOKEN`, read now; a server of your own may need
                none.
            timeout: seconds for one try, from connecting to the last byte, above 0.
            request: what is set for each request; its timeout counts before `timeout`. Its reasoning effort is the
                API's `effort`; there is no seed in it, as the API draws by none.

        Raises:
            ConfigError: a name, URL, key, timeout, proxy or file of certificates that cannot work, or a seed.
            MissingExtra: the extra `anthropic` is not installed.
        """
        if not name.strip():
            raise ConfigError("the model's name is empty; give one such as 'anthropic:claude-sonnet-5'")
        asked = request or RequestPolicy()
        within = RequestPolicy(timeout=timeout if asked.timeout is None else asked.timeout).timeout or timeout
        if asked.seed is not None:
            raise ConfigError(f"Anthropic's API draws by no seed; leave seed={asked.seed} out for {name.strip()}")
        if find_spec("anthropic") is None:
            raise MissingExtra(what=f"the model {name.strip()} of Anthropic", extra=EXTRA)
        import anthropic  # noqa: PLC0415 -- heavy, and an extra

        self._sdk = anthropic
        self._name = name.strip()
        where = endpoint(base_url=base_url, api_key=api_key, service=SERVICE, headers=asked.extra_headers)
        connection = connection_of(where.url, request=asked)
        self._endpoint = replace(where, secrets=secrets_to_mask((*where.secrets, *connection.secrets)))
        self._via = connection.via
        self._request = asked
        self._timeout = within
        self._known = known_shape(url=self._endpoint.url, model=self._name)
        self._modes = modes_of(url=self._endpoint.url, model=f"anthropic:{self._name}", modes=MODES)
        self._prefixes = Prefixes()
        client = partial(_open_client, where, connection, timeout=within, headers=asked.extra_headers)
        self._thread = LoopThread(client, name="summarizer-anthropic")

    @property
    def kind(self) -> str:
        """The name under which a cache keeps its replies, whatever becomes of the class."""
        return "summarizer.models.anthropic.AnthropicChat"

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
        """What goes with every request and shapes the reply, beside the model's name.

        What the base URL holds beside the address goes in as a hash: another query may be another deployment.
        """
        hidden = self._endpoint.fingerprint
        return self._request.shaping if hidden is None else {**self._request.shaping, "url_sha256": hidden}

    def __repr__(self) -> str:
        return f"AnthropicChat({self._name!r}, base_url={self._endpoint.shown!r})"

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

    def start_call(self, call: Call) -> Future[Reply]:
        """Begin one call; cancelling the future breaks it off, whatever it waits for."""
        closed = ModelError("the model was closed while the call was under way", call_id=call.id)
        return self._thread.submit(lambda client: self._within_time(client, call), closed=closed)

    def close(self) -> None:
        """Close the connections; calls under way end with a `ModelError`, and a later call opens new ones."""
        self._thread.close()

    async def aclose(self) -> None:
        """Close the connections without blocking the event loop; same as `close`."""
        await asyncio.to_thread(self._thread.close)

    async def _within_time(self, client: anthropic.AsyncAnthropic, call: Call) -> Reply:
        # The client's own timeout starts anew with every byte: a server that drips would hold the call for ever.
        seconds = self._timeout if call.seconds is None else min(self._timeout, call.seconds)
        try:
            async with asyncio.timeout(seconds):
                return await self._ask_and_learn(client, call)
        except TimeoutError:
            text = f"{self._endpoint.shown}: no complete answer within {seconds:.3g} seconds"
        raise ModelUnavailable(text, call_id=call.id)

    async def _ask_and_learn(self, client: anthropic.AsyncAnthropic, call: Call) -> Reply:
        """Send the call; a reply that shows that the server ignores the schema is for a repair, in the next mode."""
        reply, shape = await self._ask_until_taken(client, call)
        form = OutputForm(mode=shape.mode)
        is_whole = reply.finish == "stop" and bool(reply.text.strip())
        if call.schema and is_whole and not self._modes.is_trusted(form):
            self._modes.note_reply(form, good=matches_schema(reply.text, schema=call.schema))
        return reply

    async def _ask_until_taken(self, client: anthropic.AsyncAnthropic, call: Call) -> tuple[Reply, RequestShape]:
        """Send the call; again for each point of its shape that the server refuses, each of them once."""
        most = self._request.max_output_tokens
        if most is not None:
            call = replace(call, max_output_tokens=min(call.max_output_tokens, most))
        first = shape = replace(self._known.shape, mode=self._modes.begin(call).mode)
        requests = 0
        while True:
            requests += 1
            try:
                reply = await self._post(client, call, shape)
                break
            except self._sdk.APIStatusError as error:
                if is_content_filter(error):
                    return Reply(text="", finish="content_filter", requests=requests), shape
                other = self._shape_after(error, call, shape)
                failure = self._error_of(error, call)
            except self._sdk.AnthropicError as error:
                other = None
                failure = self._error_of(error, call)
            # Raised out here, so that the client's error, whose words are not masked, does not hang on to it.
            if other is None:
                failure.requests = requests
                raise failure
            shape = other
        if shape != first:
            self._remember(shape, first=first)
        return replace(reply, requests=requests), shape

    def _shape_after(self, error: anthropic.APIStatusError, call: Call, shape: RequestShape) -> RequestShape | None:
        refusal = Refusal.of(error)
        if refusal is None:
            return None
        return shape.after(refusal, limit=_limit(call, shape), has_schema=bool(call.schema))

    def _remember(self, taken: RequestShape, *, first: RequestShape) -> None:
        """Begin with what the server took; only with what changed, as another call may have learnt something else."""
        if taken.most_tokens != first.most_tokens:
            self._known.learn(lambda known: replace(known, most_tokens=taken.most_tokens))
        if taken.keeps != first.keeps:
            self._known.learn(lambda known: replace(known, keeps=taken.keeps))
        if taken.mode != first.mode:
            self._modes.note_refused(OutputForm(mode=first.mode), taken=OutputForm(mode=taken.mode), named=False)
        _log.info("%s at %s is asked otherwise from now on: %r", self._name, self._endpoint.shown, taken)

    def _error_of(self, error: anthropic.AnthropicError, call: Call) -> ModelError:
        where = self._endpoint
        return translate(error, call_id=call.id, server=where.shown, mask=where.mask, via=self._via)

    async def _post(self, client: anthropic.AsyncAnthropic, call: Call, shape: RequestShape) -> Reply:
        """Send one request."""
        import httpx2  # noqa: PLC0415 -- heavy; loaded by the SDK

        body = asked_of(self._request, body=request_body(call, mode=shape.mode))
        shared = shared_part(body) if shape.keeps else ""
        if shared and self._prefixes.is_repeated(shared):
            body = keeping_article(body)
        # Not `messages.create`: that warns of models which have an end in sight, and a program that takes warnings for
        # errors would stop at the warning.
        response = await client.post(
            _PATH,
            cast_to=httpx2.Response,
            body={"model": self._name, "max_tokens": _limit(call, shape), **body},
        )
        try:
            reply = read_message(response.content, mask=self._endpoint.mask)
        except ValueError as error:
            text = f"{self._endpoint.shown}: {error} (is the base URL right? it is what stands before {_PATH})"
        else:
            return replace(reply, allowance=allowance_of(response.headers))
        raise ModelUnavailable(text, call_id=call.id)


def _limit(call: Call, shape: RequestShape) -> int:
    """The output limit that a call is sent with."""
    most = shape.most_tokens
    return call.max_output_tokens if most is None else min(most, call.max_output_tokens)


def _open_client(
    where: Endpoint, connection: Connection, *, timeout: float, headers: Mapping[str, str]
) -> anthropic.AsyncAnthropic:
    import anthropic  # noqa: PLC0415 -- heavy; loaded by then

    transport = transport_of(where, connection, limits=anthropic.DEFAULT_CONNECTION_LIMITS)
    login = {"Authorization": where.authorization} if where.authorization else {}
    return anthropic.AsyncAnthropic(
        # Users copy the root of an API with and without its version.
        base_url=where.url.rstrip("/").removesuffix("/v1"),
        api_key=where.key,
        default_headers={**login, **headers},
        timeout=timeout,
        max_retries=0,  # retries are made in one place, summarizer.runtime.retry
        open_telemetry=False,  # spans are made in one place, summarizer.runtime.observing.telemetry
        http_client=anthropic.DefaultAsyncHttpxClient(transport=transport, timeout=timeout, follow_redirects=False),
    )
