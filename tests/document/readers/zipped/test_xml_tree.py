"""XML becomes a tree, within bounds."""

from __future__ import annotations

import pytest
from made_files import W

from summarizer.document.readers.zipped.xml_tree import MOST_DEPTH, tree_of
from summarizer.errors import InputError


def test_a_tree_is_asked_by_names() -> None:
    """Whatever prefix a program chose."""
    tree = tree_of(
        f'<x:a xmlns:x="{W}" xmlns:o="urn:other"><x:b x:val="1">It <o:c>rains</o:c>.</x:b><x:b/></x:a>'.encode()
    )
    first = tree.find("w:a", "w:b")
    assert first is not None
    assert (first.get("val"), first.get("none"), first.words) == ("1", "", "It rains.")
    assert tree.find("w:a", "w:d", "w:e") is None
    assert [node.name for node in tree.all()] == ["", "w:a", "w:b", "c", "w:b"]
    assert len(list(tree.all("w:b"))) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<a>", "no XML"),
        (b"", "no XML"),
        (b"<?xml version='1.0' encoding='x-none'?><a/>", "no XML"),
        (b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', "defines entities"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "defines entities"),
        (b"<a>" * (MOST_DEPTH + 2), "nested deeper"),
    ],
)
def test_what_is_no_document_is_an_error(data: bytes, said: str) -> None:
    """No entity is resolved, and no depth fills the stack."""
    with pytest.raises(InputError, match=said):
        tree_of(data)


def test_a_type_of_another_place_is_not_fetched() -> None:
    """It is passed over."""
    tree = tree_of(b'<!DOCTYPE a PUBLIC "-//X" "http://127.0.0.1:9/x.dtd"><a>It rains.</a>')
    assert tree.words == "It rains."
