"""The page of formats: each reader by the word that `format=` takes, its files, and what its own module says of it.

formats_page()  ->  Markdown
"""

from __future__ import annotations

import importlib

from from_code.docstrings import read_docstring
from summarizer.document.readers.registry import READERS


def formats_page() -> str:
    """Every format that can be read."""
    intro = (
        "Made from the code. A file is known by its first bytes, then by its name, and a text by its signs; `format=` "
        "says it instead. [](../how-to/file-types.md) shows them at work.\n"
    )
    lines = [
        "# Every format\n",
        intro,
        "| `format=` | files | what is read |",
        "|---|---|---|",
    ]
    for reader in READERS:
        module = importlib.import_module(reader.read.__module__)
        said = read_docstring(module.__doc__).prose.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        files = ", ".join(f"`{suffix}`" for suffix in reader.suffixes)
        lines.append(f'| `"{reader.name}"` | {files} | {said} |')
    return "\n".join(lines) + "\n"
