"""A message is one turn of a conversation with a model.

Message(role="user", content="Draft the key facts of this text.")
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Who speaks, and what is said."""

    role: Role
    content: str
