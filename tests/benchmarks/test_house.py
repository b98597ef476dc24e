"""What `benchmarks/house.py` counts, on small packages whose figures a reader can count too."""

from __future__ import annotations

import ast
import json
import textwrap
from pathlib import Path

import house
import pytest


def checkout(folder: Path, files: dict[str, str]) -> Path:
    """A checkout of a package `summarizer` with these files."""
    for name, text in files.items():
        file = folder / "summarizer" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), "utf-8")
    return folder


def module(text: str, name: str = "one.py") -> house.Module:
    """A module with this text."""
    return house.Module(name=f"summarizer.{Path(name).stem}", path=Path(name), text=textwrap.dedent(text))


def function(text: str) -> ast.FunctionDef:
    """The function that a text starts with."""
    found = ast.parse(textwrap.dedent(text)).body[0]
    assert isinstance(found, ast.FunctionDef)
    return found


def test_an_import_names_the_module_however_it_is_written(tmp_path: Path) -> None:
    """A module of the package, a name in it, a relative import and one inside a function are arrows; others are not."""
    repo = checkout(
        tmp_path,
        {
            "__init__.py": "",
            "low.py": "import json",
            "room/__init__.py": "",
            "room/a.py": "from summarizer import low\nfrom . import b",
            "room/b.py": "def late():\n    from ..low import name",
        },
    )
    graph = house.graph_of(house.modules_of(repo))
    assert graph["summarizer.room.a"] == {"summarizer.low", "summarizer.room.b"}
    assert graph["summarizer.room.b"] == {"summarizer.low"}
    assert graph["summarizer.low"] == frozenset()
    assert house.rooms_of(graph, "summarizer") == {"low": frozenset(), "room": {"low"}}


def test_floors_are_the_longest_chain_and_a_cycle_is_one_floor() -> None:
    """Three in a row are three floors; once two of them import each other, two."""
    chain = {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset[str](), "d": frozenset("c")}
    assert (house.floors(chain), house.cycles(chain)) == (3, [])
    ring = {**chain, "c": frozenset("b")}
    assert (house.floors(ring), house.cycles(ring)) == (2, [["b", "c"]])
    assert house.floors({}) == 0


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("pass", 1),
        ("if a and b or c: pass", 4),
        ("return [x for x in a if x if x.y]", 4),
        ("for x in a: pass\nelse: pass", 3),
        ("try: pass\nexcept A: pass\nexcept B: pass\nelse: pass", 4),
        ("assert a and b", 2),
        ("match a:\n  case 1: pass\n  case 2: pass\n  case _: pass", 3),
        ("def inner():\n  return a if b else c", 1),
        ("return lambda: a if b else c", 2),
    ],
)
def test_complexity_is_that_of_radon(body: str, value: int) -> None:
    """The figures are those of `radon cc` 6.0.1 for the same functions."""
    assert house.complexity(function("def f():\n" + textwrap.indent(body, "    "))) == value


def test_terms_of_a_condition_are_counted_through_parentheses() -> None:
    """`not (b or c)` is two of the terms, a comparison or a call is one."""
    assert house.terms(ast.parse("a and not (b or c) and d < e < f and g(h or i)", mode="eval").body) == 5


def test_lines_of_code_and_of_comments() -> None:
    """Docstrings, blank lines and lines of comment are no code; a comment behind code is one of both."""
    text = '''\
        """Says
        what."""

        # Why.
        value = 1  # one
        text = """
        # no comment"""
    '''
    one = module(text)
    assert (one.code_lines(), len(one.comments)) == (3, 2)


def test_german_is_seen_in_texts_only() -> None:
    """A German word, an ß or a list of codes in a text counts; a docstring, a comment or Spanish "de" does not."""
    assert house.speaks_german(module("words = 'but aber'"))
    assert house.speaks_german(module("if language == 'de': pass"))
    assert house.speaks_german(module("codes = 'en de fr'.split()"))
    assert house.speaks_german(module("table = {'ß': 'ss'}"))
    assert not house.speaks_german(module("'''Reads \"nicht\".'''\nwords = 'de los'  # aber"))


def test_files_to_touch_are_the_home_and_those_that_name_it() -> None:
    """The files of its own folder are one; words of identifiers, imports and names in texts count, prose does not."""
    modules = [
        module("", "models/toy/chat.py"),
        module("", "models/toy/server.py"),
        module("homes = {'models.toy': 'ToyChat'}", "doors.py"),
        module("from models import toys", "registry.py"),
        module("'''The toy.'''\nhelp = 'such as a toy'", "help.py"),
        module("", "render/toy.py"),
    ]
    touched = house.files_to_touch(modules, "toy", left_out=("render",))
    assert touched == ["models/toy/chat.py + models/toy/server.py", "doors.py", "registry.py"]


def test_the_figures_are_printed_beside_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json --compare` gives the same figures by the same names for both checkouts."""
    before = checkout(tmp_path / "before", {"__init__.py": "", "one.py": "a = [x for x in y if x if z]\ndef f(): pass"})
    after = checkout(tmp_path / "after", {"__init__.py": "", "one.py": "def is_f(): pass"})
    assert house.main(["--repo", str(after), "--compare", str(before), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert list(figures["before"])[:-1] == [*figures["after"]][:-1]
    assert figures["before"]["comprehensions of 3 or more clauses"] == 1
    assert figures["after"]["comprehensions of 3 or more clauses"] == 0
    assert figures["before"]["function names of one word"] == "100 %"
    assert figures["after"]["function names of one word"] == "0 %"
