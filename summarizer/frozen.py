"""`Frozen` is the base of every public value: immutable, and strict about its fields.

class Failure(Frozen): stage: str; message: str
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from summarizer.fragments.brief import told


class Frozen(BaseModel):
    """A value that never changes: `type(v).model_validate_json(v.model_dump_json()) == v`.

    Its repr is one line of bounded length, in which long texts are cut; `print(v.model_dump_json(indent=2))` has all.
    """

    # defer_build: the schema is made when a value of the type is first made, which halves the import time.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __repr__(self) -> str:
        return told(type(self).__name__, self.__repr_args__())

    def __str__(self) -> str:
        return repr(self)

    def __rich_repr__(self) -> None:  # type: ignore[override]
        """Nothing, so that the package `rich` shows the repr, too."""
