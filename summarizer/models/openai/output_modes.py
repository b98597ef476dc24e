"""Which form of structured output a server is asked for: found by its answers, remembered for the process."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from summarizer.calls.json_text import bare, read_json

Rung: TypeAlias = Literal["json_schema", "json_object", "tool", "text"]
RUNGS: tuple[Rung, ...] = ("json_schema", "json_object", "tool", "text")
BOUNDS = ("maxItems", "enum")

# In what words a server refuses a rung (lower case, and matched in the server's own words).
_NAMES: Mapping[Rung, tuple[str, ...]] = {
    "json_schema": ("response_format", "json_schema", "json schema", "structured output", "guided", "grammar"),
    "json_object": ("response_format", "json_object", "json_schema", "json mode"),
    "tool": ("tool", "function"),
    "text": (),
}
# Words that refuse something without a name that is known here. Not under 404: an unknown model is told in them too.
_UNNAMED = ("not supported", "unsupported", "does not support", "extra inputs", "unrecognized", "unknown field")
# Good replies ahead of the bad ones at which a rung is no longer watched: one may be luck, and watching costs a parse.
_TRUSTED_AT = 3

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a call is put to a server: the rung, and the bounds that its schema is sent without."""

    mode: Rung = "json_schema"
    without: frozenset[str] = frozenset()

    def after(self, words: str, *, status: int) -> Form | None:
        """The form to try after the server refused this one in these words; None where they refuse something else."""
        if status not in (400, 404, 422, 501):
            return None
        # FastAPI calls its own finding "enum", whatever field it is about.
        said = words.replace("'type': 'enum'", "")
        bounds = [b for b in BOUNDS if b in said and b not in self.without] if self.mode != "text" else []
        if bounds:
            return Form(mode=self.mode, without=self.without | {bounds[0]})
        said = said.lower()
        named = any(name in said for name in _NAMES[self.mode])
        if self.mode != "text" and (named or (status != 404 and any(words in said for words in _UNNAMED))):
            return Form(mode=RUNGS[RUNGS.index(self.mode) + 1], without=self.without)
        return None


class OutputModes:
    """What is known of one model at one base URL; used from several threads.

    The form in use is the highest rung that was not refused and has not brought more bad replies than good ones. A
    server that ignores a schema which the prompt does not hold shows it with its first reply, and the repair of that
    reply is asked for a rung lower; a good server's one bad reply among good ones changes nothing.
    """

    def __init__(self, *, shown: str) -> None:
        """Nothing is known: the highest rung.

        Args:
            shown: how the model and its server may be called in a log.
        """
        self._shown = shown
        self._lock = threading.Lock()
        self._refused = 0  # rungs refused, from the top
        self._without: frozenset[str] = frozenset()
        self._balance: Counter[Rung] = Counter()

    @property
    def form(self) -> Form:
        """The form to begin with."""
        with self._lock:
            return self._form()

    def accepted(self, form: Form) -> None:
        """Remember that the server took this form after it had refused others."""
        with self._lock:
            before = self._form()
            self._refused = max(self._refused, RUNGS.index(form.mode))
            self._without |= form.without
            self._tell(before)

    def is_trusted(self, form: Form) -> bool:
        """True when replies in this form need not be looked at: too many were good, or there is no rung below."""
        return form.mode == "text" or self._balance[form.mode] >= _TRUSTED_AT

    def judged(self, form: Form, *, good: bool) -> None:
        """Take note of a reply in this form."""
        with self._lock:
            before = self._form()
            self._balance[form.mode] += 1 if good else -1
            self._tell(before)

    def _form(self) -> Form:
        mode: Rung = next((r for r in RUNGS[self._refused :] if self._balance[r] >= 0), "text")
        return Form(mode=mode, without=self._without)

    def _tell(self, before: Form) -> None:
        now = self._form()
        if now != before:
            _log.info("%s is asked for %s from now on%s", self._shown, now.mode, _less(now.without))


_ladders: dict[tuple[str, str], OutputModes] = {}
_ladders_lock = threading.Lock()


def ladder_of(*, url: str, model: str) -> OutputModes:
    """The one ladder of this model at this base URL (without credentials), for the life of the process."""
    with _ladders_lock:
        return _ladders.setdefault((url, model), OutputModes(shown=f"{model} at {url}"))


def matches_schema(text: str, *, schema: Mapping[str, object]) -> bool:
    """True when the JSON in a text has the keys and types of a schema in the portable subset; bounds are not looked at.

    Written out instead of a validator's package, because the subset has five words and this runs beside every request
    until a server is trusted.

    Args:
        text: a model's text; what may stand around the JSON may.
        schema: as `summarizer.calls.replies.schema_of` makes it.
    """
    try:
        return _fits(read_json(bare(text)), schema)
    except (ValueError, RecursionError):
        return False


_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _fits(value: object, node: Mapping[str, object]) -> bool:
    if "anyOf" in node:
        return any(_fits(value, choice) for choice in cast("list[Mapping[str, object]]", node["anyOf"]))
    kind = str(node.get("type"))
    if kind == "object":
        fields = cast("Mapping[str, Mapping[str, object]]", node.get("properties", {}))
        return (
            isinstance(value, dict)
            and value.keys() == fields.keys()
            and all(_fits(value[key], field) for key, field in fields.items())
        )
    if kind == "array":
        items = cast("Mapping[str, object]", node.get("items", {}))
        return isinstance(value, list) and all(_fits(item, items) for item in value)
    return isinstance(value, _TYPES.get(kind, (object,))) and (kind == "boolean" or not isinstance(value, bool))


def _less(without: frozenset[str]) -> str:
    return f", in schemas without {' and '.join(sorted(without))}" if without else ""
