"""The bundled vocabulary: the published one, built once, without network or environment."""

from __future__ import annotations

import base64
import hashlib
import lzma
import os
import subprocess
import sys
import textwrap
import threading
from importlib import resources

from summarizer.document import vocabulary


def test_the_table_is_the_published_one() -> None:
    """Unpacked and written as OpenAI publishes it, the table has the hash that tiktoken pins."""
    table = lzma.decompress(resources.files("summarizer.document").joinpath("o200k_base.xz").read_bytes())
    lines: list[bytes] = []
    at = 0
    while at < len(table):
        stop = at + 1 + table[at]
        lines.append(base64.b64encode(table[at + 1 : stop]) + b" %d\n" % len(lines))
        at = stop
    published = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
    assert hashlib.sha256(b"".join(lines)).hexdigest() == published


def test_threads_share_one_vocabulary() -> None:
    """Whichever thread asks first builds it, and all get the same."""
    vocabulary._build.cache_clear()
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(vocabulary.o200k())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(map(id, found))) == 1
    assert vocabulary._build.cache_info().misses == 1


def test_counting_uses_no_network_and_no_environment() -> None:
    """In a fresh process: no socket, no change of the environment, no cache folder, nothing loaded before use."""
    program = """
        import os, sys
        forbidden = []
        sys.addaudithook(lambda event, args: forbidden.append((event, args)) if event.startswith(("socket.", "urllib."))
            or event in ("os.putenv", "os.unsetenv") else None)
        from summarizer.document.tokens import counter_for
        assert "tiktoken" not in sys.modules
        before = dict(os.environ)
        assert counter_for("gpt-5").count(["hello world"]) == [2]
        assert dict(os.environ) == before and not forbidden, forbidden
        assert "tiktoken_ext.openai_public" not in sys.modules
    """
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment["TIKTOKEN_CACHE_DIR"] = os.devnull
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
