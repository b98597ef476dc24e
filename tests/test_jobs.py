"""Jobs: the same thing done by a caller that blocks and on an event loop."""

from __future__ import annotations

import asyncio

from judging import BRIDGE, SENTENCES
from scripts import honest

from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.jobs import Jobs
from summarizer.models.profile import LARGE_MODEL
from summarizer.models.scripted import ScriptedModel
from summarizer.settings.inputs import given_claims
from summarizer.settings.models import AskedModels
from summarizer.settings.options import Options
from summarizer.settings.run import Policies, run_settings

DOCUMENT = Document.of(BRIDGE)
CLAIMS = given_claims(["Readers learn that a ferry carries walkers until then.", SENTENCES[3]])


def jobs_of(model: ScriptedModel | None) -> Jobs:
    """The jobs of a summarizer with one model, or without."""
    models = AskedModels(main=model, judge=None, to_close=())
    counter = counter_for(models.name)
    settings = run_settings(models, counter=counter, policies=Policies(workers=2))
    return Jobs(models=models, profile=LARGE_MODEL, options=Options(), counter=counter, settings=settings)


def a_model() -> ScriptedModel:
    """A model that rewords what it drafts, so that its judge is asked."""
    return ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"))


def test_both_ways_come_to_the_same() -> None:
    """What is made of a plan's value does not hang on who waited for its calls."""
    blocking, waiting = jobs_of(a_model()), jobs_of(a_model())
    assert blocking.summarizing(DOCUMENT).run() == asyncio.run(waiting.summarizing(DOCUMENT).arun())
    assert blocking.verifying(CLAIMS, DOCUMENT).run() == asyncio.run(waiting.verifying(CLAIMS, DOCUMENT).arun())
    checked = Document.of(" ".join(claim.statement for claim in CLAIMS))
    text = blocking.verifying_text(checked, DOCUMENT).run()
    assert text == asyncio.run(waiting.verifying_text(checked, DOCUMENT).arun())
    assert [sentence.verdict for sentence in text.sentences] == ["supported", "supported"]


def test_without_a_model_a_job_asks_nobody() -> None:
    """It is done all the same, on rules alone, and an estimate of it is nothing."""
    alone = jobs_of(None)
    assert not alone.asks
    assert alone.summarizing(DOCUMENT).run().trace.engine == "extractive"
    assert [found.verdict for found in alone.verifying(CLAIMS, DOCUMENT).run()] == ["unchecked", "supported"]
    assert alone.estimate(DOCUMENT).calls_most == 0


def test_a_job_that_is_made_has_asked_nothing() -> None:
    """A plan begins when it is run."""
    model = a_model()
    jobs_of(model).summarizing(DOCUMENT)
    assert not model.calls


PAGE = f"""{BRIDGE.strip()}

Comments (2)

Mara Holm
2 hours ago
They should have bought the Dutch one, as I said in March.

Old Joan
1 hour ago
My cellar is full of water again and nobody has phoned.
"""


def test_facts_are_told_by_the_article_alone() -> None:
    """No fact is drafted of comments, which are listed; a claim about them may be verified all the same."""
    jobs, document = jobs_of(a_model()), Document.of(PAGE)
    result = jobs.summarizing(document).run()
    assert [one.kind for one in result.document.surroundings] == ["comments"]
    start = result.document.surroundings[0].start
    facts = (*result.facts, *result.rejected)
    assert facts
    assert all(evidence.end <= start for fact in facts for evidence in fact.evidence)
    (claim,) = given_claims(["My cellar is full of water again and nobody has phoned."])
    (checked,) = jobs_of(a_model()).verifying([claim], document).run()
    assert checked.evidence[0].start > start
