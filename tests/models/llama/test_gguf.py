"""The head of a GGUF file."""

from __future__ import annotations

import contextlib
import struct
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llama_server import smollm2_file

from summarizer.errors import ConfigError
from summarizer.models.llama.gguf import read_head


def _string(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def head(*pairs: tuple[str, bytes], version: int = 3) -> bytes:
    """The bytes of a GGUF file without tensors; each pair is a key and a packed value with its type."""
    return (
        b"GGUF"
        + struct.pack("<IQQ", version, 0, len(pairs))
        + b"".join(_string(key) + value for key, value in pairs)
        + b"\0" * 64
    )


def number(value: int) -> bytes:
    """An unsigned 32-bit value."""
    return struct.pack("<II", 4, value)


def strings(*values: str) -> bytes:
    """An array of strings."""
    return struct.pack("<IIQ", 9, 8, len(values)) + b"".join(map(_string, values))


def numbers(*values: int) -> bytes:
    """An array of unsigned 32-bit values."""
    return struct.pack(f"<IIQ{len(values)}I", 9, 4, len(values), *values)


def test_a_real_model() -> None:
    """SmolLM2-135M: 8,192 tokens; 30 layers, 3 shared heads of 64, keys and values of 16 bits."""
    file = smollm2_file()
    assert file.trained_tokens == 8192
    assert file.token_bytes == 30 * 3 * (64 + 64) * 2
    assert file.size == file.path.stat().st_size


@given(context=st.integers(1, 1 << 20), layers=st.integers(1, 99), shared=st.integers(1, 8), width=st.integers(1, 256))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, context: int, layers: int, shared: int, width: int
) -> None:
    """Context and bytes of a token follow from the numbers in the head, whatever stands between them."""
    path = tmp_path_factory.mktemp("gguf") / "a.gguf"
    path.write_bytes(
        head(
            ("general.name", struct.pack("<I", 8) + _string("a model")),
            ("x.block_count", number(layers)),
            ("general.tags", strings("one", "two")),
            ("x.attention.head_count", number(8)),
            ("x.embedding_length", number(8 * width)),
            ("x.attention.head_count_kv", numbers(1, shared)),
            ("x.context_length", number(context)),
            ("tokenizer.ggml.tokens", strings("a", "b")),
        )
    )
    file = read_head(path)
    assert (file.trained_tokens, file.token_bytes) == (context, layers * shared * 2 * width * 2)


@pytest.mark.parametrize(
    "content",
    [b"", b"GGUF", b"PK\3\4 a zip", head(version=1), head(("x.block_count", number(2))), head(("x.y", b"\xff" * 4))],
)
def test_what_is_no_model(tmp_path: Path, content: bytes) -> None:
    """An empty, foreign, cut or unfit file is named in a clear error."""
    path = tmp_path / "a.gguf"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=r"a\.gguf is not a GGUF file"):
        read_head(path)


def test_a_real_model_cut_off_anywhere(tmp_path: Path) -> None:
    """A download that broke off in its head is an error, never another exception."""
    with smollm2_file().path.open("rb") as file:
        whole = file.read(2000)
    for length in range(0, whole.index(b"context_length"), 37):
        path = tmp_path / "cut.gguf"
        path.write_bytes(whole[:length])
        with pytest.raises(ConfigError, match="cut off"):
            read_head(path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A folder or a missing file is an error that names it."""
    with pytest.raises(ConfigError, match="cannot read the model"):
        read_head(tmp_path)


HUGE = 2**63
HOSTILE = {
    "a count of keys": b"GGUF" + struct.pack("<IQQ", 3, 0, HUGE),
    "a key of exabytes": b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, HUGE),
    "a string of exabytes": head(("x.a", struct.pack("<IQ", 8, HUGE))),
    "an array of exabytes": head(("x.a", struct.pack("<IIQ", 9, 4, HUGE)), ("x.context_length", number(8))),
    "an array whose size wraps": head(("x.a", struct.pack("<IIQ", 9, 10, 2**61 + 1))),
    "strings without end": head(("x.a", struct.pack("<IIQ", 9, 8, HUGE))),
    "a string before the file": head(("x.a", struct.pack("<IIQQ", 9, 8, 1, 2**64 - 64))),
    "an array of arrays": head(("x.a", struct.pack("<IIQ", 9, 9, 1))),
    "a kind that is none": head(("x.a", struct.pack("<I", 99))),
    "a wanted array of exabytes": head(("x.context_length", struct.pack("<IIQ", 9, 4, HUGE))),
    "no number": head(("x.context_length", struct.pack("<If", 6, float("nan")))),
    "no end": head(("x.context_length", struct.pack("<If", 6, float("inf")))),
    "below nothing": head(("x.context_length", struct.pack("<Ii", 5, -5))),
    "no heads": head(("x.context_length", number(8)), ("x.attention.head_count", struct.pack("<Ii", 5, -1))),
    "a context of exabytes": head(("x.context_length", struct.pack("<IQ", 10, HUGE))),
    "a word for a number": head(("x.context_length", struct.pack("<I", 8) + _string("many"))),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_head(tmp_path: Path, content: bytes) -> None:
    """What claims more than there is, or what no model has, is an error at once, and takes no memory."""
    path = tmp_path / "a.gguf"
    path.write_bytes(content)
    tracemalloc.start()
    with pytest.raises(ConfigError, match="is not a GGUF file"):
        read_head(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * 2**20


WORDS = st.lists(st.integers(0, 2**64 - 1), max_size=20)


@given(st.binary(max_size=200) | WORDS.map(lambda words: struct.pack(f"<{len(words)}Q", *words)))
def test_any_head(tmp_path_factory: pytest.TempPathFactory, rest: bytes) -> None:
    """Any bytes are a model or a clear error."""
    path = tmp_path_factory.getbasetemp() / "any.gguf"
    path.write_bytes(b"GGUF" + struct.pack("<I", 3) + rest)
    with contextlib.suppress(ConfigError):
        assert read_head(path).trained_tokens > 0
