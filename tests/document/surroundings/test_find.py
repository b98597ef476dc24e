"""What stands around an article is told from it: disjoint, in order, and never all of a text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
import surroundings
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import joined

LEAD = "The cable ferry across the Dun will run again from 1 June, the county announced on Thursday."
MORE = "A new cable was drawn across the river last week. It is 340 metres long and weighs four tonnes."
LAST = "The county expects 60,000 passengers a year, after 52,000 in the year before the storm."
RULES = """1. Membership

1.1 Anybody over 18 who lives in Ashby may join.

2. Privacy

2.1 Our website uses one cookie to remember that you have signed in.

3. Copyright

3.1 All rights in the manuals are reserved by their makers.
"""
MINUTES = """Minutes of the allotment society, 11 May 2024

Present: R. Hale, P. Osei

2. Comments from members

Plot 12 asked for a later closing time.

3. Newsletter

M. Dunn will edit the summer newsletter.
"""
PIECES = [
    *(f"{LEAD}\n\n", f"{MORE}\n\n", f"{LAST}\n\n", "A short line\n", "An item of no use\n- one\n- two three four\n\n"),
    *("Home\n", "News\n", "By Tessa Hollin\n", "Comments (2)\n\n", "Sean\n2 hours ago\nAbout time.\n\n", "Most read\n"),
    *("Advertisement\n\n", "© 2024 Echo. All rights reserved.\n", "Privacy policy\n", "Photo: Una Daly\n\n"),
    *(
        "Sign up for our newsletter.\n",
        "We use cookies.\n",
        "网友评论\n\n",
        "江边人家\n2024-05-12 10:20\n终于等到了！\n",
    ),
    *(
        "## Comments\n\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
        "> quoted\n\n",
        "```\ncode\n```\n\n",
        "\x0c",
        "\r\n",
        "?",
    ),
]


def kinds(text: str) -> list[tuple[str, str]]:
    """What is found in a text, each with its words."""
    document = Document.of(text)
    return [(one.kind, " ".join(one.span.of(text).split())) for one in document.surroundings]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join))
@settings(max_examples=200)
def test_they_are_ordered_and_disjoint_and_leave_something(text: str) -> None:
    """Each is where it says, none touches another of its kind, and a sentence at least is the article's."""
    if not text.strip():
        return
    document = Document.of(text)
    found = document.surroundings
    for one in found:
        assert 0 <= one.first < one.last <= len(document.sentences)
        assert one.span.start == document.sentences[one.first].start
        assert one.span.end == document.sentences[one.last - 1].end
    assert all(one.last <= other.first for one, other in pairwise(found))
    assert all(one.kind != other.kind for one, other in pairwise(found) if one.last == other.first)
    assert sum(one.last - one.first for one in found) < len(document.sentences)


def test_a_page_comes_apart() -> None:
    """Its top, its byline, what stands between its paragraphs, and its foot."""
    text = (
        "Home\nNews\nSport\n\nCable ferry to return to Dunmere\n\nBy Colm Reddy\n\n14 May 2024\n\n"
        f"{LEAD}\n\nThe ferry at its berth. Photo: Una Daly\n\n{MORE}\n\nRead also: The storm that broke the cable\n\n"
        f"{LAST}\n\nColm Reddy is a reporter who lives beside the river.\n\nShare on Facebook\nCopy link\n\n"
        "Comments\n\nSean\n2 hours ago\nAbout time.\n\nTerms of use\nPrivacy policy\n"
    )
    assert kinds(text) == [
        ("navigation", "Home News Sport"),
        ("byline", "By Colm Reddy"),
        ("caption", "The ferry at its berth. Photo: Una Daly"),
        ("related", "Read also: The storm that broke the cable"),
        ("byline", "Colm Reddy is a reporter who lives beside the river."),
        ("navigation", "Share on Facebook Copy link"),
        ("comments", "Comments Sean 2 hours ago About time."),
        ("legal", "Terms of use Privacy policy"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sean\n2 hours ago\nAbout time.\n\nBrid\n1 hour ago\nNine euros is dear.\n",
        "CHAIR: We have one item tonight, the pump at Harrow Lane.\n\nMS ORTEGA: It failed in August.\n",
        f"How deep do you go?\n\n{LEAD}\n\nDo you read what people write?\n\nThe comments? No.\n",
        RULES,
        "# Soup\n\n## Ingredients\n\n- 200 g barley\n- 4 leeks\n\n## Method\n\n1. Simmer.\n2. Add them.\n",
        MINUTES,
        f"## Comments\n\n{LEAD}\n\n## Advertising\n\n{MORE}\n\n## Related projects\n\n{LAST}\n",
        "| Sales | 41.2 |\n|---|---|\n| Profit | 4.4 |\n",
        "© 2024 Echo. All rights reserved.",
    ],
)
def test_an_article_of_another_kind_is_whole(text: str) -> None:
    """A thread, a transcript, an interview, rules, a recipe, minutes, a report, a table, a lone line."""
    assert kinds(text) == []


def test_a_byline_with_a_date_is_the_article_s() -> None:
    """As what it says of a day rests on it."""
    page = f"Cable ferry to return\n\n{{}}\n\n{LEAD}\n\n{MORE}\n"
    assert kinds(page.format("By Colm Reddy")) == [("byline", "By Colm Reddy")]
    assert kinds(page.format("By Colm Reddy in Dunmere, 12 March 2026")) == []


@pytest.mark.parametrize("folder", ["tuned", "held_out"])
def test_no_sentence_of_an_article_is_taken(folder: str) -> None:
    """On none of the pages that the benchmark counts, of which nine in ten sentences around an article are found."""
    count = surroundings.Count()
    for path in sorted((surroundings.PAGES / folder).iterdir()):
        surroundings.measure(path, count)
    taken = {pair: n for pair, n in count.pairs.items() if pair[1] != surroundings.ARTICLE}
    assert all(true != surroundings.ARTICLE for true, _ in taken)
    around = sum(n for (true, _), n in count.pairs.items() if true != surroundings.ARTICLE)
    assert sum(taken.values()) >= 0.9 * around


def test_hostile_texts_take_linear_time() -> None:
    """Twice the text takes no more than about twice the time, whatever it repeats."""
    for piece in (
        "Comments (2)\n\n",
        "Most read\nA link of words\n",
        "Sean\n2 hours ago\n",
        "(Photo: ",
        "| ",
        "[a](b) ",
    ):
        seconds = []
        for size in (20_000, 80_000):
            document = Document.of(f"{LEAD}\n\n{MORE}\n\n" + piece * (size // len(piece)))
            start = time.process_time()
            assert document.surroundings is not None
            seconds.append(time.process_time() - start)
        assert seconds[1] < 16 * seconds[0] + 0.2, piece


def test_each_source_has_its_own() -> None:
    """The foot of one page, in the midst of a document of several, is told as it is alone."""
    page = f"Home\nNews\n\nCable ferry\n\n{LEAD}\n\n{MORE}\n\n© 2024 Echo. All rights reserved.\nPrivacy policy\n"
    document = joined(articles_of([Article(page), Article(page)]))
    assert [one.kind for one in document.surroundings] == ["navigation", "legal"] * 2
    alone, size = Document.of(page), len(Document.of(page).sentences)
    assert [(one.first, one.last) for one in document.surroundings] == [
        *((one.first, one.last) for one in alone.surroundings),
        *((one.first + size, one.last + size) for one in alone.surroundings),
    ]
    assert all(document.sentences[one.first].start == one.span.start for one in document.surroundings)
