"""An object that opens connections is pickled as the arguments that it was made with; what it opened stays behind.

class Chat(AsGiven): ...
pickle.loads(pickle.dumps(Chat("m", timeout=5)))  ->  Chat("m", timeout=5), which opens its own
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Self


class AsGiven:
    """Copied and pickled by its arguments: no connection, no lock, and no secret that was not among them."""

    _given: tuple[tuple[Any, ...], dict[str, Any]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        made = cls.__init__

        @functools.wraps(made)  # and so the signature stays what users read
        def remembered(self: AsGiven, *args: Any, **named: Any) -> None:
            if type(self) is cls:
                self._given = (args, named)
            made(self, *args, **named)

        cls.__init__ = remembered  # type: ignore[assignment, method-assign]

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[Any, ...]]:
        args, named = self._given
        return functools.partial(type(self), **named), args
