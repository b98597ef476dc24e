"""How the house is built: the figures of a checkout's layout and of its lines, before and after a change.

    python benchmarks/house.py [--repo DIR] [--compare DIR] [--json] [--show]

`--compare DIR` prints DIR as "before" beside `--repo`; `--show` lists the places behind the figures. Only the standard
library is used and nothing is imported from the checkout, so that any commit can be measured. The rules:

- Lengths of files are without the `__init__` of packages; folders count it. A code line is not blank, not a comment
  alone and not part of a docstring. Comment lines are those with a comment, out of all lines. Syntax nodes are all that
  `ast.walk` yields of a module, load and store contexts and docstrings too.
- An arrow is an import, at any depth of a module, between two rooms; a room is a direct child of a package, a module or
  a sub-package (without `__init__`). Floors are the rooms in the longest chain of arrows; a cycle is one room.
- Complexity counts as radon 6 does, a closure for itself. Clauses of a comprehension are its `for` and `if`. Terms of a
  condition are what `and` and `or` join, in parentheses too. Names with a leading underscore count without it, names
  as `__init__` not at all.
- Files to touch for a member of a family, by the member that is there: its home (all files whose path names it are one)
  and every other file that names it, as a word of an identifier, of an import or of a text without blanks
  (`LlamaChat`, `models.llama`, "llama:"). So "negation" stands for a check, "llama" for a provider, "terminal" for a
  rendering; "html" for a format, where `render/` is left out, as it writes HTML and does not read it. German stands for
  a language: its files hold a text (no docstring) with one of the German words below, an ß, or "de" among codes alone.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median

PACKAGE = "summarizer"
DOOR = "__init__.py"
FAMILIES = {"a check": "negation", "a provider": "llama", "a format": "html", "a rendering": "terminal"}
LEFT_OUT = {"a format": ("render",)}
GERMAN = frozenset(
    "aber auch bzw das dass der drei eine einem frau gestern hundert jedoch kein keine laut mit märz nach nicht oder "
    "prozent sie tausend uhr und unter vom von wenn wird wurde zwei über".split()
)
_PART = re.compile(r"[A-Z]?[a-zäöü]+|[A-Z]+(?![a-z])")
_WORD = re.compile(r"[^\W\d_]+")

Graph = Mapping[str, frozenset[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Found = list[tuple[str, int | str, list[str]]]  # label, figure, the places behind it


@dataclass(frozen=True, kw_only=True)
class Module:
    """One file of the package: `name` is dotted, `path` starts below the package."""

    name: str
    path: Path
    text: str

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of its syntax."""
        return list(ast.walk(ast.parse(self.text)))

    @cached_property
    def docstrings(self) -> list[ast.Constant]:
        """The docstrings of the module, its classes and functions."""
        found = []
        for node in self.nodes:
            if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node) is not None:
                first = node.body[0]
                if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                    found.append(first.value)
        return found

    @cached_property
    def comments(self) -> set[int]:
        """The numbers of the lines that hold a comment."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return {token.start[0] for token in tokens if token.type == tokenize.COMMENT}

    def code_lines(self) -> int:
        """How many lines hold code."""
        others: set[int] = set()
        for docstring in self.docstrings:
            others.update(range(docstring.lineno, (docstring.end_lineno or docstring.lineno) + 1))
        for number, line in enumerate(self.text.splitlines(), start=1):
            if not line.strip() or (number in self.comments and line.lstrip().startswith("#")):
                others.add(number)
        return _length(self) - len(others)

    def texts(self) -> Iterator[str]:
        """Its string literals without the docstrings."""
        documented = set(map(id, self.docstrings))
        for node in self.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                yield node.value

    def words(self) -> set[str]:
        """The words of its identifiers, of its imports, and of its texts without blanks, in lower case."""
        names = [text for text in self.texts() if not re.search(r"\s", text)]
        for node in self.nodes:
            for field in ("id", "attr", "name", "asname", "module", "arg"):
                value = getattr(node, field, None)
                if isinstance(value, str):
                    names.append(value)
        return {part.lower() for name in names for part in _PART.findall(name)}

    def imports(self, known: Collection[str]) -> frozenset[str]:
        """The modules among the known ones that it imports, wherever in it."""
        home = self.name if self.path.name == DOOR else self.name.rpartition(".")[0]
        wanted: list[str] = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                wanted += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                above = home.split(".")[: len(home.split(".")) + 1 - node.level] if node.level else []
                start = ".".join([*above, *([node.module] if node.module else [])])
                wanted += [f"{start}.{alias.name}" for alias in node.names]
        return frozenset(_longest_known(name, known) for name in wanted) - {self.name, ""}


def _longest_known(name: str, known: Collection[str]) -> str:
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name


def modules_of(repo: Path) -> list[Module]:
    """Every module of the package in a checkout, by its path."""
    found = []
    for file in sorted((repo / PACKAGE).rglob("*.py")):
        parts = file.relative_to(repo).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name=name, path=file.relative_to(repo / PACKAGE), text=file.read_text("utf-8")))
    return found


def graph_of(modules: Iterable[Module]) -> Graph:
    """Each module and the modules that it imports."""
    known = {module.name: module for module in modules}
    return {name: module.imports(known) for name, module in known.items()}


def rooms_of(graph: Graph, package: str) -> Graph:
    """The direct children of a package and the arrows among them."""
    rooms: dict[str, set[str]] = {}
    for name, imported in graph.items():
        room = _room(name, package)
        if room:
            rooms.setdefault(room, set()).update(_room(other, package) for other in imported)
    return {room: frozenset(others - {room, ""}) for room, others in rooms.items()}


def _room(name: str, package: str) -> str:
    return name.removeprefix(f"{package}.").split(".")[0] if name.startswith(f"{package}.") else ""


def cycles(graph: Graph) -> list[list[str]]:
    """The groups of nodes that reach each other."""
    reached = {name: _reached(graph, name) for name in graph}
    groups = {frozenset(other for other in reached[name] if name in reached[other]) for name in graph}
    return sorted(sorted(group) for group in groups if group)


def _reached(graph: Graph, start: str) -> set[str]:
    found: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead.extend(graph[name])
    return found


def floors(graph: Graph) -> int:
    """How many nodes the longest chain of arrows has; a cycle is one node."""
    one = {name: group[0] for group in cycles(graph) for name in group}
    merged: dict[str, set[str]] = {}
    for name, others in graph.items():
        merged.setdefault(one.get(name, name), set()).update(one.get(other, other) for other in others)
    heights: dict[str, int] = {}

    def height(name: str) -> int:
        if name not in heights:
            heights[name] = 1 + max((height(other) for other in merged[name] - {name}), default=0)
        return heights[name]

    return max(map(height, merged), default=0)


def complexity(function: Function) -> int:
    """The cyclomatic complexity of a function as radon has it: 1, and 1 for each decision."""
    return 1 + sum(map(_decisions, function.body))


def _decisions(node: ast.AST) -> int:
    if isinstance(node, Function | ast.ClassDef):
        return 0
    if isinstance(node, ast.Assert):
        return 1  # radon does not look into it
    own = 0
    if isinstance(node, ast.If | ast.IfExp):
        own = 1
    elif isinstance(node, ast.For | ast.AsyncFor | ast.While):
        own = 1 + bool(node.orelse)
    elif isinstance(node, ast.Try):
        own = len(node.handlers) + bool(node.orelse)
    elif isinstance(node, ast.BoolOp):
        own = len(node.values) - 1
    elif isinstance(node, ast.comprehension):
        own = 1 + len(node.ifs)
    elif isinstance(node, ast.Match):
        own = len(node.cases) - any(getattr(case.pattern, "pattern", False) is None for case in node.cases)
    return own + sum(map(_decisions, ast.iter_child_nodes(node)))


def clauses(node: Comprehension) -> int:
    """How many `for` and `if` a comprehension has."""
    return sum(1 + len(generator.ifs) for generator in node.generators)


def terms(node: ast.AST) -> int:
    """How many terms `and` and `or` join in a condition, in parentheses and behind `not` too."""
    if isinstance(node, ast.BoolOp):
        return sum(map(terms, node.values))
    return terms(node.operand) if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) else 1


def files_to_touch(modules: Iterable[Module], member: str, *, left_out: Collection[str] = ()) -> list[str]:
    """The home of a member, its files joined by " + ", then the other files that name it."""
    home, others = [], []
    for module in modules:
        folders = module.path.with_suffix("").parts
        if folders[0] in left_out:
            continue
        if member in _PART.findall(" ".join(folders)):
            home.append(str(module.path))
        elif not module.words().isdisjoint((member, f"{member}s")):
            others.append(str(module.path))
    return [" + ".join(home), *others] if home else others


def speaks_german(module: Module) -> bool:
    """True for a module with a German word, an ß, or "de" alone or among other codes in its texts."""
    for text in module.texts():
        is_code = "de" in text.split() and set(map(len, text.split())) == {2}
        if is_code or "ß" in text or not GERMAN.isdisjoint(_WORD.findall(text.lower())):
            return True
    return False


def measured(repo: Path) -> Found:
    """Every figure of a checkout with the places behind it."""
    modules = modules_of(repo)
    found = _layout(modules) + _lines(modules)
    found.append(_listed("files to touch for a language (German)", [str(m.path) for m in modules if speaks_german(m)]))
    for family, member in FAMILIES.items():
        touched = files_to_touch(modules, member, left_out=LEFT_OUT.get(family, ()))
        found.append(_listed(f"files to touch for {family} ({member})", touched))
    return found


def _length(module: Module) -> int:
    return len(module.text.splitlines())


def _listed(label: str, places: list[str]) -> tuple[str, int, list[str]]:
    return label, len(places), places


def _layout(modules: list[Module]) -> Found:
    graph = graph_of(modules)
    lengths = [(_length(module), str(module.path)) for module in modules if module.path.name != DOOR]
    lengths.sort(reverse=True)
    folders = Counter(f"{PACKAGE}/{module.path.parent.as_posix()}/".replace("/./", "/") for module in modules)
    largest, size = folders.most_common(1)[0]
    found: Found = [
        ("files", len(modules), []),
        ("lines", sum(_length(module) for module in modules), []),
        ("lines a file, median", f"{median(length for length, _ in lengths):.0f}", []),
        ("lines a file, longest", lengths[0][0], [lengths[0][1]]),
        _listed("files over 400 lines", [path for length, path in lengths if length > 400]),
        _listed("files over 150 lines", [path for length, path in lengths if length > 150]),
        _listed("import cycles", [" ".join(group) for group in cycles(graph)]),
        ("files in the largest folder", f"{size} ({largest})", []),
        _listed("folders over 15 files", [f"{folder} {count}" for folder, count in folders.items() if count > 15]),
    ]
    below = {name: imported for name, imported in graph.items() if name.startswith(f"{PACKAGE}.verification.")}
    inner = {name: imported.intersection(below) for name, imported in below.items()}
    found.append(("verification/: modules at any depth", len(inner), []))
    found.append(("verification/: floors of its modules", floors(inner), []))
    for label, package in (("verification/", f"{PACKAGE}.verification"), (f"{PACKAGE}/", PACKAGE)):
        rooms = rooms_of(graph, package)
        arrows = [f"{room} -> {' '.join(sorted(others))}" for room, others in sorted(rooms.items())]
        found.append((f"{label}: rooms", len(rooms), sorted(rooms)))
        found.append((f"{label}: arrows among its rooms", sum(map(len, rooms.values())), arrows))
        found.append((f"{label}: floors of its rooms", floors(rooms), []))
    return found


def _lines(modules: list[Module]) -> Found:
    code = sum(module.code_lines() for module in modules)
    nodes = [node for module in modules for node in module.nodes]
    comprehensions = sum(isinstance(node, Comprehension) for node in nodes)
    ternaries = sum(isinstance(node, ast.IfExp) for node in nodes)
    names = [node.name for node in nodes if isinstance(node, Function) and not re.fullmatch(r"__\w+__", node.name)]
    single = sum("_" not in name.strip("_") for name in names)
    comments = sum(len(module.comments) for module in modules)
    return [
        ("code lines", code, []),
        ("syntax nodes a code line", f"{len(nodes) / code:.1f}", []),
        ("comprehensions per 100 code lines", f"{100 * comprehensions / code:.1f}", []),
        ("ternaries per 100 code lines", f"{100 * ternaries / code:.1f}", []),
        ("function names of one word", f"{100 * single / len(names):.0f} %", []),
        ("comment lines", f"{100 * comments / sum(_length(module) for module in modules):.1f} %", []),
        _listed("comprehensions of 3 or more clauses", list(_places(modules, _is_long_comprehension))),
        _listed("conditions of 5 or more terms", list(_places(modules, _is_long_condition))),
        *_complexities(modules),
    ]


def _complexities(modules: list[Module]) -> Found:
    ranked: list[tuple[int, str]] = []
    for module in modules:
        functions = [node for node in module.nodes if isinstance(node, Function)]
        ranked += [(complexity(node), f"{module.path}:{node.lineno} {node.name}") for node in functions]
    ranked.sort(reverse=True)
    above = [f"{value} {place}" for value, place in ranked if value > 12]
    worst: Found = [(f"complexity, worst {n + 1}", f"{value} ({at})", []) for n, (value, at) in enumerate(ranked[:10])]
    return [_listed("functions of complexity above 12", above), *worst]


def _places(modules: Iterable[Module], holds: Callable[[ast.AST], bool]) -> Iterator[str]:
    for module in modules:
        yield from (f"{module.path}:{getattr(node, 'lineno', 0)}" for node in module.nodes if holds(node))


def _is_long_comprehension(node: ast.AST) -> bool:
    return isinstance(node, Comprehension) and clauses(node) >= 3


def _is_long_condition(node: ast.AST) -> bool:
    return isinstance(node, ast.BoolOp) and terms(node) >= 5


def main(argv: list[str] | None = None) -> int:
    """Print the figures of one checkout, or of two beside each other."""
    parser = argparse.ArgumentParser(description="Figures of the layout and the lines of a checkout.")
    parser.add_argument("--repo", type=Path, default=Path(__file__).parents[1], help="the checkout to measure")
    parser.add_argument("--compare", type=Path, help="the checkout of before")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--show", action="store_true", help="list the places behind the figures of --repo")
    given = parser.parse_args(argv)
    after = measured(given.repo)
    columns = {"after": {label: figure for label, figure, _ in after}}
    if given.compare:
        columns = {"before": {label: figure for label, figure, _ in measured(given.compare)}, **columns}
    if given.json:
        print(json.dumps(columns if given.compare else columns["after"], indent=2))
        return 0
    if given.compare:
        print(f"{'':42}{'before':52}after")
    for label, _, places in after:
        print(f"{label:42}" + "".join(f"{column.get(label, '')!s:52}" for column in columns.values()).rstrip())
        if given.show:
            print("".join(f"    {place}\n" for place in places), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
