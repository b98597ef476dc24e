"""A section of one sentence is no section."""

from __future__ import annotations

from summarizer.summary.merged_sections import merged_sections
from summarizer.summary.summary import Section, SummarySentence


def told(text: str) -> SummarySentence:
    """A sentence that holds."""
    return SummarySentence(text=text, fact_ids=("c1.1",), evidence=(), verdict="supported", decided_by="judge")


ONE, TWO, THREE = map(told, ("It sank.", "It was old.", "It is gone."))


def test_a_sentence_alone_ends_the_part_before_it() -> None:
    """The lead where no section stands before; among the bullets of a section that ends with some."""
    whole = Section(title="Cause", paragraphs=((ONE, TWO),), bullets=())
    listed = Section(title="Cause", paragraphs=(), bullets=(ONE, TWO))
    alone = Section(title="Cost", paragraphs=((THREE,),), bullets=())
    assert merged_sections(((ONE,),), [alone]) == (((ONE,), (THREE,)), [])
    assert merged_sections((), [whole, alone])[1] == [whole.model_copy(update={"paragraphs": ((ONE, TWO), (THREE,))})]
    assert merged_sections((), [listed, alone])[1] == [listed.model_copy(update={"bullets": (ONE, TWO, THREE)})]


def test_longer_sections_stay() -> None:
    """Two sentences make one, in a paragraph, a list or both."""
    sections = [
        Section(title="Cause", paragraphs=((ONE,), (TWO,)), bullets=()),
        Section(title="Cost", paragraphs=((ONE,),), bullets=(TWO,)),
    ]
    assert merged_sections((), sections) == ((), sections)


def test_a_section_without_a_title_goes_on_the_part_before_it() -> None:
    """With its paragraphs as they are; a list of its own stays one."""
    bare = Section(title="", paragraphs=((ONE, TWO), (THREE,)), bullets=())
    listed = Section(title="", paragraphs=(), bullets=(ONE, TWO))
    titled = Section(title="Cause", paragraphs=((ONE, TWO),), bullets=())
    assert merged_sections(((THREE,),), [bare]) == (((THREE,), (ONE, TWO), (THREE,)), [])
    assert merged_sections((), [titled, bare])[1] == [
        titled.model_copy(update={"paragraphs": ((ONE, TWO), (ONE, TWO), (THREE,))})
    ]
    assert merged_sections((), [titled, listed])[1] == [titled, listed]
