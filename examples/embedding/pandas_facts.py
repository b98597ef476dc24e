"""pandas: a column of articles becomes a frame of facts, with the places of each, and no row is lost in silence.

Run it: pip install 'checked-summarizer[frames]' pandas, then python pandas_facts.py. It takes the model that the
environment names (SUMMARIZER_MODEL or OPENAI_API_KEY), and does without one.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from summarizer import Summarizer, to_frame


def facts_of(frame: pd.DataFrame, *, text: str, id: str, summarizer: Summarizer) -> tuple[pd.DataFrame, pd.DataFrame]:  # noqa: A002 - what the column is
    """A row for each fact, and a row for each article with its summary, or with why it has none.

    `fact["article_id"]` is the row's value in the column `id`, as text, so that both join to what was given.
    """
    known = frame[[id, text]].astype({id: str})
    # A cell without a text comes as NaN: it is told as an article that is empty.
    articles = [{"id": name, "text": body if isinstance(body, str) else ""} for name, body in known.to_numpy()]
    results = list(summarizer.map(articles))
    return to_frame(results, backend="pandas"), to_frame(results, rows="articles", backend="pandas")


def main() -> None:
    """Three files and a cell without a text."""
    files = sorted((Path(__file__).parents[1] / "articles").glob("*.[tm]*"))
    texts = [(path.name, path.read_text("utf-8")) for path in files if path.stem != "README"]
    frame = pd.DataFrame([*texts, ("nothing", None)], columns=["name", "body"])
    with Summarizer() as summarizer:
        facts, articles = facts_of(frame, text="body", id="name", summarizer=summarizer)
    ticked = facts[facts["outcome"] == "ticked"]
    print(ticked.groupby("article_id").size().rename("facts").to_string())
    first = ticked.iloc[0]
    body = frame.set_index("name").loc[first["article_id"], "body"]
    assert body[int(first["start"]) : int(first["end"])] == first["evidence"]  # noqa: S101 - what is promised
    print(first["article_id"], int(first["start"]), int(first["end"]), first["statement"])
    for row in articles[articles["error"].notna()].itertuples():
        print(row.article_id, row.error, row.message)


if __name__ == "__main__":
    main()
