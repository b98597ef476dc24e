"""The tree of errors: what each carries, and that it survives a copy and a trip to another process."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from summarizer import errors
from summarizer.errors import (
    BudgetReached,
    ConfigError,
    ContextOverflow,
    DeadlineReached,
    FetchError,
    InputError,
    MismatchError,
    MissingExtra,
    ModelBusy,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    PromptError,
    ReplayMissing,
    ReplyEmpty,
    ReplyError,
    ReplyIncomplete,
    ReplyMalformed,
    ReplyRefused,
    ReplyTruncated,
    SummarizerError,
    in_seconds,
)

ERRORS: list[SummarizerError] = [
    SummarizerError("what is wrong"),
    InputError("the text is empty"),
    FetchError("not there", status=404),
    ConfigError("no key"),
    MissingExtra(what="reading HTML", extra="html"),
    BudgetReached("20 calls are used up", call_id="write"),
    DeadlineReached("30 s have passed", call_id="write"),
    PromptError("no value for $x"),
    MismatchError("another text"),
    ModelError("no reply", call_id="extract:c1", status=418),
    ModelUnavailable("down", call_id="extract:c1", status=503),
    ModelBusy("slow down", call_id="extract:c1", status=429, retry_after=2.5),
    ModelRejected("no such model", call_id="write", status=404),
    ContextOverflow("too long", call_id="extract:c1", status=400),
    ReplayMissing("not recorded", call_id="write"),
    ReplyError("useless", call_id="write", raw="{"),
    ReplyTruncated("cut", call_id="write", raw='{"a'),
    ReplyRefused("declined", call_id="write", raw="I cannot"),
    ReplyEmpty("nothing", call_id="write", raw=" "),
    ReplyMalformed("no JSON", call_id="write", raw="Sure!"),
    ReplyIncomplete("a is not answered", call_id="judge_facts:1:1", raw="{}"),
]


def test_every_error_is_tried_here() -> None:
    """No class of the module is without an example in these tests."""
    classes = {v for v in vars(errors).values() if inspect.isclass(v) and issubclass(v, Exception)}
    assert {type(error) for error in ERRORS} == classes


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301
def test_a_copy_says_the_same(error: SummarizerError, again: object) -> None:
    """Message and attributes survive copying and pickling, as multiprocessing needs."""
    assert callable(again)
    made = again(error)
    assert type(made) is type(error)
    assert str(made) == str(error)
    assert vars(made) == vars(error)


def test_notes_survive_pickling() -> None:
    """What was added to an error on its way stays with it."""
    for error in (ModelBusy("slow down"), MissingExtra(what="x", extra="html")):
        error.add_note("while reading c3")
        made = pickle.loads(pickle.dumps(error))  # noqa: S301
        assert made.__notes__ == ["while reading c3"]


def test_the_docstring_draws_the_tree() -> None:
    """The tree at the top of the module names every class, two columns deeper than its parent."""
    assert errors.__doc__ is not None
    drawn = errors.__doc__.splitlines()
    for error in ERRORS:
        assert any(type(error).__name__ in line.split() for line in drawn)
    for name, parent in (("MissingExtra", "ConfigError"), ("ModelBusy", "ModelError"), ("ReplyEmpty", "ReplyError")):
        assert issubclass(getattr(errors, name), getattr(errors, parent))
        above = drawn[: next(n for n, line in enumerate(drawn) if name in line.split())]
        assert next(line for line in reversed(above) if line.startswith(("├─", "└─"))).split()[1] == parent


@pytest.mark.parametrize(
    ("error", "retryable"),
    [(ModelError, False), (ModelUnavailable, True), (ModelBusy, True), (ModelRejected, False)],
)
def test_which_errors_another_try_may_mend(error: type[ModelError], retryable: bool) -> None:  # noqa: FBT001
    """Only a server that was away or busy is asked again."""
    assert error("x").retryable is retryable


def test_what_is_not_known_is_empty() -> None:
    """An error made of a message alone has empty attributes, not missing ones."""
    busy, reply = ModelBusy("x"), ReplyEmpty("x")
    assert (busy.call_id, busy.status, busy.retry_after) == ("", None, None)
    assert (reply.call_id, reply.raw) == ("", "")


def test_a_missing_extra_says_what_to_run() -> None:
    """The message names the need and the command."""
    error = MissingExtra(what="reading HTML", extra="html")
    assert str(error) == "reading HTML needs an optional dependency; run: pip install 'checked-summarizer[html]'"
    assert error.extra == "html"


def test_bad_values_are_value_errors_too() -> None:
    """Code that catches ValueError for a bad text or a wrong text goes on working."""
    assert issubclass(InputError, ValueError)
    assert issubclass(MismatchError, ValueError)


def test_seconds_are_said_plainly() -> None:
    """Never as a power of ten."""
    assert [in_seconds(seconds) for seconds in (0.25, 7, 600, 53578.4)] == ["0.25 s", "7 s", "600 s", "53578 s"]
