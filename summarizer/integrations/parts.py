"""Parts are the Parquet files of a folder that many workers fill; whoever begins again finds what is written.

parts = Parts.at("s3://bucket/out")
parts.begin(summarizer.fingerprint)        a folder of other settings is refused
parts.write(table, name=…)                 whole files or none
parts.written_in([key, …])                 which rows a killed worker has finished already
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads
import pyarrow.fs as pafs
import pyarrow.parquet as pq

from summarizer.errors import ConfigError
from summarizer.integrations.tables import KEY, KEY_DIGITS
from summarizer.many.fingerprint import changes

# Files whose names begin so are passed over by whoever reads a folder of Parquet.
_SETTINGS: Final = "_settings.json"
_WRITING: Final = "_writing"
_LAYOUT: Final = 1
DONE: Final = "done"
FAILED: Final = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A folder with a folder for finished articles, one for failed ones, and a file that says how they were made.

    It pickles, and may be used from many machines at once. A file is named by the rows that a worker was given, so what
    is done a second time, because a worker was killed after it had written, stands there once.

    Attributes:
        url: the folder, as users give it.
    """

    url: str

    @classmethod
    def at(cls, given: object) -> Parts:
        """The folder at a path or a URL such as `s3://bucket/out`; nothing is made yet.

        Raises:
            ConfigError: it is neither, or of a kind that pyarrow does not know.
        """
        if not isinstance(given, str | Path) or not str(given):
            raise ConfigError(f"parts takes the path or URL of a folder, not {given!r}")
        parts = cls(url=str(given) if "://" in str(given) else str(Path(given).absolute()))
        parts._place()
        return parts

    def begin(self, fingerprint: Mapping[str, str], *, retry_failed: bool = False) -> None:
        """Make the folder, or go on with it.

        Args:
            fingerprint: all that shapes the results that are to stand in it.
            retry_failed: forget what failed, so that it is worked on again.

        Raises:
            ConfigError: what stands there was made with other settings, or it cannot be written.
        """
        files, folder = self._place()
        place = f"{folder}/{_SETTINGS}"
        with _told(self.url):
            known = self._read_settings(files, place)
            if known is None:
                if self._holds_files(files, folder):
                    raise ConfigError(f"{self.url} holds files of something else; give a new folder")
                for name in (DONE, FAILED, _WRITING):
                    files.create_dir(f"{folder}/{name}", recursive=True)
                text = json.dumps({"layout": _LAYOUT, "fingerprint": dict(fingerprint)}, indent=1)
                _put(files, folder, _SETTINGS, text.encode("ascii"))
                return
            otherwise = changes(known, fingerprint)
            if otherwise:
                raise ConfigError(
                    f"what stands in {self.url} was made otherwise: {'; '.join(otherwise)}. Results are not mixed: "
                    "take the same settings, or give a new folder"
                )
            if retry_failed:
                files.delete_dir_contents(f"{folder}/{FAILED}", missing_dir_ok=True)

    def write(self, table: pa.Table, *, name: str) -> None:
        """Keep the rows of a table: those without an error among what is done, the others among what failed.

        Args:
            table: as `table_of` makes it.
            name: the file's, without its ending; `name_of` the keys that a worker was given.

        Raises:
            ConfigError: it cannot be written.
        """
        files, folder = self._place()
        is_done = pc.is_null(table["error"])
        for where, rows in ((DONE, table.filter(is_done)), (FAILED, table.filter(pc.invert(is_done)))):
            if len(rows):
                with _told(self.url):
                    _put(files, folder, f"{where}/{name}.parquet", _parquet_of(rows))

    def written_in(self, name: str) -> set[str]:
        """The keys of the rows in the files of this name; those that are not there hold none."""
        files, folder = self._place()
        found: set[str] = set()
        with _told(self.url):
            for where in (DONE, FAILED):
                path = f"{folder}/{where}/{name}.parquet"
                if files.get_file_info(path).type is pafs.FileType.File:
                    with files.open_input_file(path) as file:
                        found.update(pq.read_table(file, columns=[KEY])[KEY].to_pylist())
        return found

    def keys(self) -> Iterator[str]:
        """The keys of all rows that are written; files are read side by side, and few at a time are held."""
        files, folder = self._place()
        with _told(self.url):
            for name in (DONE, FAILED):
                if self._holds_files(files, f"{folder}/{name}"):
                    found = pads.dataset(f"{folder}/{name}", filesystem=files, format="parquet")
                    for batch in found.to_batches(columns=[KEY]):
                        yield from batch[KEY].to_pylist()

    def folders(self) -> list[str]:
        """The folders with Parquet files in them, as URLs or paths; none before the first file is written."""
        files, folder = self._place()
        with _told(self.url):
            return [f"{self.url}/{name}" for name in (DONE, FAILED) if self._holds_files(files, f"{folder}/{name}")]

    def _place(self) -> tuple[pafs.FileSystem, str]:
        try:
            return pafs.FileSystem.from_uri(self.url)  # type: ignore[no-any-return]
        except (pa.ArrowException, ValueError, TypeError) as error:
            raise ConfigError(f"{self.url} is no folder that pyarrow can write to: {error}") from error

    def _holds_files(self, files: pafs.FileSystem, folder: str) -> bool:
        found = files.get_file_info(pafs.FileSelector(folder, allow_not_found=True, recursive=False))
        return any(not one.base_name.startswith(("_", ".")) for one in found)

    def _read_settings(self, files: pafs.FileSystem, place: str) -> dict[str, str] | None:
        if files.get_file_info(place).type is not pafs.FileType.File:
            return None
        with files.open_input_file(place) as file:
            text = file.read()
        try:
            known: dict[str, Any] = json.loads(text)
            layout, found = (
                int(known["layout"]),
                {str(name): str(value) for name, value in known["fingerprint"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ConfigError(f"{place} cannot be read ({error}); give a new folder") from error
        if layout != _LAYOUT:
            raise ConfigError(f"another version of summarizer made {self.url}; give a new folder")
        return found


def name_of(keys: Sequence[str]) -> str:
    """The name of a part: the same for the same rows, whoever works on them."""
    return hashlib.sha256("\n".join(keys).encode("ascii")).hexdigest()[:KEY_DIGITS]


def _parquet_of(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def _put(files: pafs.FileSystem, folder: str, name: str, content: bytes) -> None:
    """Write a file of which no reader ever sees a part."""
    goal = f"{folder}/{name}"
    if files.type_name in ("s3", "gcs", "abfs"):
        # A bucket shows an object when all of it has come.
        with files.open_output_stream(goal) as stream:
            stream.write(content)
        return
    files.create_dir(f"{folder}/{_WRITING}", recursive=True)
    beside = f"{folder}/{_WRITING}/{uuid.uuid4().hex}"
    with files.open_output_stream(beside) as stream:
        stream.write(content)
    files.move(beside, goal)


@contextmanager
def _told(url: str) -> Any:
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        raise ConfigError(
            f"{url} cannot be used: {error}; what was written before stays, and the same call goes on with it"
        ) from error
