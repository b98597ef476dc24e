"""Many articles beyond one process: the same results as `map`, whoever is killed, and what a cluster adds to each.

    python benchmarks/clusters.py ray       500 articles on a Ray cluster of this machine, workers killed; rows a second
    python benchmarks/clusters.py spark     installs pyspark beside this environment, and runs the recipe in `examples`
    python benchmarks/clusters.py dask      the same with Dask

Needs the extra `test` and a Redis server; Spark needs Java too.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
# What Ray's workers import.
os.environ["PYTHONPATH"] = os.pathsep.join(map(str, (ROOT, ROOT / "tests/support", ROOT / "benchmarks")))
sys.path[:0] = [str(ROOT / "tests/support")]

from many_articles import answer, articles  # noqa: E402 - after the path is set
from model_server import honest_server  # noqa: E402 - likewise
from ray_cluster import ray_cluster, worker_pids  # noqa: E402 - likewise
from redis_server import redis_server  # noqa: E402 - likewise

import summarizer  # noqa: E402 - likewise
from summarizer.calls.call import Call  # noqa: E402 - likewise
from summarizer.integrations.redis import RedisCache  # noqa: E402 - likewise

ACTORS: dict[str, Any] = {"concurrency": 2, "num_cpus": 0.4}


def equal_to_map(ray: Any, number: int, **options: Any) -> None:
    """So many articles by Ray, one worker killed and later both, and by `map`: every result is the same."""
    from summarizer.integrations.ray import summarize_dataset  # noqa: PLC0415 - needs Ray

    given = list(articles(number))
    killed: list[int] = []

    def kill_some(call: Call, request: int) -> None:  # noqa: ARG001 - as the server calls it
        # A third and two thirds of the way: an article of these takes three calls.
        for pid in worker_pids()[: request // number] if request in (number, 2 * number) else ():
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    with honest_server(kill_some) as server, tempfile.TemporaryDirectory() as out:
        asked: dict[str, Any] = {"model": "m", "base_url": server.base_url, "api_key": "k"}
        shared = {**asked, **options}
        began = time.perf_counter()
        rows = summarize_dataset(
            ray.data.from_items(given), id_column="id", parts=f"{out}/parts", part_rows=32, **ACTORS, **shared
        ).take_all()
        took, calls = time.perf_counter() - began, len(server.requests)
        with summarizer.Summarizer(**asked) as kept:
            expected = {result.id: result for result in kept.map(given)}
        plain = len(server.requests) - calls
    same = sum(
        summarizer.Result.model_validate_json(row["result"]).model_copy(update={"usage": one.usage}) == one
        for row in rows
        if isinstance(one := expected[row["article_id"]], summarizer.Result)
    )
    with_cache = ", replies shared in Redis" if options else ""
    print(f"{number} articles{with_cache}, workers killed: {len(killed)}, {took:.1f} s")
    print(f"requests: {calls}, and {plain} by map")
    print(f"rows: {len(rows)}, ids: {len({row['article_id'] for row in rows})}, equal to map: {same}", flush=True)


class Untouched:
    """What Ray itself takes for a row: blocks go through an async actor and come back as they are."""

    async def __call__(self, table: Any) -> Any:
        """The same."""
        return table


def rows_a_second(ray: Any, number: int) -> None:
    """Ray alone, Ray with our own work, and `map` with it; the model answers at once."""
    from summarizer.integrations.ray import summarize_dataset  # noqa: PLC0415 - needs Ray

    options: dict[str, Any] = {
        "model": summarizer.ScriptedModel(answer, name="scripted"),
        "exam": "never",
        "verification": "fast",
    }
    many = ray.data.from_items(list(articles(number * 50)), override_num_blocks=50)
    pool = ray.data.ActorPoolStrategy(size=2, max_concurrent_calls_per_actor=2)
    blocks = many.repartition(target_num_rows_per_block=256, strict=True)
    _timed(
        "Ray alone, two actors",
        number * 50,
        lambda: blocks.map_batches(
            Untouched, batch_size=None, batch_format="pyarrow", compute=pool, num_cpus=0.4
        ).materialize(),
    )
    some = ray.data.from_items(list(articles(number)), override_num_blocks=4)
    with tempfile.TemporaryDirectory() as out:
        for actors in (1, 2):
            _timed(
                f"Ray with our work, {actors} actors, into parts",
                number,
                partial(
                    summarize_dataset,
                    some,
                    id_column="id",
                    concurrency=actors,
                    num_cpus=0.4,
                    parts=f"{out}/{actors}",
                    **options,
                ),
            )
    with summarizer.Summarizer(**options) as kept:
        _timed("map, one process", number, lambda: list(kept.map(articles(number))))


def _timed(what: str, number: int, work: Any) -> None:
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    print(f"{what}: {number:,} rows in {took:.1f} s, {number / took:,.0f} a second", flush=True)


def installed(recipe: str, *packages: str) -> None:
    """Install packages beside this environment, and run their recipe twice: the second time nothing is asked."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        beside = Path(folder) / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"
        (beside / "ours.pth").write_text("\n".join([str(ROOT), sysconfig.get_path("purelib")]), "utf-8")
        python = f"{folder}/bin/python"
        before, began = _megabytes(beside), time.perf_counter()
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        took = time.perf_counter() - began
        print(f"{' '.join(packages)}: {_megabytes(beside) - before:.0f} MB, {took:.0f} s", flush=True)
        test = [python, "-m", "pytest", "-q", "-rs", "tests/test_cluster_examples.py", "-k", recipe]
        subprocess.run(test, check=True, cwd=ROOT)


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["ray", "spark", "dask"])
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()
    if options.what == "ray":
        with ray_cluster() as ray:
            equal_to_map(ray, options.articles)
            with tempfile.TemporaryDirectory() as folder, redis_server(Path(folder)) as redis:
                equal_to_map(ray, options.articles, cache=RedisCache(redis.url))
            rows_a_second(ray, 4 * options.articles)
    elif options.what == "spark":
        installed("on_spark", "pyspark")
    else:
        installed("on_dask", "dask[dataframe]", "distributed")


if __name__ == "__main__":
    main()
