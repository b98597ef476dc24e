"""XML becomes a tree of nodes, up to a depth and a number; a document that defines entities is refused.

tree_of(b"<a x='1'>It <b>rains</b>.</a>").find("b").words  ->  "rains"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from summarizer.errors import InputError

# Elements inside one another, and in all: a table in a table in a text box is 40 deep; a page of DOCX has 1,000. A file
# beyond these is made to fill memory or stack.
MOST_DEPTH: Final = 200
MOST_NODES: Final = 3_000_000
# What a namespace is called here: other programs choose other prefixes.
_PREFIXES: Final = (
    ("wordprocessingml", "w:"),
    ("drawingml/2006/main", "a:"),
    ("drawingml/main", "a:"),
    ("drawingml/2006/chart", "c:"),
    ("officeDocument/2006/math", "m:"),
    ("officeDocument/math", "m:"),
    ("markup-compatibility", "mc:"),
    ("urn:schemas-microsoft-com:vml", "v:"),
)


@dataclass(slots=True)
class Node:
    """An element: its name, with a prefix of `_PREFIXES` at most, its attributes by local names, and what it holds."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def elements(self, *names: str) -> Iterator[Node]:
        """Its children, of these names where some are given."""
        return (one for one in self.children if isinstance(one, Node) and (not names or one.name in names))

    def find(self, *path: str) -> Node | None:
        """The first that is reached by names: a child, its child, and so on."""
        here: Node | None = self
        for name in path:
            here = next(here.elements(name), None) if here is not None else None
        return here

    def all(self, *names: str) -> Iterator[Node]:
        """It and all below it, in order, of these names where some are given."""
        stack = [self]
        while stack:
            node = stack.pop()
            if not names or node.name in names:
                yield node
            stack += [one for one in reversed(node.children) if isinstance(one, Node)]

    def get(self, name: str, default: str = "") -> str:
        """An attribute by its local name."""
        return self.attributes.get(name, default)

    @property
    def words(self) -> str:
        """All text in it."""
        pieces: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                pieces.append(one)
            else:
                stack += reversed(one.children)
        return "".join(pieces)


def tree_of(data: bytes) -> Node:
    """The tree of a document.

    Args:
        data: XML; its encoding is what it says.

    Raises:
        InputError: it is no XML, defines entities, or is deeper or larger than any document.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    builder = _Builder()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 - its own signature
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise InputError(f"it is damaged: a part of it is no XML ({error}); save or download it again") from error
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Node("")
        self._open = [self.root]
        self._nodes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1
        if len(self._open) > MOST_DEPTH or self._nodes > MOST_NODES:
            raise InputError("its parts are nested deeper, or are more, than those of any document; save it anew")
        node = Node(_short(name), {key.rpartition(" ")[2]: value for key, value in attributes.items()})
        self._open[-1].children.append(node)
        self._open.append(node)

    def end(self, _name: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        self._open[-1].children.append(text)

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            raise InputError("it defines entities of XML, which no document needs; save it anew")


def _short(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return next((prefix for part, prefix in _PREFIXES if part in namespace), "") + local
