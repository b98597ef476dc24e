"""The registry of checks, and a check of a test's own that is one function and one registration."""

from __future__ import annotations

from itertools import chain
from typing import get_args

from checking import ARTICLE, checks
from hypothesis import given
from hypothesis import strategies as st
from judging import answer, finding, judging
from stepping import play

from summarizer.document.document import Document
from summarizer.verification.claim import Claim
from summarizer.verification.evidence.search import Index
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.rules.checks.registry import CHECK_RULES
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.verdict import Check, CheckKind
from summarizer.verification.verifier import verify_claims


def check_shouting(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """A check for nobody: a claim may not shout where its source does not."""
    shouts = "!" in claim.keys and "!" not in context.document.keys
    note = "the source does not shout"
    return [make_check("modality", "!", "absent", passed=False, note=note, conflict=True)] if shouts else []


SHOUTING = CheckRule(kinds=("modality",), check=check_shouting)


def test_every_kind_of_check_is_made_by_a_rule() -> None:
    """The kinds that users may meet are those that the rules say that they make, no more and no fewer."""
    assert set(chain.from_iterable(rule.kinds for rule in CHECK_RULES)) == set(get_args(CheckKind))


WORDS = st.sampled_from([*ARTICLE.split(), "not", "all", "May", "“", "”", "Kessel", "5", "€7", "-", ","])


@given(st.lists(WORDS, max_size=25))
def test_a_rule_makes_checks_of_its_kinds_alone(words: list[str]) -> None:
    """Whatever a claim says, each rule makes the kinds that it names."""
    index = Index.of(Document.of(ARTICLE, language="en"))
    for rule in CHECK_RULES:
        found = Rules.of(index, check_rules=(rule,)).rule_on(" ".join(words)).checks
        assert {check.kind for check in found} <= set(rule.kinds)


def test_checks_come_in_the_order_of_the_registry() -> None:
    """Numbers, dates, names, quotations, and then the rest."""
    claim = 'On March 13, Kessel called the 5 boats "too late", did not he?'
    kinds = list(dict.fromkeys(check.kind for check in checks(claim)))
    assert kinds[:4] == ["number", "date", "name", "quotation"]


def test_a_check_of_ones_own_is_seen_in_a_verdict() -> None:
    """A function and its registration: what it finds is among the checks, and holds a judge's support back."""
    said = "Readers learn that the board set no date!"
    claim = Claim(id="a", statement=said)
    for check_rules, verdict in ((CHECK_RULES, "supported"), ((*CHECK_RULES, SHOUTING), "partly_supported")):
        source = Source.of(Document.of(ARTICLE, language="en"), check_rules=check_rules)
        plan = verify_claims(
            [claim], source=source, stage="judge_claims", judge=JudgePolicy(level="fast"), repaired=False
        )
        (verified,) = play(plan, judging({said: answer("", finding(said, 1))})).value.verified
        assert verified.conclusion.verdict == verdict
    assert "the source does not shout" in verified.conclusion.reason
    assert [check.item for check in verified.conclusion.checks if not check.passed] == ["!"]
