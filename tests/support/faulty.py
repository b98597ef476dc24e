"""Serves an honest model over real HTTP with faults drawn at random, and holds results against what it did.

with FaultyServer(share=0.2, seed=1) as server:
...  # summarize article(0), article(1), … with a client of server.base_url
account(server.served, results).unlike_drafted == []
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import scripted_server as act
from model_server import call_of
from scripts import honest

from summarizer.result import Result

TIMEOUT = 4.0  # seconds that the client waits for a whole answer
_HANG = TIMEOUT + 2.0
LIMIT = 2000  # tokens that the server writes at most, by its own word
_MARK = re.compile(r"Station (\d+)")
_NOUNS = ("ferry", "harbor", "bridge", "turbine", "archive", "orchard", "tunnel", "library", "quarry", "reservoir")
_VERBS = ("opened", "closed", "moved", "repaired", "sold", "measured", "painted", "flooded", "inspected", "rebuilt")
_PLACES = ("Orsk", "Velden", "Tarn", "Brenta", "Lisse", "Moorwald", "Kerman", "Askola", "Dunmore", "Pinerolo")


def article(number: int, *, sentences: int = 9) -> str:
    """A short article made by rule; every sentence names the station that it is about, so that a call can be told."""
    draw = random.Random(number)  # noqa: S311 -- guards nothing
    lines = [
        f"Station {number} {draw.choice(_VERBS)} the {draw.choice(_NOUNS)} of {draw.choice(_PLACES)} on "
        f"{draw.randint(1, 28)} May 2026 after {draw.randint(2, 90)} days of work."
        for _ in range(sentences)
    ]
    return " ".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One request and what was done with it.

    `fault` is "" for a good answer. `arrived` says that an answer was sent, usable or not. `drafted` counts the facts
    that it holds whole.
    """

    article: int
    request: str
    fault: str
    arrived: bool
    drafted: int


_Alter = Callable[[dict[str, Any]], "act.Action | None"]


class FaultyServer(act.ScriptedServer):
    """Answers as an honest model does, and with a share of its answers faulty, drawn by a seed."""

    def __init__(
        self,
        *,
        share: float,
        seed: int,
        latency: float = 0.0,
        on_sent: Callable[[Served, Mapping[str, Any]], object] | None = None,
    ) -> None:
        """Listens from `__enter__` to `__exit__`.

        Args:
            share: how many answers of all are faulty, 0 to 1.
            seed: what the faults are drawn by; which request draws which depends on the order of arrival.
            latency: seconds before each answer.
            on_sent: told of each answer, and of what was asked, once it was sent; not where its client is gone.
        """
        super().__init__(self._act)
        self._share = share
        self._latency = latency
        self._on_sent = on_sent
        self._draw = random.Random(seed)  # noqa: S311 -- guards nothing
        self._honest = honest(reword=lambda text: f"Readers learn that {text}")
        self._guard = threading.Lock()
        self.served: list[Served] = []

    def _act(self, body: Mapping[str, Any], _number: int) -> act.Action:
        call = call_of(body)
        answer = self._honest(call)
        with self._guard:
            fault = self._draw_fault(answer, body)
            mark = _MARK.search(call.messages[-1].content)
            one = Served(
                article=int(mark[1]) if mark else -1,
                request=hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest(),
                fault=fault,
                arrived=not fault or (fault in CONTENT and fault not in _NO_ANSWER),
                drafted=_facts_sent(answer, fault) if call.stage == "extract" else 0,
            )
            self.served.append(one)
        action = _action_for(fault, answer)

        def answered(handler: Any) -> None:
            handler.pause(self._latency)
            action(handler)
            if self._on_sent is not None:
                self._on_sent(one, body)

        return answered

    def _draw_fault(self, answer: dict[str, Any], body: Mapping[str, Any]) -> str:
        """The name of a fault that this answer can have, or "" for none."""
        if self._draw.random() >= self._share:
            return ""
        possible = [name for name, alter in CONTENT.items() if alter(answer) is not None]
        possible += [name for name in LINE if name not in _ABOUT or _ABOUT[name](body)]
        return self._draw.choice(possible)


def _action_for(fault: str, answer: dict[str, Any]) -> act.Action:
    if not fault:
        return act.reply(answer)
    if fault in LINE:
        return LINE[fault]
    return CONTENT[fault](answer) or act.reply(answer)


# No answer comes: what another try of the same request mends.
LINE: dict[str, act.Action] = {
    "429": act.status(429, "slow down"),
    "429 with Retry-After": act.status(429, "slow down", headers={"retry-after-ms": "20"}),
    "500": act.status(500),
    "502 as an HTML page": act.html(502),
    "503": act.status(503),
    "503 with Retry-After": act.status(503, headers={"retry-after": "0"}),
    "reset before the body": act.reset_before_body(),
    "reset in the body": act.reset_in_body(),
    "HTML page under 200": act.html(200),
    "drip too slow": act.drip("{}", every=0.5),
    "400 no system role": act.status(400, "System role not supported"),
    "500 no system role": act.status(500, "Conversation roles must alternate user/assistant/user/assistant/..."),
    "400 without a reason": act.status(400, "Invalid argument provided."),
    "400 names a limit": act.status(400, f"max_tokens: supports at most {LIMIT} completion tokens", param="max_tokens"),
    "400 names a parameter": act.status(400, "Unsupported value: 'temperature' is not 0", param="temperature"),
    "429 with a date long past": act.status(429, headers={"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}),
    "429 with a wait that is none": act.status(429, headers={"retry-after": "soon"}),
    "500 in another shape": act.send([{"error": {"code": 500, "status": "INTERNAL"}}], code=500),
    "empty answer": act.reply(""),
    "null answer": act.send(act.completion(None)),
    "failed generation": act.status(400, "Failed to generate JSON", kind="json_validate_failed", failed_generation="{"),
    "no answer in time": act.sleep(_HANG),
}


# What a server refuses of a request is in it.
_ABOUT: dict[str, Callable[[Mapping[str, Any]], bool]] = {
    "400 no system role": lambda body: body["messages"][0]["role"] == "system",
    "500 no system role": lambda body: body["messages"][0]["role"] == "system",
    "400 without a reason": lambda body: body.get("response_format", {}).get("type") == "json_schema",
    "400 names a limit": lambda body: body.get("max_tokens", 0) > LIMIT,
    "400 names a parameter": lambda body: "temperature" in body,
}


def _reply_text(text: str, finish: str = "stop") -> act.Action:
    return act.reply(text, finish=finish)


def _rename_id(answer: dict[str, Any]) -> act.Action | None:
    if not answer.get("claims"):
        return None
    first, *others = answer["claims"]
    return act.reply({"claims": [{**first, "id": "zz9"}, *others]})


def _leave_out_id(answer: dict[str, Any]) -> act.Action | None:
    return act.reply({"claims": answer["claims"][1:]}) if answer.get("claims") else None


def _repeat_key(answer: dict[str, Any]) -> act.Action:
    text = json.dumps(answer)
    name = next(iter(answer))
    return _reply_text(f'{{"{name}": [], {text[1:]}')


def _cut_short(answer: dict[str, Any]) -> act.Action:
    text = json.dumps(answer)
    return _reply_text(text[: len(text) - 20], "length")


def _send_as_plain_text(answer: dict[str, Any]) -> act.Action:
    return act.send(act.completion(json.dumps(answer)), headers={"content-type": "text/plain"})


def _thought_before(answer: dict[str, Any]) -> act.Action:
    draft = json.dumps({key: [] for key in answer})
    return _reply_text(f"<think>Perhaps {draft}?</think><thinking>{{no}}</thinking>\n{json.dumps(answer)}")


def _in_a_channel(answer: dict[str, Any]) -> act.Action:
    return _reply_text(f"<|channel|>analysis<|message|>So {{x}}.<|end|><|channel|>final<|message|>{json.dumps(answer)}")


def _as_reasoning(answer: dict[str, Any]) -> act.Action:
    body = act.completion(None)
    body["choices"][0]["message"]["reasoning_content"] = json.dumps(answer)  # type: ignore[index]  # a body of ours
    return act.send(body)


def _in_tool_calls(answer: dict[str, Any]) -> act.Action | None:
    """One call a fact, as some servers send them."""
    if len(answer.get("facts", ())) < 2 or "headline" in answer:
        return None
    body = act.completion(None, finish="tool_calls")
    calls = [
        {"type": "function", "function": {"name": "facts", "arguments": json.dumps({**answer, "facts": [fact]})}}
        for fact in answer["facts"]
    ]
    body["choices"][0]["message"]["tool_calls"] = calls  # type: ignore[index]  # a body of ours
    return act.send(body)


def _with_figures_as_words(answer: dict[str, Any]) -> act.Action | None:
    if not answer.get("facts"):
        return None
    facts = [{**fact, "importance": str(fact["importance"]), "note": "x"} for fact in answer["facts"]]
    return act.reply({**answer, "facts": facts})


def _with_a_malformed_fact(answer: dict[str, Any]) -> act.Action | None:
    if len(answer.get("facts", ())) < 2:
        return None
    return act.reply({**answer, "facts": [*answer["facts"][:-1], {"statement": 7}]})


def _as_failed_generation(answer: dict[str, Any]) -> act.Action:
    words = "Failed to validate JSON"
    return act.status(400, words, kind="json_validate_failed", failed_generation=json.dumps(answer))


# A completion comes, and something is wrong with it.
CONTENT: dict[str, _Alter] = {
    "truncated": _cut_short,
    "refused": lambda answer: act.refusal("I cannot help with that."),
    "content filter": lambda answer: act.content_filter(),
    "invalid JSON": lambda answer: _reply_text(json.dumps(answer)[:-1] + "]"),
    "unknown id": _rename_id,
    "missing id": _leave_out_id,
    "empty choices": lambda answer: act.empty_choices(),
    "wrong content type": _send_as_plain_text,
    "duplicate key": _repeat_key,
    "reasoning in the answer": _thought_before,
    "channels in the answer": _in_a_channel,
    "answer as reasoning": _as_reasoning,
    "a tool call for each fact": _in_tool_calls,
    "figures as words, and a key too many": _with_figures_as_words,
    "one malformed fact": _with_a_malformed_fact,
    "answer in the error": _as_failed_generation,
    "cut, in another word": lambda answer: act.reply(json.dumps(answer)[:-20], finish="MAX_TOKENS"),
    "stopped, in another word": lambda answer: act.reply("", finish="SAFETY"),
    "prompt cut in silence": lambda answer: act.reply(answer, usage={"prompt_tokens": 100, "completion_tokens": 9}),
}
_NO_ANSWER = {"empty choices"}  # a whole completion, and not a word in it
_LOSES_ALL = {
    *("refused", "content filter", "empty choices", "duplicate key", "stopped, in another word"),
    "prompt cut in silence",
}
_LOSES_ONE = {"truncated", "one malformed fact", "cut, in another word"}


def _facts_sent(answer: dict[str, Any], fault: str) -> int:
    """How many facts an answer holds whole."""
    if fault in LINE or fault in _LOSES_ALL:
        return 0
    count = len(answer["facts"])
    # The cut goes through the last one.
    return max(0, count - 1) if fault in _LOSES_ONE else count


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What must hold of a bad line, counted; the lists name the articles where it does not."""

    requests: int
    faults: Counter[str]
    unlike_drafted: list[int]
    sent_again: list[int]


def account(served: list[Served], results: Mapping[int, Result]) -> Account:
    """Hold results against what the server did.

    An article is `unlike_drafted` when the facts that came back are not those that were drafted, or when none was and
    no failure says why. It is `sent_again` when a request came once more after a completion for it had been sent.
    """
    drafted: Counter[int] = Counter()
    arrived: set[str] = set()
    sent_again = []
    for one in served:
        drafted[one.article] += one.drafted
        if one.request in arrived:
            sent_again.append(one.article)
        if one.arrived:
            arrived.add(one.request)
    unlike = [number for number, result in results.items() if not _is_as_drafted(result, drafted[number])]
    return Account(
        requests=len(served),
        faults=Counter(one.fault for one in served if one.fault),
        unlike_drafted=unlike,
        sent_again=sent_again,
    )


def _is_as_drafted(result: Result, drafted: int) -> bool:
    """True when so many facts came back, each once; none only where a failure says why."""
    back = [fact.id for fact in (*result.facts, *result.rejected) if fact.id.startswith("c")]
    if len(back) != drafted or len(set(back)) != len(back):
        return False
    return bool(back) or any(failure.stage == "extract" and failure.lost for failure in result.failures)


def first_hand(number: int) -> set[str]:
    """The ids of the calls that the article takes where nothing goes wrong."""
    from summarizer import ScriptedModel, Summarizer  # noqa: PLC0415 -- the server needs no more than values

    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"))
    Summarizer(model=model).summarize(article(number))
    return {call.id for call in model.calls}


def extra_calls(served: list[Served], results: Mapping[int, Result], *, ids: set[str]) -> int:
    """How many requests were not the first for a call that a faultless run makes too, whoever inside asked again."""
    needed = 0
    for result in results.values():
        needed += sum(one.number == 1 and one.call_id in ids for one in result.usage.tries)
    return len(served) - needed
