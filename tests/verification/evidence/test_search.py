"""The index: it finds the sentences that speak of a claim, in any language, and never points outside the document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.text.terms import is_function, terms
from summarizer.verification.evidence.search import Index

ARTICLE = (
    "The harbor of Lindow was closed on Monday. Engineers had found a crack of 14 centimeters in the north pier. "
    "Mayor Ada Brandt said that repairs would cost 3.5 million euros. The fishing fleet went to Quellby for winter. "
    "Two ferries a day still run. Brandt expects the harbor to open again in May. A new pier is planned for 2031."
)


def index_of(text: str) -> Index:
    return Index.of(Document.of(text))


def text_of(index: Index, sentence: int) -> str:
    found = index.document.sentences[sentence]
    return index.document.text[found.start : found.end]


def test_best_hit_is_the_sentence_that_states_the_claim() -> None:
    """A claim in other words finds its sentence first."""
    index = index_of(ARTICLE)
    best = index.search("The repair will cost 3.5 million euros, the mayor says")[0]
    assert "3.5 million" in text_of(index, best.sentence)


def test_every_sentence_finds_itself_first() -> None:
    """A sentence of the document is its own best hit."""
    index = index_of(ARTICLE)
    for sentence in index.document.sentences:
        assert index.search(text_of(index, sentence.index))[0].sentence == sentence.index


def test_inflected_words_meet() -> None:
    """Plural, past and -ing forms find each other."""
    index = index_of(ARTICLE)
    assert "closed on Monday" in text_of(index, index.search("closing harbors")[0].sentence)


def test_rare_words_weigh_more_than_common_ones() -> None:
    """A word of one sentence outweighs a word of many."""
    index = index_of("The pier is old. The pier is long. The pier is red. The pier leaks. A heron nests nearby.")
    assert "heron" in text_of(index, index.search("a heron and a pier")[0].sentence)


def test_one_sentence_is_enough_when_it_covers_the_claim() -> None:
    """The evidence set of a claim that one sentence states is that sentence."""
    index = index_of(ARTICLE)
    (only,) = index.evidence_set("Engineers found a crack of 14 centimeters in the north pier.")
    assert "14 centimeters" in text_of(index, only)


def test_two_sentences_are_joined_for_a_claim_of_two() -> None:
    """A claim whose halves stand apart gets both places, in document order."""
    index = index_of(ARTICLE)
    found = [
        text_of(index, one)
        for one in index.evidence_set("A crack of 14 centimeters was found, and the fleet moved to Quellby.")
    ]
    assert len(found) == 2
    assert "crack" in found[0]
    assert "Quellby" in found[1]


def test_chinese_is_searched_by_character_pairs() -> None:
    """Text without spaces is found by what it says."""
    index = index_of("港口周一关闭。工程师在北码头发现裂缝。市长说维修需要三百五十万欧元。")
    assert "裂缝" in text_of(index, index.search("北码头有裂缝")[0].sentence)


def test_german_is_searched() -> None:
    """German words and names are found."""
    index = index_of(
        "Der Hafen wurde am Montag geschlossen. Die Fischer zogen nach Quellby. Im Mai wird wieder geöffnet."
    )
    assert "Quellby" in text_of(index, index.search("Die Fischer sind in Quellby")[0].sentence)


def test_a_claim_of_other_things_finds_nothing() -> None:
    """No shared content word, no evidence."""
    index = index_of(ARTICLE)
    assert index.search("Zebras graze peacefully") == ()
    assert index.evidence_set("Zebras graze peacefully") == ()


def test_blank_claims_and_empty_documents_find_nothing() -> None:
    """Neither a claim without words nor a document without sentences is an error."""
    assert index_of(ARTICLE).search(" … ") == ()
    assert index_of(ARTICLE).evidence_set("") == ()


def test_markup_is_not_indexed() -> None:
    """The address of a link is no word of the sentence."""
    index = index_of("# Harbor\n\nThe [harbor](https://example.org/zebra) was closed.\n\n- Ferries run.\n")
    assert index.search("zebra") == ()
    assert index.search("harbor closed") != ()


def test_rarity_falls_with_frequency_and_function_words_hardly_count() -> None:
    """The weights behind the ranking are ordered as they promise."""
    index = index_of(ARTICLE)
    (heron,), (brandt,), (the,) = terms("heron"), terms("Brandt"), terms("the")
    assert index.rarity(heron) >= index.rarity(brandt) > index.rarity(the) > 0
    assert is_function(the)


WORDS = st.sampled_from("harbor pier crack 14 Brandt the a of 3.5 fleet 港 口 winter . ! ? \n\n".split(" "))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60), st.lists(WORDS, max_size=12), st.integers(1, 5))
def test_results_stay_in_the_document(source: list[str], claim: list[str], limit: int) -> None:
    """Hits name sentences of the document, at most as many as asked, best first; the set is ascending."""
    text = " ".join(source)
    if not text.strip():
        return
    index, asked = index_of(text), " ".join(claim)
    hits = index.search(asked, limit=limit)
    assert len(hits) <= limit
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.score > 0 for hit in hits)
    chosen = index.evidence_set(asked, limit=limit)
    assert list(chosen) == sorted(set(chosen))
    assert len(chosen) <= limit
    assert {hit.sentence for hit in hits} | set(chosen) <= set(range(len(index.document.sentences)))
    assert bool(chosen) == bool(hits)


def test_a_word_that_a_lines_end_cuts_is_found() -> None:
    """Under the word that it reads as, and not under its halves."""
    index = index_of("Nobody came. The council read its evalu-\nation of the pier. It rained. The evaluation was long.")
    assert {hit.sentence for hit in index.search("evaluation")} == {1, 3}
    assert not index.search("ation")
