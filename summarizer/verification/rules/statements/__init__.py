"""Finds the sentences of a document that state exactly what a claim states: equal in canonical form, nothing less.

In comes a document, read once into a `StatementIndex`; then claims, one after the other. Out comes where the document
states a claim, whole sentences in a row, or None. Only this room lets code tick a claim. It must never know evidence,
scores or judges, and never takes likeness for equality.
"""
