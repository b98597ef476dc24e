"""Articles on a Ray cluster, in parts that a second call goes on with.

    python examples/clusters/on_ray.py OUT

Needs the extra `ray`, and a model as `Summarizer` finds it (OPENAI_API_KEY, OPENAI_BASE_URL, SUMMARIZER_MODEL), on
every machine. Here the cluster is this machine; `ray.init(address="auto")` takes one that runs.
"""

import sys
from pathlib import Path

import ray

from summarizer.integrations.ray import summarize_dataset

FOLDER = Path(__file__).parents[1] / "articles"


def main(out: str) -> None:
    """Summarize the example articles, and print what came of each."""
    ray.init(num_cpus=2, include_dashboard=False)
    articles = [
        {"id": path.name, "text": path.read_text("utf-8")} for path in FOLDER.iterdir() if path.name != "README.md"
    ]
    results = summarize_dataset(
        ray.data.from_items(articles), id_column="id", concurrency=2, num_cpus=0.4, part_rows=2, parts=out
    )
    for row in results.sort("article_id").iter_rows():
        print(f"{row['article_id']}: {row['error'] or row['headline']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
