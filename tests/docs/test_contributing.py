"""CONTRIBUTING names every file of the package, in the words of the file itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"


def file_table() -> str:
    """One line a file: its path, and the first sentence of its docstring."""
    rows = ["| file | what it alone decides |", "|---|---|"]
    for path in sorted((ROOT / "summarizer").rglob("*.py")):
        doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert doc, path
        if path.name != "__init__.py":
            first = doc.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
            rows.append(f"| `{path.relative_to(ROOT / 'summarizer')}` | {first} |")
    return "\n".join(rows)


def test_every_file_is_in_the_table() -> None:
    """The table is what the files say of themselves; after a change run: python tests/docs/update_contributing.py."""
    shown = re.search(r"<!-- files -->\n(.*?)\n<!-- /files -->", CONTRIBUTING.read_text("utf-8"), re.DOTALL)
    assert shown
    assert shown.group(1) == file_table()
    assert file_table().count("\n") > 60


def test_no_file_is_too_long() -> None:
    """No module is over 400 lines, and half of them are at most 150."""
    lengths = sorted(len(p.read_text("utf-8").splitlines()) for p in (ROOT / "summarizer").rglob("*.py"))
    assert lengths[-1] <= 400
    assert lengths[len(lengths) // 2] <= 150
