"""The reference of names, from docstrings: one page for each group, with a directive that Sphinx indexes for each name.

api_pages()  ->  {"doors.md": "# Doors …", …}
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Final

from from_code.docstrings import Docstring, read_docstring
from from_code.names import GIVEN, GROUPS, group_of, integrations, is_error, methods_of, properties_of, public
from from_code.signatures import parameters_of

_HEADS: Final = {
    "Args": "Arguments",
    "Attributes": "Fields",
    "Raises": "Raises",
    "Returns": "Returns",
    "Yields": "Yields",
}


def api_pages() -> dict[str, str]:
    """The pages of all groups, by file name."""
    return {f"{key}.md": _group_page(key) for key in GROUPS} | {"integrations.md": _integrations_page()}


def _group_page(key: str) -> str:
    title, line, _ = GROUPS[key]
    parts = [f"# {title}\n", f"{line}\n"]
    for name, value in public().items():
        if group_of(name) == key:
            parts.append(_entry(name, value))
    return "\n".join(parts)


def _integrations_page() -> str:
    parts = ["# Integrations\n", "Each needs the extra of its module's name, and is imported from there.\n"]
    for name, value in integrations().items():
        made_by = vars(value).get("__init__") if inspect.isclass(value) else value
        doc = read_docstring(value.__doc__)
        sections = {**read_docstring(getattr(made_by, "__doc__", "")).sections, **doc.sections}
        kind = "py:class" if inspect.isclass(value) else "py:function"
        written = name + (_signature(made_by) if made_by else "")
        parts.append(_directive(kind, written, Docstring(prose=doc.prose, sections=sections)))
    return "\n".join(parts)


def _entry(name: str, value: object) -> str:
    if is_error(value):
        return _directive("py:exception", f"summarizer.{name}", read_docstring(value.__doc__), inner=_base(value))
    if inspect.isclass(value):
        return _class(name, value)
    if inspect.isfunction(value):
        return _directive("py:function", f"summarizer.{name}{_signature(value)}", read_docstring(value.__doc__))
    return _directive("py:data", f"summarizer.{name}", Docstring(prose=f"Stands for `{value}`.", sections={}))


def _class(name: str, kind: type) -> str:
    inner = [
        f"Fields: [](fields-{name.lower()})" if _has_fields(kind) else "",
        f"What it is made with: [](options-{name.lower()})" if name in (*GIVEN, "Summarizer") else "",
    ]
    for each, prop in properties_of(kind).items():
        inner.append(_directive("py:property", f"summarizer.{name}.{each}", read_docstring(prop.__doc__), depth=4))
    for each, function in methods_of(kind).items():
        written = f"summarizer.{name}.{each}{_signature(function)}"
        inner.append(_directive(f"py:{_kind_of(kind, each)}", written, read_docstring(function.__doc__), depth=4))
    doc = read_docstring(kind.__doc__)
    listed = Docstring(prose=doc.prose, sections={k: v for k, v in doc.sections.items() if k == "Raises"})
    return _directive("py:class", f"summarizer.{name}", listed, inner="\n\n".join(filter(None, inner)))


def _kind_of(kind: type, name: str) -> str:
    static = inspect.getattr_static(kind, name)
    return {classmethod: "classmethod", staticmethod: "staticmethod"}.get(type(static), "method")


def _has_fields(kind: type) -> bool:
    from from_code.tables import results  # noqa: PLC0415 - the two pages point at each other

    return any(kind is one for _, one, _ in results())


def _base(value: object) -> str:
    bases = [one for one in getattr(value, "__bases__", ()) if one.__module__.startswith("summarizer")]
    return f"A kind of {{py:exc}}`summarizer.{bases[0].__name__}`." if bases else ""


def _signature(function: Callable[..., object]) -> str:
    """The arguments as the code has them; choices by name are listed below the signature."""
    signature = inspect.signature(function)
    shown = []
    star = False
    for one in signature.parameters.values():
        if one.name in {"self", "cls"}:
            continue
        if one.kind is one.KEYWORD_ONLY and not star:
            shown.append("*")
            star = True
        prefix = "**" if one.kind is one.VAR_KEYWORD else "*" if one.kind is one.VAR_POSITIONAL else ""
        found = [each for each in parameters_of(function) if each.name == one.name]
        shown.append(prefix + (found[0].written if found else one.name))
    returned = signature.return_annotation
    arrow = f" -> {returned}" if isinstance(returned, str) else ""
    return f"({', '.join(shown)}){arrow}"


def _directive(kind: str, written: str, doc: Docstring, *, inner: str = "", depth: int = 6) -> str:
    fence = ":" * depth
    return "\n".join([f"{fence}{{{kind}}} {written}", "", doc.prose, "", _sections(doc.sections), inner, fence, ""])


def _sections(sections: Mapping[str, Mapping[str, str]]) -> str:
    lines = []
    for name, entries in sections.items():
        lines += [f"**{_HEADS[name]}**", ""]
        lines += [f"- `{entry}`: {said}" if said else f"- {entry}" for entry, said in entries.items()]
        lines.append("")
    return "\n".join(lines)
