"""Whether what points back in a claim points at the same in its own text as in the source.

In: a claim that a sentence of the source states, what stands before it in its text, and that sentence. Out: the words
that point elsewhere, with the reason. It must never judge what the claim says.
"""
