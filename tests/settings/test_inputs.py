"""What users give, and the errors that name what is wrong with it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from summarizer.document.chunks import ChunkPolicy
from summarizer.document.document import Document
from summarizer.errors import ConfigError, InputError
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.profile import LARGE_MODEL, ModelProfile
from summarizer.models.registry import Opened
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.cache import CachePolicy
from summarizer.settings.inputs import (
    cache_of,
    check_kinds,
    chunk_policy_for,
    document_of,
    given_claims,
    judge_model_of,
    text_document,
)


def test_a_text_becomes_a_document_with_what_is_given() -> None:
    """Title and date go with a text; a document keeps its own."""
    document = document_of("It rains.", title="Rain", date=dt.date(2026, 5, 3), format="plain")
    assert (document.title, document.date, document.format) == ("Rain", dt.date(2026, 5, 3), "plain")
    assert document_of(document, title=None, date=None, format="auto") is document
    assert text_document(document) is document
    assert text_document("It rains.").text == "It rains."


def test_a_document_with_another_title_is_refused() -> None:
    """Two titles for one text are a mistake."""
    with pytest.raises(InputError, match=r"Document\.of"):
        document_of(Document.of("It rains."), title="Rain", date=None, format="auto")


def test_claims_get_their_ids_in_order() -> None:
    """Claims share calls among themselves."""
    assert [(c.id, c.statement, c.group) for c in given_claims(["One.", "Two."])] == [
        ("q1", "One.", "claims"),
        ("q2", "Two.", "claims"),
    ]


def test_an_iterator_of_claims_is_read_once() -> None:
    """What can be looped over only once gives all its claims, and a wrong one is still named."""
    assert [c.statement for c in given_claims(text for text in ("One.", "Two."))] == ["One.", "Two."]
    with pytest.raises(InputError, match="claim 2 is blank"):
        given_claims(iter(["One.", " "]))


def test_policies_are_of_their_class_or_left_out() -> None:
    """None and the right objects pass; anything else is named with the class that it should be of."""
    check_kinds(on_event=None, chunks=None, profile=LARGE_MODEL)
    check_kinds(on_event=print, chunks=ChunkPolicy(), profile=None)
    with pytest.raises(ConfigError, match="chunks takes a ChunkPolicy, not ModelProfile"):
        check_kinds(on_event=None, chunks=LARGE_MODEL)
    with pytest.raises(ConfigError, match="on_event"):
        check_kinds(on_event="print")


@pytest.mark.parametrize(
    ("claims", "word"),
    [
        ("One.", "one string"),
        (None, "not NoneType; give one"),
        (7, "must be a list of sentences"),
        (["x", 3], "claim 2 is int"),
        (["x", " "], "claim 2 is blank"),
        (["\ud800"], "surrogate"),
    ],
)
def test_a_claim_that_cannot_be_checked_is_named(claims: object, word: str) -> None:
    """The message says which one and why."""
    with pytest.raises(InputError, match=word):
        given_claims(claims)  # type: ignore[arg-type]


def test_chunks_are_those_given_or_the_models_own() -> None:
    """What the user gives comes first, then the profile, then the library's default."""
    small = ModelProfile(chunk_tokens=700)
    assert chunk_policy_for(None, profile=LARGE_MODEL) == ChunkPolicy()
    assert chunk_policy_for(None, profile=small).max_tokens == 700
    assert chunk_policy_for(ChunkPolicy(max_tokens=500), profile=small).max_tokens == 500


def test_chunks_that_do_not_fit_into_the_context_are_refused() -> None:
    """The message says what would fit."""
    with pytest.raises(ConfigError, match="do not fit into a context of 4000 tokens"):
        chunk_policy_for(ChunkPolicy(max_tokens=3900), profile=ModelProfile(context_tokens=4000, room_tokens=1000))


def test_a_cache_is_off_in_a_file_or_of_a_policy(tmp_path: Path) -> None:
    """A path is where it is kept."""
    assert cache_of(False) is None  # noqa: FBT003 - as users give it
    for given in (tmp_path / "replies.sqlite3", CachePolicy(path=tmp_path / "replies.sqlite3")):
        cache = cache_of(given)
        assert cache is not None
        assert cache.path == tmp_path / "replies.sqlite3"
        cache.close()


def test_a_judge_model_is_another_one_at_the_same_server() -> None:
    """A name is served where the main one is; an object is itself; none is none."""
    main, judge = ScriptedModel({}, name="main"), ScriptedModel({}, name="judge")
    assert judge_model_of(None, main=main, base_url=None, api_key=None) is None
    assert judge_model_of(judge, main=main, base_url=None, api_key=None) == Opened(model=judge, to_close=None)
    named = judge_model_of("small", main=main, base_url="http://127.0.0.1:9/v1", api_key="k")
    assert named is not None
    assert isinstance(named.model, OpenAIChat)
    assert (named.model.name, named.model.address) == ("small", "http://127.0.0.1:9/v1")


def test_a_judge_model_needs_a_main_one() -> None:
    """To check claims with one model alone it is given as the model."""
    with pytest.raises(ConfigError, match="judge_model"):
        judge_model_of("small", main=None, base_url=None, api_key=None)
