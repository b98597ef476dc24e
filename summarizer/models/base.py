"""A model is an object with a name that answers a `Call` with a `Reply`.

    class Mine:
        name = "mine"

        def send(self, call: Call) -> Reply: ...

        async def asend(self, call: Call) -> Reply: ...

What else a model may be (`Addressed`, `Kinded`, `Cancellable`, `Closable`) is a protocol of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Protocol, runtime_checkable

from summarizer.calls.call import Call, Reply


@runtime_checkable
class ChatModel(Protocol):
    """Anything that answers calls; give an object of your own as `model=`.

    `send` is called from several threads at once, `asend` from one event loop at a time; each makes one try and raises
    a `ModelError` when no reply came: what can be tried again is tried again by the caller, in one place.
    """

    @property
    def name(self) -> str:
        """The model's name, as it goes into the trace of a result."""
        ...

    def send(self, call: Call) -> Reply:
        """Answer one call."""
        ...

    async def asend(self, call: Call) -> Reply:
        """Answer one call without blocking the event loop."""
        ...


@runtime_checkable
class Cancellable(Protocol):
    """A model whose calls can be broken off from another thread; a `ChatModel` of your own may be, and need not.

    Where a run is interrupted, calls under way to any other model come to their own end, and nobody waits for them.
    """

    def start_call(self, call: Call) -> Future[Reply]:
        """Begin one call, as `send` does; cancelling the future breaks it off, and nothing more is sent for it."""
        ...


@runtime_checkable
class Closable(Protocol):
    """What holds connections or files, and lets go of them when it is told to; a later use opens them again."""

    def close(self) -> None:
        """Close them; closing twice does no harm."""
        ...

    async def aclose(self) -> None:
        """Close them without blocking the event loop."""
        ...


@runtime_checkable
class Addressed(Protocol):
    """A model that says where and how it is asked; a `ChatModel` of your own may, and need not.

    Both shape what it answers, so a cache tells models apart by them, a price table finds the provider by the address,
    and a span carries the host. Neither may hold a secret.
    """

    @property
    def address(self) -> str:
        """The base URL, with any credentials in it masked."""
        ...

    @property
    def settings(self) -> Mapping[str, object]:
        """What goes with every request and shapes the reply, such as the temperature; JSON values."""
        ...


@runtime_checkable
class Kinded(Protocol):
    """A model that names its kind; a `ChatModel` of your own may, and need not."""

    @property
    def kind(self) -> str:
        """A name that never changes, whatever becomes of the class: replies in a cache are found by it."""
        ...


def kind_of(model: ChatModel) -> str:
    """The model's own `kind`, or the full name of its class where it gives none."""
    if isinstance(model, Kinded):
        return model.kind
    return f"{type(model).__module__}.{type(model).__qualname__}"
