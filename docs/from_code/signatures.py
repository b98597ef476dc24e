"""Signatures as people read them: each argument with its type, its default, and the values that a choice has.

parameters_of(summarizer.verify)  ->  [Parameter(name="claims", type="Iterable[str]", default=""), …]
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, ForwardRef, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

_NAME: Final = re.compile(r"\b[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_SIMPLE: Final = (str, int, float, bool, type(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """An argument or a field.

    Attributes:
        name: as it is written.
        type: as the code has it, with the values of a choice written out.
        default: as Python writes it; "" where it has to be given.
    """

    name: str
    type: str
    default: str

    @property
    def written(self) -> str:
        """The argument as a signature has it."""
        return f"{self.name}: {self.type}" + (f" = {self.default}" if self.default else "")


def parameters_of(function: Callable[..., object]) -> list[Parameter]:
    """The arguments of a function, without `self`; those of a dictionary of choices one by one."""
    found = []
    for one in inspect.signature(function).parameters.values():
        if one.name in {"self", "cls"}:
            continue
        if one.kind is one.VAR_KEYWORD:
            found += _choices(one, function)
        else:
            default = "" if one.default is one.empty else shown_default(one.default)
            found.append(
                Parameter(name=one.name, type=shown_type(one.annotation, function.__module__), default=default)
            )
    return found


def fields_of(kind: type) -> list[Parameter]:
    """The fields of a value, those that are worked out of others last."""
    if issubclass(kind, BaseModel):
        hints = {name: owner for owner in reversed(kind.__mro__) for name in inspect.get_annotations(owner)}
        fields = [_pydantic_field(kind, name, hints[name]) for name in kind.model_fields]
        worked_out = [
            Parameter(name=name, type=shown_type(_returned(kind, name), kind.__module__), default="worked out")
            for name in kind.model_computed_fields
        ]
        return fields + worked_out
    if dataclasses.is_dataclass(kind):
        return [
            Parameter(name=one.name, type=shown_type(one.type, kind.__module__), default=_dataclass_default(one))
            for one in dataclasses.fields(kind)
            if not one.name.startswith("_")
        ]
    named: tuple[str, ...] = getattr(kind, "_fields", ())
    hints = dict.fromkeys(named, kind)
    return [
        Parameter(
            name=name,
            type=shown_type(kind.__annotations__[name], kind.__module__),
            default=shown_default(kind._field_defaults[name]) if name in kind._field_defaults else "",  # type: ignore[attr-defined]
        )
        for name in hints
    ]


def shown_default(value: object) -> str:
    """A default as Python writes it, or how it is made anew."""
    if inspect.isroutine(value):
        return value.__name__
    if isinstance(value, _SIMPLE) or (isinstance(value, tuple) and not value):
        return repr(value)
    return (
        f"{type(value).__name__}({str(value)!r})" if type(value).__name__ == "Decimal" else f"{type(value).__name__}()"
    )


def shown_type(annotation: object, module: str) -> str:
    """An annotation as the code has it, with every choice among words written out."""
    text = annotation if isinstance(annotation, str) else _plain(annotation)
    text = re.sub(r"^Annotated\[(.*), Field\(.*\)\]$", r"\1", text)
    names = vars(sys.modules[module])
    return _NAME.sub(lambda found: _written_out(found[0], names), text)


def _written_out(name: str, names: dict[str, Any]) -> str:
    """The words of a choice instead of its name; other names as they are."""
    value = names.get(name)
    if get_origin(value) is Literal:
        return "Literal[" + ", ".join(repr(one) for one in get_args(value)) + "]"
    return name.rpartition(".")[2] if name.startswith(("dt.", "datetime.", "os.")) else name


def _plain(annotation: object) -> str:
    if isinstance(annotation, ForwardRef):
        return annotation.__forward_arg__
    return annotation.__name__ if isinstance(annotation, type) else str(annotation).replace("typing.", "")


def _choices(one: inspect.Parameter, function: Callable[..., object]) -> list[Parameter]:
    """Each of the choices that may be given by name, where a typed dictionary says which."""
    found = re.fullmatch(r"Unpack\[(\w+)\]", str(one.annotation))
    kind = vars(sys.modules[function.__module__]).get(found[1]) if found else None
    if kind is None:
        return [Parameter(name=f"**{one.name}", type=shown_type(one.annotation, function.__module__), default="")]
    owners: dict[str, type] = {}
    for owner in (*reversed(getattr(kind, "__orig_bases__", ())), kind):
        owners |= {name: owners.get(name, owner) for name in inspect.get_annotations(owner)}
    return [
        Parameter(name=name, type=shown_type(hint, owners[name].__module__), default="as kept")
        for name, hint in kind.__annotations__.items()
    ]


def _pydantic_field(kind: type[BaseModel], name: str, owner: type) -> Parameter:
    field = kind.model_fields[name]
    if field.default_factory is not None:
        default = f"{getattr(field.default_factory, '__name__', 'made')}()"
    else:
        default = "" if field.default is PydanticUndefined else shown_default(field.default)
    return Parameter(name=name, type=shown_type(owner.__annotations__[name], owner.__module__), default=default)


def _returned(kind: type[BaseModel], name: str) -> object:
    prop: Any = inspect.getattr_static(kind, name)
    getter = getattr(prop, "wrapped", prop)
    return getter.fget.__annotations__["return"]


def _dataclass_default(one: dataclasses.Field[Any]) -> str:
    if one.default is not dataclasses.MISSING:
        return shown_default(one.default)
    if one.default_factory is not dataclasses.MISSING:
        return f"{getattr(one.default_factory, '__name__', 'made')}()"
    return ""
