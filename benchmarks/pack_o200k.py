"""Pack OpenAI's o200k token table for the wheel: `python benchmarks/pack_o200k.py TABLE`.

TABLE is `o200k_base.tiktoken` as OpenAI publishes it (one "base64 rank" a line), plain or gzipped; several packages
carry it, `bpe-openai` among them. A table with another hash than the one that tiktoken pins is refused.

Written is `summarizer/document/o200k_base.xz`: in order of rank one byte of length and the token's bytes, all of it xz.
Printed is the hash of the unpacked form, which `summarizer/document/vocabulary.py` checks whenever it loads the table.
3.6 MB become 0.83 MB.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import lzma
import sys
from pathlib import Path

# From tiktoken_ext/openai_public.py, `expected_hash` of o200k_base.
PUBLISHED_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
TARGET = Path(__file__).parent.parent / "summarizer" / "document" / "o200k_base.xz"


def pack(table: bytes) -> bytes:
    """The table in its packed form before compression; ranks must run from 0 without a gap."""
    packed = bytearray()
    for expected, line in enumerate(table.splitlines()):
        token, rank = line.split()
        raw = base64.b64decode(token)
        if int(rank) != expected or not 0 < len(raw) < 256:
            sys.exit(f"rank {rank!r} of the table is out of order or its token does not fit one byte of length")
        packed += bytes([len(raw)]) + raw
    return bytes(packed)


def main() -> None:
    """Check, pack, write, and print the hash to put into the code."""
    parser = argparse.ArgumentParser(description="Pack OpenAI's o200k token table for the wheel.")
    parser.add_argument("table", type=Path, help="o200k_base.tiktoken, plain or .gz")
    path = parser.parse_args().table
    table = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if hashlib.sha256(table).hexdigest() != PUBLISHED_SHA256:
        sys.exit(f"{path} is not the table that OpenAI publishes: its sha256 is not {PUBLISHED_SHA256}")
    packed = pack(table)
    TARGET.write_bytes(lzma.compress(packed, preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes; sha256 of the unpacked form:")
    print(hashlib.sha256(packed).hexdigest())


if __name__ == "__main__":
    main()
