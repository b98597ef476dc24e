"""Tells which sentences stand in a document without being asserted by it: denied, supposed, or somebody's words.

In come a document and its sentences in canonical form; out come the indexes of such sentences, each kind from a file of
its own, all together from `sentences.py`. A claim that repeats one of them gets no tick from code. This room must never
know the claim.
"""
