"""The support score: how probable it is that a document supports a claim, from what can be counted without a model.

In come a claim, the index of its document, its evidence and its checks; out comes one probability. `features.py` joins
what `coverage.py`, `weak_places.py` and `new_words.py` count, `score.py` reads the trees. The score ranks claims and
calls for second looks; it must never accept a claim, and it knows no judge, no call and no verdict.
"""
