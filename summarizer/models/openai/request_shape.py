"""The shape of a request is what servers differ in: how the schema goes, and which parameters they take.

A server that answers 400 and names a parameter is sent the same call in another shape:

    shape.after(Refusal(status=400, named="max_tokens", words="…"))  ->  the shape with max_completion_tokens
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from summarizer.models.openai.errors import is_overflow
from summarizer.models.openai.output_modes import OutputForm

if TYPE_CHECKING:
    import openai

LimitName: TypeAlias = Literal["max_tokens", "max_completion_tokens"]
_OTHER_NAME: dict[LimitName, LimitName] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a server said about a request that it did not take.

    Attributes:
        status: the HTTP status.
        named: the parameter that it names; where it names none, all that it said.
        words: all that it said.
    """

    status: int
    named: str
    words: str

    @classmethod
    def of(cls, error: openai.APIStatusError) -> Refusal | None:
        """The refusal that an error is; None where the request is too long, which no other shape mends."""
        if is_overflow(error):
            return None
        words = f"{error.param or ''} {error.message} {error.body}"
        return cls(status=error.status_code, named=str(error.param or error.body), words=words)

    @property
    def of_temperature(self) -> bool:
        """True when it names the temperature."""
        return self._of_a_parameter and "temperature" in self.named

    @property
    def of_limit_name(self) -> bool:
        """True when it names the output limit, by either of its names."""
        return self._of_a_parameter and any(name in self.named for name in _OTHER_NAME)

    @property
    def _of_a_parameter(self) -> bool:
        return self.status in (400, 422)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShape:
    """How a call is put to a server.

    Attributes:
        form: how the schema goes.
        temperature: whether temperature 0 is asked for.
        limit_name: what the output limit is called.
        limit_renamed: whether a refusal has changed that name, which happens once for a call.
    """

    form: OutputForm
    temperature: bool
    limit_name: LimitName
    limit_renamed: bool = False

    def after(self, refusal: Refusal, *, has_schema: bool) -> RequestShape | None:
        """The shape to try next, changed in one point that the server refused; None where no other would help.

        Args:
            refusal: what the server said.
            has_schema: whether the call has a schema, so that its form may be what is refused.
        """
        if self.temperature and refusal.of_temperature:
            return replace(self, temperature=False)
        if not self.limit_renamed and refusal.of_limit_name:
            return replace(self, limit_name=_OTHER_NAME[self.limit_name], limit_renamed=True)
        form = self.form.after_refusal(refusal.words, status=refusal.status) if has_schema else None
        return None if form is None else replace(self, form=form)
