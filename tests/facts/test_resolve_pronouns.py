"""Names in place of pronouns, and nothing else changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stepping import step

from summarizer.calls.call import Reply
from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.errors import ModelRejected
from summarizer.facts.choose import SentenceChoice, SentenceOption, choice_call
from summarizer.facts.fact import DraftedFact
from summarizer.facts.resolve_pronouns import pronoun_call, replaces_only_pronouns, resolve_pronouns

TEXT = "Agnes Thorvald mapped the northern lights in Tromvik. She did not retire before 2001. Olav Berg painted them."
SENTENCE = "She did not retire before 2001."
DOCUMENT = Document.of(TEXT, format="plain")
(CHUNK,) = chunk(DOCUMENT, policy=ChunkPolicy(), counter=counter_for(None))
FACT = DraftedFact(
    id="c1.1", chunk_id="c1", statement=SENTENCE, cited=(CHUNK.units[1].span,), importance=0.9
)  # fmt: skip


def resolved(answer: dict[str, object] | Reply | ModelRejected) -> DraftedFact | None:
    """What the answer makes of the fact."""
    return step(resolve_pronouns(FACT, chunk=CHUNK, document=DOCUMENT), answer).value


def test_a_name_for_a_pronoun() -> None:
    """The statement has the name, and the sentence before is cited too, as the name stands there."""
    fact = resolved({"sentence": " Agnes Thorvald did not retire  before 2001."})
    assert fact is not None
    assert fact.statement == "Agnes Thorvald did not retire before 2001."
    assert fact.cited == (CHUNK.units[0].span, CHUNK.units[1].span)


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCE,
        "Agnes Thorvald did not retire before 2011.",
        "Agnes Thorvald did retire before 2001.",
        "Agnes Thorvald retired in 2001.",
        "Agnes Miller did not retire before 2001.",
        "The famous Agnes Thorvald did not retire before 2001.",
        "Before 2001 Agnes Thorvald did not retire.",
        "Agnes Thorvald mapped the northern lights and did not retire before 2001.",
        "",
    ],
)
def test_anything_else_is_refused(sentence: str) -> None:
    """Nothing changed, a number, a lost "not", other words, a name that the text lacks, another order, more matter."""
    assert resolved({"sentence": sentence}) is None


@pytest.mark.parametrize("answer", [Reply(text="", finish="length"), ModelRejected("no", call_id="x")])
def test_what_failed_changes_nothing(answer: Reply | ModelRejected) -> None:
    """The sentence stays as it is."""
    assert resolved(answer) is None


@given(
    st.lists(st.sampled_from([*SENTENCE[:-1].split(), "Agnes", "Thorvald", "Olav", "not", "2001", "2002"]), max_size=9)
)
def test_no_number_and_no_negation_is_lost(words: list[str]) -> None:
    """Whatever is written, what passes has the sentence's number and its "not", in their order."""
    statement = " ".join(words)
    if replaces_only_pronouns(statement, original=SENTENCE, source=TEXT):
        assert "2001" in words
        assert "2002" not in words
        assert "not" in words


OPTIONS = tuple(SentenceOption(unit=unit, salience=1.0) for unit in CHUNK.units)


def test_it_begins_as_the_calls_about_the_same_chunk() -> None:
    """All calls of a small model about a chunk share the article and all before it, for the server's prompt cache."""
    calls = [
        pronoun_call(FACT, chunk=CHUNK, document=DOCUMENT),
        choice_call(SentenceChoice(chunk=CHUNK, options=OPTIONS, count=1), turned=True, document=DOCUMENT),
    ]
    assert len({call.messages[0].content for call in calls}) == 1
    beginnings = {call.messages[1].content.partition("[3] ")[0] for call in calls}
    assert len(beginnings) == 1
    assert "Agnes Thorvald mapped" in beginnings.pop()
