"""Options: what is in range, and what is refused by name."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Any

import pytest

from summarizer.document.chunks import ChunkPolicy
from summarizer.document.document import Document
from summarizer.errors import ConfigError
from summarizer.facts.wishes import Wishes
from summarizer.models.profile import LARGE_MODEL, ModelProfile
from summarizer.models.scripted import ScriptedModel
from summarizer.settings.models import AskedModels
from summarizer.settings.options import Options, check_kind, chunk_policy_for, options_for


def test_defaults() -> None:
    """As many facts as the text carries, a summary read in a minute, and nothing wished beside."""
    options = Options()
    assert (options.max_facts, options.length, options.wishes) == (None, "medium", Wishes())
    assert options.chunks == ChunkPolicy()


@pytest.mark.parametrize("most", [1, 1000])
def test_the_ends_of_the_range_are_in_it(most: int) -> None:
    """1 and 1000 facts may be asked for."""
    assert Options(max_facts=most).max_facts == most


@pytest.mark.parametrize("most", [0, -1, 1001])
def test_max_facts_out_of_range(most: int) -> None:
    """The message names the option, its range and what was given."""
    with pytest.raises(ConfigError, match=f"max_facts must be a whole number from 1 to 1000, or None, not {most}"):
        Options(max_facts=most)


@pytest.mark.parametrize("length", ["", "Medium", "tiny", None])
def test_an_unknown_length_is_refused(length: object) -> None:
    """The message lists the lengths."""
    with pytest.raises(ConfigError, match="length must be one of short, medium, long"):
        Options(length=length)  # type: ignore[arg-type]


@pytest.mark.parametrize(("words", "facts", "sentences"), [(60, 2, 2), (300, 5, 8), (3600, 19, 18)])
def test_the_text_decides_how_much_is_written(words: int, facts: int, sentences: int) -> None:
    """Without a number there are more facts and sentences of a longer text; a number given is the most."""
    document = Document.of("Rain fell on the town again. " * (words // 6))
    assert (Options().most_facts(document), Options().size(document).sentences) == (facts, sentences)
    assert Options(max_facts=3).most_facts(document) == 3


def test_options_never_change() -> None:
    """One object may serve many runs."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().max_facts = 3  # type: ignore[misc]


@pytest.mark.parametrize("wrong", [{"max_facts": "6"}, {"max_facts": 2.5}, {"max_facts": True}, {"length": ["short"]}])
def test_values_of_another_type_are_named(wrong: dict[str, object]) -> None:
    """A value of the wrong type is a ConfigError that names the option, like one out of range."""
    with pytest.raises(ConfigError, match=next(iter(wrong))):
        Options(**wrong)  # type: ignore[arg-type]


def test_chunks_are_those_given_or_the_models_own() -> None:
    """What the user gives comes first, then the profile, then the library's default."""
    small = ModelProfile(chunk_tokens=700)
    assert chunk_policy_for(None, profile=LARGE_MODEL).max_tokens == LARGE_MODEL.chunk_tokens
    assert chunk_policy_for(None, profile=small).max_tokens == 700
    assert chunk_policy_for(ChunkPolicy(max_tokens=500), profile=small).max_tokens == 500


def test_chunks_that_do_not_fit_into_the_context_are_refused() -> None:
    """The message says what would fit."""
    with pytest.raises(ConfigError, match="do not fit into a context of 4000 tokens"):
        chunk_policy_for(ChunkPolicy(max_tokens=3900), profile=ModelProfile(context_tokens=4000, room_tokens=1000))


def test_a_model_that_chooses_sentences_translates_none() -> None:
    """A language is refused by name, and without one a small model has the options that fit it."""
    nobody = AskedModels(main=None, judge=None, to_close=())
    given: dict[str, Any] = {"max_facts": 6, "length": "short", "chunks": None, "judge_form": None}
    small = ModelProfile.small()
    with pytest.raises(ConfigError, match="leave language out"):
        options_for(nobody, profile=small, wishes=Wishes(language="German"), verification="fast", **given)
    found = options_for(nobody, profile=small, wishes=Wishes(), verification="strict", **given)
    assert (found.chunks.max_tokens, found.judge.first.form) == (small.chunk_tokens, "yes_no")


@pytest.mark.parametrize("wish", ["focus", "audience", "instructions"])
def test_what_only_a_writer_can_do_is_refused_without_one(wish: str) -> None:
    """A question, a reader or a style is refused by name where nobody writes, and passed on where somebody does."""
    given: dict[str, Any] = {"max_facts": 6, "length": "short", "chunks": None, "judge_form": None}
    wishes = Wishes(**{wish: "what changes for tenants"})
    nobody = AskedModels(main=None, judge=None, to_close=())
    writer = AskedModels(main=ScriptedModel({}), judge=None, to_close=())
    for models, profile in ((nobody, LARGE_MODEL), (writer, ModelProfile.small())):
        with pytest.raises(ConfigError, match=f"{wish} needs a model that writes"):
            options_for(models, profile=profile, wishes=wishes, verification="fast", **given)
    assert options_for(writer, profile=LARGE_MODEL, wishes=wishes, verification="fast", **given).wishes == wishes


def test_a_judge_is_asked_in_the_form_of_its_own_model() -> None:
    """Unless the user says how judges are asked, which goes for both."""
    models = AskedModels(main=ScriptedModel({}), judge=ScriptedModel({}), to_close=())
    given: dict[str, Any] = {"max_facts": 6, "length": "short", "wishes": Wishes(), "chunks": None}
    yes_no = replace(LARGE_MODEL, judge_form="yes_no")
    own = options_for(models, profile=yes_no, verification="standard", judge_form=None, **given).judge
    assert (own.first.form, own.second.form) == ("yes_no", "assertions")
    both = options_for(models, profile=LARGE_MODEL, verification="standard", judge_form="yes_no", **given).judge
    assert (both.first.form, both.second.form) == ("yes_no", "yes_no")


def test_chunks_and_profile_are_of_their_class_or_left_out() -> None:
    """None and the right objects pass; anything else is named with the class that it should be of."""
    check_kind("chunks", None, kind=ChunkPolicy)
    check_kind("chunks", ChunkPolicy(), kind=ChunkPolicy)
    with pytest.raises(ConfigError, match="chunks takes a ChunkPolicy, not ModelProfile"):
        check_kind("chunks", LARGE_MODEL, kind=ChunkPolicy)
