"""A frame says what the whole is, to who reads a part of it."""

from __future__ import annotations

import pytest

from summarizer.document.chunks import Chunk, ChunkPolicy, chunk
from summarizer.document.context.cast import cast_of
from summarizer.document.context.frame import framed, who_lines
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk
from summarizer.document.tokens import counter_for

PARTS = "\n\n".join(
    f"## Part {number}\n\n### Harbour\n\n" + f"Mira Hanlon, the pilot, spoke to Ole Brandt in year {number}. " * 6
    for number in range(1, 7)
)
REPORT = f"# Report on the harbour\n\nThe harbour of Lund will close in May. Nobody is glad.\n\n{PARTS}"


def cut(text: str) -> tuple[Document, tuple[Chunk, ...]]:
    """A text in small chunks, with their frames."""
    document = Document.of(text)
    chunks = chunk(document, policy=ChunkPolicy(max_tokens=150, lead_tokens=20), counter=counter_for(None))
    return document, framed(chunks, document)


def test_each_part_but_the_first_has_a_frame() -> None:
    """The first is the opening itself; what the chunks are is left as it was."""
    document, chunks = cut(REPORT)
    assert len(chunks) > 3
    assert chunks[0].frame == ()
    assert all(one.frame for one in chunks[1:])
    plain = chunk(document, policy=ChunkPolicy(max_tokens=150, lead_tokens=20), counter=counter_for(None))
    assert [one.units for one in chunks] == [one.units for one in plain]


def test_a_part_is_told_its_path_the_opening_and_who_is_who() -> None:
    """Each in a line of its own that has no number, so that nobody cites it."""
    document, chunks = cut(REPORT)
    last = chunks[-1]
    assert [line.split("]")[0] for line in last.frame] == ["[path", "[opening", "[who"]
    assert last.frame[0] == "[path] Part 6 > Harbour"
    assert "The harbour of Lund will close in May." in last.frame[1]
    assert last.frame[2].startswith("[who] Mira Hanlon, Ole Brandt: Mira Hanlon, the pilot")
    assert all(line in numbered_chunk(document, last).split("\n") for line in last.frame)


def test_one_piece_has_no_frame() -> None:
    """It is the whole."""
    document = Document.of("The harbour of Lund will close in May.")
    chunks = chunk(document, policy=ChunkPolicy(), counter=counter_for(None))
    assert framed(chunks, document) == tuple(chunks)


@pytest.mark.parametrize("times", [1, 8])
def test_a_frame_does_not_grow_with_the_text(times: int) -> None:
    """A path, an opening and a dozen names, however much stands before."""
    names = "\n\n".join(
        f"Anna{chr(97 + n)} Berg{chr(97 + n)} came. Later Anna{chr(97 + n)} Berg{chr(97 + n)} left." for n in range(26)
    )
    _, chunks = cut(f"{REPORT}\n\n" + f"{names}\n\n" * times)
    assert max(len(" ".join(one.frame)) for one in chunks) < 3000


def test_a_long_introduction_is_cut_at_a_word() -> None:
    """The head of the sentence says who it is."""
    text = f"Mira Hanlon, the pilot of Lund, {'has spoken at length of the harbour and ' * 8}left. Mira Hanlon slept."
    document = Document.of(text)
    (line,) = who_lines(cast_of(document), document)
    assert line.startswith("[who] Mira Hanlon: Mira Hanlon, the pilot of Lund,")
    assert line.endswith(" …")
    assert len(line) < 200


def test_a_sentence_that_introduces_several_is_one_line() -> None:
    """Their names stand before it, and it is shown as far as what it says of the last."""
    people = (
        "Present were Mira Hanlon (chair), Ole Brandt (clerk), Ada Corvi, Jon Berg, Nils Aho, Eva Roth, Ian Moor, and "
    )
    document = Document.of(f"{people}Lea Wick, director of works. Mira Hanlon spoke. Lea Wick spoke to Ole Brandt.")
    lines = who_lines(cast_of(document), document)
    assert [line for line in lines if "Mira Hanlon" in line.split(":")[0] and "Lea Wick" in line.split(":")[0]]
    assert "director of works" in lines[0]
