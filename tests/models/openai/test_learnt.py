"""What was learnt of a model at a server stays, and what one call learnt does not undo what another did."""

from __future__ import annotations

from dataclasses import replace

from calls import a_call

from summarizer.models.openai.learnt import Learnt, learnt_of
from summarizer.models.openai.output_modes import OutputForm, OutputModes
from summarizer.models.openai.request_shape import RequestShape

FIRST = RequestShape(form=OutputForm(), limit_name="max_tokens")


def test_one_for_a_model_at_a_server() -> None:
    """Another model, or another server, is another matter."""
    one = learnt_of(url="http://a/v1", model="learnt", first=FIRST)
    assert learnt_of(url="http://a/v1", model="learnt", first=FIRST) is one
    assert learnt_of(url="http://b/v1", model="learnt", first=FIRST) is not one
    assert learnt_of(url="http://a/v1", model="other", first=FIRST) is not one


def test_what_two_calls_learnt_at_once_adds_up() -> None:
    """Each began before the other had learnt anything."""
    learnt = Learnt(shown="m", modes=OutputModes(shown="m"), first=FIRST)
    learnt.remember(replace(FIRST, dropped=frozenset({"temperature"}), most=8192), first=FIRST, refused=())
    learnt.remember(replace(FIRST, merged=True, limit_name="max_completion_tokens", limit_renamed=True), first=FIRST,
                    refused=())  # fmt: skip
    shape = learnt.shape(a_call())
    assert (shape.dropped, shape.merged, shape.most) == (frozenset({"temperature"}), True, 8192)
    assert (shape.limit_name, shape.limit_renamed) == ("max_completion_tokens", False)


def test_the_room_beside_one_prompt_is_not_remembered() -> None:
    """The next prompt is another."""
    learnt = Learnt(shown="m", modes=OutputModes(shown="m"), first=FIRST)
    learnt.remember(replace(FIRST, room=100), first=FIRST, refused=())
    assert learnt.shape(a_call()) == FIRST


def test_guesses_that_help_nothing_become_rare() -> None:
    """One error in two, in four, in eight; an answer starts anew."""
    learnt = Learnt(shown="m", modes=OutputModes(shown="m"), first=FIRST)
    made = []
    for error in range(1, 16):
        if learnt.may_guess():
            made.append(error)
            learnt.note_vain()
    assert made == [1, 3, 7, 15]
    learnt.note_taken(10)
    assert learnt.may_guess()
