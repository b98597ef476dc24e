"""A failed article is what stands in the place of a result that did not come: which article, and why.

Failed(id="a7", url=None, error="ModelBusy", message="…")
"""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.fragments.brief import brief, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An article, or a list of claims, of which nothing came; what others of the same call came to is not touched.

    Attributes:
        id: What it is called.
        url: Where it can be read; None if unknown.
        error: The name of the class of what went wrong.
        message: What went wrong, and what to do next.
        cause: What was raised; two failures that differ in nothing else are equal.
    """

    id: str
    url: str | None
    error: str
    message: str
    cause: Exception | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Failed {name_of(self.id)}: {self.error}: {brief(self.message, most=200)}>"

    @classmethod
    def of(cls, cause: Exception, *, id: str, url: str | None) -> Failed:  # noqa: A002 - as the field is called
        """The failure that an exception is.

        Args:
            cause: what was raised.
            id: what it was raised for.
            url: where that can be read.
        """
        return cls(id=id, url=url, error=type(cause).__name__, message=str(cause), cause=cause)
