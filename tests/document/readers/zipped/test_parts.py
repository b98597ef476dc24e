"""Parts of an archive are unpacked within bounds."""

from __future__ import annotations

import pytest
from made_files import archive

from summarizer.document.readers.zipped import parts as parts_module
from summarizer.document.readers.zipped.parts import Parts, beside
from summarizer.errors import InputError


def test_parts_are_read_by_name() -> None:
    """And asked for by it."""
    parts = Parts(archive({"a/b.xml": "<a/>"}))
    assert parts.names == ("a/b.xml",)
    assert "a/b.xml" in parts
    assert parts.read("a/b.xml") == b"<a/>"
    with pytest.raises(InputError, match="no part 'c'"):
        parts.read("c")


def test_what_unpacks_to_too_much_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """One part, or all together, whatever the directory says."""
    monkeypatch.setattr(parts_module, "MOST_PART", 2**20)
    monkeypatch.setattr(parts_module, "MOST_ALL", 3 * 2**20)
    with pytest.raises(InputError, match="more than 1 MB"):
        Parts(archive({"a": bytes(2**21)})).read("a")
    many = Parts(archive({name: bytes(2**20) for name in "abcd"}))
    for name in "abc":
        many.read(name)
    with pytest.raises(InputError, match="more than 3 MB"):
        many.read("d")


def test_what_is_damaged_is_an_error() -> None:
    """The archive, or a part of it."""
    whole = archive({"a": "It rains. " * 99})
    with pytest.raises(InputError, match="archive cannot be read"):
        Parts(whole[:-30])
    with pytest.raises(InputError, match="'a' cannot be unpacked"):
        Parts(whole[:40] + b"xxxxxx" + whole[46:]).read("a")
    encrypted = bytearray(whole)
    encrypted[6] |= 1
    encrypted[encrypted.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="encrypted"):
        Parts(bytes(encrypted)).read("a")


def test_names_beside_a_part() -> None:
    """As an archive's parts name each other; none leads out of it."""
    assert beside("OEBPS/a.opf", "text/1.xhtml") == "OEBPS/text/1.xhtml"
    assert beside("OEBPS/a.opf", "../1.xhtml") == "1.xhtml"
    assert beside("a.opf", "1.xhtml") == "1.xhtml"
