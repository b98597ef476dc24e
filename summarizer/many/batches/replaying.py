"""An article is replayed from the answers that are kept: to its result, or to the next requests that it waits for.

replays.advance(kept, store=store)   ->  True where the article is finished by it
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.known_replies import Lacking, NotKnown
from summarizer.document.sources.join import joined
from summarizer.errors import ModelError
from summarizer.jobs import Jobs
from summarizer.many.batches.kept_articles import article_of
from summarizer.many.batches.store import Kept, Pending, Store
from summarizer.models.base import ChatModel
from summarizer.models.batch_endpoint import BatchEndpoint, BatchLine
from summarizer.result import Result

# Digits of a request's name: a batch endpoint takes 64 letters, and some are for the number of the try.
_KEY_DIGITS: Final = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Replays:
    """Brings articles on.

    Attributes:
        jobs: what is done for each.
        models: all who may be asked.
        endpoints: the batch endpoint of each.
        tries: after how many that may succeed another time a call fails.
    """

    jobs: Jobs
    models: Sequence[ChatModel]
    endpoints: Sequence[BatchEndpoint]
    tries: int

    def advance(self, kept: Kept, *, store: Store) -> bool:
        """Keep what an article comes to by the answers so far, or what it waits for next; True where it is finished."""
        known = _Known(kept, replays=self, store=store)
        try:
            found = self.jobs.summarizing(joined([article_of(kept.given)])).so_far(known.reply_of)
        except Exception as error:  # noqa: BLE001 - whatever one of many is, the others go on
            told = json.dumps({"error": type(error).__name__, "message": str(error)})
            store.keep_result(kept.place, state="failed", result=told.encode())
            return True
        if isinstance(found, Lacking):
            for call in found.calls:
                store.want(kept.place, known.pending[known.key_of(call)])
        else:
            store.keep_result(kept.place, state="done", result=_json_of(found))
        store.looked_at(known.fresh)
        return not isinstance(found, Lacking)

    def number_of(self, call: Call) -> int:
        """Which of the models is asked a call."""
        asked = self.jobs.models.answering(call)
        return next(number for number, model in enumerate(self.models) if model is asked)


def line_of(custom_id: str, *, path: str, body: BatchLine) -> bytes:
    """A request as a line of a file."""
    line = {"custom_id": custom_id, "method": "POST", "url": path, "body": body.body}
    return json.dumps(line, separators=(",", ":")).encode() + b"\n"


def custom_id(key: str, number: int) -> str:
    """The name of a request in its file, unlike any other's."""
    return f"{key}-{number}"


def parsed_id(name: object) -> tuple[str, int] | None:
    """Key and number of a request by its name, None for a name that is none of ours."""
    key, _, number = str(name).rpartition("-")
    return (key, int(number)) if len(key) == _KEY_DIGITS and number.isascii() and number.isdigit() else None


class _Known:
    """What is known for one article: replies, and requests for what is not."""

    def __init__(self, kept: Kept, *, replays: Replays, store: Store) -> None:
        self.fresh: list[str] = []
        self.pending: dict[str, Pending] = {}
        self._kept = kept
        self._replays = replays
        self._store = store

    def key_of(self, call: Call) -> str:
        """What a call of this article is kept under: equal keys are one request.

        All calls of an exam are about a model, so that the first article that makes one makes it for all.
        """
        asks = {
            "article": "" if call.stage == "exam" else self._kept.digest,
            "id": call.id,
            "model": self._replays.number_of(call),
            "messages": [[message.role, message.content] for message in call.messages],
            "schema": [call.schema_name, call.schema],
            "limit": [call.max_output_tokens, call.top_logprobs],
        }
        return hashlib.sha256(json.dumps(asks).encode()).hexdigest()[:_KEY_DIGITS]

    def reply_of(self, call: Call) -> Reply:
        """The reply to a call.

        Raises:
            NotKnown: there is none yet; the request for it is pending.
            ModelError: what the call came to instead.
        """
        key, model = self.key_of(call), self._replays.number_of(call)
        endpoint = self._replays.endpoints[model]
        answers = self._store.answers(key)
        if any(answer.fresh for answer in answers):
            self.fresh.append(key)
        found = endpoint.after(call, answers, tries=self._replays.tries)
        if isinstance(found, ModelError):
            raise found
        if isinstance(found, Reply):
            return found
        number = len(answers) + 1
        line = line_of(custom_id(key, number), path=endpoint.path, body=found)
        self.pending[key] = Pending(key=key, number=number, model=model, call_id=call.id, shape=found.shape, line=line)
        raise NotKnown


def _json_of(result: Result) -> bytes:
    return result.model_dump_json().encode()
