"""The cached calls of a run are answered from the cache; here is decided which replies are kept there.

cached.wrap(asend, …)            a call that the cache knows is not sent
cached.forget(["extract:c3"])    the reply to it turned out unusable, and is asked for again the next time
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.models.base import Addressed, ChatModel, kind_of
from summarizer.runtime.storage.shared_cache import Replies
from summarizer.runtime.waits import Waits


def key_of(call: Call, *, model: ChatModel) -> str:
    """The SHA-256 of everything that shapes the reply; equal keys deserve equal replies.

    That is the model's kind, name, masked base URL and settings, the messages, the schema, the output limit and the
    prompt. The call's id shapes nothing and is left out.
    """
    shaping = {
        "kind": kind_of(model),
        "model": model.name,
        "base_url": model.address if isinstance(model, Addressed) else "",
        "settings": dict(model.settings) if isinstance(model, Addressed) else {},
        "messages": [[message.role, message.content] for message in call.messages],
        "schema_name": call.schema_name,
        "schema": call.schema,
        "max_output_tokens": call.max_output_tokens,
        "top_logprobs": call.top_logprobs,
        "prompt": [call.prompt_id, call.prompt_sha256],
    }
    # The order of a schema's keys is the order of the reply's, so it is kept.
    return hashlib.sha256(json.dumps(shaping, separators=(",", ":")).encode("ascii")).hexdigest()


class CachedCalls:
    """One run's use of a cache: it keeps whole replies, and takes back those that turned out unusable.

    A refused, filtered or truncated reply is never kept. Whether a whole reply can be used only its stage can tell, and
    tells by a failure that names the call: `forget` takes these replies, and those to its repairs, out again. They are
    kept until then, because a run that is killed shall not have paid for nothing; a bad reply that such a run left
    behind fails the next one once, and is then forgotten.
    """

    def __init__(
        self, cache: Replies, *, model_of: Callable[[Call], ChatModel], replayed: Callable[[Call], None]
    ) -> None:
        """Nothing is kept yet.

        Args:
            cache: where replies are kept.
            model_of: who is asked.
            replayed: told of each call that the cache answers.
        """
        self._cache = cache
        self._model_of = model_of
        self._replayed = replayed
        self._keys: dict[str, str] = {}  # written from several threads; one key is one bytecode

    def wrap(self, asend: AsyncSend, *, waits: Waits) -> AsyncSend:
        """The same `asend`, asked only what the cache does not hold."""

        async def remembered(call: Call) -> Reply:
            known = await waits.disk(lambda: self.known(call))
            if known is not None:
                self._replayed(call)
                return known
            reply = await asend(call)
            await waits.disk(lambda: self.keep(call, reply))
            return reply

        return remembered

    def known(self, call: Call) -> Reply | None:
        """The reply that the cache holds, or None; nobody is told of it."""
        return self._cache.get(self._key_noted(call))

    def keep(self, call: Call, reply: Reply) -> None:
        """Keep a reply, if it is a whole one."""
        if _is_whole(reply):
            self._cache.put(self._key_noted(call), reply)

    def forget(self, call_ids: Iterable[str]) -> None:
        """Take the replies to these calls out of the cache, and those of calls that they grew from or into."""
        failed = [call_id for call_id in call_ids if call_id]
        keys = [key for key, call_id in self._keys.items() if any(_grew_from(call_id, other) for other in failed)]
        self._cache.drop(keys)

    def _key_noted(self, call: Call) -> str:
        key = key_of(call, model=self._model_of(call))
        self._keys[key] = call.id
        return key


def _grew_from(one: str, other: str) -> bool:
    """True for the same call, and for one that continues or repairs the other: `extract:c3` and `extract:c3:repair`."""
    return one == other or one.startswith(f"{other}:") or other.startswith(f"{one}:")


def _is_whole(reply: Reply) -> bool:
    if reply.unread:
        return False  # the cache would not tell the next run what is missing
    # A reply of one word, asked for with its probabilities, ends at its limit.
    return (reply.finish == "stop" or bool(reply.first_token)) and bool(reply.text.strip())
