r"""A docstring is read into its prose and its sections: what it says of each argument, attribute and error.

read_docstring("One line.\n\nArgs:\n    a: the first.").sections["Args"]  ->  {"a": "the first."}
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import Final

_SECTION: Final = re.compile(r"^(Args|Attributes|Raises|Returns|Yields):$")
_ENTRY: Final = re.compile(r"^    (\w[\w.]*): ?(.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Docstring:
    """What a docstring says.

    Attributes:
        prose: its paragraphs, as Markdown.
        sections: its sections by name, each with what it says of each name.
    """

    prose: str
    sections: dict[str, dict[str, str]]

    def about(self, name: str) -> str:
        """What it says of an argument or attribute; "" where it says nothing."""
        return self.sections.get("Args", {}).get(name) or self.sections.get("Attributes", {}).get(name, "")


def read_docstring(text: str | None) -> Docstring:
    """What a docstring says, in the parts that Google's style has."""
    prose: list[str] = []
    sections: dict[str, dict[str, str]] = {}
    section: dict[str, str] | None = None
    entry = ""
    for line in inspect.cleandoc(text or "").splitlines():
        opened = _SECTION.match(line)
        if opened:
            section = sections.setdefault(opened[1], {})
        elif section is None or (line and not line.startswith(" ")):
            section = None
            prose.append(line)
        elif named := _ENTRY.match(line):
            entry = named[1]
            section[entry] = named[2]
        elif line:
            section[entry] = f"{section.get(entry, '')} {line.strip()}".strip()
    return Docstring(prose="\n".join(prose).strip(), sections=sections)
