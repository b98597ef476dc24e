"""Ray Data spreads many articles over the machines of a cluster: actors that each hold one summarizer.

results = summarize_dataset(ray.data.read_parquet("news"), text_column="body", concurrency=8, model="gpt-5-mini")
summarize_dataset(news, text_column="body", concurrency=8, parts="s3://bucket/out", model="gpt-5-mini")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from summarizer.engine import Summarizer
from summarizer.errors import ConfigError, MissingExtra, SummarizerError
from summarizer.integrations.shares import share_of
from summarizer.runtime.limits import LimitPolicy

if TYPE_CHECKING:
    import numpy as np
    from ray.data import Dataset

    from summarizer.integrations.parts import Parts
    from summarizer.integrations.tables import Columns

# Blocks that an actor has and works on at once: while the slowest article of one is waited for, the next is under way.
# Ray's own number lets the first actor that is ready take the blocks of all (500 articles by two went to one).
_BLOCKS_AT_ONCE: Final = 2


def summarize_dataset(  # noqa: PLR0913 -- a front door: each is one choice of the user's, with a default
    ds: Dataset,
    *,
    text_column: str = "text",
    id_column: str | None = None,
    url_column: str | None = None,
    title_column: str | None = None,
    date_column: str | None = None,
    keep: Sequence[str] = (),
    concurrency: int = 1,
    num_cpus: float = 1.0,
    parts: str | None = None,
    part_rows: int = 256,
    retry_failed: bool = False,
    **options: Any,
) -> Dataset:
    """The articles of a dataset, summarized by actors on a Ray cluster; needs the extra `ray`.

    A row comes back for each, in no order of its own: what goes along of its columns, those of
    `to_frame(rows="articles")`, of which `error` and `message` say why nothing came, and `result`, the whole result as
    `Result.model_validate_json` reads it. Each equals what `Summarizer.map` makes of that article, but for `usage`.

    Without `parts` the dataset is lazy, as all of Ray's are. With it the work is done now, and each block is written to
    that folder as it is done, in `done/` and `failed/`; the rows of all that stands there come back. Called again,
    after a crash too, it works on what is not there yet: rows are told apart by all that was given of them. What the
    articles of an unfinished block cost is paid again, unless a `cache` that all machines share holds the replies. Two
    calls at once on one folder do some work twice.

    A worker that is killed is begun anew by Ray, with the block that it had. Scheduling, queues and the spreading of
    blocks are Ray's.

    Args:
        ds: one row an article.
        text_column: the articles.
        id_column: what they are called; each must be another. None for the first digits of the SHA-256 of the text.
        url_column: where they can be read.
        title_column: their titles.
        date_column: the days of their publication, as dates or as "2026-01-31".
        keep: columns that go along.
        concurrency: how many actors, each with `workers=` calls in flight at most. `limits=` is the account's: each
            actor gets its share, so all together stay below it.
        num_cpus: processors that Ray sets aside for each actor; one that waits for a server needs a tenth of one or so.
        parts: a folder, as a path that all machines share, or a URL such as `s3://bucket/out`.
        part_rows: articles in a block and in a file, 1 or more: what a killed worker loses, and how large files are.
        retry_failed: with `parts`, work again on what failed.
        options: what a `Summarizer` takes. Its settings are pickled, and it is built in each actor; keys that are not
            given are read there, from the worker's environment.

    Raises:
        ConfigError: an option or a column is wrong, limits cannot be shared among so many, or the folder holds results
            of other settings.
        MissingExtra: Ray is not installed.
    """
    try:
        import ray.data  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise MissingExtra(what="a dataset on a Ray cluster", extra="ray") from error
    from summarizer.integrations.blocks import sorted_keys  # noqa: PLC0415 - pyarrow, of the same extra
    from summarizer.integrations.parts import Parts  # noqa: PLC0415 - likewise
    from summarizer.integrations.tables import Columns  # noqa: PLC0415 - likewise

    for name, count in (("concurrency", concurrency), ("part_rows", part_rows)):
        if not isinstance(count, int) or isinstance(count, bool) or count < 1:
            raise ConfigError(f"{name} must be a whole number, 1 or more, not {count!r}")
    columns = Columns(
        text=text_column, id=id_column, url=url_column, title=title_column, date=date_column, keep=tuple(keep)
    )
    schema = ds.schema(fetch_if_missing=True)
    columns.check_in([] if schema is None else schema.names)
    with _summarizer(options, workers=concurrency) as made:
        pickled, fingerprint = _pickled(made), made.fingerprint
    folder = None if parts is None else Parts.at(parts)
    written = None
    if folder is not None:
        folder.begin(fingerprint, retry_failed=retry_failed)
        written = sorted_keys(folder.keys())
    # Strict, as else small blocks stay small, and an actor would wait for the articles of each one by one.
    done = ds.repartition(target_num_rows_per_block=part_rows, strict=True).map_batches(
        _Actor,
        fn_constructor_kwargs={
            "pickled": pickled,
            "columns": columns,
            "parts": folder,
            "written": None if written is None else ray.put(written),
        },
        batch_size=None,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(
            size=concurrency,
            max_tasks_in_flight_per_actor=_BLOCKS_AT_ONCE,
            max_concurrent_calls_per_actor=_BLOCKS_AT_ONCE,
        ),
        num_cpus=num_cpus,
    )
    return done if folder is None else _carried_out(done, folder)


class _Actor:
    """One worker: a summarizer, made here of its settings, and where its rows go."""

    def __init__(self, *, pickled: bytes, columns: Columns, parts: Parts | None, written: Any) -> None:
        import ray  # noqa: PLC0415 - an extra
        from ray import cloudpickle  # noqa: PLC0415 - likewise

        self._summarizer: Summarizer | SummarizerError
        try:
            self._summarizer = cloudpickle.loads(pickled)
        except SummarizerError as error:  # such as a key that is missing here: told once work comes, by its own class
            self._summarizer = error
        self._columns = columns
        self._parts = parts
        self._written: np.ndarray[Any, Any] | None = None if written is None else ray.get(written)

    async def __call__(self, table: Any) -> Any:
        from summarizer.integrations.blocks import report_of, summarized_block  # noqa: PLC0415 - pyarrow

        try:
            if isinstance(self._summarizer, SummarizerError):
                raise self._summarizer
            return await summarized_block(
                table, summarizer=self._summarizer, columns=self._columns, parts=self._parts, written=self._written
            )
        except SummarizerError as error:
            if self._parts is None:
                raise
            return report_of(refused=str(error))  # an exception would reach the user in Ray's clothes


def _summarizer(options: dict[str, Any], *, workers: int) -> Summarizer:
    """The summarizer of each of so many workers, with its share of the limits."""
    limits = options.get("limits")
    if isinstance(limits, LimitPolicy):
        options = {**options, "limits": share_of(limits, workers=workers)}
    return Summarizer(**options)


def _pickled(summarizer: Summarizer) -> bytes:
    """Its settings.

    Raises:
        ConfigError: one of them cannot go to another process.
    """
    from ray import cloudpickle  # noqa: PLC0415 - an extra

    try:
        dumps: Callable[[object], bytes] = cloudpickle.dumps
        return dumps(summarizer)
    except SummarizerError:
        raise
    except Exception as error:
        raise ConfigError(
            f"a setting cannot go to another process ({type(error).__name__}: {error}); give names and values in place "
            "of objects that hold files, locks or connections"
        ) from error


def _carried_out(done: Dataset, folder: Parts) -> Dataset:
    """All that stands in the folder, once the work is done.

    Raises:
        ConfigError: a worker could not begin, or not write.
    """
    reports: Any = done.iter_batches(batch_format="pyarrow", batch_size=None)
    for report in reports:
        refused = report["refused"].drop_null().to_pylist()
        if refused:
            raise ConfigError(f"a worker says: {refused[0]}")
    return _read(folder) or done


def _read(folder: Parts) -> Dataset | None:
    """What stands in the folder; None where that is nothing."""
    import ray.data  # noqa: PLC0415 - an extra

    # One by one: given two folders at once, Ray looks at them in threads, of which one can fail over an import.
    found = [ray.data.read_parquet(one) for one in folder.folders()]
    if not found:
        return None
    return found[0].union(*found[1:]) if found[1:] else found[0]
