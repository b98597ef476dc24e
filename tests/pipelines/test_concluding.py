"""What stands at the end of a run: facts by their order, a summary that is whole, and what is told of the rest."""

from __future__ import annotations

from counted import NEWS, reworded
from piped import calls_of, piped
from scripts import honest, json_lines_of

from summarizer.calls.call import Call
from summarizer.errors import ReplyRefused
from summarizer.facts.wishes import Wishes

FERRY = (
    "The ferry Lenore was stopped on 4 May 2026 after a fire. Captain Ida Holm said nobody was hurt. "
    "She praised the crew of nine. The yard in Vesk will repair the ferry by July 2026."
)
FACTS = (
    ("The ferry Lenore stopped on 4 May 2026, after a fire broke out.", 1),
    ("Captain Ida Holm said that nobody came to harm.", 2),
    ("Captain Ida Holm praised the nine people of the crew.", 3),
)


def script(sentences: list[dict[str, object]], *, relation: dict[str, str] | None = None, alone: str = "entailed"):  # type: ignore[no-untyped-def]
    """A model that drafts `FACTS`, writes these sentences as its lead, and judges as told, else for them."""
    said = relation or {}

    def answer(call: Call) -> dict[str, object]:
        if call.stage == "extract":
            facts = [{"statement": text, "sentences": [number], "importance": 3} for text, number in FACTS]
            return {"facts": facts, "missing": []}
        if call.stage == "write":
            return {"headline": "", "parts": [{"title": "", "blocks": [{"sentences": sentences}]}]}
        return {"claims": [_judged(call, str(one["id"]), str(one["claim"])) for one in json_lines_of(call)]}

    def _judged(call: Call, claim_id: str, text: str) -> dict[str, object]:
        found = alone if claim_id.endswith("a") else said.get(text, "entailed")
        number = next((place for statement, place in FACTS if statement.split()[-2] in text), 3)
        numbers = [number] if found == "entailed" else []
        assertion = {"text": text, "sentences": numbers, "relation": found}
        return {"id": claim_id, "assertions": [assertion], "correction": ""}

    return answer


def written(text: str, fact: int, *, alone: str = "") -> dict[str, object]:
    """A sentence that stands on a fact."""
    return {"text": text, "facts": [f"c1.{fact}"], "sentences": [fact], "alone": alone}


def test_facts_keep_the_order_of_the_model() -> None:
    """What must be known first comes first, and every drafted fact comes back."""
    found = piped(FERRY, script([written(FACTS[0][0], 1)]), max_facts=3).value
    assert [fact.statement for fact in found.facts] == [text for text, _ in FACTS]
    assert (found.rejected, found.failures) == ((), ())


def test_facts_are_chosen_by_importance_and_told_in_their_order() -> None:
    """The least important of three goes, though it was drafted first; the other two stay as they were drafted."""
    drafting = script([written(FACTS[1][0], 2)])

    def weighed(call: Call) -> dict[str, object]:
        answer = drafting(call)
        if call.stage == "extract":
            for fact, importance in zip(answer["facts"], (2, 4, 5), strict=True):
                fact["importance"] = importance
        return answer  # type: ignore[no-any-return]

    found = piped(FERRY, weighed, max_facts=2).value
    assert [fact.statement for fact in found.facts] == [FACTS[1][0], FACTS[2][0]]
    assert [fact.outcome for fact in found.rejected] == ["surplus"]


def test_what_is_beyond_the_most_is_surplus() -> None:
    """It is supported, and says why it is not among the key facts."""
    found = piped(FERRY, script([written(FACTS[0][0], 1)]), max_facts=1).value
    assert [fact.statement for fact in found.facts] == [FACTS[0][0]]
    assert {fact.outcome for fact in found.rejected} == {"surplus"}


LOST = "Captain Ida Holm spoke of a miracle."
LEANING = "She praised all nine of the crew."


def test_a_sentence_whose_antecedent_is_gone_is_told_in_words_of_its_own() -> None:
    """The wording that can be read alone is checked in the second look, and takes its place."""
    alone = "Captain Ida Holm praised all nine of the crew."
    lead = [written(FACTS[0][0], 1), written(LOST, 2), written(LEANING, 3, alone=alone)]
    played = piped(FERRY, script(lead, relation={LOST: "not_stated"}))
    asked = {str(one["id"]) for one in json_lines_of(played.rounds[-1][0])}
    assert "s3a" in asked
    assert played.value.summary is not None
    told = [sentence.text for sentence in played.value.summary.sentences()]
    assert alone in told
    assert LEANING not in told
    assert LOST in [dropped.text for dropped in played.value.summary.dropped]


def test_a_sentence_that_leans_on_what_is_gone_does_not_stand() -> None:
    """Without words of its own that hold, neither it nor its pointer is in the summary."""
    lead = [written(FACTS[0][0], 1), written(LOST, 2), written(LEANING, 3, alone="Ida Holm praised the crew.")]
    found = piped(FERRY, script(lead, relation={LOST: "not_stated"}, alone="not_stated")).value
    assert found.summary is not None
    told = [sentence.text for sentence in found.summary.sentences()]
    assert not [text for text in told if text.startswith("She")]


def test_the_most_important_fact_is_in_the_lead() -> None:
    """A summary that passes it over is given it."""
    found = piped(FERRY, script([written("The captain of the ferry praised the whole crew of nine.", 3)])).value
    assert found.summary is not None
    assert found.facts[0].id in {fact_id for part in found.summary.lead for one in part for fact_id in one.fact_ids}


def test_no_written_summary_is_the_articles_own_sentences() -> None:
    """In the article's language they stand in, and the summary says so."""
    answer = script([])

    def refusing(call: Call) -> dict[str, object] | ReplyRefused:
        return ReplyRefused("no", call_id=call.id) if call.stage == "write" else answer(call)

    found = piped(FERRY, refusing).value
    assert found.summary is not None
    assert found.summary.written_by == "evidence"
    assert [failure.stage for failure in found.failures] == ["write"]


def test_a_language_is_kept_by_the_facts_where_no_sentence_holds() -> None:
    """Sentences of the article would be in another language, so the facts stand in, and the summary says so."""

    def german(call: Call) -> dict[str, object] | ReplyRefused:
        if call.stage == "write":
            return ReplyRefused("nein", call_id=call.id)
        if call.stage == "extract":
            text = "Die Fähre Lenore wurde am 4. Mai 2026 nach einem Brand stillgelegt."
            return {"facts": [{"statement": text, "sentences": [1], "importance": 5}], "missing": []}
        return {
            "claims": [
                {
                    "id": one["id"],
                    "assertions": [{"text": one["claim"], "sentences": [1], "relation": "entailed"}],
                    "correction": "",
                }
                for one in json_lines_of(call)
            ]
        }

    found = piped(FERRY, german, wishes=Wishes(language="German")).value
    assert found.summary is not None
    assert found.summary.written_by == "facts"
    assert [sentence.text for sentence in found.summary.sentences()] == [fact.statement for fact in found.facts]


def test_a_fact_that_leans_is_no_key_fact() -> None:
    """It is supported, and says nothing without a sentence before it."""
    script_of = honest()

    def leaning(call: Call) -> dict[str, object]:
        if call.stage == "extract":
            return {"facts": [{"statement": "She praised the crew of nine.", "sentences": [3], "importance": 5}]}
        return script_of(call)

    found = piped(FERRY, leaning).value
    (leant,) = [fact for fact in found.rejected if fact.id == "c1.1"]
    assert (leant.verdict, leant.outcome) == ("supported", "surplus")
    assert "read alone" in leant.reason


def test_where_no_fact_holds_sentences_of_the_article_stand_in() -> None:
    """A failure says so; what was drafted comes back refused."""
    played = piped(NEWS, honest(reword=reworded, relation=lambda text: "not_stated"))
    found = played.value
    assert {fact.decided_by for fact in found.facts} == {"verbatim"}
    assert [failure.error for failure in found.failures] == ["NoFactHeld"]
    drafted = [call for call in calls_of(played) if call.stage == "extract"]
    assert len(drafted) == 1
    assert [fact for fact in found.rejected if fact.outcome == "refused"]
