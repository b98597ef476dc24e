"""Articles on a Spark cluster, by `mapInPandas`: each worker makes one `Summarizer` and goes through its partition.

    python examples/clusters/on_spark.py OUT

Needs pyspark, pandas and pyarrow, the extra `frames`, and a model as `Summarizer` finds it, on every machine. A second
call goes on with what is missing; Spark gives the partition of a worker that died to another one.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from pyspark.sql import SparkSession

import summarizer

FOLDER = Path(__file__).parents[1] / "articles"
WORKERS = 2
# As many calls at once as the account allows, shared among the workers.
AT_ONCE = 16
SLICES = 2
SCHEMA = (
    "article_id string, url string, title string, date string, language string, sha256 string, headline string, "
    "summary string, written_by string, facts array<string>, rejected long, failures array<string>, "
    "notices array<string>, model string, calls long, tokens_in long, tokens_out long, cost double, error string, "
    "message string"
)


def summarized(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """What a worker makes of its partition: a row for each article, with `error` and `message` where nothing came."""
    with summarizer.Summarizer(workers=AT_ONCE // WORKERS) as kept:
        for frame in frames:
            yield summarizer.to_frame(kept.map(frame.to_dict("records")), rows="articles", backend="pandas")


def main(out: str) -> None:
    """Summarize the example articles, and print what came of each."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master(f"local[{WORKERS}]").config("spark.ui.enabled", "false").getOrCreate()
    rows = [(path.name, path.read_text("utf-8")) for path in FOLDER.iterdir() if path.name != "README.md"]
    articles = spark.createDataFrame(rows, "id string, text string")
    Path(out).mkdir(parents=True, exist_ok=True)
    written = spark.read.schema(SCHEMA).parquet(out)
    missing = articles.join(written, articles.id == written.article_id, "left_anti")
    # Spark keeps what a write has come to when all of it is done, so a day's work is written in slices.
    for number in range(SLICES):
        part = missing.where(f"pmod(xxhash64(id), {SLICES}) = {number}").repartition(WORKERS)
        part.mapInPandas(summarized, SCHEMA).write.mode("append").parquet(out)
    for row in spark.read.schema(SCHEMA).parquet(out).orderBy("article_id").collect():
        print(f"{row.article_id}: {row.error or row.headline}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
