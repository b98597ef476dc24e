"""The score: a probability, the same every time, that ranks and never rewards a failed check."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.errors import ConfigError
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.scoring.features import features
from summarizer.verification.scoring.score import (
    IN_CONFLICT,
    LIKELY,
    ScoreModel,
    asserting_sentences,
    support_score,
)
from summarizer.verification.verdict import Check

ARTICLE = (
    "The harbor of Lindow was closed on Monday. Engineers had found a crack of 14 centimeters in the north pier. "
    "Mayor Ada Brandt said that repairs would cost 3.5 million euros. The fishing fleet moved to Quellby for winter."
)
INDEX = Index.of(Document.of(ARTICLE))
KINDS = (
    "number",
    "date",
    "name",
    "quotation",
    "negation",
    "quantifier",
    "modality",
    "attribution",
    "direction",
    "order",
)


def score(claim: str, *checks: Check) -> float:
    return support_score(claim, index=INDEX, sentences=INDEX.evidence_set(claim), checks=checks)


def test_what_the_document_says_scores_above_what_it_does_not() -> None:
    """A reworded true claim is likely, an invented one is not."""
    true = score("A crack of 14 centimeters was found by engineers in the north pier.")
    invented = score(
        "The airport of Vienna reopened after a strike of 900 pilots.",
        Check(kind="number", item="900", found="absent", passed=False),
        Check(kind="name", item="Vienna", found="absent", passed=False),
    )
    assert invented < LIKELY < true


def test_the_order_is_verbatim_reworded_half_invented_invented() -> None:
    """More support, higher score."""
    claims = (
        "The fishing fleet moved to Quellby for winter.",
        "For the winter the fleet went to Quellby.",
        "For the winter the fleet was sold to a trader.",
        "A trader bought twelve elephants.",
    )
    scores = [score(claim) for claim in claims]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="abcdefgh harbor Lindow 14 crack not .", max_size=60),
    st.lists(
        st.builds(
            Check,
            kind=st.sampled_from(KINDS),
            item=st.just("x"),
            found=st.sampled_from(("in_span", "in_document", "absent")),
            passed=st.booleans(),
        ),
        max_size=4,
    ),
    st.sampled_from(KINDS),
)
def test_a_probability_that_failed_checks_never_raise(claim: str, checks: list[Check], kind: str) -> None:
    """In 0..1, repeatable, and one failed check more is never better."""
    before = score(claim, *checks)
    assert 0 <= before <= 1
    assert before == score(claim, *checks)
    failed = Check.model_validate({"kind": kind, "item": "y", "found": "absent", "passed": False})
    assert score(claim, *checks, failed) <= before


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        [*(ARTICLE[one.start : one.end] for one in INDEX.document.sentences), ARTICLE, "It is open.", "The pier:"]
    ),
    st.sampled_from(KINDS),
    st.integers(min_value=0, max_value=3),
)
def test_a_claim_with_a_conflict_is_unlikely_however_near_it_is(claim: str, kind: str, agreeing: int) -> None:
    """What differs where all else is alike is worth a tenth at most, beside checks that agree."""
    conflict = Check.model_validate({"kind": kind, "item": "x", "found": "absent", "passed": False, "conflict": True})
    agrees = Check(kind="number", item="14", found="in_span", passed=True)
    assert score(claim, conflict, *[agrees] * agreeing) <= IN_CONFLICT == 0.1


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Three weeks later, the mill hired a guard in Riga.", "Three hours later, the mill hired a guard in Riga."),
        ("One thing that might delay the ship is fog.", "One thing that will delay the ship is fog."),
        ("Ruiz said the bridge was safe.", "The bridge was safe."),
        ("Costa beat Meyer in the semi-final on Friday.", "Meyer beat Costa in the semi-final on Friday."),
        ("A third of the mills will close if the price drops.", "A third of the mills will close."),
        ("The tunnel opens by 9 June at the earliest.", "The tunnel opens by 9 June at the latest."),
        ("Trente-deux moutons ont disparu jeudi à Pau.", "31 moutons ont disparu jeudi à Pau."),
    ],
)
def test_what_is_false_by_a_hair_is_worth_a_tenth_and_the_sentence_itself_is_certain(source: str, claim: str) -> None:
    """A near copy has the words of its source, and still a low score; what code supports has one."""
    rules = Rules.of(Index.of(Document.of(source)))
    assert rules.rule_on(claim).score <= IN_CONFLICT
    assert rules.rule_on(source).score == 1.0


@pytest.mark.parametrize(
    "claim", ["Three other towns are affected:", "What the council of Vienna wants:", "其他城镇："]
)
def test_a_lead_in_is_not_scored_as_false(claim: str) -> None:
    """It says nothing yet that could be."""
    assert score(claim) == LIKELY
    assert score(claim, Check(kind="number", item="3", found="absent", passed=False)) == LIKELY


def test_the_sentences_of_a_claim_are_those_that_say_something() -> None:
    """A lead-in and a sentence of a word or two are none; a title before a name ends none."""
    claim = "Dr. Brandt closed the harbor. Really? No. The towns are: A crack was found there."
    assert asserting_sentences(claim, language="en") == [
        "Dr. Brandt closed the harbor.",
        "The towns are: A crack was found there.",
    ]
    assert asserting_sentences("These are the towns that are cut off:", language="en") == []
    assert asserting_sentences("港口周一关闭。工程师发现裂缝。", language="zh") == [
        "港口周一关闭。",
        "工程师发现裂缝。",
    ]


def test_a_claim_without_words_or_without_evidence_is_unlikely() -> None:
    """Nothing said or nothing found is no support."""
    assert score("…") == 0
    assert score("Zebras graze peacefully") < LIKELY / 2


def test_the_shipped_weights_use_known_features_only() -> None:
    """Every split of every tree names a feature that is counted."""
    raw = json.loads(
        resources.files("summarizer.verification.scoring").joinpath("score_weights.json").read_text(encoding="utf-8")
    )
    known = features("Lindow", index=INDEX, sentences=(0,), checks=()).keys()
    pending, used = list(raw["trees"]), set()
    while pending:
        tree = pending.pop()
        if isinstance(tree, list):
            used.add(tree[0])
            pending += tree[2:]
    assert used <= known
    assert len(used) > 10


def test_a_model_is_the_sum_of_its_leaves() -> None:
    """Base and leaves add up, the line calibrates, and the logistic function makes it a probability."""
    model = ScoreModel.from_json(
        '{"base": 1, "trees": [["a", 0.5, -1, ["b", 2, 0, 3]], 0.5], "calibration": {"slope": 2, "offset": -1}}'
    )
    assert model.probability({"a": 0.5, "b": 0}) == pytest.approx(1 / (1 + 2.718281828**-0.0))
    assert model.probability({"a": 0.6, "b": 2}) == pytest.approx(1 / (1 + 2.718281828**-2.0))
    assert model.probability({"a": 0.6, "b": 9}) == pytest.approx(1 / (1 + 2.718281828**-8.0))


def test_broken_weights_are_named() -> None:
    """A file of another form is refused with what to run."""
    with pytest.raises(ConfigError, match="train_score"):
        ScoreModel.from_json('{"base": 0, "trees": ["x"], "calibration": {"slope": 1, "offset": 0}}')
