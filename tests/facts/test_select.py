"""A small model copies out the key sentences of a chunk."""

from __future__ import annotations

import pytest
from stepping import answered

from summarizer.errors import ModelRejected
from summarizer.facts.select import Selectable, select, selection_call
from summarizer.models.base import Reply
from summarizer.text.chunk import ChunkPolicy, chunk
from summarizer.text.document import Document
from summarizer.text.tokens import counter_for

DOCUMENT = Document.of(
    "Bridge closed\n\nThe council closed the “old” bridge on Monday. Repairs take six weeks. A ferry carries 28 cars. "
    "It costs 9 euros. The island has 5,100 people. A clinic stays open."
)
(CHUNK,) = chunk(DOCUMENT, policy=ChunkPolicy(), counter=counter_for(None))
SELECTABLE = Selectable(chunk=CHUNK, numbers=tuple(unit.number for unit in CHUNK.units[1:]))
