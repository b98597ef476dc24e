"""Features: the same names for every claim, finite, and those that the trees read."""

from __future__ import annotations

import json
import math
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.features import features
from summarizer.verification.verdict import Check

ARTICLE = (
    "The harbor of Lindow was closed on Monday. Engineers had found a crack of 14 centimeters in the north pier. "
    "Mayor Ada Brandt did not resign. Ferries might run again in spring, said Brandt."
)
INDEX = Index.of(Document.of(ARTICLE))


def read(claim: str, *checks: Check) -> dict[str, float]:
    """The features of a claim about the article."""
    return features(claim, index=INDEX, sentences=INDEX.evidence_set(claim), checks=checks)


def split_names(tree: object) -> set[str]:
    """The features that a tree looks at."""
    if not isinstance(tree, list):
        return set()
    name, _, low, high = tree
    return {name} | split_names(low) | split_names(high)


def test_features_are_those_that_the_trees_read() -> None:
    """None is counted for nothing, and none is missing."""
    text = resources.files("summarizer.verification.scoring").joinpath("score_weights.json").read_text("utf-8")
    trees = json.loads(text)["trees"]
    assert set(read("Lindow")) == set().union(*map(split_names, trees))


def test_a_sentence_of_the_document_is_covered_fully() -> None:
    """Shares of a verbatim claim are one, what is missing is none."""
    values = read("Engineers had found a crack of 14 centimeters in the north pier.")
    for name in ("cover_one", "cover_evidence", "cover_document", "pairs", "triples", "sequence", "clause_least"):
        assert values[name] == 1, name
    for name in ("novel", "underived", "figures_absent", "alien", "swapped_sum"):
        assert values[name] == 0, name


def test_checks_are_counted() -> None:
    """Failed ones by kind and by where the value was found, passed ones apart."""
    values = read(
        "Lindow",
        Check(kind="number", item="41", found="absent", passed=False),
        Check(kind="name", item="Brandt", found="in_document", passed=False),
        Check(kind="name", item="Lindow", found="in_span", passed=True),
    )
    assert (values["failed_name"], values["failed_absent"], values["passed"]) == (1, 1, 1)


def test_chinese_is_covered_by_character_pairs() -> None:
    """A changed figure in Chinese lowers the coverage, and is an absent figure."""
    index = Index.of(Document.of("港口周一关闭。工程师在北码头发现14厘米的裂缝。"))
    claim = "工程师在北码头发现41厘米的裂缝。"
    values = features(claim, index=index, sentences=index.evidence_set(claim), checks=())
    assert values["figures_absent"] == 1
    assert values["cover_one"] < 1


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gives_the_same_finite_features(claim: str, source: str) -> None:
    """Blank, foreign and broken texts included."""
    index = Index.of(Document.of(source)) if source.strip() else INDEX
    values = features(claim, index=index, sentences=index.evidence_set(claim), checks=())
    assert list(values) == list(read("Lindow"))
    assert all(math.isfinite(value) for value in values.values())
