"""Output modes are the ways to ask a server for JSON: which one it takes is found by its answers.

json_schema    the server makes the reply follow the schema
json_object    it makes the reply JSON; the schema is in the prompt
tool           the reply is the arguments of a tool that takes the schema
text           the prompt alone; the last of them, which every server takes
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from summarizer.calls.call import Call
from summarizer.forks import ForkSafeLock

OutputMode: TypeAlias = Literal["json_schema", "json_object", "tool", "text"]
# From the strictest to the one that asks nothing of the server.
OUTPUT_MODES: tuple[OutputMode, ...] = ("json_schema", "json_object", "tool", "text")
# Bounds of a schema that some servers refuse, and that it can be sent without.
BOUNDS = ("maxItems", "enum")

# Statuses with which a server refuses a parameter, and not the model, the key or the moment.
_REFUSING = (400, 404, 415, 422, 500, 501)
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
# Bad replies ahead of the good ones at which a mode is left: one says nothing yet.
_LEFT_AT = 2
# Calls after which a mode that was left gets another chance, and twice as many each time that it is of no use. About
# what a longer article takes: where the mode is really gone, one request in ten, then in twenty, tells so again.
_CHANCE_AFTER = 10
_REPAIR = "repair."  # how the prompts of repairs begin

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputForm:
    """How a server is asked for JSON: the mode, and the bounds that the schema is sent without."""

    mode: OutputMode = "json_schema"
    without: frozenset[str] = frozenset()

    def after_refusal(self, words: str, *, status: int) -> OutputForm | None:
        """The form to try after the server refused this one in these words; None where they refuse something else.

        Args:
            words: what it said, in small letters.
            status: with which status.
        """
        if status not in _REFUSING or self.mode == "text":
            return None
        for bound in BOUNDS:
            if bound.lower() in words and bound not in self.without:
                return OutputForm(mode=self.mode, without=self.without | {bound})
        return self.lower() if _refuses(self.mode, words, status=status) else None

    def lower(self) -> OutputForm | None:
        """The form with the next mode that asks less of the server; None after the last."""
        place = OUTPUT_MODES.index(self.mode) + 1
        return OutputForm(mode=OUTPUT_MODES[place], without=self.without) if place < len(OUTPUT_MODES) else None


def _refuses(mode: OutputMode, said: str, *, status: int) -> bool:
    if any(name in said for name in _REFUSED_BY[mode]):
        return True
    return status != 404 and any(words in said for words in _REFUSED_UNNAMED)


@dataclass(slots=True)
class _Standing:
    """How a mode has done: replies, what speaks against it, and whether the server said that it has none."""

    good: int = 0
    bad: int = 0
    refused: bool = False
    chance_in: int = _CHANCE_AFTER
    chance_after: int = _CHANCE_AFTER

    @property
    def is_left(self) -> bool:
        return self.refused or self.bad - min(self.good, _TRUSTED_AT) >= _LEFT_AT

    @property
    def is_trusted(self) -> bool:
        return not self.refused and self.good - self.bad >= _TRUSTED_AT

    def takes_chance(self) -> bool:
        """Count a call that passes the mode by; True when it is this call's turn to try it again."""
        if self.refused:
            return False
        self.chance_in -= 1
        if self.chance_in > 0:
            return False
        self.chance_after *= 2
        self.chance_in = self.chance_after
        return True


class OutputModes:
    """What is known of one model at one base URL; used from several threads.

    The form in use is the strictest mode that has not shown twice that it is of no use. A server that ignores a schema
    which the prompt does not hold shows it with its first reply: the repair of that reply is asked for in the next mode
    already. No one reply and no one error decides for good: a mode that was left is tried again after ten calls, then
    after twenty, and so on; only one that the server refused by its name, and never answered in, is gone.
    """

    def __init__(self, *, shown: str, modes: tuple[OutputMode, ...] = OUTPUT_MODES) -> None:
        """Nothing is known: the strictest mode.

        Args:
            shown: how the model and its server may be called in a log.
            modes: those of its protocol, from the strictest on; the last is "text".
        """
        self._shown = shown
        self._modes = modes
        self._lock = ForkSafeLock()
        self._without: frozenset[str] = frozenset()
        self._standing: dict[OutputMode, _Standing] = {mode: _Standing() for mode in modes}

    @property
    def form(self) -> OutputForm:
        """The form in use."""
        with self._lock:
            return self._form()

    def begin(self, call: Call) -> OutputForm:
        """The form to begin a call with: the one in use, or a stricter one that gets another chance.

        A repair goes out in the next mode, as long as the one in use has not shown that it holds a server to a schema.
        """
        with self._lock:
            form = self._form()
            used = self._standing[form.mode]
            if call.prompt_id.startswith(_REPAIR):
                return self._lower(form) if used.bad and not used.is_trusted else form
            for mode in self._modes[: self._modes.index(form.mode)]:
                if self._standing[mode].takes_chance():
                    return OutputForm(mode=mode, without=self._without)
            return form

    def note_refused(self, form: OutputForm, *, taken: OutputForm, named: bool) -> None:
        """Remember that the server took a form after it had refused another.

        Args:
            form: what it refused.
            taken: what it took.
            named: whether it named what it refused. A mode in which it answered before is refused for this once.
        """
        with self._lock:
            before = self._form()
            self._without |= taken.without
            for mode in self._modes[self._modes.index(form.mode) : self._modes.index(taken.mode)]:
                standing = self._standing[mode]
                standing.refused = standing.refused or (named and not standing.good)
                standing.bad += 1 if standing.good else _LEFT_AT
            self._log_change(before)

    def note_reply(self, form: OutputForm, *, good: bool) -> None:
        """Take note of a reply in this form; a good one matches the schema."""
        with self._lock:
            before = self._form()
            standing = self._standing[form.mode]
            if not good:
                standing.bad += 1
            elif standing.is_left:  # it was given another chance, and is back
                standing.good, standing.bad = standing.good + 1, 0
            else:
                standing.good += 1
            self._log_change(before)

    def has_answered(self, form: OutputForm) -> bool:
        """True when the server has brought a good reply in this mode."""
        return self._standing[form.mode].good > 0

    def is_trusted(self, form: OutputForm) -> bool:
        """True when replies in this form need not be looked at: enough were good, or there is no other mode left."""
        return form.mode == "text" or self._standing[form.mode].is_trusted

    def _form(self) -> OutputForm:
        mode: OutputMode = next((mode for mode in self._modes if not self._standing[mode].is_left), "text")
        return OutputForm(mode=mode, without=self._without)

    def _lower(self, form: OutputForm) -> OutputForm:
        place = self._modes.index(form.mode) + 1
        return OutputForm(mode=self._modes[min(place, len(self._modes) - 1)], without=form.without)

    def _log_change(self, before: OutputForm) -> None:
        now = self._form()
        if now != before:
            bounds = f", in schemas without {' and '.join(sorted(now.without))}" if now.without else ""
            _log.info("%s is asked for %s from now on%s", self._shown, now.mode, bounds)


_known: dict[tuple[str, str], OutputModes] = {}
_known_lock = ForkSafeLock()


def modes_of(*, url: str, model: str, modes: tuple[OutputMode, ...] = OUTPUT_MODES) -> OutputModes:
    """What is known of this model at this base URL (without credentials), for the life of the process."""
    with _known_lock:
        return _known.setdefault((url, model), OutputModes(shown=f"{model} at {url}", modes=modes))
