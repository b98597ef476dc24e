"""What chunks are made of: where a document may be cut, what its pieces cost, and how too long a sentence is cut.

In come spans of a text and a token counter, out come spans, places and counts. It knows nothing of chunks.
"""
