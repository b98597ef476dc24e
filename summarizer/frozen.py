"""`Frozen` is the base of every public value: immutable, and strict about its fields.

class Failure(Frozen): stage: str; message: str
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes: `type(v).model_validate_json(v.model_dump_json()) == v`."""

    # defer_build: the schema is made when a value of the type is first made, which halves the import time.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
