"""Sentences of documents and the changes made of them, for benchmarks/corruption.py and benchmarks/two_ends.py."""
