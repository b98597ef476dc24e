"""The laws of the layout and of the lines hold for every file, as `benchmarks/house.py` measures them."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import house
import pytest

ROOT = Path(__file__).parents[1]
MODULES = house.modules_of(ROOT)


def lines_of(module: house.Module) -> int:
    """How many lines a module has."""
    return len(module.text.splitlines())


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every node of every module, and where it stands."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.text)):
            yield f"{module.path}:{getattr(node, 'lineno', 0)}", node


def test_files_are_short() -> None:
    """None has more than 400 lines, half of them at most 150."""
    assert [str(module.path) for module in MODULES if lines_of(module) > 400] == []
    assert median(map(lines_of, MODULES)) <= 150


def test_folders_are_small() -> None:
    """None has more than 15 modules."""
    sizes = Counter(module.path.parent.as_posix() for module in MODULES)
    assert {folder: size for folder, size in sizes.items() if size > 15} == {}


def test_imports_have_no_cycles() -> None:
    """No module reaches itself."""
    assert house.cycles(house.graph_of(MODULES)) == []


def test_functions_are_simple() -> None:
    """None is more complex than 12, as radon counts, also of those that ruff counts lower."""
    complex_ones = [
        place for place, node in nodes() if isinstance(node, house.Function) and house.complexity(node) > 12
    ]
    assert complex_ones == []


def test_lines_say_one_thing() -> None:
    """No comprehension has three clauses, no condition five terms."""
    crowded = [
        place
        for place, node in nodes()
        if (isinstance(node, house.Comprehension) and house.clauses(node) > 2) or house.terms(node) > 4
    ]
    assert crowded == []


@pytest.mark.parametrize("package", ["", *sorted({m.path.parent.as_posix() for m in MODULES} - {"."})])
def test_every_room_has_a_door(package: str) -> None:
    """Its `__init__.py` says what it is in at least two lines."""
    doc = ast.get_docstring(ast.parse((ROOT / "summarizer" / package / "__init__.py").read_text("utf-8"))) or ""
    assert len(doc.splitlines()) >= 2, f"summarizer/{package}/__init__.py says too little"
