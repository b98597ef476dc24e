"""A chunk is split in two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.chunks import Chunk, ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.split_chunk import split_chunk
from summarizer.document.tokens import counter_for
from summarizer.text.span import Span


def chunks_of(text: str, *, max_tokens: int = 2000) -> tuple[Document, tuple[Chunk, ...]]:
    """A text and its chunks."""
    document = Document.of(text)
    policy = ChunkPolicy(max_tokens=max_tokens, lead_tokens=0)
    return document, chunk(document, policy=policy, counter=counter_for(None))


@given(
    st.lists(
        st.sampled_from(["One short line.", "A somewhat longer line of the text, with a clause.", "Two."]), min_size=2
    )
)
def test_nothing_is_lost_and_nothing_is_twice(lines: list[str]) -> None:
    """The units of the halves are the units of the chunk, in order, each half numbered from 1 and not empty."""
    document, (whole, *_) = chunks_of(" ".join(lines))
    parted = split_chunk(whole, document=document)
    assert parted is not None
    one, other = parted
    assert [u.span for u in (*one.units, *other.units)] == [u.span for u in whole.units]
    for half in parted:
        assert [u.number for u in half.units] == list(range(1, len(half.units) + 1))
        assert (half.start, half.end) == (half.units[0].span.start, half.units[-1].span.end)
    assert (one.id, other.id) == (f"{whole.id}a", f"{whole.id}b")


def test_the_cut_is_near_the_middle() -> None:
    """Neither half is much longer than the other, whatever the number of their sentences."""
    document, (whole,) = chunks_of(
        "One. Two. Three. Four. " + "A long sentence that goes on and on without an end in sight. " * 3
    )
    parted = split_chunk(whole, document=document)
    assert parted is not None
    lengths = [half.end - half.start for half in parted]
    assert max(lengths) < 2 * min(lengths)


def test_a_single_unit_cannot_be_halved() -> None:
    """One sentence is the least that is read at once."""
    document, (whole,) = chunks_of("There is one sentence.")
    assert split_chunk(whole, document=document) is None


def test_the_second_half_is_shown_what_stands_before_it() -> None:
    """Two sentences of the first half lead in, so that pronouns resolve."""
    document, (whole,) = chunks_of("Ada is a mayor. She has a dog. It is old. It barks. She is kind. He is not.")
    parted = split_chunk(whole, document=document)
    assert parted is not None
    assert parted[1].lead == tuple(unit.sentence for unit in parted[0].units[-2:])
    assert parted[0].lead == whole.lead


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 12)), min_size=2, max_size=4))
def test_the_second_half_knows_its_own_section(sections: list[tuple[int, int]]) -> None:
    """It is shown the heading that it stands under, and no sentence from before that heading."""
    text = "\n\n".join(
        f"# Part {number}\n\n" + " ".join(f"Line {n} is {'very ' * length}long." for n in range(count))
        for number, (count, length) in enumerate(sections, start=1)
    )
    document, (whole, *_) = chunks_of(text)
    parted = split_chunk(whole, document=document)
    assert parted is not None
    one, other = parted
    first = other.units[0].sentence
    own = document.blocks[document.sentences[first].block]
    above = own if own.kind == "heading" else document.heading_above(first)
    assert above is not None
    assert other.heading == document.prose(Span(above.start, above.end))
    assert all(above.last <= index < first for index in other.lead)
    assert len(other.lead) == (0 if own.kind == "heading" else min(2, first - above.last))
    assert (one.heading, one.lead) == (whole.heading, whole.lead)


def test_each_half_keeps_what_it_leaves_out() -> None:
    """An aside goes with the half in which it stands, and is lost to none."""
    text = (
        "The port of Lund closes on 3 May, the harbour board said on Monday.\n\nPhoto: Ines Dahl\n\n"
        "It handled 40 ships a year until the canal was dug in the north of the town.\n\n"
        "The board will sell the cranes to a museum, which has asked for two of them since 2019.\n\n"
        "© 2024 Lund Observer. All rights reserved.\n"
    )
    document = Document.of(text)
    (whole,) = chunk(document, policy=ChunkPolicy(), counter=counter_for(None), article_only=True)
    parted = split_chunk(whole, document=document)
    assert parted is not None
    assert [[one.kind for one in half.asides] for half in parted] == [["caption"], ["legal"]]
