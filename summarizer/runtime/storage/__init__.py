"""Where replies are kept and in which form: a file of our own, or a cache of the user's.

In come replies and their keys, out come the same replies; it must never know a model or a run.
"""
