"""What a language points back with, in a file of its own: a record would be too long with it.

In: words. Out: the `pointers` of a record. A file here must never hold more of a language than these.
"""
