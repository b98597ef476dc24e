"""A summary in another language than the article's: its facts are ticked where a judge supports them."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import json_lines_of, lines_of

from summarizer import Call, Result, ScriptedModel, Summarizer

NEWS = (Path(__file__).parents[2] / "examples" / "articles" / "harbor-ferry.txt").read_text("utf-8")
# Each fact with words of the sentence that states it, and what it asserts in English.
FACTS = {
    "Die Kittiwake liegt mindestens sechs Wochen still, seit ein Brand am Mittwoch 214 Fahrgäste vertrieb.": (
        "has suspended its electric ferry",
        "The Kittiwake is out of service for at least six weeks after a fire drove 214 passengers off on Wednesday.",
    ),
    "Das Feuer zerstörte drei der 20 Batteriemodule.": (
        "three of the ferry's 20",
        "The fire destroyed three of the 20 battery modules.",
    ),
    "Laut Helena Braskett ging nur eine einzige Meldung ein, am 19. Januar 2026.": (
        "a single report, on 19 January",
        "Helena Braskett said that a single report came in on 19 January 2026.",
    ),
    "Die 48 Meter lange Kittiwake hat 350 Plätze, fährt seit dem 2. Juni 2025 und kostete 31,5 Mio. Dollar.": (
        "a 48-meter vessel",
        "The Kittiwake is 48 meters long, seats 350, entered service on 2 June 2025 and cost $31.5 million.",
    ),
    "Die Aktie von Brennvik Yard fiel am Donnerstag um 6,3 Prozent auf 14,20 Dollar.": (
        "Shares in Brennvik Yard",
        "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday.",
    ),
    "Die Zahl der Fahrten stieg 2025 um 18 Prozent von 1,1 auf 1,3 Millionen.": (
        "Passenger trips on the Saltholm route",
        "The number of trips rose 18 percent in 2025, from 1.1 million to 1.3 million.",
    ),
}
SENTENCES = {
    "Nach einem Brand am Mittwoch liegt die Elektrofähre Kittiwake mindestens sechs Wochen still.": (
        "has suspended its electric ferry",
        "After a fire on Wednesday the electric ferry Kittiwake is out of service for at least six weeks.",
    ),
    "Im Jahr 2025 wuchs die Zahl der Fahrten um 18 Prozent.": (
        "Passenger trips on the Saltholm route",
        "The number of trips grew 18 percent in 2025.",
    ),
    "Die Fähre kostete 31,5 Millionen Dollar.": ("a 48-meter vessel", "The ferry cost $31.5 million."),
}
HEADLINE = "Elektrofähre nach Brand außer Betrieb"
SAID = {**FACTS, **SENTENCES, HEADLINE: ("has suspended its electric ferry", "The electric ferry is out of service.")}


def number_of(call: Call, words: str) -> int:
    """The shown sentence that has some words."""
    return next(number for number, text in lines_of(call).items() if words in text)


def drafted(call: Call) -> dict[str, object]:
    """The facts in German."""
    facts = [
        {"statement": fact, "sentences": [number_of(call, words)], "importance": 3}
        for fact, (words, _) in FACTS.items()
    ]
    return {"facts": facts}


def written(call: Call) -> dict[str, object]:
    """A summary in German, one sentence of it a fact as it was."""
    ids = {str(fact["fact"]): str(fact["id"]) for fact in json_lines_of(call)}
    by_words = {words: ids[fact] for fact, (words, _) in FACTS.items() if fact in ids}
    repeated = next(iter(ids))
    sentences: list[dict[str, object]] = []
    for text, (words, _) in SENTENCES.items():
        sentences.append({"text": text, "facts": [by_words.get(words, ids[repeated])]})
    sentences.append({"text": repeated, "facts": [ids[repeated]]})
    return {"headline": HEADLINE, "parts": [{"title": "", "blocks": [{"sentences": sentences}]}]}


def model(*, in_english: bool, statement: str = "", instead: str = "") -> ScriptedModel:
    """One that writes German and supports all of it; its assertions are in German or in English.

    Args:
        in_english: The judge's assertions are in the language of the article.
        statement: What the drafter writes otherwise.
        instead: What it writes for it.
    """

    def script(call: Call) -> dict[str, object]:
        if call.stage == "extract":
            found = drafted(call)
            for fact in found["facts"]:  # type: ignore[attr-defined]
                fact["statement"] = fact["statement"].replace(statement, instead) if statement else fact["statement"]
            return found
        if call.stage == "write":
            return written(call)
        return {"claims": [judged(call, claim) for claim in json_lines_of(call)]}

    def judged(call: Call, claim: dict[str, object]) -> dict[str, object]:
        text = str(claim["claim"])
        words, english = SAID[text.replace(instead, statement) if instead else text]
        said = english.replace(statement, instead) if in_english else text
        assertion = {"text": said, "sentences": [number_of(call, words)], "relation": "entailed"}
        return {"id": claim["id"], "assertions": [assertion], "correction": ""}

    return ScriptedModel(script)


def summarized(scripted: ScriptedModel) -> Result:
    """What a run in German brings."""
    with Summarizer(model=scripted, language="German") as summarizer:
        return summarizer.summarize(NEWS)


@pytest.mark.parametrize("in_english", [False, True])
def test_facts_and_sentences_of_a_german_summary_are_ticked(in_english: bool) -> None:  # noqa: FBT001 - a parameter
    """Six of six, and each sentence of the summary, whichever language the judge answers in; nobody is asked twice."""
    scripted = model(in_english=in_english)
    result = summarized(scripted)
    assert {fact.statement for fact in result.facts} == set(FACTS)
    assert result.rejected == ()
    texts = [sentence.text for sentence in result.summary.sentences()]
    assert len(texts) == 4
    assert set(SENTENCES) < set(texts)
    assert result.summary.headline == HEADLINE
    assert not [call for call in scripted.calls if call.prompt_id == "doubt.v3"]


def test_a_wrong_figure_in_german_is_not_ticked_though_the_judge_nods() -> None:
    """The article has 18 percent."""
    result = summarized(model(in_english=False, statement="um 18 Prozent von", instead="um 14 Prozent von"))
    (refused,) = result.rejected
    assert (refused.verdict, refused.decided_by) == ("contradicted", "rule")
    assert "“14 Prozent”" in refused.reason
    assert len(result.facts) == 5
