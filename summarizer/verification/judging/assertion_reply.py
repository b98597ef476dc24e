"""A reply in assertions is read against what was asked: joined by id, each assertion with the spans that it names.

{"claims": [{"id": "f1", "assertions": [{"text": "The ferry sank", "sentences": [2], "relation": "entailed"}], …}]}
    ->  Judgements(by_claim={"f1": Judgement(assertions=(…), correction="")}, unjudged={}, failures=())
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.call import Call
from summarizer.calls.schemas import KnownId, SentenceNumber
from summarizer.document.document import Document
from summarizer.errors import ReplyIncomplete, SummarizerError
from summarizer.failure import Failure
from summarizer.text.span import Evidence
from summarizer.verification.judging.pages import Page
from summarizer.verification.verdict import Assertion

# Bounds of the schema alone, where they stop a weak model from running on; a reply that holds more is read as it is.
_MOST_ASSERTIONS = 8
_MOST_SENTENCES = 4


# Where a reply says nothing of a claim as a whole, its assertions decide.
NO_SUPPORT: Final = -1


class WireAssertion(BaseModel):
    """An assertion as a model writes it."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    text: str
    sentences: Annotated[list[SentenceNumber], Field(json_schema_extra={"maxItems": _MOST_SENTENCES})]
    relation: Literal["entailed", "contradicted", "not_stated"]


class WireClaim(BaseModel):
    """What a model writes of one claim."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    id: KnownId
    support: int = NO_SUPPORT
    assertions: Annotated[list[WireAssertion], Field(json_schema_extra={"maxItems": _MOST_ASSERTIONS})]
    correction: str = ""


class WireJudgement(BaseModel):
    """What a model writes of all claims that it was asked about."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    claims: list[WireClaim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the judge said of one claim.

    Attributes:
        support: How likely it is that every detail of the claim is supported, 0..100; `NO_SUPPORT` if it did not say.
        assertions: Where the claim stands, and what of it is doubted.
        correction: Its smallest edit, "" if the judge gave none.
    """

    assertions: tuple[Assertion, ...]
    correction: str
    support: int = NO_SUPPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """What one or several calls brought: each claim asked about is a key of `by_claim` or of `unjudged`.

    Attributes:
        by_claim: The judgements by the ids of their claims.
        unjudged: The claims that got none, each with why.
        failures: What failed.
    """

    by_claim: Mapping[str, Judgement]
    unjudged: Mapping[str, Failure]
    failures: tuple[Failure, ...]

    @classmethod
    def none_for(cls, claim_ids: Sequence[str], *, error: SummarizerError, call: Call) -> Judgements:
        """No judgement of any of these claims, because a call failed."""
        lost = f"the judgement of {', '.join(claim_ids)}"
        failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=lost)
        return cls(by_claim={}, unjudged=dict.fromkeys(claim_ids, failure), failures=(failure,))

    @classmethod
    def merged(cls, parts: Sequence[Judgements]) -> Judgements:
        """What several calls about different claims brought."""
        by_claim: dict[str, Judgement] = {}
        unjudged: dict[str, Failure] = {}
        failures: list[Failure] = []
        for part in parts:
            by_claim.update(part.by_claim)
            unjudged.update(part.unjudged)
            failures += part.failures
        return cls(by_claim=by_claim, unjudged=unjudged, failures=tuple(failures))


def read_judgements(
    claims: Sequence[WireClaim], *, asked: Sequence[str], document: Document, page: Page, call: Call
) -> Judgements:
    """The judgements of the claims that were asked about and are answered exactly once.

    Args:
        claims: What the model wrote.
        asked: The ids of the claims that it was asked about.
        document: What it was shown a page of.
        page: That page, whose numbers it names.
        call: The call, for failures.
    """
    times = Counter(claim.id for claim in claims)
    by_claim: dict[str, Judgement] = {}
    for claim in claims:
        if claim.id in asked and times[claim.id] == 1:
            assertions = tuple(_read_assertion(one, document=document, page=page) for one in claim.assertions)
            correction = " ".join(claim.correction.split())
            by_claim[claim.id] = Judgement(support=claim.support, assertions=assertions, correction=correction)
    faults = _faults(times, asked)
    if not faults:
        return Judgements(by_claim=by_claim, unjudged={}, failures=())
    error = ReplyIncomplete(f"the judge's reply does not match what was asked: {'; '.join(faults)}", call_id=call.id)
    left = sorted(set(asked) - by_claim.keys())
    lost = f"the judgement of {', '.join(left)}" if left else "nothing that was asked for"
    failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=lost)
    return Judgements(by_claim=by_claim, unjudged=dict.fromkeys(left, failure), failures=(failure,))


def _faults(times: Mapping[str, int], asked: Sequence[str]) -> list[str]:
    """What is wrong with the ids of a reply, in words."""
    unknown = [f"{claim_id} is unknown" for claim_id in times if claim_id not in asked]
    repeated = [f"{claim_id} is answered {n} times" for claim_id, n in times.items() if claim_id in asked and n > 1]
    missing = [f"{claim_id} is not answered" for claim_id in sorted(set(asked) - times.keys())]
    return unknown + repeated + missing


def _read_assertion(wire: WireAssertion, *, document: Document, page: Page) -> Assertion:
    """The assertion with its spans; one that names a sentence that was not shown, or none, entails nothing."""
    numbers = list(dict.fromkeys(wire.sentences))
    known = [number for number in numbers if 1 <= number <= len(page.units)]
    evidence = tuple(Evidence.cut(document.text, page.units[number - 1].span) for number in known)
    is_sound = wire.relation == "not_stated" or (known and len(known) == len(numbers))
    return Assertion(text=wire.text, relation=wire.relation if is_sound else "not_stated", evidence=evidence)
