"""A value is read as what it plainly means, and left out by name where it means nothing."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.calls.fitting import fit
from summarizer.calls.schemas import DIVISIBLE, SentenceNumber, schema_of


class _Item(BaseModel):
    model_config = ConfigDict(extra="forbid")
    text: str
    sentences: list[SentenceNumber]
    relation: Literal["entailed", "not_stated"] = "entailed"
    grade: Literal[1, 2, 3] = 1
    bullets: bool = False


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra=DIVISIBLE)
    title: str = ""
    items: Annotated[list[_Item], Field(json_schema_extra={"maxItems": 9})]


class _Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    headline: str
    parts: list[_Part]
    words: list[str] = []


class _Piece(BaseModel):
    items: list[_Item]


class _Pieces(BaseModel):
    pieces: list[_Piece]


def item(text: object = "a", sentences: object = (1,), **more: object) -> dict[str, object]:
    """An item as a model writes it."""
    return {"text": text, "sentences": list(sentences) if isinstance(sentences, tuple) else sentences, **more}


def whole(*items: object, **more: object) -> dict[str, object]:
    """A whole value with one part of these items."""
    return {"headline": "h", "parts": [{"title": "t", "items": list(items)}], **more}


@pytest.mark.parametrize(
    ("key", "written", "meant"),
    [
        ("sentences", ["5"], [5]),
        ("sentences", [5.0], [5]),
        ("sentences", ["[5]", " 6 "], [5, 6]),
        ("sentences", 5, [5]),
        ("sentences", "5", [5]),
        ("sentences", "[5, 6]", [5, 6]),
        ("relation", "Entailed", "entailed"),
        ("relation", "not stated", "not_stated"),
        ("relation", "NOT-STATED ", "not_stated"),
        ("relation", None, "entailed"),
        ("grade", "3", 3),
        ("grade", 3.0, 3),
        ("bullets", "True", True),
        ("more", {"x": 1}, None),
    ],
)
def test_what_is_plainly_meant(key: str, written: object, meant: object) -> None:
    """Another spelling of a value is that value, and a key that nobody asked for is passed over."""
    fitted = fit(whole({**item(), key: written}), shape=_Whole)
    assert fitted.lost == ()
    if meant is not None:
        assert getattr(fitted.value.parts[0].items[0], key) == meant


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("text", 5),
        ("text", None),
        ("text", ["a"]),
        ("sentences", ["one"]),
        ("sentences", [True]),
        ("sentences", [1.5]),
        ("sentences", ["1" * 5000]),
        ("sentences", None),
        ("relation", "maybe"),
        ("grade", 9),
        ("grade", "high"),
        ("bullets", 1),
    ],
)
def test_what_means_nothing_is_left_out_by_name(key: str, written: object) -> None:
    """The item is not there, the others are, and its place and fault are told without what was written."""
    fitted = fit(whole(item("a"), {**item("b"), key: written}, item("c")), shape=_Whole)
    assert [one.text for one in fitted.value.parts[0].items] == ["a", "c"]
    (lost,) = fitted.lost
    assert lost.startswith(f"parts.0.items.1: {key}")
    assert (fitted.kept, set(fitted.left_out)) == (2, {("parts", 0, "items", 1)})
    assert fitted.is_mostly_there


def test_an_item_that_is_not_divisible_is_left_out_whole() -> None:
    """What is left of an assessment without a part of it would say another thing."""
    fitted = fit({"pieces": [{"items": [item(), item(7)]}, {"items": [item()]}]}, shape=_Pieces)
    assert [len(piece.items) for piece in fitted.value.pieces] == [1]
    assert set(fitted.left_out) == {("pieces", 0)}


def test_a_fault_outside_of_every_list_is_a_fault_of_the_whole() -> None:
    """There is nothing that could be left out."""
    with pytest.raises(ValidationError):
        fit({"parts": []}, shape=_Whole)


def test_a_bad_word_in_a_list_of_words_is_left_out_alone() -> None:
    """The list stays."""
    fitted = fit(whole(item(), words=["a", 5, "b"]), shape=_Whole)
    assert (fitted.value.words, set(fitted.left_out)) == (["a", "b"], {("words", 1)})


def test_most_must_be_there() -> None:
    """As many items lost as kept is still worth more than another answer; one more lost is not."""
    assert fit(whole(item(), item(1)), shape=_Whole).is_mostly_there
    assert not fit(whole(item(), item(1), item(2)), shape=_Whole).is_mostly_there


ITEMS = st.fixed_dictionaries({
    "text": st.text(st.characters(exclude_categories=["Cs"])),
    "sentences": st.lists(st.integers(), max_size=3),
    "relation": st.sampled_from(["entailed", "not_stated"]),
    "grade": st.sampled_from([1, 2, 3]),
    "bullets": st.booleans(),
})  # fmt: skip


@given(st.lists(ITEMS, max_size=4))
def test_what_fits_is_not_changed(items: list[dict[str, Any]]) -> None:
    """Every value of the shape comes back equal."""
    fitted = fit(whole(*items), shape=_Whole)
    assert (fitted.value.model_dump(), fitted.lost) == (whole(*items, words=[]), ())


def test_the_mark_is_not_sent() -> None:
    """A schema that goes to a server knows nothing of it."""
    assert "divisible" not in str(schema_of(_Whole))
