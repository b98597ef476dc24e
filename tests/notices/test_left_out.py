"""What stands around an article is counted, and an article alone is no news."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.notices.left_out import left_out_notices


@dataclass(frozen=True)
class Stretch:
    """A stretch beside an article."""

    kind: str
    sentences: int


def test_each_kind_is_counted_once() -> None:
    """Stretches of one kind are added up, the most stand first, and a kind that has no words here is named as it is."""
    beside = [Stretch("byline", 1), Stretch("comments", 9), Stretch("comments", 5), Stretch("tickers", 2)]
    (notice,) = left_out_notices(beside)
    assert notice.message == (
        "Left out, as it is not of the article: 14 lines of comments, 2 lines of tickers, 1 line of a byline."
    )
    assert (notice.kind, notice.quiet) == ("left_out", True)


def test_an_article_alone_is_no_news() -> None:
    """Where nothing stands beside it nothing is said."""
    assert left_out_notices([]) == ()
