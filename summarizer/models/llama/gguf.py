"""The head of a GGUF file says what a model is, before any of its weights are loaded.

read_head(Path("model.gguf"))  ->  ModelFile(size=…, trained_tokens=8192, token_bytes=…)
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from summarizer.errors import ConfigError

# The format: github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3, little-endian.
_MAGIC = b"GGUF"
_SCALARS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_STRING, _ARRAY = 8, 9
_WANTED = frozenset({
    "context_length", "block_count", "embedding_length", "attention.head_count", "attention.head_count_kv",
    "attention.key_length", "attention.value_length",
})  # fmt: skip
_CACHE_BYTES = 2  # a number in the cache of keys and values: 16 bits, llama.cpp's default

_Value: TypeAlias = "int | float | bool | str | list[int]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """A model in a file: `trained_tokens` is the context it was made for, `token_bytes` what a token of that takes."""

    path: Path
    size: int
    trained_tokens: int
    token_bytes: int


def read_head(path: Path) -> ModelFile:
    """What the head of a GGUF file says; of a model in several files the first is given.

    Raises:
        ConfigError: the file cannot be read, or is no GGUF file.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return _described(_read_metadata(file), path=path, size=size)
    except (struct.error, ValueError, KeyError, OverflowError) as error:
        raise ConfigError(f"{path} is not a GGUF file of a chat model, or was cut off; download it again") from error
    except OSError as error:
        raise ConfigError(f"cannot read the model {path}: {error.strerror or error}") from error


def _described(found: Mapping[str, _Value], *, path: Path, size: int) -> ModelFile:
    """What the metadata say of a model.

    Raises:
        ValueError: a number is none that a model can have.
    """
    heads = _largest(found.get("attention.head_count", 1))
    shared = _largest(found.get("attention.head_count_kv", heads))
    width = _largest(found.get("embedding_length", 0)) // max(1, heads)
    keys = _largest(found.get("attention.key_length", width)) + _largest(found.get("attention.value_length", width))
    trained = _largest(found["context_length"])
    if trained < 1:
        raise ValueError("no context")
    return ModelFile(
        path=path,
        size=size,
        trained_tokens=trained,
        token_bytes=_largest(found.get("block_count", 1)) * shared * keys * _CACHE_BYTES,
    )


def _read_metadata(file: BinaryIO) -> dict[str, _Value]:
    if file.read(4) != _MAGIC:
        raise ValueError("no GGUF")
    version, _, count = _unpack(file, "<I"), _unpack(file, "<Q"), _unpack(file, "<Q")
    if version not in (2, 3):
        raise ValueError(f"version {version}")
    found: dict[str, _Value] = {}
    for _ in range(int(count)):
        # "llama.context_length": the architecture's name comes first.
        owner, _, key = _read_text(file).partition(".")
        if owner == "tokenizer" and "context_length" in found:
            break  # a vocabulary of 150,000 strings follows
        value = _read_value(file, kind=int(_unpack(file, "<I")), kept=key in _WANTED)
        if key in _WANTED and value is not None:
            found[key] = value
    if "context_length" not in found:
        raise ValueError("no context length")
    return found


def _read_value(file: BinaryIO, *, kind: int, kept: bool) -> _Value | None:
    if kind == _STRING:
        return _read_text(file)
    if kind != _ARRAY:
        return _unpack(file, _SCALARS[kind])
    inner, count = int(_unpack(file, "<I")), int(_unpack(file, "<Q"))
    if inner == _STRING:
        for _ in range(count):
            file.seek(int(_unpack(file, "<Q")), 1)
        return None
    width = struct.calcsize(_SCALARS[inner])
    if not kept:
        file.seek(count * width, 1)
        return None
    return [int(_unpack(file, _SCALARS[inner])) for _ in range(count)]


def _unpack(file: BinaryIO, form: str) -> int | float | bool:
    read: Callable[[bytes], tuple[int | float | bool, ...]] = struct.Struct(form).unpack
    return read(file.read(struct.calcsize(form)))[0]


def _read_text(file: BinaryIO) -> str:
    length = int(_unpack(file, "<Q"))
    if length > 1 << 24:  # a template is some kilobytes; what claims more is no GGUF
        raise ValueError("a string too long")
    return file.read(length).decode("utf-8", "replace")


def _largest(value: _Value) -> int:
    """The value; of a list, one for each layer, the largest.

    Raises:
        ValueError: it is no number from 0 to 2**40, above which no model has any of these.
    """
    number = max(value, default=0) if isinstance(value, list) else int(value)
    if not 0 <= number <= 1 << 40:
        raise ValueError(f"{number} of something")
    return number
