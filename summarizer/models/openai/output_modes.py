"""Output modes are the ways to ask a server for JSON: which one it takes is found by its answers, once a process.

json_schema    the server makes the reply follow the schema
json_object    it makes the reply JSON; the schema is in the prompt
tool           the reply is the arguments of a tool that takes the schema
text           the prompt alone; the last of them, which every server takes
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from summarizer.calls.json_text import bare, read_json
from summarizer.forks import ForkSafeLock

OutputMode: TypeAlias = Literal["json_schema", "json_object", "tool", "text"]
# From the strictest to the one that asks nothing of the server.
OUTPUT_MODES: tuple[OutputMode, ...] = ("json_schema", "json_object", "tool", "text")
# Bounds of a schema that some servers refuse, and that it can be sent without.
BOUNDS = ("maxItems", "enum")

# Statuses with which a server refuses a parameter, and not the model, the key or the moment.
_REFUSING = (400, 404, 422, 501)
# In what words a server refuses a mode (lower case, and matched in the server's own words).
_REFUSED_BY: Mapping[OutputMode, tuple[str, ...]] = {
    "json_schema": ("response_format", "json_schema", "json schema", "structured output", "guided", "grammar"),
    "json_object": ("response_format", "json_object", "json_schema", "json mode"),
    "tool": ("tool", "function"),
    "text": (),
}
# Words that refuse something without a name that is known here. Not under 404: an unknown model is told in them too.
_REFUSED_UNNAMED = ("not supported", "unsupported", "does not support", "extra inputs", "unrecognized", "unknown field")
# Good replies ahead of the bad ones at which a mode is no longer watched: one may be luck, and watching costs a parse.
_TRUSTED_AT = 3

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputForm:
    """How a server is asked for JSON: the mode, and the bounds that the schema is sent without."""

    mode: OutputMode = "json_schema"
    without: frozenset[str] = frozenset()

    def after_refusal(self, words: str, *, status: int) -> OutputForm | None:
        """The form to try after the server refused this one in these words; None where they refuse something else."""
        if status not in _REFUSING or self.mode == "text":
            return None
        # FastAPI calls its own finding "enum", whatever field it is about.
        said = words.replace("'type': 'enum'", "")
        for bound in BOUNDS:
            if bound in said and bound not in self.without:
                return OutputForm(mode=self.mode, without=self.without | {bound})
        if _refuses(self.mode, said.lower(), status=status):
            return OutputForm(mode=OUTPUT_MODES[OUTPUT_MODES.index(self.mode) + 1], without=self.without)
        return None


def _refuses(mode: OutputMode, said: str, *, status: int) -> bool:
    if any(name in said for name in _REFUSED_BY[mode]):
        return True
    return status != 404 and any(words in said for words in _REFUSED_UNNAMED)


class OutputModes:
    """What is known of one model at one base URL; used from several threads.

    The form in use is the strictest mode that was not refused and has not brought more bad replies than good ones. A
    server that ignores a schema which the prompt does not hold shows it with its first reply, and the repair of that
    reply is asked for in the next mode; a good server's one bad reply among good ones changes nothing.
    """

    def __init__(self, *, shown: str) -> None:
        """Nothing is known: the strictest mode.

        Args:
            shown: how the model and its server may be called in a log.
        """
        self._shown = shown
        self._lock = ForkSafeLock()
        self._refused = 0  # modes refused, from the strictest on
        self._without: frozenset[str] = frozenset()
        self._good_minus_bad: Counter[OutputMode] = Counter()

    @property
    def form(self) -> OutputForm:
        """The form to begin with."""
        with self._lock:
            return self._form()

    def note_accepted(self, form: OutputForm) -> None:
        """Remember that the server took this form after it had refused others."""
        with self._lock:
            before = self._form()
            self._refused = max(self._refused, OUTPUT_MODES.index(form.mode))
            self._without |= form.without
            self._log_change(before)

    def note_reply(self, form: OutputForm, *, good: bool) -> None:
        """Take note of a reply in this form; a good one matches the schema."""
        with self._lock:
            before = self._form()
            self._good_minus_bad[form.mode] += 1 if good else -1
            self._log_change(before)

    def is_trusted(self, form: OutputForm) -> bool:
        """True when replies in this form need not be looked at: enough were good, or there is no other mode left."""
        return form.mode == "text" or self._good_minus_bad[form.mode] >= _TRUSTED_AT

    def _form(self) -> OutputForm:
        left = OUTPUT_MODES[self._refused :]
        mode: OutputMode = next((mode for mode in left if self._good_minus_bad[mode] >= 0), "text")
        return OutputForm(mode=mode, without=self._without)

    def _log_change(self, before: OutputForm) -> None:
        now = self._form()
        if now != before:
            bounds = f", in schemas without {' and '.join(sorted(now.without))}" if now.without else ""
            _log.info("%s is asked for %s from now on%s", self._shown, now.mode, bounds)


_known: dict[tuple[str, str], OutputModes] = {}
_known_lock = ForkSafeLock()


def modes_of(*, url: str, model: str) -> OutputModes:
    """What is known of this model at this base URL (without credentials), for the life of the process."""
    with _known_lock:
        return _known.setdefault((url, model), OutputModes(shown=f"{model} at {url}"))


def matches_schema(text: str, *, schema: Mapping[str, object]) -> bool:
    """True when the JSON in a text has the keys and types of a schema in the portable subset; bounds are not looked at.

    Written out instead of a validator's package, because the subset has five words and this runs beside every request
    until a server is trusted.

    Args:
        text: a model's text; what may stand around the JSON may.
        schema: as `summarizer.calls.schemas.schema_of` makes it.
    """
    try:
        return _matches(read_json(bare(text)), schema)
    except (ValueError, RecursionError):
        return False


_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _matches(value: object, node: Mapping[str, object]) -> bool:
    if "anyOf" in node:
        return any(_matches(value, choice) for choice in cast("list[Mapping[str, object]]", node["anyOf"]))
    kind = str(node.get("type"))
    if kind == "object":
        return _matches_object(value, cast("Mapping[str, Mapping[str, object]]", node.get("properties", {})))
    if kind == "array":
        items = cast("Mapping[str, object]", node.get("items", {}))
        return isinstance(value, list) and all(_matches(item, items) for item in value)
    if isinstance(value, bool):  # which is a whole number to Python
        return kind == "boolean"
    return isinstance(value, _TYPES.get(kind, (object,)))


def _matches_object(value: object, fields: Mapping[str, Mapping[str, object]]) -> bool:
    if not isinstance(value, dict) or value.keys() != fields.keys():
        return False
    return all(_matches(value[name], field) for name, field in fields.items())
