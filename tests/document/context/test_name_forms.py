"""Who is meant by the forms of a name."""

from __future__ import annotations

import pytest

from summarizer.document.context.name_forms import NameForms
from summarizer.document.context.names import Name, names_of
from summarizer.document.document import Document
from summarizer.text.span import Span


def forms(*names: str) -> NameForms:
    """The forms of a document with these names."""
    return NameForms([Name(tuple(name.split()), Span(0, 1), 0, opens=False, behind="") for name in names], text="")


@pytest.mark.parametrize(
    ("names", "form", "meant"),
    [
        (["Mira Hanlon", "Hanlon"], "Hanlon", ["Mira Hanlon"]),
        (["Mira Hanlon", "Mira"], "Mira", ["Mira Hanlon"]),
        (["Mrs Mira Hanlon", "Mira Hanlon"], "Mrs Mira Hanlon", ["Mira Hanlon"]),
        (["Ada Roe", "Ben Roe"], "Roe", ["Ada Roe", "Ben Roe"]),
        (["Ada Roe", "Ben Roe"], "Roes", ["Ada Roe", "Ben Roe"]),
        (["Sarah Martin", "Martin Oye"], "Martin", ["Sarah Martin", "Martin Oye"]),
        (["Harbour Board", *["Lund Harbour Board"] * 2], "Harbour Board", ["Lund Harbour Board"]),
        ([*["Harbour Board"] * 20, "About Harbour Board"], "Harbour Board", ["Harbour Board"]),
        (["First Rent", "Last Rent", "Yearly Rent", "Old Rent"], "Rent", ["Rent"]),
        (["Mr Nathaniel Thorne", "Captain Thorne"], "Captain Thorne", ["Captain Thorne"]),
        (["Captain Nathaniel Thorne", "Captain Thorne"], "Captain Thorne", ["Nathaniel Thorne"]),
        (["Nathaniel Thorne", "Mr Thorne"], "Mr Thorne", ["Nathaniel Thorne"]),
        (["Order of Captain Roe", "Captain Roe"], "Order of Captain Roe", ["Roe"]),
    ],
)
def test_who_is_meant(names: list[str], form: str, meant: list[str]) -> None:
    """The one who has the name, all who may have it, or somebody of another rank."""
    known = forms(*names)
    assert [" ".join(one) for one in known.meant_by(known.core_of(tuple(form.split())))] == meant


def test_a_title_behind_a_full_name_is_its_own() -> None:
    """Whoever is introduced as the director may be called so later."""
    text = "Marcus Devereux, Director of Works, spoke. Director Devereux left."
    names = names_of(Document.of(text, language="en"))
    known = NameForms(names, text=text)
    assert {one for name in names for one in known.meant_by(known.core_of(name.words))} >= {("Marcus", "Devereux")}
    assert known.core_of(("Director", "Devereux")) == ("Devereux",)
