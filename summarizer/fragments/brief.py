r"""A value is told in one line of bounded length: its repr, which a notebook, a debugger and a log show unasked.

brief("Lund\nloses its port.")                    ->  "'Lund loses its port.'"
counted(1, "fact"), counted(2, "fact")            ->  ("1 fact", "2 facts")
told("Evidence", [("start", 4), ("text", "…")])   ->  "Evidence(start=4, text='…')"
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Final, TypeVar

from summarizer.fragments.printable import printable

T = TypeVar("T")

# A line that names a value is read at a glance, and a list of twenty of them fits a window; what a value says of itself
# field by field may be longer, since whoever asks for that is looking for something.
NAMED: Final = 80
_NAME: Final = 32
_FIELD: Final = 200
_WHOLE: Final = 1000
_ITEMS: Final = 4


def brief(text: str, *, most: int = NAMED) -> str:
    """A text in quotation marks, in one line and cut where it is long: `len(result) <= most + 2`.

    Args:
        text: any; what could drive a terminal, or turn its letters, is U+FFFD.
        most: characters to show.
    """
    line = printable(text[: 4 * most])
    if len(line) > most or len(text) > 4 * most:
        line = f"{line[: most - 1].rstrip()}…"
    return f"'{line}'"


def name_of(given: str | None) -> str:
    """An id as it is, where it is one short word, else in quotation marks."""
    shown = brief(given or "", most=_NAME)
    return given if given and shown == f"'{given}'" and " " not in given else shown


def counted(number: int, what: str) -> str:
    """A number of things: "1 fact", "2 facts"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def told(name: str, fields: Iterable[tuple[str | None, object]]) -> str:
    """A value by its fields, `Name(field=value, …)`; long texts, long lists and the whole are cut."""
    said = ", ".join(f"{key}={_value(value)}" if key else _value(value) for key, value in fields)
    return f"{name}({said if len(said) <= _WHOLE else f'{said[:_WHOLE]}…'})"


def _value(value: object) -> str:
    if isinstance(value, str):
        return brief(value, most=_FIELD)
    if isinstance(value, Mapping):
        items = [f"{_value(key)}: {_value(one)}" for key, one in _first(value.items())]
        return f"{{{', '.join(_with_rest(items, value))}}}"
    if isinstance(value, tuple | list):
        items = [_value(one) for one in _first(value)]
        ends = (
            ("()" if isinstance(value, tuple) else "[]") if len(value) != 1 or isinstance(value, list) else ("(", ",)")
        )
        return f"{ends[0]}{', '.join(_with_rest(items, value))}{ends[1]}"
    said = repr(value)
    return said if len(said) <= _FIELD else printable(f"{said[:_FIELD]}…")


def _first(values: Iterable[T]) -> list[T]:
    return list(islice(values, _ITEMS))


def _with_rest(items: list[str], values: Collection[object]) -> list[str]:
    return [*items, f"… {len(values) - _ITEMS} more"] if len(values) > _ITEMS else items
