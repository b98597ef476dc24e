"""Whether the main thread is on its way out because of Ctrl-C, which reaches no other thread.

raise_if_leaving()    KeyboardInterrupt in a thread for which the main thread waits before it can end
"""

from __future__ import annotations

import sys
import threading


def raise_if_leaving() -> None:
    """Nothing, in the main thread, or where that goes about its work.

    The main thread is leaving while it handles a `KeyboardInterrupt`, in `except`, `finally` or the end of a `with`,
    such as that of a pool of threads; and once it has ended by one. A program that would have its threads finish their
    work after Ctrl-C notes it in its `except`, and waits for them behind that.

    Raises:
        KeyboardInterrupt: it handles one.
        SystemExit: it has ended by one, which was told; this ends a thread without telling it once more.
    """
    main = threading.main_thread()
    if threading.current_thread() is main:
        return
    if _has_ended(main):
        # What the interpreter printed last, as nobody had handled it.
        if isinstance(getattr(sys, "last_value", None), KeyboardInterrupt):
            raise SystemExit("the main thread was interrupted")
    elif isinstance(_handled_by(main), KeyboardInterrupt):
        raise KeyboardInterrupt("the main thread was interrupted")


def _has_ended(main: threading.Thread) -> bool:
    # While pools of threads are waited for at the end of a process the main thread still counts as alive.
    return getattr(threading, "_SHUTTING_DOWN", False) or not main.is_alive()


def _handled_by(thread: threading.Thread) -> object:
    """The error that a thread handles in this moment."""
    handled = sys._current_exceptions().get(thread.ident or 0)  # noqa: SLF001 -- documented, "for specialized purposes"
    return handled[1] if isinstance(handled, tuple) else handled  # a tuple before Python 3.12
