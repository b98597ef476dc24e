"""Lays a claim beside one sentence and names every difference: of a number, a name, a negation, a hedge, an order.

In come a claim and a sentence in canonical form; out comes an `Alignment`: how much of each the other has, and the
differences, each with its kind and whether both sides may be true at once. It must never know the rest of the document,
and gives no verdict: a difference is what others draw conclusions from.
"""
