"""Two whole runs with a strong model, its replies written by hand and recorded: what holds is ticked, all of it.

Where a prompt or a rule changes what is asked, the replay has no answer and says so: record the run anew with
`summarizer.Recording`, answered by somebody who reads nothing but the requests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Replay, Result, Summarizer

ROOT = Path(__file__).parent
ARTICLE = (ROOT.parent / "examples" / "articles" / "harbor-ferry.txt").read_text("utf-8")
RUNS = {"english": None, "german": "German"}


def replayed(run: str) -> Result:
    """The run again, answered from its recording."""
    model = Replay(ROOT / "recordings" / f"ferry-{run}.jsonl")
    with Summarizer(model=model, language=RUNS[run]) as summarizer:
        return summarizer.summarize(ARTICLE)


@pytest.mark.parametrize("run", RUNS)
def test_no_true_fact_is_refused_and_no_sentence_dropped(run: str) -> None:
    """Every fact that was drafted is true of the article, in both languages, and is ticked; so is every sentence."""
    result = replayed(run)
    assert result.failures == ()
    assert len(result.facts) == 6
    assert [fact.statement for fact in result.rejected if fact.outcome == "refused"] == []
    assert result.summary is not None
    sentences = list(result.summary.sentences())
    assert len(sentences) >= 10
    assert {sentence.verdict for sentence in sentences} == {"supported"}
    assert [one.text for one in result.summary.dropped if len(one.text.split()) > 3] == []


@pytest.mark.parametrize("run", RUNS)
def test_every_tick_points_at_the_article(run: str) -> None:
    """The evidence is cut from the English article, whatever language the fact is in, and no check conflicts."""
    result = replayed(run)
    assert result.summary is not None
    places = [fact.evidence for fact in result.facts]
    places += [sentence.evidence for sentence in result.summary.sentences()]
    for evidence in places:
        assert evidence
        assert all(ARTICLE[piece.start : piece.end] == piece.text for piece in evidence)
    for fact in result.facts:
        assert not [check for check in fact.checks if check.conflict]


def test_the_runs_are_in_their_languages() -> None:
    """The second run is in German, with its dates and figures as German writes them."""
    result = replayed("german")
    assert "11. März 2026" in result.facts[0].statement
    assert any("46 Millionen Dollar" in fact.statement for fact in result.facts)
