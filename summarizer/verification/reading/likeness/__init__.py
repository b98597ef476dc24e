"""Whether values that are not equal may mean one thing: a question, where nothing is certain.

In come values of a claim and of the source; out comes why they may be one, in words, or "".
"""
