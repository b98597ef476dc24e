"""Two pages of tables: every option with type, default and meaning, and every field of what comes out.

options_page()  ->  Markdown
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence

from from_code.described import about_field, about_option
from from_code.docstrings import read_docstring
from from_code.names import GIVEN, is_error, methods_of, public
from from_code.signatures import Parameter, fields_of, parameters_of
from summarizer import Summarizer

Row = tuple[Parameter, str]


def options() -> Iterator[tuple[str, str, list[Row]]]:
    """Whoever takes options: the name, what it is for in one line, and its options with what is said of each."""
    yield "Summarizer", _first(Summarizer), _rows(Summarizer.__init__, said_by=Summarizer)
    for name, function in methods_of(Summarizer).items():
        rows = _rows(function, kind=Summarizer)
        if rows:
            yield f"Summarizer.{name}", _first(function), rows
    for name, value in public().items():
        if inspect.isfunction(value):
            yield name, _first(value), _rows(value)
    for name in GIVEN:
        kind = public()[name]
        yield name, _first(kind), _rows(kind.__init__, said_by=kind)


def results() -> Iterator[tuple[str, type, list[Row]]]:
    """Every public value that has fields and is not made by users: its name, class and fields."""
    for name, value in public().items():
        if inspect.isclass(value) and name not in GIVEN and not is_error(value):
            fields = fields_of(value)
            if fields:
                yield name, value, [(field, about_field(value, field.name)) for field in fields]


def options_page() -> str:
    """Every option of everything that takes one."""
    intro = (
        "Made from the signatures and docstrings of the code. *As kept* is a default that the `Summarizer` holds: what "
        "you leave out of a call is as the `Summarizer` has it. On the command line the same options have the names "
        "that [](commands.md) lists.\n"
    )
    parts = ["# Every option\n", intro]
    for name, line, rows in options():
        parts += [f"(options-{name.lower()})=", f"## `{name}`\n", f"{line}\n", _table("option", rows)]
    return "\n".join(parts)


def fields_page() -> str:
    """Every field of every value that comes out."""
    intro = (
        "Made from the code. A `Result` is at the top of it all; what it holds follows. Every value is frozen, and "
        "`model_dump_json()` and `model_validate_json()` of those that are written to JSON undo each other.\n"
    )
    parts = ["# Every field\n", intro]
    found = {name: (kind, rows) for name, kind, rows in results()}
    order = [name for name in FIRST if name in found] + [name for name in found if name not in FIRST]
    for name in order:
        kind, rows = found[name]
        prose = read_docstring(kind.__doc__).prose
        parts += [f"(fields-{name.lower()})=", f"## `{name}`\n", f"{prose}\n", _table("field", rows)]
    return "\n".join(parts)


# What people look for first.
FIRST = (
    "Result CheckedFact Evidence Check Assertion Summary Section SummarySentence DroppedSentence Failure Notice "
    "DocumentRecord SourceRecord SurroundingRecord Origin UsageReport Usage TryUsage Trace PromptRef ExamResult "
    "FallbackUse Disagreement CheckedClaim TextVerification VerifiedSentence Failed VerifiedClaims Estimate "
    "StageEstimate BatchStatus Alignment Span"
).split()


def _rows(function: Callable[..., object], *, kind: type | None = None, said_by: type | None = None) -> list[Row]:
    return [(one, about_option(said_by or function, one.name, kind=kind)) for one in parameters_of(function)]


def _first(value: object) -> str:
    return read_docstring(inspect.getdoc(value)).prose.split("\n\n")[0].replace("\n", " ")


def _table(head: str, rows: Sequence[Row]) -> str:
    """One row for each: its name over its type and default, and what it is."""
    lines = [f"| {head} | what it is |", "|---|---|"]
    for one, said in rows:
        told = said.replace("|", "\\|")
        lines.append(f"| `{one.name}`<br>{_code(one.type)}{_default(one)} | {told} |")
    return "\n".join(lines) + "\n"


def _default(one: Parameter) -> str:
    if not one.default:
        return ""
    return f"<br>*{one.default}*" if " " in one.default else f"<br>= `{one.default}`"


def _code(text: str) -> str:
    """A type as code in a cell, whose bars would end the cell; of a choice its words alone."""
    words = re.sub(r"Literal\[([^\]]*)\]", lambda found: found[1].replace(", ", " | "), text)
    return "`" + words.replace("|", "\\|") + "`"
