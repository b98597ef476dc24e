"""The o200k vocabulary of OpenAI's models is read from the package: no network, no cache folder, no environment.

o200k().encode_ordinary("The port closes.")  ->  the ids of 4 tokens
"""

from __future__ import annotations

import hashlib
import lzma
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError
from summarizer.forks import ForkSafeLock

if TYPE_CHECKING:
    from tiktoken import Encoding

# Of the unpacked table. benchmarks/pack_o200k.py makes the file and prints this, after checking that its source is the
# table whose hash tiktoken pins; a test goes the way back from the file to that hash.
_UNPACKED_SHA256 = "bac143fe7fe950090c6e4ed9a2f80de5412a92495758b52becbbe5a7eea25ecb"

# As in tiktoken_ext/openai_public.py (tiktoken 0.14, MIT), o200k_base: how a text is cut before merging.
_PATTERN = "|".join(  # noqa: FLY002 - one alternative a line
    (
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    )
)

_lock = ForkSafeLock()


def o200k() -> Encoding:
    """The encoding, built once in a process (about 0.2 s), whichever thread asks first.

    Always the same object: `o200k() is o200k()`.

    Special tokens are left out: an article that writes "<|endoftext|>" writes ordinary text.

    Returns:
        A tiktoken `Encoding`; use `encode_ordinary`, and see `tokens.py` for the input on which it panics.

    Raises:
        SummarizerError: The table in the installed package is damaged.
    """
    with _lock:  # functools.cache alone would build it once in each thread that comes early
        return _build()


@cache
def _build() -> Encoding:
    # Loaded here: the import costs 30 ms and native code, which users of other models need not pay for.
    import tiktoken  # noqa: PLC0415

    return tiktoken.Encoding("o200k_base", pat_str=_PATTERN, mergeable_ranks=_ranks(), special_tokens={})


def _ranks() -> dict[bytes, int]:
    packed = resources.files(__package__).joinpath("o200k_base.xz").read_bytes()
    try:
        table = lzma.decompress(packed)
    except lzma.LZMAError as error:
        raise SummarizerError(
            "the token table in the installed package is damaged; install summarizer again"
        ) from error
    if hashlib.sha256(table).hexdigest() != _UNPACKED_SHA256:
        raise SummarizerError("the token table in the installed package is not the one it was built with; reinstall it")
    ranks: dict[bytes, int] = {}
    at = 0
    while at < len(table):
        stop = at + 1 + table[at]
        ranks[table[at + 1 : stop]] = len(ranks)
        at = stop
    return ranks
