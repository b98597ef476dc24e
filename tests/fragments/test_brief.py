"""Every value has a repr of one line and bounded length, whatever is in it, and one that tells values apart."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from scripts import honest

import summarizer
from summarizer.fragments.brief import brief, counted, name_of, told
from summarizer.fragments.printable import printable

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=300)
TEXT = (
    "# The bridge\n\nThe council of Brenta closed the old bridge on 3 May 2026. Engineers had found cracks in two of "
    "its piers. 😀 The mayor, Ada Corvi, said repairs would cost 4.2 million euros.\n\n"
) + "A ferry\x1b]8;;http://evil.example\x07 carries \u202ewalkers until then. Cars take the road over Fossa.\n\n" * 40


@given(text=ANY_TEXT, most=st.integers(2, 90))
def test_a_brief_text_is_one_short_line(text: str, most: int) -> None:
    """It is never longer than was allowed, and nothing in it drives a terminal."""
    said = brief(text, most=most)
    assert len(said) <= most + 2
    assert said == printable(said)
    if len(printable(text)) <= most:
        assert said == f"'{printable(text)}'"


@given(value=st.recursive(ANY_TEXT | st.integers() | st.none(), lambda inner: st.lists(inner) | st.tuples(inner)))
def test_fields_are_told_in_one_bounded_line(value: object) -> None:
    """However long and deep a field is."""
    said = told("Value", [("field", value), (None, value)])
    assert len(said) <= 1100
    assert said == printable(said)


def test_what_was_left_out_is_counted() -> None:
    """A long list shows its first items, and how many more there are; a short one reads as Python writes it."""
    assert told("A", [("b", (1, 2, 3, 4, 5, 6))]) == "A(b=(1, 2, 3, 4, … 2 more))"
    assert told("A", [("b", (1,)), ("c", []), ("d", {"e": 2})]) == "A(b=(1,), c=[], d={'e': 2})"
    assert (counted(1, "fact"), counted(0, "fact"), counted(1200, "fact")) == ("1 fact", "0 facts", "1,200 facts")
    assert (name_of("c1.1"), name_of("a b"), name_of("\x1b"), name_of(None)) == ("c1.1", "'a b'", "'\ufffd'", "''")


@pytest.fixture(scope="module")
def values() -> list[object]:
    """Values of every public kind that a run hands out, of a text that is long and hostile."""
    kept = summarizer.Summarizer(model=summarizer.ScriptedModel(honest(every=2)), focus="cost" * 200)
    result = kept.summarize(summarizer.Article(TEXT, id="a\x1b7"))
    document = summarizer.Document.of(TEXT)
    checked = kept.verify([*(fact.statement for fact in result.facts), "It rains.\x07" * 90], document)
    whole = kept.verify_text("The council closed the bridge. " * 50, document)
    failed = summarizer.Failed.of(summarizer.InputError("no " * 400), id="a" * 999, url=None)
    found: list[object] = [
        kept,
        result,
        document,
        whole,
        failed,
        summarizer.Article(TEXT),
        summarizer.Article(document),
    ]
    found += [*checked, *result.facts, *result.rejected, *result.evidences(), *result.notices, *result.failures]
    found += [result.summary, result.document, result.trace, result.usage, *whole.sentences, kept.estimate(TEXT)]
    found.append(summarizer.VerifiedClaims(id="a", url=None, claims=tuple(checked)))
    return found


def test_every_value_has_a_repr_of_one_short_line(values: list[object]) -> None:
    """No value of a run fills a screen, is told in two lines, or drives a terminal; `str` says the same."""
    assert {type(value).__name__ for value in values} >= {
        "Result", "CheckedFact", "CheckedClaim", "TextVerification", "VerifiedSentence", "Document", "Summary",
        "Summarizer", "Failed", "Article", "Evidence", "DocumentRecord", "Trace", "UsageReport", "VerifiedClaims",
    }  # fmt: skip
    for value in values:
        assert len(repr(value)) <= 1200, repr(value)[:300]
        assert repr(value) == str(value) == printable(repr(value))


def test_what_has_a_name_is_told_at_a_glance(values: list[object]) -> None:
    """Those that are shown most have a line that starts with what they are and fits two of a terminal's."""
    named = [value for value in values if repr(value).startswith(f"<{type(value).__name__} ")]
    assert {type(value).__name__ for value in named} >= {"Result", "CheckedFact", "CheckedClaim", "TextVerification"}
    for value in named:
        assert len(repr(value)) <= 400


def test_rich_shows_the_repr(values: list[object]) -> None:
    """The package `rich` prints values field by field, unless told not to."""
    console = Console(width=100_000, file=io.StringIO(), markup=False)
    for value in values:
        with console.capture() as shown:
            console.print(value)
        assert shown.get().strip() == repr(value)
