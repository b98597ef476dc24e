"""How sentences lie in a section."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.extractive.section_layout import gather_sentences, lay_out_section
from summarizer.extractive.sentence_scores import score_sentences

PIECES = [
    "The council approved the budget of the library on Tuesday.",
    "It did not approve the second budget for the old bridge.",
    "Merrow Water replaced 31 kilometers of pipe in the year 2025.",
    "Rain fell.",
]
BLOCKS = st.lists(
    st.tuples(st.sampled_from(["", "- "]), st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)),
    min_size=1,
    max_size=8,
)


@given(blocks=BLOCKS, data=st.data())
def test_every_sentence_is_laid_out_once_in_order(blocks: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    """All sentences given come back, none twice, ascending in the paragraphs and in the bullets."""
    document = Document.of("\n\n".join(mark + " ".join(row) for mark, row in blocks), format="markdown")
    indexes = sorted(data.draw(st.sets(st.sampled_from(range(len(document.sentences))), min_size=1)))
    layout = lay_out_section(document, score_sentences(document), indexes)
    told = [index for paragraph in layout.paragraphs for index in paragraph]
    assert told == sorted(told)
    assert list(layout.bullets) == sorted(layout.bullets)
    assert sorted([*told, *layout.bullets]) == indexes
    assert all(layout.paragraphs)


def test_list_items_become_bullets() -> None:
    """Two or more items are bullets, prose beside them a paragraph."""
    document = Document.of(
        "The plan of the council has two parts that cost $4 million.\n\n"
        "- The library of Merrow will open in the old town hall.\n- The bridge will be closed for eleven months.\n",
        format="markdown",
    )
    layout = lay_out_section(document, score_sentences(document), [0, 1, 2])
    assert (layout.paragraphs, layout.bullets) == (((0,),), (1, 2))


def test_short_statements_beside_a_long_one_become_bullets() -> None:
    """Three short statements that need no neighbor are bullets under the long one."""
    long = (
        "The council of Merrow approved, after a debate of four hours on Tuesday, a budget with money for three works."
    )
    rows = [
        long,
        "The library will cost $4 million.",
        "The bridge will cost $9 million.",
        "The road will cost $2 million.",
    ]
    document = Document.of("\n\n".join(rows))
    layout = lay_out_section(document, score_sentences(document), [0, 1, 2, 3])
    assert (layout.paragraphs, layout.bullets) == (((0,),), (1, 2, 3))


def test_a_sentence_that_needs_context_comes_with_the_one_before() -> None:
    """A sentence that opens with a pronoun is gathered behind its antecedent and stays in its paragraph."""
    document = Document.of(
        "The council of Merrow approved a budget of $4 million for the library on Tuesday. It approved no budget for "
        "the bridge of Merrow on that day.\n"
    )
    scores = score_sentences(document)
    alone = [one for one in scores.sentences if not one.needs_context]
    found = gather_sentences(document, scores, alone, count=2, said=())
    assert found == (0, 1)
    assert lay_out_section(document, scores, found).paragraphs == ((0, 1),)


def test_what_was_said_is_not_gathered_again() -> None:
    """A section leaves out what the summary has told already in the same words."""
    document = Document.of(
        "The council approved the budget.\n\nThe council approved the budget.\n\nThe bridge of Merrow was closed.\n"
    )
    scores = score_sentences(document)
    assert gather_sentences(document, scores, scores.sentences[1:], count=2, said=[0]) == (2,)
