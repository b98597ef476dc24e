"""What importing does, which is nothing, and what the door offers."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import summarizer

ROOT = Path(__file__).parents[2]
# A fresh interpreter that records what an import does, beyond reading Python files and shared libraries.
WATCH = """
import logging, os, sys
logging.getLogger()
seen = []
real = os.environ.__class__.__getitem__
def audit(event, args):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.system", "os.mkdir", "os.putenv"):
        seen.append((event, args))
    if event == "open" and isinstance(args[0], str):
        path, mode = args[0], args[1] or "r"
        if any(c in str(mode) for c in "wax+") or not path.endswith((".py", ".pyc", ".so", ".pth", ".cfg", ".zip")):
            seen.append((event, args))
class Watched(type(os.environ)):
    def __getitem__(self, key):
        frame = sys._getframe(1)
        while frame:
            if "/summarizer/" in frame.f_code.co_filename:
                seen.append(("environ", key))
                break
            frame = frame.f_back
        return super().__getitem__(key)
import pydantic.main, concurrent.futures, asyncio, tenacity
import rapidfuzz.distance, rapidfuzz.fuzz, sentencex, wcwidth
os.environ.__class__ = Watched
sys.addaudithook(audit)
import summarizer
from summarizer import *
import summarizer.cli.main
sdks = ("anthropic", "openai", "tiktoken", "trafilatura", "xllamacpp", "numpy", "httpx2")
heavy = [m for m in sdks if m in sys.modules]
handlers = logging.getLogger().handlers + logging.getLogger("summarizer").handlers
print(seen, heavy, handlers)
"""


def test_importing_does_nothing() -> None:
    """No socket, no process, no file but code, no environment read, no handler, no heavy SDK."""
    run = subprocess.run([sys.executable, "-B", "-c", WATCH], capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "[] [] []"


def test_the_door_and_its_stub_are_alike() -> None:
    """`__all__` is sorted, each name leads to the object that the stub imports, and nothing else is offered."""
    stub = ast.parse((ROOT / "summarizer" / "__init__.pyi").read_text("utf-8"))
    homes = {a.name: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for a in node.names}
    assert list(summarizer.__all__) == sorted(homes) == dir(summarizer)
    for name, module in homes.items():
        assert module is not None
        assert getattr(summarizer, name) is getattr(importlib.import_module(module), name)
    listed = next(n.value for n in stub.body if isinstance(n, ast.Assign))
    assert ast.literal_eval(listed) == list(summarizer.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = summarizer.nothing  # type: ignore[attr-defined]


def test_sync_and_async_have_one_signature() -> None:
    """Each function and method has an async twin that takes the same arguments."""
    pairs: list[tuple[Callable[..., object], Callable[..., object]]] = [
        (summarizer.summarize, summarizer.asummarize),
        (summarizer.verify, summarizer.averify),
        (summarizer.verify_text, summarizer.averify_text),
        (summarizer.Summarizer.summarize, summarizer.Summarizer.asummarize),
        (summarizer.Summarizer.verify, summarizer.Summarizer.averify),
    ]
    for one, two in pairs:
        assert inspect.signature(one) == inspect.signature(two)
        assert inspect.iscoroutinefunction(two)


def test_keyword_only_past_the_first_argument() -> None:
    """Public functions take one article or one list by position, the rest by name."""
    allowed = {"verify": 2, "averify": 2, "verify_text": 2, "averify_text": 2, "locate": 2, "changes_between": 2}
    for name in summarizer.__all__:
        value = getattr(summarizer, name)
        if inspect.isfunction(value):
            positional = [p for p in inspect.signature(value).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
            assert len(positional) <= allowed.get(name, 1), name


def test_the_way_to_read_the_code_exists() -> None:
    """Every module that the docstring of the package names is there."""
    named = re.findall(r"[a-z_]+(?:/[a-z_]+)+|[a-z_]+(?=\.py)", summarizer.__doc__ or "")
    assert len(named) >= 12
    assert [name for name in named if not (ROOT / "summarizer" / f"{name}.py").is_file()] == []
