"""What surrounds the calls of a run: cache, deadline, places, tries, budgets, pace, and those who look on.

A plan comes in (`session.py`); each call that it yields goes out to a model, and its reply comes back, or the error
that remains when all has been done about it that may be. Each middleware is written once, as an async function, and
waits by a `Waits`: on an event loop, or in a thread that blocks (`waits.py`). Their order is in `stack.py`.
It must never know an SDK, a prompt or what a stage asks for, and never judge what a reply says.
"""
