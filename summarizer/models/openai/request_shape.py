"""The shape of a request is what servers differ in: how the schema goes, which parameters they take, who may speak.

A server that names what it does not take is sent the same call in another shape:

    shape.after(refusal of "max_tokens: 10000 > 8192", …)  ->  the shape with at most 8192
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from summarizer.calls.call import Call
from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.openai.refusal import OPTIONAL, Refusal, Sent, named_limit, room_left

LimitName: TypeAlias = Literal["max_tokens", "max_completion_tokens"]
_OTHER_NAME: Final[dict[LimitName, LimitName]] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}
# It is the name that is wrong, although a number may stand beside it.
_INSTEAD: Final = re.compile(r"instead|not supported|unsupported|unknown|unrecogni")
# Letters: a reason takes a line or three, and a report of a crash many.
_LONGEST_REASON: Final = 600
_CHANCES: Final = frozenset({"logprobs", "top_logprobs"})  # one is nothing without the other


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShape:
    """How a call is put to a server.

    Attributes:
        form: how the schema goes.
        limit_name: what the output limit is called.
        limit_renamed: whether a refusal has changed that name, which happens once for a call.
        most: the largest output limit that the server takes; None where it named none.
        least: the smallest one; 0 where it named none.
        room: the largest one for this call, beside its prompt; None where it fits.
        chances: the most candidates for a token that the server gives; None where it named none.
        dropped: parameters that are left out.
        merged: whether the system's words go in front of the user's, and no role speaks twice in a row.
    """

    form: OutputForm
    limit_name: LimitName
    limit_renamed: bool = False
    most: int | None = None
    least: int = 0
    room: int | None = None
    chances: int | None = None
    dropped: frozenset[str] = frozenset()
    merged: bool = False

    def limit_of(self, call: Call) -> int:
        """The output limit that a call is sent with."""
        wanted = max(call.max_output_tokens, self.least)
        return min(bound for bound in (wanted, self.most, self.room) if bound is not None)

    def chances_of(self, call: Call) -> int:
        """How many candidates for the first token a call is sent with."""
        return call.top_logprobs if self.chances is None else min(call.top_logprobs, self.chances)

    def after(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        """The shape to try next, changed in one point that the server named; None where it named none.

        Args:
            refusal: what the server said.
            call: what was sent in this shape.
        """
        if not refusal.of_request:
            return self._in_other_form(refusal, call=call) if refusal.status == 404 else None
        if refusal.of_context:
            room = room_left(refusal, sent=Sent.of(call, limit=self.limit_of(call)))
            return None if room is None or self.room is not None else replace(self, room=room)
        return (
            self._with_other_limit(refusal, call=call)
            or self._without_parameter(refusal, call=call)
            or self._with_other_roles(refusal, call=call)
            or self._in_other_form(refusal, call=call)
        )

    def _with_other_limit(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        """With the number that it names, or one less where that was refused too; else by its other name, once."""
        if refusal.status >= 500 or not refusal.of_limit:
            return None
        renamed = self._renamed(refusal)
        if renamed is not None and _INSTEAD.search(refusal.said):
            return renamed
        return self._with_named_limit(refusal, call=call) or renamed

    def _with_named_limit(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        sent = self.limit_of(call)
        limit = named_limit(refusal, sent=Sent.of(call, limit=sent))
        if limit is not None and limit > sent and not self.least:
            return replace(self, least=limit)
        if limit is not None and limit < sent and self.most is None:
            return replace(self, most=limit)
        return replace(self, most=sent - 1) if self.most == sent and sent in refusal.numbers else None

    def _renamed(self, refusal: Refusal) -> RequestShape | None:
        if self.limit_renamed or not any(refusal.names(name) for name in _OTHER_NAME):
            return None
        return replace(self, limit_name=_OTHER_NAME[self.limit_name], limit_renamed=True)

    def _without_parameter(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        """Without the first parameter that it names; with fewer candidates where it says how many it gives."""
        if refusal.status >= 500 and len(refusal.said) > _LONGEST_REASON:
            return None  # a report of a crash may repeat the whole request
        for name in OPTIONAL:
            if name in self.dropped or not refusal.names(name):
                continue
            if name in _CHANCES:
                return self._with_other_chances(refusal, call=call)
            return replace(self, dropped=self.dropped | {name})
        return None

    def _with_other_chances(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        fewer = [number for number in refusal.numbers if 0 < number < self.chances_of(call)]
        if fewer and self.chances is None:
            return replace(self, chances=max(fewer))
        return replace(self, dropped=self.dropped | _CHANCES) if call.top_logprobs else None

    def _with_other_roles(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        return replace(self, merged=True) if refusal.of_roles and not self.merged and len(call.messages) > 1 else None

    def _in_other_form(self, refusal: Refusal, *, call: Call) -> RequestShape | None:
        if not call.schema:
            return None
        form = self.form.after_refusal(refusal.said, status=refusal.status)
        return None if form is None else replace(self, form=form)
