"""What sentences score."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.extractive.sentence_scores import score_sentences

ARTICLE = """Ferry suspended after fire

The harbor authority suspended the ferry Kittiwake on Wednesday after a fire in the battery room.

The weather over the northern hills was mild and dry for most of the week.

Passengers of the ferry Kittiwake left the battery deck before the fire reached the harbor authority's pump.
"""


@given(text=st.text(min_size=1, max_size=200).filter(lambda text: not text.isspace()))
def test_every_sentence_is_scored_in_order(text: str) -> None:
    """One score for each sentence, with its index, and all shares in range."""
    document = Document.of(text)
    scores = score_sentences(document)
    assert [one.index for one in scores.sentences] == list(range(len(document.sentences)))
    for one in scores.sentences:
        assert 0 < one.self_containedness <= 1
        assert 0 <= one.salience <= 1
        assert one.score > 0


def test_central_sentence_scores_more_than_an_aside() -> None:
    """A sentence that shares its words with the rest and the title outweighs one that shares none."""
    document = Document.of(ARTICLE)
    salience = {
        document.prose(one.body)[:12]: score_sentences(document).sentences[one.index].salience
        for one in document.sentences
    }
    assert salience["The weather "] < salience["Passengers o"] < salience["The harbor a"]


def test_own_summary_of_an_article_counts_for_place() -> None:
    """The same sentence in the same place counts more under a heading that says "Key findings" than under another."""
    filler = "\n\n".join(f"The team counted {n} birds on day {n} of the survey in the marsh." for n in range(3, 30))
    body = (
        "# Birds\n\n"
        + filler
        + "\n\n## {}\n\nThe survey began early. The marsh holds more birds than it did in 2019.\n"
    )
    plain, found = (
        score_sentences(Document.of(body.format(title), format="markdown")).sentences[-1].salience
        for title in ("Weather", "Key findings")
    )
    assert found > plain


def test_license_of_an_electronic_book_is_not_the_book() -> None:
    """What stands outside the start and end lines of an electronic book never outweighs what stands inside."""
    inside = "The miller sold his mill to the young baker of the village in the spring."
    outside = "The foundation makes every electronic work of the collection available to all readers."
    text = (
        f"{outside}\n\n*** START OF THIS PROJECT GUTENBERG EBOOK THE MILL ***\n\n{inside}\n\n"
        f"*** END OF THIS PROJECT GUTENBERG EBOOK THE MILL ***\n\n{outside}\n"
    )
    document = Document.of(text)
    best = max(score_sentences(document).sentences, key=lambda one: one.score)
    assert document.prose(document.sentences[best.index].body) == inside


def test_what_stands_around_an_article_never_outweighs_it() -> None:
    """Neither comments nor what they repeat."""
    inside = "The miller sold his mill to the young baker of the village in the spring."
    comment = "The canal company should have bought the mill, the canal company has money."
    comments = "\n\n".join(f"Reader {n}\n{n} hours ago\n{comment}" for n in range(2, 9))
    article = f"{inside}\n\nHe had run it since 1971. It stood still in dry summers.\n\n{inside}"
    text = f"{article}\n\nComments (7)\n\n{comments}\n"
    document = Document.of(text)
    scores = score_sentences(document)
    best = max(scores.sentences, key=lambda one: one.score)
    assert document.prose(document.sentences[best.index].body) == inside
    assert "compani" not in scores.term_weights
