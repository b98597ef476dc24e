"""Keeps what a model was asked and what it answered, and answers from what was kept.

    Recording(path, model=…)    asks a model and appends each answer to a file
    Replay(path)                answers the same calls from that file, without a network

A recording is a file of JSON lines. The first says which model answered and what it can be trusted with; each other
line is one call and its reply:

    {"summarizer": "0.1.0", "model": "gpt-5-mini", "kind": "…", "profile": {…}}
    {"key": "…", "call": {"id": "extract:c1", "prompt_id": "extract.v3", …}, "reply": {"text": "…", …}}
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, NoReturn

from summarizer.as_given import AsGiven
from summarizer.calls.call import Call, Reply, TokenChance, Tokens
from summarizer.disk.paths import file_path
from summarizer.errors import ConfigError, InputError, ReplayMissing
from summarizer.forks import ForkSafeLock
from summarizer.models.base import Addressed, ChatModel, kind_of
from summarizer.models.profile import ModelProfile, profile_of
from summarizer.models.registry import resolve
from summarizer.version import __version__

# What of a call shapes its reply. The call's id and stage do not, and what follows from the messages is left out.
_SHAPING: Final = ("schema_name", "schema", "max_output_tokens", "top_logprobs")


class Recording:
    """Asks a model and keeps every answer in a file, as a `Replay` reads it; satisfies `ChatModel`.

    Neither keys nor addresses are kept, but the messages are, and with them the words of the article. Calls that
    brought no reply are not kept. A file that exists is gone on with, if the same model wrote it.
    """

    def __init__(self, path: str | os.PathLike[str], *, model: str | ChatModel) -> None:
        """The file is begun at once, so that a path that cannot be written is known before anything is paid for.

        Args:
            path: the file, by convention `NAME.jsonl`.
            model: who answers: a name as `Summarizer(model=…)` takes it, or a `ChatModel`.

        Raises:
            ConfigError: there is no model, or the file cannot be written or was written with another model.
        """
        self._path = file_path(path, of="the recording")
        opened = resolve(model)
        if opened is None:
            raise ConfigError("there is no model to record; give a name or a ChatModel")
        self._model = opened.model
        self._to_close = opened.to_close
        self._lock = ForkSafeLock()
        self._begin()

    def __reduce__(self) -> NoReturn:
        raise ConfigError("a Recording writes one file from one process; give each process a file of its own")

    @property
    def name(self) -> str:
        """The name of the model that answers."""
        return self._model.name

    @property
    def kind(self) -> str:
        """The kind of the model that answers, so that a cache keeps its replies under the same keys."""
        return kind_of(self._model)

    @property
    def profile(self) -> ModelProfile:
        """What the model that answers can be trusted with."""
        return profile_of(self._model)

    @property
    def address(self) -> str:
        """Where the model that answers is asked, "" where it does not say."""
        return self._model.address if isinstance(self._model, Addressed) else ""

    @property
    def settings(self) -> Mapping[str, object]:
        """What goes with every request to the model that answers."""
        return self._model.settings if isinstance(self._model, Addressed) else {}

    def send(self, call: Call) -> Reply:
        """Ask the model and keep its answer."""
        reply = self._model.send(call)
        self._keep(call, reply)
        return reply

    async def asend(self, call: Call) -> Reply:
        """Ask the model and keep its answer, without blocking the event loop while it answers."""
        reply = await self._model.asend(call)
        self._keep(call, reply)
        return reply

    def close(self) -> None:
        """Let go of the model, where it was given by its name; the file is whole after every call."""
        if self._to_close is not None:
            self._to_close.close()

    async def aclose(self) -> None:
        """Let go of the model without blocking the event loop; same as `close`."""
        if self._to_close is not None:
            await self._to_close.aclose()

    def _begin(self) -> None:
        head = {"summarizer": __version__, "model": self.name, "kind": self.kind, "profile": asdict(self.profile)}
        try:
            if self._path.exists() and not self._path.is_file():
                raise ConfigError(f"{self._path} is not a regular file; give the path of one, or of none yet")
            if self._path.is_file() and self._path.stat().st_size:
                known, _ = _read(self._path)
                if known.get("model") != self.name:
                    raise ConfigError(
                        f"{self._path} records {known.get('model')}, not {self.name}; give another path, or delete it"
                    )
                return
            self._path.write_text(_line(head), encoding="utf-8")
        except OSError as error:
            raise ConfigError(f"{self._path} cannot be written: {error.strerror}; give another path") from error

    def _keep(self, call: Call, reply: Reply) -> None:
        answered = {
            "text": reply.text,
            "finish": reply.finish,
            "tokens": asdict(reply.tokens),
            "first_token": [list(chance) for chance in reply.first_token],
        }
        # Most replies have none of these, and recordings without them are read.
        odd = (
            {"ended": reply.ended, "unread": list(reply.unread)} if reply.unread or reply.finish == "malformed" else {}
        )
        answered |= odd
        asked = {
            "id": call.id,
            "stage": call.stage,
            "role": call.role,
            "prompt_id": call.prompt_id,
            "prompt_sha256": call.prompt_sha256,
            "messages": [{"role": message.role, "content": message.content} for message in call.messages],
        }
        line = _line({"key": replay_key(call), "call": asked, "reply": answered})
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(line)


class Replay(AsGiven):
    """Answers calls from a recording, without a network; satisfies `ChatModel`.

    Equal calls get equal replies: the first call of a kind gets the first reply recorded for it, the next the next, and
    those beyond the last get the last.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """The whole recording is read and checked.

        Args:
            path: a file that `Recording` wrote.

        Raises:
            InputError: it is no recording, or one of its lines is broken; the message names the line.
        """
        self._path = file_path(path, of="the recording")
        self._head, lines = _read(self._path)
        self._lock = ForkSafeLock()
        self._replies: defaultdict[str, list[Reply]] = defaultdict(list)
        self._prompts: dict[str, str] = {}
        self._used: dict[str, int] = {}
        for number, line in enumerate(lines, start=1):
            try:
                self._replies[line["key"]].append(_reply_of(line["reply"]))
                self._prompts[line["call"]["prompt_id"]] = line["call"]["prompt_sha256"]
            except (KeyError, TypeError, ValueError, OverflowError) as error:
                raise InputError(f"{path} is no recording: its call {number} has another form ({error!r})") from error

    @property
    def name(self) -> str:
        """The name of the model that was recorded."""
        return str(self._head["model"])

    @property
    def kind(self) -> str:
        """A kind of its own: what a recording answers is no answer of the model today."""
        return f"replay of {self._head['kind']}"

    @property
    def profile(self) -> ModelProfile:
        """What the recorded model was trusted with, so that it is asked the same."""
        return ModelProfile(**self._head["profile"])

    def send(self, call: Call) -> Reply:
        """The recorded reply to a call.

        Raises:
            ReplayMissing: the recording has none; the message says what differs from what was recorded.
        """
        key = replay_key(call)
        with self._lock:
            replies = self._replies.get(key)
            if not replies:
                raise ReplayMissing(self._why(call), call_id=call.id)
            turn = self._used.get(key, 0)
            self._used[key] = turn + 1
        return replies[min(turn, len(replies) - 1)]

    async def asend(self, call: Call) -> Reply:
        """The recorded reply to a call, as `send` gives it."""
        return self.send(call)

    def _why(self, call: Call) -> str:
        start = f"{self._path} has no answer for {call.id}"
        known = self._prompts.get(call.prompt_id)
        if known is None:
            return f"{start}: it was made without the prompt {call.prompt_id}; record it again"
        if known != call.prompt_sha256:
            return f"{start}: the prompt {call.prompt_id} has changed since; record it again"
        return f"{start}: the text, the options or an earlier reply differ from what was recorded; record it again"


def replay_key(call: Call) -> str:
    """The SHA-256 of what shapes the reply to a call, whoever answers; the call's id is left out."""
    shaping: dict[str, object] = {name: getattr(call, name) for name in _SHAPING}
    shaping["messages"] = [[message.role, message.content] for message in call.messages]
    # The order of a schema's keys is the order of the reply's, so it is kept.
    return hashlib.sha256(json.dumps(shaping, separators=(",", ":")).encode("ascii")).hexdigest()


def _line(value: Mapping[str, object]) -> str:
    line = json.dumps(value, ensure_ascii=False) + "\n"
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which some text holds: it can be written by its number alone
        line = json.dumps(value) + "\n"
    return line


def _read(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    if path.exists() and not path.is_file():
        raise InputError(f"{path} cannot be read as a recording: it is not a regular file")
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a recording: {error}") from error
    values: list[dict[str, Any]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{path} is no whole recording: line {number} is not JSON ({error})") from error
        wanted = {"key", "call", "reply"} if values else {"summarizer", "model", "kind", "profile"}
        if not isinstance(value, dict) or not wanted <= value.keys():
            raise InputError(f"{path} is no recording: line {number} lacks {', '.join(sorted(wanted))}")
        values.append(value)
    if not values:
        raise InputError(f"{path} is empty; record a run with summarizer.Recording(path, model=…)")
    return values[0], values[1:]


def _reply_of(stored: Mapping[str, Any]) -> Reply:
    return Reply(
        text=stored["text"],
        finish=stored["finish"],
        tokens=Tokens(**stored["tokens"]),
        first_token=tuple(TokenChance(str(text), float(logprob)) for text, logprob in stored["first_token"]),
        ended=stored.get("ended", ""),
        unread=tuple(stored.get("unread", ())),
    )
