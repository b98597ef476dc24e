"""Chunks: nothing lost, the budget held, and cuts where the document pauses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.chunks import LINE_TOKENS, Chunk, ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.document.tokens import TokenCounter, counter_for
from summarizer.errors import ConfigError

EXACT = counter_for("gpt-5-mini")
ESTIMATE = counter_for(None)
SMALL = ChunkPolicy(max_tokens=64, lead_tokens=24)
LARGE = ChunkPolicy(max_tokens=1500, lead_tokens=150)

SENTENCE = "The council of the northern town met on Tuesday and agreed to spend 4,200 euros on trees. "


class Characters:
    """A user's own counter: the characters of a text, which is far above any vocabulary."""

    name = "characters"
    exact = True

    def count(self, texts: Sequence[str]) -> list[int]:
        """One token a character."""
        return [len(text) for text in texts]


def checked(document: Document, policy: ChunkPolicy, counter: TokenCounter) -> tuple[Chunk, ...]:
    """The chunks of a document, after every law of theirs has been looked at."""
    chunks = chunk(document, policy=policy, counter=counter)
    text, sentences = document.text, document.sentences
    units = [unit for part in chunks for unit in part.units]
    covered = [False] * len(text)
    for unit in units:
        sentence = sentences[unit.sentence]
        assert sentence.start <= unit.span.start < unit.span.end <= sentence.end
        assert not any(covered[unit.span.start : unit.span.end])
        covered[unit.span.start : unit.span.end] = [True] * (unit.span.end - unit.span.start)
    assert all(char.isspace() for char, seen in zip(text, covered, strict=True) if not seen)
    assert all(one.span.end <= other.span.start for one, other in pairwise(units))
    for number, part in enumerate(chunks, start=1):
        assert part.id == f"c{number}"
        assert [unit.number for unit in part.units] == list(range(1, len(part.units) + 1))
        assert (part.start, part.end) == (part.units[0].span.start, part.units[-1].span.end)
        assert part.tokens == counter.count([text[part.start : part.end]])[0] + LINE_TOKENS * len(part.units)
        assert part.tokens <= policy.max_tokens
        lead = [sentences[index].span.of(text) for index in part.lead]
        assert sum(counter.count(lead)) <= policy.lead_tokens
        if part.lead:
            assert part.lead == tuple(range(part.lead[0], part.units[0].sentence))
    return chunks


NASTY = st.lists(
    st.sampled_from(
        [
            *(
                "One short sentence. ",
                "Another, with a clause; and more: yes! ",
                "word " * 30,
                "Dr. Smith paid $1,200.50. ",
            ),
            *("\n", "\n\n", "\r\n\r\n", " " * 200, "\n" * 90, "\t", "\x00", "\u2028", "\u00a0"),
            *(
                "# Heading\n\n",
                "## Another heading\n\n",
                "\n\n- item one\n- item two\n",
                "\n\n> quoted\n",
                "\n\n| a | b |\n|---|---|\n",
            ),
            *(
                "政府周一宣布，支出将增长。",
                "中" * 90,
                "a" * 300,
                "😀🏳️‍🌈" * 20,
                "“" * 40,
                "e\u0301" * 50,
                "𓀀" * 40,
                "1,234 " * 30,
            ),
        ]
    )
    | st.text(max_size=6),
    min_size=1,
    max_size=14,
).map("".join)


@pytest.mark.parametrize("counter", [EXACT, ESTIMATE])
@settings(deadline=None)  # the first exact count of a process loads the vocabulary
@given(NASTY.filter(str.strip), st.sampled_from(["plain", "markdown"]))
def test_nothing_is_lost_and_the_budget_is_held(counter: TokenCounter, text: str, form: str) -> None:
    """Every non-space character lies in exactly one unit, and no chunk exceeds the budget, whatever the text."""
    document = Document.of(text, format="markdown" if form == "markdown" else "plain")
    checked(document, SMALL, counter)
    checked(document, ChunkPolicy(max_tokens=120, lead_tokens=0), counter)


@settings(max_examples=40)
@given(NASTY.filter(str.strip))
def test_a_counter_of_the_users_own_is_obeyed(text: str) -> None:
    """The budget holds as the counter given counts, even one token a character."""
    checked(Document.of(text, format="markdown"), SMALL, Characters())


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "中" * 60_000,
        "政府宣布支出将增长" * 6_000,
        "😀🏳️‍🌈" * 12_000,
        f"Before.{' ' * 900_000}After.",
        f"Before{chr(10) * 1_000_000}after",
        "\x00" * 20_000 + "a",
        "Hi there.\r\n\r\nYes, you.\r\n" * 2_000,
        "“" * 40_000,
        "word " * 20_000,
        "# A heading of some words\n\n" * 500 + "text",
        "| 1,234 | 5,678 | 9 |\n" * 3_000,
        "```\n" + "x=1; " * 20_000 + "\n```\n",
        "one two three, " * 5_000,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("counter", [EXACT, ESTIMATE])
def test_pathological_texts_hold_the_budget(text: str, counter: TokenCounter) -> None:
    """No word, sentence, gap or heading is too long."""
    document = Document.of(text)
    checked(document, LARGE, counter)
    checked(document, SMALL, counter)


def test_a_text_within_the_budget_is_one_chunk() -> None:
    """Sections do not cut a text that fits as a whole."""
    text = "# Title\n\n" + "".join(f"## Section {n}\n\n{SENTENCE * 4}\n\n" for n in range(1, 9))
    (only,) = checked(Document.of(text, format="markdown"), LARGE, EXACT)
    assert only.lead == ()
    assert only.heading == "Title"
    assert only.tokens > 0.5 * 1500


def test_a_new_top_section_starts_a_new_chunk() -> None:
    """Where the rest does not fit, a chunk that is half full ends before the section; a nearly empty one does not."""
    filler = SENTENCE * 33  # about 800 of 1500 tokens with the labels
    one, part = f"## One\n\n{filler}\n\n", f"### Part\n\n{SENTENCE}\n\n"
    text = f"# T\n\n{one}{part}## Two\n\n{SENTENCE * 3}\n\n## Three\n\n{filler}\n\n{filler}"
    chunks = checked(Document.of(text, format="markdown"), LARGE, EXACT)
    starts = [text[part.start : part.end].splitlines()[0] for part in chunks]
    assert starts[:2] == ["# T", "## Two"]
    assert "## Three" in text[chunks[1].start : chunks[1].end]
    assert chunks[1].heading == "Two"


def test_a_heading_never_ends_a_chunk() -> None:
    """A heading goes with the text below it, also where that text is a sentence beyond the budget."""
    long = "and so on and on, " * 60
    text = "".join(
        f"## Heading number {n}\n\n{SENTENCE * (n % 5)}{long if n % 3 == 0 else SENTENCE}\n\n" for n in range(40)
    )
    document = Document.of(text, format="markdown")
    for policy in (SMALL, ChunkPolicy(max_tokens=100, lead_tokens=0), ChunkPolicy(max_tokens=333)):
        chunks = checked(document, policy, EXACT)
        last = [document.sentences[part.units[-1].sentence] for part in chunks]
        assert all(document.blocks[sentence.block].kind != "heading" for sentence in last)


def test_chunks_prefer_the_ends_of_paragraphs() -> None:
    """Where paragraphs of five sentences do not fill a chunk evenly, it still ends with one."""
    document = Document.of("\n\n".join([(SENTENCE * 5).strip()] * 40), format="plain")
    chunks = checked(document, ChunkPolicy(max_tokens=700, lead_tokens=0), EXACT)
    assert len(chunks) > 5
    assert all(document.sentences[part.units[0].sentence].index % 5 == 0 for part in chunks)


def test_a_sentence_is_cut_after_clauses_before_it_is_cut_elsewhere() -> None:
    """A sentence beyond the budget becomes units that end with its own punctuation, then with words."""
    clauses = "the river rose above its banks in the night, " * 30
    chunks = checked(Document.of(clauses, format="plain"), SMALL, EXACT)
    assert all(part.units[-1].span.of(clauses).endswith(",") for part in chunks)
    bare = "riverbank " * 300
    chunks = checked(Document.of(bare, format="plain"), SMALL, EXACT)
    assert all(set(part.units[-1].span.of(bare).split()) == {"riverbank"} for part in chunks)


def test_the_lead_is_what_stands_right_before_under_the_same_heading() -> None:
    """Sentences before the chunk are shown within their budget, none across a heading, none inside a cut sentence."""
    text = f"## One\n\n{SENTENCE * 12}\n\n## Two\n\n{SENTENCE * 12}\n\n{'word ' * 200}"
    document = Document.of(text, format="markdown")
    policy = ChunkPolicy(max_tokens=150, lead_tokens=60)
    chunks = checked(document, policy, EXACT)
    assert any(len(part.lead) == 2 for part in chunks)
    for part in chunks:
        first = part.units[0]
        opening = document.sentences[first.sentence]
        kinds = {document.blocks[document.sentences[index].block].kind for index in part.lead}
        assert "heading" not in kinds
        if document.blocks[opening.block].kind == "heading" or first.span.start > opening.start:
            assert part.lead == ()
        else:
            assert part.lead
    assert {part.heading for part in chunks} == {"One", "Two"}


def test_the_lead_stops_below_a_heading() -> None:
    """Where a chunk starts soon after a heading, the lead holds the sentences below it and no more."""
    text = f"## One\n\n{SENTENCE}\n\n## Two\n\nIt rained. {SENTENCE.replace('. ', ', ') * 3}\n"
    document = Document.of(text, format="markdown")
    first, second, *_ = checked(document, ChunkPolicy(max_tokens=100, lead_tokens=40), EXACT)
    assert text[first.start : first.end].endswith("It rained.")
    assert [document.sentences[index].span.of(text) for index in second.lead] == ["It rained."]
    assert second.heading == "Two"


def test_numbered_lines_cost_no_more_than_a_chunk_says() -> None:
    """What a model is sent of the units, numbers included, stays within `tokens`."""
    text = "\n\n".join([f"## Section {n}\n\n{SENTENCE * 12}\n\n- **Item** one\n- Item two" for n in range(60)])
    document = Document.of(text, format="markdown")
    for part in checked(document, ChunkPolicy(max_tokens=4000), EXACT):
        lines = [line for line in numbered(document, part.units).splitlines() if not line.startswith("[title]")]
        assert EXACT.count(["\n".join(lines)])[0] <= part.tokens


@pytest.mark.parametrize(
    ("max_tokens", "lead_tokens", "named"),
    [(63, 0, "max_tokens"), (100, 50, "lead_tokens"), (100, -1, "lead_tokens"), (0, 0, "max_tokens")],
)
def test_a_policy_out_of_range_is_an_error(max_tokens: int, lead_tokens: int, named: str) -> None:
    """The message names the number that is wrong."""
    with pytest.raises(ConfigError, match=f"^{named}"):
        ChunkPolicy(max_tokens=max_tokens, lead_tokens=lead_tokens)


@pytest.mark.parametrize("value", [True, 1500.0, "1500", None])
def test_a_policy_takes_whole_numbers_only(value: object) -> None:
    """A float or a text is refused rather than rounded."""
    with pytest.raises(ConfigError, match="whole number"):
        ChunkPolicy(max_tokens=value)  # type: ignore[arg-type] # that is what is tested


def test_a_counter_that_returns_too_few_counts_is_an_error() -> None:
    """Counts are never joined to the wrong sentences: the message names the counter."""

    class Short(Characters):
        name = "short"

        def count(self, texts: Sequence[str]) -> list[int]:
            return super().count(texts)[:-1]

    with pytest.raises(ConfigError, match="'short'"):
        chunk(Document.of("One. Two."), policy=SMALL, counter=Short())


def test_a_source_starts_a_new_chunk_and_takes_nothing_from_the_one_before() -> None:
    """A chunk that is half full ends with its source, and no lead or heading comes from another."""
    document = joined(articles_of(["Trees\n\n" + SENTENCE * 2, SENTENCE * 2]))
    chunks = chunk(document, policy=SMALL, counter=EXACT)
    opening = next(one for one in chunks if one.start == document.parts[1].start)
    assert (opening.lead, opening.heading) == ((), "")
    assert all(one.end <= document.parts[0].end for one in chunks if one.start < document.parts[0].end)


PAGE = """Home
News
Sport

The port of Lund closes on 3 May, the harbour board said on Monday.

Photo: Ines Dahl

It handled 40 ships a year until the canal was dug in the north of the town.

The board will sell the cranes to a museum, which has asked for two of them since 2019.

Comments (2)

Mara Holm
2 hours ago
About time.

Old Joan
1 hour ago
My father worked there for thirty years.

© 2024 Lund Observer. All rights reserved.
"""


@pytest.mark.parametrize("policy", [SMALL, LARGE])
@pytest.mark.parametrize("counter", [EXACT, ESTIMATE])
def test_the_article_alone_is_cut_without_what_stands_around_it(policy: ChunkPolicy, counter: TokenCounter) -> None:
    """No unit is of it, all else is in one, each aside belongs to one chunk, and the budget holds with its lines."""
    document = Document.of(PAGE)
    chunks = chunk(document, policy=policy, counter=counter, article_only=True)
    left_out = {index for one in document.surroundings for index in range(one.first, one.last)}
    shown = [unit.sentence for part in chunks for unit in part.units]
    assert shown == [s.index for s in document.sentences if s.index not in left_out]
    assert [one for part in chunks for one in part.asides] == list(document.surroundings)
    assert {one.kind for one in document.surroundings} == {"navigation", "caption", "comments", "legal"}
    for part in chunks:
        assert part.tokens <= policy.max_tokens
        assert not left_out & set(part.lead)


def test_all_of_a_page_is_cut_unless_told() -> None:
    """As any sentence may bear out a claim."""
    (part,) = checked(Document.of(PAGE), LARGE, EXACT)
    assert part.asides == ()
    assert len(part.units) == len(Document.of(PAGE).sentences)
