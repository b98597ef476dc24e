"""A scripted model answers by rule: for tests of code that uses this library, without a network.

ScriptedModel({"extract:c1": {"facts": []}, "write": ReplyRefused("no")})
ScriptedModel(lambda call: "yes")
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from summarizer.as_given import AsGiven
from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError
from summarizer.forks import ForkSafeLock

Answer: TypeAlias = "Reply | str | Mapping[str, object] | Exception"
Script: TypeAlias = "Callable[[Call], Answer] | Mapping[str, Answer | Sequence[Answer]]"


class ScriptedModel(AsGiven):
    """Answers each call by a script and remembers the calls; satisfies `ChatModel`, usable from several threads.

    `len(model.calls)` is the number of calls made so far, and `model.calls[i]` is the i-th, whatever its answer was.
    """

    def __init__(self, script: Script, *, name: str = "scripted") -> None:
        """Nothing is answered yet.

        Args:
            script: a function from the call to the answer; or a mapping from a call's id or its stage (the id is looked
                up first) to one answer for every such call, or to a list of answers, each used once, in order. An
                answer is a `Reply`, a text, a mapping that is sent as JSON text, or an exception that is raised.
            name: the name that the trace of a result shows.

        Raises:
            ConfigError: the script is neither a function nor a mapping.
        """
        if not callable(script) and not isinstance(script, Mapping):
            raise ConfigError(f"a script is a function of the call, or a mapping from ids or stages, not {script!r}")
        self._script = script
        self._name = name
        self._lock = ForkSafeLock()
        self._calls: list[Call] = []
        self._used: dict[str, int] = {}

    @property
    def kind(self) -> str:
        """The name under which a cache keeps its replies; older caches know it by this one."""
        return "summarizer.models.scripted.ScriptedModel"

    @property
    def name(self) -> str:
        """The name given."""
        return self._name

    @property
    def calls(self) -> tuple[Call, ...]:
        """Every call so far, in the order of their arrival."""
        with self._lock:
            return tuple(self._calls)

    def send(self, call: Call) -> Reply:
        """Answer one call by the script.

        Raises:
            ConfigError: the script has no answer for the call, or no more of them.
            Exception: the one that the script gives for the call.
        """
        with self._lock:
            self._calls.append(call)
        answer = self._script(call) if callable(self._script) else self._look_up(call, self._script)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Reply):
            return answer
        return Reply(text=answer if isinstance(answer, str) else json.dumps(dict(answer), ensure_ascii=False))

    async def asend(self, call: Call) -> Reply:
        """Answer one call by the script, as `send` does."""
        return self.send(call)

    def _look_up(self, call: Call, script: Mapping[str, Answer | Sequence[Answer]]) -> Answer:
        key = next((k for k in (call.id, call.stage) if k in script), None)
        if key is None:
            known = ", ".join(map(repr, script)) or "nothing"
            raise ConfigError(f"the script answers {known}, but the call is {call.id!r} of stage {call.stage!r}")
        answers = script[key]
        if isinstance(answers, (Reply, str, Mapping, Exception)):
            return answers
        with self._lock:
            turn = self._used.get(key, 0)
            self._used[key] = turn + 1
        if turn >= len(answers):
            raise ConfigError(f"the script has {len(answers)} answers for {key!r}, and {call.id!r} asks for one more")
        return answers[turn]
