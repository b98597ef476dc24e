"""Whole runs with a strong model, its replies written by hand and recorded: what is true is ticked, and told whole.

Where a prompt or a rule changes what is asked, the replay has no answer and says so: record the run anew, with
`python benchmarks/recordings.py record NAME`.
"""

from __future__ import annotations

import re

import pytest
from recordings import RUNS, recorded, replayed

from summarizer.document.tokens import counter_for
from summarizer.text.pointers import leans

# Runs that read an article in one piece, at the level that most use.
IN_ONE_PIECE = [name for name in recorded() if name not in {"transcript", "news-fast"}]


# What says of which kind a text is points at the text itself, and at nothing that the reader has not read.
OF_A_KIND = re.compile(r"^(?:In this|This) (?:\w+ )?(?:story|biography|interview|feature) ")


@pytest.mark.parametrize("name", recorded())
def test_every_tick_points_at_the_article(name: str) -> None:
    """Facts and sentences are supported, and each place reads in the article as the evidence says."""
    result, _ = replayed(name)
    text = result.document.text
    assert text is not None
    assert result.facts
    assert result.summary.written_by == "model"
    for evidence in result.evidences():
        assert text[evidence.start : evidence.end] == evidence.text
    assert {sentence.verdict for sentence in result.summary.sentences()} == {"supported"}
    assert not [check for fact in result.facts for check in fact.checks if check.conflict]


@pytest.mark.parametrize("name", recorded())
def test_a_summary_is_whole(name: str) -> None:
    """The first fact is told in the lead, no section has one sentence, and no part opens with what leans."""
    result, _ = replayed(name)
    lead = [sentence for paragraph in result.summary.lead for sentence in paragraph]
    deciding = result.facts[0].evidence[0]
    assert any(result.facts[0].id in sentence.fact_ids or deciding in sentence.evidence for sentence in lead)
    for section in result.summary.sections:
        told = [sentence for paragraph in section.paragraphs for sentence in paragraph]
        assert len(told) + len(section.bullets) >= 2
    written_in = {"news-in-german": "de"}.get(name, result.document.language)
    assert not leans(OF_A_KIND.sub("", lead[0].text), written_in)


@pytest.mark.parametrize("name", IN_ONE_PIECE)
def test_one_piece_takes_five_calls_at_most(name: str) -> None:
    """Four, and about seven times the article's tokens plus 4,000, schemas included; a fifth shows it once more."""
    _, asked = replayed(name)
    assert asked.calls <= 5
    size = sum(counter_for("gpt-5").count(RUNS[name].texts()))
    assert asked.tokens <= (7 if asked.calls < 5 else 7.5) * size + (4000 if asked.calls < 5 else 5500)


def test_at_least_twelve_runs_are_recorded() -> None:
    """Of as many kinds of text, in four languages."""
    assert len(recorded()) >= 12
