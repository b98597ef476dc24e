"""The reference is made of the code: nothing public is missing in it, and of everything something is said."""

from __future__ import annotations

import dataclasses
import inspect
from pathlib import Path

import pytest
from from_code.described import SAID, used_lines
from from_code.docstrings import read_docstring
from from_code.names import GIVEN, integrations, is_error, methods_of, public
from from_code.pages import pages, write_pages
from from_code.signatures import fields_of, parameters_of, shown_type
from from_code.tables import options, results

import summarizer
from summarizer import Result, Summarizer
from summarizer.cli.commands import COMMANDS
from summarizer.document.readers.registry import READERS

PAGES = pages()


def test_every_option_is_explained() -> None:
    """Each argument of each function, method and policy has a line of its own; write it into the docstring's `Args`."""
    silent = [f"{name}({one.name})" for name, _, rows in options() for one, said in rows if not said]
    assert silent == []


def test_every_field_is_explained() -> None:
    """Each field of what comes out has one; write it into `Attributes` of its class, or into fields.toml."""
    silent = [f"{name}.{one.name}" for name, _, rows in results() for one, said in rows if not said]
    assert silent == []


def test_no_line_is_left_over() -> None:
    """A line of fields.toml that no field needs, because it went or is said in its docstring, goes too."""
    needed = used_lines({kind: [one.name for one, _ in rows] for _, kind, rows in results()})
    needed |= {
        ("option", one.name) for _, _, rows in options() for one, said in rows if said in SAID["option"].values()
    }
    assert {(section, name) for section, names in SAID.items() for name in names} - needed == set()


def test_nothing_public_is_missing() -> None:
    """Every name has its entry in one page of the reference, and every method of a class that is offered."""
    text = "\n".join(PAGES.values())
    for name, value in public().items():
        assert text.count(f"}} summarizer.{name}\n") + text.count(f"}} summarizer.{name}(") == 1, name
        if inspect.isclass(value) and not is_error(value):
            for method in methods_of(value):
                assert f"}} summarizer.{name}.{method}(" in text, (name, method)


def test_every_format_has_its_row() -> None:
    """Each reader is there by the word that `format=` takes, with its files and what it reads."""
    for reader in READERS:
        row = next(line for line in PAGES["formats.md"].splitlines() if line.startswith(f'| `"{reader.name}"` |'))
        assert all(f"`{suffix}`" in row for suffix in reader.suffixes)
        assert len(row.split("|")[3]) > 20, row


def test_every_integration_is_there() -> None:
    """What the modules of the extras offer has an entry, with its arguments."""
    names = integrations()
    assert "summarizer.integrations.redis.RedisCache" in names
    assert "summarizer.integrations.ray.summarize_dataset" in names
    assert [name for name in names if f"}} {name}(" not in PAGES["integrations.md"]] == []
    assert "- `parts`: " in PAGES["integrations.md"]


def test_every_option_and_field_has_a_row() -> None:
    """Of `Summarizer`, of each of its methods, of each policy, and of each value that has fields."""
    for name in inspect.signature(Summarizer).parameters:
        assert f"\n| `{name}`<br>" in PAGES["options.md"]
    for name in GIVEN:
        kind: type = public()[name]
        if dataclasses.is_dataclass(kind):
            made_with = {one.name for one in parameters_of(vars(kind)["__init__"])}
            assert {one.name for one in fields_of(kind)} <= made_with
    for name in (*Result.model_fields, *Result.model_computed_fields):
        assert f"\n| `{name}`<br>" in PAGES["fields.md"]
    assert len(PAGES["fields.md"].split("\n| `")) > 300


def test_every_command_has_its_help() -> None:
    """The page of the command line shows each command with each of its options."""
    for command in COMMANDS:
        assert f"## `summarizer {command}`" in PAGES["commands.md"]
    assert "--max-facts N" in PAGES["commands.md"]


def test_choices_are_written_out() -> None:
    """A reader sees the words that an option takes, not the name of their type."""
    assert shown_type("Length", "summarizer.engine") == "Literal['short', 'medium', 'long']"
    assert "| `length`<br>`'short' \\| 'medium' \\| 'long'`<br>= `'medium'` |" in PAGES["options.md"]


def test_docstrings_are_read() -> None:
    """Prose and sections part, and a line that goes on belongs to its entry."""
    read = read_docstring(
        "One.\n\nTwo.\n\nArgs:\n    a: the\n        first.\n    b: more.\n\nRaises:\n    KeyError: no."
    )
    assert read.prose == "One.\n\nTwo."
    assert read.sections == {"Args": {"a": "the first.", "b": "more."}, "Raises": {"KeyError": "no."}}
    assert (read.about("a"), read.about("c")) == ("the first.", "")


def test_pages_are_written_once(tmp_path: Path) -> None:
    """A page that did not change is not touched, so that a second build is short; one that is no page any more goes."""
    folder = tmp_path / "reference"
    write_pages(folder)
    (folder / "old.md").write_text("gone", "utf-8")
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.name != "old.md"}
    write_pages(folder)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert set(before) == set(PAGES)


@pytest.mark.parametrize("name", sorted(public()))
def test_every_public_name_says_what_it_is(name: str) -> None:
    """Functions and classes have a docstring."""
    value = getattr(summarizer, name)
    assert not inspect.isclass(value) or read_docstring(value.__doc__).prose
