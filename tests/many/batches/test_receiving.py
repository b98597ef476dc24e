"""Answers are joined to requests by id, in whatever order and form they come; what has none is asked again."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import scripted_server as act
from batch_server import Asked, BatchServer, Course, error_line
from batches import KEY, all_of, articles, by, mapped, none_paid_twice, told

from summarizer import BatchEnded, Failed, Result, RetryPolicy
from summarizer.calls.call import Call


def test_lines_that_failed_are_asked_again(tmp_path: Path) -> None:
    """One in three, with what may succeed another time; the others are not."""

    def fault(call: Call, number: int) -> Mapping[str, Any] | None:
        draw = random.Random(call.messages[-1].content).random()  # noqa: S311 -- guards nothing
        kinds = [
            error_line(500),
            error_line(429),
            error_line(503, "overloaded"),
            {"response": None, "error": {"code": "server_error"}},
        ]
        return kinds[int(draw * 12)] if number == 1 and draw < 1 / 3 else None

    with BatchServer(fault=fault) as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 12)] == mapped(12)
        assert server.failed_lines > 3
        assert none_paid_twice(server)


def test_a_line_that_is_refused_for_good_fails_its_article(tmp_path: Path) -> None:
    """With the server's words, its keys masked there and in the file; it is asked once."""
    refused = error_line(403, f"Key {KEY} may not use this model")

    def fault(call: Call, number: int) -> Mapping[str, Any] | None:
        return refused if "Station 1 " in call.messages[-1].content else None

    with BatchServer(fault=fault) as server:
        found = all_of(server, tmp_path / "b", 3)
        assert [type(one) for one in found] == [Result, Failed, Result]
        assert isinstance(found[1], Failed)
        assert "may not use this model" in found[1].message
        assert KEY not in found[1].message
        assert KEY.encode() not in (tmp_path / "b").read_bytes()
        assert server.failed_lines == 1


def test_a_line_that_fails_each_time_is_given_up(tmp_path: Path) -> None:
    """After as many tries as the retry policy has."""
    with BatchServer(fault=lambda call, number: error_line(503)) as server:
        (one,) = all_of(server, tmp_path / "b", 1, retry=RetryPolicy(tries=3))
        assert isinstance(one, Failed)
        assert one.error == "ModelUnavailable"
        assert server.failed_lines == 3


def test_a_parameter_that_is_refused_is_left_out(tmp_path: Path) -> None:
    """As for a server that is asked directly; once for the run, as later requests go without it."""
    refused = error_line(
        400, "Unsupported parameter: 'temperature' is not supported with this model.", param="temperature"
    )
    bodies: list[Mapping[str, Any]] = []

    class Picky(BatchServer):
        def _answer(self, line: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
            bodies.append(line["body"])
            if "temperature" in line["body"]:
                return {"id": "r", "custom_id": line["custom_id"], **refused}, False
            return super()._answer(line)

    with Picky() as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 3)] == mapped(3)
        assert sum("temperature" in body for body in bodies) == 3
        assert none_paid_twice(server)


def test_an_expired_batch_is_used_as_far_as_it_came(tmp_path: Path) -> None:
    """What was finished is kept, the rest sent again."""
    ended: list[object] = []
    with BatchServer(course=lambda number: Course(ending="expired", share=0.5) if number == 1 else Course()) as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 8, on_event=ended.append)] == mapped(8)
        assert server.sizes[:2] == [8, 4 + 4]
        assert none_paid_twice(server)
    first = next(one for one in ended if isinstance(one, BatchEnded))
    assert (first.status, first.answered, first.unanswered) == ("expired", 4, 4)


def test_batches_that_expire_each_time_are_given_up(tmp_path: Path) -> None:
    """After as many tries as the retry policy has: nothing goes on for ever."""
    with BatchServer(course=lambda number: Course(ending="expired", share=0)) as server:
        (one,) = all_of(server, tmp_path / "b", 1, retry=RetryPolicy(tries=2))
        assert isinstance(one, Failed)
        assert "batch ended without an answer" in one.message
        assert len(server.batches) == 2


class Garbling(BatchServer):
    """Hands out files of answers in a state that a test chooses, so many times."""

    def garble(self, content: bytes, times: int) -> bytes | None:
        """A file as it is handed out the n-th time; None for a file that is not there."""
        raise NotImplementedError

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._times: Counter[str] = Counter()

    def _act(self, asked: Asked, body: bytes, handler: Any, query: Any) -> act.Action:
        if asked.path.endswith("/content"):
            self._times[asked.path] += 1
            content = self.garble(self._files[asked.path.split("/")[2]], self._times[asked.path])
            return act.status(404, "No such File object") if content is None else act.send(content)
        return super()._act(asked, body, handler, query)


def test_answers_of_any_kind_are_joined_by_id(tmp_path: Path) -> None:
    """Blank lines, a byte more, an answer twice, one to nobody, one without a name: none is taken for another."""

    class Odd(Garbling):
        def garble(self, content: bytes, times: int) -> bytes | None:  # noqa: ARG002 -- each time
            lines = content.splitlines()
            stranger = {**json.loads(lines[0]), "custom_id": "0" * 48 + "-1"}
            nobody = {**json.loads(lines[0]), "custom_id": None}
            odd = [
                json.dumps(stranger).encode(),
                b"",
                json.dumps(nobody).encode(),
                *lines,
                *lines,
                b"[]".replace(b"[]", b"{}"),
            ]
            return b"\r\n".join(odd) + b"\n\n"

    with Odd() as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 3)] == mapped(3)
        assert none_paid_twice(server)


def test_a_file_that_comes_cut_or_late_is_fetched_again(tmp_path: Path) -> None:
    """What it holds is paid for, and not asked again."""

    class Late(Garbling):
        def garble(self, content: bytes, times: int) -> bytes | None:
            return (None, content[: len(content) // 2], content)[min(times, 3) - 1]

    with Late() as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 3)] == mapped(3)
        assert server.sizes == [3, 3, 3]
        assert none_paid_twice(server)


def test_a_file_that_never_comes_is_asked_for_again(tmp_path: Path) -> None:
    """In the end, for else nothing would come of its articles."""

    class Gone(Garbling):
        def garble(self, content: bytes, times: int) -> bytes | None:  # noqa: ARG002 -- each time
            return None if len(self.batches) == 1 else content

    with Gone() as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 2)] == mapped(2)
        assert server.sizes == [2, 2, 2, 2]


@pytest.mark.parametrize("code", [429, 500, 503])
def test_a_server_that_fails_now_and_then_is_asked_again(tmp_path: Path, code: int) -> None:
    """At files, batches, looks and answers alike; nothing is sent twice."""
    draw = random.Random(code)  # noqa: S311 -- guards nothing

    def gate(asked: Asked) -> act.Action | None:
        return act.status(code, headers={"retry-after": "0.1"}) if draw.random() < 0.4 else None

    with BatchServer(gate=gate) as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 3)] == mapped(3)
        assert server.sizes == [3, 3, 3]
        assert none_paid_twice(server)


def test_a_batch_that_the_server_does_not_know_is_not_sent_anew_by_itself(tmp_path: Path) -> None:
    """It may be another account's key; to cancel it gives it up."""
    with BatchServer(course=lambda number: Course(seconds=0.3)) as server, by(server) as summarizer:
        summarizer.submit(articles(2), tmp_path / "b")
        lost = server.batches.pop()
        with pytest.raises(Exception, match=r"does not know batch batch_1.*call cancel"):
            list(summarizer.collect(tmp_path / "b"))
        assert summarizer.cancel(tmp_path / "b").waiting == 2
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(2)
        assert not lost.over
