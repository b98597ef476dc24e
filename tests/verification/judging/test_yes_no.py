"""A judgement by one word: what is asked, how its probability is read, and what it is weighed with."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import SENTENCES, source_of
from stepping import step

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.errors import ModelUnavailable, ReplyError, ReplyMalformed, ReplyRefused
from summarizer.failure import Failure
from summarizer.verification.judging.pages import closest_page
from summarizer.verification.judging.yes_no import Calibration, calibration, judge_yes_no, log_odds, logit, yes_no_call

SOURCE = source_of()
CLAIM = 'The "ferry" carries\nwalkers.'


def asked() -> Call:
    """The call about the ferry."""
    page = closest_page(CLAIM, source=SOURCE)
    return yes_no_call(CLAIM, page=page, stage="judge_claims", call_id="judge_claims:1:1", role="judge")


def said(**chances: float) -> Reply:
    """A reply whose first token had these probabilities; an underscore stands for a space."""
    tokens = tuple(TokenChance(token.replace("_", " "), math.log(chance)) for token, chance in chances.items())
    return Reply(text=tokens[0].text, finish="length", first_token=tokens)


def test_one_token_is_asked_for_with_its_probability() -> None:
    """The call has no schema, room for one token, and goes to the judge; the claim is JSON on one line."""
    call = asked()
    assert (call.schema, call.max_output_tokens, call.role, call.prompt_id) == ({}, 1, "judge", "yesno.v1")
    assert call.top_logprobs > 1
    user = call.messages[-1].content
    assert '{"claim": "The \\"ferry\\" carries\\nwalkers."}' in user.splitlines()
    assert SENTENCES[4] in user
    assert user.endswith("Answer Yes or No.")


def test_spellings_of_a_word_count_together() -> None:
    """Yes with a space, in capitals or small letters is Yes; other tokens are neither."""
    reply = said(Yes=0.3, _yes=0.2, YES=0.1, No=0.1, _no=0.1, Maybe=0.2)
    assert log_odds(reply, call=asked()) == pytest.approx(math.log(0.6 / 0.2))


def test_a_word_that_is_not_among_the_likely_ones_has_next_to_no_probability() -> None:
    """The odds stay finite, and are high."""
    assert log_odds(said(Yes=0.9), call=asked()) > 10
    assert log_odds(said(No=0.9), call=asked()) < -10


@pytest.mark.parametrize(
    ("reply", "error", "word"),
    [
        (Reply(text="Yes"), ReplyError, "no token probabilities"),
        (said(Perhaps=0.9), ReplyMalformed, "neither Yes nor No"),
        (Reply(text="I cannot", finish="refusal"), ReplyRefused, "declined"),
        (Reply(text="", finish="content_filter"), ReplyRefused, "declined"),
    ],
)
def test_what_is_no_answer_is_an_error(reply: Reply, error: type[ReplyError], word: str) -> None:
    """A server without probabilities, another word and a refusal each have a name and say what to do."""
    with pytest.raises(error, match=f"judge_claims:1:1.*{word}|{word}.*judge_claims:1:1"):
        log_odds(reply, call=asked())


@pytest.mark.parametrize("reply", [Reply(text="Yes"), ModelUnavailable("down", call_id="judge_claims:1:1")])
def test_no_answer_is_a_failure_that_names_the_claim(reply: Reply | ModelUnavailable) -> None:
    """The flow catches what its call brings, so that the claim ends unchecked and the run goes on."""
    flow = judge_yes_no(
        CLAIM, page=closest_page(CLAIM, source=SOURCE), stage="judge_claims", call_id="judge_claims:1:1"
    )
    found = step(flow, reply).value
    assert isinstance(found, Failure)
    assert (found.stage, found.call_id) == ("judge_claims", "judge_claims:1:1")
    assert CLAIM in found.lost


def test_an_answer_is_its_log_odds() -> None:
    """Even odds are 0."""
    flow = judge_yes_no(CLAIM, page=closest_page(CLAIM, source=SOURCE), stage="judge_claims", call_id="j")
    assert step(flow, said(Yes=0.4, No=0.4)).value == pytest.approx(0.0)


def test_the_shipped_calibration_weighs_both() -> None:
    """Both what the model says and what code finds count for a claim, and a tick needs more than even odds."""
    shipped = calibration()
    assert shipped.yes > 0
    assert shipped.support > 0
    assert 0 < shipped.refuse <= 0.5 < shipped.tick < 1


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 1), st.floats(0, 1))
def test_probability_rises_with_each(one: float, two: float, low: float, high: float) -> None:
    """More odds of Yes and more support never lower it, and it stays between 0 and 1."""
    made = Calibration(intercept=-0.3, yes=0.7, support=0.5, tick=0.8, refuse=0.5)
    odds, support = sorted((one, two)), sorted((low, high))
    assert 0 < made.probability(odds[0], score=support[0]) <= made.probability(odds[1], score=support[1]) < 1


@given(st.floats(0, 1))
def test_logit_is_finite_and_odd(probability: float) -> None:
    """Certainty has a number too."""
    assert math.isfinite(logit(probability))
    assert logit(probability) == pytest.approx(-logit(1 - probability), abs=1e-6)
