"""What differs between two results, and nothing else."""

from __future__ import annotations

import pytest
from counted import NEWS, REPORT
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Changes, Result, Summarizer, changes_between
from summarizer.result_parts.text_verification import TextVerification
from summarizer.verification.verdict import CheckedClaim

ENGINE = Summarizer(model=None)
RESULT = ENGINE.summarize(NEWS)


def with_facts(result: Result, **fields: object) -> Result:
    """The result with its first fact otherwise."""
    first = result.facts[0].model_copy(update=fields)
    return result.model_copy(update={"facts": (first, *result.facts[1:])})


def test_a_result_does_not_differ_from_itself() -> None:
    """Nor from itself as it was saved; what it cost is nothing that counts."""
    same = Result.model_validate_json(RESULT.model_dump_json())
    assert not changes_between(RESULT, same)
    assert changes_between(RESULT, same) == Changes()


@given(first=st.integers(1, 6), second=st.integers(1, 6), lengths=st.tuples(*[st.sampled_from(["short", "long"])] * 2))
@settings(max_examples=8, deadline=None)
def test_what_is_gained_one_way_is_lost_the_other(first: int, second: int, lengths: tuple[str, str]) -> None:
    """The two ways round are each other's mirror."""
    before, after = (
        ENGINE.summarize(NEWS, max_facts=most, length=length)  # type: ignore[arg-type]
        for most, length in zip((first, second), lengths, strict=True)
    )
    there, back = changes_between(before, after), changes_between(after, before)
    assert set(there.gained) == set(back.lost)
    assert set(there.lost) == set(back.gained)
    assert len(there.moved) == len(back.moved)
    assert len(there.judged_otherwise) == len(back.judged_otherwise)
    assert bool(there) == bool(back)
    # Of either side each ticked fact is in one place at most.
    named = [*there.lost, *(pair.before for pair in (*there.reworded, *there.moved, *there.judged_otherwise))]
    assert len({fact.id for fact in named}) == len(named)


def test_other_words_at_one_place_are_no_loss() -> None:
    """A fact that is told otherwise is one pair; one that is told of another place is gained and lost."""
    first = RESULT.facts[0]
    reworded = with_facts(RESULT, statement=first.statement.replace("has suspended", "took out of service"))
    changes = changes_between(RESULT, reworded)
    assert [(pair.before, pair.after) for pair in changes.reworded] == [(first, reworded.facts[0])]
    assert (changes.gained, changes.lost) == ((), ())
    elsewhere = with_facts(RESULT, statement="Bread is dear.", evidence=RESULT.facts[1].evidence)
    changes = changes_between(RESULT, elsewhere)
    assert ([one.statement for one in changes.gained], list(changes.lost)) == (["Bread is dear."], [first])


def test_another_verdict_is_named() -> None:
    """A fact in the same words that is refused now, and one that more important ones leave no room for."""
    first = RESULT.facts[0]
    refused = first.model_copy(update={"verdict": "not_stated", "outcome": "refused"})
    surplus = first.model_copy(update={"outcome": "surplus"})
    for other, field in ((refused, "judged_otherwise"), (surplus, "moved")):
        after = RESULT.model_copy(update={"facts": RESULT.facts[1:], "rejected": (other, *RESULT.rejected)})
        changes = changes_between(RESULT, after)
        assert [(pair.before, pair.after) for pair in getattr(changes, field)] == [(first, other)]
        assert not changes.model_copy(update={field: ()})


def test_the_summary_is_compared_line_by_line() -> None:
    """A sentence that went, one that came, another headline."""
    lead = RESULT.summary.lead
    summary = RESULT.summary.model_copy(update={"lead": lead[1:], "headline": "Other"})
    changes = changes_between(RESULT, RESULT.model_copy(update={"summary": summary}))
    assert changes.sentences_lost == tuple(one.text for one in lead[0])
    assert changes.sentences_gained == ()
    assert changes.headlines == (RESULT.summary.headline, "Other")


def test_verifications_are_compared_by_their_verdicts() -> None:
    """Of a text and of claims; two kinds are not compared."""
    claim = "Nobody was seriously hurt."
    once = ENGINE.verify_text(f"{claim} The ferry is red.", NEWS)
    again = ENGINE.verify_text(f"{claim} The ferry is red.", REPORT)
    changes = changes_between(once, again)
    assert [pair.before.statement for pair in changes.judged_otherwise] == [claim]
    assert not changes_between(once, TextVerification.model_validate_json(once.model_dump_json()))
    claims: list[CheckedClaim] = ENGINE.verify([claim, "The ferry is red."], NEWS)
    assert [one.statement for one in changes_between(claims, claims[1:]).lost] == [claim]
    with pytest.raises(TypeError, match="Result"):
        changes_between(RESULT, claims)
