"""Articles on a Dask cluster, by `map_partitions`: a partition makes one `Summarizer` and goes through its articles.

    python examples/clusters/on_dask.py OUT

Needs `dask[dataframe]`, distributed, pyarrow, the extra `frames`, and a model as `Summarizer` finds it, on every
machine. A second call goes on with what is missing; Dask gives the partition of a worker that died to another one.
"""

import hashlib
import sys
from pathlib import Path
from typing import Any

import dask.dataframe as dd
import pandas as pd
import pyarrow.parquet
from distributed import Client, LocalCluster

import summarizer

FOLDER = Path(__file__).parents[1] / "articles"
WORKERS = 2
# As many calls at once as the account allows, shared among the workers, each of which does one partition at a time.
AT_ONCE = 16


def summarized(frame: pd.DataFrame, out: str) -> pd.DataFrame:
    """Write what a partition comes to, a row for each article, and say how many they are.

    The file appears when it is whole, under a name of its articles: a partition that is done again stands there once.
    """
    ids = sorted(frame["id"])
    with summarizer.Summarizer(workers=AT_ONCE // WORKERS) as kept:
        done = summarizer.to_frame(kept.map(frame.to_dict("records")), rows="articles", backend="pyarrow")
    name = hashlib.sha256("\n".join(ids).encode()).hexdigest()[:32]
    pyarrow.parquet.write_table(done, Path(out) / f"_{name}")
    (Path(out) / f"_{name}").rename(Path(out) / f"{name}.parquet")
    return pd.DataFrame({"rows": [len(ids)]})


def rows_in(out: str) -> list[dict[str, Any]]:
    """What is written so far."""
    files = sorted(Path(out).glob("[!_]*.parquet"))
    return [row for file in files for row in pyarrow.parquet.read_table(file).to_pylist()]


def main(out: str) -> None:
    """Summarize the example articles, and print what came of each."""
    Path(out).mkdir(parents=True, exist_ok=True)
    known = {row["article_id"] for row in rows_in(out)}
    rows = [{"id": path.name, "text": path.read_text("utf-8")} for path in FOLDER.iterdir() if path.name != "README.md"]
    missing = pd.DataFrame([row for row in rows if row["id"] not in known])
    if len(missing):
        with LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
            parts = dd.from_pandas(missing, npartitions=WORKERS)
            parts.map_partitions(summarized, out, meta={"rows": "int64"}).compute()
    for row in rows_in(out):
        print(f"{row['article_id']}: {row['error'] or row['headline']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
