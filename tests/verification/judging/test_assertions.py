"""One call of the judge: what is asked, and how its reply is joined to it."""

from __future__ import annotations

import json

import pytest
from judging import BRIDGE, SENTENCES, answer, finding, source_of
from scripts import json_lines_of, lines_of
from stepping import Answer, Stepped, converse, insist, step

from summarizer.calls.call import Call, Reply
from summarizer.errors import ContextOverflow, ModelUnavailable, SummarizerError
from summarizer.text.span import Span
from summarizer.verification.judging.assertion_reply import Judgements
from summarizer.verification.judging.assertions import Question, judge_assertions
from summarizer.verification.judging.pages import page_around
from summarizer.verification.verdict import Check

SOURCE = source_of()
ENTAILED = finding("The bridge was closed.", 1)


def question(claim_id: str, statement: str = "The bridge was closed.", *, checks: tuple[Check, ...] = ()) -> Question:
    """A claim about the first sentence."""
    return Question(id=claim_id, statement=statement, spans=(SOURCE.units[0].span,), checks=checks)


def judged(*claims: dict[str, object], ids: tuple[str, ...] = ("a", "b")) -> Judgements:
    """What a reply comes to when these claims were asked."""
    flow = judge_assertions([question(i) for i in ids], source=SOURCE, stage="judge_facts", call_id="judge_facts:1:1")
    return insist(flow, {"claims": list(claims)}).value


def failed(reply: Reply | SummarizerError) -> Stepped[Judgements]:
    """What a reply that cannot be used comes to."""
    flow = judge_assertions(
        [question("a"), question("b")], source=SOURCE, stage="judge_facts", call_id="judge_facts:1:1"
    )
    return insist(flow, reply)


def test_each_claim_is_joined_by_its_id() -> None:
    """The order of the reply makes no difference; each id asked has its own judgement."""
    found = judged(answer("b", ENTAILED), answer("a", finding("It was opened.", relation="not_stated")))
    assert [a.relation for a in found.by_claim["a"].assertions] == ["not_stated"]
    assert [a.relation for a in found.by_claim["b"].assertions] == ["entailed"]
    assert not found.unjudged
    assert not found.failures


def test_numbers_become_places_of_the_document() -> None:
    """Code cuts evidence from the sentences that the numbers stand for, the deciding one first, each once."""
    found = judged(answer("a", finding("Both.", 3, 1, 3)), ids=("a",))
    evidence = found.by_claim["a"].assertions[0].evidence
    assert [e.text for e in evidence] == [SENTENCES[2], SENTENCES[0]]
    assert all(BRIDGE[e.start : e.end] == e.text for e in evidence)


def test_a_correction_is_trimmed() -> None:
    """White space around the correction is not part of it, and white space alone is none."""
    found = judged(answer("a", correction=" It was closed. \n"), answer("b", correction=" \n"))
    assert found.by_claim["a"].correction == "It was closed."
    assert found.by_claim["b"].correction == ""


@pytest.mark.parametrize(
    ("claims", "said", "left"),
    [
        pytest.param([answer("a")], ["b is not answered"], ["b"], id="missing"),
        pytest.param([], ["a is not answered", "b is not answered"], ["a", "b"], id="nothing"),
        pytest.param([answer("a"), answer("b"), answer("a")], ["a is answered 2 times"], ["a"], id="repeated"),
        pytest.param([answer("A"), answer("b")], ["A is unknown", "a is not answered"], ["a"], id="other case"),
        pytest.param([answer("a"), answer("b"), answer("zz")], ["zz is unknown"], [], id="unknown beside all"),
    ],
)
def test_ids_that_do_not_match_are_a_named_failure(
    claims: list[dict[str, object]], said: list[str], left: list[str]
) -> None:
    """What is missing or repeated has no judgement, what is unknown is named, and what matches is kept."""
    found = judged(*claims)
    assert sorted(found.by_claim) == sorted({"a", "b"} - set(left))
    assert sorted(found.unjudged) == left
    (failure,) = found.failures
    assert (failure.error, failure.stage, failure.call_id) == ("ReplyIncomplete", "judge_facts", "judge_facts:1:1")
    assert all(words in failure.message for words in said)
    assert all(found.unjudged[i] == failure for i in left)
    assert failure.lost == (f"the judgement of {', '.join(left)}" if left else "nothing that was asked for")


def test_a_repeated_id_is_not_settled_by_its_first_answer() -> None:
    """Of two answers to one claim neither counts, even where they agree."""
    assert "a" not in judged(answer("a", ENTAILED), answer("a", ENTAILED), answer("b")).by_claim


@pytest.mark.parametrize(
    ("numbers", "relation", "read", "quoted"),
    [
        ((1,), "entailed", "entailed", 1),
        ((1, 2), "contradicted", "contradicted", 2),
        ((), "not_stated", "not_stated", 0),
        ((), "entailed", "not_stated", 0),
        ((), "contradicted", "not_stated", 0),
        ((99,), "entailed", "not_stated", 0),
        ((0,), "entailed", "not_stated", 0),
        ((-1,), "entailed", "not_stated", 0),
        ((1, 99), "entailed", "not_stated", 1),
        ((4,), "entailed", "not_stated", 0),
    ],
)
def test_an_assertion_without_a_sound_sentence_entails_nothing(
    numbers: tuple[int, ...], relation: str, read: str, quoted: int
) -> None:
    """No sentence, or one that was not shown (the window has three), turns a relation into not stated."""
    found = judged(answer("a", finding("x", *numbers, relation=relation)), ids=("a",))
    (assertion,) = found.by_claim["a"].assertions
    assert (assertion.relation, len(assertion.evidence)) == (read, quoted)
    assert not found.failures


def test_more_than_the_schema_asks_for_is_read_all_the_same() -> None:
    """The bounds of the schema stop a model; they throw no finding away."""
    found = judged(answer("a", *[finding(str(n), 1, 2, 3, 1, 2) for n in range(20)]), ids=("a",))
    assert len(found.by_claim["a"].assertions) == 20


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(text="{}"), "ReplyMalformed"),
        (Reply(text='{"claims": [{"id": "a"}]}'), "ReplyMalformed"),
        (Reply(text="", finish="content_filter"), "ReplyRefused"),
        (Reply(text='{"claims": []}', finish="length"), "ReplyTruncated"),
        (Reply(text=" "), "ReplyEmpty"),
        (ModelUnavailable("the server is down", call_id="judge_facts:1:1"), "ModelUnavailable"),
    ],
)
def test_no_usable_reply_leaves_every_claim_unjudged(reply: Reply | SummarizerError, error: str) -> None:
    """Whatever is wrong, each id asked is a key of `unjudged`, with one failure that names it."""
    found = failed(reply).value
    assert not found.by_claim
    assert sorted(found.unjudged) == ["a", "b"]
    (failure,) = found.failures
    assert failure.error == error
    assert failure.lost == "the judgement of a, b"


ASKED = [question("a"), question("b"), question("c")]


def asked_about(call: Call) -> list[str]:
    """The ids of the claims that a call is about."""
    return [str(claim["id"]) for claim in json_lines_of(call)]


def test_claims_left_out_are_asked_once_more_together() -> None:
    """The second call is about the missing claims alone, and what it answers leaves no failure."""
    flow = judge_assertions(ASKED, source=SOURCE, stage="judge_facts", call_id="j")
    stepped = step(flow, {"claims": [answer("b")]}, {"claims": [answer("c", ENTAILED), answer("a")]})
    assert sorted(stepped.value.by_claim) == ["a", "b", "c"]
    assert not stepped.value.failures
    assert [asked_about(call) for call in stepped.calls] == [["a", "b", "c"], ["a", "c"]]
    assert len({call.id for call in stepped.calls}) == 2


def test_when_all_claims_are_left_out_the_judge_is_told_so() -> None:
    """The second call shows the answer and its fault: the first call once more would deserve the same reply."""
    flow = judge_assertions(ASKED, source=SOURCE, stage="judge_facts", call_id="j")
    stepped = step(flow, {"claims": []}, {"claims": [answer(i) for i in "abc"]})
    assert sorted(stepped.value.by_claim) == ["a", "b", "c"]
    first, second = stepped.calls
    assert second.messages != first.messages
    assert "no judgement, or more than one, of these ids: a, b, c" in second.messages[-1].content
    assert second.id == "j:again"


def test_whole_claims_of_a_cut_answer_are_kept() -> None:
    """A claim whose object did not close is asked again, with more room for each, whatever of it had come."""
    cut = json.dumps({"claims": [answer("a", ENTAILED), answer("b", ENTAILED)]}).removesuffix("}]}")
    flow = judge_assertions(ASKED, source=SOURCE, stage="judge_facts", call_id="j")
    stepped = step(flow, Reply(text=cut, finish="length"), {"claims": [answer("b"), answer("c")]})
    assert [len(stepped.value.by_claim[i].assertions) for i in "abc"] == [1, 0, 0]
    assert not stepped.value.failures
    assert [asked_about(call) for call in stepped.calls] == [["a", "b", "c"], ["b", "c"]]
    first, second = (call.max_output_tokens for call in stepped.calls)
    assert second / 2 > first / 3


def test_a_judge_that_runs_on_is_not_asked_again() -> None:
    """The claims that came whole are judged, the others are not."""
    begun = json.dumps({"claims": [answer("a", ENTAILED)]}).removesuffix("]}")
    endless = Reply(text=begun + ', {"id": "b", "assertions": [' + '{"text": "and so on", ' * 200, finish="length")
    found = step(judge_assertions(ASKED, source=SOURCE, stage="judge_facts", call_id="j"), endless).value
    assert sorted(found.by_claim) == ["a"]
    assert [(f.error, f.lost) for f in found.failures] == [("ReplyTruncated", "the judgement of b, c")]


def test_what_the_second_answer_lacks_is_a_failure_of_its_claims_alone() -> None:
    """The claims of the first answer keep their judgements."""
    flow = judge_assertions(ASKED, source=SOURCE, stage="judge_facts", call_id="j")
    found = step(flow, {"claims": [answer("a")]}, ModelUnavailable("down")).value
    assert sorted(found.by_claim) == ["a"]
    assert sorted(found.unjudged) == ["b", "c"]
    assert [(f.error, f.lost) for f in found.failures] == [("ModelUnavailable", "the judgement of b, c")]


def test_a_page_that_does_not_fit_is_shown_as_windows() -> None:
    """The chunk around the claims goes first, before the claims are parted."""
    asked = question("a")
    flow = judge_assertions([asked], source=SOURCE, stage="judge_facts", call_id="j", chunk_id="c1")
    stepped = step(flow, ContextOverflow("too long", status=400), {"claims": [answer("a", finding("x", 1))]})
    assert [len(lines_of(call)) for call in stepped.calls] == [len(SENTENCES), 3]
    assert [e.text for e in stepped.value.by_claim["a"].assertions[0].evidence] == [SENTENCES[0]]
    assert not stepped.value.failures


def test_claims_that_do_not_fit_together_are_asked_apart() -> None:
    """Halves of the claims, down to one; each is judged once."""

    def small(call: Call) -> Answer:
        ids = asked_about(call)
        if len(ids) > 1:
            return ContextOverflow("too long", call_id=call.id, status=400)
        return {"claims": [answer(ids[0])]}

    found = converse(judge_assertions(ASKED, source=SOURCE, stage="judge_facts", call_id="j"), small)
    assert sorted(found.by_claim) == ["a", "b", "c"]
    assert not found.failures


def test_a_claim_that_fits_nowhere_is_unjudged() -> None:
    """Parting ends at one claim."""
    found = failed(ContextOverflow("too long", status=400))
    assert sorted(found.value.unjudged) == ["a", "b"]
    assert len(found.calls) == 3
    assert {f.error for f in found.value.failures} == {"ContextOverflow"}


def test_the_call_shows_the_window_and_asks_the_claims() -> None:
    """The judge sees numbered sentences and the claims with the checks that did not pass in the span, as questions."""
    checks = (
        Check(kind="number", item="17", found="in_document", passed=False, note="the source has 18"),
        Check(kind="name", item="Brenta", found="in_span", passed=True),
        Check(kind="date", item="3 May", found="absent", passed=False),
    )
    asked = [question("a", 'A "quoted"\nclaim.', checks=checks), question("b")]
    flow = judge_assertions(asked, source=SOURCE, stage="judge_summary", call_id="judge_summary:2:7")
    (call,) = step(flow, {"claims": [answer("a"), answer("b")]}).calls
    assert (call.id, call.stage, call.prompt_id) == ("judge_summary:2:7", "judge_summary", "judge.v3")
    assert lines_of(call) == {1: SENTENCES[0], 2: SENTENCES[1], 3: SENTENCES[2]}
    first, second = json_lines_of(call)
    assert first["claim"] == 'A "quoted"\nclaim.'
    assert first["check"] == [
        "Which sentence says “17”, in these or other words?",
        "Which sentence says “3 May”, in these or other words?",
    ]
    assert "check" not in second
    assert "the source has 18" not in call.messages[-1].content


def test_the_schema_bounds_ids_and_numbers() -> None:
    """A server that enforces schemas lets through only the ids asked and the sentences shown."""
    flow = judge_assertions([question("a"), question("b")], source=SOURCE, stage="judge_facts", call_id="j")
    (call,) = step(flow, {"claims": [answer("a"), answer("b")]}).calls
    schema = json.dumps(call.schema)
    assert '"enum": ["a", "b"]' in schema
    assert '"enum": [1, 2, 3]' in schema


def test_the_places_of_all_claims_share_one_window() -> None:
    """Two claims about far sentences are shown both places, with a gap between them."""
    far = Question(id="b", statement="x", spans=(SOURCE.units[8].span, Span(0, 3)), checks=())
    flow = judge_assertions([question("a"), far], source=SOURCE, stage="judge_facts", call_id="j")
    (call,) = step(flow, {"claims": [answer("a"), answer("b", finding("x", 6))]}).calls
    assert list(lines_of(call).values()) == [SENTENCES[i] for i in (0, 1, 2, 6, 7, 8)]
    assert "[...]" in call.messages[-1].content


def test_numbers_of_a_page_with_its_chunk_are_the_pages() -> None:
    """Claims of a chunk are shown it whole: its numbers are those that its drafter saw."""
    source = source_of(max_tokens=70)
    asked = Question(id="a", statement="x", spans=(source.units[0].span, source.units[-1].span), checks=())
    flow = judge_assertions([asked], source=source, stage="judge_facts", call_id="j", chunk_id="c1")
    last = len(page_around(asked.spans, source=source, chunk_id="c1").units)
    stepped = step(flow, {"claims": [answer("a", finding("x", 1, last))]})
    (assertion,) = stepped.value.by_claim["a"].assertions
    assert [e.text for e in assertion.evidence] == [SENTENCES[0], SENTENCES[-1]]
    assert len(lines_of(stepped.calls[0])) == last


def test_a_claim_with_a_bad_assertion_is_asked_about_again_whole() -> None:
    """What is left of its assertions would say more than the judge did."""
    bad = answer("a", finding("x", 1), {"text": "y", "sentences": [1], "relation": "perhaps"})
    found = judged(bad, answer("b", ENTAILED))
    assert sorted(found.by_claim) == ["b"]
    assert sorted(found.unjudged) == ["a"]
