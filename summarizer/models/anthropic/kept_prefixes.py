"""Which prefixes of requests a server is told to keep: those that come a second time.

prefixes.is_repeated("…")  ->  False, and True when it comes again

A server charges a quarter more for what it keeps and nine tenths less for what it then reads ("Prompt caching" in
Anthropic's documentation). A first call may be the only one in its form about an article; from the second on there
tend to be more, and the article is worth keeping.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import Final

from summarizer.forks import ForkSafeLock

# Articles that are worked on side by side, in a few forms each; a prefix that is forgotten too early counts as new.
_REMEMBERED: Final = 1024


class Prefixes:
    """Remembers the beginnings of requests by their hashes; used from several threads."""

    def __init__(self) -> None:
        self._lock = ForkSafeLock()
        self._seen: OrderedDict[bytes, None] = OrderedDict()

    def is_repeated(self, prefix: str) -> bool:
        """True when this prefix came before; it is remembered now."""
        digest = hashlib.sha256(prefix.encode("utf-8", "surrogatepass")).digest()
        with self._lock:
            repeated = digest in self._seen
            self._seen[digest] = None
            self._seen.move_to_end(digest)
            if len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)
        return repeated
